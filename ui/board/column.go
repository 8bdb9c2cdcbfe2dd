package board

import (
	"slices"
	"strings"

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

// item is one line of a column below its head: the heading of a group, a row
// of one or two cards, or how many lie below.
type item struct {
	top, height float32
	section     int
	group       *Group
	cards       []Card
	more        int // cards that lie below
}

// section is a group within its column: which of its rows are in sight.
type section struct {
	group *Group
	rows  int // in all
	first int // the first row in sight
	shown int
	made  map[int]row // rows that were in sight
}

// row is one line of cards of a group, and its height, the gap below included.
type row struct {
	cards  []Card
	height float32
}

// mostMade is how many rows a group keeps that are not in sight.
const mostMade = 200

// row makes a row of a group, or gives the one that was made.
func (c *column) row(s *section, number int) row {
	if made, there := s.made[number]; there {
		return made
	}
	if s.made == nil || len(s.made) > mostMade {
		s.made = map[int]row{}
	}
	made := row{height: cardHeight}
	for i := number * c.abreast(); i < min((number+1)*c.abreast(), len(s.group.IDs)); i++ {
		card := s.group.Card(i)
		card.ID = s.group.IDs[i]
		made.cards = append(made.cards, card)
		made.height = max(made.height, c.endOf(&card).height)
	}
	made.height += cardGap
	s.made[number] = made
	return made
}

// tall is the height of the rows in sight.
func (c *column) tall(s *section) float32 {
	total := float32(0)
	for number := s.first; number < s.first+s.shown; number++ {
		total += c.row(s, number).height
	}
	return total
}

// grow takes one more row into sight, below or else above; back gives it back.
func (s *section) grow() (back func()) {
	s.shown++
	if s.first+s.shown <= s.rows {
		return func() { s.shown-- }
	}
	s.first--
	return func() { s.shown--; s.first++ }
}

// hidden counts the cards below those in sight, and those above.
func (c *column) hidden(s *section) (below, above int) {
	return max(0, len(s.group.IDs)-(s.first+s.shown)*c.abreast()), min(len(s.group.IDs), s.first*c.abreast())
}

// column is one column of the board: a head that stays and groups of cards.
// Each group keeps a row in sight and scrolls by itself.
type column struct {
	widget.BaseWidget

	board    *Board
	data     Column
	count    int // of cards
	sections []section
	items    []item
	wheel    float32 // turned, but not yet a row
	hover    string
	made     fyne.Size // for which the items were laid out
	madeHead float32
}

func newColumn(b *Board) *column {
	c := &column{board: b}
	c.ExtendBaseWidget(c)
	return c
}

func (c *column) set(data Column) {
	first := map[string]int{}
	for _, s := range c.sections {
		first[s.group.Title] = s.first
	}
	c.data, c.count = data, data.cards()
	c.sections = c.sections[:0:0]
	for i := range data.Groups {
		group := &data.Groups[i]
		if len(group.IDs) > 0 || c.board.lanes != nil {
			c.sections = append(c.sections, section{group: group, first: first[group.Title]})
		}
	}
	c.made = fyne.Size{}
	c.layItems()
}

func (c *column) abreast() int {
	if c.count >= twoAbreastMin && !c.board.single {
		return 2
	}
	return 1
}

// layItems counts the rows of each group, and places those for which there is
// room.
func (c *column) layItems() {
	c.made, c.madeHead = c.Size(), c.head()
	for i := range c.sections {
		s := &c.sections[i]
		s.rows, s.made = (len(s.group.IDs)+c.abreast()-1)/c.abreast(), nil
	}
	c.place()
}

// place gives every heading and row in sight its place.
func (c *column) place() {
	c.items = c.items[:0]
	if c.board.lanes != nil {
		c.placeInLanes()
		return
	}
	c.share()
	top := float32(0)
	put := func(it item) {
		it.top = top
		top += it.height
		c.items = append(c.items, it)
	}
	for i := range c.sections {
		s := &c.sections[i]
		put(item{height: groupHeight, section: i, group: s.group})
		for row := s.first; row < s.first+s.shown; row++ {
			made := c.row(s, row)
			put(item{height: made.height, section: i, cards: made.cards})
		}
		if s.shown < s.rows {
			below, _ := c.hidden(s)
			put(item{height: moreHeight, section: i, more: below})
		}
	}
}

// share gives every group one row, then another one in turn to the group with
// the fewest in sight, as long as there is room.
func (c *column) share() {
	for i := range c.sections {
		s := &c.sections[i]
		s.first, s.shown = max(0, min(s.first, s.rows-1)), 1
	}
	full := make([]bool, len(c.sections))
	for {
		next := -1
		for i := range c.sections {
			s := &c.sections[i]
			if !full[i] && s.shown < s.rows && (next < 0 || s.shown < c.sections[next].shown) {
				next = i
			}
		}
		if next < 0 {
			return
		}
		if back := c.sections[next].grow(); c.needed() > c.page() {
			back()
			full[next] = true
		}
	}
}

// needed is the height of what is in sight.
func (c *column) needed() float32 {
	height := float32(0)
	for i := range c.sections {
		s := &c.sections[i]
		height += groupHeight + c.tall(s)
		if s.shown < s.rows {
			height += moreHeight
		}
	}
	return height
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

// notes gives the lines under the figure: sums are wrapped, never cut, and
// break only between one sum and the next.
func (c *column) notes(width float32) []string {
	room := width - 2*padding
	var lines []string
	for _, note := range c.data.Notes {
		line := ""
		for _, sum := range strings.SplitAfter(note, ", ") {
			if line != "" && look.Width(line+strings.TrimSpace(sum), look.SizeNote, false) > room {
				lines = append(lines, strings.TrimSpace(line))
				line = ""
			}
			line += sum
		}
		lines = append(lines, look.Wrap(line, room, look.SizeNote, false, mostNoteLines)...)
	}
	return lines
}

// head is the height of what stays, the same in all columns.
func (c *column) head() float32 { return c.board.head }

func (c *column) page() float32 { return max(0, c.Size().Height-c.head()) }

// scroll moves the rows of a group.
func (c *column) scroll(section, rows int) {
	c.sections[section].first += rows
	c.place()
	c.Refresh()
}

// reveal scrolls the group of a card until the card is in sight.
func (c *column) reveal(cardID string) {
	if c.board.lanes != nil {
		return
	}
	for i := range c.sections {
		s := &c.sections[i]
		at := slices.Index(s.group.IDs, cardID)
		if at < 0 {
			continue
		}
		if row := at / c.abreast(); row < s.first {
			c.scroll(i, row-s.first)
		} else if row >= s.first+s.shown {
			c.scroll(i, row-s.first-s.shown+1)
		}
		return
	}
}

// itemAt finds the line of the column at a height, nil for none.
func (c *column) itemAt(y float32) *item {
	y -= c.head()
	for i := range c.items {
		if it := &c.items[i]; y >= it.top && y < it.top+it.height {
			return it
		}
	}
	return nil
}

// cardAt finds the card under a point of the column.
func (c *column) cardAt(at fyne.Position) (string, bool) {
	it := c.itemAt(at.Y)
	if it == nil || len(it.cards) == 0 || at.Y-c.head() >= it.top+it.height-cardGap {
		return "", false
	}
	n := int((at.X - inset) / (c.cardWidth() + cardGap))
	if n >= 0 && n < len(it.cards) {
		return it.cards[n].ID, true
	}
	return "", false
}

func (c *column) cardWidth() float32 {
	n := float32(c.abreast())
	return (c.Size().Width - 2*inset - (n-1)*cardGap) / n
}

// wheelRow is how far the wheel turns for one row of cards.
const wheelRow = 20

// Scrolled moves the cards of the group under the pointer by whole rows;
// sideways it moves the whole board.
func (c *column) Scrolled(event *fyne.ScrollEvent) {
	if event.Scrolled.DX != 0 {
		c.board.Scrolled(event)
		return
	}
	if c.board.lanes != nil {
		c.board.scrollLanes(event.Scrolled.DY)
		return
	}
	it := c.itemAt(event.Position.Y)
	if it == nil {
		return
	}
	c.wheel -= event.Scrolled.DY
	if rows := int(c.wheel / wheelRow); rows != 0 {
		c.wheel -= float32(rows) * wheelRow
		c.scroll(it.section, max(-1, min(rows, 1)))
	}
}

// Tapped selects a card or opens the figure of the column.
func (c *column) Tapped(event *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.board); canvas != nil {
		c.board.clicked = true
		canvas.Focus(c.board)
		c.board.clicked = false
	}
	if card, ok := c.cardAt(event.Position); ok {
		c.board.choose(card)
		return
	}
	if it := c.itemAt(event.Position.Y); it != nil && len(it.cards) == 0 && it.group == nil && c.board.lanes == nil {
		s := &c.sections[it.section]
		if it.more == 0 {
			c.scroll(it.section, -s.first)
		} else {
			c.scroll(it.section, s.shown)
		}
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
