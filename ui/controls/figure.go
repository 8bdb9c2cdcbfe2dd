package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Figure is a large number that opens the records behind it: label, number on
// a thin rule, what it is a part of.
type Figure struct {
	Pressable
	label, number, whole, note string
}

// NewFigure makes an empty figure.
func NewFigure(press func()) *Figure {
	f := &Figure{}
	f.OnPress = press
	f.ExtendBaseWidget(f)
	return f
}

// Set shows a figure.
func (f *Figure) Set(label, number, whole, note string) {
	f.label, f.number, f.whole, f.note = label, number, whole, note
	f.Refresh()
}

// MinSize is one cell of the overview.
func (f *Figure) MinSize() fyne.Size { return fyne.NewSize(140, 112) }

// CreateRenderer draws the figure.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: f, least: f.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.rect(look.Text1, 0, 0, size.Width, 1)
		d.text(f.label, 0, 8, size.Width, look.SizeText, look.Text2, false)
		width := d.text(f.number, 0, 28, size.Width, look.SizeFigure, look.Text1, true)
		if f.OnPress != nil {
			if f.hover || f.focused {
				d.rect(look.Accent, 0, 66, width, 2)
			} else {
				d.rect(look.Line2, 0, 66, width, 1)
			}
		}
		d.text(f.whole, 0, 72, size.Width, look.SizeText, look.Text1, false)
		d.text(f.note, 0, 92, size.Width, look.SizeNote, look.Text2, false)
	}}
}
