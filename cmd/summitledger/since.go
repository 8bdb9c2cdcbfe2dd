package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// The clocks by which days can be compared.
const (
	clockHappened = "happened"
	clockKnown    = "known"
)

// comparedDays are the options that say which days are compared.
type comparedDays struct{ from, to, clock string }

func (d *comparedDays) add(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&d.from, "from", "", "the earlier `day`, such as 2016-12-17")
	flags.StringVar(&d.to, "to", "", "the later `day` (default today)")
	flags.StringVar(&d.clock, "clock", clockHappened, "by which days are compared: happened or known")
}

func (p *program) sinceCommand() *cobra.Command {
	var options counting
	var days comparedDays
	command := &cobra.Command{
		Use:   "since --from DATE",
		Short: "Print what changed between two days",
		Long: `Print what changed between two days: new records, moved stages, outcomes, money,
due days, sources. By the clock "happened" what happened between them, as known
by --known; by the clock "known" what became known between them, of what had
happened by --as-of. Things cannot be known before they happen: with --as-of
later than a day of the clock "known", that day counts for both.`,
		Example: `  summitledger since --from 2018-12-31 --to 2022-03-31
  summitledger since --from 2016-12-17 --clock known --json`,
		Args: exactly(0),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			fromDay, toDay, err := p.between(days)
			clock := days.clock
			if err != nil {
				return err
			}
			if err := options.open(p, command); err != nil {
				return err
			}
			s := options.session
			defer s.close(&err)
			l, asOf := s.view.Ledger(), s.comparedBy(clock)
			s.view = l.View(asOf(toDay))
			changes := analysis.Since(l.View(asOf(fromDay)), s.view)
			if options.asJSON {
				return printJSON(p.env.out, s.sinceForm(&options, changes, clock))
			}
			return p.printSince(&options, changes)
		},
	}
	options.addTo(command, "as JSON: {clock, from, to, new, changes, table}")
	days.add(command)
	return command
}

// comparedBy gives the days of a view that stands at a day of a clock; the other
// one stays where the session has it.
func (s *session) comparedBy(clock string) func(day ledger.Day) ledger.AsOf {
	asOf := s.view.AsOf()
	return func(day ledger.Day) ledger.AsOf {
		if clock == clockKnown {
			return ledger.AsOf{Happened: asOf.Happened, Known: day}
		}
		return ledger.AsOf{Happened: day, Known: asOf.Known}
	}
}

// between reads the days and the clock.
func (p *program) between(days comparedDays) (fromDay, toDay ledger.Day, err error) {
	from, to, clock := days.from, days.to, days.clock
	if from == "" {
		return 0, 0, usagef("--from: name the earlier day, such as --from 2016-12-17")
	}
	if fromDay, err = ledger.ParseDay(from); err != nil {
		return 0, 0, usagef("--from: %w", err)
	}
	toDay = p.today()
	if to != "" {
		if toDay, err = ledger.ParseDay(to); err != nil {
			return 0, 0, usagef("--to: %w", err)
		}
	}
	if clock != clockHappened && clock != clockKnown {
		return 0, 0, usagef("--clock: there is no clock %q; the clocks are %s and %s", clock, clockHappened, clockKnown)
	}
	if fromDay > toDay {
		return 0, 0, usagef("--from %s is later than --to %s; name the earlier day first", fromDay, toDay)
	}
	return fromDay, toDay, nil
}

type sinceForm struct {
	Clock   string          `json:"clock"`
	From    daysForm        `json:"from"`
	To      daysForm        `json:"to"`
	CountAt string          `json:"count_at"`
	New     []newForm       `json:"new"`
	Changes []changedForm   `json:"changes"`
	Table   []stageCellForm `json:"table"`
	InUnit  *countedForm    `json:"in_unit"`
}

type newForm struct {
	Table string   `json:"table"`
	Count string   `json:"count"`
	Keys  []string `json:"keys"`
}

type changedForm struct {
	Kind    string   `json:"kind"`
	Record  string   `json:"record"`
	Event   *string  `json:"event"`
	Rung    *string  `json:"rung,omitempty"`
	From    any      `json:"from"`
	To      any      `json:"to"`
	Sources []string `json:"sources,omitempty"`
}

type stageCellForm struct {
	From  *string  `json:"from"` // null: was not there, or had no stage
	To    *string  `json:"to"`   // null: is not there, or has no stage
	Was   bool     `json:"was_there"`
	Is    bool     `json:"is_there"`
	Count string   `json:"count"`
	Keys  []string `json:"keys"`
}

func (s *session) sinceForm(options *counting, changes analysis.Changes, clock string) sinceForm {
	form := sinceForm{Clock: clock, From: daysOf(changes.From), To: daysOf(changes.To), CountAt: options.at.String(), New: []newForm{}, Changes: []changedForm{}, Table: []stageCellForm{}}
	for _, total := range changes.New {
		one := newForm{Table: total.ID, Count: count(total), Keys: []string{}}
		for _, ref := range total.Added {
			one.Keys = append(one.Keys, s.keyOrName(ref))
		}
		form.New = append(form.New, one)
	}
	for _, change := range changes.List {
		form.Changes = append(form.Changes, s.changedForm(change))
	}
	for _, cell := range changes.Table {
		form.Table = append(form.Table, stageCellForm{orNull(cell.From.String()), orNull(cell.To.String()), cell.WasThere, cell.StillThere, count(cell.Total), s.keys(cell.Total.Added)})
	}
	form.InUnit = options.counted(recordsOf(changes))
	return form
}

// recordsOf lists the records that changed, each once.
func recordsOf(changes analysis.Changes) []ledger.Ref {
	var list []ledger.Ref
	for _, change := range changes.List {
		if n := len(list); n == 0 || list[n-1] != change.Record {
			list = append(list, change.Record)
		}
	}
	return list
}

// keyOrName gives the key of a record; rows without one are named in full.
func (s *session) keyOrName(ref ledger.Ref) string {
	if key := s.view.Ledger().Key(ref); key != "" {
		return key
	}
	return s.view.Ledger().Name(ref)
}

func (s *session) changedForm(change analysis.Change) changedForm {
	l := s.view.Ledger()
	form := changedForm{Kind: string(change.Kind), Record: l.Name(change.Record)}
	if change.Cause.Exists() {
		form.Event = orNull(l.Key(change.Cause))
	}
	switch change.Kind {
	case analysis.ChangeStage:
		form.From, form.To = orNull(change.Stage[0].String()), orNull(change.Stage[1].String())
	case analysis.ChangeOutcome:
		form.From, form.To = orNull(change.Outcome[0].String()), orNull(change.Outcome[1].String())
	case analysis.ChangeVerdict:
		form.From, form.To = orNull(change.Verdict[0].String()), orNull(change.Verdict[1].String())
	case analysis.ChangeMoney:
		form.Rung = orNull(change.Rung.String())
		form.From, form.To = moneyList(change.Money[0]), moneyList(change.Money[1])
	case analysis.ChangeDue:
		form.From, form.To = boundsOf(change.Due[0]), boundsOf(change.Due[1])
	case analysis.ChangeSource:
		form.Sources = s.keys(change.Sources)
	}
	return form
}

func moneyList(list []ledger.Money) []moneyForm {
	forms := make([]moneyForm, 0, len(list))
	for _, money := range list {
		forms = append(forms, moneyOf(money))
	}
	return forms
}

// boundsOf writes a due day as its first and last day; null when none is stated.
func boundsOf(date ledger.Date) any {
	if !date.Known() {
		return nil
	}
	return map[string]string{"first": date.First.String(), "last": date.Last.String()}
}

func (p *program) printSince(options *counting, changes analysis.Changes) error {
	s := options.session
	text := s.printer.Text
	var out strings.Builder
	for _, end := range []struct {
		key  string
		asOf ledger.AsOf
	}{{"answer.since_from", changes.From}, {"answer.since_to", changes.To}} {
		fmt.Fprintf(&out, "%s\n", text(end.key, s.printer.Day(end.asOf.Happened), s.printer.Day(end.asOf.Known)))
	}
	if len(changes.List) == 0 {
		fmt.Fprintf(&out, "%s\n", text("answer.nothing_changed"))
	}
	for _, total := range changes.New {
		fmt.Fprintf(&out, "%s\n", text("answer.new", text("table."+total.ID), s.printer.Integer(total.Count)))
	}
	table := tabwriter.NewWriter(&out, 0, 8, 2, ' ', 0)
	for _, change := range changes.List {
		if change.Kind != analysis.ChangeNew {
			fmt.Fprintf(table, "%s\t%s\t%s\n", text("since.change."+string(change.Kind)), s.view.Ledger().Name(change.Record), s.changeText(change))
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	out.WriteString(options.countedLine(recordsOf(changes)))
	_, err := fmt.Fprint(p.env.out, out.String())
	return err
}

// changeText says from what to what a record changed.
func (s *session) changeText(change analysis.Change) string {
	p := s.printer
	moved := func(from, to string) string {
		if from == "" {
			from = ".."
		}
		if to == "" {
			to = ".."
		}
		return from + " > " + to
	}
	switch change.Kind {
	case analysis.ChangeStage:
		return moved(p.Word("stage", change.Stage[0].String()), p.Word("stage", change.Stage[1].String()))
	case analysis.ChangeOutcome:
		if change.Through {
			return p.Word("outcome", "ended_through")
		}
		return moved(p.Word("outcome", change.Outcome[0].String()), p.Word("outcome", change.Outcome[1].String()))
	case analysis.ChangeVerdict:
		return moved(p.Word("verdict", change.Verdict[0].String()), p.Word("verdict", change.Verdict[1].String()))
	case analysis.ChangeMoney:
		return p.Word("rung", change.Rung.String()) + ": " + moved(s.moneyText(change.Money[0]), s.moneyText(change.Money[1]))
	case analysis.ChangeDue:
		return moved(p.ShortDate(change.Due[0]), p.ShortDate(change.Due[1]))
	case analysis.ChangeSource:
		return strings.Join(s.keys(change.Sources), ", ")
	}
	return ""
}

func (s *session) moneyText(list []ledger.Money) string {
	parts := make([]string, 0, len(list))
	for _, money := range list {
		parts = append(parts, s.printer.Exact(money))
	}
	return strings.Join(parts, ", ")
}
