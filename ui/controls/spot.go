package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Spot is a place over something drawn that opens it. It draws nothing but a
// frame while the pointer or the keys are on it.
type Spot struct{ Pressable }

// CreateRenderer draws the frame.
func (s *Spot) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: s, least: func() fyne.Size { return fyne.NewSize(1, 1) }, paint: func(d *drawing, size fyne.Size) {
		frame := canvas.NewRectangle(color.Transparent)
		if s.hover || s.focused {
			frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = look.Color(look.Accent), 2, 2
		}
		d.put(frame, 0, 0, size.Width, size.Height)
	}}
}
