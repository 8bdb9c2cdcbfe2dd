package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Spot is a place over something drawn that opens it. It draws nothing but a
// frame while the pointer or the keys are on it, or while it is open.
type Spot struct {
	Pressable
	opened bool
}

// SetOpened keeps the frame while what the place opens is shown.
func (s *Spot) SetOpened(opened bool) {
	if s.opened != opened {
		s.opened = opened
		s.Refresh()
	}
}

// CreateRenderer draws the frame.
func (s *Spot) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: s, least: func() fyne.Size { return fyne.NewSize(1, 1) }, paint: func(d *drawing, size fyne.Size) {
		frame := canvas.NewRectangle(color.Transparent)
		if s.hover || s.focused || s.opened {
			frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = look.Color(look.Accent), 2, 2
		}
		d.put(frame, 0, 0, size.Width, size.Height)
	}}
}
