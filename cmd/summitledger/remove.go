package main

import (
	"fmt"
	"strings"

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
listed. Rows without keys are named by what identifies them, joined by slashes.`,
		Example: `  summitledger remove view:energy --workspace my.summit
  summitledger remove party:deal/arctic-lng-2/mitsui/investor --workspace my.summit
  summitledger remove event:arctic-2024 --workspace my.summit --reason "entered twice"`,
		Args: exactly(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return p.edit(command.Context(), options, func(l *ledger.Ledger) ([]ledger.Change, error) {
				ref, err := record(l, arguments[0])
				if err != nil {
					return nil, err
				}
				return removal(l, ref)
			})
		},
	}
	options.register(command)
	return command
}

// removal takes a record away, unless others name it.
func removal(l *ledger.Ledger, ref ledger.Ref) ([]ledger.Change, error) {
	changes, named := l.Removal(ref)
	if len(named) == 0 {
		return changes, nil
	}
	lines := make([]string, len(named))
	for i, from := range named {
		lines[i] = "  " + l.Name(from)
	}
	return nil, fmt.Errorf("%s stays, %d rows refer to it; remove or change them first:\n%s", l.Name(ref), len(named), strings.Join(lines, "\n"))
}
