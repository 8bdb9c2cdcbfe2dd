package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// moveTo puts the cursor on a row; extend selects from the anchor to it.
func (g *Grid) moveTo(row int, extend bool) {
	if row < 0 || row >= g.rowCount() {
		return
	}
	g.cursor = row
	if extend && g.anchor >= 0 {
		g.selected = selection{{min(row, g.anchor), max(row, g.anchor)}}
	} else {
		g.anchor = row
		g.selected = selection{{row, row}}
	}
	g.reveal(row)
	g.Refresh()
	if g.OnSelect != nil {
		g.OnSelect(g.source.ID(row))
	}
}

// toggle adds a row to the selection or takes it away.
func (g *Grid) toggle(row int) {
	g.selected = g.selected.toggle(row)
	g.cursor, g.anchor = row, row
	g.Refresh()
	if g.OnSelect != nil && g.selected.contains(row) {
		g.OnSelect(g.source.ID(row))
	}
}

func (g *Grid) openCursor() {
	if g.cursor >= 0 && g.cursor < g.rowCount() && g.OnOpen != nil {
		g.OnOpen(g.source.ID(g.cursor))
	}
}

// takeFocus gives the grid the focus by the mouse, which draws no ring.
func (g *Grid) takeFocus() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(g)
	if canvas == nil || canvas.Focused() == fyne.Focusable(g) {
		return
	}
	g.pointer.pressing = true
	canvas.Focus(g)
	g.pointer.pressing = false
}

// FocusGained is part of Fyne's Focusable.
func (g *Grid) FocusGained() {
	g.focused, g.ringed = true, !g.pointer.pressing
	g.Refresh()
}

// FocusLost is part of Fyne's Focusable.
func (g *Grid) FocusLost() {
	g.focused, g.ringed, g.pointer.shift = false, false, false
	g.Refresh()
}

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
	last := g.rowCount() - 1
	switch event.Name {
	case fyne.KeyDown:
		g.step(g.cursor+1, 1)
	case fyne.KeyUp:
		g.step(max(g.cursor-1, 0), -1)
	case fyne.KeyPageDown:
		g.step(min(g.cursor+page, last), 1)
	case fyne.KeyPageUp:
		g.step(max(g.cursor-page, 0), -1)
	case fyne.KeyHome:
		g.step(0, 1)
	case fyne.KeyEnd:
		g.step(last, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.openCursor()
	case fyne.KeyLeft:
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(wheelStep, 0)})
	case fyne.KeyRight:
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-wheelStep, 0)})
	default:
		if g.OnKey != nil {
			g.OnKey(event)
		}
		return
	}
	if g.focused && !g.ringed {
		g.ringed = true
		g.Refresh()
	}
}

// step moves the cursor to a row or, from the heading of a group, on to the
// next record in the given direction and else the other way. Where it stands
// already it stays, and nobody is told.
func (g *Grid) step(row, direction int) {
	for _, way := range []int{direction, -direction} {
		for at := row; at >= 0 && at < g.rowCount(); at += way {
			if _, group := g.source.Group(at); group {
				continue
			}
			if at != g.cursor || len(g.selected) != 1 || g.selected.count() != 1 {
				g.moveTo(at, g.pointer.shift)
			} else {
				g.top = min(g.top, float64(at)*float64(g.rowHeight))
				g.revealHeading(at)
			}
			return
		}
	}
}

// revealHeading shows the heading over the first row as well.
func (g *Grid) revealHeading(row int) {
	for row > 0 {
		if _, group := g.source.Group(row - 1); !group {
			break
		}
		row--
	}
	g.reveal(row)
	g.Refresh()
}

// TypedShortcut copies the selection or selects everything.
func (g *Grid) TypedShortcut(shortcut fyne.Shortcut) {
	switch s := shortcut.(type) {
	case *fyne.ShortcutCopy:
		if s.Clipboard != nil {
			s.Clipboard.SetContent(g.CopyText())
		} else {
			fyne.CurrentApp().Clipboard().SetContent(g.CopyText())
		}
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	}
}
