package workbook

import (
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// NewBlockReader understands cells of a pasted block as those of a workbook:
// words and labels of every language, that of the reader first.
func NewBlockReader(language locale.Language) (exchange.BlockReader, error) {
	words, err := newWords(language)
	if err != nil {
		return nil, err
	}
	return &blockReader{understanding{edited: &Edited{language: language}, words: words}}, nil
}

type blockReader struct{ understanding }

// Heading finds the column of a heading, by its name or its label in any
// language. "Title" stands for what people call the records.
func (r *blockReader) Heading(kind ledger.Kind, heading string) (int, bool) {
	if place := kind.Column(heading); place >= 0 {
		return place, true
	}
	for _, printer := range r.words.printers {
		for place, column := range kind.Columns() {
			if folded(printer.Column(kind, column.Name)) == folded(heading) {
				return place, true
			}
		}
	}
	return -1, false
}

// Value reads a cell by what its column holds.
func (r *blockReader) Value(column *ledger.Column, base, found string) (value, problem string) {
	return r.value(column, base, found)
}

// Shows reports whether a table or a page shows a cell in these words.
func (r *blockReader) Shows(l *ledger.Ledger, ref ledger.Ref, place int, found string) bool {
	column := &ref.Kind.Columns()[place]
	for _, p := range r.words.printers {
		if found == tidy(p.Cell(l, ref, place)) || place == ref.Kind.TitleColumn() && found == tidy(p.Title(l, ref)) {
			return true
		}
		if column.Type == ledger.DateColumn && found == tidy(p.ShortDate(l.Date(ref, column.Name))) {
			return true
		}
		if column.Words != nil && found == tidy(p.Short(column.Words.Name(), l.Cell(ref, place))) {
			return true
		}
	}
	return false
}
