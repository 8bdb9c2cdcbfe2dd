package grid

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// header is the line of headings.
type header struct {
	body   *fyne.Container
	clip   *container.Clip
	titles []*canvas.Text
	brush  map[string]*Brush // of the headings that columns paint
	order  *canvas.Image
	xs     []float32 // of the objects of the body, before scrolling
	left   float32
}

func newHeader() *header {
	h := &header{body: container.NewWithoutLayout(), order: look.Icon(sortMark(false)), brush: map[string]*Brush{}}
	h.order.SetMinSize(fyne.NewSquareSize(sortSize))
	h.order.Resize(fyne.NewSquareSize(sortSize))
	h.clip = container.NewClip(h.body)
	return h
}

// The mark of the order stands in the gap after a heading, so that a heading
// is not cut for it and stays over its numbers.
const (
	sortGap  float32 = 1
	sortSize float32 = 8
)

// headingWidth is what a heading needs.
func headingWidth(column Column) float32 {
	return look.Width(column.Title, look.SizeText, false)
}

// sortMark points up or down. Both are one drawing, so that they weigh the same.
func sortMark(down bool) fyne.Resource {
	up := look.Mark("icon-up")
	if !down {
		return up
	}
	return fyne.NewStaticResource("sorted-down-"+up.Name(), bytes.ReplaceAll(up.Content(), []byte("<path "), []byte(`<path transform="rotate(180 6 6)" `)))
}

// draw writes the headings anew, or only moves them.
func (h *header) draw(g *Grid, anew bool) {
	if anew {
		h.write(g)
	} else if h.left == g.left {
		return
	}
	h.left = g.left
	for i, object := range h.body.Objects {
		object.Move(fyne.NewPos(h.xs[i]-g.left, object.Position().Y))
	}
}

func (h *header) write(g *Grid) {
	h.body.Objects, h.xs = h.body.Objects[:0], h.xs[:0]
	for len(h.titles) < len(g.columns) {
		h.titles = append(h.titles, look.Text("", look.SizeText, look.Text2, false))
	}
	x := inset
	for i, column := range g.columns {
		width := g.widths[i]
		if width == 0 {
			continue
		}
		sorted, room, token := column.ID == g.sort, width-gap, look.Text2
		if sorted {
			token = look.Text1
		}
		if column.Painter != nil && column.Painter.Heading != nil {
			h.paint(column, x, room)
			if sorted {
				h.putOrder(g, x+room+sortGap)
			}
			x += width
			continue
		}
		title := h.titles[i]
		title.Text, title.Color = look.Cut(column.Title, room, look.SizeText, false), look.Color(token)
		wide := look.Width(title.Text, look.SizeText, false)
		at := x + beside(column.Align, room, wide)
		look.Place(title, at, (headerHeight-look.LineText)/2-1)
		title.Refresh()
		h.put(title, at)
		if sorted {
			h.putOrder(g, at+wide+sortGap)
		}
		x += width
	}
}

// paint has a column draw its own heading.
func (h *header) paint(column Column, x, room float32) {
	brush := h.brush[column.ID]
	if brush == nil {
		brush = &Brush{}
		h.brush[column.ID] = brush
	}
	brush.begin(room, headerHeight-2, func(object fyne.CanvasObject, left, top float32) {
		object.Move(fyne.NewPos(x+left, top))
		h.put(object, x+left)
	})
	column.Painter.Heading(brush)
}

func (h *header) putOrder(g *Grid, at float32) {
	h.order.Resource = sortMark(g.descending)
	h.order.Move(fyne.NewPos(0, (headerHeight-sortSize)/2))
	h.order.Refresh()
	h.put(h.order, at)
}

func (h *header) put(object fyne.CanvasObject, x float32) {
	h.body.Objects, h.xs = append(h.body.Objects, object), append(h.xs, x)
}

// beside gives where something of a width stands in its room.
func beside(align Align, room, width float32) float32 {
	switch align {
	case Right:
		return room - width
	case Centre:
		return (room - width) / 2
	}
	return 0
}
