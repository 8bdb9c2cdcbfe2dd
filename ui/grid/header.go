package grid

import (
	"bytes"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// header is the line of headings.
type header struct {
	body   *fyne.Container
	clip   *container.Clip
	still  *fyne.Container // headings of pinned columns
	stays  *container.Clip
	titles []*canvas.Text
	brush  map[string]*Brush // of the headings that columns paint
	orders []*orderMark
	parts  []headingPart
	left   float32
	edge   float32
}

// headingPart is an object of the headings and where it stands before
// scrolling.
type headingPart struct {
	object fyne.CanvasObject
	x      float32
	pinned bool
}

// orderMark shows that a column orders the rows: a mark that points up or
// down, and, where several columns do, which place this one has.
type orderMark struct {
	mark  *canvas.Image
	place *canvas.Text
}

func newHeader() *header {
	h := &header{body: container.NewWithoutLayout(), still: container.NewWithoutLayout(), brush: map[string]*Brush{}}
	h.clip, h.stays = container.NewClip(h.body), container.NewClip(h.still)
	return h
}

// The mark of the order stands in the gap after a heading, so that a heading
// is not cut for it and stays over its numbers.
const (
	sortGap   float32 = 1
	sortSize  float32 = 8
	sortPlace float32 = 7 // the number of the place beside it
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
	edge := g.pinEdge()
	if anew {
		h.write(g)
	} else if h.left == g.left && h.edge == edge {
		return
	}
	h.left, h.edge = g.left, edge
	h.clip.Move(fyne.NewPos(edge, 1))
	h.clip.Resize(fyne.NewSize(max(0, g.Size().Width-edge), headerHeight-2))
	h.body.Resize(h.clip.Size())
	h.stays.Resize(fyne.NewSize(edge, headerHeight-2))
	h.still.Resize(h.stays.Size())
	h.body.Objects, h.still.Objects = h.body.Objects[:0], h.still.Objects[:0]
	for _, part := range h.parts {
		if part.pinned && edge > 0 {
			part.object.Move(fyne.NewPos(part.x, part.object.Position().Y))
			h.still.Objects = append(h.still.Objects, part.object)
			continue
		}
		part.object.Move(fyne.NewPos(part.x-g.left-edge, part.object.Position().Y))
		h.body.Objects = append(h.body.Objects, part.object)
	}
}

func (h *header) write(g *Grid) {
	h.parts = h.parts[:0]
	for len(h.titles) < len(g.columns) {
		h.titles = append(h.titles, look.Text("", look.SizeText, look.Text2, false))
	}
	last, _ := g.pinned()
	x := inset
	for i, column := range g.columns {
		width := g.widths[i]
		if width == 0 {
			continue
		}
		order, _ := g.sortedBy(column.ID)
		room, token := width-gap, look.Text2
		if order > 0 {
			token = look.Text1
			if len(g.sorts) > 1 {
				room -= sortPlace
			}
		}
		if column.Painter != nil && column.Painter.Heading != nil {
			h.paint(column, x, width-gap, i <= last)
			if order > 0 {
				h.putOrder(g, column.ID, x+room+sortGap, i <= last)
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
		h.put(title, at, i <= last)
		if order > 0 {
			h.putOrder(g, column.ID, at+wide+sortGap, i <= last)
		}
		x += width
	}
}

// paint has a column draw its own heading.
func (h *header) paint(column Column, x, room float32, pinned bool) {
	brush := h.brush[column.ID]
	if brush == nil {
		brush = &Brush{}
		h.brush[column.ID] = brush
	}
	brush.begin(room, headerHeight-2, func(object fyne.CanvasObject, left, top float32) {
		object.Move(fyne.NewPos(x+left, top))
		h.put(object, x+left, pinned)
	})
	column.Painter.Heading(brush)
}

// putOrder draws the mark of a column that orders the rows.
func (h *header) putOrder(g *Grid, column string, at float32, pinned bool) {
	place, descending := g.sortedBy(column)
	for len(h.orders) < place {
		o := &orderMark{mark: look.Icon(sortMark(false)), place: look.Text(strconv.Itoa(len(h.orders)+1), look.SizeNote, look.Text1, false)}
		o.mark.SetMinSize(fyne.NewSquareSize(sortSize))
		o.mark.Resize(fyne.NewSquareSize(sortSize))
		h.orders = append(h.orders, o)
	}
	o := h.orders[place-1]
	o.mark.Resource = sortMark(descending)
	o.mark.Move(fyne.NewPos(0, (headerHeight-sortSize)/2))
	o.mark.Refresh()
	h.put(o.mark, at, pinned)
	if len(g.sorts) < 2 {
		return
	}
	o.place.Color = look.Color(look.Text1)
	look.Place(o.place, 0, (headerHeight-look.LineNote)/2-1)
	o.place.Refresh()
	h.put(o.place, at+sortSize+sortGap, pinned)
}

func (h *header) put(object fyne.CanvasObject, x float32, pinned bool) {
	h.parts = append(h.parts, headingPart{object, x, pinned})
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
