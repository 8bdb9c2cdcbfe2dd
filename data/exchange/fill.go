package exchange

import "summitledger/data/ledger"

// Empty reports whether a ledger holds nothing but a summit and the source
// that stands in for its own: a summit folder can be taken into it.
func Empty(l *ledger.Ledger) bool {
	for _, kind := range ledger.Kinds() {
		most := 0
		if kind == ledger.Summits || kind == ledger.Sources {
			most = 1
		}
		if l.Len(kind) > most {
			return false
		}
	}
	return true
}

// Fill gives the changes that take a summit into an empty ledger, as one
// action that can be undone. Recorded days come along.
func Fill(empty *ledger.Ledger, summit Summit) []ledger.Change {
	from := summit.Ledger
	var changes []ledger.Change
	for source := range empty.All(ledger.Sources) {
		changes = append(changes, empty.Remove(source))
	}
	for _, kind := range ledger.StoredKinds() {
		id := empty.NextID(kind)
		for ref := range from.All(kind) {
			if kind == ledger.Summits && empty.Summit().Exists() {
				for i, column := range kind.Columns() {
					if value := from.Cell(ref, i); value != empty.Cell(empty.Summit(), i) {
						changes = append(changes, empty.Set(empty.Summit(), column.Name, value))
					}
				}
				continue
			}
			changes = append(changes, ledger.Change{Operation: ledger.AddRow, Kind: kind, ID: id, Cells: from.Cells(ref), Recorded: from.Recorded(ref)})
			id++
		}
	}
	return changes
}
