// Package plot draws charts that data/chart laid out, in the colours of the
// window, and lets their rows be opened by pointer and keys. It knows nothing of
// the ledger or of languages.
package plot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/chart"
	"summitledger/ui/look"
)

// Plot is the widget.
type Plot struct {
	widget.BaseWidget

	OnOpen   func(id string)            // a row: a click on it, or Enter without OnFigure
	OnFigure func(id string)            // its figure: a click on the number, or Enter
	OnMove   func(y, height float32)    // the keys came to another row, which wants to be seen
	OnKey    func(event *fyne.KeyEvent) // keys that the chart has no use for

	plot    chart.Plot
	cursor  int // place with the keys, -1 for none
	hover   int
	focused bool
	opened  string // the place that stays marked: what it opened is shown
	framed  string // the place with the frame: its figure is open
	version int
}

// New makes an empty one.
func New() *Plot {
	p := &Plot{cursor: -1, hover: -1}
	p.ExtendBaseWidget(p)
	return p
}

// Face measures and cuts texts as the window draws them.
func Face() chart.Face {
	return chart.Face{
		Width: func(text string, size float64, strong bool) float64 {
			return float64(look.Width(text, float32(size), strong))
		},
		Cut: func(text string, room, size float64, strong bool) string {
			return look.Cut(text, float32(room), float32(size), strong)
		},
	}
}

// Set shows another chart; the keys stay on the place of the same name.
func (p *Plot) Set(plot chart.Plot) {
	name := p.at(p.cursor)
	p.plot = plot
	p.cursor, p.hover = -1, -1
	for i, place := range plot.Places {
		if name != "" && place.ID == name {
			p.cursor = i
		}
	}
	p.changed()
}

// Mark marks the place whose records are shown, "" for none.
func (p *Plot) Mark(id string) {
	p.opened = id
	p.changed()
}

// Frame keeps a frame round the place whose figure is open, "" for none.
func (p *Plot) Frame(id string) {
	p.framed = id
	p.changed()
}

// Current names the place with the keys, "" for none.
func (p *Plot) Current() string { return p.at(p.cursor) }

// Texts gives every text of the chart in the order of drawing, for tests.
func (p *Plot) Texts() []string {
	var texts []string
	for _, shape := range p.plot.Shapes {
		if shape.Kind == chart.TextShape {
			texts = append(texts, shape.Text)
		}
	}
	return texts
}

func (p *Plot) at(place int) string {
	if place < 0 || place >= len(p.plot.Places) {
		return ""
	}
	return p.plot.Places[place].ID
}

func (p *Plot) changed() {
	p.version++
	p.Refresh()
}

// MinSize is that of the chart.
func (p *Plot) MinSize() fyne.Size { return fyne.NewSize(float32(p.plot.W), float32(p.plot.H)) }

// placeAt gives the last place at a position: pieces of a bar lie over its row.
func (p *Plot) placeAt(at fyne.Position) int {
	for i := len(p.plot.Places) - 1; i >= 0; i-- {
		place := p.plot.Places[i]
		x, y := float64(at.X), float64(at.Y)
		if x >= place.X && x <= place.X+place.W && y >= place.Y && y <= place.Y+place.H {
			return i
		}
	}
	return -1
}

// figureSlack is how far beside its figure a click still means it.
const figureSlack = 6

// Tapped opens a row or, on its number, its figure.
func (p *Plot) Tapped(event *fyne.PointEvent) {
	at := p.placeAt(event.Position)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(p); canvas != nil && len(p.plot.Places) > 0 {
		canvas.Focus(p)
	}
	if at < 0 {
		return
	}
	p.cursor = at
	p.changed()
	line, x := p.plot.Places[at].Line, float64(event.Position.X)
	if p.OnFigure != nil && (p.OnOpen == nil || line[2] > 0 && x >= line[0]-figureSlack && x <= line[0]+line[2]+figureSlack) {
		p.OnFigure(p.at(at))
		return
	}
	if p.OnOpen != nil {
		p.OnOpen(p.at(at))
	}
}

// Cursor shows a hand over what opens.
func (p *Plot) Cursor() desktop.Cursor {
	if p.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn is part of Fyne's Hoverable.
func (p *Plot) MouseIn(event *desktop.MouseEvent) { p.MouseMoved(event) }

// MouseMoved marks the place under the pointer.
func (p *Plot) MouseMoved(event *desktop.MouseEvent) {
	if at := p.placeAt(event.Position); at != p.hover {
		p.hover = at
		p.changed()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (p *Plot) MouseOut() {
	if p.hover >= 0 {
		p.hover = -1
		p.changed()
	}
}

// FocusGained is part of Fyne's Focusable.
func (p *Plot) FocusGained() {
	p.focused = true
	if p.cursor < 0 && len(p.plot.Places) > 0 {
		p.cursor = 0
	}
	p.changed()
}

// FocusLost is part of Fyne's Focusable.
func (p *Plot) FocusLost() { p.focused = false; p.changed() }

// TypedRune is part of Fyne's Focusable.
func (p *Plot) TypedRune(rune) {}

// TypedKey goes from row to row and opens: Enter the figure, Space the row.
func (p *Plot) TypedKey(event *fyne.KeyEvent) {
	last := len(p.plot.Places) - 1
	switch event.Name {
	case fyne.KeyDown, fyne.KeyRight:
		p.move(min(p.cursor+1, last))
	case fyne.KeyUp, fyne.KeyLeft:
		p.move(max(p.cursor-1, min(0, last)))
	case fyne.KeyHome:
		p.move(min(0, last))
	case fyne.KeyEnd:
		p.move(last)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.press(p.OnFigure, p.OnOpen)
	case fyne.KeySpace:
		p.press(p.OnOpen, p.OnFigure)
	default:
		if p.OnKey != nil {
			p.OnKey(event)
		}
	}
}

func (p *Plot) press(first, second func(string)) {
	if first == nil {
		first = second
	}
	if id := p.at(p.cursor); id != "" && first != nil {
		first(id)
	}
}

func (p *Plot) move(to int) {
	if to == p.cursor || to < 0 {
		return
	}
	p.cursor = to
	p.changed()
	if p.OnMove != nil {
		place := p.plot.Places[to]
		p.OnMove(float32(place.Y), float32(place.H))
	}
}
