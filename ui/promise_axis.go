package ui

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// axisColumn is the column in which the dates of a promise are drawn; as text
// it is the date of the report.
const axisColumn = "reported_on"

// axisLeast is the width below which dates cannot be told apart.
const axisLeast = 140

// Measures of dates on an axis (section 4.6 of the design).
const (
	tickWide float32 = 2
	madeHigh float32 = 6
	dueHigh  float32 = 14
	lateHigh float32 = 4
	pastHigh float32 = 6
)

// promiseAxis draws the dates of promises in their rows, all on one axis.
type promiseAxis struct {
	*promises
	axis timeAxis
}

func (a *promiseAxis) painter() *grid.Painter {
	return &grid.Painter{Heading: a.heading, Behind: a.behind, Cell: a.cell}
}

func (a *promiseAxis) heading(b *grid.Brush) {
	for _, tick := range a.axis.ticks(b.Width) {
		b.Text(tick.text, tick.x, (b.Height-look.LineNote)/2, look.SizeNote, look.Text3, false)
	}
}

func (a *promiseAxis) behind(b *grid.Brush) {
	for _, tick := range a.axis.ticks(b.Width) {
		b.Rect(look.Line, tick.x, 0, 1, b.Height)
	}
	b.Rect(look.Accent, a.axis.x(a.axis.asOf, b.Width)-1, 0, tickWide, b.Height)
}

func (a *promiseAxis) cell(b *grid.Brush, row int) {
	ref, ok := a.rows.ref(row)
	if !ok {
		return
	}
	v := a.rows.view
	dates, verdict := analysis.DatesOf(v, ref), v.Promise(ref).Verdict
	middle := b.Height / 2
	x := func(day ledger.Day) float32 { return a.axis.x(day, b.Width) }
	end := dates.Due
	if !end.Known() {
		end = dates.Assessed
	}
	if dates.Made.Known() {
		if end.Known() && end > dates.Made {
			b.Rect(look.Text2, x(dates.Made), middle-0.5, x(end)-x(dates.Made), 1)
		}
		b.Rect(look.Text2, x(dates.Made)-1, middle-madeHigh/2, tickWide, madeHigh)
	}
	now := x(a.axis.asOf)
	switch {
	case verdict == ledger.VerdictPastDue && now > x(dates.Due):
		b.Hatch(look.Text3, x(dates.Due), middle-pastHigh/2, now-x(dates.Due), pastHigh)
	case dates.Due.Known() && dates.Assessed > dates.Due && verdict != ledger.VerdictLatenessUnknown:
		b.Rect(look.Ochre, x(dates.Due), middle-lateHigh/2, x(dates.Assessed)-x(dates.Due), lateHigh)
	}
	b.Rect(look.Accent, now-1, 0, tickWide, b.Height)
	if dates.Due.Known() {
		b.Rect(look.Text1, x(dates.Due)-1, middle-dueHigh/2, tickWide, dueHigh)
	}
	if dates.Assessed.Known() {
		b.Mark(markOnAxis(verdict), x(dates.Assessed)-look.MarkSize/2, middle-look.MarkSize/2)
	}
}

// markOnAxis is the mark of an outcome on an axis, where the due day has a bar
// of its own.
func markOnAxis(verdict ledger.Verdict) string {
	switch verdict {
	case ledger.VerdictKeptLate, ledger.VerdictLatenessUnknown:
		return "disc.green"
	}
	return markOfVerdict(verdict)
}
