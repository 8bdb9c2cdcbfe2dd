package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func (p *program) duplicatesCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "duplicates [TABLE]",
		Short: "Suggest records that may have been entered twice",
		Long: `Suggest records that may be one: names that are the same in any script and without
legal forms or differ in a letter or two, titles of the same day and parties, pages
cited twice, statements in nearly the same words. Nothing is merged by it; records
that a link joins are not suggested.`,
		Example: `  summitledger duplicates --workspace my.summit
  summitledger duplicates organisations --json --workspace my.summit`,
		Args:              atMost(1),
		ValidArgsFunction: completeTables,
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			l := s.view.Ledger()
			found, err := analysis.Duplicates(command.Context(), l)
			if err != nil {
				return err
			}
			if len(arguments) == 1 {
				kind, err := table(arguments[0])
				if err != nil {
					return err
				}
				found = ofKind(found, kind)
			}
			if asJSON {
				return printJSON(p.env.out, duplicateForms(l, found))
			}
			return p.printDuplicates(s, found)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "as a JSON array of {rule, records}")
	return command
}

func ofKind(found []analysis.Duplicate, kind ledger.Kind) []analysis.Duplicate {
	var kept []analysis.Duplicate
	for _, duplicate := range found {
		if duplicate.Records[0].Kind == kind {
			kept = append(kept, duplicate)
		}
	}
	return kept
}

// duplicateForm is a suggestion as JSON has it.
type duplicateForm struct {
	Rule    string   `json:"rule"`
	Records []string `json:"records"`
}

func duplicateForms(l *ledger.Ledger, found []analysis.Duplicate) []duplicateForm {
	forms := make([]duplicateForm, 0, len(found))
	for _, duplicate := range found {
		form := duplicateForm{Rule: string(duplicate.Rule)}
		for _, ref := range duplicate.Records {
			form.Records = append(form.Records, l.Name(ref))
		}
		forms = append(forms, form)
	}
	return forms
}

func (p *program) printDuplicates(s *session, found []analysis.Duplicate) error {
	if len(found) == 0 {
		_, err := fmt.Fprintln(p.env.out, s.printer.Text("duplicates.none"))
		return err
	}
	l := s.view.Ledger()
	for _, duplicate := range found {
		var names []string
		for _, ref := range duplicate.Records {
			names = append(names, l.Name(ref))
		}
		if _, err := fmt.Fprintf(p.env.out, "%s: %s\n", strings.Join(names, " "), s.printer.Text("duplicates.rule."+string(duplicate.Rule))); err != nil {
			return err
		}
		for _, ref := range duplicate.Records {
			if _, err := fmt.Fprintf(p.env.out, "  %s\n", s.printer.Title(l, ref)); err != nil {
				return err
			}
		}
	}
	return nil
}
