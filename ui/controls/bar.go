package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Bar is a line of message under the tabs: what happened, and perhaps one
// thing to do about it.
type Bar struct {
	Pressable
	OnClose func()
	text    string
	action  string
	mark    string
}

// NewBar makes an empty bar.
func NewBar() *Bar {
	b := &Bar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a message. action is the label of what pressing does; empty for none.
func (b *Bar) Set(mark, text, action string, press func()) {
	b.mark, b.text, b.action, b.OnPress = mark, text, action, press
	b.Refresh()
}

// Text gives the message, for tests.
func (b *Bar) Text() string { return b.text }

// Tapped closes the bar at its close mark, or does the action.
func (b *Bar) Tapped(event *fyne.PointEvent) {
	if event != nil && event.Position.X > b.Size().Width-36 && b.OnClose != nil {
		b.OnClose()
		return
	}
	b.Pressable.Tapped(event)
}

// TypedKey closes with Escape.
func (b *Bar) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && b.OnClose != nil {
		b.OnClose()
		return
	}
	b.Pressable.TypedKey(event)
}

// MinSize is one line.
func (b *Bar) MinSize() fyne.Size { return fyne.NewSize(200, 32) }

// CreateRenderer draws the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: b, least: b.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.rect(look.Select, 0, 0, size.Width, size.Height)
		d.rect(look.Line, 0, size.Height-1, size.Width, 1)
		x := float32(16)
		if b.mark != "" {
			d.mark(b.mark, x, 10)
			x += look.MarkSize + 8
		}
		action := look.Width(b.action, look.SizeText, true)
		x += d.text(b.text, x, 6, size.Width-x-action-80, look.SizeText, look.Text1, false) + 16
		if b.action != "" {
			d.text(b.action, x, 6, action+1, look.SizeText, look.Accent, true)
		}
		if b.OnClose != nil {
			d.mark("icon-close", size.Width-28, 10)
		}
		d.frame(b.focused, size, 0)
	}}
}
