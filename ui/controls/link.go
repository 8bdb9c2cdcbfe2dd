package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Link is words in the accent that do something when pressed: "clear", "4 more".
type Link struct {
	Pressable
	Text string
	Type float32 // size of the type; zero is that of running text
}

// NewLink makes a link.
func NewLink(text string, press func()) *Link {
	l := &Link{Text: text}
	l.OnPress = press
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes the words.
func (l *Link) SetText(text string) { l.Text = text; l.Refresh() }

func (l *Link) size() float32 {
	if l.Type > 0 {
		return l.Type
	}
	return look.SizeText
}

// MinSize holds the words.
func (l *Link) MinSize() fyne.Size {
	return fyne.NewSize(look.Width(l.Text, l.size(), false)+2*linkInset, look.LineOf(l.size()))
}

// linkInset keeps the frame of focus off the letters.
const linkInset float32 = 4

// CreateRenderer draws the words.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: l, least: l.MinSize, paint: func(d *drawing, size fyne.Size) {
		line := look.LineOf(l.size())
		y := (size.Height - line) / 2
		width := d.text(l.Text, linkInset, y, size.Width-2*linkInset+1, l.size(), look.Accent, false)
		if l.hover {
			d.rect(look.Accent, linkInset, y+line-2, width, 1)
		}
		d.frame(l.focused, size, look.RadiusChip)
	}}
}
