package board

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"
)

// pipeline is a board in the shape of the bundled summit's: few, many and no
// deals, and an empty column between two others.
func pipeline() []Column {
	return []Column{
		{ID: "memorandum", Title: "Memorandum", Count: "3", Unit: "deals", Groups: []Group{group("memorandum", 3)}},
		{ID: "financed", Title: "Financed", Count: "0", Unit: "deals", Empty: "No deal stays here."},
		{ID: "construction", Title: "Construction", Count: "2", Unit: "deals", Groups: []Group{group("construction", 2)}},
		{ID: "operating", Title: "Operating", Count: "23", Unit: "deals", Groups: []Group{group("operating", 19), group("ended", 4)}},
	}
}

// at opens a board of a size and notes what it tells.
func at(t *testing.T, width, height float32, columns []Column) (b *Board, told *[]string) {
	t.Helper()
	test.NewTempApp(t)
	b, told = New(), &[]string{}
	b.OnSelect = func(id string) { *told = append(*told, "select "+id) }
	b.OnOpen = func(id string) { *told = append(*told, "open "+id) }
	b.OnFigure = func(id string) { *told = append(*told, "figure "+id) }
	b.OnKey = func(event *fyne.KeyEvent) { *told = append(*told, "key "+string(event.Name)) }
	b.SetColumns(columns)
	window := test.NewTempWindow(t, b)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, height))
	return b, told
}

func typed(b *Board, names ...fyne.KeyName) {
	for _, name := range names {
		b.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (b *Board) is(t *testing.T, want string) {
	t.Helper()
	if got := b.Selected(); got != want {
		t.Errorf("%q is marked, want %q", got, want)
	}
}

// Columns stand side by side without overlapping, none is narrower than its
// title and figure need, and they fill a board that has room for them.
func TestColumnsShareTheWidth(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		columns := make([]Column, rapid.IntRange(1, 9).Draw(t, "columns"))
		full := false
		for i := range columns {
			cards := rapid.IntRange(0, 40).Draw(t, "cards")
			full = full || cards > 0
			columns[i] = Column{ID: fmt.Sprint(i), Title: strings.Repeat("x", rapid.IntRange(0, 24).Draw(t, "title")), Count: fmt.Sprint(cards), Unit: "deals",
				Groups: []Group{group(fmt.Sprint(i), cards)}}
		}
		width := float32(rapid.IntRange(300, 3000).Draw(t, "width"))
		b := New()
		b.SetColumns(columns)
		b.Resize(fyne.NewSize(width, 600))
		test.WidgetRenderer(b).Layout(b.Size())
		widths := b.widths(width)
		end := float32(margin)
		for i, c := range b.columns {
			if widths[i] != c.Size().Width {
				t.Fatalf("column %d is %v wide, its share is %v", i, c.Size().Width, widths[i])
			}
			if c.Position().X != end-b.offset {
				t.Fatalf("column %d begins at %v, the one before ended at %v", i, c.Position().X, end)
			}
			switch {
			case c.data.cards() == 0 && widths[i] < c.least():
				t.Fatalf("the title of the empty column %d is cut: %v of %v", i, widths[i], c.least())
			case c.data.cards() > 0 && c.cardWidth() < leastWidth/2:
				t.Fatalf("the cards of column %d are %v wide", i, c.cardWidth())
			}
			end += widths[i] + gap
		}
		if end += margin - gap; full && end < width-1 {
			t.Fatalf("columns end at %v of %v", end, width)
		}
	})
}

func TestManyCardsStandTwoAbreast(t *testing.T) {
	b, _ := at(t, 1440, 700, pipeline())
	for _, c := range b.columns {
		want := 1
		if c.data.cards() >= twoAbreastMin {
			want = 2
		}
		if c.abreast() != want {
			t.Errorf("%s: %d cards stand %d abreast", c.data.ID, c.data.cards(), c.abreast())
		}
	}
}

func TestKeysWalkFromCardToCard(t *testing.T) {
	b, told := at(t, 1440, 700, pipeline())
	b.FocusGained()
	b.is(t, "memorandum-0")
	typed(b, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	b.is(t, "memorandum-2")
	typed(b, fyne.KeyRight) // over the empty column, to the last of the two cards there
	b.is(t, "construction-1")
	typed(b, fyne.KeyRight, fyne.KeyUp, fyne.KeyUp)
	b.is(t, "operating-0")
	typed(b, fyne.KeyRight)
	b.is(t, "operating-0")
	typed(b, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	b.is(t, "memorandum-0")
	*told = nil
	typed(b, fyne.KeyReturn, fyne.KeyF2)
	if got := strings.Join(*told, ", "); got != "open memorandum-0, key F2" {
		t.Errorf("told: %s", got)
	}
}

func TestKeysBringACardIntoSight(t *testing.T) {
	b, _ := at(t, 1440, 420, pipeline())
	b.Select("operating-0")
	operating := b.columns[3]
	for range 22 {
		typed(b, fyne.KeyDown)
		at, card := b.find(b.Selected())
		inSight := false
		for _, it := range operating.items {
			for _, c := range it.cards {
				inSight = inSight || c.ID == b.Selected()
			}
		}
		if at != 3 || !inSight {
			t.Fatalf("card %d of column %d is marked and out of sight: %v", card, at, shown(operating))
		}
	}
	b.is(t, "ended-3")
}

func TestTheMouseMarksOpensAndAsksForTheFigure(t *testing.T) {
	b, told := at(t, 1440, 700, pipeline())
	c := b.columns[0]
	second := fyne.NewPos(30, c.head()+c.items[2].top+10)
	c.Tapped(&fyne.PointEvent{Position: second})
	c.DoubleTapped(&fyne.PointEvent{Position: second})
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, headTop+titleHeight+4)})
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 690)}) // below the last card
	if got := strings.Join(*told, ", "); got != "select memorandum-1, open memorandum-1, figure memorandum" {
		t.Errorf("told: %s", got)
	}
}

func TestAMarkedCardStaysMarkedInOtherColumns(t *testing.T) {
	b, _ := at(t, 1440, 700, pipeline())
	b.Select("memorandum-1")
	columns := pipeline()
	columns[2].Groups[0].IDs = append(columns[2].Groups[0].IDs, "memorandum-1")
	columns[0].Groups[0].IDs = columns[0].Groups[0].IDs[:1]
	b.SetColumns(columns)
	if column, card := b.find(b.Selected()); column != 2 || card != 2 {
		t.Errorf("the marked card is number %d of column %d", card, column)
	}
}

func TestANarrowBoardScrollsSidewaysToItsEnds(t *testing.T) {
	b, _ := at(t, 420, 500, pipeline())
	if b.wanted <= 420 {
		t.Fatalf("the columns need %v only", b.wanted)
	}
	for _, turn := range []struct{ by, want float32 }{{-10000, b.wanted - 420}, {10000, 0}} {
		b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(turn.by, 0)})
		if b.offset != turn.want || b.columns[0].Position().X != margin-turn.want {
			t.Errorf("scrolled by %v the board stands at %v, want %v", turn.by, b.offset, turn.want)
		}
	}
}
