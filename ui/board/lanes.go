package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// lanes are strips across all columns, one below the other: a heading and as
// many rows as the fullest column needs. They scroll by whole lines, so that no
// number of rows is too many for the pixels of a screen.
type lanes struct {
	strips []Lane
	start  []int // number of the line of each heading; last, of the line after the end
	first  int   // the first line in sight
	lines  []line
	wheel  float32 // turned, but not yet a line
	drawn  []fyne.CanvasObject
}

// line is a line in sight: a heading, or a row of cards.
type line struct {
	lane, row   int // heading: row is noRow
	top, height float32
}

const (
	noRow      = -1
	laneHeight = 26
)

// with gives the strips at the same place; none gives no lanes.
func (l *lanes) with(strips []Lane) *lanes {
	if len(strips) == 0 {
		return nil
	}
	if l == nil {
		return &lanes{strips: strips}
	}
	l.strips, l.lines, l.start = strips, nil, nil
	return l
}

// at tells which line a number stands for.
func (l *lanes) at(number int) (lane, row int) {
	lane, found := slices.BinarySearch(l.start, number)
	if !found {
		lane--
	}
	return lane, number - l.start[lane] - 1
}

func (l *lanes) end() int { return l.start[len(l.start)-1] }

// layLanes counts the lines of the lanes, finds those in sight and gives the
// cards of all columns their places.
func (b *Board) layLanes() {
	if b.lanes == nil {
		return
	}
	l := b.lanes
	l.start = append(l.start[:0], 0)
	for lane := range l.strips {
		rows := 0
		for _, c := range b.columns {
			rows = max(rows, c.sections[lane].rows)
		}
		l.start = append(l.start, l.start[lane]+1+rows)
	}
	b.showLines()
}

// showLines places the lines from the first in sight down. A lane whose heading
// has scrolled away keeps it at the top.
func (b *Board) showLines() {
	l := b.lanes
	l.first = max(0, min(l.first, b.firstBefore(l.end()-1)))
	l.lines = l.lines[:0]
	page, top := b.page(), float32(0)
	put := func(lane, row int, height float32) {
		l.lines = append(l.lines, line{lane: lane, row: row, top: top, height: height})
		top += height
	}
	if lane, row := l.at(l.first); row != noRow {
		put(lane, noRow, laneHeight)
	}
	for number := l.first; number < l.end(); number++ {
		lane, row := l.at(number)
		height := b.lineHeight(lane, row)
		if top+height > page && number > l.first {
			break
		}
		put(lane, row, height)
	}
	for _, c := range b.columns {
		c.place()
		c.Refresh()
	}
	b.refreshStrips()
}

// page is the height below the heads of the columns.
func (b *Board) page() float32 { return b.Size().Height - b.head }

// lineHeight is the height of the highest card of a row.
func (b *Board) lineHeight(lane, row int) float32 {
	if row == noRow {
		return laneHeight
	}
	height := float32(0)
	for _, c := range b.columns {
		if s := &c.sections[lane]; row < s.rows {
			height = max(height, c.row(s, row).height)
		}
	}
	return height
}

// firstBefore is the line that stands at the top when another one is the last
// in sight.
func (b *Board) firstBefore(last int) int {
	room := b.page() - laneHeight
	for number := last; number > 0; number-- {
		lane, row := b.lanes.at(number)
		if room -= b.lineHeight(lane, row); room < 0 {
			return min(number+1, last)
		}
	}
	return 0
}

// scrollLanes moves the lanes as the wheel turns.
func (b *Board) scrollLanes(turned float32) {
	l := b.lanes
	l.wheel -= turned
	lines := int(l.wheel / wheelRow)
	if lines == 0 {
		return
	}
	l.wheel -= float32(lines) * wheelRow
	l.first += lines
	b.showLines()
}

// revealInLanes scrolls until a card is in sight.
func (b *Board) revealInLanes(cardID string) {
	l := b.lanes
	for _, c := range b.columns {
		for lane := range c.sections {
			s := &c.sections[lane]
			at := slices.Index(s.group.IDs, cardID)
			if at < 0 || len(l.start) <= lane {
				continue
			}
			number := l.start[lane] + 1 + at/c.abreast()
			if number <= l.first {
				l.first = number - 1
				b.showLines()
			}
			if !l.shows(lane, at/c.abreast()) {
				l.first = b.firstBefore(number)
				b.showLines()
			}
			return
		}
	}
}

// shows reports whether a row of a lane is in sight.
func (l *lanes) shows(lane, row int) bool {
	return slices.ContainsFunc(l.lines, func(in line) bool { return in.lane == lane && in.row == row })
}

// placeInLanes gives the cards of the lines in sight their places.
func (c *column) placeInLanes() {
	for _, in := range c.board.lanes.lines {
		s := &c.sections[in.lane]
		if in.row != noRow && in.row < s.rows {
			c.items = append(c.items, item{top: in.top, height: in.height, section: in.lane, cards: c.row(s, in.row).cards})
		}
	}
}

// refreshStrips draws the headings of the lanes over the columns.
func (b *Board) refreshStrips() {
	if b.lanes == nil {
		return
	}
	l, width := b.lanes, b.Size().Width-2*margin
	l.drawn = l.drawn[:0:0]
	for _, in := range l.lines {
		if in.row != noRow || in.top+laneHeight > b.page() {
			continue
		}
		y, strip := b.head+in.top, l.strips[in.lane]
		ground := canvas.NewRectangle(look.Color(look.Surface))
		ground.Move(fyne.NewPos(margin, y))
		ground.Resize(fyne.NewSize(width, laneHeight-4))
		rule := canvas.NewRectangle(look.Color(look.Line2))
		rule.Move(fyne.NewPos(margin, y))
		rule.Resize(fyne.NewSize(width, 1))
		title := look.Cut(strip.Title, width/2, look.SizeText, true)
		name := look.Text(title, look.SizeText, look.Text1, true)
		look.Place(name, margin+padding, y+2)
		before := look.Width(title, look.SizeText, true) + 3*padding
		note := look.Text(look.Cut(strip.Note, width-before-padding, look.SizeNote, false), look.SizeNote, look.Text2, false)
		look.Place(note, margin+before, y+4)
		l.drawn = append(l.drawn, ground, rule, name, note)
	}
	canvas.Refresh(b)
}

// strips lists what is drawn of the lanes.
func (b *Board) strips() []fyne.CanvasObject {
	if b.lanes == nil {
		return nil
	}
	return b.lanes.drawn
}
