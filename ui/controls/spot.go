package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Spot is a place over something drawn that opens it. It draws nothing but a
// frame while the pointer or the keys are on it, or while what it opened is
// open. Over a number it draws the rule that says that the number opens.
type Spot struct {
	Pressable
	opened bool
	number bool
}

// NewSpot makes a place.
func NewSpot(press func()) *Spot {
	s := &Spot{}
	s.OnPress = press
	s.ExtendBaseWidget(s)
	return s
}

// NewNumberSpot makes a place over a number: a rule stands at its foot.
func NewNumberSpot(press func()) *Spot {
	s := NewSpot(press)
	s.number = true
	return s
}

// SetOpened keeps the frame while what the place opens is open.
func (s *Spot) SetOpened(opened bool) {
	if s.opened != opened {
		s.opened = opened
		s.Refresh()
	}
}

// CreateRenderer draws the frame or the rule.
func (s *Spot) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: s, least: func() fyne.Size { return fyne.NewSize(1, 1) }, paint: func(d *drawing, size fyne.Size) {
		ready := s.hover || s.focused
		if s.number {
			d.opens(0, size.Height-1, size.Width, ready)
			ready = s.focused
		}
		frame := canvas.NewRectangle(color.Transparent)
		if ready || s.opened {
			frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = look.Color(look.Accent), 2, 2
		}
		if s.number {
			d.put(frame, -3, -1, size.Width+6, size.Height+3)
		} else {
			d.put(frame, 0, 0, size.Width, size.Height)
		}
	}}
}
