package controls

import (
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

const (
	footHeight float32 = 32
	footInset  float32 = 16
	footGap    float32 = 8
	footChip   float32 = 6
	noLimit            = 1e6
	overRight          = -2
)

// Foot is the bar at the foot: how many are shown, a chip for every reason
// why others are not, and the sums of what is shown.
type Foot struct {
	widget.BaseWidget
	left, right string
	chips       []Chip
	rightPress  func()
	hover       int
	places      []float32 // left and right edge of each chip that is drawn
	seen        int       // chips that are drawn; the others stand behind one more
	rightEdge   float32   // where the right text begins
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
	f.seen = len(chips)
	f.Refresh()
	f.cursor = min(f.cursor, f.drawn())
}

// Texts gives what the bar says, for tests and for copying.
func (f *Foot) Texts() (left string, chips []string, right string) {
	for _, chip := range f.chips {
		chips = append(chips, chip.Text)
	}
	return f.left, chips, f.right
}

// at gives the number of the chip at a place, -1 where there is none, and
// overRight over the sums.
func (f *Foot) at(x float32) int {
	if f.right != "" && x >= f.rightEdge {
		return overRight
	}
	for i := 0; i+1 < len(f.places); i += 2 {
		if x >= f.places[i] && x < f.places[i+1] {
			return i / 2
		}
	}
	return -1
}

// drawn counts what can be pressed from the left: the chips, and the one behind
// which the others stand.
func (f *Foot) drawn() int {
	if f.seen < len(f.chips) {
		return f.seen + 1
	}
	return len(f.chips)
}

// listOthers opens the reasons that had no room, over the chip they stand
// behind.
func (f *Foot) listOthers() {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(f)
	if canvas == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, chip := range f.chips[f.seen:] {
		item := fyne.NewMenuItem(chip.Text, chip.Press)
		item.Disabled = chip.Press == nil
		items = append(items, item)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	at := fyne.NewPos(0, -menu.MinSize().Height-2)
	if left := 2 * f.seen; left < len(f.places) {
		at.X = f.places[left]
	}
	menu.ShowAtPosition(driver.AbsolutePositionForObject(f).Add(at))
}

func (f *Foot) press(at int) {
	if at == f.seen && f.seen < len(f.chips) {
		f.listOthers()
		return
	}
	if at >= 0 && at < len(f.chips) && f.chips[at].Press != nil {
		f.chips[at].Press()
	}
}

// Tapped takes a reason away or opens the sums.
func (f *Foot) Tapped(event *fyne.PointEvent) {
	at := f.at(event.Position.X)
	if at != overRight {
		f.press(at)
	} else if f.rightPress != nil {
		f.rightPress()
	}
}

// MouseIn is part of Fyne's Hoverable.
func (f *Foot) MouseIn(event *desktop.MouseEvent) { f.MouseMoved(event) }

// MouseMoved keeps the chip under the pointer.
func (f *Foot) MouseMoved(event *desktop.MouseEvent) {
	if at := f.at(event.Position.X); at != f.hover {
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

// TypedKey moves among the chips and the sums; Enter and Space press, Delete
// takes a reason away.
func (f *Foot) TypedKey(event *fyne.KeyEvent) {
	last := f.drawn() - 1
	if f.rightPress != nil {
		last++
	}
	switch event.Name {
	case fyne.KeyLeft:
		f.cursor = max(0, f.cursor-1)
	case fyne.KeyRight:
		f.cursor = min(max(0, last), f.cursor+1)
	case fyne.KeyHome:
		f.cursor = 0
	case fyne.KeyEnd:
		f.cursor = max(0, last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if f.cursor >= f.drawn() && f.rightPress != nil {
			f.rightPress()
			return
		}
		f.press(f.cursor)
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		f.press(f.cursor)
		return
	default:
		Unwanted(event)
		return
	}
	f.Refresh()
}

// Cursor shows a hand over what can be pressed.
func (f *Foot) Cursor() desktop.Cursor {
	others := f.seen < len(f.chips) && f.hover == f.seen
	if others || f.hover >= 0 && f.hover < f.seen && f.chips[f.hover].Press != nil || f.hover == overRight && f.rightPress != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MinSize is the height of the design.
func (f *Foot) MinSize() fyne.Size { return fyne.NewSize(200, footHeight) }

// CreateRenderer draws the bar.
func (f *Foot) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: f, least: f.MinSize, paint: f.paint}
}

func (f *Foot) paint(d *drawing, size fyne.Size) {
	d.rect(look.Bg, 0, 0, size.Width, size.Height)
	d.rect(look.Text1, 0, 0, size.Width, 1)
	const y = 7
	x := footInset + f.paintLeft(d, footInset, y, size.Width/2) + footGap
	room := size.Width - footInset - x
	right := look.Width(f.right, look.SizeText, false)
	wanted := f.chipsWidth(noLimit)
	if right+2*footGap+wanted > room {
		right = min(right, max(room-wanted-2*footGap, room*0.4))
	}
	f.rightEdge = size.Width - footInset - right
	if f.focused && len(f.chips) == 0 && f.rightPress == nil { // nothing to press, but the keys are here
		frame := d.outline(look.Accent, footInset-6, 4, x-footGap-footInset+12, footHeight-8)
		frame.StrokeWidth, frame.CornerRadius = 2, look.RadiusChip
	}
	f.paintChips(d, x, f.rightEdge-2*footGap)
	if f.right == "" {
		return
	}
	token := look.Text2
	if f.rightPress != nil {
		token = look.Text1
	}
	width := d.text(f.right, f.rightEdge, y, right+1, look.SizeText, token, false)
	if f.rightPress != nil {
		d.opens(f.rightEdge, y+look.LineText-1, width, f.hover == overRight || f.focused && f.cursor >= f.drawn())
	}
}

// paintLeft prints the count; its numbers and what stands between them bold.
func (f *Foot) paintLeft(d *drawing, x, y, room float32) float32 {
	first, last := strings.IndexFunc(f.left, unicode.IsDigit), strings.LastIndexFunc(f.left, unicode.IsDigit)
	if first < 0 {
		return d.text(f.left, x, y, room, look.SizeText, look.Text1, false)
	}
	width := float32(0)
	for _, part := range []struct {
		text string
		bold bool
	}{{f.left[:first], false}, {f.left[first : last+1], true}, {f.left[last+1:], false}} {
		if part.text != "" {
			width += d.text(part.text, x+width, y, room-width, look.SizeText, look.Text1, part.bold)
		}
	}
	return width
}

// chipsWidth is the room the chips take when none is wider than a limit.
func (f *Foot) chipsWidth(limit float32) float32 {
	total := float32(0)
	for _, chip := range f.chips {
		total += min(chip.width(), limit) + footGap
	}
	return max(0, total-footGap)
}

// A chip narrower than footWord says too little: the others go behind one more.
const (
	footWord   float32 = 88
	footOthers float32 = 48
)

// paintChips draws the chips. Where they do not fit, the widest are cut first;
// where even that leaves too few words, the last ones stand behind a chip that
// says how many they are and lists them.
func (f *Foot) paintChips(d *drawing, x, end float32) {
	limit := float32(noLimit)
	if f.chipsWidth(limit) > end-x {
		for limit = 400; limit > footWord && f.chipsWidth(limit) > end-x; {
			limit -= 2
		}
	}
	f.seen, f.places = len(f.chips), f.places[:0]
	if f.chipsWidth(limit) > end-x {
		room := end - x - footOthers
		for f.seen = 0; f.seen < len(f.chips)-1 && room >= min(f.chips[f.seen].width(), limit)+footGap; f.seen++ {
			room -= min(f.chips[f.seen].width(), limit) + footGap
		}
	}
	put := func(at int, chip Chip, width float32) {
		d.chip(chip, x, footChip, width, at == f.hover, f.focused && at == f.cursor)
		f.places = append(f.places, x, x+width)
		x += width + footGap
	}
	for i, chip := range f.chips[:f.seen] {
		put(i, chip, min(chip.width(), limit))
	}
	if others := len(f.chips) - f.seen; others > 0 {
		put(f.seen, Chip{Text: "+" + strconv.Itoa(others)}, footOthers)
	}
}
