package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "show [KIND:]KEY",
		Short: "Print one record with all that is known of it",
		Example: `  summitledger show deal:arctic-lng-2
  summitledger show docs-total-80 --json`,
		Args: exactly(1),
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			ref, err := record(s.view.Ledger(), arguments[0])
			if err != nil {
				return err
			}
			if asJSON {
				detail, err := exchange.Detail(s.view, ref)
				if err != nil {
					return err
				}
				return printJSON(p.env.out, detail)
			}
			return p.printRecord(s, ref)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "as JSON, with parties, links, events and sources")
	return command
}

// printJSON writes a value indented, with text as it is.
func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// printRecords writes records as one JSON array.
func printRecords(out io.Writer, v *ledger.View, rows []ledger.Ref) error {
	list := make([]json.RawMessage, 0, len(rows))
	for _, ref := range rows {
		member, err := exchange.Record(v, ref)
		if err != nil {
			return err
		}
		list = append(list, member)
	}
	return printJSON(out, list)
}

// printRecord writes a record for people: every field that is filled, what is
// derived, then what speaks of it.
func (p *program) printRecord(s *session, ref ledger.Ref) error {
	l := s.view.Ledger()
	var lines strings.Builder
	fmt.Fprintf(&lines, "%s\n", l.Name(ref))
	if absence := s.view.Absence(ref); absence != ledger.Present {
		fmt.Fprintf(&lines, "  %s\n", s.printer.Text("command.not_in_view", s.printer.Word("absence", absence.String())))
	}
	for i, column := range ref.Kind.Columns() {
		if l.Cell(ref, i) != "" {
			fmt.Fprintf(&lines, "  %s: %s\n", s.printer.Column(ref.Kind, column.Name), s.printer.Cell(l, ref, i))
		}
	}
	for _, line := range s.derivedLines(ref) {
		fmt.Fprintf(&lines, "  %s\n", line)
	}
	for _, group := range []struct {
		kind ledger.Kind
		refs []ledger.Ref
	}{{ledger.Parties, s.view.PartiesOf(ref)}, {ledger.Links, append(s.view.LinksFrom(ref), s.view.LinksTo(ref)...)}, {ledger.Events, s.view.EventsOf(ref)}, {ledger.Sources, l.SourcesOf(ref)}} {
		if len(group.refs) == 0 {
			continue
		}
		fmt.Fprintf(&lines, "%s (%d)\n", s.printer.Text("table."+group.kind.Table()), len(group.refs))
		for _, member := range group.refs {
			fmt.Fprintf(&lines, "  %s\n", s.memberLine(member))
		}
	}
	_, err := io.WriteString(p.env.out, lines.String())
	return err
}

// derivedLines says what follows as of the days of the view.
func (s *session) derivedLines(ref ledger.Ref) []string {
	p := s.printer
	line := func(column, value string) string { return p.Column(ref.Kind, column) + ": " + value }
	var lines []string
	switch ref.Kind {
	case ledger.Deals:
		state := s.view.Deal(ref)
		if state.Stage != ledger.NoStage {
			since := "command.stage_since"
			if state.SinceBaseline {
				since = "command.stage_since_or_before"
			}
			lines = append(lines, line("stage_now", p.Text(since, p.Word("stage", state.Stage.String()), p.Day(state.StageSince))))
		}
		lines = append(lines, line("outcome", p.Word("outcome", state.Outcome.String())))
		if state.Silence != ledger.NotSilent {
			lines = append(lines, line("silence", p.Word("silence", state.Silence.String())))
		}
	case ledger.Agreements:
		state := s.view.Agreement(ref)
		if state.SignedBy.Known() {
			lines = append(lines, line("signed_by", p.Day(state.SignedBy)))
		}
		lines = append(lines, line("force", p.Word("force", s.view.Ledger().Force(ref).String())))
		if state.Outcome != ledger.NoOutcome {
			lines = append(lines, line("outcome", p.Word("outcome", state.Outcome.String())))
		} else if state.EndedThrough {
			lines = append(lines, line("outcome", p.Word("outcome", "ended_through")))
		}
	case ledger.Promises:
		state := s.view.Promise(ref)
		lines = append(lines, line("verdict", p.Word("verdict", state.Verdict.String())))
	}
	ladder := s.view.Ladder(ref)
	for _, rung := range ledger.Rungs() {
		for _, money := range ladder.At(rung) {
			lines = append(lines, p.Word("rung", rung.String())+": "+p.Exact(money))
		}
	}
	return lines
}

// memberLine says what a row beside the record tells, in one line.
func (s *session) memberLine(ref ledger.Ref) string {
	l := s.view.Ledger()
	switch ref.Kind {
	case ledger.Parties:
		return s.printer.Title(l, ref)
	case ledger.Links:
		from, to := l.LinkEnds(ref)
		return l.Name(from) + " " + s.printer.Word("relation", l.Value(ref, "relation")) + " " + l.Name(to)
	case ledger.Events:
		return s.printer.ShortDate(l.Date(ref, "date")) + "  " + s.printer.Word("event_kind", l.Value(ref, "kind")) + ": " + l.Value(ref, "note")
	case ledger.Sources:
		return strings.TrimSpace(s.printer.ShortDate(l.Date(ref, "published_on")) + "  " + l.Value(ref, "publisher") + ": " + l.Value(ref, "title") + "  " + l.Value(ref, "url"))
	}
	return l.Name(ref)
}
