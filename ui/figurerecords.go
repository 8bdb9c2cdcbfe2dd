package ui

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// titleOf names a record; an event by what it tells of.
func (d *desk) titleOf(ref ledger.Ref) string {
	if ref.Kind == ledger.Events {
		if subject, ok := d.ledger.Subject(ref); ok {
			return d.printer.Title(d.ledger, subject)
		}
	}
	return d.printer.Title(d.ledger, ref)
}

// itemsOf writes at most n of the records that a figure adds up.
func (d *desk) itemsOf(f figure, n int) []figureItem {
	if !f.sums {
		items := make([]figureItem, 0, min(n, len(f.total.Added)))
		for _, ref := range f.total.Added[:min(n, len(f.total.Added))] {
			items = append(items, figureItem{ref: ref, note: d.stateWords(ref)})
		}
		return items
	}
	var items []figureItem
	for _, sum := range f.total.Sums {
		for _, ref := range sum.Records {
			if len(items) == n {
				return items
			}
			items = append(items, figureItem{ref: ref, note: d.stateWords(ref), amount: d.amountWords(ref)})
		}
	}
	return items
}

// amountWords writes the amount that a record or event states.
func (d *desk) amountWords(ref ledger.Ref) string {
	if ref.Kind == ledger.Events {
		if money := d.ledger.MoneyOf(ref, "amount"); money.Stated() {
			return d.printer.Exact(money)
		}
		return ""
	}
	headline := d.view.Headline(ref)
	if !headline.Money.Stated() {
		return ""
	}
	return d.printer.Qualified(headline.Qualifier, d.printer.Money(headline.Money))
}

// stateWords says in a word how a record stands.
func (d *desk) stateWords(ref ledger.Ref) string {
	p := d.printer
	switch ref.Kind {
	case ledger.Agreements:
		return p.Short("at_summit", d.ledger.Presence(ref).String())
	case ledger.Deals:
		state := d.view.Deal(ref)
		if groupOf(state) == silentDeals {
			return p.Short("silence", state.Silence.String())
		}
		if groupOf(state) == endedDeals {
			return p.Short("outcome", state.Outcome.String())
		}
		return p.Short("stage", state.Stage.String())
	case ledger.Promises:
		return p.Short("verdict", d.view.Promise(ref).Verdict.String())
	case ledger.Events:
		return p.ShortDate(d.ledger.Date(ref, "date")) + ", " + p.Short("event_kind", d.ledger.Value(ref, "kind"))
	case ledger.Tracks, ledger.Funds:
		return p.Short("outcome", d.view.Outcome(ref).String())
	case ledger.Organisations:
		return d.ledger.Value(ref, "country")
	case ledger.Sources:
		return p.ShortDate(d.ledger.Date(ref, "published_on"))
	case ledger.Claims:
		return strings.TrimSpace(p.ShortDate(d.ledger.Date(ref, "as_of")))
	}
	return ""
}

// sourcesOf lists the sources of records, each once, in the order in which
// they are named first.
func (d *desk) sourcesOf(refs []ledger.Ref) []ledger.Ref {
	seen := map[ledger.Ref]bool{}
	list := []ledger.Ref{}
	for _, ref := range refs {
		for _, source := range d.ledger.SourcesOf(ref) {
			if !seen[source] {
				seen[source] = true
				list = append(list, source)
			}
		}
	}
	return list
}

// tabFor names the tab that shows most of some records, "" when none does, and
// which of them it shows.
func (w *Window) tabFor(refs []ledger.Ref) (tab string, shown []ledger.Ref) {
	var counts [64]int
	for _, ref := range refs {
		counts[ref.Kind]++
	}
	best := 0
	for _, kind := range ledger.Kinds() {
		for _, v := range w.views {
			if l := listingOf(v); l != nil && l.table.kind == kind && counts[kind] > best {
				best, tab = counts[kind], v.id()
				shown = refs
				if counts[kind] < len(refs) {
					shown = slices.DeleteFunc(slices.Clone(refs), func(ref ledger.Ref) bool { return ref.Kind != kind })
				}
			}
		}
	}
	return tab, shown
}

// canShow reports whether a tab lists some of the records.
func (w *Window) canShow(refs []ledger.Ref) bool {
	tab, _ := w.tabFor(refs)
	return tab != ""
}

// leaveFigure closes the panel and shows records in their tab.
func (w *Window) leaveFigure(refs []ledger.Ref, reason string) {
	tab, shown := w.tabFor(refs)
	if tab == "" {
		return
	}
	w.closeFigure()
	w.record.forget()
	w.layPage()
	w.showRecords(tab, reason, shown)
	w.focusView()
}

// showFigureRecords shows the records that the open figure adds up.
func (w *Window) showFigureRecords() { w.leaveFigure(w.figure.shown.records(), w.figure.shown.name) }
