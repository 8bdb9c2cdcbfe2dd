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
	RuleText   string     `json:"rule_text"`
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
// Only a fault, which breaks the format, does.
func (p *program) printChecks(options *counting) error {
	s := options.session
	l := s.view.Ledger()
	forms := []checkForm{}
	var named []ledger.Ref
	answers := map[string]int{}
	broken := false
	for _, check := range analysis.Checks(s.view) {
		form := checkForm{ID: check.ID, Severity: string(check.Severity), Rule: check.Rule, RuleText: s.printer.Text("check.rule." + check.ID), Answer: string(check.Answer), Cases: []caseForm{}, CannotTell: names(l, check.CannotTell)}
		answers[form.Answer]++
		broken = broken || check.Severity == analysis.Fault && check.Answer == analysis.Finding
		for _, one := range check.Cases {
			named = append(named, one.Refs...)
		}
		for _, one := range check.Cases {
			form.Cases = append(form.Cases, caseForm{names(l, one.Refs), orNull(one.Detail)})
		}
		forms = append(forms, form)
	}
	failed := func(err error) error {
		if err == nil && broken {
			return silentFailure{}
		}
		return err
	}
	if options.asJSON {
		return failed(printJSON(p.env.out, checksForm{daysOf(s.view.AsOf()), []faultForm{}, answers, forms, options.counted(named)}))
	}
	var out strings.Builder
	sound := "command.sound"
	if broken {
		sound = "command.unsound"
	}
	fmt.Fprintf(&out, "%s\n%s\n%s\n", s.printer.Text(sound), s.printer.Text("answer.days", s.printer.Day(s.view.AsOf().Happened), s.printer.Day(s.view.AsOf().Known)),
		s.printer.Text("answer.checks", s.printer.Integer(len(forms)), s.printer.Integer(answers[string(analysis.Finding)]), s.printer.Integer(answers[string(analysis.Fine)]), s.printer.Integer(answers[string(analysis.CannotTell)])))
	for _, form := range forms {
		fmt.Fprintf(&out, "%s (%s): %s\n", s.printer.Text("check."+form.ID), s.printer.Text("checks.severity."+form.Severity), s.printer.Text("check.answer."+form.Answer, s.printer.Integer(len(form.Cases)), s.printer.Integer(len(form.CannotTell))))
		if form.Answer != string(analysis.Fine) {
			fmt.Fprintf(&out, "  %s\n", form.RuleText)
		}
		for _, one := range form.Cases {
			fmt.Fprintf(&out, "  - %s\n", strings.Join(one.Records, ", "))
		}
		for _, record := range form.CannotTell {
			fmt.Fprintf(&out, "  ? %s\n", record)
		}
	}
	out.WriteString(options.countedLine(named))
	_, err := fmt.Fprint(p.env.out, out.String())
	return failed(err)
}

// checksForm is the answer of check as JSON has it.
type checksForm struct {
	daysForm
	Faults  []faultForm    `json:"faults"`
	Answers map[string]int `json:"answers"`
	Checks  []checkForm    `json:"checks"`
	InUnit  *countedForm   `json:"in_unit"`
}
