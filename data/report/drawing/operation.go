package drawing

// Ink is a colour of the page: black, one grey, or the white of the paper.
type Ink uint8

// The inks. NoInk draws nothing.
const (
	NoInk Ink = iota
	Black
	Grey
	White
)

// Level is the brightness of an ink, 0 for black to 255 for white.
func (i Ink) Level() uint8 {
	switch i {
	case Grey:
		return 0xB5
	case White:
		return 0xFF
	}
	return 0
}

// Paint is how a closed shape is filled and bordered. The border lies half
// inside and half outside of the shape.
type Paint struct {
	Fill, Stroke Ink
	Weight       float64 // of the border
}

// Point is a place on the page.
type Point struct{ X, Y float64 }

// Operation is one step of drawing a page: one of the types below.
type Operation interface{ operation() }

// Text is a run of signs in one face and size. Y is the baseline. The signs are
// all in the face.
type Text struct {
	X, Y float64
	Text string
	Size float64
	Bold bool
}

// Watermark is a word in grey outlines across the page, turned around its
// middle by an angle in degrees against the clock.
type Watermark struct {
	X, Y  float64 // the middle
	Width float64 // of the word
	Text  string
	Size  float64
	Angle float64
}

// Line is a straight line with flat ends.
type Line struct {
	X1, Y1, X2, Y2 float64
	Weight         float64
	Ink            Ink
}

// Box is a rectangle.
type Box struct {
	X, Y, W, H float64
	Paint
}

// Disc is a circle around a point.
type Disc struct {
	X, Y, Radius float64
	Paint
}

// Polygon is a closed shape with straight sides.
type Polygon struct {
	Points []Point
	Paint
}

// Clip draws only what of its operations falls inside of a rectangle.
type Clip struct {
	X, Y, W, H float64
	Inside     []Operation
}

// Link makes an area open an address, or, with a target, the place of the
// anchor of that name.
type Link struct {
	X, Y, W, H      float64
	Address, Target string
}

// Anchor is a place that links lead to.
type Anchor struct {
	Name string
	Y    float64
}

// Bookmark is a line in the table of contents of the document. Level 0 is the
// top; a level is at most one below the bookmark before.
type Bookmark struct {
	Title string
	Level int
	Y     float64
}

func (Text) operation()      {}
func (Watermark) operation() {}
func (Line) operation()      {}
func (Box) operation()       {}
func (Disc) operation()      {}
func (Polygon) operation()   {}
func (Clip) operation()      {}
func (Link) operation()      {}
func (Anchor) operation()    {}
func (Bookmark) operation()  {}

// Sheet is one page.
type Sheet struct {
	Number        int // from 1
	Width, Height float64
	Operations    []Operation
	// Lines is the text of the page line by line in the order in which it was
	// set, cells of a row apart by a bar: what a reader without eyes has of it.
	Lines []string
	// Outline is the same text as it is meant: headings, paragraphs, rows.
	Outline []Entry
}

// Add draws the next operations.
func (s *Sheet) Add(operations ...Operation) { s.Operations = append(s.Operations, operations...) }
