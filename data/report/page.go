package report

import (
	"errors"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"summitledger/assets"
)

// Measures of the page in points (1/72 inch), as the design has them.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	margin     = 42.52 // 15 mm
	gutter     = 11.34 // 4 mm between the two columns
	full       = pageWidth - 2*margin
	half       = (full - gutter) / 2
	lead       = 1.22 // height of a line of text, as a share of its size
	hairline   = 0.4
	rule       = 0.9
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

const family = "noto"

// grey is the one grey of the page; everything else is black ink.
const grey = 0xB5

// page draws on one sheet and remembers what it set, line by line.
type page struct {
	pdf      *fpdf.Fpdf
	typeface *typeface
	lines    []string
}

// newPage opens an empty sheet of A4.
func newPage() (*page, error) {
	regular, bold := assets.Font(false), assets.Font(true)
	typeface, err := newTypeface(regular, bold)
	if err != nil {
		return nil, err
	}
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.AddUTF8FontFromBytes(family, "", regular)
	pdf.AddUTF8FontFromBytes(family, "B", bold)
	pdf.AddPage()
	if err := pdf.Error(); err != nil {
		return nil, errors.Join(errors.New("the page cannot be opened for drawing"), err)
	}
	pdf.SetTextColor(0, 0, 0)
	pdf.SetDrawColor(0, 0, 0)
	return &page{pdf: pdf, typeface: typeface}, nil
}

// use makes a style the current one.
func (p *page) use(s style) {
	weight := ""
	if s.bold() {
		weight = "B"
	}
	p.pdf.SetFont(family, weight, s.size())
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
		p.lines = append(p.lines, strings.Join(kept, " | "))
	}
}

// text sets a cleaned text; y is the baseline.
func (p *page) text(x, y float64, text string, s style) {
	if text == "" {
		return
	}
	p.use(s)
	p.pdf.Text(x, y, text)
}

// line draws a horizontal rule.
func (p *page) line(x, y, width, weight float64, black bool) {
	p.ink(black)
	p.pdf.SetLineWidth(weight)
	p.pdf.Line(x, y, x+width, y)
	p.ink(true)
}

// ink sets the colour of lines: black or the grey.
func (p *page) ink(black bool) {
	if black {
		p.pdf.SetDrawColor(0, 0, 0)
		return
	}
	p.pdf.SetDrawColor(grey, grey, grey)
}
