package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// The places of a switcher, from left to right.
const (
	switchBack = iota
	switchForward
	switchView
	switchPlaces
)

const (
	switchInset float32 = 10
	switchStep  float32 = 24 // of a mark that leads back or forward
	switchMost  float32 = 260
	switchLeast float32 = 130
	switchEnd   float32 = 13 // to the hairline at its right, and past it
)

// Switcher stands at the left of the foot: back and forward through what was
// shown, and the saved view that is open, which opens the list of them.
type Switcher struct {
	widget.BaseWidget
	OnBack, OnForward func()
	OnView            func()

	name, changed string
	open          bool // a saved view is
	can           [switchPlaces]bool
	edges         [switchPlaces + 1]float32
	hover, cursor int
	focused       bool
}

// NewSwitcher makes one with nothing to go back to.
func NewSwitcher() *Switcher {
	s := &Switcher{hover: -1, cursor: switchView}
	s.can[switchView] = true
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the name of the view, or what to call the list of views where none
// is open, a word when it was changed since, and which ways there are.
func (s *Switcher) Set(name string, open bool, changed string, back, forward bool) {
	s.name, s.open, s.changed = name, open, changed
	s.can[switchBack], s.can[switchForward] = back, forward
	s.Refresh()
}

// Text gives what the switcher says, for tests.
func (s *Switcher) Text() (name, changed string) { return s.name, s.changed }

func (s *Switcher) at(x float32) int {
	for i := range switchPlaces {
		if x >= s.edges[i] && x < s.edges[i+1] && s.can[i] {
			return i
		}
	}
	return -1
}

func (s *Switcher) press(at int) {
	if at < 0 || !s.can[at] {
		return
	}
	if press := [switchPlaces]func(){s.OnBack, s.OnForward, s.OnView}[at]; press != nil {
		press()
	}
}

// Tapped goes back, forward or opens the list.
func (s *Switcher) Tapped(event *fyne.PointEvent) { s.press(s.at(event.Position.X)) }

// MouseIn is part of Fyne's Hoverable.
func (s *Switcher) MouseIn(event *desktop.MouseEvent) { s.MouseMoved(event) }

// MouseMoved keeps the place under the pointer.
func (s *Switcher) MouseMoved(event *desktop.MouseEvent) {
	if at := s.at(event.Position.X); at != s.hover {
		s.hover = at
		s.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (s *Switcher) MouseOut() { s.hover = -1; s.Refresh() }

// Cursor shows a hand over what can be pressed.
func (s *Switcher) Cursor() desktop.Cursor {
	if s.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is part of Fyne's Focusable.
func (s *Switcher) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (s *Switcher) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (s *Switcher) TypedRune(rune) {}

// TypedKey moves among the places; Enter and Space press.
func (s *Switcher) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		s.cursor = max(0, s.cursor-1)
	case fyne.KeyRight:
		s.cursor = min(switchPlaces-1, s.cursor+1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.press(s.cursor)
	default:
		Unwanted(event)
		return
	}
	s.Refresh()
}

// WidthIn gives the width that the switcher takes of a foot: long names are
// cut where there is little room.
func (s *Switcher) WidthIn(foot float32) float32 {
	most := min(switchMost, max(switchLeast, foot/6))
	width := look.Width(s.name, look.SizeText, false)
	if s.changed != "" {
		width += look.Width(s.changed, look.SizeText, false) + 2*choiceGap
	}
	return switchInset + 2*switchStep + choiceInset + min(width, most) + choiceGap + look.MarkSize + switchEnd
}

// MinSize is the height of the foot.
func (s *Switcher) MinSize() fyne.Size { return fyne.NewSize(switchLeast, footHeight) }

// CreateRenderer draws the marks and the name.
func (s *Switcher) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: s, least: s.MinSize, paint: s.paint}
}

func (s *Switcher) paint(d *drawing, size fyne.Size) {
	d.rect(look.Bg, 0, 0, size.Width, size.Height)
	d.rect(look.Text1, 0, 0, size.Width, 1)
	line := size.Width - 1
	s.edges = [switchPlaces + 1]float32{switchInset, switchInset + switchStep, switchInset + 2*switchStep, line - 4}
	const top, height = 5, footHeight - 9
	for i := range switchPlaces {
		left, width := s.edges[i], s.edges[i+1]-s.edges[i]
		if i == s.hover {
			d.rect(look.Hover, left, top, width, height).CornerRadius = look.RadiusChip
		}
		if s.focused && i == s.cursor {
			frame := d.outline(look.Accent, left, top, width, height)
			frame.StrokeWidth, frame.CornerRadius = 2, look.RadiusChip
		}
	}
	for i, mark := range []string{"icon-left", "icon-right"} {
		if s.can[i] {
			d.mark(mark+".text1", s.edges[i]+(switchStep-look.MarkSize)/2, 10)
		} else {
			d.mark(mark+".line", s.edges[i]+(switchStep-look.MarkSize)/2, 10)
		}
	}
	x, end := s.edges[switchView]+choiceInset, s.edges[switchPlaces]-4-look.MarkSize
	token := look.Text2
	if s.open {
		token = look.Text1
	}
	room := end - x - choiceGap
	if s.changed != "" {
		room -= look.Width(s.changed, look.SizeText, false) + 2*choiceGap
	}
	x += d.text(s.name, x, 7, room+1, look.SizeText, token, false)
	if s.changed != "" {
		x += 2*choiceGap + d.text(s.changed, x+2*choiceGap, 7, end-x, look.SizeText, look.Text3, false)
	}
	d.mark("icon-down.text2", min(x+choiceGap, end), 10)
	d.rect(look.Line, line, 8, 1, size.Height-15)
}
