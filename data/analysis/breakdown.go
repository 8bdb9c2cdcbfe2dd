package analysis

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
)

// Order is how the lines of a breakdown stand.
type Order uint8

// The orders. ByWord follows the vocabulary, or the alphabet where a column has
// none; records that state nothing come last in both.
const (
	ByWord Order = iota
	ByCount
)

// Breakdown counts the records of a kind by the words of one of their columns;
// a record with several words counts under each. Of agreements only documents
// count; results without a paper are left out by name (RULES 6.1). The total
// of records that state nothing has an empty ID. Unknown columns give nothing.
func Breakdown(v *ledger.View, kind ledger.Kind, column string, order Order) []Total {
	l := v.Ledger()
	at := kind.Column(column)
	if at < 0 {
		return nil
	}
	description := &kind.Columns()[at]
	place := make(map[string]int)
	var totals []Total
	count := func(ref ledger.Ref, id string) {
		i, ok := place[id]
		if !ok {
			i = len(totals)
			place[id] = i
			totals = append(totals, Total{ID: id, Definition: breakdownDefinition(kind, id), Unit: unitOfKind(kind)})
		}
		if kind == ledger.Agreements && !l.IsDocument(ref) {
			totals[i].LeftOut = leaveOut(totals[i].LeftOut, ReasonNoPaper, ref)
		} else {
			totals[i].add(ref)
		}
	}
	for ref := range v.All(kind) {
		cell := l.Cell(ref, at)
		if !lists(description.Type) || cell == "" {
			count(ref, cell)
			continue
		}
		for _, id := range ledger.Keys(cell) {
			count(ref, id)
		}
	}
	sortTotals(totals, description.Words, order)
	return totals
}

// breakdownDefinition tells documents from other records, and records that
// state a word from those that state none.
func breakdownDefinition(kind ledger.Kind, id string) string {
	switch {
	case kind == ledger.Agreements && id == "":
		return "breakdown.documents_without"
	case kind == ledger.Agreements:
		return "breakdown.documents"
	case id == "":
		return "breakdown.records_without"
	}
	return "breakdown.records"
}

// lists reports whether a cell of the type lists several values.
func lists(columnType ledger.ColumnType) bool {
	switch columnType {
	case ledger.ListColumn, ledger.WordsColumn, ledger.CountriesColumn, ledger.RegionsColumn, ledger.ReferencesColumn:
		return true
	}
	return false
}

// unitOfKind names what a count of records of a kind counts.
func unitOfKind(kind ledger.Kind) string {
	if kind == ledger.Agreements {
		return Documents
	}
	return kind.Table()
}

func sortTotals(totals []Total, words *ledger.Vocabulary, order Order) {
	slices.SortStableFunc(totals, func(a, b Total) int {
		if byNothing := compareNothing(a.ID, b.ID); byNothing != 0 {
			return byNothing
		}
		if order == ByCount && a.Count != b.Count {
			return cmp.Compare(b.Count, a.Count)
		}
		if words == nil {
			return cmp.Compare(a.ID, b.ID)
		}
		first, _ := words.Position(a.ID)
		second, _ := words.Position(b.ID)
		return cmp.Compare(first, second)
	})
}

// compareNothing puts what states nothing last.
func compareNothing(a, b string) int {
	switch {
	case a == "" && b != "":
		return 1
	case a != "" && b == "":
		return -1
	}
	return 0
}
