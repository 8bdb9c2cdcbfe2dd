package facets

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

type renderer struct {
	facets *Facets
	ground *canvas.Rectangle
	body   *fyne.Container
	clip   *container.Clip
}

// CreateRenderer makes what draws the column.
func (f *Facets) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{facets: f, ground: canvas.NewRectangle(look.Color(look.Bg)), body: container.NewWithoutLayout()}
	r.clip = container.NewClip(r.body)
	return r
}

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the column.
func (r *renderer) MinSize() fyne.Size { return r.facets.MinSize() }

// Objects lists what is drawn.
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.clip} }

// Layout gives everything its place.
func (r *renderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.clip.Resize(size)
	r.body.Resize(size)
	r.facets.clamp()
	r.draw(size)
}

// Refresh draws the column anew.
func (r *renderer) Refresh() {
	r.draw(r.facets.Size())
	canvas.Refresh(r.facets)
}

func (r *renderer) put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
	r.body.Objects = append(r.body.Objects, object)
}

func (r *renderer) rect(token look.Token, x, y, width, height float32) *canvas.Rectangle {
	rectangle := canvas.NewRectangle(look.Color(token))
	r.put(rectangle, x, y, width, height)
	return rectangle
}

func (r *renderer) text(s string, x, y, room float32, token look.Token, bold bool) {
	s = look.Cut(s, room, look.SizeText, bold)
	r.put(look.Text(s, look.SizeText, token, bold), x, y, look.Width(s, look.SizeText, bold)+2, look.LineText)
}

// draw lays out the rows that can be seen.
func (r *renderer) draw(size fyne.Size) {
	f := r.facets
	r.ground.FillColor = look.Color(look.Bg)
	r.body.Objects = r.body.Objects[:0]
	for i, it := range f.items {
		y := it.y - f.top
		if y+headHeight < 0 || y > size.Height {
			continue
		}
		group := &f.groups[it.group]
		switch it.value {
		case -1:
			r.heading(group, y, size.Width)
		case -2:
			hidden := 0
			for v := firstShown; v < len(group.Values); v++ {
				if !group.Values[v].Checked {
					hidden++
				}
			}
			r.text(strings.ReplaceAll(group.More, "{0}", strconv.Itoa(hidden)), inset+20, y, size.Width-2*inset-20, look.Accent, false)
		default:
			r.value(&group.Values[it.value], y, size.Width, i == f.hover)
		}
		if f.focused && i == f.cursor {
			frame := canvas.NewRectangle(color.Transparent)
			frame.StrokeColor, frame.StrokeWidth = look.Color(look.Accent), 2
			height := rowHeight
			if it.value == -1 {
				height = headHeight
			}
			r.put(frame, 2, y, size.Width-4, height)
		}
	}
	if f.height > size.Height && size.Height > 0 {
		length := max(24, size.Height*size.Height/f.height)
		bar := r.rect(look.Line2, size.Width-5, f.top/(f.height-size.Height)*(size.Height-length), 3, length)
		bar.CornerRadius = 1.5
	}
}

func (r *renderer) heading(group *Group, y, width float32) {
	if r.facets.items[0].group != 0 || group != &r.facets.groups[0] {
		r.rect(look.Line, inset, y, width-2*inset, 1)
	}
	r.text(group.Title, inset, y+6, width-2*inset-20, look.Text1, true)
	name := "icon-down"
	if r.facets.closed[group.ID] {
		name = "icon-right"
	}
	r.put(look.Icon(look.Mark(name)), width-inset-look.MarkSize, y+10, look.MarkSize, look.MarkSize)
}

func (r *renderer) value(v *Value, y, width float32, hover bool) {
	if hover {
		r.rect(look.Hover, 4, y, width-8, rowHeight)
	}
	count := look.Width(v.Count, look.SizeText, false)
	x := inset + 20
	if v.Share > 0 {
		r.rect(look.Sunken, x-4, y+2, (width-inset-x+4)*v.Share, rowHeight-4)
	}
	box := canvas.NewRectangle(look.Color(look.Surface))
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = look.RadiusCheck, 1, look.Color(look.Line2)
	if v.Checked {
		box.FillColor, box.StrokeColor = look.Color(look.Accent), look.Color(look.Accent)
	}
	r.put(box, inset, y+4, 13, 13)
	if v.Checked {
		r.put(look.Icon(look.Mark("icon-check.on_accent")), inset+1, y+5, 11, 11)
	}
	token := look.Text1
	if v.Zero {
		token = look.Text3
	}
	r.text(v.Label, x, y, width-inset-x-count-6, token, false)
	r.put(look.Text(v.Count, look.SizeText, look.Text2, false), width-inset-count, y, count+2, look.LineText)
}
