package report

import (
	"math"

	"summitledger/data/report/drawing"
)

// mark is a small drawn sign; its fill tells how sure a thing is.
type mark uint8

// The marks of the page: what the window shows, in ink.
const (
	noMark     mark = iota
	fullDisc        // kept
	lateDisc        // kept after its day
	halfDisc        // kept in part
	cross           // broken, cancelled
	ring            // open, not yet due
	lateRing        // past due, no report
	dottedRing      // no due day
	bars            // suspended
	minusDisc       // withdrawn, lapsed
	fullSquare
	emptySquare
	crossSquare
	greySquare
	hatchSquare
	blankMark // room without a mark, for the name of a column of marks
	smallDot
	dash
	chevrons    // superseded, moved on
	slashed     // a condition that was not met
	diamond     // lapsed
	openDiamond // lapsed, inferred
	openBars    // shelved, inferred
)

// markWidth is the room of a mark in front of a text.
const markWidth = 11.5

// run is a number of equal marks side by side.
type run struct {
	mark  mark
	count int
}

// drawMark draws a mark around its centre.
func (p *page) drawMark(m mark, x, y float64) {
	const r, line = 2.7, 0.8
	black, rim := solid(drawing.Black), outlined(line)
	late := func() { p.stroke(x+r+1.6, y-r-0.4, x+r+1.6, y+r+0.4, line, drawing.Black) }
	switch m {
	case fullDisc:
		p.disc(x, y, r+0.4, black)
	case lateDisc:
		p.disc(x, y, r+0.4, black)
		late()
	case halfDisc:
		p.disc(x, y, r, rim)
		p.clip(x-r-1, y-r-1, r+1, 2*r+2, func() { p.disc(x, y, r, black) })
	case cross:
		p.stroke(x-2.4, y-2.4, x+2.4, y+2.4, 1.1, drawing.Black)
		p.stroke(x-2.4, y+2.4, x+2.4, y-2.4, 1.1, drawing.Black)
	case ring:
		p.disc(x, y, r, rim)
	case lateRing:
		p.disc(x, y, r, rim)
		late()
	case dottedRing:
		for i := range 8 {
			angle := float64(i) * math.Pi / 4
			p.disc(x+r*math.Cos(angle), y+r*math.Sin(angle), 0.55, black)
		}
	case bars:
		p.box(x-2.4, y-2.7, 1.7, 5.4, black)
		p.box(x+0.7, y-2.7, 1.7, 5.4, black)
	case minusDisc:
		p.disc(x, y, r+0.4, black)
		p.box(x-1.7, y-0.5, 3.4, 1, solid(drawing.White))
	case fullSquare, emptySquare, crossSquare, greySquare, hatchSquare:
		p.drawBox(m, x-1.9, y-2.9, 3.8, 5.8)
	default:
		p.drawSign(m, x, y)
	}
}

// drawBox draws a square mark in a rectangle of any size.
func (p *page) drawBox(m mark, x, y, width, height float64) {
	const line = 0.45
	inner := func(paint drawing.Paint) { p.box(x+line/2, y+line/2, width-line, height-line, paint) }
	switch m {
	case fullSquare:
		p.box(x, y, width, height, solid(drawing.Black))
	case greySquare:
		inner(drawing.Paint{Fill: drawing.Grey, Stroke: drawing.Black, Weight: line})
	case crossSquare:
		p.box(x, y, width, height, solid(drawing.Grey))
		p.stroke(x+0.6, y+1, x+width-0.6, y+height-1, 0.9, drawing.Black)
		p.stroke(x+0.6, y+height-1, x+width-0.6, y+1, 0.9, drawing.Black)
	case hatchSquare:
		p.hatch(x, y, width, height)
		inner(outlined(line))
	case emptySquare:
		inner(outlined(line))
	}
}

// hatch fills a rectangle with slanting lines.
func (p *page) hatch(x, y, width, height float64) {
	const step = 2.4
	p.clip(x, y, width, height, func() {
		// The lines of all boxes are one pattern of the page, so that neighbours agree.
		for at := math.Floor((x-height)/step) * step; at < x+width+height; at += step {
			p.stroke(at, y+height, at+height, y, 0.3, drawing.Black)
		}
	})
}

// drawRuns draws marks side by side on a line of text. When the fullest row of
// the table has too many for the width, all rows are bars on its scale.
func (p *page) drawRuns(runs []run, widest int, x, baseline, width float64) {
	y := baseline - 3.2
	wanted, count := 0.0, 0
	for _, one := range runs {
		wanted += float64(one.count) * one.mark.pitch()
		count += one.count
	}
	most := max(wanted, float64(widest)*squarePitch)
	if most <= width {
		for _, one := range runs {
			for range one.count {
				p.drawMark(one.mark, x+one.mark.pitch()/2-0.6, y)
				x += one.mark.pitch()
			}
		}
		return
	}
	for _, one := range runs {
		length := float64(one.count) / float64(max(widest, count)) * width
		if length > 0.5 {
			p.drawBox(one.mark.box(), x, y-2.9, max(length-0.6, 0.5), 5.8)
		}
		x += length
	}
}

const (
	squarePitch = 5.2
	discPitch   = 8.2
)

// pitch is the distance between two marks of a run.
func (m mark) pitch() float64 {
	switch m {
	case fullSquare, emptySquare, crossSquare, greySquare, hatchSquare:
		return squarePitch
	case lateDisc, lateRing:
		return discPitch + 1
	}
	return discPitch
}

// box is the square that stands for a mark in a bar.
func (m mark) box() mark {
	switch m {
	case fullDisc, lateDisc:
		return fullSquare
	case halfDisc:
		return greySquare
	case cross, minusDisc, bars:
		return crossSquare
	case ring, lateRing, dottedRing:
		return emptySquare
	}
	return m
}

// watermark sets a word across the page in grey outlines, under everything.
func (p *page) watermark(word string) {
	const size, angle = 58, 55
	text := p.typeface.clean(word)
	p.sheet.Add(drawing.Watermark{X: p.sheetWidth / 2, Y: p.sheetHeight / 2, Width: p.typeface.width(text, true) * size, Text: text, Size: size, Angle: angle})
	p.say(text)
}
