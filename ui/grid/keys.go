package grid

import (
	"time"

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
	g.dropTip()
	g.Refresh()
	if g.OnSelect != nil && !g.isGroup(row) {
		g.OnSelect(g.source.ID(row))
	}
}

func (g *Grid) isGroup(row int) bool {
	_, group := g.source.Group(row)
	return group
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
		g.step(g.cursor+1, 1, g.cursor < 0)
	case fyne.KeyUp:
		g.step(max(g.cursor-1, 0), -1, g.cursor < 0)
	case fyne.KeyPageDown:
		g.step(min(g.cursor+page, last), 1, true)
	case fyne.KeyPageUp:
		g.step(max(g.cursor-page, 0), -1, true)
	case fyne.KeyHome:
		g.step(0, 1, false)
	case fyne.KeyEnd:
		g.step(last, -1, false)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !g.toggleCursor(false, false) && !g.Edit() {
			g.openCursor()
		}
	case fyne.KeyF2:
		if g.cell < 0 || !g.Edit() {
			g.handOn(event)
			return
		}
	case fyne.KeySpace:
		g.space()
	case fyne.KeyEscape:
		if !g.stepBack() {
			g.handOn(event)
			return
		}
	case fyne.KeyBackspace:
		g.shorten()
	case fyne.KeyLeft, fyne.KeyRight:
		g.goSideways(event.Name == fyne.KeyRight)
	default:
		g.handOn(event)
		return
	}
	if g.focused && !g.ringed {
		g.ringed = true
		g.Refresh()
	}
}

// handOn gives a key to whoever has a use for it.
func (g *Grid) handOn(event *fyne.KeyEvent) {
	if g.OnKey != nil {
		g.OnKey(event)
	}
}

// goSideways opens and closes groups, moves the cursor by cells, or scrolls.
func (g *Grid) goSideways(right bool) {
	by, step := -1, float32(wheelStep)
	if right {
		by, step = 1, -step
	}
	switch {
	case g.toggleCursor(true, right):
	case g.Cells && !right && g.cell < 0 && g.left == 0 && g.toHeading():
	case g.Cells:
		g.sideways(by)
	default:
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(step, 0)})
	}
}

// toggleCursor opens or closes the group on whose heading the cursor stands;
// to says that it is to be open. It reports whether the cursor is on a heading.
func (g *Grid) toggleCursor(only, open bool) bool {
	if g.OnGroup == nil || g.cursor < 0 || g.cursor >= g.rowCount() {
		return false
	}
	group, is := g.source.Group(g.cursor)
	if !is {
		return false
	}
	switch {
	case !only || group.Closed == open:
		g.OnGroup(g.source.ID(g.cursor))
	case !open: // closed already: on to the group around it
		g.toHeading()
	}
	return true
}

// toHeading moves the cursor to the heading of the group around its row.
func (g *Grid) toHeading() bool {
	if g.OnGroup == nil || g.cursor < 0 || g.cursor >= g.rowCount() {
		return false
	}
	level := maxLevel
	if group, is := g.source.Group(g.cursor); is {
		level = group.Level
	}
	for row := g.cursor - 1; row >= max(0, g.cursor-searched); row-- {
		if group, is := g.source.Group(row); is && group.Level < level {
			g.moveTo(row, false)
			return true
		}
	}
	return false
}

// maxLevel is above that of every group.
const maxLevel = 1 << 10

// space selects the row of the cursor or no longer; within what is typed it is
// a letter.
func (g *Grid) space() {
	if g.seeking.active(time.Now()) || g.cursor < 0 || g.cursor >= g.rowCount() {
		return
	}
	if !g.toggleCursor(false, false) {
		g.toggle(g.cursor)
	}
}

// stepBack ends what a person is in the middle of, one thing at a time.
func (g *Grid) stepBack() bool {
	switch {
	case g.editor != nil:
		g.endEdit()
	case g.pointer.moving:
		g.pointer.moving, g.pointer.column = false, -1
	case g.seeking.text != "":
		g.seeking.text, g.seeking.looks = "", false
	case g.tip.shown:
		g.dropTip()
	case g.busy && g.OnCancel != nil:
		g.OnCancel()
	case g.selected.count() > 1 && g.cursor >= 0:
		g.selected = selection{{g.cursor, g.cursor}}
	case g.cell >= 0:
		g.cell = -1
	default:
		return false
	}
	g.Refresh()
	return true
}

// shorten takes back the last letter that was typed.
func (g *Grid) shorten() {
	if letters := []rune(g.seeking.text); len(letters) > 1 && g.seeking.active(time.Now()) {
		g.seeking.text = string(letters[:len(letters)-1])
		g.seeking.until = time.Now().Add(seekPause)
		g.lookFor(max(g.cursor, 0))
		g.waitSeek()
		g.Refresh()
	}
}

// step moves the cursor to a row or, from the heading of a group, on to the
// next record in the given direction and else the other way. Headings that
// open are stepped on one by one, unless records are wanted and there are any
// near. Where the cursor stands already it stays, and nobody is told.
func (g *Grid) step(row, direction int, records bool) {
	if records && g.OnGroup != nil && !g.recordNear(row, direction) {
		records = false
	}
	for _, way := range []int{direction, -direction} {
		for at := row; at >= 0 && at < g.rowCount(); at += way {
			if _, group := g.source.Group(at); group && (records || g.OnGroup == nil) {
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

// recordNear reports whether a record stands within a page of a row.
func (g *Grid) recordNear(row, direction int) bool {
	for n, at := 0, row; at >= 0 && at < g.rowCount() && n < 40; n, at = n+1, at+direction {
		if !g.isGroup(at) {
			return true
		}
	}
	return false
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

// TypedShortcut copies the selection, selects everything, or adds the row of the
// cursor to the selection; on the heading of a group it opens the count.
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
	case *desktop.CustomShortcut:
		switch {
		case s.KeyName != fyne.KeySpace || g.cursor < 0 || g.cursor >= g.rowCount():
		case g.isGroup(g.cursor) && g.OnCount != nil:
			g.OnCount(g.source.ID(g.cursor))
		default:
			g.toggle(g.cursor)
		}
	}
}
