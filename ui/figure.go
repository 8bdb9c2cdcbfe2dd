package ui

import "summitledger/data/analysis"

// figure is a number of the window that opens: how it stands on the screen and
// the total behind it.
type figure struct {
	name   string // what it is called where it stands
	number string // as it is printed there
	whole  string // what it is out of: "of 60 deals"
	total  analysis.Total
}

// openFigure takes a figure apart: the records behind it.
func (w *Window) openFigure(f figure) {
	w.showRecords(tabOf(f.total.Added), f.name, f.total.Added)
}
