package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// Widths of the design.
const (
	facetsWidth = 228
	recordWidth = 380
	layerBelow  = 1200 // narrower windows show the record over the page
	headHeight  = 56
)

// columns puts a narrow column of a fixed width at the left of a wide one.
type columns struct {
	*fyne.Container
	left   fyne.CanvasObject
	line   *canvas.Rectangle
	hidden bool
}

func newColumns(left, centre fyne.CanvasObject) *columns {
	c := &columns{left: left, line: canvas.NewRectangle(look.Color(look.Line))}
	c.Container = container.New(columnsLayout{c}, left, c.line, centre)
	return c
}

// columnsLayout gives the two columns their places.
type columnsLayout struct{ c *columns }

// showLeft shows or hides the narrow column.
func (c *columns) showLeft(show bool) {
	c.hidden = !show
	c.left.Hide()
	c.line.Hide()
	if show {
		c.left.Show()
		c.line.Show()
	}
	c.Refresh()
}

// Layout is part of Fyne's layout.
func (l columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := l.c
	c.line.FillColor = look.Color(look.Line)
	x := float32(0)
	if !c.hidden {
		objects[0].Resize(fyne.NewSize(facetsWidth, size.Height))
		objects[1].Move(fyne.NewPos(facetsWidth, 0))
		objects[1].Resize(fyne.NewSize(1, size.Height))
		x = facetsWidth + 1
	}
	objects[2].Move(fyne.NewPos(x, 0))
	objects[2].Resize(fyne.NewSize(max(0, size.Width-x), size.Height))
}

// MinSize is part of Fyne's layout.
func (l columnsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 120) }

// page lays the window out: header, tabs, perhaps a bar, the tab with the
// record beside it or over it, the foot.
type page struct{ w *Window }

// Layout is part of Fyne's layout.
func (p page) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	w := p.w
	y := float32(0)
	row := func(object fyne.CanvasObject, height float32) {
		object.Move(fyne.NewPos(0, y))
		object.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
	row(w.header, headHeight)
	row(w.tabs, 36)
	if w.bar.Visible() {
		height := w.bar.MinSize().Height
		row(w.bar, height)
		if !w.barPinned { // what passes lies over the page and moves nothing
			y -= height
		}
	}
	foot := float32(32)
	if !w.foot.Visible() {
		foot = 0
	}
	body := max(0, size.Height-y-foot)
	width := size.Width
	if w.record.Visible() {
		record := min(float32(recordWidth), size.Width)
		w.record.Move(fyne.NewPos(size.Width-record, y))
		w.record.Resize(fyne.NewSize(record, body))
		// A record that a figure opened lies over the page, as the figure does,
		// and so does one over the overview, which keeps its places.
		if _, whole := w.view().(*overview); size.Width >= layerBelow && !w.figure.waiting() && !whole {
			width -= record
		}
	}
	top := headHeight + float32(36)
	figure := min(float32(figureWidth), size.Width)
	w.figure.Move(fyne.NewPos(size.Width-figure, top))
	w.figure.Resize(fyne.NewSize(figure, max(0, size.Height-top)))
	w.body.Move(fyne.NewPos(0, y))
	w.body.Resize(fyne.NewSize(width, body))
	switcher := w.switcher.WidthIn(size.Width)
	w.switcher.Move(fyne.NewPos(0, y+body))
	w.switcher.Resize(fyne.NewSize(switcher, 32))
	w.foot.Move(fyne.NewPos(switcher, y+body))
	w.foot.Resize(fyne.NewSize(size.Width-switcher, 32))
	w.searching.lay()
}

// MinSize is part of Fyne's layout.
func (p page) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(960, 540) }
