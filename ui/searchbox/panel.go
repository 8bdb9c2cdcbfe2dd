// Package searchbox is what stands under the search field while one types in
// it: what the filter says in words, where it has a mistake, and what could
// come next. It knows nothing of filters or of languages.
package searchbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Offer is a text that may come next.
type Offer struct{ Text, Label string }

// State is what the panel shows.
type State struct {
	Said    string // what the filter says in words; empty while it has a mistake
	Typed   string // the text with a mistake in it
	From    int    // the mistaken part of it, in bytes
	To      int
	Mistake string // what is wrong with it
	Kept    string // that the last result stays
	Offers  []Offer
	Hint    string // how an offer is taken, beside the chosen one
}

// Empty reports whether there is nothing to show.
func (s State) Empty() bool { return s.Said == "" && s.Mistake == "" && len(s.Offers) == 0 }

// Measures of the panel.
const (
	Width     float32 = 424
	inset     float32 = 12
	row       float32 = 24
	gap       float32 = 8
	mostLines         = 4
	underline float32 = 2
)

// Panel is the widget. It is shown over the page and moves nothing.
type Panel struct {
	widget.BaseWidget
	OnTake func(offer int) // an offer was pressed

	state  State
	chosen int // of the offers
	hover  int
	first  float32 // where the offers begin
}

// New makes a panel that shows nothing.
func New() *Panel {
	p := &Panel{hover: -1}
	p.ExtendBaseWidget(p)
	p.Hide()
	return p
}

// Set shows another state, the first offer chosen; an empty one hides the panel.
func (p *Panel) Set(state State) {
	p.state, p.chosen, p.hover = state, 0, -1
	if state.Empty() {
		p.Hide()
		return
	}
	p.Show()
	p.Refresh()
}

// State gives what the panel shows.
func (p *Panel) State() State { return p.state }

// Chosen gives the offer that Tab takes, -1 when nothing is offered.
func (p *Panel) Chosen() int {
	if !p.Visible() || len(p.state.Offers) == 0 {
		return -1
	}
	return p.chosen
}

// Choose chooses another offer, round and round; false when there is none.
func (p *Panel) Choose(by int) bool {
	if p.Chosen() < 0 {
		return false
	}
	n := len(p.state.Offers)
	p.chosen = (p.chosen + by + n) % n
	p.Refresh()
	return true
}

// offerAt gives the offer under a place, -1 for none.
func (p *Panel) offerAt(y float32) int {
	at := int((y - p.first) / row)
	if y < p.first || at >= len(p.state.Offers) {
		return -1
	}
	return at
}

// MouseDown takes an offer before the field loses the keys.
func (p *Panel) MouseDown(event *desktop.MouseEvent) {
	if at := p.offerAt(event.Position.Y); at >= 0 && p.OnTake != nil {
		p.OnTake(at)
	}
}

// MouseUp is part of Fyne's Mouseable.
func (p *Panel) MouseUp(*desktop.MouseEvent) {}

// MouseIn is part of Fyne's Hoverable.
func (p *Panel) MouseIn(event *desktop.MouseEvent) { p.MouseMoved(event) }

// MouseMoved keeps the offer under the pointer.
func (p *Panel) MouseMoved(event *desktop.MouseEvent) {
	if at := p.offerAt(event.Position.Y); at != p.hover {
		p.hover = at
		p.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (p *Panel) MouseOut() {
	p.hover = -1
	p.Refresh()
}

// MinSize is as high as what is shown.
func (p *Panel) MinSize() fyne.Size {
	_, height, _ := p.draw()
	return fyne.NewSize(Width, height)
}

// CreateRenderer draws the panel.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{panel: p, body: container.NewWithoutLayout()}
	r.Refresh()
	return r
}

type renderer struct {
	panel *Panel
	body  *fyne.Container
}

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is part of Fyne's renderer.
func (r *renderer) MinSize() fyne.Size { return r.panel.MinSize() }

// Objects is part of Fyne's renderer.
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.body} }

// Layout is part of Fyne's renderer.
func (r *renderer) Layout(size fyne.Size) { r.body.Resize(size) }

// Refresh draws everything anew.
func (r *renderer) Refresh() {
	objects, _, first := r.panel.draw()
	r.panel.first = first
	r.body.Objects = objects
	r.body.Refresh()
	canvas.Refresh(r.panel)
}
