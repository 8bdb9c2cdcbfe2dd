package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"summitledger/ui/controls"
)

// keyPlace is something on the page that takes the keys, and where it stands.
type keyPlace struct {
	object     fyne.Focusable
	x, y, w, h float32
}

// spot makes an area open a figure, number: the area holds only its number,
// under which a rule stands.
func (o *overview) spot(id string, number bool, x, y, width, height float32) {
	if _, there := o.data.figures[id]; !there {
		return
	}
	open := func() { o.window.openFigure(o.data.figures[id]) }
	spot := controls.NewSpot(open)
	if number {
		spot = controls.NewNumberSpot(open)
	}
	o.sheet.put(spot, x, y, width, height)
	o.spots[id] = append(o.spots[id], spot)
	o.leads(&spot.Pressable, spot, x, y, width, height)
}

// openRecord makes an area open a record.
func (o *overview) opens(x, y, width, height float32, open func()) {
	spot := o.sheet.opens(x, y, width, height, open)
	o.leads(&spot.Pressable, spot, x, y, width, height)
}

// leads lets the arrow keys go on from a place to the next one in their
// direction, and keeps the place that has the keys in sight.
func (o *overview) leads(pressable *controls.Pressable, object fyne.Focusable, x, y, width, height float32) {
	here := keyPlace{object, x, y, width, height}
	o.order = append(o.order, here)
	pressable.OnArrow = func(key fyne.KeyName) {
		if next, ok := here.next(key, o.order); ok {
			o.window.window.Canvas().Focus(next.object)
		}
	}
	pressable.OnFocus = func() { o.inSight(y, height) }
}

// next finds the nearest place in the direction of an arrow key.
func (p keyPlace) next(key fyne.KeyName, all []keyPlace) (nearest keyPlace, found bool) {
	best := float32(math.Inf(1))
	for _, other := range all {
		// along is how far away the other one is, across how far beside.
		dy := other.y + other.h/2 - p.y - p.h/2
		along, across := dy, apart(p.x, p.w, other.x, other.w)
		switch key {
		case fyne.KeyUp:
			along = -dy
		case fyne.KeyLeft:
			along, across = p.x-other.x, apart(p.y, p.h, other.y, other.h)
		case fyne.KeyRight:
			along, across = other.x-p.x, apart(p.y, p.h, other.y, other.h)
		}
		if along <= 0 || other.object == p.object {
			continue
		}
		if far := along + 4*across; far < best {
			best, nearest, found = far, other, true
		}
	}
	return nearest, found
}

// apart is the gap between two spans, 0 where they overlap.
func apart(a, aLong, b, bLong float32) float32 {
	return max(0, b-a-aLong, a-b-bLong)
}

// inSight scrolls to a part of the page.
func (o *overview) inSight(y, height float32) {
	offset, room := o.scroll.Offset.Y, o.scroll.Size().Height
	switch {
	case y-8 < offset:
		offset = max(0, y-8)
	case y+height+8 > offset+room:
		offset = y + height + 8 - room
	default:
		return
	}
	o.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// markFigure keeps a frame round the number that is open.
func (o *overview) markFigure(id string, opened bool) {
	for i, spot := range o.spots[id] {
		spot.SetOpened(opened && i == 0)
	}
}

// figureSpot gives what opens a figure, so that it gets the keys back.
func (o *overview) figureSpot(id string) fyne.Focusable {
	if spots := o.spots[id]; len(spots) > 0 {
		return spots[0]
	}
	return nil
}
