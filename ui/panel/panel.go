package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// Panel is the widget: blocks in a column that scrolls, and a line at the foot
// that stays.
type Panel struct {
	widget.BaseWidget

	OnKey func(*fyne.KeyEvent) // keys that the panel itself has no use for

	page   *page
	scroll *container.Scroll
	foot   string
}

// New makes an empty panel.
func New() *Panel {
	p := &Panel{page: newPage()}
	p.scroll = container.NewVScroll(p.page)
	p.page.onPoint = p.keepInSight
	p.ExtendBaseWidget(p)
	return p
}

// Set shows other blocks, from the top; foot is a remark that stays in sight,
// "" for none.
func (p *Panel) Set(blocks []Block, foot string) {
	p.foot = foot
	p.page.set(blocks)
	p.scroll.ScrollToTop()
	p.Refresh()
}

// Replace shows other blocks and keeps the place.
func (p *Panel) Replace(blocks []Block, foot string) {
	p.foot = foot
	p.page.set(blocks)
	p.Refresh()
}

// SetInset keeps texts another distance from the edges.
func (p *Panel) SetInset(inset float32) { p.page.inset = inset }

// Blocks gives what the panel shows, for tests.
func (p *Panel) Blocks() []Block { return p.page.blocks }

// keepInSight scrolls to a link that a key has reached.
func (p *Panel) keepInSight(top, height float32) {
	offset, room := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case top < offset:
		offset = top
	case top+height > offset+room:
		offset = top + height - room
	default:
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// MinSize lets the panel be as narrow as its place.
func (p *Panel) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// CreateRenderer is for the toolkit.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, ground: canvas.NewRectangle(look.Color(look.Surface)), rule: canvas.NewRectangle(look.Color(look.Line)),
		footGround: canvas.NewRectangle(look.Color(look.Bg)), foot: look.Text("", look.SizeNote, look.Text2, false)}
	r.Refresh()
	return r
}

const footHeight = 28

type panelRenderer struct {
	panel        *Panel
	ground, rule *canvas.Rectangle
	footGround   *canvas.Rectangle
	foot         *canvas.Text
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	height := size.Height
	if r.panel.foot != "" {
		height -= footHeight
		r.footGround.Move(fyne.NewPos(0, height))
		r.footGround.Resize(fyne.NewSize(size.Width, footHeight))
		r.rule.Move(fyne.NewPos(0, height))
		r.rule.Resize(fyne.NewSize(size.Width, 1))
		r.foot.Text = look.Cut(r.panel.foot, size.Width-2*r.panel.page.inset, look.SizeNote, false)
		look.Place(r.foot, r.panel.page.inset, height+6)
	}
	r.panel.page.width = size.Width
	r.panel.scroll.Resize(fyne.NewSize(size.Width, height))
	r.panel.page.Refresh()
}

func (r *panelRenderer) MinSize() fyne.Size { return r.panel.MinSize() }

func (r *panelRenderer) Refresh() {
	r.ground.FillColor, r.rule.FillColor, r.footGround.FillColor = look.Color(look.Surface), look.Color(look.Line), look.Color(look.Bg)
	r.foot.Color = look.Color(look.Text2)
	for _, object := range []fyne.CanvasObject{r.footGround, r.rule, r.foot} {
		if r.panel.foot == "" {
			object.Hide()
		} else {
			object.Show()
		}
	}
	r.Layout(r.panel.Size())
	canvas.Refresh(r.panel)
}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.panel.scroll, r.footGround, r.rule, r.foot}
}

func (r *panelRenderer) Destroy() {}

// page is the column of blocks inside the scroll. Links are found by place, so
// that a row is a few texts and no widget of its own.
type page struct {
	widget.BaseWidget

	blocks  []Block
	width   float32
	height  float32
	objects []fyne.CanvasObject
	links   []link
	inset   float32
	onPoint func(top, height float32)
	at      int // the link under the pointer or reached by key, -1 for none
	focused bool
}

// link is a part of the page that does something when it is clicked.
type link struct {
	top, height float32
	open        func()
}

func newPage() *page {
	p := &page{at: -1, width: 380, inset: usualInset}
	p.ExtendBaseWidget(p)
	return p
}

func (p *page) set(blocks []Block) {
	p.blocks, p.at = blocks, -1
	p.build()
	p.Refresh()
}

func (p *page) MinSize() fyne.Size { return fyne.NewSize(100, p.height) }

func (p *page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

type pageRenderer struct{ page *page }

func (r *pageRenderer) Layout(fyne.Size)             {}
func (r *pageRenderer) MinSize() fyne.Size           { return r.page.MinSize() }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.page.objects }
func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) Refresh() {
	r.page.build()
	canvas.Refresh(r.page)
}

func (p *page) linkAt(y float32) int {
	for i, link := range p.links {
		if y >= link.top && y < link.top+link.height {
			return i
		}
	}
	return -1
}

func (p *page) point(at int) {
	if p.at != at {
		p.at = at
		p.Refresh()
	}
}

// Tapped follows the link under the pointer.
func (p *page) Tapped(event *fyne.PointEvent) {
	if at := p.linkAt(event.Position.Y); at >= 0 {
		p.links[at].open()
	}
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (p *page) MouseIn(event *desktop.MouseEvent)    { p.point(p.linkAt(event.Position.Y)) }
func (p *page) MouseMoved(event *desktop.MouseEvent) { p.point(p.linkAt(event.Position.Y)) }
func (p *page) MouseOut()                            { p.point(-1) }

// Cursor is the hand over links.
func (p *page) Cursor() desktop.Cursor {
	if p.at >= 0 && !p.focused {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained, FocusLost, TypedRune and TypedKey: arrows walk the links, Enter
// follows one.
func (p *page) FocusGained()   { p.focused = true; p.point(max(p.at, 0)) }
func (p *page) FocusLost()     { p.focused = false; p.point(-1) }
func (p *page) TypedRune(rune) {}

func (p *page) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDown:
		p.step(1)
	case fyne.KeyUp:
		p.step(-1)
	case fyne.KeyHome:
		p.step(-len(p.links))
	case fyne.KeyEnd:
		p.step(len(p.links))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if p.at >= 0 && p.at < len(p.links) {
			p.links[p.at].open()
		}
	default:
		controls.Unwanted(event)
	}
}

// step points at another link and brings it into sight.
func (p *page) step(by int) {
	if len(p.links) == 0 {
		return
	}
	p.point(min(max(p.at+by, 0), len(p.links)-1))
	p.onPoint(p.links[p.at].top, p.links[p.at].height)
}

// Focus gives what takes the keys: the links of the panel.
func (p *Panel) Focus() fyne.Focusable { return p.page }
