package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
)

// program holds what all commands share: the outside world.
type program struct{ env environment }

func newProgram(env environment) *program { return &program{env: env} }

func (p *program) root() *cobra.Command {
	root := &cobra.Command{Use: "summitledger", Short: "What a summit announced, what can be itemised, and what became of it",
		Version: version, SilenceErrors: true, SilenceUsage: true}
	root.AddCommand(p.listCommand())
	return root
}

func (p *program) listCommand() *cobra.Command {
	return &cobra.Command{
		Use: "list TABLE", Short: "Print the rows of a table of the bundled summit as CSV", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			kind, ok := ledger.ParseTable(arguments[0])
			if !ok {
				return usagef("there is no table %q", arguments[0])
			}
			folder, err := summits.Bundled()
			if err != nil {
				return err
			}
			today := ledger.DayFromTime(p.env.now())
			summit, err := exchange.Read(folder, today)
			if err != nil {
				return fmt.Errorf("the bundled summit: %w", err)
			}
			view := summit.Ledger.View(ledger.AsOf{Happened: today, Known: today})
			return exchange.WriteTable(p.env.out, summit.Ledger, kind, slices.Values(slices.Collect(view.All(kind))))
		},
	}
}
