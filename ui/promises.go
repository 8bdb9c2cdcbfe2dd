package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/grid"
)

// promises shows what was said to happen by a day: how much of it was
// assessed, then each promise with its dates on one axis.
type promises struct {
	*listing
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
func (p *promises) takeStock(d *desk) func() {
	score, span := analysis.PromiseScore(d.view), analysis.SpanOfPromises(d.view)
	axis := newTimeAxis(span.First, span.Last, d.view.AsOf().Happened)
	return func() {
		p.desk, p.score, p.span, p.axis.axis = d, score, span, axis
		p.top.redraw()
		p.body.Refresh()
	}
}

// foot adds how many promises were kept; it opens those that were assessed.
func (p *promises) foot() (left string, chips []controls.Chip, right string, open func()) {
	left, chips, _, _ = p.listing.foot()
	if p.desk == nil {
		return left, chips, "", nil
	}
	d, kept := p.desk, p.score.Kept()
	right = d.text("promises.foot", d.printer.Integer(kept.Count), d.printer.Integer(p.score.Assessed.Count), d.printer.Integer(p.score.NotAssessed.Count))
	return left, chips, right, func() {
		p.open(d.printer.Word("verdict", "kept"), kept, d.text("promises.of_assessed", d.printer.Integer(p.score.Assessed.Count)))
	}
}

// open opens a figure of the score.
func (p *promises) open(name string, total analysis.Total, whole string) {
	p.window.openFigure(figure{name: name, number: p.desk.printer.Integer(total.Count), whole: whole, total: total})
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
