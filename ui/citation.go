package ui

import (
	"context"
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/workbook"
)

// citedAtMost is how many records and sources a citation names; it says how
// many more there are.
const citedAtMost = 500

// citation writes a figure as plain text that can be defended: what it is,
// what it means, as of when, what is in it, what is not and why, and its
// sources with publisher, date and address.
func (d *desk) citation(f figure, sources []ledger.Ref) string {
	var b strings.Builder
	line := func(parts ...string) {
		b.WriteString(strings.Join(parts, "") + "\n")
	}
	colon := d.text("figure.colon")
	line(capital(f.name), colon, strings.TrimSpace(f.number+" "+f.whole))
	if definition := f.defined(d); definition != "" {
		line(definition)
	}
	line(d.printer.Title(d.ledger, d.ledger.Summit()))
	if unit := f.unitWords(d); unit != "" {
		line(d.text("figure.unit"), colon, unit)
	}
	line(d.text("window.as_of"), colon, d.dayWords())
	for _, rate := range f.rates {
		line(d.text("figure.rate"), colon, d.rateWords(rate))
	}
	if f.spread != "" {
		line(d.text("figure.range"), colon, f.spread)
	}
	d.citeRecords(f, line)
	if len(sources) == 0 {
		return b.String()
	}
	line()
	line(d.printer.Table(ledger.Sources), colon, d.printer.Integer(len(sources)))
	for i, source := range sources[:min(len(sources), citedAtMost)] {
		line(d.printer.Integer(i+1), ". ", d.sourceWords(source))
	}
	if more := len(sources) - citedAtMost; more > 0 {
		line(d.text("figure.more", d.printer.Integer(more)))
	}
	return b.String()
}

// citeRecords writes what is in the figure and what is not.
func (d *desk) citeRecords(f figure, line func(parts ...string)) {
	colon := d.text("figure.colon")
	items := f.items
	if items == nil {
		items = d.itemsOf(f, citedAtMost)
	}
	count := len(f.records())
	line()
	line(d.text("figure.added"), " ", d.printer.Count("unit.record", count))
	for _, item := range items[:min(len(items), citedAtMost)] {
		words := d.titleOf(item.ref)
		for _, part := range []string{item.note, item.amount} {
			if part != "" {
				words += "; " + part
			}
		}
		line("- ", words)
	}
	if more := count - citedAtMost; more > 0 {
		line(d.text("figure.more", d.printer.Integer(more)))
	}
	if f.sum != "" {
		line(d.text("figure.sum"), colon, f.sum)
	}
	left := f.leftOut(d)
	if len(left) == 0 {
		return
	}
	line()
	line(d.text("figure.left_out"))
	for _, reason := range left {
		words := d.printer.Integer(len(reason.Refs)) + colon + f.reasonWords(d, reason)
		if len(reason.Refs) == 1 {
			words = d.leftWords(reason, 0) + colon + f.reasonWords(d, reason)
		}
		line("- ", words)
	}
}

// sourceWords cites a source: publisher, title, day, address.
func (d *desk) sourceWords(source ledger.Ref) string {
	parts := []string{d.ledger.Value(source, "publisher"), d.printer.Title(d.ledger, source)}
	if date := d.ledger.Date(source, "published_on"); date.Known() {
		parts = append(parts, d.printer.Date(date))
	}
	parts = append(parts, d.ledger.Value(source, "url"))
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, ", ")
}

// copyFigure puts the open figure on the clipboard with its sources.
func (w *Window) copyFigure() {
	side := w.figure
	if !side.opened {
		return
	}
	sources := side.sources
	if sources == nil {
		sources = w.desk.sourcesOf(side.shown.records())
	}
	w.app.Clipboard().SetContent(w.desk.citation(side.shown, sources))
	w.tell("icon-copy", w.printer.Count("figure.copied", len(sources)), "", nil)
}

// exportFigure writes the records that the open figure adds up as a workbook.
func (w *Window) exportFigure() {
	f := w.figure.shown
	if !w.figure.opened || len(f.records()) == 0 {
		return
	}
	request := w.workbookRequest(false)
	request.Title += " - " + capital(f.name) + ": " + strings.TrimSpace(f.number+" "+f.whole)
	request.Selections = w.desk.selectionsOf(f)
	w.askPath(w.baseName()+" "+fileWords(f.name), ".xlsx", func(path string) {
		w.produce(path, func(ctx context.Context) error { return workbook.Write(ctx, path, request) })
	})
}

// selectionsOf turns the records of a figure into sheets, one per kind, with
// what is left out of it as the reasons of the first.
func (d *desk) selectionsOf(f figure) []workbook.Selection {
	var list []workbook.Selection
	for _, kind := range ledger.Kinds() {
		var rows []ledger.Ref
		seen := map[ledger.Ref]bool{}
		for _, ref := range f.records() {
			if ref.Kind == kind && !seen[ref] {
				seen[ref] = true
				rows = append(rows, ref)
			}
		}
		if len(rows) > 0 {
			list = append(list, workbook.Selection{Kind: kind, Rows: rows, Filter: f.name})
		}
	}
	for _, left := range f.leftOut(d) {
		list[0].Hidden = append(list[0].Hidden, workbook.Reason{Text: f.reasonWords(d, left), Count: len(left.Refs)})
	}
	return list
}

// fileWords makes a name of a figure fit for the name of a file.
func fileWords(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
}
