// Package board shows records as cards in columns side by side. It knows
// nothing of deals: columns, groups and cards come as text and marks.
package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Card is one record on the board.
type Card struct {
	ID     string
	Title  string // shown on two lines
	Mark   string // name of the mark before Status
	Status string // the word for what became of it
	Amount string // left in the last line
	Undone bool   // the amount counts in no sum: shown muted
	Date   string // right in the last line
	Ended  bool   // lies on the sunken ground
	Quiet  bool   // silent: the title is muted
	Age    int    // how many steps old the last news is, of Ages; 0: nothing is drawn
	Ages   int
}

// Group is a part of a column: the cards under a heading of its own, or those
// of a lane.
type Group struct {
	Title string
	IDs   []string         // of its cards, in order
	Card  func(i int) Card // writes one of them; called for cards in sight only
}

// Lane is a strip across all columns.
type Lane struct {
	Title string
	Note  string // behind the title: what lies in the lane
}

// Column is one column of the board.
type Column struct {
	ID     string
	Title  string
	Count  string             // the figure
	Unit   string             // what it counts
	Notes  []string           // lines under the figure: sums, how many have no amount
	Groups []Group            // with lanes: one for every lane, in their order
	Fixed  bool               // no card can be moved here
	Empty  string             // said in a column without cards
	More   func(n int) string // says that n cards of a group lie below; nil: nothing is said
	Above  func(n int) string // says that n cards lie above, where none lies below
}

func (c *Column) cards() int {
	n := 0
	for _, group := range c.Groups {
		n += len(group.IDs)
	}
	return n
}

// id gives the ID of a card by its number in the column.
func (c *Column) id(card int) string {
	for _, group := range c.Groups {
		if card < len(group.IDs) {
			return group.IDs[card]
		}
		card -= len(group.IDs)
	}
	return ""
}

// Widths of columns. A column with many cards shows two side by side.
const (
	emptyWidth    = 92
	leastWidth    = 132
	narrowWidth   = 116 // where two abreast do not fit
	gap           = 8
	margin        = 16 // of the page, at both sides
	twoAbreastMin = 13
)

// Board is the widget. Cards exist only where they can be seen.
type Board struct {
	widget.BaseWidget

	OnSelect func(cardID string)           // a card was clicked or reached by key
	OnOpen   func(cardID string)           // double click or Enter
	OnFigure func(columnID string)         // the figure of a column was clicked
	OnMove   func(cardID, columnID string) // a card was dropped on another column, or sent there by key
	OnKey    func(event *fyne.KeyEvent)    // keys that the board has no use for

	columns  []*column
	lanes    *lanes            // nil: every column shows its groups by itself
	drag     *drag             // nil: no card is in the hand
	ground   *canvas.Rectangle // of the page, between the columns
	single   bool              // no column shows two cards abreast: there is too little room
	selected string
	focused  bool
	clicked  bool    // a click gives the focus right now
	head     float32 // height of the heads of the columns: that of the highest
	offset   float32 // how far the columns are scrolled to the left
	wanted   float32 // width that the columns need
}

// New makes an empty board.
func New() *Board {
	b := &Board{ground: canvas.NewRectangle(look.Color(look.Surface))}
	b.ExtendBaseWidget(b)
	return b
}

// SetColumns shows other columns, across them the lanes when there are any. The
// place of each column with the same ID is kept.
func (b *Board) SetColumns(columns []Column, strips ...Lane) {
	b.drag = nil
	b.lanes = b.lanes.with(strips)
	old := map[string]*column{}
	for _, c := range b.columns {
		old[c.data.ID] = c
	}
	b.columns = b.columns[:0:0]
	for i := range columns {
		c := old[columns[i].ID]
		if c == nil {
			c = newColumn(b)
		}
		c.set(columns[i])
		b.columns = append(b.columns, c)
	}
	b.Refresh()
	b.markFirst()
}

// markFirst marks the first card when the keys are here and none is marked, so
// that one sees where they go. Nothing is opened yet.
func (b *Board) markFirst() {
	if first, there := b.first(); there && b.focused && b.selected == "" && !b.clicked {
		b.Select(first)
	}
}

// Select marks a card and brings it into sight.
func (b *Board) Select(cardID string) {
	b.selected = cardID
	if b.lanes != nil {
		b.revealInLanes(cardID)
	}
	for _, c := range b.columns {
		c.reveal(cardID)
		c.Refresh()
	}
	b.refreshStrips()
}

// Selected gives the ID of the marked card, "" for none.
func (b *Board) Selected() string { return b.selected }

// Step marks the card beside the marked one: columns to the right, cards down.
func (b *Board) Step(right, down int) {
	at, card := b.find(b.selected)
	if at < 0 {
		if first, there := b.first(); there {
			b.choose(first)
		}
		return
	}
	if right != 0 {
		for next := at + right; next >= 0 && next < len(b.columns); next += right {
			if id, there := b.beside(at, card, next); there {
				b.choose(id)
				return
			}
		}
		return
	}
	data := &b.columns[at].data
	b.choose(data.id(max(0, min(card+down, data.cards()-1))))
}

// beside gives the card of another column at the height of one: with lanes in
// the same lane, or else the first of the column.
func (b *Board) beside(column, card, other int) (string, bool) {
	data := &b.columns[other].data
	if data.cards() == 0 {
		return "", false
	}
	if b.lanes == nil {
		return data.id(min(card, data.cards()-1)), true
	}
	for lane, group := range b.columns[column].data.Groups {
		if card >= len(group.IDs) {
			card -= len(group.IDs)
			continue
		}
		if ids := data.Groups[lane].IDs; len(ids) > 0 {
			return ids[min(card, len(ids)-1)], true
		}
		break
	}
	return data.id(0), true
}

// first gives the first card of the board.
func (b *Board) first() (string, bool) {
	for _, c := range b.columns {
		if c.data.cards() > 0 {
			return c.data.id(0), true
		}
	}
	return "", false
}

func (b *Board) choose(cardID string) {
	b.Select(cardID)
	if b.OnSelect != nil {
		b.OnSelect(cardID)
	}
}

func (b *Board) find(cardID string) (column, card int) {
	for i, c := range b.columns {
		before := 0
		for _, group := range c.data.Groups {
			if j := slices.Index(group.IDs, cardID); j >= 0 {
				return i, before + j
			}
			before += len(group.IDs)
		}
	}
	return -1, -1
}

// widths shares the width out: a fixed part for empty columns, two parts for
// columns that show two cards side by side. Below the least width the board
// scrolls sideways.
func (b *Board) widths(total float32) []float32 {
	b.single = false
	widths, fits := b.share(total, leastWidth)
	if !fits { // one card abreast everywhere, before anything is out of sight
		b.single = true
		widths, _ = b.share(total, narrowWidth)
	}
	return widths
}

// share gives columns their widths, none with cards below the least, and tells
// whether they fit.
func (b *Board) share(total, least float32) (widths []float32, fit bool) {
	widths = make([]float32, len(b.columns))
	free, parts := total-2*margin-gap*float32(len(b.columns)-1), 0
	for i, c := range b.columns {
		if c.data.cards() == 0 {
			widths[i] = max(emptyWidth, c.least())
			free -= widths[i]
			continue
		}
		parts += c.abreast()
	}
	if parts == 0 {
		return widths, true
	}
	part := free / float32(parts)
	for i, c := range b.columns {
		if c.data.cards() > 0 {
			widths[i] = float32(c.abreast()) * max(least, part)
		}
	}
	return widths, part >= least
}

// Scrolled moves the board sideways when the wheel does.
func (b *Board) Scrolled(event *fyne.ScrollEvent) {
	b.offset = max(0, min(b.offset-event.Scrolled.DX, b.wanted-b.Size().Width))
	b.Refresh()
}

// MinSize lets the board be as small as its place.
func (b *Board) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// CreateRenderer is for the toolkit.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{board: b} }

type boardRenderer struct{ board *Board }

func (r *boardRenderer) Layout(size fyne.Size) {
	b := r.board
	b.ground.Resize(size)
	widths := b.widths(size.Width)
	b.wanted, b.head = 2*margin-gap, 0
	for i, width := range widths {
		b.wanted += width + gap
		b.head = max(b.head, b.columns[i].headFor(width))
	}
	b.offset = max(0, min(b.offset, b.wanted-size.Width))
	x := margin - b.offset
	for i, c := range b.columns {
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(widths[i], size.Height))
		x += widths[i] + gap
	}
	b.layLanes()
}

func (r *boardRenderer) MinSize() fyne.Size { return r.board.MinSize() }

func (r *boardRenderer) Refresh() {
	r.board.ground.FillColor = look.Color(look.Surface)
	r.board.ground.Refresh()
	r.Layout(r.board.Size())
	for _, c := range r.board.columns {
		c.Refresh()
	}
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.board.ground}
	for _, c := range r.board.columns {
		objects = append(objects, c)
	}
	return append(append(objects, r.board.strips()...), r.board.inHand()...)
}

func (r *boardRenderer) Destroy() {}
