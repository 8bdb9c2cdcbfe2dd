package main

import (
	"fmt"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// checkForm is a check as JSON has it.
type checkForm struct {
	ID         string     `json:"id"`
	Severity   string     `json:"severity"`
	Rule       string     `json:"rule"`
	Answer     string     `json:"answer"`
	Cases      []caseForm `json:"cases"`
	CannotTell []string   `json:"cannot_tell"`
}

type caseForm struct {
	Records []string `json:"records"`
	Detail  *string  `json:"detail"`
}

func names(l *ledger.Ledger, refs []ledger.Ref) []string {
	list := make([]string, 0, len(refs))
	for _, ref := range refs {
		list = append(list, l.Name(ref))
	}
	return list
}

// printChecks tries every rule of consistency on the view. Findings are for
// the reader to judge: they do not make the command fail.
func (p *program) printChecks(s *session, asJSON bool) error {
	l := s.view.Ledger()
	forms := []checkForm{}
	for _, check := range analysis.Checks(s.view) {
		form := checkForm{ID: check.ID, Severity: string(check.Severity), Rule: check.Rule, Answer: string(check.Answer), Cases: []caseForm{}, CannotTell: names(l, check.CannotTell)}
		for _, one := range check.Cases {
			form.Cases = append(form.Cases, caseForm{names(l, one.Refs), orNull(one.Detail)})
		}
		forms = append(forms, form)
	}
	if asJSON {
		return printJSON(p.env.out, map[string]any{"faults": []faultForm{}, "checks": forms})
	}
	if _, err := fmt.Fprintln(p.env.out, s.printer.Text("command.sound")); err != nil {
		return err
	}
	for _, form := range forms {
		if _, err := fmt.Fprintf(p.env.out, "%s: %s\n", s.printer.Text("check."+form.ID), s.printer.Text("check.answer."+form.Answer, s.printer.Integer(len(form.Cases)), s.printer.Integer(len(form.CannotTell)))); err != nil {
			return err
		}
		for _, one := range form.Cases {
			if _, err := fmt.Fprintf(p.env.out, "  %s\n", strings.Join(one.Records, ", ")); err != nil {
				return err
			}
		}
	}
	return nil
}
