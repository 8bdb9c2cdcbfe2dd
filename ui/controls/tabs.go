package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Tab is one tab of a bar.
type Tab struct{ ID, Title, Count string }

// Tabs is the bar of tabs: the current one bold over a bar of the accent.
type Tabs struct {
	widget.BaseWidget
	OnSelect func(id string)

	tabs    []Tab
	current string
	hover   int
	focused bool
	edges   []float32
}

// NewTabs makes an empty bar.
func NewTabs() *Tabs {
	t := &Tabs{hover: -1}
	t.ExtendBaseWidget(t)
	return t
}

// SetTabs names the tabs and says how many records each holds.
func (t *Tabs) SetTabs(tabs []Tab) { t.tabs = tabs; t.Refresh() }

// Select shows a tab as the current one, without telling OnSelect.
func (t *Tabs) Select(id string) { t.current = id; t.Refresh() }

func (t *Tabs) choose(at int) {
	if at >= 0 && at < len(t.tabs) && t.OnSelect != nil {
		t.OnSelect(t.tabs[at].ID)
	}
}

func (t *Tabs) at(x float32) int {
	for i, edge := range t.edges {
		if x < edge {
			return i
		}
	}
	return -1
}

// Tapped chooses a tab.
func (t *Tabs) Tapped(event *fyne.PointEvent) { t.choose(t.at(event.Position.X)) }

// MouseIn is part of Fyne's Hoverable.
func (t *Tabs) MouseIn(event *desktop.MouseEvent) { t.MouseMoved(event) }

// MouseMoved keeps the tab under the pointer.
func (t *Tabs) MouseMoved(event *desktop.MouseEvent) {
	if at := t.at(event.Position.X); at != t.hover {
		t.hover = at
		t.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (t *Tabs) MouseOut() { t.hover = -1; t.Refresh() }

// FocusGained is part of Fyne's Focusable.
func (t *Tabs) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (t *Tabs) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (t *Tabs) TypedRune(rune) {}

// TypedKey goes to the tab at the left or right.
func (t *Tabs) TypedKey(event *fyne.KeyEvent) {
	for i, tab := range t.tabs {
		if tab.ID != t.current {
			continue
		}
		switch event.Name {
		case fyne.KeyLeft:
			t.choose(i - 1)
		case fyne.KeyRight:
			t.choose(i + 1)
		}
		return
	}
}

// MinSize is the height of the design.
func (t *Tabs) MinSize() fyne.Size { return fyne.NewSize(200, 36) }

// CreateRenderer draws the bar.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: t, least: t.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.rect(look.Bg, 0, 0, size.Width, size.Height)
		d.rect(look.Text1, 0, size.Height-1, size.Width, 1)
		wanted := float32(0)
		for _, tab := range t.tabs {
			wanted += tabWidth(tab)
		}
		gap := float32(24)
		if len(t.tabs) > 0 && wanted+float32(len(t.tabs))*gap > size.Width-8 {
			gap = max(8, (size.Width-8-wanted)/float32(len(t.tabs)))
		}
		x := 16 - gap/2
		t.edges = t.edges[:0]
		for i, tab := range t.tabs {
			width := tabWidth(tab) + gap
			current := tab.ID == t.current
			if i == t.hover && !current {
				d.rect(look.Hover, x, 0, width, size.Height-1)
			}
			token := look.Text2
			if current {
				token = look.Text1
				d.rect(look.Accent, x+gap/2, size.Height-4, width-gap, 3)
			}
			end := x + gap/2 + d.text(tab.Title, x+gap/2, 7, width, look.SizeText, token, current)
			if tab.Count != "" {
				d.text(tab.Count, end+5, 10, width, look.SizeNote, look.Text3, false)
			}
			if current {
				frame := fyne.NewSize(width, size.Height-1)
				if t.focused {
					before := len(d.objects)
					d.frame(true, frame, 0)
					d.objects[before].Move(fyne.NewPos(x, 0))
				}
			}
			x += width
			t.edges = append(t.edges, x)
		}
	}}
}

// tabWidth is as wide as the bold title needs, so that nothing moves when
// another tab becomes the current one.
func tabWidth(tab Tab) float32 {
	width := look.Width(tab.Title, look.SizeText, true)
	if tab.Count != "" {
		width += 5 + look.Width(tab.Count, look.SizeNote, false)
	}
	return width
}
