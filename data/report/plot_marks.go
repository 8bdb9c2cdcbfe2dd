package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"summitledger/data/report/drawing"
)

// markNamed gives the mark in ink for a mark of the design. Where ink tells two
// of them less apart than colour does, the word beside it does.
func markNamed(name string) mark {
	file, _, _ := strings.Cut(name, ".")
	switch file {
	case "":
		return noMark
	case "disc":
		return fullDisc
	case "small":
		return smallDot
	case "dash":
		return dash
	case "half":
		return halfDisc
	case "late":
		return lateDisc
	case "past":
		return lateRing
	case "ring":
		return ring
	case "pause":
		return bars
	case "pause_o":
		return openBars
	case "diamond":
		return diamond
	case "diamond_o":
		return openDiamond
	case "minus":
		return minusDisc
	case "slash":
		return slashed
	case "chev2", "step":
		return chevrons
	case "cross":
		return cross
	case "square":
		return greySquare
	}
	return dottedRing
}

// drawSign draws the marks of the design that the brief does without.
func (p *page) drawSign(m mark, x, y float64) {
	const line = 0.8
	rhombus := func(r float64, paint drawing.Paint) {
		p.sheet.Add(drawing.Polygon{Points: []drawing.Point{{X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}, {X: x - r, Y: y}}, Paint: paint})
	}
	switch m {
	case smallDot:
		p.disc(x, y, 1.3, solid(drawing.Black))
	case dash:
		p.stroke(x-2.4, y, x+2.4, y, 1, drawing.Black)
	case chevrons:
		for _, at := range []float64{x - 2.4, x + 0.4} {
			p.stroke(at, y-2.6, at+2.2, y, 1, drawing.Black)
			p.stroke(at, y+2.6, at+2.2, y, 1, drawing.Black)
		}
	case slashed:
		p.disc(x, y, 2.7, outlined(line))
		p.stroke(x-1.9, y+1.9, x+1.9, y-1.9, line, drawing.Black)
	case diamond:
		rhombus(3.4, solid(drawing.Black))
	case openDiamond:
		rhombus(3, outlined(line))
	case openBars:
		p.box(x-2.2, y-2.5, 1.4, 5, outlined(0.6))
		p.box(x+0.9, y-2.5, 1.4, 5, outlined(0.6))
	}
}

// small gives a title as it stands inside a sentence.
func small(title string) string {
	first, length := utf8.DecodeRuneInString(title)
	return string(unicode.ToLower(first)) + title[length:]
}
