package report

import (
	"strings"

	"summitledger/assets"
	"summitledger/data/report/drawing"
)

// Measures of the page in points (1/72 inch), as the design has them. Those that
// follow from the paper are its measures.
const (
	gutter   = 11.34 // 4 mm between two columns
	lead     = 1.22  // height of a line of text, as a share of its size
	hairline = 0.4
	rule     = 0.9
)

// style is how a text is set: the page knows a few sizes and two weights.
type style uint8

// The styles of the page.
const (
	titleStyle   style = iota // 17 bold: the headline
	headingStyle              // 11 bold: above a block, and the figures of the strip
	bodyStyle                 // 9
	strongStyle               // 9 bold: labels of totals
	noteStyle                 // 7.5: column heads, notes
	noteStrongStyle
	raisedStyle // 5.5: numbers of notes, set above the line
)

// size is the height of the type in points.
func (s style) size() float64 {
	switch s {
	case titleStyle:
		return 17
	case headingStyle:
		return 11
	case bodyStyle, strongStyle:
		return 9
	case raisedStyle:
		return 5.5
	}
	return 7.5
}

func (s style) bold() bool {
	return s == titleStyle || s == headingStyle || s == strongStyle || s == noteStrongStyle
}

// lineHeight is the distance between the baselines of two lines.
func (s style) lineHeight() float64 { return s.size() * lead }

// page knows its measures and its typeface, and writes down on the current
// sheet what is drawn and said.
type page struct {
	measures
	typeface *typeface
	sheet    *drawing.Sheet
}

// newPage opens an empty sheet of a paper.
func newPage(paper Paper) (*page, error) {
	if err := paper.Validate(); err != nil {
		return nil, err
	}
	typeface, err := newTypeface(assets.Font(false), assets.Font(true))
	if err != nil {
		return nil, err
	}
	p := &page{measures: paper.measures(), typeface: typeface}
	p.begin(1)
	return p, nil
}

// begin takes a new sheet.
func (p *page) begin(number int) {
	p.sheet = &drawing.Sheet{Number: number, Width: p.sheetWidth, Height: p.sheetHeight}
}

// width measures a text that has been cleaned.
func (p *page) width(text string, s style) float64 {
	return p.typeface.width(text, s.bold()) * s.size()
}

// say remembers a line of the page as it was set.
func (p *page) say(cells ...string) {
	kept := make([]string, 0, len(cells))
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			kept = append(kept, cell)
		}
	}
	if len(kept) > 0 {
		p.sheet.Lines = append(p.sheet.Lines, strings.Join(kept, " | "))
	}
}

// text sets a cleaned text; y is the baseline.
func (p *page) text(x, y float64, text string, s style) {
	if text != "" {
		p.sheet.Add(drawing.Text{X: x, Y: y, Text: text, Size: s.size(), Bold: s.bold()})
	}
}

// line draws a horizontal rule.
func (p *page) line(x, y, width, weight float64, black bool) {
	ink := drawing.Grey
	if black {
		ink = drawing.Black
	}
	p.stroke(x, y, x+width, y, weight, ink)
}

// stroke draws a straight line.
func (p *page) stroke(x1, y1, x2, y2, weight float64, ink drawing.Ink) {
	p.sheet.Add(drawing.Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Weight: weight, Ink: ink})
}

// box draws a rectangle.
func (p *page) box(x, y, width, height float64, paint drawing.Paint) {
	p.sheet.Add(drawing.Box{X: x, Y: y, W: width, H: height, Paint: paint})
}

// disc draws a circle.
func (p *page) disc(x, y, radius float64, paint drawing.Paint) {
	p.sheet.Add(drawing.Disc{X: x, Y: y, Radius: radius, Paint: paint})
}

// clip shows of what is drawn inside only the part within a rectangle.
func (p *page) clip(x, y, width, height float64, inside func()) {
	kept := p.sheet.Operations
	p.sheet.Operations = nil
	inside()
	p.sheet.Operations = append(kept, drawing.Clip{X: x, Y: y, W: width, H: height, Inside: p.sheet.Operations})
}

// solid fills with an ink.
func solid(ink drawing.Ink) drawing.Paint { return drawing.Paint{Fill: ink} }

// outlined draws the border alone.
func outlined(weight float64) drawing.Paint {
	return drawing.Paint{Stroke: drawing.Black, Weight: weight}
}
