package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Separator is a line one pixel thin: a hairline between rows of sentences, or
// in ink above a block.
type Separator struct {
	widget.BaseWidget
	ink bool
}

// NewSeparator makes a hairline.
func NewSeparator() *Separator { return newSeparator(false) }

// NewRule makes the line in ink that stands above a block.
func NewRule() *Separator { return newSeparator(true) }

func newSeparator(ink bool) *Separator {
	s := &Separator{ink: ink}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is a pixel either way: the longer side is the line.
func (s *Separator) MinSize() fyne.Size { return fyne.NewSquareSize(1) }

// CreateRenderer draws the line.
func (s *Separator) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: s, least: s.MinSize, paint: func(d *drawing, size fyne.Size) {
		token := look.Line
		if s.ink {
			token = look.Text1
		}
		d.rect(token, 0, 0, size.Width, size.Height)
	}}
}
