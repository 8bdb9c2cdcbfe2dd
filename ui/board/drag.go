package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// drag is a card in the hand.
type drag struct {
	card  Card
	from  *column
	grip  fyne.Position // where the pointer holds the card
	at    fyne.Position // of the pointer, on the board
	size  fyne.Size
	onto  *column // under the pointer, when the card can be left there
	given bool    // Escape was pressed: nothing moves when the button comes up
	drawn []fyne.CanvasObject
}

// over reports whether the card in the hand would be left in a column.
func (d *drag) over(c *column) bool { return d != nil && !d.given && d.onto == c }

// Scrolling while a card is held at an edge of the board.
const (
	edge     = 24
	edgeStep = 10
)

// Dragged takes a card into the hand and follows the pointer.
func (c *column) Dragged(event *fyne.DragEvent) {
	b := c.board
	if b.drag == nil {
		b.take(c, event.Position.Subtract(event.Dragged))
	}
	d := b.drag
	if d.from == nil || d.given {
		return
	}
	d.at = event.Position.Add(c.Position())
	switch {
	case d.at.X < edge:
		b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(edgeStep, 0)})
	case d.at.X > b.Size().Width-edge:
		b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-edgeStep, 0)})
	}
	old := d.onto
	d.onto = b.columnUnder(d.at.X)
	if d.onto == d.from || d.onto != nil && d.onto.data.Fixed {
		d.onto = nil
	}
	if old != d.onto {
		for _, changed := range []*column{old, d.onto} {
			if changed != nil {
				changed.Refresh()
			}
		}
	}
	b.drawHand()
}

// take begins to drag the card at a point of a column; where none is, nothing
// follows the pointer.
func (b *Board) take(c *column, at fyne.Position) {
	b.drag = &drag{}
	it := c.itemAt(at.Y)
	id, there := c.cardAt(at)
	if !there || b.OnMove == nil {
		return
	}
	n := int((at.X - inset) / (c.cardWidth() + cardGap))
	corner := fyne.NewPos(inset+float32(n)*(c.cardWidth()+cardGap), c.head()+it.top)
	for _, card := range it.cards {
		if card.ID == id {
			b.drag = &drag{card: card, from: c, grip: at.Subtract(corner), size: fyne.NewSize(c.cardWidth(), it.height-cardGap)}
		}
	}
}

// DragEnd leaves the card in the column under the pointer.
func (c *column) DragEnd() {
	b := c.board
	d := b.drag
	b.drag = nil
	b.Refresh()
	if d != nil && d.from != nil && !d.given && d.onto != nil {
		b.choose(d.card.ID)
		b.OnMove(d.card.ID, d.onto.data.ID)
	}
}

// giveBack lets the card in the hand lie where it was.
func (b *Board) giveBack() bool {
	if b.drag == nil || b.drag.given {
		return false
	}
	b.drag.given = true
	b.drag.drawn = nil
	b.Refresh()
	return true
}

func (b *Board) columnUnder(x float32) *column {
	for _, c := range b.columns {
		if x >= c.Position().X && x < c.Position().X+c.Size().Width {
			return c
		}
	}
	return nil
}

// drawHand draws the card under the pointer, framed when it can be left there.
func (b *Board) drawHand() {
	d := b.drag
	r := &columnRenderer{column: d.from}
	corner := d.at.Subtract(d.grip)
	shade := canvas.NewRectangle(look.Color(look.Line))
	shade.CornerRadius = look.RadiusCard
	shade.Move(corner.AddXY(2, 3))
	shade.Resize(d.size)
	r.put(shade)
	r.drawCard(&d.card, corner.X, corner.Y, d.size.Width, d.size.Height)
	d.drawn = r.objects
	canvas.Refresh(b)
}

// inHand lists what is drawn of the card in the hand.
func (b *Board) inHand() []fyne.CanvasObject {
	if b.drag == nil {
		return nil
	}
	return b.drag.drawn
}

// MoveSelected sends the marked card to the next column at the right or left
// that takes cards.
func (b *Board) MoveSelected(right int) {
	at, _ := b.find(b.selected)
	if at < 0 || b.OnMove == nil {
		return
	}
	for next := at + right; next >= 0 && next < len(b.columns); next += right {
		if data := &b.columns[next].data; !data.Fixed {
			b.OnMove(b.selected, data.ID)
			return
		}
	}
}
