package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Measures of a card: the mark and its word, and the lines below.
const (
	statusInset = 14
	statusLine  = 42
	lastLine    = 59
	wordGap     = 4

	ageHeight = 2 // of the bar of age, and the room between its steps
	ageGap    = 2
	ageInset  = 3 // from the edges of the card
)

// cardEnd says where the amount and the date of a card stand, and how high
// that makes the card.
type cardEnd struct{ amount, date, height float32 }

// endOf finds lines on which nothing is cut: amount and date share the last
// line; where they do not fit, the date goes beside the status; where it does
// not fit there either, the card grows by a line, and by another one for an
// amount that is wider than the card.
func (c *column) endOf(card *Card) cardEnd {
	inner := c.cardWidth() - 2*padding
	room := inner - wordGap - look.Width(card.Date, look.SizeNote, false)
	if look.Width(card.Amount, look.SizeNote, false) > inner {
		return cardEnd{lastLine, lastLine + 2*noteHeight, cardHeight + 2*noteHeight}
	}
	switch {
	case look.Width(card.Amount, look.SizeNote, false) <= room:
		return cardEnd{lastLine, lastLine, cardHeight}
	case statusInset+look.Width(card.Status, look.SizeNote, false) <= room:
		return cardEnd{lastLine, statusLine, cardHeight}
	}
	return cardEnd{lastLine, lastLine + noteHeight, cardHeight + noteHeight}
}

// drawCard: two lines of title, mark and word, amount left and date right.
func (r *columnRenderer) drawCard(card *Card, x, y, width, height float32) {
	c := r.column
	box := canvas.NewRectangle(look.Color(look.Surface))
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(look.Line), 1, look.RadiusCard
	title := look.Text1
	switch {
	case card.Ended:
		box.FillColor, box.StrokeColor = look.Color(look.Sunken), look.Color(look.Sunken)
	case card.Quiet:
		title = look.Text2
	}
	switch card.ID {
	case c.board.selected:
		box.FillColor, box.StrokeColor, box.StrokeWidth = look.Color(look.Select), look.Color(look.Accent), 2
	case c.hover:
		box.FillColor = look.Color(look.Hover)
	}
	box.Move(fyne.NewPos(x, y))
	box.Resize(fyne.NewSize(width, height))
	r.put(box)

	inner := width - 2*padding
	line := y + 4
	for _, text := range look.Wrap(card.Title, inner, look.SizeText, false, 2) {
		r.text(text, x+padding, line, inner, look.SizeText, title, false)
		line += 18
	}
	r.mark(card.Mark, x+padding, y+statusLine+3)
	end := c.endOf(card)
	r.text(card.Status, x+padding+statusInset, y+statusLine, inner-statusInset, look.SizeNote, look.Text2, false)
	r.text(card.Date, x+width-padding-look.Width(card.Date, look.SizeNote, false), y+end.date, inner, look.SizeNote, look.Text2, false)
	tone := look.Text1
	if card.Undone {
		tone = look.Text3
	}
	for i, text := range look.Wrap(card.Amount, inner, look.SizeNote, false, 2) {
		r.text(text, x+padding, y+end.amount+float32(i)*noteHeight, inner, look.SizeNote, tone, false)
	}
	r.drawAge(card, x+ageInset, y+height-ageHeight-1, width-2*ageInset)
}

// drawAge draws how old the last news is along the lower edge: as many steps of
// all are filled.
func (r *columnRenderer) drawAge(card *Card, x, y, width float32) {
	if card.Age == 0 {
		return
	}
	step := (width + ageGap) / float32(card.Ages)
	for i := range card.Ages {
		token := look.Line
		if i < card.Age {
			token = look.Line2
		}
		box := canvas.NewRectangle(look.Color(token))
		box.Move(fyne.NewPos(x+float32(i)*step, y))
		box.Resize(fyne.NewSize(step-ageGap, ageHeight))
		r.put(box)
	}
}

func (r *columnRenderer) mark(name string, x, y float32) {
	mark := look.Icon(look.Mark(name))
	mark.Move(fyne.NewPos(x, y))
	mark.Resize(fyne.NewSize(10, 10))
	r.put(mark)
}
