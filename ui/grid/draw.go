package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// line is the objects of one row on the screen, used again for other rows.
type line struct {
	row     int
	version int
	ground  *canvas.Rectangle // hover, selection or group
	texts   []*canvas.Text
	marks   []*canvas.Image
	tags    []*canvas.Text
}

type renderer struct {
	grid    *Grid
	ground  *canvas.Rectangle
	header  *canvas.Rectangle
	rule    *canvas.Rectangle
	titles  []*canvas.Text
	order   *canvas.Image
	bar     *canvas.Rectangle
	focus   *canvas.Rectangle
	body    *fyne.Container
	clip    *container.Clip
	top     *fyne.Container // headings, clipped by their own
	topClip *container.Clip
	lines   []*line
	width   float32
	variant fyne.ThemeVariant
}

// CreateRenderer makes what draws the grid.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{grid: g, ground: canvas.NewRectangle(color.Transparent), header: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent),
		order: look.Icon(look.Mark("icon-up")), bar: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent),
		body: container.NewWithoutLayout(), top: container.NewWithoutLayout()}
	r.focus.StrokeWidth = 2
	r.bar.CornerRadius = 3
	r.clip, r.topClip = container.NewClip(r.body), container.NewClip(r.top)
	return r
}

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the grid.
func (r *renderer) MinSize() fyne.Size { return r.grid.MinSize() }

// Objects lists what is drawn, from back to front.
func (r *renderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.clip, r.header, r.topClip, r.rule, r.bar}
	if r.grid.rowCount() == 0 && r.grid.empty != nil {
		objects = append(objects, r.grid.empty)
	}
	return append(objects, r.focus)
}

// Layout gives everything its place.
func (r *renderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.header.Resize(fyne.NewSize(size.Width, headerHeight))
	r.rule.Move(fyne.NewPos(0, headerHeight-1))
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.clip.Move(fyne.NewPos(0, headerHeight))
	r.clip.Resize(fyne.NewSize(size.Width, max(0, size.Height-headerHeight)))
	r.body.Resize(r.clip.Size())
	r.topClip.Resize(fyne.NewSize(size.Width, headerHeight-1))
	r.top.Resize(r.topClip.Size())
	r.focus.Resize(size)
	if r.width != size.Width {
		r.width = size.Width
		r.grid.version++
	}
	r.grid.clamp()
	r.draw(size)
}

// Refresh draws what changed.
func (r *renderer) Refresh() {
	if variant := look.Variant(); variant != r.variant {
		r.variant = variant
		r.grid.version++
	}
	r.draw(r.grid.Size())
	canvas.Refresh(r.grid)
}

func (r *renderer) draw(size fyne.Size) {
	g := r.grid
	r.ground.FillColor, r.header.FillColor, r.rule.FillColor = look.Color(look.Surface), look.Color(look.Bg), look.Color(look.Text1)
	g.layColumns(size.Width)
	r.drawHeader()
	r.drawRows(size)
	r.drawBar(size)
	r.focus.StrokeColor = color.Transparent
	if g.focused {
		r.focus.StrokeColor = look.Color(look.Accent)
	}
	if g.empty != nil {
		g.empty.Move(fyne.NewPos(0, headerHeight))
		g.empty.Resize(fyne.NewSize(size.Width, max(0, size.Height-headerHeight)))
	}
}

func (r *renderer) drawHeader() {
	g := r.grid
	r.top.Objects = r.top.Objects[:0]
	r.titles = r.titles[:0]
	x := -g.left
	for i, column := range g.columns {
		width := g.widths[i]
		sorted := column.ID == g.sort
		room := width - 2*padding
		if sorted {
			room -= look.MarkSize + 4
		}
		title := look.Text(look.Cut(column.Title, room, look.SizeText, sorted), look.SizeText, look.Text2, sorted)
		if sorted {
			title.Color = look.Color(look.Text1)
		}
		at := x + padding
		wide := look.Width(title.Text, look.SizeText, sorted)
		if column.Align == Right {
			at = x + width - padding - wide
			if sorted {
				at -= look.MarkSize + 4
			}
		}
		title.Move(fyne.NewPos(at, (headerHeight-look.LineText)/2))
		title.Resize(fyne.NewSize(wide+2, look.LineText))
		r.titles = append(r.titles, title)
		r.top.Objects = append(r.top.Objects, title)
		if sorted {
			name := "icon-up"
			if g.descending {
				name = "icon-down"
			}
			r.order.Resource = look.Mark(name)
			r.order.Move(fyne.NewPos(at+wide+4, (headerHeight-look.MarkSize)/2))
			r.order.Refresh()
			r.top.Objects = append(r.top.Objects, r.order)
		}
		x += width
	}
}

// drawRows fills the lines that can be seen. A row keeps its line while it is
// seen; a line takes a new row only when its old one is out of sight.
func (r *renderer) drawRows(size fyne.Size) {
	g := r.grid
	height := float64(g.rowHeight)
	first := int(g.top / height)
	seen := min(g.rowCount()-first, int(g.page()/height)+2)
	slots := int(g.page()/height) + 3
	for len(r.lines) < slots {
		r.lines = append(r.lines, &line{row: -1, ground: canvas.NewRectangle(color.Transparent)})
	}
	r.body.Objects = r.body.Objects[:0]
	for row := first; row < first+seen; row++ {
		slot := r.lines[row%len(r.lines)]
		y := float32(float64(row)*height - g.top)
		if slot.row != row || slot.version != g.version {
			r.fill(slot, row)
		}
		r.place(slot, y, size.Width)
	}
}

// fill writes a row into a line.
func (r *renderer) fill(slot *line, row int) {
	g := r.grid
	slot.row, slot.version = row, g.version
	for len(slot.texts) < len(g.columns)+1 {
		slot.texts = append(slot.texts, look.Text("", look.SizeText, look.Text1, false))
		slot.tags = append(slot.tags, look.Text("", 9, look.Text3, false))
		slot.marks = append(slot.marks, nil)
	}
	for i := range slot.texts {
		slot.texts[i].Hidden, slot.tags[i].Hidden = true, true
		if slot.marks[i] != nil {
			slot.marks[i].Hidden = true
		}
	}
	if group, ok := g.source.Group(row); ok {
		r.write(slot.texts[0], group.Title, look.Text1, true)
		r.write(slot.texts[1], group.Count, look.Text2, false)
		return
	}
	for i, column := range g.columns {
		cell := g.source.Cell(row, column.ID)
		room := g.widths[i] - 2*padding
		if cell.Mark != "" {
			room -= look.MarkSize + 6
			if slot.marks[i] == nil {
				slot.marks[i] = look.Icon(look.Mark(cell.Mark))
			} else if resource := look.Mark(cell.Mark); slot.marks[i].Resource != resource {
				slot.marks[i].Resource = resource
				slot.marks[i].Refresh()
			}
			slot.marks[i].Hidden = false
		}
		if cell.Tag != "" {
			tag := look.Width(cell.Tag, 9, false)
			if look.Width(cell.Text, look.SizeText, cell.Bold)+tag+6 > room {
				room -= tag + 6
			}
			r.write(slot.tags[i], cell.Tag, look.Text3, false)
		}
		r.write(slot.texts[i], look.Cut(cell.Text, room, look.SizeText, cell.Bold), cell.Token, cell.Bold)
	}
}

// write changes a text only where it differs: each change costs a new drawing.
func (r *renderer) write(text *canvas.Text, content string, token look.Token, bold bool) {
	text.Hidden = content == ""
	tone := look.Color(token)
	if text.Text == content && text.Color == tone && text.TextStyle.Bold == bold {
		return
	}
	text.Text, text.Color, text.TextStyle.Bold = content, tone, bold
	text.Resize(fyne.NewSize(look.Width(content, text.TextSize, bold)+2, look.LineText))
	text.Refresh()
}

// place moves a line to its height and adds it to what is drawn.
func (r *renderer) place(slot *line, y, width float32) {
	g := r.grid
	group, isGroup := g.source.Group(slot.row)
	ground := color.Color(color.Transparent)
	switch {
	case isGroup:
		ground = look.Color(look.Bg)
	case g.isSelected(slot.row):
		ground = look.Color(look.Select)
	case slot.row == g.hover:
		ground = look.Color(look.Hover)
	}
	if slot.ground.FillColor != ground {
		slot.ground.FillColor = ground
		slot.ground.Refresh()
	}
	slot.ground.Move(fyne.NewPos(0, y))
	slot.ground.Resize(fyne.NewSize(width, g.rowHeight))
	r.body.Objects = append(r.body.Objects, slot.ground)
	line := y + (g.rowHeight-look.LineText)/2
	if isGroup {
		slot.texts[0].Move(fyne.NewPos(padding, line))
		slot.texts[1].Move(fyne.NewPos(padding+look.Width(group.Title, look.SizeText, true)+8, line))
		r.body.Objects = append(r.body.Objects, slot.texts[0], slot.texts[1])
		return
	}
	x := -g.left
	for i, column := range g.columns {
		text, at := slot.texts[i], x+padding
		if mark := slot.marks[i]; mark != nil && !mark.Hidden {
			mark.Move(fyne.NewPos(at, y+(g.rowHeight-look.MarkSize)/2))
			r.body.Objects = append(r.body.Objects, mark)
			at += look.MarkSize + 6
		}
		if column.Align == Right {
			at = x + g.widths[i] - padding - look.Width(text.Text, look.SizeText, text.TextStyle.Bold)
		}
		if !text.Hidden {
			text.Move(fyne.NewPos(at, line))
			r.body.Objects = append(r.body.Objects, text)
		}
		if tag := slot.tags[i]; !tag.Hidden {
			tag.Move(fyne.NewPos(at+look.Width(text.Text, look.SizeText, text.TextStyle.Bold)+6, line+1))
			r.body.Objects = append(r.body.Objects, tag)
		}
		x += g.widths[i]
	}
}

func (r *renderer) drawBar(size fyne.Size) {
	g := r.grid
	total := float64(g.rowCount()) * float64(g.rowHeight)
	page := g.page()
	r.bar.Hidden = total <= page || page <= 0
	if r.bar.Hidden {
		return
	}
	length := max(24, float32(page*page/total))
	place := float32(g.top / (total - page) * (page - float64(length)))
	r.bar.FillColor = look.Color(look.Line2)
	r.bar.Move(fyne.NewPos(size.Width-8, headerHeight+place))
	r.bar.Resize(fyne.NewSize(6, length))
}
