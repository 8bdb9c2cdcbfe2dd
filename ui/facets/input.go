package facets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"summitledger/ui/look"
)

// press is what the mouse is in the middle of.
type press struct {
	focusing bool    // a press gives the column the focus right now
	grabbed  bool    // the thumb of the scroll bar is held
	hold     float32 // how far into it
	stretch  stretch // of a line that is being chosen
}

// way is how a value is chosen.
type way uint8

const (
	plainly way = iota
	alone       // this value and no other
	leftOut     // all values but this one
)

// choose carries out what a row does.
func (f *Facets) choose(at int, how way) {
	if at < 0 || at >= len(f.items) {
		return
	}
	f.cursor = at
	it := f.items[at]
	group := f.groups[it.group]
	switch it.kind {
	case title:
		f.SetClosed(group.ID, !f.closed[group.ID])
		return
	case span:
		return
	case more, less:
		f.opened[group.ID] = it.kind == more
		f.lay()
		f.reveal()
		f.changed()
		return
	}
	f.Refresh()
	chosen := group.Values[it.value].ID
	switch {
	case how == leftOut:
		if f.OnExclude != nil {
			f.OnExclude(group.ID, chosen)
		}
	case how == alone && f.OnOnly != nil:
		f.OnOnly(group.ID, chosen)
	case f.OnToggle != nil:
		f.OnToggle(group.ID, chosen)
	}
}

// clearAt gives the group whose word for clearing is under a place, -1 for none.
func (f *Facets) clearAt(at fyne.Position) int {
	i := f.itemAt(at.Y)
	if i < 0 || f.items[i].kind != title {
		return -1
	}
	group := f.items[i].group
	word := f.facts[group].clear
	right := f.Size().Width - inset
	if word == "" || at.X < right-look.Width(word, look.SizeNote, false)-4 || at.X > right+4 {
		return -1
	}
	return group
}

// MouseDown chooses at once; with Ctrl or Alt this value alone.
func (f *Facets) MouseDown(event *desktop.MouseEvent) {
	f.takeFocus()
	if event.Button == desktop.MouseButtonSecondary {
		if at := f.itemAt(event.Position.Y); at >= 0 && f.items[at].kind == value && f.OnMenu != nil {
			it := f.items[at]
			f.cursor = at
			f.OnMenu(f.groups[it.group].ID, f.groups[it.group].Values[it.value].ID, event.AbsolutePosition)
		}
		return
	}
	if f.onBar(event.Position) {
		f.grabBar(event.Position.Y)
		return
	}
	if group := f.clearAt(event.Position); group >= 0 && f.OnClear != nil {
		f.OnClear(f.groups[group].ID)
		return
	}
	if f.pressSpan(event.Position) {
		return
	}
	how := plainly
	switch {
	case event.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierAlt) != 0:
		how = alone
	case event.Modifier&fyne.KeyModifierShift != 0:
		how = leftOut
	}
	f.choose(f.itemAt(event.Position.Y), how)
}

// MouseUp is part of Fyne's Mouseable.
func (f *Facets) MouseUp(*desktop.MouseEvent) {
	f.press.grabbed = false
	f.endSpan()
}

// Dragged moves the scroll bar.
func (f *Facets) Dragged(event *fyne.DragEvent) {
	if f.press.stretch.any {
		f.dragSpan(event.Position.X)
		return
	}
	if f.press.grabbed {
		f.dragBar(event.Position.Y)
	}
}

// DragEnd is part of Fyne's Draggable.
func (f *Facets) DragEnd() {
	f.press.grabbed = false
	f.endSpan()
}

// Scrolled is the mouse wheel.
func (f *Facets) Scrolled(event *fyne.ScrollEvent) {
	top := f.top
	f.top -= event.Scrolled.DY
	f.clamp()
	if f.top != top {
		f.hover = -1
		f.Refresh()
	}
}

// MouseIn is part of Fyne's Hoverable.
func (f *Facets) MouseIn(event *desktop.MouseEvent) { f.MouseMoved(event) }

// MouseMoved keeps the row under the pointer.
func (f *Facets) MouseMoved(event *desktop.MouseEvent) {
	at, over := f.itemAt(event.Position.Y), f.clearAt(event.Position) >= 0
	if f.onBar(event.Position) {
		at, over = -1, false
	}
	if at >= 0 && f.items[at].kind == span {
		if bucket := f.bucketAt(f.items[at].group, event.Position.X); bucket != f.over || at != f.hover {
			f.over, f.hover = bucket, at
			f.changed() // the line says what stands under the pointer
		}
		return
	}
	if f.hover >= 0 && f.hover < len(f.items) && f.items[f.hover].kind == span {
		f.hover = -1
		f.changed()
	}
	if at != f.hover || over != f.clear {
		f.hover, f.clear = at, over
		f.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (f *Facets) MouseOut() {
	f.hover, f.clear = -1, false
	f.changed()
}

// Cursor is a hand over words that act.
func (f *Facets) Cursor() desktop.Cursor {
	if f.clear || f.hover >= 0 && f.hover < len(f.items) && (f.items[f.hover].kind == more || f.items[f.hover].kind == less) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// takeFocus gives the column the focus by the mouse, which draws no ring.
func (f *Facets) takeFocus() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(f)
	if canvas == nil || canvas.Focused() == fyne.Focusable(f) {
		return
	}
	f.press.focusing = true
	canvas.Focus(f)
	f.press.focusing = false
}

// FocusGained is part of Fyne's Focusable.
func (f *Facets) FocusGained() {
	f.focused, f.ringed = true, !f.press.focusing
	f.Refresh()
}

// FocusLost is part of Fyne's Focusable.
func (f *Facets) FocusLost() {
	f.focused, f.ringed = false, false
	f.Refresh()
}

// TypedKey moves among the rows; Space and Enter choose, left and right close
// and open the group.
func (f *Facets) TypedKey(event *fyne.KeyEvent) {
	page := max(1, int(f.Size().Height/rowHeight)-1)
	f.ringed = f.focused
	switch event.Name {
	case fyne.KeyDown:
		f.moveTo(f.cursor + 1)
	case fyne.KeyUp:
		f.moveTo(f.cursor - 1)
	case fyne.KeyPageDown:
		f.moveTo(f.cursor + page)
	case fyne.KeyPageUp:
		f.moveTo(f.cursor - page)
	case fyne.KeyHome:
		f.moveTo(0)
	case fyne.KeyEnd:
		f.moveTo(len(f.items) - 1)
	case fyne.KeyLeft, fyne.KeyRight:
		if f.cursor < len(f.items) {
			f.SetClosed(f.groups[f.items[f.cursor].group].ID, event.Name == fyne.KeyLeft)
			f.reveal()
			f.Refresh()
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		f.choose(f.cursor, plainly)
	case fyne.KeyBackspace, fyne.KeyEscape:
		if !f.seekLess(event.Name == fyne.KeyEscape) && f.OnKey != nil {
			f.OnKey(event)
		}
	default:
		if f.OnKey != nil {
			f.OnKey(event)
		}
	}
}

// TypedShortcut chooses a value alone by Ctrl or Alt with Space or Enter.
func (f *Facets) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && (custom.KeyName == fyne.KeySpace || custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		f.choose(f.cursor, alone)
	}
}

func (f *Facets) moveTo(at int) {
	f.cursor = max(0, min(at, len(f.items)-1))
	f.reveal()
	f.Refresh()
}

// reveal scrolls just far enough that the cursor is seen.
func (f *Facets) reveal() {
	if len(f.items) == 0 {
		return
	}
	it := f.items[f.cursor]
	f.top = min(f.top, it.y-4)
	f.top = max(f.top, it.y+it.height+4-f.Size().Height)
	f.clamp()
}
