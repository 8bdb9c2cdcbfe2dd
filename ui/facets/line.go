package facets

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// line is the objects of one row on the screen, used again for other rows.
type line struct {
	item    int
	version int
	words   *canvas.Text // label or title
	count   *canvas.Text
	link    *canvas.Text // opens the rest of a list, or clears a group
	end     *canvas.Text // of a line: the name of its last bucket
	bars    []*canvas.Rectangle
	bar     *canvas.Rectangle
	box     *canvas.Rectangle
	check   *canvas.Image
	mark    *canvas.Image // of a value, or that a group opens
	parts   []part
	opens   bool // the mark says that a title opens: it shows when closed or under the pointer
	closed  bool
}

// part is an object that shows, from the top left of the row.
type part struct {
	object fyne.CanvasObject
	x, y   float32
}

// Sizes within a row.
const (
	boxSize   float32 = 13
	checkSize float32 = 10
	markGap   float32 = 6
	leastTail float32 = 26 // kept free of bars for counts
	riseText  float32 = 1  // as look.Place raises every text

	// A picture without a window has a stroke on both sides of the edge of its
	// rectangle, the window has it inside: just under half a pixel further in,
	// and the rectangle a pixel smaller, both draw one sharp line.
	sharp float32 = 0.49
)

func newLine() *line {
	l := &line{item: -1, words: look.Text("", look.SizeText, look.Text1, false), count: look.Text("", look.SizeText, look.Text2, false), link: look.Text("", look.SizeNote, look.Accent, false), end: look.Text("", look.SizeNote, look.Text3, false),
		bar: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent), check: sized("icon-check.on_accent", checkSize), mark: sized("icon-right.text3", look.MarkSize)}
	l.box.StrokeWidth, l.box.CornerRadius = 1, look.RadiusCheck
	return l
}

func sized(name string, size float32) *canvas.Image {
	image := look.Icon(look.Mark(name))
	image.SetMinSize(fyne.NewSquareSize(size))
	image.Resize(fyne.NewSquareSize(size))
	return image
}

func (l *line) put(object fyne.CanvasObject, x, y float32) {
	l.parts = append(l.parts, part{object, x, y})
}

// fill writes a row into the line.
func (l *line) fill(f *Facets, at int, width float32) {
	l.item, l.version = at, f.version
	l.parts, l.opens = l.parts[:0], false
	it := f.items[at]
	group := f.groups[it.group]
	switch it.kind {
	case title:
		l.fillTitle(f.titleOf(group), f.facts[it.group].clear, f.closed[group.ID], width)
	case value:
		l.fillValue(group.Values[it.value], f.facts[it.group].tail, width)
	case span:
		l.fillSpan(f, it.group, width)
	case more:
		l.fillLink(strings.ReplaceAll(group.More, "{0}", strconv.Itoa(it.value)), width)
	case less:
		l.fillLink(group.Less, width)
	}
}

func (l *line) fillTitle(name, word string, closed bool, width float32) {
	right := width - inset
	if word != "" {
		write(l.link, word, look.Accent, false)
		right -= look.Width(word, look.SizeNote, false)
		l.put(l.link, right, headHeight-look.LineNote-3)
		right -= markGap
	}
	words := look.Cut(name, right-inset-look.MarkSize-markGap, look.SizeText, true)
	write(l.words, words, look.Text1, true)
	l.put(l.words, inset, 0)
	mark := "icon-down.text3"
	if closed {
		mark = "icon-right.text3"
	}
	show(l.mark, mark)
	l.opens, l.closed = true, closed
	l.put(l.mark, inset+look.Width(words, look.SizeText, true)+markGap, (headHeight-look.MarkSize)/2)
}

func (l *line) fillValue(v Value, tail, width float32) {
	x := inset + indent
	room := width - inset - tail - x // where the bar is, and the label at least
	if v.Share > 0 {
		tint(l.bar, look.Sunken)
		l.bar.Resize(fyne.NewSize(max(1, room*min(1, v.Share)), rowHeight-4))
		l.put(l.bar, x, 2)
	}
	fill := look.Surface
	if v.Checked || v.Excluded {
		fill = look.Accent
	}
	tint(l.box, fill)
	l.box.Resize(fyne.NewSquareSize(boxSize - 1))
	l.put(l.box, inset+sharp, (rowHeight-boxSize)/2+sharp)
	if v.Checked {
		show(l.check, "icon-check.on_accent")
		l.put(l.check, inset+(boxSize-checkSize)/2, (rowHeight-checkSize)/2)
	}
	if v.Excluded {
		show(l.check, "minus.on_accent")
		l.put(l.check, inset+(boxSize-checkSize)/2, (rowHeight-checkSize)/2)
	}
	token, muted := look.Text1, look.Text2
	if v.Zero && !v.Checked || v.Excluded {
		token, muted = look.Text3, look.Text3
	}
	count := look.Width(v.Count, look.SizeText, false)
	if v.Mark != "" {
		show(l.mark, v.Mark)
		l.put(l.mark, x, (rowHeight-look.MarkSize)/2)
		x += look.MarkSize + markGap
	}
	write(l.words, look.Cut(v.Label, width-inset-count-8-x, look.SizeText, false), token, false)
	l.put(l.words, x, -riseText)
	write(l.count, v.Count, muted, false)
	l.put(l.count, width-inset-count, -riseText)
}

func (l *line) fillLink(words string, width float32) {
	write(l.link, look.Cut(words, width-2*inset-indent, look.SizeNote, false), look.Accent, false)
	l.put(l.link, inset+indent, 0)
}

// write changes a text only where it differs: each change costs a new drawing.
func write(text *canvas.Text, content string, token look.Token, bold bool) {
	tone := look.Color(token)
	if text.Text == content && text.Color == tone && text.TextStyle.Bold == bold {
		return
	}
	text.Text, text.Color, text.TextStyle.Bold = content, tone, bold
	text.Resize(fyne.NewSize(look.Width(content, text.TextSize, bold)+2, look.LineOf(text.TextSize)))
	text.Refresh()
}

func show(image *canvas.Image, name string) {
	if resource := look.Mark(name); image.Resource != resource {
		image.Resource = resource
		image.Refresh()
	}
}

func tint(rectangle *canvas.Rectangle, token look.Token) {
	if tone := look.Color(token); rectangle.FillColor != tone {
		rectangle.FillColor = tone
		rectangle.Refresh()
	}
}

// place moves the line to its height and shows what is under the pointer: the
// box of a value in accent, the mark that a group can be closed.
func (l *line) place(f *Facets) {
	it := f.items[l.item]
	y := float32(math.Round(float64(it.y - f.top))) // letters between two pixels would blur
	for _, p := range l.parts {
		p.object.Move(fyne.NewPos(p.x, y+p.y))
	}
	under := l.item == f.hover
	l.mark.Hidden = l.opens && !l.closed && !under
	if it.kind == value {
		stroke := look.Line2
		if of := f.groups[it.group].Values[it.value]; under || of.Checked || of.Excluded {
			stroke = look.Accent
		}
		if tone := look.Color(stroke); l.box.StrokeColor != tone {
			l.box.StrokeColor = tone
			l.box.Refresh()
		}
	}
}

// appendTo adds what the line shows, from back to front.
func (l *line) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, p := range l.parts {
		objects = append(objects, p.object)
	}
	return objects
}
