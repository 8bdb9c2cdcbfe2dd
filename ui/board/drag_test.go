package board

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// drags takes the second card of the first column and holds it over a column.
func drags(b *Board, onto int) *column {
	c := b.columns[0]
	from := fyne.NewPos(30, c.head()+c.items[2].top+10)
	to := b.columns[onto].Position().AddXY(20, c.head()+40).Subtract(c.Position())
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(3, 0)}, Dragged: fyne.NewDelta(3, 0)})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X-3, to.Y-from.Y)})
	return c
}

// noted opens the board of the bundled summit's shape and notes what is moved.
func noted(t *testing.T) (*Board, *[]string) {
	columns := pipeline()
	columns[1].Fixed = true
	b, told := at(t, 1440, 700, columns)
	b.OnMove = func(card, column string) { *told = append(*told, "move "+card+" to "+column) }
	return b, told
}

func TestADraggedCardIsLeftInAColumn(t *testing.T) {
	b, told := noted(t)
	c := drags(b, 3)
	if !b.drag.over(b.columns[3]) || len(b.inHand()) == 0 {
		t.Error("the card is not seen in the hand over the column")
	}
	c.DragEnd()
	if got := strings.Join(*told, ", "); got != "select memorandum-1, move memorandum-1 to operating" {
		t.Errorf("told: %s", got)
	}
	if len(b.inHand()) != 0 {
		t.Error("the card is still in the hand")
	}
}

func TestADragThatMovesNothing(t *testing.T) {
	for name, do := range map[string]func(b *Board){
		"onto its own column":        func(b *Board) { drags(b, 0).DragEnd() },
		"onto a column that is none": func(b *Board) { drags(b, 1).DragEnd() },
		"given back": func(b *Board) {
			c := drags(b, 3)
			typed(b, fyne.KeyEscape)
			c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(900, 200)}})
			c.DragEnd()
		},
		"of no card": func(b *Board) {
			c := b.columns[1]
			c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 300)}})
			c.DragEnd()
		},
	} {
		b, told := noted(t)
		do(b)
		if len(*told) > 0 {
			t.Errorf("%s: told %v", name, *told)
		}
		if b.drag != nil {
			t.Errorf("%s: something is still in the hand", name)
		}
	}
}

func TestCtrlAndAnArrowMoveTheMarkedCard(t *testing.T) {
	b, told := noted(t)
	b.Select("memorandum-1")
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft} { // over the column that takes none; nothing lies at the left
		b.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	if got := strings.Join(*told, ", "); got != "move memorandum-1 to construction" {
		t.Errorf("told: %s", got)
	}
}

// Cards are written for what is in sight, however many there are: the second
// number is a hundred times the first.
func TestOnlyCardsInSightAreWritten(t *testing.T) {
	for _, lanes := range [][]Lane{nil, {{Title: "All"}}} {
		var written [2]int
		for i, cards := range []int{600, 60_000} {
			b, _ := at(t, 1440, 700, nil)
			g := group("contract", cards)
			card := g.Card
			g.Card = func(n int) Card { written[i]++; return card(n) }
			b.SetColumns([]Column{{ID: "contract", Title: "Contract", Groups: []Group{g}}}, lanes...)
			b.Select(g.IDs[cards-1])
			b.columns[0].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 3*wheelRow)})
		}
		if written[1] > written[0] || written[0] == 0 {
			t.Errorf("%d lanes: %d cards are written of 600, %d of 60,000", len(lanes), written[0], written[1])
		}
	}
}

// BenchmarkScroll turns the wheel over a board of so many deals.
func BenchmarkScroll(b *testing.B) {
	for _, cards := range []int{600, 60_000} {
		for _, lanes := range []int{0, 1} {
			b.Run(fmt.Sprintf("cards=%d/lanes=%d", cards, lanes), func(b *testing.B) {
				shown := New()
				shown.Resize(fyne.NewSize(1440, 700))
				shown.SetColumns([]Column{{ID: "contract", Title: "Contract", Groups: []Group{group("contract", cards)}}}, make([]Lane, lanes)...)
				shown.CreateRenderer().Layout(shown.Size())
				for i := range b.N {
					turn := float32(-wheelRow)
					if i/100%2 == 1 {
						turn = wheelRow
					}
					shown.columns[0].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, turn), PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 300)}})
				}
			})
		}
	}
}

// The keys may be here before the cards: the first is marked once they come.
func TestCardsThatComeLaterAreMarked(t *testing.T) {
	b, told := at(t, 1440, 700, nil)
	b.FocusGained()
	b.is(t, "")
	b.SetColumns(pipeline())
	b.is(t, "memorandum-0")
	if len(*told) > 0 {
		t.Errorf("told %v: nothing was chosen yet", *told)
	}
}
