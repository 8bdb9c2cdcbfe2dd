package ledger_test

import (
	"testing"

	"summitledger/data/ledger"
)

// BenchmarkEditOfAMillion applies one edit to a generated ledger of 1,000,000
// agreements, their parties, 100,000 deals with their links, and 200,000
// events. The goal is 20 ms for each.
func BenchmarkEditOfAMillion(b *testing.B) {
	l := ledger.Generate(1_000_000, 200_000, 1, ledger.DayOf(2026, 11, 23))
	agreement := ledger.Ref{Kind: ledger.Agreements, Row: 500_000}
	event := ledger.Ref{Kind: ledger.Events, Row: 100_000}
	party := ledger.Ref{Kind: ledger.Parties, Row: 700_000}
	link := ledger.Ref{Kind: ledger.Links, Row: 50_000}
	key := l.Key(agreement)
	lone := with(b, l, ledger.Organisations, "key", "lone", "name", "Lone", "kind", "company")
	for _, c := range []struct {
		name    string
		ledger  *ledger.Ledger
		changes func(l *ledger.Ledger) []ledger.Change
	}{
		{"set a field", l, func(l *ledger.Ledger) []ledger.Change {
			return []ledger.Change{l.Set(agreement, "title", "Another title")}
		}},
		{"add an agreement", l, func(l *ledger.Ledger) []ledger.Change {
			cells := l.Cells(agreement)
			cells[0] = "another"
			return []ledger.Change{l.Add(ledger.Agreements, l.RecordedDay(), cells)}
		}},
		{"add a party", l, func(l *ledger.Ledger) []ledger.Change {
			return []ledger.Change{l.Add(ledger.Parties, l.RecordedDay(), row(ledger.Parties, "subject_kind", "agreement", "subject_key", key, "organisation_key", "generated-body-7", "role", "witness"))}
		}},
		{"set a role", l, func(l *ledger.Ledger) []ledger.Change {
			return []ledger.Change{l.Set(party, "role", "guarantor")}
		}},
		{"add a link", l, func(l *ledger.Ledger) []ledger.Change {
			cells := l.Cells(link)
			cells[ledger.Links.Column("relation")] = "unlocks"
			return []ledger.Change{l.Add(ledger.Links, l.RecordedDay(), cells)}
		}},
		{"set a date of an event", l, func(l *ledger.Ledger) []ledger.Change {
			return []ledger.Change{l.Set(event, "date", "2020-02-02")}
		}},
		{"remove an event", l, func(l *ledger.Ledger) []ledger.Change {
			changes, _ := l.Removal(event)
			return changes
		}},
		{"remove an organisation", lone, func(l *ledger.Ledger) []ledger.Change {
			changes, _ := l.Removal(ledger.Ref{Kind: ledger.Organisations, Row: l.Rows(ledger.Organisations) - 1})
			return changes
		}},
		{"rename an agreement", l, func(l *ledger.Ledger) []ledger.Change { return l.Rename(agreement, "another") }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := c.ledger.Apply(c.changes(c.ledger)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
