package ui

import (
	"context"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// figure is a number of the window that opens: how it stands on the screen and
// the total behind it. What follows the total may be left out.
type figure struct {
	name   string // what it is called where it stands
	number string // as it is printed there
	whole  string // what it is out of: "of 60 deals"
	total  analysis.Total

	id         string                        // where it stands: that cell keeps a frame
	remake     func(*desk) (figure, bool)    // the same figure of another desk, off the UI goroutine; nil: it closes then
	definition string                        // in words, in place of that of the total
	unit       string                        // in words, in place of that of the total
	items      []figureItem                  // how the added records print, in place of title and amount
	sums       bool                          // the number is the sums of the total, not its count
	sum        string                        // what the items add up to
	spread     string                        // from low to high
	rates      []ledger.Ref                  // by which amounts were converted
	rivals     []ledger.Ref                  // claims that say otherwise of the same thing
	left       func(analysis.LeftOut) string // a reason in words, "" for the usual ones
}

// figureItem is an added record as a figure prints it.
type figureItem struct {
	ref          ledger.Ref
	note, amount string
}

// openFigure takes a figure apart in the panel over the page.
func (w *Window) openFigure(f figure) {
	if w.desk == nil {
		return
	}
	f = f.settled(w.desk)
	side := w.figure
	if !side.Visible() {
		side.before = w.window.Canvas().Focused()
	}
	w.mark(side.shown.id, false)
	side.shown, side.opened, side.more, side.sources = f, true, map[string]bool{}, nil
	w.record.forget()
	side.set(w.desk, true)
	side.Show()
	w.layPage()
	w.mark(f.id, true)
	w.window.Canvas().Focus(side.panel.Focus())
}

// closeFigure takes the panel away and gives the keys back to the number.
func (w *Window) closeFigure() {
	side := w.figure
	if !side.opened {
		return
	}
	w.mark(side.shown.id, false)
	before := side.before
	side.forget()
	w.layPage()
	if marker, ok := w.view().(figureMarker); ok {
		if again := marker.figureSpot(side.lastID); again != nil {
			before = again
		}
	}
	if before != nil {
		w.window.Canvas().Focus(before)
	} else {
		w.window.Canvas().Unfocus()
	}
}

// dropFigure takes the panel away where something else was opened.
func (w *Window) dropFigure() {
	if w.figure.opened {
		w.mark(w.figure.shown.id, false)
		w.figure.forget()
		w.layPage()
	}
}

// refreshFigure brings the panel to another desk: the figure is made anew, or
// the panel closes when the number is there no more.
func (w *Window) refreshFigure(d *desk) {
	side := w.figure
	if !side.opened {
		return
	}
	f := side.shown
	if f.remake == nil {
		w.closeFigure()
		return
	}
	w.work.Start("figure", func(context.Context) func() {
		again, there := f.remake(d)
		return func() {
			switch {
			case !side.opened || side.shown.id != f.id || w.desk != d:
			case !there:
				w.closeFigure()
			default:
				side.shown, side.sources = again.settled(d), nil
				side.set(d, false)
				w.mark(again.id, true)
			}
		}
	})
}

// layPage gives the parts of the window their places anew.
func (w *Window) layPage() {
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
	w.page.Refresh()
}
