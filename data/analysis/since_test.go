package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// What RULES 16 says of single deals at the end of 2018 and in March 2022 is
// what changed between the two days.
func TestSinceTheEndOf2018(t *testing.T) {
	l := bundled(t)
	changes := analysis.Since(view(t, l, "2018-12-31", today), view(t, l, "2022-03-31", today))
	got := map[string]string{}
	for _, change := range changes.List {
		switch change.Kind {
		case analysis.ChangeStage:
			got[l.Key(change.Record)+" stage"] = fmt.Sprintf("%s > %s by %s", change.Stage[0], change.Stage[1], l.Value(change.Cause, "date"))
		case analysis.ChangeOutcome:
			got[l.Key(change.Record)+" outcome"] = fmt.Sprintf("%s > %s", change.Outcome[0], change.Outcome[1])
		}
	}
	for key, want := range map[string]string{
		"arctic-lng-2 outcome":               "open > suspended",
		"mazda-engine-plant outcome":         "open > suspended",
		"volgograd-methanol outcome":         "open > suspended",
		"sakhalin-hokkaido-pipeline outcome": "open > cancelled",
		"rosneft-stake outcome":              "", // cancelled before the end of 2018
		"mazda-engine-plant stage":           "", // operating since before
		"tiksi-wind-diesel stage":            "",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if !strings.HasPrefix(got["arctic-lng-2 stage"], "memorandum > construction by ") {
		t.Errorf("arctic-lng-2: %q", got["arctic-lng-2 stage"])
	}
}

// Between the newspaper's day and hindsight on the same day 18 agreements and
// 15 deals came to light (RULES 3: 50 and 30, 68 and 45).
func TestWhatBecameKnownOfTheDayAfterTheSummit(t *testing.T) {
	l := bundled(t)
	changes := analysis.Since(view(t, l, "2016-12-17", "2016-12-17"), view(t, l, "2016-12-17", today))
	got := map[string]int{}
	for _, total := range changes.New {
		got[total.ID] = total.Count
	}
	if got["agreements"] != 18 || got["deals"] != 15 {
		t.Errorf("new: %v, want 18 agreements and 15 deals", got)
	}
	if len(changes.Of(analysis.ChangeSource)) == 0 {
		t.Error("no source came to light in ten years")
	}
	if gone := changes.Of(analysis.ChangeGone); len(gone) != 0 {
		t.Errorf("%d records are gone", len(gone))
	}
}

func TestDelayMovesADueDay(t *testing.T) {
	l := bundled(t)
	changes := analysis.Since(view(t, l, "2022-12-31", today), view(t, l, "2024-01-01", today)).Of(analysis.ChangeDue)
	if len(changes) != 1 || l.Key(changes[0].Record) != "irkutsk-polymer-plant" || l.Value(changes[0].Cause, "key") != "irkutsk-polymer-plant-2023-delay" {
		t.Fatalf("due days moved in 2023: %v, want that of irkutsk-polymer-plant", changes)
	}
	if due := changes[0].Due[1]; due.First.String() != "2025-01-01" || due.Precision != ledger.ByYear {
		t.Errorf("moved to %s, want the year 2025", due.First)
	}
}

// What was there and what is new make all that is there; equal days have no
// changes; the changes carry each deal from its old state to its new one.
func TestSinceIsConsistent(t *testing.T) {
	l := bundled(t)
	first, last := int32(day(t, "2015-01-01")), int32(day(t, "2026-12-31"))
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) ledger.AsOf {
			return ledger.AsOf{Happened: ledger.Day(rapid.Int32Range(first, last).Draw(t, name+" happened")), Known: ledger.Day(rapid.Int32Range(first, last).Draw(t, name+" known"))}
		}
		from, to := l.View(draw("from")), l.View(draw("to"))
		if same := analysis.Since(from, from); len(same.List) != 0 || len(same.New) != 0 {
			t.Fatalf("%d changes between a day and itself", len(same.List))
		}
		changes := analysis.Since(from, to)
		count := func(kind analysis.ChangeKind, of ledger.Kind) int {
			n := 0
			for _, change := range changes.Of(kind) {
				if change.Record.Kind == of {
					n++
				}
			}
			return n
		}
		for _, kind := range ledger.Kinds() {
			if from.Len(kind)+count(analysis.ChangeNew, kind)-count(analysis.ChangeGone, kind) != to.Len(kind) {
				t.Fatalf("%s: %d and %d new less %d gone make %d", kind, from.Len(kind), count(analysis.ChangeNew, kind), count(analysis.ChangeGone, kind), to.Len(kind))
			}
		}
		moved := map[ledger.Ref]analysis.Change{}
		for _, change := range changes.Of(analysis.ChangeStage) {
			moved[change.Record] = change
		}
		there := 0
		for _, cell := range changes.Table {
			if cell.StillThere {
				there += cell.Total.Count
			}
			for _, deal := range cell.Total.Added {
				change, did := moved[deal]
				if did != (cell.WasThere && cell.StillThere && cell.From != cell.To) || did && change.Stage != [2]ledger.Stage{cell.From, cell.To} {
					t.Fatalf("%s stands in the table from %s to %s, in the list from %s to %s", l.Key(deal), cell.From, cell.To, change.Stage[0], change.Stage[1])
				}
			}
		}
		if there != to.Len(ledger.Deals) {
			t.Fatalf("%d deals in the table, %d in the view", there, to.Len(ledger.Deals))
		}
		back := analysis.Since(to, from)
		if len(back.Of(analysis.ChangeGone)) != len(changes.Of(analysis.ChangeNew)) || len(back.Of(analysis.ChangeStage)) != len(changes.Of(analysis.ChangeStage)) {
			t.Fatal("the way back has other changes")
		}
		if !slices.IsSortedFunc(changes.List, func(a, b analysis.Change) int {
			if a.Record.Kind != b.Record.Kind {
				return int(a.Record.Kind) - int(b.Record.Kind)
			}
			return int(a.Record.Row - b.Record.Row)
		}) {
			t.Fatal("changes are not in the order of the records")
		}
	})
}
