package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Note is a mark and the words that go with it, in the line under a figure.
type Note struct{ Mark, Text string }

// Figure is a large number that opens the records behind it: label, number on
// a thin rule, what it is a part of, and a line of marks.
type Figure struct {
	Pressable
	label, number, whole string
	notes                []Note
	opened               bool
}

const (
	figureHeight float32 = 88
	figureGap    float32 = 8
	figureLabel  float32 = 5
	figureNumber float32 = 22
	figureRule   float32 = 60
	figureWhole  float32 = 40
	figureNotes  float32 = 68
	figureMark   float32 = 10
)

// NewFigure makes an empty figure. press opens it; nil for one that is only read.
func NewFigure(press func()) *Figure {
	f := &Figure{}
	f.OnPress = press
	f.ExtendBaseWidget(f)
	return f
}

// Set shows a figure: its label, the number, the whole it is a part of
// ("of 60 deals") and the marks under it.
func (f *Figure) Set(label, number, whole string, notes ...Note) {
	f.label, f.number, f.whole, f.notes = label, number, whole, notes
	f.Refresh()
}

// SetOpened keeps a frame round the figure while its records are shown.
func (f *Figure) SetOpened(opened bool) { f.opened = opened; f.Refresh() }

// Text gives what the figure says, for tests and for copying.
func (f *Figure) Text() string { return f.label + ": " + f.number + " " + f.whole }

// below gives the lines of the whole when it has no room beside the number:
// numbers are wrapped, not cut.
func (f *Figure) below(width float32) []string {
	if look.Width(f.number, look.SizeFigure, true)+figureGap+look.Width(f.whole, look.SizeText, false) <= width {
		return nil
	}
	return look.Wrap(f.whole, width, look.SizeText, false, 3)
}

// Wide is the width at which everything the figure says stands on its lines.
func (f *Figure) Wide() float32 {
	notes := -figureGap
	for _, note := range f.notes {
		notes += look.Width(note.Text, look.SizeNote, false) + figureGap
		if note.Mark != "" {
			notes += figureMark + 4
		}
	}
	number := look.Width(f.number, look.SizeFigure, true) + figureGap + look.Width(f.whole, look.SizeText, false)
	return max(look.Width(f.label, look.SizeText, false), number, notes) + 1
}

// HeightFor gives the height the figure needs at a width: figures of a row
// take that of the highest.
func (f *Figure) HeightFor(width float32) float32 {
	return figureHeight + float32(len(f.below(width)))*look.LineText
}

// MinSize is one cell of the overview, as high as its present width asks for.
func (f *Figure) MinSize() fyne.Size {
	least := max(120, look.Width(f.number, look.SizeFigure, true))
	return fyne.NewSize(least, f.HeightFor(max(least, f.Size().Width)))
}

// CreateRenderer draws the figure.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: f, least: f.MinSize, paint: f.paint}
}

func (f *Figure) paint(d *drawing, size fyne.Size) {
	d.rect(look.Text1, 0, 0, size.Width, 1)
	d.text(f.label, 0, figureLabel, size.Width, look.SizeText, look.Text2, false)
	width := d.text(f.number, 0, figureNumber, size.Width, look.SizeFigure, look.Text1, true)
	if f.OnPress != nil && f.number != "" {
		d.opens(0, figureRule, width, f.hover || f.focused)
	}
	notes := figureNotes
	lines := f.below(size.Width)
	if lines == nil {
		d.text(f.whole, width+figureGap, figureWhole, size.Width-width-figureGap+1, look.SizeText, look.Text2, false)
	}
	for _, line := range lines {
		d.text(line, 0, notes-4, size.Width+1, look.SizeText, look.Text2, false)
		notes += look.LineText
	}
	f.paintNotes(d, notes, size.Width)
	if f.opened {
		frame := d.outline(look.Accent, -figureGap, -1, size.Width+2*figureGap, size.Height+figureGap)
		frame.StrokeWidth, frame.CornerRadius = 2, look.RadiusCard
	}
}

func (f *Figure) paintNotes(d *drawing, y, width float32) {
	x := float32(0)
	for _, note := range f.notes {
		mark := float32(0)
		if note.Mark != "" {
			mark = figureMark + 4
		}
		room := width - x - mark
		if room < 24 {
			return
		}
		if note.Mark != "" {
			d.markOf(note.Mark, x, y+3, figureMark)
		}
		x += mark + d.text(note.Text, x+mark, y, room, look.SizeNote, look.Text2, false) + figureGap
	}
}
