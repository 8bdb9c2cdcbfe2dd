package query_test

import (
	"context"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// A record is found by the key of one that was merged into it, in an index that
// was patched and in a new one, until the merge is undone; a saved view that
// named the other names it.
func TestOldKeysAreFound(t *testing.T) {
	l := bundled(t)
	apply := func(changes []ledger.Change) []ledger.Change {
		next, err := l.Apply(changes)
		if err != nil {
			t.Fatal(err)
		}
		l = next
		return changes
	}
	apply([]ledger.Change{l.Add(ledger.Organisations, l.RecordedDay(), []string{"mitsui-second", "Mitsui (again)", "", "", "", "JP", "company", ""})})
	apply(l.SaveView(l.RecordedDay(), ledger.SavedView{Name: "Mine", Tab: "agreements", Query: "organisation=mitsui-second"}))
	index, err := query.NewIndex(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	mitsui, _ := l.Find(ledger.Organisations, "mitsui")
	second, _ := l.Find(ledger.Organisations, "mitsui-second")
	found := func(index *query.Index) bool {
		rows, err := index.Find(context.Background(), ledger.Organisations, []string{"mitsui-second"})
		if err != nil {
			t.Fatal(err)
		}
		return rows[mitsui.Row]
	}
	merge, err := query.Merge(l, []ledger.Ref{mitsui, second}, nil, l.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	changes := apply(merge.Changes)
	patched := index.Patch(l, changes)
	anew, err := query.NewIndex(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	if !found(patched) || !found(anew) {
		t.Errorf("patched %v, anew %v", found(patched), found(anew))
	}
	if view, err := l.FindView("Mine"); err != nil || l.Value(view, "query") != "organisation=mitsui" {
		t.Errorf("the view asks for %q", l.Value(view, "query"))
	}
	undo := apply(ledger.Inverse(changes))
	if found(patched.Patch(l, undo)) {
		t.Error("undone it is still found")
	}
}
