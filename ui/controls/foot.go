package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Chip is a reason why something is hidden; pressing it takes the reason away.
type Chip struct {
	Text  string
	Press func() // nil: it cannot be taken away
}

// Foot is the bar at the foot: how many are shown, a chip for every reason
// why others are not, and the sums of what is shown.
type Foot struct {
	widget.BaseWidget
	left, right string
	chips       []Chip
	rightPress  func()
	hover       int
	places      []float32 // left and right edge of each chip that is drawn
	cursor      int
	focused     bool
}

// NewFoot makes an empty bar.
func NewFoot() *Foot {
	f := &Foot{hover: -1}
	f.ExtendBaseWidget(f)
	return f
}

// Set shows other texts. rightPress opens what the right text sums up; nil
// when there is nothing to open.
func (f *Foot) Set(left string, chips []Chip, right string, rightPress func()) {
	f.left, f.chips, f.right, f.rightPress = left, chips, right, rightPress
	f.cursor = min(f.cursor, max(0, len(chips)-1))
	f.Refresh()
}

// Texts gives what the bar says, for tests and for copying.
func (f *Foot) Texts() (left string, chips []string, right string) {
	for _, chip := range f.chips {
		chips = append(chips, chip.Text)
	}
	return f.left, chips, f.right
}

func (f *Foot) chipAt(x float32) int {
	for i := 0; i+1 < len(f.places); i += 2 {
		if x >= f.places[i] && x < f.places[i+1] {
			return i / 2
		}
	}
	return -1
}

func (f *Foot) press(at int) {
	if at >= 0 && at < len(f.chips) && f.chips[at].Press != nil {
		f.chips[at].Press()
	}
}

// Tapped takes a reason away or opens the sums.
func (f *Foot) Tapped(event *fyne.PointEvent) {
	if at := f.chipAt(event.Position.X); at >= 0 {
		f.press(at)
		return
	}
	if f.rightPress != nil && event.Position.X > f.Size().Width-look.Width(f.right, look.SizeText, false)-24 {
		f.rightPress()
	}
}

// MouseIn is part of Fyne's Hoverable.
func (f *Foot) MouseIn(event *desktop.MouseEvent) { f.MouseMoved(event) }

// MouseMoved keeps the chip under the pointer.
func (f *Foot) MouseMoved(event *desktop.MouseEvent) {
	if at := f.chipAt(event.Position.X); at != f.hover {
		f.hover = at
		f.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (f *Foot) MouseOut() { f.hover = -1; f.Refresh() }

// FocusGained is part of Fyne's Focusable.
func (f *Foot) FocusGained() { f.focused = true; f.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (f *Foot) FocusLost() { f.focused = false; f.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (f *Foot) TypedRune(rune) {}

// TypedKey moves among the chips; Enter, Space and Delete take one away.
func (f *Foot) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		f.cursor = max(0, f.cursor-1)
	case fyne.KeyRight:
		f.cursor = min(max(0, len(f.chips)-1), f.cursor+1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace:
		f.press(f.cursor)
		return
	}
	f.Refresh()
}

// MinSize is the height of the design.
func (f *Foot) MinSize() fyne.Size { return fyne.NewSize(200, 32) }

// CreateRenderer draws the bar.
func (f *Foot) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: f, least: f.MinSize, paint: f.paint}
}

func (f *Foot) paint(d *drawing, size fyne.Size) {
	d.rect(look.Bg, 0, 0, size.Width, size.Height)
	d.rect(look.Line, 0, 0, size.Width, 1)
	const y = 6
	room := size.Width - 32
	right := min(look.Width(f.right, look.SizeText, false), room*0.55)
	x := 16 + d.text(f.left, 16, y, room-right-16, look.SizeText, look.Text1, true) + 12
	f.places = f.places[:0]
	for i, chip := range f.chips {
		width := look.Width(chip.Text, look.SizeText, false) + 16
		if chip.Press != nil {
			width += look.MarkSize + 4
		}
		if x+width > size.Width-16-right-8 {
			d.text("...", x, y, 20, look.SizeText, look.Text2, false)
			break
		}
		ground := look.Surface
		if i == f.hover {
			ground = look.Hover
		}
		box := d.rect(ground, x, 5, width, 22)
		box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusChip, 1, look.Color(look.Line2)
		if f.focused && i == f.cursor {
			box.StrokeWidth, box.StrokeColor = 2, look.Color(look.Accent)
		}
		d.text(chip.Text, x+8, y, width, look.SizeText, look.Text1, false)
		if chip.Press != nil {
			d.mark("icon-close", x+width-look.MarkSize-7, 10)
		}
		f.places = append(f.places, x, x+width)
		x += width + 6
	}
	if f.right != "" {
		token := look.Text2
		if f.rightPress != nil {
			token = look.Text1
			d.rect(look.Line2, size.Width-16-right, 26, right, 1)
		}
		d.text(f.right, size.Width-16-right, y, right+1, look.SizeText, token, false)
	}
}
