package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Button is a button of the design: 32 high, with a mark or without.
type Button struct {
	Pressable
	Text   string
	Mark   string
	Strong bool // on the accent: the one thing to do
}

// NewButton makes a button.
func NewButton(text, mark string, press func()) *Button {
	b := &Button{Text: text, Mark: mark}
	b.OnPress = press
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the label.
func (b *Button) SetText(text string) { b.Text = text; b.Refresh() }

// MinSize holds the label.
func (b *Button) MinSize() fyne.Size {
	width := look.Width(b.Text, look.SizeText, b.Strong) + 24
	if b.Mark != "" {
		width += look.MarkSize
		if b.Text != "" {
			width += 6
		}
	}
	return fyne.NewSize(width, 32)
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: b, least: b.MinSize, paint: func(d *drawing, size fyne.Size) {
		ground, border, ink := look.Surface, look.Line2, look.Text1
		switch {
		case b.Strong:
			ground, border, ink = look.Accent, look.Accent, look.OnAccent
		case b.hover:
			ground = look.Hover
		}
		box := d.rect(ground, 0, 0, size.Width, size.Height)
		box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusField, 1, look.Color(border)
		x := float32(12)
		if b.Mark != "" {
			d.mark(b.Mark, x, (size.Height-look.MarkSize)/2)
			x += look.MarkSize + 6
		}
		d.text(b.Text, x, (size.Height-look.LineText)/2, size.Width-x-6, look.SizeText, ink, b.Strong)
		d.frame(b.focused, size, look.RadiusField)
	}}
}
