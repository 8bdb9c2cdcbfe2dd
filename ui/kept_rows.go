package ui

import (
	"reflect"
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// keptRows is what a table shows after an edit: its selection and, at their
// places and marked, the rows of before that no longer match. A row that
// vanishes under the hand of whoever changes it cannot be looked at again.
type keptRows struct {
	of    *query.Selection
	shown *query.Selection // the selection itself when nothing is kept
	kept  map[ledger.Ref]bool
}

// keep finds the rows that an edit took out of a table: the question and the
// days are the same, the ledger is another. before may be nil.
func keep(before *rows, d *desk, s *query.Selection) keptRows {
	if before == nil || before.ledger == d.ledger || before.view.AsOf() != d.view.AsOf() || !reflect.DeepEqual(before.selection.Query, s.Query) {
		return keptRows{of: s, shown: s}
	}
	matches := make([]bool, d.ledger.Rows(s.Query.Kind))
	for _, ref := range s.Rows {
		matches[ref.Row] = true
	}
	k := keptRows{of: s, shown: s, kept: map[ledger.Ref]bool{}}
	after := ledger.NoRef() // the row above, as the ledger has it now
	for _, old := range before.selection.Rows {
		ref, there := d.sameRow(before.ledger, old)
		if !there || !d.view.Has(ref) {
			continue
		}
		if !matches[ref.Row] {
			k.put(ref, after)
		}
		after = ref
	}
	return k
}

// sameRow finds a row of an older ledger in that of the desk.
func (d *desk) sameRow(older *ledger.Ledger, ref ledger.Ref) (ledger.Ref, bool) {
	if ref.Row < d.ledger.Rows(ref.Kind) && d.ledger.ID(ref) == older.ID(ref) {
		return ref, true
	}
	return d.find(refID(older, ref))
}

// put places a row below the one that stood above it, in the same group; first
// of all where none did.
func (k *keptRows) put(ref, after ledger.Ref) {
	if len(k.kept) == 0 { // the selection itself stays as it is
		own := *k.shown
		own.Rows, own.Groups = slices.Clone(own.Rows), slices.Clone(own.Groups)
		k.shown = &own
	}
	s := k.shown
	at := slices.Index(s.Rows, after) + 1
	if len(s.Query.Group) > 0 && len(s.Groups) == 0 {
		return // no group is left in which it could stand
	}
	s.Rows = slices.Insert(s.Rows, at, ref)
	for i := range s.Groups {
		switch group := &s.Groups[i]; {
		case max(0, at-1) < group.First:
			group.First++
		case max(0, at-1) < group.First+group.Rows:
			group.Rows++
		}
	}
	k.kept[ref] = true
}

// matching gives the rows of a group without those that are kept.
func (r *rows) matching(group *query.Group) []ledger.Ref {
	refs := r.selection.Rows[group.First : group.First+group.Rows]
	if len(r.kept) == 0 {
		return refs
	}
	return slices.DeleteFunc(slices.Clone(refs), func(ref ledger.Ref) bool { return r.kept[ref] })
}

// letGo shows only what matches.
func (l *listing) letGo() {
	if l.rows != nil && len(l.rows.kept) > 0 {
		l.refreshFrom(l.desk, nil)
	}
}

// letGo shows only what matches in the current tab.
func (w *Window) letGo() {
	if l := w.listingShown(); l != nil {
		l.letGo()
	}
}
