package facets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// renderer draws the column. It never asks for a refresh of the whole widget:
// Fyne would then throw away the drawing of every text in it.
type renderer struct {
	facets  *Facets
	ground  *canvas.Rectangle
	bar     *canvas.Rectangle
	focus   *canvas.Rectangle
	body    *fyne.Container
	clip    *container.Clip
	lines   []*line
	width   float32
	variant fyne.ThemeVariant
}

// CreateRenderer makes what draws the column.
func (f *Facets) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{facets: f, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent),
		body: container.NewWithoutLayout(), variant: look.Variant()}
	r.clip = container.NewClip(r.body)
	r.bar.CornerRadius = barWidth / 2
	r.focus.StrokeWidth = 2
	r.paint()
	return r
}

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the column.
func (r *renderer) MinSize() fyne.Size { return r.facets.MinSize() }

// Objects lists what is drawn, from back to front.
func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.clip, r.focus, r.bar}
}

// Layout gives everything its place.
func (r *renderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.clip.Resize(size)
	r.body.Resize(size)
	r.facets.clamp()
	r.draw(size)
}

// Refresh draws what changed.
func (r *renderer) Refresh() {
	if variant := look.Variant(); variant != r.variant {
		r.variant = variant
		r.facets.version++
		r.paint()
	}
	r.draw(r.facets.Size())
	r.bar.Refresh() // asks for a new picture of the window
}

// paint gives what is always there its colours.
func (r *renderer) paint() {
	r.ground.FillColor, r.bar.FillColor, r.focus.StrokeColor = look.Color(look.Bg), look.Color(look.Line2), look.Color(look.Accent)
	r.ground.Refresh()
	r.focus.Refresh()
	r.bar.Refresh()
}

// draw fills the lines that can be seen; a row keeps its line while it is seen.
func (r *renderer) draw(size fyne.Size) {
	f := r.facets
	if r.width != size.Width {
		r.width = size.Width
		f.version++
	}
	first := f.firstAt(f.top)
	last := first
	for last < len(f.items) && f.items[last].y < f.top+size.Height {
		last++
	}
	for slots := int(size.Height/linkHeight) + 3; len(r.lines) < slots; {
		r.lines = append(r.lines, newLine())
	}
	r.body.Objects = r.body.Objects[:0]
	for i := first; i < last; i++ {
		l := r.lines[i%len(r.lines)]
		if l.item != i || l.version != f.version {
			l.fill(f, i, size.Width)
		}
		l.place(f)
		r.body.Objects = l.appendTo(r.body.Objects)
	}
	r.focus.Hidden = true
	if f.ringed && f.cursor >= first && f.cursor < last {
		it := f.items[f.cursor]
		r.focus.Hidden = false
		r.focus.Move(fyne.NewPos(inset-5, float32(math.Round(float64(it.y-f.top))))) // a stroke is drawn half outside
		r.focus.Resize(fyne.NewSize(size.Width-2*inset+10, it.height))
	}
	length, at, _, needed := f.thumb()
	r.bar.Hidden = !needed
	if needed {
		r.bar.Move(fyne.NewPos(size.Width-barWidth-barInset, barInset+at))
		r.bar.Resize(fyne.NewSize(barWidth, length))
	}
}
