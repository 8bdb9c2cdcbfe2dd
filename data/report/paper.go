package report

import (
	"fmt"
	"strings"
)

// Names of the papers that documents are set on.
const (
	A4     = "A4"
	Letter = "Letter"
)

// Paper is what a document is set on. The zero value is A4 upright with the
// usual margin.
type Paper struct {
	Size      string // one of Papers; empty: A4
	Landscape bool
	Margin    float64 // in points on all sides; 0: UsualMargin
}

// Margins in points.
const (
	UsualMargin   = 42.52 // 15 mm
	LeastMargin   = 28.35 // 10 mm: header and footer stand in it, off the edge that printers cannot reach
	LargestMargin = 113.4 // 40 mm
)

// Papers names the papers.
func Papers() []string { return []string{A4, Letter} }

// Validate says what of a paper there is not.
func (p Paper) Validate() error {
	switch p.Size {
	case "", A4, Letter:
	default:
		return fmt.Errorf("there is no paper %q; the papers are: %s", p.Size, strings.Join(Papers(), ", "))
	}
	if p.Margin != 0 && (p.Margin < LeastMargin || p.Margin > LargestMargin) {
		return fmt.Errorf("a margin of %.0f points cannot be; margins are 10 to 40 mm", p.Margin)
	}
	return nil
}

// Name is the name of the size.
func (p Paper) Name() string {
	if p.Size == "" {
		return A4
	}
	return p.Size
}

// measures are the lengths of a page in points that follow from its paper.
type measures struct {
	sheetWidth, sheetHeight float64
	margin                  float64
	full                    float64 // between the margins
	columns                 int     // that the brief stands in
	column                  float64 // width of one of them
	header                  float64 // baseline of the header, which stands in the margin as the footer does
	top                     float64 // where the body begins
	footer                  float64 // rule over the footer
	body                    float64 // height of what stands between
}

// measures works the lengths out.
func (p Paper) measures() measures {
	m := measures{sheetWidth: 595.28, sheetHeight: 841.89, margin: p.Margin, columns: 2}
	if p.Size == Letter {
		m.sheetWidth, m.sheetHeight = 612, 792
	}
	if p.Landscape {
		m.sheetWidth, m.sheetHeight, m.columns = m.sheetHeight, m.sheetWidth, 3
	}
	if m.margin == 0 {
		m.margin = UsualMargin
	}
	m.full = m.sheetWidth - 2*m.margin
	m.column = (m.full - gutter*float64(m.columns-1)) / float64(m.columns)
	m.header = m.margin - 8.52
	m.top = m.margin + 3
	m.footer = m.sheetHeight - m.margin + 4.52
	m.body = m.footer - 5 - m.top
	return m
}
