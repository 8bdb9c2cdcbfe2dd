package chart

import "github.com/shopspring/decimal"

// Segment is a piece of a bar.
type Segment struct {
	ID    string // what it opens; empty for what the row opens
	Value decimal.Decimal
	Fill  Fill
}

// BarRow is a bar from zero, made of pieces.
type BarRow struct {
	ID       string
	Label    string
	Number   string
	Segments []Segment // one after the other
	Note     string    // behind the bar: a conversion, what is left out
}

// Bars sets bars from zero under each other: by age, by stage, by group.
type Bars struct {
	Rows  []BarRow
	Unit  string
	Tick  func(decimal.Decimal) string
	Whole bool
}

// Conversion is a line of a funnel: of the records seen at a stage, how many
// are old enough to be judged, and how many of those went on (RULES 13.1).
type Conversion struct {
	ID, Label, Number, Note string
	Reached, OldEnough      int // k of n
	Young                   int // censored: neither gone on nor failed
}

// Funnel draws conversions as bars: gone on, stayed, too young to tell.
func Funnel(unit string, tick func(decimal.Decimal) string, rows []Conversion) Bars {
	bars := Bars{Unit: unit, Tick: tick, Whole: true}
	for _, row := range rows {
		bars.Rows = append(bars.Rows, BarRow{ID: row.ID, Label: row.Label, Number: row.Number, Note: row.Note, Segments: []Segment{
			{Value: decimal.NewFromInt(int64(row.Reached)), Fill: Confirmed},
			{Value: decimal.NewFromInt(int64(row.OldEnough - row.Reached)), Fill: Silent},
			{Value: decimal.NewFromInt(int64(row.Young)), Fill: Pending},
		}})
	}
	return bars
}

// Measures of bars.
const (
	barsTop    = 18
	barsRow    = 24
	barsBar    = 14
	barsLabels = 0.4
	barsNotes  = 0.3
)

// Height is how high the bars stand.
func (b Bars) Height() float64 { return barsTop + float64(len(b.Rows))*barsRow }

func (r BarRow) sum() decimal.Decimal {
	sum := decimal.Zero
	for _, segment := range r.Segments {
		sum = sum.Add(segment.Value)
	}
	return sum
}

// Lay puts every shape of the bars in its place for a width.
func (b Bars) Lay(width float64, face Face) Plot {
	plot := Plot{W: width, H: b.Height()}
	labels, number, notes := 0.0, face.Width(b.Unit, NoteSize, false), 0.0
	var values []decimal.Decimal
	for _, row := range b.Rows {
		labels = max(labels, face.Width(row.Label, TextSize, false)+1)
		number = max(number, face.Width(row.Number, TextSize, false))
		notes = max(notes, face.Width(row.Note, NoteSize, false)+bridgeNote)
		values = append(values, row.sum())
	}
	labels, notes = min(labels, width*barsLabels), min(notes, width*barsNotes)
	numbers := labels + bridgeGap + number
	a := newAxis(numbers+bridgeGap, width-max(notes, bridgeRight), values...)
	plot.right(face, writing{b.Unit, NoteSize, Label, false}, numbers, 0)
	for _, tick := range a.ticks(face, b.Tick, b.Whole) {
		plot.centred(face, writing{b.Tick(tick), NoteSize, Note, false}, a.at(tick), 0)
		plot.rule(Hair, a.at(tick), barsTop, 1, plot.H-barsTop)
	}
	for i, row := range b.Rows {
		y := barsTop + float64(i)*barsRow
		plot.text(face, writing{row.Label, TextSize, Ink, false}, 0, y+2, labels)
		long := plot.right(face, writing{row.Number, TextSize, Ink, false}, numbers, y+2)
		end := row.lay(&plot, a, y+5)
		plot.text(face, writing{row.Note, NoteSize, Label, false}, end+bridgeNote, y+4, width-end-bridgeNote)
		plot.open(Place{ID: row.ID, X: 0, Y: y, W: width, H: barsRow - 1, Line: [3]float64{numbers - long, y + 21, long}})
	}
	return plot
}

// lay draws the pieces of a bar and gives where they end.
func (r BarRow) lay(plot *Plot, a axis, y float64) float64 {
	at := decimal.Zero
	for _, segment := range r.Segments {
		if segment.Value.IsZero() {
			continue
		}
		from := a.at(at)
		at = at.Add(segment.Value)
		plot.bar(segment.Fill, from, y, max(1, a.at(at)-from), barsBar)
		if segment.ID != "" {
			plot.open(Place{ID: segment.ID, X: from, Y: y, W: max(1, a.at(at)-from), H: barsBar})
		}
	}
	if at.IsZero() {
		plot.rule(Note, a.at(at), y, 1, barsBar)
	}
	return a.at(at)
}
