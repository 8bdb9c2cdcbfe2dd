package grid

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// dragFrom is how far a heading is drawn aside before it is dragged.
const dragFrom float32 = 6

// dragHeading draws a heading along: it will stand before the column in whose
// first half the pointer is.
func (g *Grid) dragHeading(at fyne.Position) {
	if d := at.X - g.pointer.pressedAt; !g.pointer.moving && d < dragFrom && d > -dragFrom {
		return
	}
	g.pointer.moving, g.pointer.draggedTo = true, at.X
	if _, edge := g.pinned(); at.X > g.Size().Width-dragScroll {
		g.left += dragScroll / 2
	} else if g.left > 0 && at.X < edge+dragScroll {
		g.left -= dragScroll / 2
	}
	g.clamp()
	g.Refresh()
}

// dragScroll is how near to an edge a dragged heading scrolls the columns.
const dragScroll float32 = 24

// dropBefore gives the column before which a dragged heading would stand, ""
// for the end, and the place of the line that shows it.
func (g *Grid) dropBefore() (before string, x float32) {
	seen := g.seen()
	for _, i := range seen {
		left := g.leftOf(i)
		if g.pointer.draggedTo < left+g.widths[i]/2 {
			return g.columns[i].ID, left - gap/2
		}
		x = left + g.widths[i] - gap/2
	}
	return "", x
}

// dropHeading puts the dragged heading where it was let go.
func (g *Grid) dropHeading() {
	moved := g.pointer.column
	if !g.pointer.moving || moved < 0 || moved >= len(g.columns) {
		return
	}
	before, _ := g.dropBefore()
	g.pointer.moving = false
	g.MoveColumn(g.columns[moved].ID, before)
}

// drawDrag shows the heading that is dragged and where it would stand.
func (o *over) drawDrag(g *Grid) {
	if !g.pointer.moving || g.pointer.column < 0 || g.pointer.column >= len(g.columns) {
		return
	}
	title := look.Cut(g.columns[g.pointer.column].Title, 240, look.SizeText, false)
	wide := look.Width(title, look.SizeText, false)
	x := g.pointer.draggedTo + 8
	o.ghost.Move(fyne.NewPos(x, 2))
	o.ghost.Resize(fyne.NewSize(wide+16, headerHeight-4))
	if o.name.Text != title {
		o.name.Text = title
		o.name.Refresh()
	}
	look.Place(o.name, x+8, (headerHeight-look.LineText)/2)
	_, line := g.dropBefore()
	o.insert.Move(fyne.NewPos(line-1, 0))
	o.insert.Resize(fyne.NewSize(2, headerHeight+float32(g.page())))
	o.shown = append(o.shown, o.insert, o.ghost, o.name)
}
