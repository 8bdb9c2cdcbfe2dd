package controls

import (
	"slices"

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
	first   int       // first tab in sight
	edges   []float32 // left edge of the first, then right edges of those in sight
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

// at gives the number of the tab at a place; at an end where tabs go on, the
// first one out of sight; -1 where there is none.
func (t *Tabs) at(x float32) int {
	if len(t.edges) < 2 {
		return -1
	}
	for i, edge := range t.edges {
		if x < edge {
			return t.first + i - 1
		}
	}
	if next := t.first + len(t.edges) - 1; next < len(t.tabs) {
		return next
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

// TypedKey goes to the tab at the left or right, the first or the last.
func (t *Tabs) TypedKey(event *fyne.KeyEvent) {
	current := slices.IndexFunc(t.tabs, func(tab Tab) bool { return tab.ID == t.current })
	switch event.Name {
	case fyne.KeyLeft:
		t.choose(current - 1)
	case fyne.KeyRight:
		t.choose(current + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.tabs) - 1)
	default:
		Unwanted(event)
	}
}

// Cursor shows a hand over a tab that is not the current one.
func (t *Tabs) Cursor() desktop.Cursor {
	if t.hover >= 0 && t.hover < len(t.tabs) && t.tabs[t.hover].ID != t.current {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

const (
	tabsHeight  float32 = 36
	tabsInset   float32 = 6
	tabPadding  float32 = 10
	tabNarrow   float32 = 6
	countGap    float32 = 6
	turnerWidth float32 = 24 // of the mark at the end where tabs go on
)

// MinSize is the height of the design.
func (t *Tabs) MinSize() fyne.Size { return fyne.NewSize(200, tabsHeight) }

// fit chooses how tabs share a width: first the space between them goes, then
// the counts, then the tabs far from the current one.
func (t *Tabs) fit(width float32) (padding float32, counts bool, first, last int) {
	last = len(t.tabs)
	for _, counts = range []bool{true, false} {
		total := float32(0)
		for _, tab := range t.tabs {
			total += tabWidth(tab, counts)
		}
		padding = min(tabPadding, (width-2*tabsInset-total)/float32(2*max(1, len(t.tabs))))
		if padding >= tabNarrow {
			return padding, counts, 0, last
		}
	}
	padding, current := tabNarrow, 0
	for i, tab := range t.tabs {
		if tab.ID == t.current {
			current = i
		}
	}
	room := width - 2*tabsInset - 2*turnerWidth - tabWidth(t.tabs[current], false) - 2*padding
	first, last = current, current+1
	for {
		grew := false
		if last < len(t.tabs) {
			if need := tabWidth(t.tabs[last], false) + 2*padding; need <= room {
				room, last, grew = room-need, last+1, true
			}
		}
		if first > 0 {
			if need := tabWidth(t.tabs[first-1], false) + 2*padding; need <= room {
				room, first, grew = room-need, first-1, true
			}
		}
		if !grew {
			return padding, false, first, last
		}
	}
}

// CreateRenderer draws the bar.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: t, least: t.MinSize, paint: t.paint}
}

func (t *Tabs) paint(d *drawing, size fyne.Size) {
	d.rect(look.Bg, 0, 0, size.Width, size.Height)
	d.rect(look.Text1, 0, size.Height-1, size.Width, 1)
	t.edges = t.edges[:0]
	if len(t.tabs) == 0 {
		return
	}
	padding, counts, first, last := t.fit(size.Width)
	x := tabsInset
	if first > 0 {
		d.mark("icon-left", x+(turnerWidth-look.MarkSize)/2, 12)
		x += turnerWidth
	}
	t.first = first
	t.edges = append(t.edges, x)
	for i := first; i < last; i++ {
		tab := t.tabs[i]
		width := tabWidth(tab, counts) + 2*padding
		t.paintTab(d, i, x, width, padding, counts)
		x += width
		t.edges = append(t.edges, x)
	}
	if last < len(t.tabs) {
		d.mark("icon-right", x+(turnerWidth-look.MarkSize)/2, 12)
	}
}

func (t *Tabs) paintTab(d *drawing, at int, x, width, padding float32, counts bool) {
	tab := t.tabs[at]
	current := tab.ID == t.current
	token := look.Text2
	switch {
	case current:
		token = look.Text1
		d.rect(look.Accent, x+padding, tabsHeight-3, width-2*padding, 3)
	case at == t.hover:
		token = look.Text1
		d.rect(look.Hover, x, 0, width, tabsHeight-1)
	}
	end := x + padding + d.text(tab.Title, x+padding, 7, width, look.SizeText, token, current)
	if counts && tab.Count != "" {
		d.text(tab.Count, end+countGap, 10, width, look.SizeNote, look.Text3, false)
	}
	if current && t.focused {
		frame := d.outline(look.Accent, x, 2, width, tabsHeight-3)
		frame.StrokeWidth, frame.CornerRadius = 2, look.RadiusCard
	}
}

// tabWidth is as wide as the bold title needs, so that nothing moves when
// another tab becomes the current one.
func tabWidth(tab Tab, count bool) float32 {
	width := look.Width(tab.Title, look.SizeText, true)
	if count && tab.Count != "" {
		width += countGap + look.Width(tab.Count, look.SizeNote, false)
	}
	return width
}
