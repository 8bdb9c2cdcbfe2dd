package controls

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Chip is a reason why something is hidden; pressing it takes the reason away.
// A number at its beginning is printed bold: "-54 dated after 31 Dec 2016".
type Chip struct {
	Text  string
	Press func() // nil: it cannot be taken away
}

const (
	chipHeight  float32 = 22
	chipPadding float32 = 7
	chipGap     float32 = 6
	chipMark    float32 = 10
)

// parts tells the number of a chip from its words.
func (c Chip) parts() (number, words string) {
	number, words, found := strings.Cut(c.Text, " ")
	first, _ := utf8.DecodeRuneInString(number)
	if !found || first != '\u2212' && first != '-' && !unicode.IsDigit(first) {
		return "", c.Text
	}
	return number, words
}

// width is what the chip takes when it is not cut.
func (c Chip) width() float32 {
	number, words := c.parts()
	width := look.Width(words, look.SizeText, false) + 2*chipPadding + 1
	if number != "" {
		width += look.Width(number, look.SizeText, true) + chipGap
	}
	if c.Press != nil {
		width += chipMark + chipGap
	}
	return width
}

// chip draws a chip; its words are cut to the width given.
func (d *drawing) chip(c Chip, x, y, width float32, hover, focused bool) {
	ground, close := look.Surface, "icon-close.text3"
	if hover && c.Press != nil {
		ground, close = look.Hover, "icon-close.text1"
	}
	box := d.rect(ground, x, y, width, chipHeight)
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusChip, 1, look.Color(look.Line2)
	if focused {
		box.StrokeWidth, box.StrokeColor = 2, look.Color(look.Accent)
	}
	end := x + width - chipPadding
	if c.Press != nil {
		end -= chipMark
		d.markOf(close, end, y+(chipHeight-chipMark)/2, chipMark)
		end -= chipGap
	}
	number, words := c.parts()
	x += chipPadding
	if number != "" {
		x += d.text(number, x, y+1, end-x, look.SizeText, look.Text1, true) + chipGap
	}
	d.text(words, x, y+1, end-x+1, look.SizeText, look.Text1, false)
}

// Condition is a chip on its own, wherever a reason stands outside the foot.
type Condition struct {
	Pressable
	chip Chip
}

// NewCondition makes a chip.
func NewCondition(chip Chip) *Condition {
	c := &Condition{chip: chip}
	c.OnPress = chip.Press
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey takes the reason away with Delete too.
func (c *Condition) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyDelete || event.Name == fyne.KeyBackspace {
		c.Tapped(nil)
		return
	}
	c.Pressable.TypedKey(event)
}

// MinSize holds the words.
func (c *Condition) MinSize() fyne.Size { return fyne.NewSize(c.chip.width(), chipHeight) }

// CreateRenderer draws the chip.
func (c *Condition) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: c, least: c.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.chip(c.chip, 0, (size.Height-chipHeight)/2, size.Width, c.hover, c.focused)
	}}
}
