package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"summitledger/ui/look"
)

// Bar is a line of message under the tabs, over the page: what happened, and
// perhaps one thing to do about it.
type Bar struct {
	Pressable
	OnClose func()
	Past    bool // it speaks of another day: on the select ground
	mark    string
	title   string
	text    string
	action  string
	over    int // part under the pointer
}

// Parts of a bar.
const (
	overNothing = iota
	overAction
	overClose
)

const (
	barHeight float32 = 40
	barInset  float32 = 12
	barGap    float32 = 8
)

// NewBar makes an empty bar.
func NewBar() *Bar {
	b := &Bar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a message. action is the label of what pressing does; empty for none.
func (b *Bar) Set(mark, text, action string, press func()) {
	b.mark, b.title, b.text, b.action, b.OnPress = mark, "", text, action, press
	b.Refresh()
}

// SetTitle puts a bold word before the message of the last Set: "Saved".
func (b *Bar) SetTitle(title string) { b.title = title; b.Refresh() }

// Text gives the message, for tests and for copying.
func (b *Bar) Text() string { return strings.TrimSpace(b.title + " " + b.text) }

func (b *Bar) closeEdge() float32 {
	if b.OnClose == nil {
		return b.Size().Width
	}
	return b.Size().Width - 2*barInset - look.MarkSize
}

func (b *Bar) actionEdge() float32 {
	if b.action == "" {
		return b.closeEdge()
	}
	return b.closeEdge() - barInset - look.Width(b.action, look.SizeText, false)
}

func (b *Bar) at(x float32) int {
	switch {
	case b.OnClose != nil && x >= b.closeEdge():
		return overClose
	case b.action != "" && x >= b.actionEdge()-barGap:
		return overAction
	}
	return overNothing
}

// Tapped closes the bar at its close mark, and does the action at its label;
// a click on the words does nothing.
func (b *Bar) Tapped(event *fyne.PointEvent) {
	switch b.at(event.Position.X) {
	case overClose:
		b.OnClose()
	case overAction:
		b.Pressable.Tapped(event)
	}
}

// MouseIn is part of Fyne's Hoverable.
func (b *Bar) MouseIn(event *desktop.MouseEvent) { b.MouseMoved(event) }

// MouseMoved keeps the part under the pointer.
func (b *Bar) MouseMoved(event *desktop.MouseEvent) {
	if over := b.at(event.Position.X); over != b.over {
		b.over = over
		b.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (b *Bar) MouseOut() { b.over = overNothing; b.Refresh() }

// Cursor shows a hand over the action and the close mark.
func (b *Bar) Cursor() desktop.Cursor {
	if b.over == overNothing {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// TypedKey does the action with Enter or Space and closes with Escape.
func (b *Bar) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		if b.OnClose != nil {
			b.OnClose()
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Pressable.Tapped(nil)
	default:
		Unwanted(event)
	}
}

// MinSize is one line.
func (b *Bar) MinSize() fyne.Size { return fyne.NewSize(200, barHeight) }

// CreateRenderer draws the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: b, least: b.MinSize, paint: b.paint}
}

func (b *Bar) paint(d *drawing, size fyne.Size) {
	ground := look.Bg
	if b.Past {
		ground = look.Select
	}
	d.rect(ground, 0, 0, size.Width, size.Height)
	d.rect(look.Line, 0, size.Height-1, size.Width, 1)
	x, y := barInset, (size.Height-look.LineText)/2
	middle := (size.Height - look.MarkSize) / 2
	if b.mark != "" {
		d.mark(b.mark, x, middle)
		x += look.MarkSize + barGap
	}
	end := b.actionEdge() - barInset
	if b.title != "" {
		x += d.text(b.title, x, y, end-x, look.SizeText, look.Text1, true) + barGap
	}
	d.text(b.text, x, y, end-x, look.SizeText, look.Text1, false)
	if b.action != "" {
		at := b.actionEdge()
		width := d.text(b.action, at, y, b.closeEdge()-at, look.SizeText, look.Accent, false)
		if b.over == overAction {
			d.rect(look.Accent, at, y+look.LineText-2, width, 1)
		}
	}
	if b.OnClose != nil {
		mark := "icon-close"
		if b.over == overClose {
			mark = "icon-close.text1"
		}
		d.mark(mark, b.closeEdge()+barInset, middle)
	}
	d.frame(b.focused, size, 0)
}
