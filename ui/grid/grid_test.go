package grid

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// generated is a source of rows made up for the test; it counts how often a
// cell is asked for.
type generated struct {
	rows, groupEvery int
	asked            *int
}

func (s generated) Len() int          { return s.rows }
func (s generated) ID(row int) string { return fmt.Sprint("generated ", row) }
func (s generated) Group(row int) (GroupRow, bool) {
	if s.groupEvery > 0 && row%s.groupEvery == 0 {
		return GroupRow{Title: "Group", Count: "9"}, true
	}
	return GroupRow{}, false
}
func (s generated) Cell(row int, column string) Cell {
	*s.asked++
	return Cell{Text: fmt.Sprintf("%s\t%d", column, row), Mark: "disc"}
}

func shown(t testing.TB, rows, groupEvery int) (*Grid, *int) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	g := New()
	asked := 0
	g.SetColumns([]Column{{ID: "title", Title: "Title", Width: 200, MinWidth: 100, Grow: 1, Sortable: true}, {ID: "value", Title: "Value", Width: 100, Align: Right, Sortable: true}})
	g.SetSource(generated{rows, groupEvery, &asked})
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 600))
	return g, &asked
}

func TestOnlyWhatIsSeenIsAskedFor(t *testing.T) {
	g, asked := shown(t, 1_000_000, 0)
	if most := 3 * 2 * (600/24 + 3); *asked > most {
		t.Errorf("%d cells asked for to show 24 rows of 2 columns", *asked)
	}
	*asked = 0
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -24)})
	if *asked > 4 {
		t.Errorf("%d cells asked for when one row came into sight", *asked)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if ids := g.Selected(); len(ids) != 1 || ids[0] != "generated 999999" {
		t.Errorf("End goes to %v", ids)
	}
}

func TestKeysGoPastGroupHeadings(t *testing.T) {
	g, _ := shown(t, 100, 10)
	var selected []string
	g.OnSelect = func(id string) { selected = append(selected, id) }
	for range 10 {
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if got := selected[len(selected)-1]; got != "generated 11" {
		t.Errorf("ten steps down from the top end at %s, want generated 11", got)
	}
	opened := ""
	g.OnOpen = func(id string) { opened = id }
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "generated 11" {
		t.Errorf("Enter opens %q", opened)
	}
}

func TestClicksSelectSortAndExtend(t *testing.T) {
	g, _ := shown(t, 100, 0)
	sorted := ""
	g.OnSort = func(column string) { sorted = column }
	press := func(x, y float32, modifier fyne.KeyModifier) {
		event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary, Modifier: modifier}
		g.MouseDown(event)
		g.MouseUp(event)
	}
	press(40, 10, 0)
	if sorted != "title" {
		t.Errorf("a click on the first heading sorts by %q", sorted)
	}
	press(40, headerHeight+24*2+4, 0)
	press(40, headerHeight+24*5+4, fyne.KeyModifierShift)
	if ids := g.Selected(); len(ids) != 4 || ids[0] != "generated 2" || ids[3] != "generated 5" {
		t.Errorf("Shift selects %v", ids)
	}
	lines := strings.Split(strings.TrimSuffix(g.CopyText(), "\n"), "\n")
	if len(lines) != 5 || lines[0] != "Title\tValue" || lines[1] != "title 2\tvalue 2" {
		t.Errorf("copied %q", lines)
	}
}

func TestTheCursorFollowsItsRow(t *testing.T) {
	g, asked := shown(t, 100, 0)
	g.Select("generated 40")
	g.SetSource(generated{60, 0, asked})
	if ids := g.Selected(); len(ids) != 1 || ids[0] != "generated 40" {
		t.Errorf("after other rows came, %v is selected", ids)
	}
	g.SetSource(generated{30, 0, asked})
	if ids := g.Selected(); len(ids) != 0 {
		t.Errorf("%v is selected although it is gone", ids)
	}
}

func TestAColumnIsResizedByItsEdge(t *testing.T) {
	g, _ := shown(t, 10, 0)
	edge := g.Columns()[0].Width
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(inset+edge-gap/2, 10)}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-50, 0)})
	g.DragEnd()
	if got := g.Columns()[0].Width; got != edge-50 {
		t.Errorf("width %.0f after dragging from %.0f by -50", got, edge)
	}
}

func BenchmarkScroll(b *testing.B) {
	g, _ := shown(b, 1_000_000, 0)
	for b.Loop() {
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -72)})
	}
}
