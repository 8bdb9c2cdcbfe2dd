package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pointer is what the mouse is in the middle of.
type pointer struct {
	modifier  fyne.KeyModifier
	resizing  int // column whose edge is dragged, counted from 1; 0 for none
	scrolling bool
	shift     bool // the Shift key is down
	lastRow   int
	lastClick time.Time
}

// doubleClick is how close together two clicks open a row. Fyne's own double
// tap would hold back every single one.
const doubleClick = 400 * time.Millisecond

// rowAt gives the row under a height, -1 for none.
func (g *Grid) rowAt(y float32) int {
	if y < headerHeight {
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
	if at.Y >= headerHeight {
		return 0
	}
	x := -g.left
	for i, width := range g.widths {
		x += width
		if at.X > x-4 && at.X < x+4 {
			return i + 1
		}
	}
	return 0
}

func (g *Grid) columnAt(x float32) int {
	edge := -g.left
	for i, width := range g.widths {
		edge += width
		if x < edge {
			return i
		}
	}
	return -1
}

func (g *Grid) onBar(at fyne.Position) bool {
	return at.X > g.Size().Width-barWidth && at.Y >= headerHeight && float64(g.rowCount())*float64(g.rowHeight) > g.page()
}

// MouseDown selects at once; a second one soon after opens.
func (g *Grid) MouseDown(event *desktop.MouseEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(g); canvas != nil && canvas.Focused() != fyne.Focusable(g) {
		canvas.Focus(g)
	}
	g.pointer.modifier = event.Modifier
	g.pointer.resizing = g.edgeAt(event.Position)
	g.pointer.scrolling = g.onBar(event.Position)
	if g.pointer.scrolling {
		g.scrollBarTo(event.Position.Y)
		return
	}
	row := g.rowAt(event.Position.Y)
	if row < 0 || g.pointer.resizing > 0 {
		return
	}
	if _, group := g.source.Group(row); group {
		return
	}
	if event.Button == desktop.MouseButtonSecondary {
		if !g.isSelected(row) {
			g.moveTo(row, false)
		}
		if g.OnMenu != nil {
			g.OnMenu(g.source.ID(row), event.AbsolutePosition)
		}
		return
	}
	switch {
	case event.Modifier&fyne.KeyModifierShift != 0:
		g.moveTo(row, true)
	case event.Modifier&fyne.KeyModifierShortcutDefault != 0:
		g.toggle(row)
	default:
		again := row == g.pointer.lastRow && time.Since(g.pointer.lastClick) < doubleClick
		g.pointer.lastRow, g.pointer.lastClick = row, time.Now()
		if again {
			g.openCursor()
			return
		}
		g.moveTo(row, false)
	}
}

// MouseUp ends a drag, and a click on a heading orders by its column.
func (g *Grid) MouseUp(event *desktop.MouseEvent) {
	dragged := g.pointer.resizing > 0 || g.pointer.scrolling
	g.pointer.resizing, g.pointer.scrolling = 0, false
	if dragged || event.Position.Y >= headerHeight || event.Position.Y < 0 || event.Button != desktop.MouseButtonPrimary {
		return
	}
	if column := g.columnAt(event.Position.X); column >= 0 && g.columns[column].Sortable && g.OnSort != nil {
		g.OnSort(g.columns[column].ID)
	}
}

// Dragged moves an edge of a column or the scroll bar.
func (g *Grid) Dragged(event *fyne.DragEvent) {
	switch {
	case g.pointer.resizing > 0:
		at := g.pointer.resizing - 1
		width := max(leastColumn, g.widths[at]+event.Dragged.DX)
		g.resized[g.columns[at].ID] = width
		g.changed()
	case g.pointer.scrolling:
		g.scrollBarTo(event.Position.Y)
	}
}

// DragEnd is part of Fyne's Draggable.
func (g *Grid) DragEnd() { g.pointer.resizing, g.pointer.scrolling = 0, false }

func (g *Grid) scrollBarTo(y float32) {
	page := g.page()
	share := float64(y-headerHeight) / max(1, page)
	g.top = share*float64(g.rowCount())*float64(g.rowHeight) - page/2
	g.clamp()
	g.Refresh()
}

// Scrolled is the mouse wheel.
func (g *Grid) Scrolled(event *fyne.ScrollEvent) {
	g.top -= float64(event.Scrolled.DY)
	g.left -= event.Scrolled.DX
	g.clamp()
	g.Refresh()
}

// Cursor shows that edges of headings can be dragged.
func (g *Grid) Cursor() desktop.Cursor {
	if g.pointer.resizing > 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseIn, MouseMoved and MouseOut keep the row under the pointer.
func (g *Grid) MouseIn(event *desktop.MouseEvent) { g.MouseMoved(event) }

// MouseMoved is part of Fyne's Hoverable.
func (g *Grid) MouseMoved(event *desktop.MouseEvent) {
	if row := g.rowAt(event.Position.Y); row != g.hover {
		g.hover = row
		g.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (g *Grid) MouseOut() {
	g.hover = -1
	g.Refresh()
}

// moveTo puts the cursor on a row; extend selects from the anchor to it.
func (g *Grid) moveTo(row int, extend bool) {
	if row < 0 || row >= g.rowCount() {
		return
	}
	g.marked = map[int]bool{}
	g.cursor = row
	if extend && g.anchor >= 0 {
		for r := min(row, g.anchor); r <= max(row, g.anchor); r++ {
			g.marked[r] = true
		}
	} else {
		g.anchor = row
	}
	g.reveal(row)
	g.Refresh()
	if g.OnSelect != nil {
		g.OnSelect(g.source.ID(row))
	}
}

func (g *Grid) toggle(row int) {
	if g.cursor >= 0 && len(g.marked) == 0 {
		g.marked[g.cursor] = true
	}
	if g.marked[row] {
		delete(g.marked, row)
		if g.cursor == row {
			g.cursor = -1
		}
	} else {
		g.marked[row] = true
		g.cursor, g.anchor = row, row
	}
	g.Refresh()
}

func (g *Grid) openCursor() {
	if g.cursor >= 0 && g.cursor < g.rowCount() && g.OnOpen != nil {
		g.OnOpen(g.source.ID(g.cursor))
	}
}

// FocusGained is part of Fyne's Focusable.
func (g *Grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (g *Grid) FocusLost() { g.focused = false; g.pointer.shift = false; g.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (g *Grid) TypedRune(rune) {}

// KeyDown notes the Shift key, which extends the selection.
func (g *Grid) KeyDown(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		g.pointer.shift = true
	}
}

// KeyUp is part of Fyne's Keyable.
func (g *Grid) KeyUp(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		g.pointer.shift = false
	}
}

// TypedKey moves the cursor, opens its row, scrolls sideways.
func (g *Grid) TypedKey(event *fyne.KeyEvent) {
	page := max(1, int(g.page()/float64(g.rowHeight))-1)
	switch event.Name {
	case fyne.KeyDown:
		g.step(g.cursor+1, 1)
	case fyne.KeyUp:
		g.step(g.cursor-1, -1)
	case fyne.KeyPageDown:
		g.step(min(g.cursor+page, g.rowCount()-1), 1)
	case fyne.KeyPageUp:
		g.step(max(g.cursor-page, 0), -1)
	case fyne.KeyHome:
		g.step(0, 1)
	case fyne.KeyEnd:
		g.step(g.rowCount()-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.openCursor()
	case fyne.KeyLeft, fyne.KeyRight:
		shift := float32(40)
		if event.Name == fyne.KeyLeft {
			shift = -shift
		}
		g.left += shift
		g.clamp()
		g.Refresh()
	default:
		if g.OnKey != nil {
			g.OnKey(event)
		}
	}
}

// step moves the cursor to a row or, from the heading of a group, on to the
// next record in the given direction and else the other way.
func (g *Grid) step(row, direction int) {
	for _, way := range []int{direction, -direction} {
		for at := row; at >= 0 && at < g.rowCount(); at += way {
			if _, group := g.source.Group(at); !group {
				g.moveTo(at, g.pointer.shift)
				return
			}
		}
	}
}

// TypedShortcut copies the selection or selects everything.
func (g *Grid) TypedShortcut(shortcut fyne.Shortcut) {
	switch s := shortcut.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(g.CopyText())
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	}
}
