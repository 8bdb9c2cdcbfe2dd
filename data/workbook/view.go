package workbook

import (
	"context"

	"golang.org/x/text/language"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// SavedSheet is a saved view ready to be written as a sheet: the rows that it
// shows from its own days, in its order and groups.
type SavedSheet struct {
	Opened    query.Opened
	View      *ledger.View // under the days of the view
	Selection *query.Selection
}

// SavedSheetOf carries out a saved view that lists records; days and whatever
// else it leaves open are those of the view it is opened in. index may be nil
// for a view without words.
func SavedSheetOf(ctx context.Context, in *ledger.View, index *query.Index, p *locale.Printer, opened query.Opened) (SavedSheet, error) {
	s := SavedSheet{Opened: opened, View: in}
	if asOf := opened.AsOf(in.AsOf()); asOf != in.AsOf() {
		s.View = in.Ledger().View(asOf)
	}
	q := opened.Query
	q.Kind = opened.Kind
	var err error
	if index == nil && q.Typed != "" {
		if index, err = query.NewIndex(ctx, in.Ledger()); err != nil {
			return s, err
		}
	}
	s.Selection, err = query.Run(ctx, s.View, index, q, nil, query.Collator{Language: language.Make(string(p.Language())), Title: p.Title})
	return s, err
}

// viewColumns gives the columns of a tab for views that choose none.
func viewColumns(kind ledger.Kind) []string {
	switch kind {
	case ledger.Agreements:
		return []string{"title", "instrument", "sector", "at_summit", "signed_by", "force", "value"}
	case ledger.Deals:
		return []string{"title", "stage_now", "outcome", "silence", "sector", "last_event", "age", "value"}
	case ledger.Funds:
		return []string{"title", "announced", "committed", "deployed", "returned", "untraced", "deal_count"}
	case ledger.Events:
		return []string{"date", "kind", "subject", "title", "outcome"}
	case ledger.Promises:
		return []string{"title", "made_by", "made_on", "due_on", "verdict"}
	case ledger.Tracks:
		return []string{"title", "outcome", "opened_on", "state"}
	case ledger.Claims:
		return []string{"title", "claimed_by", "as_of", "amount", "unit", "currency"}
	case ledger.Organisations:
		return []string{"title", "country", "kind", "documents", "deal_count"}
	case ledger.Sources:
		return []string{"published_on", "publisher", "title", "kind", "language"}
	}
	return []string{"title"}
}
