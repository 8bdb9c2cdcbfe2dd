package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Heights inside a column.
const (
	headTop     = 6
	titleHeight = 22
	countHeight = 28
	noteHeight  = 16
	groupHeight = 24
	cardHeight  = 80
	cardGap     = 4
	inset       = 4
	padding     = 8

	unitGap       = 6 // between the figure and what it counts
	mostNoteLines = 3
)

// item is one line of a column below its head: a group heading or a row of
// one or two cards.
type item struct {
	top, height float32
	group       *Group
	cards       []Card
}

// column is one column of the board: a head that stays and cards that scroll.
type column struct {
	widget.BaseWidget

	board  *Board
	data   Column
	cards  []Card
	items  []item
	height float32 // of all items together
	offset float32
	hover  string
	made   float32 // width for which the items were laid out
}

func newColumn(b *Board) *column {
	c := &column{board: b}
	c.ExtendBaseWidget(c)
	return c
}

func (c *column) set(data Column) {
	c.data = data
	c.cards = c.cards[:0:0]
	for _, group := range data.Groups {
		c.cards = append(c.cards, group.Cards...)
	}
	c.made = 0
	c.layItems()
}

func (c *column) abreast() int {
	if len(c.cards) >= twoAbreastMin {
		return 2
	}
	return 1
}

// layItems gives every heading and row of cards its place.
func (c *column) layItems() {
	c.items = c.items[:0]
	top := float32(0)
	put := func(it item) {
		it.top = top
		top += it.height
		c.items = append(c.items, it)
	}
	for i := range c.data.Groups {
		group := &c.data.Groups[i]
		if len(group.Cards) == 0 {
			continue
		}
		put(item{height: groupHeight, group: group})
		for rest := group.Cards; len(rest) > 0; {
			n := min(c.abreast(), len(rest))
			height := float32(cardHeight)
			for _, card := range rest[:n] {
				height = max(height, c.endOf(&card).height)
			}
			put(item{height: height + cardGap, cards: rest[:n]})
			rest = rest[n:]
		}
	}
	c.height = top
}

// least is the width at which neither title nor figure of the column is cut.
func (c *column) least() float32 {
	figure := look.Width(c.data.Count, look.SizeTitle, true) + unitGap + look.Width(c.data.Unit, look.SizeText, false)
	return max(look.Width(c.data.Title, look.SizeText, true), figure) + 2*padding + 1
}

// headFor is the height at a width of what stays: title, figure and notes.
func (c *column) headFor(width float32) float32 {
	return headTop + titleHeight + countHeight + float32(len(c.notes(width)))*noteHeight + 6
}

// notes gives the lines under the figure: sums are wrapped, never cut.
func (c *column) notes(width float32) []string {
	var lines []string
	for _, note := range c.data.Notes {
		lines = append(lines, look.Wrap(note, width-2*padding, look.SizeNote, false, mostNoteLines)...)
	}
	return lines
}

// head is the height of what stays, the same in all columns.
func (c *column) head() float32 { return c.board.head }

func (c *column) page() float32 { return max(0, c.Size().Height-c.head()) }

func (c *column) scrollTo(offset float32) {
	c.offset = max(0, min(offset, c.height-c.page()+padding))
	c.Refresh()
}

// reveal scrolls a card into sight.
func (c *column) reveal(cardID string) {
	for _, it := range c.items {
		for _, card := range it.cards {
			if card.ID != cardID {
				continue
			}
			if it.top < c.offset {
				c.scrollTo(it.top)
			} else if it.top+it.height > c.offset+c.page() {
				c.scrollTo(it.top + it.height - c.page())
			}
			return
		}
	}
}

// cardAt finds the card under a point of the column.
func (c *column) cardAt(at fyne.Position) (string, bool) {
	y := at.Y - c.head()
	if y < 0 {
		return "", false
	}
	y += c.offset
	for _, it := range c.items {
		if y < it.top || y >= it.top+it.height-cardGap || len(it.cards) == 0 {
			continue
		}
		width := c.cardWidth()
		n := int((at.X - inset) / (width + cardGap))
		if n >= 0 && n < len(it.cards) {
			return it.cards[n].ID, true
		}
	}
	return "", false
}

func (c *column) cardWidth() float32 {
	n := float32(c.abreast())
	return (c.Size().Width - 2*inset - (n-1)*cardGap) / n
}

// Scrolled moves the cards; sideways it moves the whole board.
func (c *column) Scrolled(event *fyne.ScrollEvent) {
	if event.Scrolled.DX != 0 {
		c.board.Scrolled(event)
		return
	}
	c.scrollTo(c.offset - event.Scrolled.DY)
}

// Tapped selects a card or opens the figure of the column.
func (c *column) Tapped(event *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.board); canvas != nil {
		canvas.Focus(c.board)
	}
	if card, ok := c.cardAt(event.Position); ok {
		c.board.choose(card)
		return
	}
	top := float32(headTop + titleHeight)
	if event.Position.Y >= top && event.Position.Y < top+countHeight && c.board.OnFigure != nil {
		c.board.OnFigure(c.data.ID)
	}
}

// DoubleTapped opens a card.
func (c *column) DoubleTapped(event *fyne.PointEvent) {
	if card, ok := c.cardAt(event.Position); ok && c.board.OnOpen != nil {
		c.board.OnOpen(card)
	}
}

// MouseIn, MouseMoved and MouseOut follow the pointer over the cards.
func (c *column) MouseIn(event *desktop.MouseEvent)    { c.point(event.Position) }
func (c *column) MouseMoved(event *desktop.MouseEvent) { c.point(event.Position) }
func (c *column) MouseOut() {
	c.hover = ""
	c.Refresh()
}

func (c *column) point(at fyne.Position) {
	if card, _ := c.cardAt(at); card != c.hover {
		c.hover = card
		c.Refresh()
	}
}

func (c *column) CreateRenderer() fyne.WidgetRenderer {
	r := &columnRenderer{column: c, ground: canvas.NewRectangle(look.Color(look.Bg)), rule: canvas.NewRectangle(look.Color(look.Text1))}
	r.Refresh()
	return r
}
