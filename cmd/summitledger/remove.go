package main

import (
	"github.com/spf13/cobra"

	"summitledger/data/ledger"
)

func (p *program) removeCommand() *cobra.Command {
	var options editOptions
	command := &cobra.Command{
		Use:   "remove KIND:KEY",
		Short: "Remove a record, a setting or a saved view, as one action",
		Long: `Remove a record, as one action that undo takes back. Prints the number of the
action once it is on the disk. A record that others name stays, and they are
listed.`,
		Example: `  summitledger remove view:energy --workspace my.summit
  summitledger remove event:arctic-2024 --workspace my.summit --reason "entered twice"`,
		Args: exactly(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return p.edit(command.Context(), options, func(l *ledger.Ledger) ([]ledger.Change, error) {
				ref, err := record(l, arguments[0])
				if err != nil {
					return nil, err
				}
				return []ledger.Change{l.Remove(ref)}, nil
			})
		},
	}
	options.register(command)
	return command
}
