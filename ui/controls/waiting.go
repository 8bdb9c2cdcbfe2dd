package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Waiting stands where rows will be once they are read: grey rows of the final
// height, so that nothing jumps when they come.
type Waiting struct {
	widget.BaseWidget
	rowHeight float32
}

// NewWaiting makes grey rows of a height.
func NewWaiting(rowHeight float32) *Waiting {
	w := &Waiting{rowHeight: rowHeight}
	w.ExtendBaseWidget(w)
	return w
}

// Widths of the grey words of a row, in turn; the rest of the row is shared.
var waitingWords = [][]float32{{0.50, 0.14, 0.12, 0.10}, {0.46, 0.17, 0.10, 0.12}, {0.53, 0.12, 0.13, 0.09}}

const (
	waitingInset float32 = 16
	waitingHigh  float32 = 10
	waitingGap   float32 = 20
)

// MinSize is small: the rows fill the place there is.
func (w *Waiting) MinSize() fyne.Size { return fyne.NewSize(120, w.rowHeight) }

// CreateRenderer draws the rows.
func (w *Waiting) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: w, least: w.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.rect(look.Surface, 0, 0, size.Width, size.Height)
		for row := 0; float32(row)*w.rowHeight < size.Height; row++ {
			x, y := waitingInset, float32(row)*w.rowHeight
			for _, share := range waitingWords[row%len(waitingWords)] {
				width := (size.Width - 2*waitingInset) * share
				d.rect(look.Sunken, x, y+(w.rowHeight-waitingHigh)/2, width, waitingHigh)
				x += width + waitingGap
			}
		}
	}}
}
