package facets

import "fyne.io/fyne/v2"

// Measures of the scroll bar.
const (
	barWidth float32 = 6
	barInset float32 = 2
	barReach float32 = 11 // where a press is meant for the bar
	leastBar float32 = 24
)

// thumb is the part of the scroll bar that moves: its length, where it stands,
// and how far it can go; needed is false when everything is in sight.
func (f *Facets) thumb() (length, at, free float32, needed bool) {
	page := f.Size().Height
	track := page - 2*barInset
	if f.height <= page || track <= leastBar {
		return 0, 0, 0, false
	}
	length = max(leastBar, page/f.height*track)
	free = track - length
	return length, f.top / (f.height - page) * free, free, true
}

func (f *Facets) onBar(at fyne.Position) bool {
	_, _, _, needed := f.thumb()
	return needed && at.X >= f.Size().Width-barReach
}

// grabBar takes hold of the thumb; beside it the column moves by a page.
func (f *Facets) grabBar(y float32) {
	length, at, _, _ := f.thumb()
	switch within := y - barInset - at; {
	case within < 0:
		f.top -= f.Size().Height
	case within > length:
		f.top += f.Size().Height
	default:
		f.press.grabbed, f.press.hold = true, within
	}
	f.clamp()
	f.Refresh()
}

// dragBar moves the thumb so that it stays under the pointer.
func (f *Facets) dragBar(y float32) {
	if _, _, free, needed := f.thumb(); needed && free > 0 {
		f.top = (y - barInset - f.press.hold) / free * (f.height - f.Size().Height)
		f.clamp()
		f.Refresh()
	}
}
