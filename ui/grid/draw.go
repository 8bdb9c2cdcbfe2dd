package grid

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// busyHigh is the height of the bar that says that rows are on their way.
const busyHigh float32 = 3

// renderer draws the grid. It never asks for a refresh of the whole widget:
// Fyne would then throw away the drawing of every text in it.
type renderer struct {
	grid    *Grid
	ground  *canvas.Rectangle
	edge    *canvas.Rectangle // over the headings
	rule    *canvas.Rectangle // under them
	heading *header
	bar     *canvas.Rectangle
	level   *canvas.Rectangle
	focus   *canvas.Rectangle
	under   *fyne.Container // behind the cells: grounds of rows, headings of groups
	below   *container.Clip
	body    *fyne.Container // cells that scroll sideways
	clip    *container.Clip
	still   *fyne.Container // cells of pinned columns, once the others are scrolled
	stays   *container.Clip
	busy    *canvas.Rectangle // under the headings while other rows are on their way
	pin     *canvas.Rectangle // at the edge of the pinned columns
	over    *over
	totals  *totals
	lines   []*line
	behind  []*behind
	objects []fyne.CanvasObject

	width   float32
	version int // of the widths of columns
	variant fyne.ThemeVariant
}

// CreateRenderer makes what draws the grid.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &renderer{grid: g, ground: rectangle(), edge: rectangle(), rule: rectangle(), heading: newHeader(), bar: rectangle(), level: rectangle(), focus: rectangle(),
		under: container.NewWithoutLayout(), body: container.NewWithoutLayout(), still: container.NewWithoutLayout(), busy: rectangle(), pin: rectangle(), over: newOver(), totals: newTotals(), variant: look.Variant()}
	r.focus.StrokeWidth = 2
	r.bar.CornerRadius, r.level.CornerRadius = barWidth/2, barWidth/2
	r.below, r.clip, r.stays = container.NewClip(r.under), container.NewClip(r.body), container.NewClip(r.still)
	r.paint()
	g.drawn = r
	return r
}

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the grid.
func (r *renderer) MinSize() fyne.Size { return r.grid.MinSize() }

// Objects lists what is drawn, from back to front.
func (r *renderer) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.ground, r.below, r.clip, r.stays, r.edge, r.heading.clip, r.heading.stays, r.rule, r.busy, r.pin, r.over.rows, r.totals.rule, r.totals.clip, r.bar, r.level)
	if r.grid.rowCount() == 0 && r.grid.empty != nil {
		r.objects = append(r.objects, r.grid.empty)
	}
	r.objects = r.over.appendTo(append(r.objects, r.focus))
	return r.objects
}

// Layout gives everything its place.
func (r *renderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.edge.Resize(fyne.NewSize(size.Width, 1))
	r.rule.Move(fyne.NewPos(0, headerHeight-1))
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.below.Move(fyne.NewPos(0, headerHeight))
	r.below.Resize(fyne.NewSize(size.Width, float32(r.grid.page())))
	r.under.Resize(r.below.Size())
	r.heading.clip.Move(fyne.NewPos(0, 1))
	r.heading.stays.Move(fyne.NewPos(0, 1))
	r.focus.Move(fyne.NewPos(1, 1)) // a stroke is drawn half outside
	r.focus.Resize(fyne.NewSize(max(0, size.Width-2), max(0, size.Height-2)))
	r.grid.revealAgain()
	r.draw(size)
}

// Refresh draws what changed.
func (r *renderer) Refresh() {
	if variant := look.Variant(); variant != r.variant {
		r.variant = variant
		r.grid.version++
		r.paint()
	}
	r.draw(r.grid.Size())
	r.rule.Refresh() // asks for a new picture of the window, of this grid's cells only those that changed
}

// paint gives what is always there its colours.
func (r *renderer) paint() {
	for rectangle, token := range map[*canvas.Rectangle]look.Token{r.ground: look.Surface, r.edge: look.Line, r.rule: look.Text1, r.bar: look.Line2, r.level: look.Line2, r.pin: look.Line2, r.totals.rule: look.Text1, r.busy: look.Accent} {
		rectangle.FillColor = look.Color(token)
		rectangle.Refresh()
	}
	r.focus.StrokeColor = look.Color(look.Accent)
	r.focus.Refresh()
	r.over.paint()
}

func (r *renderer) draw(size fyne.Size) {
	g := r.grid
	if r.width != size.Width {
		r.width = size.Width
		g.version++
	}
	if r.version != g.version {
		g.layColumns(size.Width)
	}
	g.clamp()
	r.place(size)
	r.heading.draw(g, r.version != g.version)
	r.version = g.version
	r.drawRows(size)
	r.drawTotals(size)
	r.drawBars(size)
	r.over.draw(g, size)
	r.focus.Hidden = !g.ringed
	r.busy.Hidden = !g.busy
	r.busy.Move(fyne.NewPos(0, headerHeight))
	r.busy.Resize(fyne.NewSize(size.Width/3, busyHigh))
	if g.empty != nil && g.rowCount() == 0 {
		g.empty.Move(fyne.NewPos(0, headerHeight))
		g.empty.Resize(fyne.NewSize(size.Width, max(0, size.Height-headerHeight)))
	}
}

// place gives cells that scroll and pinned ones their halves of the rows.
func (r *renderer) place(size fyne.Size) {
	edge, high := r.grid.pinEdge(), float32(r.grid.page())
	r.clip.Move(fyne.NewPos(edge, headerHeight))
	r.clip.Resize(fyne.NewSize(max(0, size.Width-edge), high))
	r.body.Resize(r.clip.Size())
	r.stays.Move(fyne.NewPos(0, headerHeight))
	r.stays.Resize(fyne.NewSize(edge, high))
	r.still.Resize(r.stays.Size())
	r.pin.Hidden = edge == 0
	r.pin.Move(fyne.NewPos(edge, 0))
	r.pin.Resize(fyne.NewSize(1, headerHeight+high))
}

// drawRows fills the lines that can be seen. A row keeps its line while it is
// seen; a line takes a new row only when its old one is out of sight.
func (r *renderer) drawRows(size fyne.Size) {
	g := r.grid
	first, last := g.Shown()
	for slots := int(g.page()/float64(g.rowHeight)) + 3; len(r.lines) < slots; {
		r.lines = append(r.lines, newLine())
	}
	r.body.Objects, r.still.Objects = r.body.Objects[:0], r.still.Objects[:0]
	r.under.Objects = r.appendBehind(r.under.Objects[:0], size)
	top := math.Round(g.top) // letters between two pixels would blur
	for row := first; row < last; row++ {
		line := r.lines[row%len(r.lines)]
		if line.row != row || line.version != g.version {
			line.fill(g, row)
		}
		y := float32(float64(row)*float64(g.rowHeight) - top)
		line.place(g, y, size.Width)
		line.appendTo(r, g.pinEdge() > 0)
	}
}

func (r *renderer) drawBars(size fyne.Size) {
	upright, needed := r.grid.upright()
	r.bar.Hidden = !needed
	if needed {
		r.bar.Move(fyne.NewPos(size.Width-barWidth-barInset, headerHeight+barInset+upright.at))
		r.bar.Resize(fyne.NewSize(barWidth, upright.length))
	}
	level, needed := r.grid.level()
	r.level.Hidden = !needed
	if needed {
		r.level.Move(fyne.NewPos(barInset+level.at, size.Height-barWidth-barInset))
		r.level.Resize(fyne.NewSize(level.length, barWidth))
	}
}
