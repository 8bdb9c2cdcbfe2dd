package chart

import "github.com/shopspring/decimal"

// Reach says how far a figure that somebody gave reaches.
type Reach uint8

// The reaches: a plain figure is a filled dot, all others are open.
const (
	Exact     Reach = iota
	About           // an open dot
	Upwards         // more than, at least: a line to the right
	Downwards       // up to: a line to the left
)

// DotRow is one figure among others for the same thing.
type DotRow struct {
	ID     string // what it opens
	Group  string // a heading over this row; empty for none
	Title  string // who says it
	Aside  string // when
	Number string // the figure with its qualifier
	Value  decimal.Decimal
	Reach  Reach
	Strong bool // the figure at hand
}

// Dots sets rival figures under each other, never merged or averaged; a
// stroke through all rows marks what is itemised (section 4.5 of the design).
type Dots struct {
	Rows         []DotRow
	Stroke       decimal.Decimal
	HasStroke    bool
	StrokeNumber string
	StrokeLabel  string
	Tick         func(decimal.Decimal) string
	Whole        bool
}

// Measures of a chart of dots (picture 04 of the design).
const (
	dotsTop    = 17
	dotsGroup  = 19
	dotsRow    = 42
	dotsLast   = 24
	dotSize    = 11
	dotsGap    = 14
	dotsRight  = 34 // a line to the right goes on beyond the axis
	strokeWide = 2
)

// Height is how high the chart stands.
func (d Dots) Height() float64 {
	height := float64(dotsTop) + float64(len(d.Rows))*dotsRow
	for _, row := range d.Rows {
		if row.Group != "" {
			height += dotsGroup
		}
	}
	if d.HasStroke {
		height += dotsLast
	}
	return height
}

// Lay puts every shape of the chart in its place for a width.
func (d Dots) Lay(width float64, face Face) Plot {
	plot := Plot{W: width, H: d.Height()}
	numbers := face.Width(d.StrokeNumber, TextSize, false)
	values := make([]decimal.Decimal, 0, len(d.Rows)+1)
	for _, row := range d.Rows {
		numbers = max(numbers, face.Width(row.Number, TextSize, false))
		values = append(values, row.Value)
	}
	if d.HasStroke {
		values = append(values, d.Stroke)
	}
	a := newAxis(numbers+dotsGap, width-dotsRight, values...)
	ticks := a.ticks(face, d.Tick, d.Whole)
	for _, tick := range ticks {
		plot.centred(face, writing{d.Tick(tick), NoteSize, Note, false}, a.at(tick), 0)
	}
	plot.rule(Ink, 0, dotsTop, width, 1)
	y := float64(dotsTop)
	for _, row := range d.Rows {
		if row.Group != "" {
			plot.text(face, writing{row.Group, NoteSize, Label, false}, 0, y+4, width)
			y += dotsGroup
		}
		d.layRow(&plot, a, row, ticks, numbers, y, face)
		y += dotsRow
	}
	if d.HasStroke {
		plot.rule(Accent, a.at(d.Stroke)-1, y-1, strokeWide, dotsLast-2)
		plot.right(face, writing{d.StrokeNumber, TextSize, Ink, false}, numbers, y+1)
		plot.besides(face, writing{d.StrokeLabel, TextSize, Ink, false}, a, a.at(d.Stroke), y+1)
	}
	return plot
}

// besides writes a text after a place, or before it where there is no room.
func (p *Plot) besides(face Face, w writing, a axis, x, y float64) {
	long := face.Width(w.text, w.size, w.strong)
	if x+6+long <= p.W || x-a.start < p.W-x {
		p.text(face, w, x+6, y, p.W-x-6)
		return
	}
	room := min(long+1, x-6-a.start)
	p.text(face, w, x-6-room, y, room)
}

func (d Dots) layRow(plot *Plot, a axis, row DotRow, ticks []decimal.Decimal, numbers, y float64, face Face) {
	aside := plot.right(face, writing{row.Aside, NoteSize, Label, false}, plot.W, y+3)
	plot.text(face, writing{row.Title, TextSize, Ink, row.Strong}, 0, y+1, plot.W-aside-8)
	line := y + 21 // the line of the dot, 16 high
	for _, tick := range ticks {
		plot.rule(Hair, a.at(tick), line, 1, 16)
	}
	if d.HasStroke {
		plot.rule(Accent, a.at(d.Stroke)-1, line, strokeWide, 16)
	}
	plot.right(face, writing{row.Number, TextSize, Ink, false}, numbers, line-2)
	x, middle := a.at(row.Value), line+8
	switch row.Reach {
	case Upwards:
		plot.rule(Label, x, middle-1, plot.W-x, 2)
	case Downwards:
		zero := a.at(decimal.Zero)
		plot.rule(Label, zero, middle-1, x-zero, 2)
	}
	plot.Shapes = append(plot.Shapes, Shape{Kind: DotShape, Tone: Ink, Open: row.Reach != Exact, X: x - dotSize/2.0, Y: middle - dotSize/2.0, W: dotSize, H: dotSize})
	plot.rule(Hair, 0, y+dotsRow-1, plot.W, 1)
	plot.open(Place{ID: row.ID, X: 0, Y: y + 1, W: plot.W, H: dotsRow - 3})
}
