package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// tellers finds the sources of a view that tell of its records: those that a
// row cites and those of its visible events. Many rows cite the same sources:
// each list is read once.
type tellers struct {
	view *ledger.View
	read map[int32][]ledger.Ref // by number of the cell

	last   int32 // the cell read last, and its list: rows side by side cite the same
	latest []ledger.Ref
}

func newTellers(v *ledger.View) *tellers {
	return &tellers{view: v, read: make(map[int32][]ledger.Ref)}
}

// cited lists the visible sources that a row itself cites.
func (t *tellers) cited(row ledger.Ref) []ledger.Ref {
	column := sourceColumns[row.Kind]
	if column < 0 {
		return nil
	}
	l := t.view.Ledger()
	number := l.CellNumber(row, column)
	if number == t.last {
		return t.latest // of cell 0, which is empty, none
	}
	list, ok := t.read[number]
	if !ok {
		list = slices.DeleteFunc(l.SourcesOf(row), func(source ledger.Ref) bool { return !t.view.Has(source) })
		t.read[number] = list
	}
	t.last, t.latest = number, list
	return list
}

// of lists all sources that tell of a record, each once.
func (t *tellers) of(ref ledger.Ref) []ledger.Ref {
	list := slices.Clone(t.cited(ref))
	for event := range t.view.Events(ref) {
		for _, source := range t.cited(event) {
			if !slices.Contains(list, source) {
				list = append(list, source)
			}
		}
	}
	return list
}

// sourceColumns has the place of the column that cites sources, by kind.
var sourceColumns = func() []int {
	columns := make([]int, len(ledger.Kinds()))
	for i, kind := range ledger.Kinds() {
		columns[i] = kind.SourceColumn()
	}
	return columns
}()
