package board

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// group makes so many cards under a heading.
func group(title string, cards int) Group {
	g := Group{Title: title, Card: func(int) Card { return Card{Title: "A deal", Status: "open", Amount: "USD 1.0bn", Date: "Dec 2016"} }}
	for i := range cards {
		g.IDs = append(g.IDs, fmt.Sprintf("%s-%d", title, i))
	}
	return g
}

// shown gives the first row in sight and how many are, of each group.
func shown(c *column) (list []string) {
	for _, s := range c.sections {
		list = append(list, fmt.Sprintf("%d+%d", s.first, s.shown))
	}
	return list
}

func TestEveryGroupKeepsARowInSight(t *testing.T) {
	test.NewTempApp(t)
	b := New()
	b.SetColumns([]Column{{ID: "contract", Title: "Contract", Groups: []Group{group("open", 9), group("ended", 2), group("silent", 5)}}})
	window := test.NewTempWindow(t, b)
	window.Resize(fyne.NewSize(300, 700))
	c := b.columns[0]
	for _, height := range []float32{200, 460, 700, 1000, 2000} {
		b.Resize(fyne.NewSize(260, height))
		for _, s := range c.sections {
			if s.shown < 1 {
				t.Errorf("at %v a group is out of sight: %v", height, shown(c))
			}
		}
		if height >= 460 && c.needed() > c.page() {
			t.Errorf("at %v cards are cut: %v need %v of %v", height, shown(c), c.needed(), c.page())
		}
	}
	if got := fmt.Sprint(shown(c)); got != "[0+9 0+2 0+5]" {
		t.Errorf("with room for all, %s are in sight", got)
	}
}

func TestSumsBreakBetweenSumsOnly(t *testing.T) {
	test.NewTempApp(t)
	b := New()
	b.SetColumns([]Column{{ID: "contract", Title: "契約", Notes: []string{"170億ドル, 500億円, 114億ルーブル", "金額なし4件"}}})
	for _, line := range b.columns[0].notes(132) {
		if line != "170億ドル, 500億円," && line != "114億ルーブル" && line != "金額なし4件" {
			t.Errorf("a line is %q", line)
		}
	}
}

func TestAGroupScrollsByItselfAndToAChosenCard(t *testing.T) {
	test.NewTempApp(t)
	b := New()
	b.SetColumns([]Column{{ID: "contract", Title: "Contract", Groups: []Group{group("open", 9), group("ended", 2)}}})
	test.NewTempWindow(t, b)
	b.Resize(fyne.NewSize(260, 420))
	c := b.columns[0]
	before := fmt.Sprint(shown(c))
	b.Select("open-8")
	if s := c.sections[0]; s.first+s.shown != 9 || c.sections[1].first != 0 {
		t.Errorf("the last card is chosen, in sight are %v", shown(c))
	}
	if below, _ := c.hidden(&c.sections[0]); below != 0 {
		t.Errorf("%d cards are said to lie below the last", below)
	}
	b.Select("open-0")
	if got := fmt.Sprint(shown(c)); got != before {
		t.Errorf("back at the first card in sight are %s, before %s", got, before)
	}
}
