package ui

import (
	"context"
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/report"
)

// printedFigure is the open figure as paper has it: the texts of the panel and
// its citation.
func (d *desk) printedFigure(f figure, sources []ledger.Ref, request report.Request) report.FigureRequest {
	r := report.FigureRequest{Request: request, Name: capital(f.name), Number: f.number, Whole: f.whole, Definition: f.defined(d)}
	fact := func(label, text string) {
		if text != "" {
			r.Facts = append(r.Facts, report.FigureRow{Text: label, Right: text})
		}
	}
	fact(d.text("figure.unit"), f.unitWords(d))
	fact(d.text("window.as_of"), d.dayWords())
	for _, rate := range f.rates {
		fact(d.text("figure.rate"), d.rateWords(rate))
	}
	fact(d.text("figure.range"), f.spread)
	more := func(rows []report.FigureRow, all int) []report.FigureRow {
		if hidden := all - len(rows); hidden > 0 {
			rows = append(rows, report.FigureRow{Text: d.text("figure.more", d.printer.Integer(hidden))})
		}
		return rows
	}
	heading := func(key string, n int) string { return d.text(key) + " " + d.printer.Count("unit.record", n) }
	count := len(f.records())
	added := report.FigureSection{Heading: heading("figure.added", count)}
	items := f.items
	if items == nil {
		items = d.itemsOf(f, citedAtMost)
	}
	for _, item := range items[:min(len(items), citedAtMost)] {
		row := report.FigureRow{Text: d.titleOf(item.ref), Right: item.amount}
		if item.note != "" {
			row.Text += "; " + item.note
		}
		added.Rows = append(added.Rows, row)
	}
	added.Rows = more(added.Rows, count)
	if sum := f.sumWords(d); sum != "" {
		added.Sum = report.FigureRow{Text: d.text("figure.sum"), Right: sum}
	}
	r.Sections = append(r.Sections, added)
	left := report.FigureSection{Heading: strings.TrimRight(d.text("figure.left_out"), ": "), Aside: d.text("figure.why")}
	for _, reason := range f.leftOut(d) {
		row := report.FigureRow{Text: capital(f.reasonWords(d, reason)), Right: d.printer.Integer(len(reason.Refs))}
		if len(reason.Refs) == 1 {
			row.Text = d.leftWords(reason, 0) + d.text("figure.colon") + f.reasonWords(d, reason)
		}
		left.Rows = append(left.Rows, row)
	}
	if len(left.Rows) == 0 {
		left.Rows = []report.FigureRow{{Text: d.text("figure.none_left_out")}}
	}
	cited := report.FigureSection{Heading: d.printer.Table(ledger.Sources), Aside: d.printer.Integer(len(sources))}
	for i, source := range sources[:min(len(sources), citedAtMost)] {
		cited.Rows = append(cited.Rows, report.FigureRow{Text: d.printer.Integer(i+1) + ". " + d.sourceWords(source)})
	}
	cited.Rows = more(cited.Rows, len(sources))
	r.Sections = append(r.Sections, left, cited)
	return r
}

// sumWords is what the items of a figure add up to, "" where nothing is added up.
func (f figure) sumWords(d *desk) string {
	if f.sum != "" || !f.sums {
		return f.sum
	}
	sums := make([]string, len(f.total.Sums))
	for i, sum := range f.total.Sums {
		sums[i] = d.printer.Exact(sum.Money)
	}
	return strings.Join(sums, ", ")
}

// printFigure prints the open figure.
func (w *Window) printFigure() {
	side := w.figure
	if !side.opened || w.desk == nil {
		return
	}
	d, f, sources := w.desk, side.shown, side.sources
	w.preview(&paper{title: w.baseName() + " " + fileWords(f.name), question: "print.figure", request: w.briefRequest(), plan: func(ctx context.Context, request report.Request) (*report.Plan, error) {
		cited := sources
		if cited == nil {
			cited = d.sourcesOf(f.records())
		}
		return report.PlanFigure(ctx, d.printedFigure(f, cited, request))
	}})
}
