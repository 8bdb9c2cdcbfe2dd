// Package facets shows the values of fields with how many records have each,
// to choose from. It knows nothing of the ledger or of languages.
package facets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Value is one value of a field.
type Value struct {
	ID, Label, Count string
	Share            float32 // of the largest value: the length of its bar
	Checked, Zero    bool
}

// Group is a field with its values.
type Group struct {
	ID, Title string
	More      string // "{n} more", what stands under a long list
	Values    []Value
}

// Measures of the design.
const (
	headHeight float32 = 30
	rowHeight  float32 = 21
	inset      float32 = 12
	firstShown         = 8 // values shown before "more"
)

// item is one row of the column: a heading, a value, or what opens the rest.
type item struct {
	group, value int // value -1: the heading; -2: "more"
	y            float32
}

// Facets is the widget.
type Facets struct {
	widget.BaseWidget

	OnToggle func(group, value string)
	OnOnly   func(group, value string) // chosen with Ctrl or Alt: this one alone

	groups  []Group
	closed  map[string]bool
	opened  map[string]bool // all values shown
	items   []item
	height  float32
	top     float32
	cursor  int
	hover   int
	focused bool
}

// New makes an empty column.
func New() *Facets {
	f := &Facets{closed: map[string]bool{}, opened: map[string]bool{}, hover: -1}
	f.ExtendBaseWidget(f)
	return f
}

// SetGroups shows other counts; what is open or scrolled stays so.
func (f *Facets) SetGroups(groups []Group) {
	f.groups = groups
	f.lay()
	f.Refresh()
}

// lay works out which rows there are.
func (f *Facets) lay() {
	f.items = f.items[:0]
	y := float32(4)
	for g, group := range f.groups {
		f.items = append(f.items, item{g, -1, y})
		y += headHeight
		if f.closed[group.ID] {
			continue
		}
		for v := range group.Values {
			if v >= firstShown && !f.opened[group.ID] && !group.Values[v].Checked && len(group.Values) > firstShown+1 {
				continue
			}
			f.items = append(f.items, item{g, v, y})
			y += rowHeight
		}
		if len(group.Values) > firstShown+1 && !f.opened[group.ID] {
			f.items = append(f.items, item{g, -2, y})
			y += rowHeight
		}
		y += 6
	}
	f.height = y + 8
	f.clamp()
	f.cursor = min(f.cursor, max(0, len(f.items)-1))
}

func (f *Facets) clamp() { f.top = max(0, min(f.top, f.height-f.Size().Height)) }

func (f *Facets) itemAt(y float32) int {
	y += f.top
	for i, it := range f.items {
		height := rowHeight
		if it.value == -1 {
			height = headHeight
		}
		if y >= it.y && y < it.y+height {
			return i
		}
	}
	return -1
}

// press carries out what a row does.
func (f *Facets) press(at int, only bool) {
	if at < 0 || at >= len(f.items) {
		return
	}
	f.cursor = at
	it := f.items[at]
	group := f.groups[it.group]
	switch it.value {
	case -1:
		f.closed[group.ID] = !f.closed[group.ID]
		f.lay()
	case -2:
		f.opened[group.ID] = true
		f.lay()
	default:
		value := group.Values[it.value].ID
		switch {
		case only && f.OnOnly != nil:
			f.OnOnly(group.ID, value)
		case f.OnToggle != nil:
			f.OnToggle(group.ID, value)
		}
	}
	f.Refresh()
}

// MouseDown chooses at once; with Ctrl or Alt this value alone.
func (f *Facets) MouseDown(event *desktop.MouseEvent) {
	f.press(f.itemAt(event.Position.Y), event.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierAlt) != 0)
}

// MouseUp is part of Fyne's Mouseable.
func (f *Facets) MouseUp(*desktop.MouseEvent) {}

// Scrolled is the mouse wheel.
func (f *Facets) Scrolled(event *fyne.ScrollEvent) {
	f.top -= event.Scrolled.DY
	f.clamp()
	f.Refresh()
}

// MouseIn is part of Fyne's Hoverable.
func (f *Facets) MouseIn(event *desktop.MouseEvent) { f.MouseMoved(event) }

// MouseMoved keeps the row under the pointer.
func (f *Facets) MouseMoved(event *desktop.MouseEvent) {
	if at := f.itemAt(event.Position.Y); at != f.hover {
		f.hover = at
		f.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (f *Facets) MouseOut() { f.hover = -1; f.Refresh() }

// FocusGained is part of Fyne's Focusable.
func (f *Facets) FocusGained() { f.focused = true; f.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (f *Facets) FocusLost() { f.focused = false; f.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (f *Facets) TypedRune(rune) {}

// TypedKey moves among the rows; Space and Enter choose.
func (f *Facets) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDown:
		f.step(1)
	case fyne.KeyUp:
		f.step(-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		f.press(f.cursor, false)
	}
}

func (f *Facets) step(by int) {
	f.cursor = max(0, min(f.cursor+by, len(f.items)-1))
	if len(f.items) > 0 {
		y := f.items[f.cursor].y
		f.top = min(f.top, y)
		f.top = max(f.top, y+headHeight-f.Size().Height)
		f.clamp()
	}
	f.Refresh()
}

// MinSize is the width of the design.
func (f *Facets) MinSize() fyne.Size { return fyne.NewSize(120, 60) }
