package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Option is one of the things to choose from.
type Option struct{ ID, Text string }

// Choice is a word that opens a menu of others: "Group: sector". It has no box,
// so that long words fit.
type Choice struct {
	Pressable
	OnChoose func(id string)
	Boxed    bool // drawn as a field of a form, as wide as it is made

	label   string
	options []Option
	current string
}

const (
	choiceHeight float32 = 28
	choiceInset  float32 = 6
	choiceGap    float32 = 5
	boxedLeast   float32 = 120
	boxedInset   float32 = 8
)

// NewChoice makes an empty choice. chosen is told what a person chose.
func NewChoice(chosen func(id string)) *Choice {
	c := &Choice{OnChoose: chosen}
	c.OnPress = c.open
	c.ExtendBaseWidget(c)
	return c
}

// Set shows a label, may be empty, what can be chosen, and what is. It does
// not tell OnChoose.
func (c *Choice) Set(label string, options []Option, current string) {
	c.label, c.options, c.current = label, slices.Clone(options), current
	c.Refresh()
}

// Empty reports whether there is nothing to choose from.
func (c *Choice) Empty() bool { return len(c.options) == 0 }

// Current gives what is chosen.
func (c *Choice) Current() string { return c.current }

func (c *Choice) choose(at int) {
	if at < 0 || at >= len(c.options) || c.options[at].ID == c.current {
		return
	}
	c.current = c.options[at].ID
	c.Refresh()
	if c.OnChoose != nil {
		c.OnChoose(c.current)
	}
}

func (c *Choice) index() int {
	return slices.IndexFunc(c.options, func(o Option) bool { return o.ID == c.current })
}

// menu lists the options, the current one ticked.
func (c *Choice) menu() *fyne.Menu {
	items := make([]*fyne.MenuItem, len(c.options))
	for i, option := range c.options {
		items[i] = fyne.NewMenuItem(option.Text, func() { c.choose(i) })
		items[i].Checked = option.ID == c.current
	}
	return fyne.NewMenu("", items...)
}

func (c *Choice) open() {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(c)
	if canvas == nil || len(c.options) == 0 {
		return
	}
	widget.ShowPopUpMenuAtPosition(c.menu(), canvas, driver.AbsolutePositionForObject(c).AddXY(0, c.Size().Height+2))
}

// TypedKey opens with Enter or Space; the arrows change the choice at once.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		c.choose(c.index() - 1)
	case fyne.KeyDown, fyne.KeyRight:
		c.choose(c.index() + 1)
	default:
		c.Pressable.TypedKey(event)
	}
}

func (c *Choice) value() string {
	if at := c.index(); at >= 0 {
		return c.options[at].Text
	}
	return ""
}

// MinSize holds label and value.
func (c *Choice) MinSize() fyne.Size {
	if c.Boxed {
		return fyne.NewSize(boxedLeast, buttonHeight)
	}
	width := 2*choiceInset + look.MarkSize + choiceGap
	for _, text := range []string{c.label, c.value()} {
		if text != "" {
			width += look.Width(text, look.SizeText, false) + choiceGap
		}
	}
	return fyne.NewSize(width, choiceHeight)
}

// CreateRenderer draws label, value and the mark that opens.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: c, least: c.MinSize, paint: func(d *drawing, size fyne.Size) {
		if c.Boxed {
			c.paintBox(d, size)
			return
		}
		mark := "icon-down.text3"
		if c.hover {
			d.rect(look.Hover, 0, 0, size.Width, size.Height).CornerRadius = look.RadiusChip
			mark = "icon-down.text1"
		}
		x, y := choiceInset, (size.Height-look.LineText)/2
		end := size.Width - choiceInset - look.MarkSize
		if c.label != "" {
			x += d.text(c.label, x, y, end-x, look.SizeText, look.Text2, false) + choiceGap
		}
		if value := c.value(); value != "" {
			x += d.text(value, x, y, end-x-choiceGap+1, look.SizeText, look.Text1, false) + choiceGap
		}
		d.mark(mark, min(x, end), (size.Height-look.MarkSize)/2)
		d.frame(c.focused, size, look.RadiusChip)
	}}
}

// paintBox draws the choice as a field: the value at the left, the mark that
// opens at the right.
func (c *Choice) paintBox(d *drawing, size fyne.Size) {
	ground, border := look.Surface, look.Line2
	if c.hover {
		ground, border = look.Hover, look.Text2
	}
	box := d.rect(ground, 0, 0, size.Width, size.Height)
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusField, 1, look.Color(border)
	end := size.Width - boxedInset - look.MarkSize
	d.text(c.value(), boxedInset, (size.Height-look.LineText)/2, end-2*boxedInset, look.SizeText, look.Text1, false)
	d.mark("icon-down.text2", end, (size.Height-look.MarkSize)/2)
	d.frame(c.focused, size, look.RadiusField)
}
