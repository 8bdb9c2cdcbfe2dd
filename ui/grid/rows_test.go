package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// generated is a source of rows made up for the test; it counts how often a
// cell and a name are asked for.
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

// ordered is rows by name, in the order given.
type ordered []string

func (o ordered) Len() int                    { return len(o) }
func (o ordered) ID(row int) string           { return o[row] }
func (o ordered) Group(int) (GroupRow, bool)  { return GroupRow{}, false }
func (o ordered) Cell(row int, _ string) Cell { return Cell{Text: o[row]} }
func (o ordered) Row(id string) (row int, ok bool) {
	row = slices.Index(o, id)
	return row, row >= 0
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

func typed(g *Grid, names ...fyne.KeyName) {
	for _, name := range names {
		g.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func press(g *Grid, x, y float32, modifier fyne.KeyModifier) {
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary, Modifier: modifier}
	g.MouseDown(event)
	g.MouseUp(event)
	g.pointer.lastRow = -1 // the next press is not the second of a double click
}

// rowY is a height inside the row that stands at a place from the top.
func rowY(place int) float32 { return headerHeight + 24*float32(place) + 4 }

func check(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestOnlyWhatIsSeenIsAskedFor(t *testing.T) {
	g, asked := shown(t, 1_000_000, 0)
	*asked = 0
	g.SetSource(generated{1_000_000, 0, asked})
	if most := 2 * (600/24 + 1); *asked > most {
		t.Errorf("%d cells asked for to show 24 rows of 2 columns, at most %d are seen", *asked, most)
	}
	*asked = 0
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -24)})
	if *asked > 2 {
		t.Errorf("%d cells asked for when one row came into sight", *asked)
	}
	*asked = 0
	press(g, 40, rowY(3), 0)
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, rowY(7))}})
	g.SelectAll()
	if *asked > 0 {
		t.Errorf("%d cells asked for although only the selection changed", *asked)
	}
	r := test.WidgetRenderer(g).(*renderer)
	if n := len(r.lines); n > 600/24+3 {
		t.Errorf("%d lines are kept for 24 rows in sight", n)
	}
}

func TestTheLastOfAMillionRowsIsReachedByEndAndByTheBar(t *testing.T) {
	g, _ := shown(t, 1_000_000, 0)
	typed(g, fyne.KeyEnd)
	check(t, "End goes to", g.Selected(), "[generated 999999]")
	first, last := g.Shown()
	check(t, "last in sight after End", last, 1_000_000)
	typed(g, fyne.KeyHome)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(795, headerHeight+6)}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(795, 2000)}})
	g.DragEnd()
	again, last := g.Shown()
	check(t, "rows in sight with the bar at its end", []int{again, last}, []int{first, 1_000_000})
	for range 40 { // a touchpad's steps of a pixel and a half
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1.5)})
	}
	if now, _ := g.Shown(); now != again-2 && now != again-3 {
		t.Errorf("60 pixels up from row %d is row %d", again, now)
	}
	check(t, "the bar does not change the selection", g.Selected(), "[generated 0]")
}

func TestKeysGoPastGroupHeadings(t *testing.T) {
	g, _ := shown(t, 100, 10)
	var selected []string
	g.OnSelect = func(id string) { selected = append(selected, id) }
	for range 10 {
		typed(g, fyne.KeyDown)
	}
	check(t, "ten steps down from the top", selected[len(selected)-1], "generated 11")
	opened := ""
	g.OnOpen = func(id string) { opened = id }
	typed(g, fyne.KeyReturn)
	check(t, "Enter opens", opened, "generated 11")
	typed(g, fyne.KeyUp)
	check(t, "up past a heading", g.Selected(), "[generated 9]")
	typed(g, fyne.KeyEnd, fyne.KeyHome)
	check(t, "Home", g.Selected(), "[generated 1]")
	n := len(selected)
	typed(g, fyne.KeyUp)
	check(t, "told when there is nothing above", len(selected), n)
	first, _ := g.Shown()
	check(t, "the heading above the first row is in sight", first, 0)
	other := fyne.KeyName("")
	g.OnKey = func(event *fyne.KeyEvent) { other = event.Name }
	typed(g, fyne.KeyEscape)
	check(t, "keys without use here go on", other, fyne.KeyEscape)
}

func TestPagesAndRanges(t *testing.T) {
	g, _ := shown(t, 100, 0)
	typed(g, fyne.KeyHome, fyne.KeyPageDown)
	page := (600-28)/24 - 1
	check(t, "PageDown", g.Selected(), fmt.Sprintf("[generated %d]", page))
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	typed(g, fyne.KeyDown, fyne.KeyDown)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	check(t, "Shift and two steps", g.Selected(), fmt.Sprintf("[generated %d generated %d generated %d]", page, page+1, page+2))
	typed(g, fyne.KeyPageUp)
	check(t, "PageUp selects one row", g.Selected(), "[generated 2]")
}

func TestClicksSelectExtendAndToggle(t *testing.T) {
	g, _ := shown(t, 100, 0)
	press(g, 40, rowY(2), 0)
	press(g, 40, rowY(5), fyne.KeyModifierShift)
	check(t, "Shift", g.Selected(), "[generated 2 generated 3 generated 4 generated 5]")
	press(g, 40, rowY(4), fyne.KeyModifierShortcutDefault)
	press(g, 40, rowY(9), fyne.KeyModifierShortcutDefault)
	check(t, "Ctrl takes away and adds", g.Selected(), "[generated 2 generated 3 generated 5 generated 9]")
	press(g, 40, rowY(1), 0)
	check(t, "a plain click", g.Selected(), "[generated 1]")
	opened, menu := "", ""
	g.OnOpen = func(id string) { opened = id }
	g.OnMenu = func(id string, _ fyne.Position) { menu = id }
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, rowY(6))}, Button: desktop.MouseButtonPrimary}
	g.MouseDown(event)
	g.MouseDown(event)
	check(t, "a double click opens", opened, "generated 6")
	event.Position, event.Button = fyne.NewPos(40, rowY(8)), desktop.MouseButtonSecondary
	g.MouseDown(event)
	check(t, "the menu is that of", menu, "generated 8")
	check(t, "which is selected", g.Selected(), "[generated 8]")
}

func TestHeadingsOfGroupsOpenAndClose(t *testing.T) {
	g, _ := shown(t, 100, 10)
	press(g, 40, rowY(0), 0)
	check(t, "a heading is not selected", len(g.Selected()), 0)
	group := ""
	g.OnGroup = func(id string) { group = id }
	press(g, 40, rowY(10), 0)
	check(t, "pressed heading", group, "generated 10")
	g.SelectAll()
	check(t, "rows without headings", len(g.Selected()), 90)
}

func TestSelectedRowsStaySelected(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.SetSource(ordered{"Yamal LNG", "Sakhalin II", "RDIF fund", "Rusagro", "R-Pharm"})
	press(g, 40, rowY(1), 0)
	press(g, 40, rowY(4), fyne.KeyModifierShortcutDefault)
	g.SetSource(ordered{"R-Pharm", "RDIF fund", "Rusagro", "Sakhalin II", "Yamal LNG"})
	check(t, "in another order", g.Selected(), "[R-Pharm Sakhalin II]")
	typed(g, fyne.KeyDown)
	check(t, "the cursor is still on R-Pharm", g.Selected(), "[RDIF fund]")
	g.SetSource(ordered{"R-Pharm"})
	check(t, "when the row is gone", len(g.Selected()), 0)
	g.SetSource(nil)
	typed(g, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	check(t, "without rows", g.CopyText(), "")
}

func TestTheSelectedRowKeepsItsPlaceOnTheScreen(t *testing.T) {
	names := func(from, to int) (o ordered) {
		for i := from; i < to; i++ {
			o = append(o, fmt.Sprint("agreement ", i))
		}
		return o
	}
	g, _ := shown(t, 0, 0)
	g.SetSource(names(0, 200))
	g.Select("agreement 100")
	before, seen := g.PositionOf("agreement 100")
	if !seen {
		t.Fatal("a selected row is not in sight")
	}
	g.SetSource(names(40, 200))
	after, _ := g.PositionOf("agreement 100")
	check(t, "place after 40 rows above are filtered out", after, before)
	g.SetSort(Sorted{"title", true})
	top, _ := g.Shown()
	reversed := names(40, 200)
	slices.Reverse(reversed)
	g.SetSource(reversed)
	now, _ := g.Shown()
	check(t, "another order keeps the place of scrolling", now, top)
	check(t, "and the selection", g.Selected(), "[agreement 100]")
}

func TestCopiesWhatSpreadsheetsTake(t *testing.T) {
	g, _ := shown(t, 100, 0)
	press(g, 40, rowY(2), 0)
	press(g, 40, rowY(5), fyne.KeyModifierShift)
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	lines := strings.Split(strings.TrimSuffix(fyne.CurrentApp().Clipboard().Content(), "\n"), "\n")
	if len(lines) != 5 || lines[0] != "Title\tValue" || lines[1] != "title 2\tvalue 2" {
		t.Errorf("copied %q", lines)
	}
	g.Select("")
	check(t, "lines without a selection", strings.Count(g.CopyText(), "\n"), 101)
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	check(t, "lines with all selected", strings.Count(g.CopyText(), "\n"), 101)
	g.SetColumns([]Column{{ID: "title", Title: "Title", Width: 200, Hidden: true}, {ID: "value", Title: "Value,\nmillion", Width: 100}})
	g.SetSource(written{{"id": {Text: "a"}, "title": {Text: "hidden"}, "value": {Text: "~1,000", Unit: "USD", Tag: "EN"}}})
	check(t, "with a unit and without a tag", fmt.Sprintf("%q", g.CopyText()), `"Value, million\nUSD ~1,000\n"`)
}

func BenchmarkScroll(b *testing.B) {
	g, _ := shown(b, 1_000_000, 0)
	step := float32(-72)
	for b.Loop() {
		before := g.top
		if g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, step)}); g.top == before {
			step = -step
		}
	}
}

func BenchmarkSetSource(b *testing.B) {
	g, asked := shown(b, 1_000_000, 0)
	g.Select("generated 20")
	for b.Loop() {
		g.SetSource(generated{1_000_000, 0, asked})
	}
}
