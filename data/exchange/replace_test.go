package exchange_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

func bundled(t testing.TB) *ledger.Ledger {
	t.Helper()
	summit, err := exchange.Read(bundledFolder(t), ledger.DayOf(2026, 11, 23))
	if err != nil {
		t.Fatal(err)
	}
	return summit.Ledger
}

func all(l *ledger.Ledger, kind ledger.Kind) []ledger.Ref {
	var rows []ledger.Ref
	for ref := range l.All(kind) {
		rows = append(rows, ref)
	}
	return rows
}

// counted says how many suggestions of each verdict there are.
func counted(p exchange.Proposal) map[exchange.Verdict]int {
	counts := map[exchange.Verdict]int{}
	for _, s := range p.Suggestions {
		counts[s.Verdict]++
	}
	return counts
}

func TestReplaceOverChosenFields(t *testing.T) {
	l := bundled(t)
	deals := all(l, ledger.Deals)
	for _, c := range []struct {
		name     string
		fields   []string
		r        exchange.Replacement
		of       func(ref ledger.Ref) bool // cells that change
		problems bool
	}{
		{"a word in titles", []string{"title"}, exchange.Replacement{Find: "arctic lng", With: "Arctic-LNG"},
			func(ref ledger.Ref) bool {
				return strings.Contains(strings.ToLower(l.Value(ref, "title")), "arctic lng")
			}, false},
		{"the same with its capitals", []string{"title"}, exchange.Replacement{Find: "arctic lng", With: "Arctic-LNG", MatchCase: true},
			func(ledger.Ref) bool { return false }, false},
		{"a part of a word of the vocabulary is no text", nil, exchange.Replacement{Find: "under_disc", With: "over_disc"}, func(ledger.Ref) bool { return false }, false},
		{"a whole word of the vocabulary", []string{"sector"}, exchange.Replacement{Find: "health", With: "education", WholeCell: true},
			func(ref ledger.Ref) bool { return l.Value(ref, "sector") == "health" }, false},
		{"a word that is none", []string{"sector"}, exchange.Replacement{Find: "health", With: "wellness", WholeCell: true},
			func(ref ledger.Ref) bool { return l.Value(ref, "sector") == "health" }, true},
		{"a source that is none", []string{"source_keys"}, exchange.Replacement{Find: "upstream-2019", With: "nowhere-2019", WholeCell: true},
			func(ref ledger.Ref) bool {
				return slices.Contains(ledger.Keys(l.Value(ref, "source_keys")), "upstream-2019")
			}, true},
		{"an amount taken away alone", []string{"amount"}, exchange.Replacement{Find: "3000000000", With: "", WholeCell: true},
			func(ref ledger.Ref) bool { return l.Value(ref, "amount") == "3000000000" }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := exchange.Replace(l, deals, c.fields, c.r)
			if err != nil {
				t.Fatal(err)
			}
			want := 0
			for _, ref := range deals {
				if c.of(ref) {
					want++
				}
			}
			got, verdict := counted(p), exchange.Changed
			if c.problems {
				verdict = exchange.Problem
			}
			if got[verdict] != want || len(p.Suggestions) != want || strings.HasPrefix(c.name, "a whole") && want == 0 {
				t.Errorf("%v; want %d %s", got, want, verdict)
			}
			changes, err := p.Changes(l, l.RecordedDay())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := l.Apply(changes); err != nil {
				t.Error(err)
			}
		})
	}
	if _, err := exchange.Replace(l, deals, nil, exchange.Replacement{With: "x"}); err == nil {
		t.Error("nothing is found everywhere")
	}
}

// Whatever is replaced, everything offered can be taken over, and nothing but
// the text that was looked for changes.
func TestWhatReplaceOffersCanBeTakenOver(t *testing.T) {
	l := bundled(t)
	rapid.Check(t, func(r *rapid.T) {
		kind := rapid.SampledFrom(ledger.Kinds()).Draw(r, "kind")
		column := rapid.SampledFrom(kind.Columns()).Draw(r, "column").Name
		var cells []string
		for ref := range l.All(kind) {
			if cell := l.Value(ref, column); cell != "" {
				cells = append(cells, cell)
			}
		}
		if len(cells) == 0 {
			return
		}
		find := rapid.SampledFrom(cells).Draw(r, "cell")
		with := rapid.OneOf(rapid.SampledFrom(cells), rapid.StringMatching("[a-z0-9-]{0,9}")).Draw(r, "with")
		p, err := exchange.Replace(l, all(l, kind), []string{column}, exchange.Replacement{Find: find, With: with, WholeCell: rapid.Bool().Draw(r, "whole"), MatchCase: rapid.Bool().Draw(r, "case")})
		if err != nil {
			r.Fatal(err)
		}
		changes, err := p.Changes(l, l.RecordedDay())
		if err != nil {
			r.Fatal(err)
		}
		after, err := l.Apply(changes)
		if err != nil {
			r.Fatal(err)
		}
		for _, s := range p.Suggestions {
			ref, _ := after.FindID(s.Kind, s.ID)
			if want := s.New; s.Verdict == exchange.Changed && after.Value(ref, s.Field) != want || s.Verdict == exchange.Problem && s.Field != "" && kind.Column(column) != kind.KeyColumn() && after.Value(ref, s.Field) != s.Old {
				r.Errorf("%s %s of %s is %q", s.Verdict, s.Field, s.Record, after.Value(ref, s.Field))
			}
		}
		back, err := after.Apply(ledger.Inverse(changes))
		if err != nil {
			r.Fatal(err)
		}
		for ref := range l.All(kind) {
			if !slices.Equal(l.Cells(ref), back.Cells(ref)) {
				r.Fatal("undo gives another row")
			}
		}
	})
}

func TestOneValueForManyRecords(t *testing.T) {
	l := bundled(t)
	rows := append(all(l, ledger.Agreements)[:3], all(l, ledger.Deals)[0])
	p := exchange.SetFields(l, rows, map[string]string{"binding": "contract"})
	changes, err := p.Changes(l, l.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	after, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range rows[:3] {
		if after.Value(ref, "binding") != "contract" {
			t.Errorf("%s is %s", after.Name(ref), after.Value(ref, "binding"))
		}
	}
	if p := exchange.SetFields(l, rows, map[string]string{"binding": ""}); counted(p)[exchange.Problem] != 3 {
		t.Errorf("an empty required field: %v", counted(p))
	}
	if p := exchange.SetFields(l, rows[:3], map[string]string{"key": "same"}); counted(p)[exchange.Changed] != 1 || counted(p)[exchange.Problem] != 2 {
		t.Errorf("one key for three: %v", counted(p))
	}
}

// Some promises are about deals: a deal does not become an agreement by another
// word for its kind.
func TestTheKindOfASubjectIsNotReplacedAlone(t *testing.T) {
	l := bundled(t)
	p, err := exchange.Replace(l, all(l, ledger.Promises), []string{"subject_kind"}, exchange.Replacement{Find: "deal", With: "agreement", WholeCell: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Suggestions) == 0 {
		t.Fatal("no promise is about a deal")
	}
	for _, s := range p.Suggestions {
		if s.Verdict != exchange.Problem || s.Reason != exchange.ReasonNoRecord || s.Accepted {
			t.Errorf("%s: %s, %s", s.Record, s.Verdict, s.Reason)
		}
	}
}
