package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func (p *program) promisesCommand() *cobra.Command {
	var options counting
	command := &cobra.Command{
		Use:   "promises",
		Short: "Print what was promised, what of it was assessed, and how late it was kept",
		Long: `Print what was promised, what of it was assessed and what of that was kept, then
each promise with its verdict. Past due without a report is not assessed, which
does not mean not kept. Due days move only by a dated report.`,
		Example: `  summitledger promises
  summitledger promises --as-of 2017-12-31 --known 2017-12-31 --json`,
		Args: exactly(0),
		RunE: p.answering(&options, ledger.Promises,
			func(s *session, refs []ledger.Ref) any { return s.promisesForm(&options, refs) },
			func(refs []ledger.Ref) error { return p.printPromises(&options, refs) }),
	}
	options.addTo(command, "as JSON: {happened, known, promised, assessed, not_assessed, verdicts, promises}")
	return command
}

type promisesForm struct {
	daysForm
	Unit        string        `json:"unit"`
	CountAt     string        `json:"count_at"`
	Promised    string        `json:"promised"`
	Assessed    string        `json:"assessed"`
	NotAssessed string        `json:"not_assessed"`
	Verdicts    []verdictForm `json:"verdicts"`
	Promises    []promiseForm `json:"promises"`
	InUnit      *countedForm  `json:"in_unit"`
}

type verdictForm struct {
	Verdict string   `json:"verdict"`
	Count   string   `json:"count"`
	Keys    []string `json:"keys"`
}

type promiseForm struct {
	Key         string        `json:"key"`
	Promise     string        `json:"promise"`
	Subject     string        `json:"subject"`
	MadeOn      *string       `json:"made_on"`
	DueOn       *string       `json:"due_on"`
	Verdict     string        `json:"verdict"`
	LateAtLeast *int          `json:"days_late_at_least"`
	LateAtMost  *int          `json:"days_late_at_most"`
	Event       *string       `json:"event"`
	Slippage    *slippageForm `json:"slippage"` // null: no move recorded
}

type slippageForm struct {
	Moves   []moveForm `json:"moves"`
	AtLeast *int       `json:"days_at_least"`
	AtMost  *int       `json:"days_at_most"`
}

type moveForm struct {
	Event   string   `json:"event"`
	To      string   `json:"to"`
	Sources []string `json:"sources"`
}

func (s *session) promisesForm(options *counting, promises []ledger.Ref) promisesForm {
	score := analysis.PromiseScoreOf(s.view, promises)
	form := promisesForm{daysForm: daysOf(s.view.AsOf()), Unit: analysis.Promises, CountAt: options.at.String(), Promised: count(score.Promised), Assessed: count(score.Assessed),
		NotAssessed: count(score.NotAssessed), Verdicts: []verdictForm{}, Promises: []promiseForm{}, InUnit: options.counted(s.subjects(promises))}
	for _, verdict := range score.Verdicts {
		form.Verdicts = append(form.Verdicts, verdictForm{verdict.ID, count(verdict), s.keys(verdict.Added)})
	}
	for _, promise := range promises {
		form.Promises = append(form.Promises, s.promiseForm(promise))
	}
	return form
}

func (s *session) promiseForm(promise ledger.Ref) promiseForm {
	l, state := s.view.Ledger(), s.view.Promise(promise)
	form := promiseForm{Key: l.Key(promise), Promise: l.Value(promise, "promise"), MadeOn: orNull(l.Value(promise, "made_on")), DueOn: orNull(l.Value(promise, "due_on")), Verdict: state.Verdict.String()}
	if subject, ok := l.Subject(promise); ok {
		form.Subject = l.Name(subject)
	}
	if state.Verdict == ledger.VerdictKeptLate {
		form.LateAtLeast, form.LateAtMost = &state.LateAtLeast, &state.LateAtMost
	}
	if state.Event.Exists() {
		form.Event = orNull(l.Key(state.Event))
	}
	if slippage, moved := analysis.SlippageOf(s.view, promise); moved {
		form.Slippage = &slippageForm{Moves: []moveForm{}}
		if slippage.First.Known() {
			form.Slippage.AtLeast, form.Slippage.AtMost = &slippage.AtLeast, &slippage.AtMost
		}
		for _, move := range slippage.Moves {
			form.Slippage.Moves = append(form.Slippage.Moves, moveForm{l.Key(move.Event), l.Value(move.Event, "to_date"), s.keys(l.SourcesOf(move.Event))})
		}
	}
	return form
}

// subjects lists the records that promises speak of, each once.
func (s *session) subjects(promises []ledger.Ref) []ledger.Ref {
	seen := make(map[ledger.Ref]bool)
	var list []ledger.Ref
	for _, promise := range promises {
		if subject, ok := s.view.Ledger().Subject(promise); ok && !seen[subject] {
			seen[subject] = true
			list = append(list, subject)
		}
	}
	return list
}

func (p *program) printPromises(options *counting, promises []ledger.Ref) error {
	s := options.session
	l, text := s.view.Ledger(), s.printer.Text
	score := analysis.PromiseScoreOf(s.view, promises)
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", text("answer.days", s.printer.Day(s.view.AsOf().Happened), s.printer.Day(s.view.AsOf().Known)))
	fmt.Fprintf(&out, "%s\n", text("answer.promises", s.printer.Integer(score.Promised.Count), s.printer.Integer(score.Assessed.Count)))
	for _, verdict := range score.Verdicts {
		if verdict.Count > 0 {
			fmt.Fprintf(&out, "  %s: %s\n", s.printer.Word("verdict", verdict.ID), s.printer.Integer(verdict.Count))
		}
	}
	table := tabwriter.NewWriter(&out, 0, 8, 2, ' ', 0)
	for _, promise := range promises {
		state := s.view.Promise(promise)
		verdict := s.printer.Word("verdict", state.Verdict.String())
		if state.Verdict == ledger.VerdictKeptLate {
			verdict = text("answer.late", verdict, s.printer.Integer(state.LateAtLeast), s.printer.Integer(state.LateAtMost))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", l.Key(promise), s.printer.ShortDate(l.Date(promise, "due_on")), verdict, l.Value(promise, "promise"))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	out.WriteString(options.countedLine(s.subjects(promises)))
	_, err := fmt.Fprint(p.env.out, out.String())
	return err
}
