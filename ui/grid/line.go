package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// line is the objects of one row on the screen, used again for other rows.
type line struct {
	row     int
	version int
	group   bool
	ground  *canvas.Rectangle // hover, selection or group
	stroke  *canvas.Rectangle // at the left of a selected row
	rule    *canvas.Rectangle // above a row that the source divides from the one before; nil until needed
	places  []*place
	heading *groupLine
	parts   []part
	backed  bool // the ground shows
	stroked bool
	ruled   bool
	pinned  bool // what is put now belongs to a pinned column
}

// place is the objects that a cell may need; all but its text come when first
// needed.
type place struct {
	text  *canvas.Text
	mark  *canvas.Image
	tag   *canvas.Text
	box   *canvas.Rectangle // around the tag
	unit  *canvas.Text
	cut   bool   // not all of the text is drawn
	brush *Brush // of a cell that its column's painter draws
}

// groupLine is the objects of the heading of a group.
type groupLine struct {
	open                      *canvas.Image
	title, count, note, total *canvas.Text
	opens                     *canvas.Rectangle // under a count that opens
}

// part is an object of the row that shows, from the left end of the row and
// the top of a line of text.
type part struct {
	object  fyne.CanvasObject
	x, y    float32
	pinned  bool
	scrolls bool // of the heading of a group: it goes along with its column
}

// Spaces within a cell.
const (
	markGap  float32 = 6
	tagGap   float32 = 5
	tagInset float32 = 3
	tagHigh  float32 = 15
	groupGap float32 = 8
	riseText float32 = 1 // as look.Place raises every text

	// A picture without a window has a stroke on both sides of the edge of its
	// rectangle, the window has it inside: just under half a pixel further in,
	// and the rectangle a pixel smaller, both draw one sharp line.
	sharp float32 = 0.49
)

func newLine() *line {
	return &line{row: -1, ground: canvas.NewRectangle(color.Transparent), stroke: canvas.NewRectangle(color.Transparent)}
}

// fill writes a row into the line.
func (l *line) fill(g *Grid, row int) {
	l.row, l.version = row, g.version
	l.parts = l.parts[:0]
	group, isGroup := g.source.Group(row)
	l.group = isGroup
	if l.ruled = g.divides(row); l.ruled && l.rule == nil {
		l.rule = canvas.NewRectangle(color.Transparent)
	}
	if isGroup {
		l.fillGroup(g, group)
		return
	}
	for len(l.places) < len(g.columns) {
		l.places = append(l.places, &place{text: look.Text("", look.SizeText, look.Text1, false)})
	}
	x := inset
	last, _ := g.pinned()
	for i, column := range g.columns {
		l.pinned = i <= last
		switch {
		case g.widths[i] == 0:
			continue
		case column.Painter != nil:
			l.paintCell(g, l.places[i], column.Painter, x, g.widths[i]-gap)
		default:
			l.fillCell(l.places[i], g.source.Cell(row, column.ID), column.Align, x, g.widths[i]-gap)
		}
		x += g.widths[i]
	}
}

// paintCell has a column's painter draw the cell: within the whole row, where
// texts stand on the line in its middle.
func (l *line) paintCell(g *Grid, p *place, painter *Painter, x, room float32) {
	if p.brush == nil {
		p.brush = &Brush{}
	}
	above := (g.rowHeight - look.LineText) / 2
	p.brush.begin(room, g.rowHeight, func(object fyne.CanvasObject, left, top float32) { l.put(object, x+left, top-above) })
	painter.Cell(p.brush, l.row)
}

func (l *line) put(object fyne.CanvasObject, x, y float32) {
	l.parts = append(l.parts, part{object: object, x: x, y: y, pinned: l.pinned})
}

// before is the width of what stands before the text of a cell.
func before(cell Cell) float32 {
	width := float32(0)
	if cell.Mark != "" {
		width += look.MarkSize + markGap
	}
	if cell.Tag != "" {
		width += look.Width(cell.Tag, look.SizeNote, false) + 2*tagInset + tagGap
	}
	if cell.Unit != "" {
		width += look.Width(cell.Unit, look.SizeNote, false) + tagGap
	}
	return width
}

// cellWidth is what a cell needs so that nothing of it is cut.
func cellWidth(cell Cell) float32 {
	return before(cell) + look.Width(cell.Text, look.SizeText, cell.Bold)
}

func (l *line) fillCell(p *place, cell Cell, align Align, x, room float32) {
	lead := before(cell)
	text := look.Cut(cell.Text, max(0, room-lead), look.SizeText, cell.Bold)
	p.cut = text != cell.Text
	x += max(0, beside(align, room, lead+look.Width(text, look.SizeText, cell.Bold)))
	if cell.Mark != "" {
		resource := look.Mark(cell.Mark)
		if p.mark == nil {
			p.mark = look.Icon(resource)
		} else if p.mark.Resource != resource {
			p.mark.Resource = resource
			p.mark.Refresh()
		}
		l.put(p.mark, x, (look.LineText-look.MarkSize)/2)
		x += look.MarkSize + markGap
	}
	if cell.Tag != "" {
		x = l.putTag(p, cell.Tag, x)
	}
	if cell.Unit != "" {
		if p.unit == nil {
			p.unit = look.Text("", look.SizeNote, look.Text3, false)
		}
		write(p.unit, cell.Unit, look.Text3, false)
		l.put(p.unit, x, (look.LineText-look.LineNote)/2)
		x += look.Width(cell.Unit, look.SizeNote, false) + tagGap
	}
	if text != "" {
		write(p.text, text, cell.Token, cell.Bold)
		l.put(p.text, x, -riseText)
	}
}

// putTag draws a tag in its frame and gives where the text begins.
func (l *line) putTag(p *place, tag string, x float32) float32 {
	if p.tag == nil {
		p.tag = look.Text("", look.SizeNote, look.Text3, false)
		p.box = canvas.NewRectangle(color.Transparent)
		p.box.StrokeWidth, p.box.CornerRadius = 1, look.RadiusCheck
	}
	if tone := look.Color(look.Line2); p.box.StrokeColor != tone {
		p.box.StrokeColor = tone
		p.box.Refresh()
	}
	width := look.Width(tag, look.SizeNote, false) + 2*tagInset
	p.box.Resize(fyne.NewSize(width-1, tagHigh-1))
	write(p.tag, tag, look.Text3, false)
	l.put(p.box, x+sharp, (look.LineText-tagHigh-1)/2+sharp)
	l.put(p.tag, x+tagInset, (look.LineText-look.LineNote)/2-riseText)
	return x + width + tagGap
}

// fillGroup writes the heading of a group: its title, how many rows it has,
// and what is said of them.
func (l *line) fillGroup(g *Grid, group GroupRow) {
	if l.heading == nil {
		text := func() *canvas.Text { return look.Text("", look.SizeText, look.Text1, false) }
		l.heading = &groupLine{title: text(), count: text(), note: text(), total: text(), opens: canvas.NewRectangle(color.Transparent)}
	}
	x := inset + indent(group)
	if g.OnGroup != nil {
		name := "icon-down.text3"
		if group.Closed {
			name = "icon-right.text3"
		}
		if resource := look.Mark(name); l.heading.open == nil {
			l.heading.open = look.Icon(resource)
		} else if l.heading.open.Resource != resource {
			l.heading.open.Resource = resource
			l.heading.open.Refresh()
		}
		l.put(l.heading.open, x, (look.LineText-look.MarkSize)/2)
		x += look.MarkSize + groupGap - 4
	}
	room := l.fillTotal(g, group, x)
	for _, word := range []struct {
		object *canvas.Text
		text   string
		token  look.Token
		bold   bool
	}{{l.heading.title, group.Title, look.Text1, true}, {l.heading.count, group.Count, look.Text1, false}, {l.heading.note, group.Note, look.Text2, false}} {
		text := look.Cut(word.text, max(0, room-x), look.SizeText, word.bold)
		if text == "" {
			continue
		}
		write(word.object, text, word.token, word.bold)
		l.put(word.object, x, -riseText)
		if word.object == l.heading.count && g.OnCount != nil {
			l.heading.opens.FillColor = look.Color(look.Line2)
			l.heading.opens.Resize(fyne.NewSize(look.Width(text, look.SizeText, word.bold), 1))
			l.put(l.heading.opens, x, look.LineText-2)
		}
		x += look.Width(text, look.SizeText, word.bold) + groupGap
	}
}

// levelIndent is how far the heading of a group stands in from that of the
// group around it.
const levelIndent float32 = 16

func indent(group GroupRow) float32 { return float32(group.Level) * levelIndent }

// fillTotal writes what a group adds up to at the right end of its column and
// gives where that begins.
func (l *line) fillTotal(g *Grid, group GroupRow, from float32) float32 {
	end := g.Size().Width - gap
	at := g.indexOf(group.In)
	if group.Total == "" || at < 0 || g.widths[at] == 0 {
		return end
	}
	right := inset - gap
	for i := range at + 1 {
		right += g.widths[i]
	}
	x := right - look.Width(group.Total, look.SizeText, false)
	if x < from+look.Width(group.Title, look.SizeText, true)+look.Width(group.Count, look.SizeText, false)+2*groupGap {
		return end // a number is never cut
	}
	write(l.heading.total, group.Total, look.Text2, false)
	l.put(l.heading.total, x, -riseText)
	l.parts[len(l.parts)-1].scrolls = true
	return x - groupGap
}

// write changes a text only where it differs: each change costs a new drawing.
func write(text *canvas.Text, content string, token look.Token, bold bool) {
	tone := look.Color(token)
	if text.Text == content && text.Color == tone && text.TextStyle.Bold == bold {
		return
	}
	text.Text, text.Color, text.TextStyle.Bold = content, tone, bold
	size := fyne.NewSize(look.Width(content, text.TextSize, bold)+2, look.LineOf(text.TextSize))
	if size == text.Size() {
		text.Refresh()
		return
	}
	text.Resize(size) // draws anew by itself
}

// place moves the line to its height and shows what it is: a heading, selected,
// under the pointer. A heading stays where it is when columns are scrolled.
func (l *line) place(g *Grid, y, width float32) {
	token := look.Surface
	l.stroked = !l.group && g.selected.contains(l.row) || l.group && l.row == g.cursor && g.focused
	switch {
	case l.group && l.row == g.cursor && g.focused:
		token = look.Select
	case l.group:
		token = look.Bg
	case l.stroked:
		token = look.Select
	case l.row == g.hover:
		token = look.Hover
	}
	l.backed = token != look.Surface
	if l.backed {
		tint(l.ground, token)
		l.ground.Move(fyne.NewPos(0, y))
		l.ground.Resize(fyne.NewSize(width, g.rowHeight))
	}
	if l.stroked {
		tint(l.stroke, look.Accent)
		l.stroke.Move(fyne.NewPos(0, y))
		l.stroke.Resize(fyne.NewSize(3, g.rowHeight))
	}
	if l.ruled {
		tint(l.rule, look.Line2)
		l.rule.Move(fyne.NewPos(0, y))
		l.rule.Resize(fyne.NewSize(width, 1))
	}
	edge := g.pinEdge()
	top := y + (g.rowHeight-look.LineText)/2
	for _, p := range l.parts {
		x := p.x
		switch {
		case p.scrolls:
			x -= g.left
		case !l.group && !(p.pinned && edge > 0):
			x -= g.left + edge
		}
		p.object.Move(fyne.NewPos(x, top+p.y))
	}
}

func tint(rectangle *canvas.Rectangle, token look.Token) {
	if tone := look.Color(token); rectangle.FillColor != tone {
		rectangle.FillColor = tone
		rectangle.Refresh()
	}
}

// appendTo adds what the line shows, from back to front.
func (l *line) appendTo(r *renderer, pinning bool) {
	if l.backed {
		r.under.Objects = append(r.under.Objects, l.ground)
	}
	if l.stroked {
		r.under.Objects = append(r.under.Objects, l.stroke)
	}
	if l.ruled {
		r.under.Objects = append(r.under.Objects, l.rule)
	}
	for _, p := range l.parts {
		switch {
		case l.group:
			r.under.Objects = append(r.under.Objects, p.object)
		case p.pinned && pinning:
			r.still.Objects = append(r.still.Objects, p.object)
		default:
			r.body.Objects = append(r.body.Objects, p.object)
		}
	}
}

// overCount reports whether a place lies on the count in the heading of a group.
func (g *Grid) overCount(group GroupRow, x float32) bool {
	start := inset + indent(group)
	if g.OnGroup != nil {
		start += look.MarkSize + groupGap - 4
	}
	if group.Title != "" {
		start += look.Width(group.Title, look.SizeText, true) + groupGap
	}
	return g.OnCount != nil && x >= start-groupGap/2 && x < start+look.Width(group.Count, look.SizeText, false)+groupGap/2
}
