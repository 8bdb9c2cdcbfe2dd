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
// key to every row, setting and saved view that names it.
func (l *Ledger) Rename(ref Ref, key string) []Change {
	old := l.Key(ref)
	changes := []Change{l.Set(ref, "key", key)}
	for _, from := range l.Referrers(ref.Kind, old) {
		for _, column := range referenceColumns(from.Kind, ref.Kind) {
			if !l.names(from, column, ref.Kind, old) {
				continue
			}
			parts := Keys(l.Cell(from, column))
			for i := range parts {
				if parts[i] == old {
					parts[i] = key
				}
			}
			changes = append(changes, l.Set(from, tables[from.Kind][column].Name, strings.Join(parts, ";")))
		}
	}
	changes = append(changes, l.renameInSettings(ref, key)...)
	return append(changes, l.renameInViews(ref, key)...)
}

// renameInSettings carries a new key to the settings that speak of a claim or
// of a record.
func (l *Ledger) renameInSettings(renamed Ref, key string) []Change {
	old, name := l.Key(renamed), l.Name(renamed)
	var changes []Change
	for ref := range l.All(Settings) {
		setting, ok := ParseSetting(l.Key(ref))
		if !ok {
			continue
		}
		next := setting
		if renamed.Kind == Claims && setting.Claim == old {
			next.Claim = key
		}
		if setting.Record == name {
			next.Record = renamed.Kind.String() + ":" + key
		}
		if next != setting {
			changes = append(changes, l.Set(ref, "name", next.String()))
		}
	}
	return changes
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
