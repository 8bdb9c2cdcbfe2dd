package ui

import "fyne.io/fyne/v2"

// openFigures keeps the places of a tab that open figures, by what the figures
// are called: one keeps a frame while its figure is open, however often the
// page is drawn anew.
type openFigures struct {
	places map[string]*spot
	shown  string
}

// put makes an area of a sheet open a figure.
func (o *openFigures) put(s *sheet, w *Window, f figure, x, y, width, height float32) {
	place := newSpot(func() { w.openFigure(f) })
	place.SetOpened(o.shown == f.id && f.id != "")
	if o.places == nil {
		o.places = map[string]*spot{}
	}
	o.places[f.id] = place
	s.put(place, x, y, width, height)
}

func (o *openFigures) markFigure(id string, opened bool) {
	o.shown = ""
	if opened {
		o.shown = id
	}
	if place := o.places[id]; place != nil {
		place.SetOpened(opened)
	}
}

func (o *openFigures) figureSpot(id string) fyne.Focusable {
	if place := o.places[id]; place != nil {
		return place
	}
	return nil
}
