package board

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// divided is a board of two columns in three lanes; nothing lies in the last.
func divided() ([]Column, []Lane) {
	columns := []Column{
		{ID: "memorandum", Title: "Memorandum", Groups: []Group{group("energy-a", 3), group("rail-a", 0), {}}},
		{ID: "contract", Title: "Contract", Groups: []Group{group("energy-b", 1), group("rail-b", 11), {}}},
	}
	return columns, []Lane{{Title: "Energy", Note: "4 deals"}, {Title: "Rail", Note: "11 deals"}, {Title: "Not known", Note: "0 deals"}}
}

// inSight lists the lines that are seen, a heading as "0:-1".
func inSight(b *Board) (list []string) {
	for _, in := range b.lanes.lines {
		list = append(list, fmt.Sprintf("%d:%d", in.lane, in.row))
	}
	return list
}

func TestLanesAlignTheCardsOfAllColumns(t *testing.T) {
	b, _ := at(t, 600, 2000, nil)
	columns, strips := divided()
	b.SetColumns(columns, strips...)
	if got, want := b.lanes.start, []int{0, 4, 16, 17}; !slices.Equal(got, want) {
		t.Fatalf("lanes begin at the lines %v, want %v", got, want)
	}
	tops := map[string]float32{}
	for _, c := range b.columns {
		for _, it := range c.items {
			for _, card := range it.cards {
				tops[card.ID] = it.top
			}
		}
	}
	if len(tops) != 15 {
		t.Errorf("%d cards are in sight, want 15", len(tops))
	}
	if tops["energy-a-0"] != tops["energy-b-0"] || tops["rail-b-0"] <= tops["energy-a-2"] {
		t.Errorf("the lanes do not align: %v", tops)
	}
	if got := inSight(b); got[len(got)-1] != "2:-1" {
		t.Errorf("the lane of the deals without a value is not in sight: %v", got)
	}
}

func TestLanesScrollByLinesAndKeepTheirHeading(t *testing.T) {
	b, _ := at(t, 600, 420, nil)
	columns, strips := divided()
	b.SetColumns(columns, strips...)
	b.columns[0].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -2*wheelRow)})
	if got := inSight(b); got[0] != "0:-1" || got[1] != "0:1" {
		t.Errorf("two lines further: %v", got)
	}
	for range 100 {
		b.columns[0].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -3*wheelRow)})
	}
	if got := inSight(b); got[len(got)-1] != "2:-1" {
		t.Errorf("at the end: %v", got)
	}
}

func TestKeysWalkThroughLanes(t *testing.T) {
	b, _ := at(t, 600, 420, nil)
	columns, strips := divided()
	b.SetColumns(columns, strips...)
	b.Select("rail-b-10")
	if got := inSight(b); !slices.Contains(got, "1:10") {
		t.Errorf("the marked card is out of sight: %v", got)
	}
	typed(b, fyne.KeyLeft) // no card of this lane is in the column at the left
	b.is(t, "energy-a-0")
	if got := inSight(b); !slices.Contains(got, "0:0") {
		t.Errorf("the marked card is out of sight: %v", got)
	}
	typed(b, fyne.KeyDown, fyne.KeyRight)
	b.is(t, "energy-b-0")
	typed(b, fyne.KeyDown)
	b.is(t, "rail-b-0")
}

func TestOtherLanesForgetTheOldOnes(t *testing.T) {
	b, _ := at(t, 600, 420, nil)
	columns, strips := divided()
	b.SetColumns(columns, strips...)
	b.Select("rail-b-10")
	b.SetColumns(pipeline())
	if b.lanes != nil || len(b.strips()) > 0 {
		t.Error("the lanes are still drawn")
	}
	b.SetColumns([]Column{{ID: "contract", Groups: []Group{group("x", 1)}}}, Lane{Title: "All"})
	if got := inSight(b); !slices.Equal(got, []string{"0:-1", "0:0"}) {
		t.Errorf("in sight: %v", got)
	}
}
