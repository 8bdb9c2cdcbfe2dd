package ledger

import (
	"slices"
	"strings"
)

// Referrers lists every row that names a key of the given kind in one of its
// cells, by table and row. Tables without an index are looked through: it is for
// edits, not for drawing.
func (l *Ledger) Referrers(target Kind, key string) []Ref {
	ref, ok := l.Find(target, key)
	if !ok {
		ref = NoRef()
	}
	return l.referrers(target, key, ref)
}

// indexed gives the rows of a table that name a record, as far as an index tells:
// false when none does.
func (l *Ledger) indexed(kind Kind, ref Ref) ([]Ref, bool) {
	var rows []int32
	switch {
	case !ref.Exists() || ref.Kind == Sources:
		return nil, false
	case kind == Parties && ref.Kind == Organisations:
		rows = l.rolesOf.of(ref.Row)
	case kind == Parties:
		rows = l.partiesOf[ref.Kind].of(ref.Row)
	case kind == Events:
		rows = l.eventsOf[ref.Kind].of(ref.Row)
	case kind == Promises:
		rows = l.promisesOf[ref.Kind].of(ref.Row)
	case kind == Links:
		rows = append(slices.Clone(l.linksFrom[ref.Kind].of(ref.Row)), l.linksTo[ref.Kind].of(ref.Row)...)
	case kind == Positions && ref.Kind == Organisations:
		rows = l.positionsBy.of(ref.Row)
	case kind == Positions:
		rows = l.positionsOf.of(ref.Row)
	default:
		return nil, false
	}
	rows = slices.Clone(rows)
	slices.Sort(rows)
	return refs(kind, slices.Compact(rows)), true
}

// referrers is Referrers of a record that stands in the indexes, whether or not
// it still has the key.
func (l *Ledger) referrers(target Kind, key string, named Ref) []Ref {
	// Cells that name records are held once for each text: numbers are compared.
	sought := l.pool.find(key)
	if key == "" {
		return nil
	}
	word := l.pool.find(target.String())
	lists := map[textID]bool{} // cells that list keys, and whether this one is among them
	var list []Ref
	for kind := range kindCount {
		columns := soughtColumns(kind, target)
		if len(columns) == 0 {
			continue
		}
		width := int32(len(tables[kind]))
		cells := &l.tables[kind].cells
		rows := l.All(kind)
		if found, ok := l.indexed(kind, named); ok {
			rows = slices.Values(found)
		}
		for ref := range rows {
			if !l.Has(ref) {
				continue
			}
			for _, column := range columns {
				id := *cells.at(ref.Row*width + column.at)
				named := id == sought
				if id != 0 && column.many {
					known := false
					if named, known = lists[id]; !known {
						named = slices.Contains(strings.Split(l.strings[id], ";"), key)
						lists[id] = named
					}
				}
				if named && (column.by < 0 || *cells.at(ref.Row*width + column.by) == word) {
					list = append(list, ref)
					break
				}
			}
		}
	}
	return list
}

// soughtColumn is a column that can name a record.
type soughtColumn struct {
	at, by int32 // place of the column and of that with the kind, -1 for none
	many   bool  // its cells list keys
}

func soughtColumns(kind, target Kind) []soughtColumn {
	var columns []soughtColumn
	for _, at := range referenceColumns(kind, target) {
		column := &tables[kind][at]
		by := int32(-1)
		if column.KindColumn != "" {
			by = int32(kind.Column(column.KindColumn))
		}
		columns = append(columns, soughtColumn{int32(at), by, column.Type == ReferencesColumn})
	}
	return columns
}

// referenceColumns lists the columns of a table that can name a record of the
// target kind.
func referenceColumns(kind, target Kind) []int {
	var columns []int
	for i := range tables[kind] {
		column := &tables[kind][i]
		switch {
		case column.Type != ReferenceColumn && column.Type != ReferencesColumn:
		case column.KindColumn == "" && column.Target == target:
			columns = append(columns, i)
		case column.KindColumn != "":
			if _, can := tables[kind][kind.Column(column.KindColumn)].Words.Position(target.String()); can {
				columns = append(columns, i)
			}
		}
	}
	return columns
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
