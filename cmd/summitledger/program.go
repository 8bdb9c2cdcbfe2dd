package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
)

// program holds what all commands share: the outside world and the options
// that stand on every command line.
type program struct {
	env     environment
	options commonOptions
}

// commonOptions are the options of every command.
type commonOptions struct {
	workspace string
	asOf      string
	known     string
	query     string
	view      string // of the app
	language  string
}

func newProgram(env environment) *program { return &program{env: env} }

// today is the calendar day on which the command runs.
func (p *program) today() ledger.Day { return ledger.DayFromTime(p.env.now()) }

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "summitledger [FILE.summit | FOLDER]",
		Short: "What a summit announced, what can be itemised, and what became of it",
		Long: `Summit Ledger shows the agreements and the deal pipeline that come out of an
international summit. Without a sub-command it opens the app on a workspace, by
default on the summit that comes with the program.`,
		Example: `  summitledger
  summitledger my.summit
  summitledger my.summit --view "Energy by stage"
  summitledger list agreements --query mitsui --as-of 2016-12-17 --known 2016-12-17
  summitledger show deal:arctic-lng-2`,
		Version:       version,
		Args:          atMost(1),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          p.runWindow,
	}
	root.SetVersionTemplate("Summit Ledger {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	flags := root.PersistentFlags()
	flags.StringVar(&p.options.workspace, "workspace", bundledWorkspace, "a .summit `file`, a summit folder or zip, or \"bundled\"")
	flags.StringVar(&p.options.asOf, "as-of", "", "the `day` up to which things have happened, such as 2016-12-17 (default today)")
	flags.StringVar(&p.options.known, "known", "", "the `day` by which things were public (default today)")
	flags.StringVar(&p.options.query, "query", "", "`filter`: words that must all occur in title, names, aliases or summary, and conditions such as signed:2016-12 (see README)")
	flags.StringVar(&p.options.language, "lang", "", "language of labels: en, ja or ru (default: that of the system)")
	root.Flags().StringVar(&p.options.view, "view", "", "the `name` or key of a saved view with which the app opens")
	root.AddCommand(p.newCommand(), p.listCommand(), p.showCommand(), p.setCommand(), p.addCommand(), p.removeCommand(), p.moveCommand(), p.undoCommand(), p.redoCommand(), p.historyCommand(),
		p.exportCommand(), p.importCommand(), p.printCommand(), p.claimCommand(), p.pipelineCommand(), p.promisesCommand(), p.fundsCommand(), p.sinceCommand(), p.checkCommand(), p.screenshotCommand(), p.versionCommand())
	root.AddCommand(p.mergeCommand(), p.replaceCommand(), p.duplicatesCommand())
	for _, command := range root.Commands() {
		command.SilenceUsage = true
	}
	return root
}

// atMost, exactly and atLeast are cobra's checks with our exit code for usage.
func atMost(n int) cobra.PositionalArgs  { return checked(cobra.MaximumNArgs(n)) }
func exactly(n int) cobra.PositionalArgs { return checked(cobra.ExactArgs(n)) }

func checked(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(command *cobra.Command, arguments []string) error {
		if err := check(command, arguments); err != nil {
			return usagef("%w; see summitledger %s --help", err, command.Name())
		}
		return nil
	}
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.env.out, "Summit Ledger %s\n", version)
			return err
		},
	}
}
