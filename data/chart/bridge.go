package chart

import "github.com/shopspring/decimal"

// Base says where the bar of a step begins.
type Base uint8

// The bases.
const (
	Running Base = iota // where the last step ended
	Zero                // at zero; the steps after it go on from where they were
	NoBar               // the step is a line of text
)

// Over says which rule stands over a step.
type Over uint8

// The rules.
const (
	NoRule Over = iota
	ThinRule
	StrongRule
)

// Step is one line of a bridge: label, number, bar.
type Step struct {
	ID     string // what it opens; empty for nothing
	Label  string
	Number string
	Note   string // beside the bar, or in its place for a step without
	Value  decimal.Decimal
	Fill   Fill
	Base   Base
	Over   Over
	Strong bool   // the label is bold; numbers never are: they stand in one column
	Marked []Mark // shares of the value under the bar, which stays as it is
}

// Mark is a share of a bar, drawn as a line under it: full, or empty where two
// have to be told apart.
type Mark struct {
	Share decimal.Decimal
	Empty bool
}

// Bridge goes from a claim to what can be named, line by line: each bar begins
// where the last one ended (section 4.4 of the design).
type Bridge struct {
	Steps []Step
	Unit  string                       // over the numbers
	Tick  func(decimal.Decimal) string // words of the axis
	Whole bool                         // counts: no ticks between whole numbers
}

// Span is where the bar of a step begins and ends, in values.
type Span struct{ From, To decimal.Decimal }

// Spans gives for each step where its bar begins and ends. The last running
// step ends at the sum of all of them.
func (b Bridge) Spans() []Span {
	spans := make([]Span, len(b.Steps))
	at := decimal.Zero
	for i, step := range b.Steps {
		switch step.Base {
		case Zero:
			spans[i] = Span{decimal.Zero, step.Value}
		case Running:
			spans[i] = Span{at, at.Add(step.Value)}
			at = spans[i].To
		}
	}
	return spans
}

// Measures of a bridge (picture 04 of the design).
const (
	bridgeTop    = 18
	bridgeRow    = 31
	bridgeBar    = 19
	bridgeInset  = 6 // from the top of a row to its bar
	bridgeLabels = 0.48
	bridgeGap    = 16
	bridgeNote   = 8
	bridgeRight  = 12
	markHeight   = 3
)

// Height is how high a bridge stands.
func (b Bridge) Height() float64 { return bridgeTop + float64(len(b.Steps))*bridgeRow }

// columns gives where the numbers end and the bars begin.
func (b Bridge) columns(width float64, face Face) (labels, numbers, bars float64) {
	number := face.Width(b.Unit, NoteSize, false)
	for _, step := range b.Steps {
		labels = max(labels, face.Width(step.Label, TextSize, step.Strong)+1)
		number = max(number, face.Width(step.Number, TextSize, false))
	}
	labels = min(labels, width*bridgeLabels)
	numbers = labels + bridgeGap + number
	return labels, numbers, numbers + 2*bridgeGap
}

// NoteRoom is how wide the note of a step without a bar can be.
func (b Bridge) NoteRoom(width float64, face Face) float64 {
	_, _, bars := b.columns(width, face)
	return width - bars
}

// Lay puts every shape of a bridge in its place for a width.
func (b Bridge) Lay(width float64, face Face) Plot {
	plot := Plot{W: width, H: b.Height()}
	spans := b.Spans()
	labels, numbers, bars := b.columns(width, face)
	var values []decimal.Decimal
	for _, span := range spans {
		values = append(values, span.From, span.To)
	}
	a := newAxis(bars, width-bridgeRight, values...)
	plot.right(face, writing{b.Unit, NoteSize, Label, false}, numbers, 0)
	for _, tick := range a.ticks(face, b.Tick, b.Whole) {
		plot.centred(face, writing{b.Tick(tick), NoteSize, Note, false}, a.at(tick), 0)
		plot.rule(Hair, a.at(tick), bridgeTop, 1, float64(b.barred())*bridgeRow)
	}
	before := -1 // the running step before
	for i, step := range b.Steps {
		y := bridgeTop + float64(i)*bridgeRow
		switch step.Over {
		case StrongRule:
			plot.rule(Ink, 0, y, width, 1)
		case ThinRule:
			plot.rule(Border, 0, y, width, 1)
		}
		plot.text(face, writing{step.Label, TextSize, Ink, step.Strong}, 0, y+5, labels)
		long := plot.right(face, writing{step.Number, TextSize, Ink, false}, numbers, y+5)
		if step.Base == NoBar {
			plot.text(face, writing{step.Note, TextSize, Label, false}, bars, y+5, width-bars)
		} else {
			if step.Base == Running {
				if before >= 0 { // from the bar before down to this one
					from := bridgeTop + float64(before)*bridgeRow + bridgeInset + bridgeBar
					plot.rule(Label, a.at(spans[i].From), from, 1, y+bridgeInset-from)
				}
				before = i
			}
			if !b.layBar(&plot, a, step, spans[i], y+bridgeInset, face) {
				plot.Short = append(plot.Short, i)
			}
		}
		plot.open(Place{ID: step.ID, X: 0, Y: y + 2, W: width, H: bridgeRow - 3, Line: [3]float64{numbers - long, y + 24, long}})
	}
	return plot
}

// barred counts the steps up to the last one with a bar: the axis ends there.
func (b Bridge) barred() int {
	for i := len(b.Steps); i > 0; i-- {
		if b.Steps[i-1].Base != NoBar {
			return i
		}
	}
	return 0
}

// layBar draws the bar of a step, its marks and its note, and reports whether
// there was room for all of that.
func (b Bridge) layBar(plot *Plot, a axis, step Step, span Span, y float64, face Face) bool {
	from, to := a.at(decimal.Min(span.From, span.To)), a.at(decimal.Max(span.From, span.To))
	if step.Value.IsZero() {
		plot.rule(Note, from, y, 1, bridgeBar) // zero is a stub
	} else {
		plot.bar(step.Fill, from, y, max(1, to-from), bridgeBar)
	}
	for i, mark := range step.Marked {
		if mark.Share.IsZero() {
			continue
		}
		end := a.at(decimal.Min(span.From, span.To).Add(mark.Share.Abs()))
		under := y + bridgeBar + 1 + float64(i)*(markHeight+1)
		if mark.Empty {
			plot.bar(Silent, from, under, max(3, end-from), markHeight+1)
		} else {
			plot.rule(Ink, from, under, max(2, end-from), markHeight)
		}
	}
	note := writing{step.Note, NoteSize, Label, false}
	long := face.Width(note.text, note.size, false)
	right, left := plot.W-to-bridgeNote, from-a.start-bridgeNote
	switch {
	case long <= right || right >= left:
		plot.text(face, note, to+bridgeNote, y+1, right)
	default:
		room := min(long+1, left)
		plot.text(face, note, from-bridgeNote-room+1, y+1, room)
	}
	return long <= max(right, left)
}
