package report

import "summitledger/data/report/drawing"

// Board is cards in columns, as the window shows deals by stage. Its heads stand
// again on every sheet; no card is divided.
type Board struct{ Columns []BoardColumn }

// BoardColumn is a column with its head.
type BoardColumn struct {
	Title, Count string
	Notes        []string // sums, and what is left out of them
	Cards        []BoardCard
}

// BoardCard is a deal.
type BoardCard struct {
	Title        string
	Sign, Status string
	Amount, Date string
	Quiet        bool // ended or silent: its title is not bold
}

// Measures of a board.
const (
	emptyColumn  = 46.0 // a column without cards
	boardGap     = 6.0
	cardInset    = 3.0
	cardsAbreast = 12 // a column with more cards has two of them side by side
)

// slot is where a column of a board stands.
type slot struct {
	x, width float64
	abreast  int
}

// slots divide the width of the sheet among the columns.
func (p *page) slots(b *Board) []slot {
	free, shares := p.full-boardGap*float64(len(b.Columns)-1), 0
	slots := make([]slot, len(b.Columns))
	for i, column := range b.Columns {
		switch n := len(column.Cards); {
		case n == 0:
			slots[i].width = max(emptyColumn, p.longestWord(column.Title, noteStrongStyle)+1)
			free -= slots[i].width
		case n > cardsAbreast:
			slots[i].abreast = 2
			free -= boardGap
		default:
			slots[i].abreast = 1
		}
		shares += slots[i].abreast
	}
	x := 0.0
	for i := range slots {
		slots[i].x = x
		if slots[i].abreast > 0 {
			slots[i].width = free/float64(shares)*float64(slots[i].abreast) + boardGap*float64(slots[i].abreast-1)
		}
		x += slots[i].width + boardGap
	}
	return slots
}

// boardPieces lays a board out in rows of cards.
func (p *page) boardPieces(b *Board) []piece {
	slots := p.slots(b)
	var heads []part
	rows := 0
	for i, column := range b.Columns {
		heads = append(heads, p.boardHead(column, slots[i].width))
		if slots[i].abreast > 0 {
			rows = max(rows, (len(column.Cards)+slots[i].abreast-1)/slots[i].abreast)
		}
	}
	head := p.beside(heads, slots)
	list := []piece{{part: head, stays: true}}
	for row := range rows {
		var cards []part
		var places []slot
		for i, column := range b.Columns {
			width := (slots[i].width - boardGap*float64(slots[i].abreast-1)) / float64(max(1, slots[i].abreast))
			for at := range slots[i].abreast {
				if n := row*slots[i].abreast + at; n < len(column.Cards) {
					cards = append(cards, p.boardCard(column.Cards[n], column.Title, width))
					places = append(places, slot{x: slots[i].x + float64(at)*(width+boardGap), width: width})
				}
			}
		}
		list = append(list, piece{part: p.beside(cards, places), head: &head})
	}
	return list
}

// beside sets parts at their places, all at one height.
func (p *page) beside(parts []part, places []slot) part {
	height := 0.0
	for _, one := range parts {
		height = max(height, one.height)
	}
	return part{height: height + boardGap, draw: func(p *page, x, y float64) {
		for i, one := range parts {
			one.draw(p, x+places[i].x, y)
		}
	}}
}

// boardHead is the head of a column: stage, count, sums.
func (p *page) boardHead(column BoardColumn, width float64) part {
	parts := []part{linesPart(p.wrap(column.Title+" "+column.Count, noteStrongStyle, width), noteStrongStyle)}
	for _, note := range column.Notes {
		parts = append(parts, linesPart(p.wrap(note, noteStyle, width), noteStyle))
	}
	entry := drawing.Entry{Kind: drawing.Item, Cells: []string{headed(p.typeface.clean(column.Title), column.Count)}}
	for i, note := range column.Notes {
		separator := ": "
		if i > 0 {
			separator = "; "
		}
		entry.Cells[0] += separator + p.typeface.clean(note)
	}
	whole := stack(parts)
	return part{height: whole.height + 3, draw: func(p *page, x, y float64) {
		p.tell(entry)
		whole.draw(p, x, y)
		p.line(x, y+whole.height+2, width, rule, true)
	}}
}

// boardCard sets a card in its box.
func (p *page) boardCard(card BoardCard, column string, width float64) part {
	inner := width - 2*cardInset
	titleStyle := noteStrongStyle
	if card.Quiet {
		titleStyle = noteStyle
	}
	status := table{{width: inner}}.untold(p, noteStyle, []cell{{text: card.Status, mark: markNamed(card.Sign)}})
	title := linesPart(p.capped(card.Title, titleStyle, inner, mostHeadLines), titleStyle)
	amount, date := p.typeface.clean(card.Amount), p.typeface.clean(card.Date)
	parts := []part{title, status}
	if p.width(amount, noteStyle)+between+p.width(date, noteStyle) <= inner {
		parts = append(parts, part{height: noteStyle.lineHeight(), draw: func(p *page, x, y float64) {
			p.text(x, y+noteStyle.size(), amount, noteStyle)
			p.text(x+inner-p.width(date, noteStyle), y+noteStyle.size(), date, noteStyle)
			p.say(amount, date)
		}})
	} else {
		parts = append(parts, linesPart(p.wrap(amount, noteStyle, inner), noteStyle), linesPart(p.wrap(date, noteStyle, inner), noteStyle))
	}
	whole := stack(parts)
	height := whole.height + 2*cardInset
	entry := drawing.Entry{Kind: drawing.Row, Cells: []string{p.typeface.clean(column), p.typeface.clean(card.Title), markNamed(card.Sign).letters(1) + " " + p.typeface.clean(card.Status), amount, date}}
	return part{height: height, draw: func(p *page, x, y float64) {
		p.tell(entry)
		paint := drawing.Paint{Stroke: drawing.Black, Weight: hairline}
		if card.Quiet {
			paint.Stroke = drawing.Grey
		}
		p.box(x, y, width, height, paint)
		whole.draw(p, x+cardInset, y+cardInset)
	}}
}
