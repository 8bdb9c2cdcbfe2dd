package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/chart"
	"summitledger/ui/look"
)

type renderer struct {
	plot    *Plot
	objects []fyne.CanvasObject
	version int
	variant fyne.ThemeVariant
}

// CreateRenderer makes what draws the chart.
func (p *Plot) CreateRenderer() fyne.WidgetRenderer { return &renderer{plot: p, version: -1} }

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the chart.
func (r *renderer) MinSize() fyne.Size { return r.plot.MinSize() }

// Objects lists what is drawn.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout draws; places come from the chart and not from the size.
func (r *renderer) Layout(fyne.Size) { r.draw() }

// Refresh draws anew when something changed.
func (r *renderer) Refresh() {
	r.draw()
	canvas.Refresh(r.plot)
}

func (r *renderer) draw() {
	p := r.plot
	if r.version == p.version && r.variant == look.Variant() {
		return
	}
	r.version, r.variant = p.version, look.Variant()
	r.objects = nil
	for i, place := range p.plot.Places {
		if place.ID == p.opened && p.opened != "" || i == p.hover {
			ground := look.Hover
			if place.ID == p.opened {
				ground = look.Select
			}
			r.rect(ground, place.X, place.Y, place.W, place.H)
		}
	}
	for _, shape := range p.plot.Shapes {
		r.shape(shape)
	}
	for i, place := range p.plot.Places {
		if (i == p.hover || p.focused && i == p.cursor) && place.Line[2] > 0 {
			r.rect(look.Accent, place.Line[0], place.Line[1]-1, place.Line[2], 2)
		}
		if p.focused && i == p.cursor || p.framed != "" && place.ID == p.framed {
			frame := canvas.NewRectangle(look.Transparent())
			frame.StrokeColor, frame.StrokeWidth = look.Color(look.Accent), 2
			r.put(frame, place.X-2, place.Y, place.W+4, place.H)
		}
	}
}

func (r *renderer) put(object fyne.CanvasObject, x, y, w, h float64) {
	object.Move(fyne.NewPos(float32(x), float32(y)))
	object.Resize(fyne.NewSize(float32(w), float32(h)))
	r.objects = append(r.objects, object)
}

func (r *renderer) rect(token look.Token, x, y, w, h float64) {
	r.put(canvas.NewRectangle(look.Color(token)), x, y, w, h)
}

// border draws the edge of a bar inside of it.
func (r *renderer) border(token look.Token, width float32, shape chart.Shape) {
	frame := canvas.NewRectangle(look.Transparent())
	frame.StrokeColor, frame.StrokeWidth = look.Color(token), width
	r.put(frame, shape.X, shape.Y, shape.W, shape.H)
}

// tokenOf gives the colour of a tone.
func tokenOf(tone chart.Tone) look.Token {
	switch tone {
	case chart.Label:
		return look.Text2
	case chart.Note:
		return look.Text3
	case chart.Hair:
		return look.Line
	case chart.Border:
		return look.Line2
	case chart.Accent:
		return look.Accent
	case chart.Plain:
		return look.Surface
	}
	return look.Text1
}

func (r *renderer) shape(shape chart.Shape) {
	switch shape.Kind {
	case chart.BarShape:
		r.bar(shape)
	case chart.RuleShape:
		r.rect(tokenOf(shape.Tone), shape.X, shape.Y, shape.W, shape.H)
	case chart.DotShape:
		dot := canvas.NewCircle(look.Color(tokenOf(shape.Tone)))
		if shape.Open {
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = look.Color(look.Surface), look.Color(tokenOf(shape.Tone)), 1.5
		}
		r.put(dot, shape.X, shape.Y, shape.W, shape.H)
	case chart.MarkShape:
		r.put(look.Icon(look.Mark(shape.Text)), shape.X, shape.Y, shape.W, shape.H)
	case chart.TextShape:
		text := look.Text(shape.Text, float32(shape.Size), tokenOf(shape.Tone), shape.Strong)
		look.Place(text, float32(shape.X), float32(shape.Y))
		r.objects = append(r.objects, text)
	}
}

// crossSize is that of the cross in a bar of what ended.
const crossSize = 8

// bar fills a bar by how sure it is: the fills differ without their colours.
func (r *renderer) bar(shape chart.Shape) {
	x, y, w, h := shape.X, shape.Y, shape.W, shape.H
	switch shape.Fill {
	case chart.Claimed:
		r.rect(look.Text1, x, y, w, h)
	case chart.Confirmed:
		r.rect(look.Accent, x, y, w, h)
	case chart.Unconfirmed:
		r.rect(look.Mid, x, y, w, h)
		r.border(look.Accent, 1, shape)
	case chart.OtherKind:
		r.border(look.Accent, 2, shape)
	case chart.Ended:
		r.rect(look.Brick, x, y, w, h)
		if w >= crossSize {
			r.put(look.Icon(look.Mark("cross.on_accent")), x+(w-crossSize)/2, y+(h-crossSize)/2, crossSize, crossSize)
		}
	case chart.Silent:
		r.border(look.Text3, 1, shape)
	case chart.Pending:
		r.rect(look.Line, x, y, w, h)
	case chart.NotFound:
		r.put(look.Hatch(look.Text3), x, y, w, h)
		r.border(look.Text3, 1, shape)
	}
}
