package main

import (
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
)

func (p *program) moveCommand() *cobra.Command {
	var on, note, source string
	command := &cobra.Command{
		Use:   "move [deal:]KEY STAGE --on DATE --note TEXT",
		Short: "Move a deal to another stage, as one action",
		Long: `Move a deal to another stage, as a dragged card does: an event of kind stage is
added, or a correction when the deal stands further as of the days of the view.
Undo takes it back. Prints the number of the action. Stages:
` + "  " + stageWords(", "),
		Example: `  summitledger move arctic-lng-2 contract --on 2019-06-29 --note "..." --source upstream-2019 --workspace my.summit`,
		Args:    exactly(2),
		RunE: func(command *cobra.Command, arguments []string) error {
			if on == "" || note == "" {
				return usagef("say since when with --on DATE and what happened with --note TEXT")
			}
			stage, ok := ledger.ParseStage(arguments[1])
			if !ok {
				return usagef("there is no stage %q; the stages are %s", arguments[1], stageWords(", "))
			}
			name := arguments[0]
			if !strings.Contains(name, ":") {
				name = ledger.Deals.String() + ":" + name
			}
			return p.edit(command.Context(), editOptions{reason: note}, func(l *ledger.Ledger) ([]ledger.Change, error) {
				deal, err := record(l, name)
				if err != nil {
					return nil, err
				}
				if deal.Kind != ledger.Deals {
					return nil, usagef("%s is no deal; only deals have a stage", name)
				}
				asOf, err := p.asOf()
				if err != nil {
					return nil, err
				}
				move := ledger.StageMove{Deal: deal, To: stage, On: on, Note: note, Sources: source}
				return []ledger.Change{move.Change(l.View(asOf), p.today())}, nil
			})
		},
	}
	command.Flags().StringVar(&on, "on", "", "when it came there, as precisely as is known: `date` such as 2019-06-29, 2019-06 or 2019~")
	command.Flags().StringVar(&note, "note", "", "what happened, in a `sentence`")
	command.Flags().StringVar(&source, "source", "", "`keys` of the sources that tell it, divided by semicolons")
	return command
}

func stageWords(between string) string {
	var words []string
	for _, stage := range ledger.Stages() {
		words = append(words, stage.String())
	}
	return strings.Join(words, between)
}
