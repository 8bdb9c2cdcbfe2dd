package report

import (
	"strings"

	"summitledger/data/chart"
	"summitledger/data/report/drawing"
)

// Chart is a chart as data/chart describes it: a bridge, bars, dots, lanes.
type Chart interface {
	Lay(width float64, face chart.Face) chart.Plot
}

// plotScale turns the sizes of a chart into points: its text is as high as that
// of a table on paper.
const plotScale = 9.0 / chart.TextSize

// plot sets a chart: vectors and text in ink, one grey and hatching.
func (p *page) plot(c Chart, width float64) part {
	laid := c.Lay(width/plotScale, p.face())
	opens := make(map[chart.Shape]bool) // rules under figures say that they open: on paper nothing does
	for _, place := range laid.Places {
		opens[chart.Shape{Kind: chart.RuleShape, Tone: chart.Border, X: place.Line[0], Y: place.Line[1], W: place.Line[2], H: 1}] = true
	}
	return part{height: laid.H * plotScale, draw: func(p *page, x, y float64) {
		for _, shape := range laid.Shapes {
			if !opens[shape] {
				p.drawShape(shape, x, y)
			}
		}
		p.sayPlot(laid)
	}}
}

// plotStyle is the style of a text of a chart.
func plotStyle(size float64, strong bool) style {
	switch {
	case size >= chart.TextSize && strong:
		return strongStyle
	case size >= chart.TextSize:
		return bodyStyle
	case strong:
		return noteStrongStyle
	}
	return noteStyle
}

// face measures texts for charts. What beside a bar has no room is left out
// whole: the table under the chart says it.
func (p *page) face() chart.Face {
	width := func(text string, size float64, strong bool) float64 {
		return p.width(p.typeface.clean(text), plotStyle(size, strong)) / plotScale
	}
	return chart.Face{Width: width, Cut: func(text string, room, size float64, strong bool) string {
		switch {
		case width(text, size, strong) <= room+0.5:
			return text
		case size < chart.TextSize:
			return ""
		}
		lines := p.wrap(text, plotStyle(size, strong), (room-width("...", size, strong))*plotScale)
		return lines[0] + "..."
	}}
}

// drawShape draws a shape of a chart whose corner is at x and y.
func (p *page) drawShape(shape chart.Shape, x, y float64) {
	x, y = x+shape.X*plotScale, y+shape.Y*plotScale
	w, h := shape.W*plotScale, shape.H*plotScale
	switch shape.Kind {
	case chart.BarShape:
		p.drawBar(shape.Fill, x, y, w, h)
	case chart.RuleShape:
		p.drawRule(shape.Tone, x, y, w, h)
	case chart.DotShape:
		dot := fullDisc
		if shape.Open {
			dot = ring
		}
		p.drawMark(dot, x+w/2, y+h/2)
	case chart.MarkShape:
		p.drawMark(markNamed(shape.Text), x+w/2, y+h/2)
	case chart.TextShape:
		s := plotStyle(shape.Size, shape.Strong)
		p.text(x, y+h/2+s.size()*0.36, p.typeface.clean(shape.Text), s)
	}
}

// drawBar fills a bar by how sure it is; the fills differ without colour.
func (p *page) drawBar(fill chart.Fill, x, y, w, h float64) {
	switch fill {
	case chart.Claimed, chart.Confirmed:
		p.drawBox(fullSquare, x, y, w, h)
	case chart.Unconfirmed:
		p.drawBox(greySquare, x, y, w, h)
	case chart.OtherKind:
		p.drawBox(emptySquare, x, y, w, h)
		p.drawBox(emptySquare, x+0.7, y+0.7, max(w-1.4, 0.5), h-1.4)
	case chart.Ended:
		p.slab(x, y, w, h, false)
		if w >= 5 {
			p.drawMark(cross, x+w/2, y+h/2)
		}
	case chart.Silent:
		p.drawBox(emptySquare, x, y, w, h)
	case chart.Pending:
		for at := x; at < x+w; at += 2.4 {
			p.slab(at, y, min(0.8, x+w-at), h, false)
		}
	case chart.NotFound:
		p.drawBox(hatchSquare, x, y, w, h)
	}
}

// drawRule draws a line of a chart as a thin box.
func (p *page) drawRule(tone chart.Tone, x, y, w, h float64) {
	switch tone {
	case chart.Hair, chart.Border:
		p.slab(x, y, shrink(w, hairline), shrink(h, hairline), false)
	case chart.Plain:
	case chart.Accent:
		p.slab(x, y, w, h, true)
	default:
		p.slab(x, y, shrink(w, 0.5), shrink(h, 0.5), true)
	}
}

// shrink makes the thin side of a rule as thin as rules of the page are.
func shrink(size, thin float64) float64 {
	if size <= 1.01*plotScale {
		return thin
	}
	return size
}

// slab fills a box with ink or the grey.
func (p *page) slab(x, y, w, h float64, black bool) {
	if black {
		p.box(x, y, w, h, solid(drawing.Black))
		return
	}
	p.box(x, y, w, h, solid(drawing.Grey))
}

// sayPlot says the texts of a chart row by row.
func (p *page) sayPlot(laid chart.Plot) {
	var row []string
	at := 0.0
	end := func() {
		if p.say(row...); len(row) > 1 {
			p.tell(drawing.Entry{Kind: drawing.Row, Cells: row})
		}
		row = nil
	}
	for _, shape := range laid.Shapes {
		if shape.Kind != chart.TextShape || strings.TrimSpace(shape.Text) == "" {
			continue
		}
		if len(row) > 0 && (shape.Y < at-8 || shape.Y > at+8) {
			end()
		}
		row, at = append(row, p.typeface.clean(shape.Text)), shape.Y
	}
	end()
}
