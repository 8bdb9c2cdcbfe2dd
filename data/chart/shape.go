package chart

// Fill says how sure what a bar stands for is (section 4.2 of the design). The
// fills differ without their colours too.
type Fill uint8

// The fills.
const (
	Claimed     Fill = iota // what somebody said: ink
	Confirmed               // signed, reached: the accent
	Unconfirmed             // reported: pale with a border of the accent
	OtherKind               // nobody's commitment, as a fund's size: empty with a thick border of the accent
	Ended                   // over: brick with a cross
	Silent                  // silent or not counted here: empty with a thin border
	Pending                 // too young to tell: pale without a border
	NotFound                // hatched, also when negative
)

// Tone names the colour of a line, a dot or a text by its use.
type Tone uint8

// The tones.
const (
	Ink    Tone = iota // text, strong rules
	Label              // second texts, connectors
	Note               // ticks, stubs of zero
	Hair               // hairlines
	Border             // rules under figures that open, between parts
	Accent             // what is itemised
	Plain              // inside of an open dot
)

// Kind says what a shape is.
type Kind uint8

// The kinds of shapes.
const (
	BarShape  Kind = iota
	RuleShape      // a line as a thin box
	DotShape       // a circle; Open: only its rim
	TextShape      // one line of text; Y is the top of its line
	MarkShape      // a mark of the design, named by Text
)

// Shape is one thing to draw.
type Shape struct {
	Kind       Kind
	X, Y, W, H float64
	Fill       Fill // of a bar
	Tone       Tone // of a line, a dot, a text
	Open       bool // of a dot
	Text       string
	Size       float64 // of the type
	Strong     bool    // bold
}

// Place is an area that opens something: a row, a bar.
type Place struct {
	ID         string
	X, Y, W, H float64
	Line       [3]float64 // x, y and width of the rule under its figure, which shows that it opens; width 0 without
}

// Plot is a chart with every shape in its place, in the order of drawing.
type Plot struct {
	W, H   float64
	Shapes []Shape
	Places []Place
	Short  []int // steps of a bridge whose note had no room: it has to be said elsewhere
}

// Sizes of type and heights of their lines in charts.
const (
	TextSize = 13
	NoteSize = 11
	textLine = 20
	noteLine = 16

	leastRoom = 40 // a text that has to be cut shorter says nothing
)

// Face measures texts and cuts them to a room, as whoever draws them does.
type Face struct {
	Width func(text string, size float64, strong bool) float64
	Cut   func(text string, room, size float64, strong bool) string
}

func (p *Plot) bar(fill Fill, x, y, w, h float64) {
	p.Shapes = append(p.Shapes, Shape{Kind: BarShape, Fill: fill, X: x, Y: y, W: w, H: h})
}

func (p *Plot) rule(tone Tone, x, y, w, h float64) {
	p.Shapes = append(p.Shapes, Shape{Kind: RuleShape, Tone: tone, X: x, Y: y, W: w, H: h})
}

// writing is a text to be placed.
type writing struct {
	text   string
	size   float64
	tone   Tone
	strong bool
}

func (p *Plot) text(face Face, w writing, x, y, room float64) float64 {
	if w.text == "" || room < leastRoom && face.Width(w.text, w.size, w.strong) > room {
		return 0
	}
	text := face.Cut(w.text, room, w.size, w.strong)
	width := face.Width(text, w.size, w.strong)
	line := float64(textLine)
	if w.size == NoteSize {
		line = noteLine
	}
	p.Shapes = append(p.Shapes, Shape{Kind: TextShape, Text: text, Size: w.size, Tone: w.tone, Strong: w.strong, X: x, Y: y, W: width, H: line})
	return width
}

// right writes a text that ends at x; numbers are never cut.
func (p *Plot) right(face Face, w writing, x, y float64) float64 {
	width := face.Width(w.text, w.size, w.strong)
	return p.text(face, w, x-width, y, width+1)
}

// centred writes a text around x, within the plot.
func (p *Plot) centred(face Face, w writing, x, y float64) {
	width := face.Width(w.text, w.size, w.strong)
	p.text(face, w, max(0, min(x-width/2, p.W-width)), y, width+1)
}

// open makes an area open something.
func (p *Plot) open(place Place) {
	if place.ID == "" {
		return
	}
	if place.Line[2] > 0 {
		p.rule(Border, place.Line[0], place.Line[1], place.Line[2], 1)
	}
	p.Places = append(p.Places, place)
}
