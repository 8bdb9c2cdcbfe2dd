package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// counting is the options of commands that answer with figures.
type counting struct {
	asJSON  bool
	atText  string
	unit    string
	at      analysis.CountAt
	session *session
	fault   error // of the options themselves; said when they are read
}

// addTo puts the options on a command.
func (c *counting) addTo(command *cobra.Command, form string) {
	flags := command.Flags()
	flags.BoolVar(&c.asJSON, "json", false, form)
	flags.StringVar(&c.atText, "count-at", analysis.AtAnnounced.String(), "how far records must have come to be counted: "+levelNames())
	flags.StringVar(&c.unit, "unit", "", "count the records of the answer in another `unit` too: "+strings.Join(analysis.Units(), ", "))
	for name, words := range map[string][]string{"count-at": strings.Split(levelNames(), ", "), "unit": analysis.Units()} {
		if err := command.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			c.fault = errors.Join(c.fault, err)
		}
	}
}

func levelNames() string {
	names := make([]string, 0, len(analysis.CountAtLevels()))
	for _, level := range analysis.CountAtLevels() {
		names = append(names, level.String())
	}
	return strings.Join(names, ", ")
}

// open reads the options and the summit.
func (c *counting) open(p *program, command *cobra.Command) error {
	if c.fault != nil {
		return c.fault
	}
	at, ok := analysis.ParseCountAt(c.atText)
	if !ok {
		return usagef("--count-at: there is no level %q; the levels are %s", c.atText, levelNames())
	}
	c.at = at
	if c.unit != "" && !slices.Contains(analysis.Units(), c.unit) {
		return usagef("--unit: there is no unit %q; the units are %s", c.unit, strings.Join(analysis.Units(), ", "))
	}
	s, err := p.open(command.Context())
	if err != nil {
		return err
	}
	c.session = s
	return nil
}

// answering opens the summit and answers with the records of a kind, as JSON
// or in words.
func (p *program) answering(options *counting, kind ledger.Kind, form func(s *session, refs []ledger.Ref) any, say func(refs []ledger.Ref) error) func(*cobra.Command, []string) error {
	return func(command *cobra.Command, _ []string) (err error) {
		if err := options.open(p, command); err != nil {
			return err
		}
		s := options.session
		defer s.close(&err)
		refs, err := p.rows(command.Context(), s, kind)
		if err != nil {
			return err
		}
		if options.asJSON {
			return printJSON(p.env.out, form(s, refs))
		}
		return say(refs)
	}
}

// countedForm is the records of an answer in another unit, at a level.
type countedForm struct {
	Unit    string        `json:"unit"`
	CountAt string        `json:"count_at"`
	Count   string        `json:"count"`
	LeftOut []leftOutForm `json:"left_out"`
}

// counted counts records in the unit asked for; null when none was.
func (c *counting) counted(among []ledger.Ref) *countedForm {
	if c.unit == "" {
		return nil
	}
	if among == nil {
		among = []ledger.Ref{}
	}
	total := analysis.CountIn(c.session.view, c.unit, c.at, among)
	return &countedForm{Unit: c.unit, CountAt: c.at.String(), Count: count(total), LeftOut: c.session.leftOut(total.LeftOut)}
}

// countedLine says the same for people, "" when no unit was asked for.
func (c *counting) countedLine(among []ledger.Ref) string {
	form := c.counted(among)
	if form == nil {
		return ""
	}
	p := c.session.printer
	line := p.Text("answer.counted", form.Count, p.Text("answer.unit."+c.unit), p.Word("count_at", c.at.String()))
	for _, left := range form.LeftOut {
		line += "; " + p.Text("answer.left_out", p.Integer(len(left.Keys)), p.Text("reason."+left.Reason))
	}
	return line + "\n"
}

// count is a number of records as JSON has it.
func count(total analysis.Total) string {
	return decimal.NewFromInt(int64(total.Count)).String()
}

// moneyForm is an amount as JSON has it: a decimal string and its currency.
type moneyForm struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

func moneyOf(money ledger.Money) moneyForm {
	return moneyForm{money.Amount.String(), string(money.Currency)}
}

func sumsOf(total analysis.Total) []moneyForm {
	forms := make([]moneyForm, 0, len(total.Sums))
	for _, sum := range total.Sums {
		forms = append(forms, moneyOf(sum.Money))
	}
	return forms
}

// leftOutForm names what a figure does not include, and what speaks instead.
type leftOutForm struct {
	Reason  string   `json:"reason"`
	Keys    []string `json:"keys"`
	Instead []string `json:"instead,omitempty"`
}

func (s *session) leftOut(list []analysis.LeftOut) []leftOutForm {
	forms := make([]leftOutForm, 0, len(list))
	for _, left := range list {
		form := leftOutForm{Reason: left.Reason, Keys: s.keys(left.Refs)}
		for _, ref := range left.Instead {
			name := ""
			if ref.Exists() {
				name = s.view.Ledger().Name(ref)
			}
			form.Instead = append(form.Instead, name)
		}
		forms = append(forms, form)
	}
	return forms
}

// keys lists the keys of records, never null.
func (s *session) keys(refs []ledger.Ref) []string {
	list := make([]string, 0, len(refs))
	for _, ref := range refs {
		if ref.Exists() {
			list = append(list, s.view.Ledger().Key(ref))
		}
	}
	return list
}

// daysForm is the days of a view as JSON has them.
type daysForm struct {
	Happened string `json:"happened"`
	Known    string `json:"known"`
}

func daysOf(asOf ledger.AsOf) daysForm { return daysForm{asOf.Happened.String(), asOf.Known.String()} }
