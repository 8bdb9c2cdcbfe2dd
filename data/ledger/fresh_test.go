package ledger_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

// fresh builds a ledger of the same rows from nothing.
func fresh(l *ledger.Ledger) *ledger.Ledger {
	b := ledger.NewBuilder(l.RecordedDay())
	for _, kind := range ledger.StoredKinds() {
		for ref := range l.All(kind) {
			b.Add(kind, l.ID(ref), l.Recorded(ref), l.Cells(ref))
		}
	}
	return b.Build()
}

// derived writes what follows from every record: states, events, parties, links
// and what refers to it, all by name.
func derived(l *ledger.Ledger) map[string]string {
	v := l.View(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
	names := func(refs []ledger.Ref) []string {
		var list []string
		for _, ref := range refs {
			list = append(list, l.Name(ref))
		}
		return list
	}
	all := map[string]string{}
	for _, kind := range ledger.Kinds() {
		for ref := range l.All(kind) {
			text := fmt.Sprint(v.Has(ref), l.KnownDay(ref), names(l.EventsOf(ref)), names(l.PartiesOf(ref)), names(l.PromisesOf(ref)), names(l.LinksFrom(ref)), names(l.LinksTo(ref)))
			switch kind {
			case ledger.Agreements:
				state := v.Agreement(ref)
				text += fmt.Sprint(state.Signed, state.SignedBy, state.Outcome, state.EndedThrough)
			case ledger.Deals:
				state := v.Deal(ref)
				text += fmt.Sprint(state.Stage, state.StageSince, state.Outcome, state.Silence)
			case ledger.Organisations:
				text += fmt.Sprint(names(l.RolesOf(ref)), names(l.PositionsBy(ref)))
			}
			if kind.Keyed() {
				found, ok := l.Find(kind, l.Key(ref))
				text += fmt.Sprint(ok && found == ref)
			}
			all[l.Name(ref)] = text
		}
	}
	return all
}

// However a ledger came to be, by edits one after the other or anew from its
// rows, the same follows from it; and an edit that is refused is refused by a
// whole check of the rows, too.
func TestAnEditedLedgerIsLikeAFreshOne(t *testing.T) {
	base := bundled(t)
	rapid.Check(t, func(r *rapid.T) {
		l := base
		for range rapid.IntRange(1, 4).Draw(r, "edits") {
			kind := rapid.SampledFrom(ledger.Kinds()).Draw(r, "kind")
			ref := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(r, "row"))}
			if !l.Has(ref) {
				continue
			}
			var changes []ledger.Change
			switch rapid.SampledFrom([]string{"rename", "swap", "merge", "remove", "copy", "set"}).Draw(r, "edit") {
			case "rename":
				if kind.Keyed() {
					changes = l.Rename(ref, "renamed-"+rapid.StringMatching("[a-z]{1,3}").Draw(r, "key"))
				}
			case "swap":
				other := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(r, "other"))}
				if kind.Keyed() && l.Has(other) && other != ref {
					changes = []ledger.Change{l.Set(ref, "key", l.Key(other)), l.Set(other, "key", l.Key(ref))}
				}
			case "merge":
				other := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(r, "other"))}
				merge, err := l.Merge([]ledger.Ref{ref, other}, nil, l.RecordedDay())
				var refused *ledger.MergeError
				if err != nil && !errors.As(err, &refused) {
					r.Fatal(err)
				}
				changes = merge.Changes
			case "remove":
				changes, _ = l.Removal(ref)
			case "copy":
				cells := l.Cells(ref)
				if kind.Keyed() {
					cells[0] = "copy-" + rapid.StringMatching("[a-z]{1,3}").Draw(r, "key")
				}
				changes = []ledger.Change{l.Add(kind, l.RecordedDay(), cells)}
			default:
				column := rapid.SampledFrom(kind.Columns()).Draw(r, "column")
				other := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(r, "other"))}
				changes = []ledger.Change{l.Set(ref, column.Name, l.Value(other, column.Name))}
			}
			if len(changes) == 0 {
				continue
			}
			next, err := l.Apply(changes)
			var faults ledger.Faults
			if errors.As(err, &faults) {
				continue
			}
			if err != nil {
				r.Fatal(err)
			}
			l = next
		}
		anew := fresh(l)
		if faults := anew.Faults(); len(faults) > 0 {
			r.Fatalf("the edits let pass: %v", faults)
		}
		want, got := derived(anew), derived(l)
		for name, text := range want {
			if got[name] != text {
				r.Fatalf("%s: %s\nfresh: %s", name, got[name], text)
			}
		}
		if len(got) != len(want) {
			r.Errorf("%d records, fresh %d", len(got), len(want))
		}
	})
}
