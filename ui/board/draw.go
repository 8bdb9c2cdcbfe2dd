package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// columnRenderer draws what of a column can be seen.
type columnRenderer struct {
	column  *column
	ground  *canvas.Rectangle
	rule    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *columnRenderer) Layout(size fyne.Size) {
	if c := r.column; c.made != size || c.madeHead != c.head() {
		c.layItems()
	}
	r.Refresh()
}

func (r *columnRenderer) MinSize() fyne.Size           { return fyne.NewSize(emptyWidth, 80) }
func (r *columnRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *columnRenderer) Destroy()                     {}

func (r *columnRenderer) Refresh() {
	c := r.column
	size := c.Size()
	r.objects = r.objects[:0:0]
	r.ground.FillColor = look.Color(look.Bg)
	if c.board.drag.over(c) {
		r.ground.FillColor = look.Color(look.Select)
	}
	r.ground.Resize(size)
	r.put(r.ground)
	r.drawCards(size)
	r.drawHead(size)
	canvas.Refresh(c)
}

func (r *columnRenderer) put(objects ...fyne.CanvasObject) { r.objects = append(r.objects, objects...) }

// text puts a line of text, cut to a width.
func (r *columnRenderer) text(s string, x, y, width, size float32, token look.Token, bold bool) {
	text := look.Text(look.Cut(s, width, size, bold), size, token, bold)
	look.Place(text, x, y)
	r.put(text)
}

// drawHead shows title, figure and notes.
func (r *columnRenderer) drawHead(size fyne.Size) {
	c := r.column
	r.rule.FillColor = look.Color(look.Text1)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.put(r.rule)
	width := size.Width - 2*padding
	y := float32(headTop)
	r.text(c.data.Title, padding, y, width, look.SizeText, look.Text1, true)
	y += titleHeight
	r.text(c.data.Count, padding, y, width, look.SizeTitle, look.Text1, true)
	numberWidth := look.Width(c.data.Count, look.SizeTitle, true)
	under := canvas.NewRectangle(look.Color(look.Line2))
	under.Move(fyne.NewPos(padding, y+look.LineTitle-1))
	under.Resize(fyne.NewSize(numberWidth, 1))
	r.put(under)
	r.text(c.data.Unit, padding+numberWidth+unitGap, y+6, width-numberWidth-unitGap, look.SizeText, look.Text2, false)
	y += countHeight + 2
	for _, note := range c.notes(size.Width) {
		r.text(note, padding, y, width, look.SizeNote, look.Text2, false)
		y += noteHeight
	}
	if c.count == 0 && c.data.Empty != "" && c.board.lanes == nil {
		r.wrapped(c.data.Empty, padding, c.head()+8, width)
	}
}

// wrapped puts a short sentence on as many lines as it needs.
func (r *columnRenderer) wrapped(sentence string, x, y, width float32) {
	for _, line := range look.Wrap(sentence, width, look.SizeNote, false, 6) {
		r.text(line, x, y, width, look.SizeNote, look.Text3, false)
		y += noteHeight
	}
}

func (r *columnRenderer) drawCards(size fyne.Size) {
	c := r.column
	top := c.head()
	for _, it := range c.items {
		y := top + it.top
		if y > size.Height {
			return
		}
		if it.group != nil {
			n := strconv.Itoa(len(it.group.IDs))
			w := look.Width(n, look.SizeNote, true)
			r.text(it.group.Title, padding, y+5, size.Width-2*padding-w-4, look.SizeNote, look.Text2, false)
			r.text(n, size.Width-padding-w, y+5, w+2, look.SizeNote, look.Text1, true)
			continue
		}
		if len(it.cards) == 0 && c.board.lanes != nil {
			continue
		}
		if len(it.cards) == 0 {
			r.drawMore(it, y, size.Width-2*padding)
			continue
		}
		width := c.cardWidth()
		for i := range it.cards {
			r.drawCard(&it.cards[i], inset+float32(i)*(width+cardGap), y, width, it.height-cardGap)
		}
	}
}

// drawMore says under a group how many of its cards lie below, or above when
// none does.
func (r *columnRenderer) drawMore(it item, y, width float32) {
	c := r.column
	n, say := it.more, c.data.More
	if n == 0 {
		_, n = c.hidden(&c.sections[it.section])
		say = c.data.Above
	}
	if say != nil {
		r.text(say(n), padding, y+1, width, look.SizeNote, look.Accent, false)
	}
}

// moreHeight is the height of the line that says how many lie below.
const moreHeight = 20
