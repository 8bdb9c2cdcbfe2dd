package controls

import (
	"strings"

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

// Space beside and between mark and text of a button.
const (
	buttonHeight  float32 = 32
	buttonPadding float32 = 10
	buttonGap     float32 = 6
)

// NewButton makes a button.
func NewButton(text, mark string, press func()) *Button {
	b := &Button{Text: text, Mark: mark}
	b.OnPress = press
	b.ExtendBaseWidget(b)
	return b
}

// NewStrongButton makes the button of the one thing to do, on the accent.
func NewStrongButton(text, mark string, press func()) *Button {
	b := NewButton(text, mark, press)
	b.Strong = true
	return b
}

// SetText changes the label.
func (b *Button) SetText(text string) { b.Text = text; b.Refresh() }

// MinSize holds the label.
func (b *Button) MinSize() fyne.Size { return fyne.NewSize(b.content()+2*buttonPadding, buttonHeight) }

// content is the width of mark and text.
func (b *Button) content() float32 {
	width := look.Width(b.Text, look.SizeText, false)
	if b.Mark != "" {
		width += look.MarkSize
		if b.Text != "" {
			width += buttonGap
		}
	}
	return width
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: b, least: b.MinSize, paint: func(d *drawing, size fyne.Size) {
		ground, border, ink, hue := look.Surface, look.Line2, look.Text1, "text1"
		switch {
		case b.Strong:
			ground, border, ink, hue = look.Accent, look.Accent, look.OnAccent, "on_accent"
			if b.hover {
				border = look.Text1
			}
		case b.hover:
			ground, border = look.Hover, look.Text2
		}
		box := d.rect(ground, 0, 0, size.Width, size.Height)
		box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusField, 1, look.Color(border)
		x := max(buttonPadding, (size.Width-b.content())/2)
		if b.Mark != "" {
			d.mark(inHue(b.Mark, hue), x, (size.Height-look.MarkSize)/2)
			x += look.MarkSize + buttonGap
		}
		d.text(b.Text, x, (size.Height-look.LineText)/2, size.Width-x-buttonPadding+1, look.SizeText, ink, false)
		d.frame(b.focused, size, look.RadiusField)
		if b.focused && b.Strong {
			inner := d.outline(look.OnAccent, 2, 2, size.Width-4, size.Height-4)
			inner.CornerRadius = look.RadiusCard
		}
	}}
}

// inHue gives a mark in the colour of the text beside it, unless it says its
// own colour.
func inHue(mark, hue string) string {
	if strings.Contains(mark, ".") {
		return mark
	}
	return mark + "." + hue
}

// IconButton is a button of a mark alone, for what is known by its place:
// close, open, clear.
type IconButton struct {
	Pressable
	Mark string
}

// NewIconButton makes a button of a mark.
func NewIconButton(mark string, press func()) *IconButton {
	b := &IconButton{Mark: mark}
	b.OnPress = press
	b.ExtendBaseWidget(b)
	return b
}

// SetMark changes the mark.
func (b *IconButton) SetMark(mark string) { b.Mark = mark; b.Refresh() }

// MinSize is that of a mark with room to hit it.
func (b *IconButton) MinSize() fyne.Size { return fyne.NewSquareSize(24) }

// CreateRenderer draws the mark.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: b, least: b.MinSize, paint: func(d *drawing, size fyne.Size) {
		hue := "text2"
		if b.hover {
			hue = "text1"
			d.rect(look.Hover, 0, 0, size.Width, size.Height).CornerRadius = look.RadiusField
		}
		d.mark(inHue(b.Mark, hue), (size.Width-look.MarkSize)/2, (size.Height-look.MarkSize)/2)
		d.frame(b.focused, size, look.RadiusField)
	}}
}
