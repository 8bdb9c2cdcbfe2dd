package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/grid"
)

// promises shows what was said to happen by a day: how much of it was
// assessed, then each promise with its dates on one axis.
type promises struct {
	*listing
	openFigures
	axis  *promiseAxis
	score analysis.Score
	span  analysis.PromiseSpan
	top   *sheetBox
}

func newPromises(w *Window) *promises {
	p := &promises{listing: newListing(w, "promises", ledger.Promises)}
	p.axis = &promiseAxis{promises: p}
	p.painters = map[string]*grid.Painter{axisColumn: p.axis.painter()}
	p.gather = p.takeStock
	p.top = newSheetBox(p.drawHead)
	p.body = newColumns(p.facets, &fyne.Container{Layout: headOver{p.top}, Objects: []fyne.CanvasObject{p.top.Container, p.grid}})
	return p
}

// takeStock works out what the head says, off the UI goroutine.
func (p *promises) takeStock(d *desk, _ *query.Selection) func() {
	score, span := analysis.PromiseScore(d.view), analysis.SpanOfPromises(d.view)
	axis := newTimeAxis(span.First, span.Last, d.view.AsOf().Happened)
	return func() {
		p.desk, p.score, p.span, p.axis.axis = d, score, span, axis
		p.top.redraw()
		p.body.Refresh()
	}
}

// foot adds how many promises were kept; it opens those.
func (p *promises) foot() (left string, chips []controls.Chip, right string, open func()) {
	left, chips, _, _ = p.listing.foot()
	if p.desk == nil {
		return left, chips, "", nil
	}
	d := p.desk
	right = d.text("promises.foot", d.printer.Integer(p.score.Kept().Count), d.printer.Integer(p.score.Assessed.Count), d.printer.Integer(p.score.NotAssessed.Count))
	return left, chips, right, func() { p.window.openFigure(keptFigure(d)) }
}

// keptFigure is how many promises were kept of those assessed.
func keptFigure(d *desk) figure {
	score := analysis.PromiseScore(d.view)
	kept := score.Kept()
	return figure{name: capital(d.printer.Word("verdict", "kept")), number: d.printer.Integer(kept.Count), whole: d.text("promises.of_assessed", d.printer.Integer(score.Assessed.Count)), total: kept,
		id: "promises.kept", remake: func(d *desk) (figure, bool) { return keptFigure(d), true }}
}

// verdictFigure is how many promises have a verdict, of those on its side of
// the score.
func verdictFigure(d *desk, score analysis.Score, verdict ledger.Verdict) figure {
	total, whole := score.Verdict(verdict), d.text("promises.of_promised", d.printer.Records(ledger.Promises, score.Promised.Count))
	if verdict.Assessed() {
		whole = d.text("promises.of_assessed", d.printer.Integer(score.Assessed.Count))
	}
	return figure{name: capital(d.printer.Short("verdict", verdict.String())), number: d.printer.Integer(total.Count), whole: whole, total: total, id: "verdict." + verdict.String(),
		remake: func(d *desk) (figure, bool) {
			again := verdictFigure(d, analysis.PromiseScore(d.view), verdict)
			return again, again.total.Count > 0
		}}
}

// headOver puts a sheet, as high as it needs to be at the width, over rows.
type headOver struct{ head *sheetBox }

// Layout is part of Fyne's layout.
func (o headOver) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	o.head.Resize(fyne.NewSize(size.Width, o.head.height)) // draws for the width, which gives the height
	height := min(o.head.height, size.Height)
	o.head.Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// MinSize is part of Fyne's layout.
func (o headOver) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }
