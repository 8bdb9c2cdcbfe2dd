package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pointer is what the mouse is in the middle of.
type pointer struct {
	at        fyne.Position
	resizing  int     // column whose edge is dragged, counted from 1; 0 for none
	width     float32 // of that column, without bounds
	grabbed   grab
	hold      float32 // how far into the thumb it was taken
	column    int     // heading that was pressed, -1 for none
	pressing  bool    // a press gives the grid the focus right now
	shift     bool    // the Shift key is down
	pressedAt float32 // where along the headings
	moving    bool    // the pressed heading is dragged
	draggedTo float32
	lastRow   int
	lastEdge  int
	lastClick time.Time
}

// doubleClick is how close together two clicks open a row. Fyne's own double
// tap would hold back every single one.
const doubleClick = 400 * time.Millisecond

// rowAt gives the row under a height, -1 for none.
func (g *Grid) rowAt(y float32) int {
	if y < headerHeight || y >= g.Size().Height-g.totalsHeight() {
		return -1
	}
	row := int((g.top + float64(y-headerHeight)) / float64(g.rowHeight))
	if row >= g.rowCount() {
		return -1
	}
	return row
}

// edgeAt gives the column whose right edge is near, counted from 1.
func (g *Grid) edgeAt(at fyne.Position) int {
	if at.Y < 0 || at.Y >= headerHeight {
		return 0
	}
	pinned, pin := g.pinned()
	for i, width := range g.widths {
		x := g.leftOf(i) + width
		if i > pinned && g.left > 0 && at.X < pin {
			return 0
		}
		if width > 0 && at.X > x-gap+2 && at.X < x-1 {
			return i + 1
		}
	}
	return 0
}

// columnAt gives the column at a place, -1 for none.
func (g *Grid) columnAt(x float32) int {
	for _, i := range g.seen() {
		if x < g.leftOf(i)+g.widths[i] {
			return i
		}
	}
	return -1
}

// MouseDown selects at once; a second one soon after opens.
func (g *Grid) MouseDown(event *desktop.MouseEvent) {
	g.endEditBy(event.Position)
	g.takeFocus()
	g.dropTip()
	g.seeking.text, g.seeking.looks = "", false
	g.pointer.at = event.Position
	if g.pressTotals(event.Position) {
		return
	}
	if event.Button == desktop.MouseButtonSecondary && event.Position.Y < headerHeight {
		if column := g.columnAt(event.Position.X); g.OnHeading != nil && column >= 0 {
			g.OnHeading(g.columns[column].ID, event.AbsolutePosition)
		}
		return
	}
	if event.Button != desktop.MouseButtonSecondary {
		if g.pressHeader(event.Position) {
			return
		}
		if bar := g.barAt(event.Position); bar != nothing {
			g.grabBar(bar, event.Position)
			return
		}
	}
	row := g.rowAt(event.Position.Y)
	if row < 0 {
		return
	}
	if heading, group := g.source.Group(row); group {
		if g.overCount(heading, event.Position.X) && event.Button != desktop.MouseButtonSecondary {
			g.OnCount(g.source.ID(row))
		} else if g.OnGroup != nil && event.Button != desktop.MouseButtonSecondary {
			g.cursor, g.anchor, g.cell = row, row, -1
			g.selected = nil
			g.OnGroup(g.source.ID(row))
		}
		return
	}
	if event.Button == desktop.MouseButtonSecondary {
		if g.Cells {
			g.cell = g.columnAt(event.Position.X)
		}
		if !g.selected.contains(row) {
			g.moveTo(row, false)
		} else {
			g.cursor = row
			g.Refresh()
		}
		if g.OnMenu != nil {
			g.OnMenu(g.source.ID(row), event.AbsolutePosition)
		}
		return
	}
	if again := row == g.cursor && g.focused; g.Cells && event.Modifier == 0 {
		g.cell = -1
		if again {
			g.cell = g.columnAt(event.Position.X)
		}
	}
	g.pressRow(row, event.Modifier)
}

func (g *Grid) pressRow(row int, modifier fyne.KeyModifier) {
	switch {
	case modifier&fyne.KeyModifierShift != 0:
		g.moveTo(row, true)
	case modifier&fyne.KeyModifierShortcutDefault != 0:
		g.toggle(row)
	default:
		again := row == g.pointer.lastRow && time.Since(g.pointer.lastClick) < doubleClick
		g.pointer.lastRow, g.pointer.lastClick = row, time.Now()
		if again {
			g.pointer.lastRow = -1
			g.openCursor()
			return
		}
		g.moveTo(row, false)
	}
}

// pressHeader begins what a press on the headings does. A second one on an
// edge fits the column to what is seen.
func (g *Grid) pressHeader(at fyne.Position) bool {
	if at.Y >= headerHeight {
		return false
	}
	if edge := g.edgeAt(at); edge > 0 {
		if edge == g.pointer.lastEdge && time.Since(g.pointer.lastClick) < doubleClick {
			g.pointer.lastEdge = 0
			g.fitColumn(edge - 1)
			return true
		}
		g.pointer.lastEdge, g.pointer.lastClick = edge, time.Now()
		g.pointer.resizing, g.pointer.width = edge, g.widths[edge-1]
		return true
	}
	g.pointer.column, g.pointer.pressedAt = g.columnAt(at.X), at.X
	return true
}

// MouseUp ends a drag, and a click on a heading orders by its column.
func (g *Grid) MouseUp(event *desktop.MouseEvent) {
	pressed := g.pointer.column
	if g.pointer.moving {
		g.dropHeading()
		g.endDrag()
		return
	}
	g.endDrag()
	if pressed < 0 || event.Position.Y >= headerHeight || event.Position.Y < 0 || g.columnAt(event.Position.X) != pressed {
		return
	}
	if column := g.columns[pressed]; column.Sortable && g.OnSort != nil {
		g.OnSort(column.ID, event.Modifier&fyne.KeyModifierShift != 0 || g.pointer.shift)
	}
}

// Dragged moves an edge of a column or a scroll bar.
func (g *Grid) Dragged(event *fyne.DragEvent) {
	g.pointer.at = event.Position
	switch {
	case g.pointer.resizing > 0:
		g.pointer.width += event.Dragged.DX
		g.resizeColumn(g.pointer.resizing-1, g.pointer.width)
	case g.pointer.grabbed != nothing:
		g.dragBar(event.Position)
	case g.pointer.column >= 0:
		g.dragHeading(event.Position)
	}
}

// DragEnd is part of Fyne's Draggable.
func (g *Grid) DragEnd() {
	g.dropHeading()
	g.endDrag()
}

func (g *Grid) endDrag() {
	moved := g.pointer.moving
	g.pointer.resizing, g.pointer.grabbed, g.pointer.column, g.pointer.moving = 0, nothing, -1, false
	if moved {
		g.Refresh()
	}
}

// Cursor shows that edges of headings can be dragged.
func (g *Grid) Cursor() desktop.Cursor {
	if g.pointer.resizing > 0 || g.edgeAt(g.pointer.at) > 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseIn is part of Fyne's Hoverable.
func (g *Grid) MouseIn(event *desktop.MouseEvent) { g.MouseMoved(event) }

// MouseMoved keeps the row under the pointer.
func (g *Grid) MouseMoved(event *desktop.MouseEvent) {
	g.pointer.at = event.Position
	row := g.rowAt(event.Position.Y)
	if g.barAt(event.Position) != nothing {
		row = -1
	}
	g.setHover(row)
	g.rest(event.Position)
}

// MouseOut is part of Fyne's Hoverable.
func (g *Grid) MouseOut() {
	g.pointer.at = fyne.NewPos(-1, -1)
	g.dropTip()
	g.setHover(-1)
}

func (g *Grid) setHover(row int) {
	if row != g.hover {
		g.hover = row
		g.Refresh()
	}
}
