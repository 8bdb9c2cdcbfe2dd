package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Labelled is a small label over a value that opens when pressed: the days in
// the header. A value that is not the usual one stands on the select ground,
// with a close mark that brings the usual one back.
type Labelled struct {
	Pressable
	OnReset func()
	label   string
	value   string
	unusual bool
}

// NewLabelled makes an empty one.
func NewLabelled(press, reset func()) *Labelled {
	l := &Labelled{OnReset: reset}
	l.OnPress = press
	l.ExtendBaseWidget(l)
	return l
}

// Set shows a label and a value.
func (l *Labelled) Set(label, value string, unusual bool) {
	l.label, l.value, l.unusual = label, value, unusual
	l.Refresh()
}

// Tapped opens the value, or resets it when the close mark was hit.
func (l *Labelled) Tapped(event *fyne.PointEvent) {
	if event != nil && l.unusual && event.Position.X > l.Size().Width-22 && l.OnReset != nil {
		l.OnReset()
		return
	}
	l.Pressable.Tapped(event)
}

// TypedKey opens; Delete brings the usual value back.
func (l *Labelled) TypedKey(event *fyne.KeyEvent) {
	if (event.Name == fyne.KeyDelete || event.Name == fyne.KeyBackspace) && l.unusual && l.OnReset != nil {
		l.OnReset()
		return
	}
	l.Pressable.TypedKey(event)
}

// MinSize holds label and value.
func (l *Labelled) MinSize() fyne.Size {
	width := max(look.Width(l.label, look.SizeNote, false), look.Width(l.value, look.SizeText, true)+22)
	return fyne.NewSize(width+16, 44)
}

// CreateRenderer draws label and value.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: l, least: l.MinSize, paint: func(d *drawing, size fyne.Size) {
		token := look.Text1
		switch {
		case l.unusual:
			d.rect(look.Select, 0, 0, size.Width, size.Height).CornerRadius = look.RadiusField
			token = look.Accent
		case l.hover:
			d.rect(look.Hover, 0, 0, size.Width, size.Height).CornerRadius = look.RadiusField
		}
		d.text(l.label, 8, 4, size.Width-12, look.SizeNote, look.Text2, false)
		width := d.text(l.value, 8, 20, size.Width-28, look.SizeText, token, true)
		if l.unusual {
			d.mark("icon-close.accent", size.Width-18, 24)
		} else {
			d.mark("icon-down", 8+width+4, 25)
		}
		d.frame(l.focused, size, look.RadiusField)
	}}
}
