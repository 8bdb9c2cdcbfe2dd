package ui

import (
	"context"

	"golang.org/x/text/language"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// desk is what every part of the window looks at: a ledger as of two days, in
// a language. It does not change; another day, level, edit or language is another
// desk.
type desk struct {
	printer *locale.Printer
	ledger  *ledger.Ledger
	index   *query.Index
	view    *ledger.View
	countAt analysis.CountAt // how far a record must have come to be counted
}

// collator orders texts as the reader's language does.
func (d *desk) collator() query.Collator {
	return query.Collator{Language: language.Make(string(d.printer.Language())), Title: d.printer.Title}
}

// select carries out a query.
func (d *desk) run(ctx context.Context, q query.Query, facets []string) (*query.Selection, error) {
	return query.Run(ctx, d.view, d.index, q, facets, d.collator())
}

// past reports whether the desk looks from a day before the ledger was
// recorded, so that words which are not versioned may be newer than the day.
func (d *desk) past() bool {
	asOf, recorded := d.view.AsOf(), d.ledger.RecordedDay()
	return asOf.Happened < recorded || asOf.Known < recorded
}

// text is the text of the catalogue.
func (d *desk) text(key string, values ...string) string { return d.printer.Text(key, values...) }
