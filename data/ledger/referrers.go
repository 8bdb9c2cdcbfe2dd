package ledger

import "strings"

// Referrers lists every row that names a key of the given kind in one of its
// cells, by table and row. It reads all rows: for edits, not for drawing.
func (l *Ledger) Referrers(target Kind, key string) []Ref {
	var list []Ref
	for kind := range kindCount {
		columns := referenceColumns(kind, target)
		if len(columns) == 0 {
			continue
		}
		for ref := range l.All(kind) {
			for _, column := range columns {
				if l.names(ref, column, target, key) {
					list = append(list, ref)
					break
				}
			}
		}
	}
	return list
}

// referenceColumns lists the columns of a table that can name a record of the
// target kind.
func referenceColumns(kind, target Kind) []int {
	var columns []int
	for i := range tables[kind] {
		column := &tables[kind][i]
		isReference := column.Type == ReferenceColumn || column.Type == ReferencesColumn
		if isReference && (column.KindColumn != "" || column.Target == target) {
			columns = append(columns, i)
		}
	}
	return columns
}

func (l *Ledger) names(ref Ref, column int, target Kind, key string) bool {
	cell := l.Cell(ref, column)
	if !strings.Contains(cell, key) {
		return false
	}
	if by := tables[ref.Kind][column].KindColumn; by != "" && l.Value(ref, by) != target.String() {
		return false
	}
	for part := range strings.SplitSeq(cell, ";") {
		if part == key {
			return true
		}
	}
	return false
}

// Rename gives the changes that give a record another key and carry the new
// key to every row, scope, setting and saved view that names it.
func (l *Ledger) Rename(ref Ref, key string) []Change {
	d := newDraft(l)
	d.set(ref, 0, key)
	d.redirect(ref, key)
	return d.changes()
}

// Removal gives the changes that take a record away with its old keys, and the
// rows that still name it: while there are any, it cannot go.
func (l *Ledger) Removal(ref Ref) (changes []Change, named []Ref) {
	if ref.Kind.Keyed() && !ref.Kind.Chosen() {
		for _, from := range l.Referrers(ref.Kind, l.Key(ref)) {
			switch {
			case from.Kind == Aliases:
				changes = append(changes, l.Remove(from))
			case from != ref:
				named = append(named, from)
			}
		}
	}
	return append(changes, l.Remove(ref)), named
}

// Set gives the change that writes a cell.
func (l *Ledger) Set(ref Ref, column, value string) Change {
	return Change{Operation: SetCell, Kind: ref.Kind, ID: l.ID(ref), Column: column, Old: l.Value(ref, column), New: value}
}

// Remove gives the change that takes a row away.
func (l *Ledger) Remove(ref Ref) Change {
	return Change{Operation: RemoveRow, Kind: ref.Kind, ID: l.ID(ref), Cells: l.Cells(ref), Recorded: l.Recorded(ref)}
}

// Add gives the change that appends a row, written down on the recorded day.
func (l *Ledger) Add(kind Kind, recorded Day, cells []string) Change {
	return Change{Operation: AddRow, Kind: kind, ID: l.NextID(kind), Cells: cells, Recorded: recorded}
}

// NextID gives the number that the next row of a kind takes.
func (l *Ledger) NextID(kind Kind) int64 {
	if last := l.Rows(kind) - 1; last >= 0 {
		return l.tables[kind].heads.at(last).id + 1
	}
	return 1
}
