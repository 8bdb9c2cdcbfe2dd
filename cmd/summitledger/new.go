package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

// newOptions say of what a new workspace is made.
type newOptions struct {
	from       string
	agreements int
	events     int
	seed       uint64
}

func (p *program) newCommand() *cobra.Command {
	var options newOptions
	command := &cobra.Command{
		Use:   "new FILE.summit",
		Short: "Make a workspace that can be edited",
		Long: `Make a workspace that can be edited: of the summit that comes with the program,
of a summit folder or zip file, empty, or of generated data for load tests, which
is labelled as generated everywhere.`,
		Example: `  summitledger new my.summit
  summitledger new other.summit --from other-summit-folder
  summitledger new load.summit --from generated --agreements 1000000 --events 2000000 --seed 1`,
		Args: exactly(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			path := arguments[0]
			if filepath.Ext(path) != workspace.Extension {
				return usagef("the name of a workspace ends in %s; %q does not", workspace.Extension, path)
			}
			for _, flag := range []string{"agreements", "events", "seed"} {
				if command.Flags().Changed(flag) && options.from != "generated" {
					return usagef("--%s goes with --from generated", flag)
				}
			}
			if options.agreements < 1 || options.events < 0 {
				return usagef("--agreements must be at least 1 and --events at least 0")
			}
			if err := p.create(command.Context(), path, options); err != nil {
				return err
			}
			_, err := fmt.Fprintln(p.env.out, path)
			return err
		},
	}
	flags := command.Flags()
	flags.StringVar(&options.from, "from", bundledWorkspace, "`what` it is made of: a folder, a zip file, \"bundled\", \"empty\" or \"generated\"")
	flags.IntVar(&options.agreements, "agreements", 1000, "how many agreements to generate")
	flags.IntVar(&options.events, "events", 2000, "how many events to generate")
	flags.Uint64Var(&options.seed, "seed", 1, "the same seed generates the same data")
	return command
}

func (p *program) create(ctx context.Context, path string, options newOptions) error {
	switch options.from {
	case "generated":
		return workspace.Create(ctx, path, ledger.Generate(options.agreements, options.events, options.seed, p.today()), nil)
	case "empty":
		name := strings.TrimSuffix(filepath.Base(path), workspace.Extension)
		today := p.today().String()
		l, err := exchange.NewSummit(name, today, today, "", p.today())
		if err != nil {
			return err
		}
		return workspace.Create(ctx, path, l, nil)
	}
	summit, err := p.readSummit(options.from)
	if err != nil {
		return err
	}
	return workspace.Create(ctx, path, summit.Ledger, exchange.Meta(summit))
}
