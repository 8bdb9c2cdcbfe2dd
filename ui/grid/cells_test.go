package grid

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// five are columns of which more are there than fit.
func five() []Column {
	return []Column{{ID: "title", Title: "Title", Width: 240, Sortable: true}, {ID: "instrument", Title: "Instrument", Width: 200, Sortable: true}, {ID: "sector", Title: "Sector", Width: 200},
		{ID: "signed", Title: "Signed", Width: 200, Sortable: true}, {ID: "value", Title: "Value", Width: 120, Align: Right, Sortable: true}}
}

func shownFive(t testing.TB) *Grid {
	t.Helper()
	g, _ := shown(t, 100, 0)
	g.Cells = true
	g.SetColumns(five())
	return g
}

func columnNames(g *Grid) string { return strings.Join(g.ShownColumns(), " ") }

func TestColumnsAreHiddenMovedAndPutBack(t *testing.T) {
	g := shownFive(t)
	told := 0
	g.OnColumns = func() { told++ }
	g.HideColumn("sector")
	g.MoveColumn("value", "instrument")
	check(t, "after hiding and moving", columnNames(g), "title value instrument signed")
	check(t, "times told", told, 2)
	if header, _, _ := strings.Cut(g.CopyText(), "\n"); header != "Title\tValue\tInstrument\tSigned" {
		t.Errorf("copied are %q", header)
	}
	kept := g.Arrangement()
	again := shownFive(t)
	again.Arrange(kept)
	check(t, "kept columns come back", columnNames(again), "title value instrument signed")
	again.SetColumns(append(five(), Column{ID: "country", Title: "Country", Width: 100, Hidden: true}))
	check(t, "a new column stays hidden", columnNames(again), "title value instrument signed")
	again.ShowColumns([]string{"country", "gone", "title"})
	check(t, "by name, what is not there passed over", columnNames(again), "country title")
	again.ResetColumns()
	check(t, "as the table has them", columnNames(again), "title instrument sector signed value")
	for _, name := range []string{"title", "instrument", "sector", "signed", "value"} {
		again.HideColumn(name)
	}
	check(t, "the last column stays", columnNames(again), "value")
}

func TestAHeadingIsDraggedToAnotherPlace(t *testing.T) {
	g := shownFive(t)
	sorted := ""
	g.OnSort = func(column string, _ bool) { sorted = column }
	drag := func(from, to float32) {
		g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 10)}, Button: desktop.MouseButtonPrimary})
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 12)}, Dragged: fyne.NewDelta(to-from, 0)})
		g.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 12)}, Button: desktop.MouseButtonPrimary})
		g.DragEnd()
	}
	drag(inset+240+200+40, inset+20) // the sector before the title
	check(t, "dragged to the front", columnNames(g), "sector title instrument signed value")
	check(t, "a drag does not sort", sorted, "")
	drag(inset+40, inset+200+240+150) // and behind the instrument
	check(t, "dragged back", columnNames(g), "title instrument sector signed value")
	drag(inset+40, inset+43)
	check(t, "a hand that shakes sorts", sorted, "title")
}

func TestPinnedColumnsStayWhenTheOthersScroll(t *testing.T) {
	g := shownFive(t)
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-5000, 0)})
	r := test.WidgetRenderer(g).(*renderer)
	titles := func(objects []fyne.CanvasObject) string {
		var words []string
		for _, object := range objects {
			if text, ok := object.(*canvas.Text); ok && len(words) < 4 {
				word, _, _ := strings.Cut(text.Text, "\t")
				words = append(words, word)
			}
		}
		return strings.Join(words, " ")
	}
	check(t, "headings that stay", titles(r.heading.still.Objects), "Title")
	check(t, "cells that stay", titles(r.still.Objects), "title title title title")
	check(t, "the others begin at", r.clip.Position().X, inset+240)
	check(t, "column under the pinned edge", g.columns[g.columnAt(inset+100)].ID, "title")
	g.Pin("instrument")
	check(t, "with two pinned they begin at", r.clip.Position().X, inset+240+200)
	check(t, "pinned", fmt.Sprint(g.Pinned("title"), g.Pinned("instrument"), g.Pinned("sector")), "true true false")
	g.Pin("signed") // wider than most of the window
	check(t, "too wide to stay", r.clip.Position().X, float32(0))
	g.PinBefore("title")
	check(t, "none stays", fmt.Sprint(len(r.still.Objects), g.Pinned("title")), "0 false")
}

func TestTheCursorGoesThroughCells(t *testing.T) {
	g := shownFive(t)
	typed(g, fyne.KeyDown, fyne.KeyRight)
	row, column, ok := g.Cell()
	check(t, "the first cell", fmt.Sprint(row, column, ok), fmt.Sprint("generated 0", "title", true))
	typed(g, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
	row, column, _ = g.Cell()
	check(t, "at the right end, a row further down", row+" "+column, "generated 1 value")
	if at, size, seen := g.cellFrame(1, g.cell); !seen || at.X+size.Width > 800 {
		t.Errorf("the cell is not in sight: %v %v", at, size)
	}
	typed(g, fyne.KeyEscape)
	if _, _, ok := g.Cell(); ok {
		t.Error("Escape does not leave the cell")
	}
	given := fyne.KeyName("")
	g.OnKey = func(event *fyne.KeyEvent) { given = event.Name }
	typed(g, fyne.KeyEscape)
	check(t, "the next Escape goes on", given, fyne.KeyEscape)
}

func TestMarksOfTheOrderSayWhichComesFirst(t *testing.T) {
	g := shownFive(t)
	g.SetSort(Sorted{"signed", true}, Sorted{"title", false})
	r := test.WidgetRenderer(g).(*renderer)
	places := map[string]bool{}
	for _, part := range r.heading.parts {
		if text, ok := part.object.(*canvas.Text); ok && (text.Text == "1" || text.Text == "2") {
			places[fmt.Sprint(text.Text, part.x > inset+240)] = true
		}
	}
	check(t, "numbers beside the headings", fmt.Sprint(places), "map[1true:true 2false:true]")
	var asked []string
	g.OnSort = func(column string, also bool) { asked = append(asked, fmt.Sprint(column, also)) }
	press(g, 40, 10, 0)
	press(g, inset+240+200+200+40, 10, fyne.KeyModifierShift)
	check(t, "clicks", asked, "[titlefalse signedtrue]")
	g.SetSort(Sorted{"title", false})
	for _, part := range r.heading.parts {
		if text, ok := part.object.(*canvas.Text); ok && text.Text == "1" {
			t.Error("a number although one column orders the rows")
		}
	}
}

// tree is deals under two levels of headings; closed hides what is under.
func tree(closed bool) written {
	rows := written{{"id": {Text: "g1"}, "group": {Text: "Contract", Tag: "2", Bold: closed}}}
	if !closed {
		rows = append(rows, map[string]Cell{"id": {Text: "a"}, "title": {Text: "Yamal LNG"}}, map[string]Cell{"id": {Text: "b"}, "title": {Text: "Sakhalin"}})
	}
	return append(rows, map[string]Cell{"id": {Text: "g2"}, "group": {Text: "Operating", Tag: "1"}}, map[string]Cell{"id": {Text: "c"}, "title": {Text: "Mazda"}})
}

func TestGroupsOpenAndCloseByKeys(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.Cells = true
	closed := false
	g.OnGroup = func(id string) {
		check(t, "the group", id, "g1")
		closed = !closed
		g.SetSource(tree(closed))
	}
	g.SetSource(tree(false))
	g.Select("b")
	typed(g, fyne.KeyLeft)
	check(t, "to the left of a record is its heading", g.cursor, 0)
	typed(g, fyne.KeyLeft)
	check(t, "once more closes it", fmt.Sprint(closed, g.rowCount()), "true 3")
	typed(g, fyne.KeyRight)
	check(t, "to the right opens it", fmt.Sprint(closed, g.rowCount()), "false 5")
	typed(g, fyne.KeyReturn)
	check(t, "Enter turns it over", closed, true)
	told := 0
	g.OnSelect = func(string) { told++ }
	typed(g, fyne.KeyDown)
	check(t, "a heading is no record", told, 0)
	typed(g, fyne.KeyDown)
	check(t, "a record is told", told, 1)
}

func TestTypingGoesToTheRow(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.SetSource(ordered{"Yamal LNG", "Sakhalin II", "Rusagro", "R-Pharm", "Far East fund of Sakhalin"})
	for _, letter := range "sakh" {
		g.TypedRune(letter)
	}
	check(t, "sakh", g.Selected(), "[Sakhalin II]")
	for range 4 {
		typed(g, fyne.KeyBackspace)
	}
	check(t, "one letter is left", g.seeking.text, "s")
	typed(g, fyne.KeyEscape)
	for _, letter := range "fund" {
		g.TypedRune(letter)
	}
	check(t, "in the middle of a text", g.Selected(), "[Far East fund of Sakhalin]")
	g.seeking.until = time.Time{}
	g.TypedRune('q')
	check(t, "what is nowhere", fmt.Sprint(g.seeking.found, g.Selected()), "false [Far East fund of Sakhalin]")
	g.seeking.until = time.Time{}
	for _, letter := range "r" {
		g.TypedRune(letter)
	}
	check(t, "from the cursor round the end", g.Selected(), "[Rusagro]")
}

func TestACutTextShowsWhole(t *testing.T) {
	g, _ := shown(t, 0, 0)
	whole := "Memorandum of understanding on cooperation in the field of postal services between the two ministries concerned"
	g.SetColumns([]Column{{ID: "title", Title: "Title of the agreement as signed", Width: 120}})
	g.SetSource(ordered{"Short", whole})
	var waits []func()
	g.Later = func(_ time.Duration, do func()) func() { waits = append(waits, do); return func() {} }
	hover := func(y float32) {
		g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, y)}})
	}
	r := test.WidgetRenderer(g).(*renderer)
	tipText := func() string {
		var words []string
		for _, object := range r.over.shown {
			if text, ok := object.(*canvas.Text); ok {
				words = append(words, text.Text)
			}
		}
		return strings.Join(words, " ")
	}
	hover(rowY(0))
	check(t, "waits over a whole text", len(waits), 0)
	hover(rowY(1))
	check(t, "before the pointer rests", tipText(), "")
	waits[0]()
	check(t, "the tip", tipText(), whole)
	hover(rowY(0))
	check(t, "elsewhere it goes", tipText(), "")
	waits[0]() // too late
	check(t, "and does not come back", tipText(), "")
	hover(8)
	waits[len(waits)-1]()
	check(t, "a cut heading", tipText(), "Title of the agreement as signed")
}

func TestACellIsChangedWhereItStands(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.Cells = true
	g.SetSource(ordered{"Yamal LNG", "Sakhalin II"})
	var kept []string
	refuse := ""
	g.Editing = &Editing{
		Begin: func(row, column string) (Draft, bool) { return Draft{Text: row}, column == "title" },
		Check: func(_, _, text string) string {
			if text == "" {
				return "A title is needed"
			}
			return ""
		},
		Keep: func(row, column, text string, done func(string)) {
			kept = append(kept, row+"/"+column+"/"+text)
			done(refuse)
		},
	}
	focus := func() { fyne.CurrentApp().Driver().CanvasForObject(g).Focus(g) }
	focus()
	typed(g, fyne.KeyDown, fyne.KeyRight, fyne.KeyF2)
	if g.editor == nil {
		t.Fatal("F2 does not begin to change the cell")
	}
	entry := g.editor.entry
	entry.SetText("")
	check(t, "what is wrong", g.editor.fault[0].Text, "A title is needed")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	check(t, "kept although it is wrong", len(kept), 0)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	check(t, "after Escape", fmt.Sprint(g.editor == nil, kept), "true []")
	typed(g, fyne.KeyReturn)
	entry = g.editor.entry
	refuse = "Another record has this title"
	entry.SetText("Arctic LNG 2")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	check(t, "refused where it is kept", g.editor.fault[0].Text, refuse)
	refuse = ""
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	check(t, "kept", kept[1:], "[Yamal LNG/title/Arctic LNG 2]")
	check(t, "closed", g.editor == nil, true)
	typed(g, fyne.KeyRight)
	opened := ""
	g.OnOpen = func(id string) { opened = id }
	typed(g, fyne.KeyReturn)
	check(t, "Enter on a cell that is not changed opens", opened, "Yamal LNG")
}

func TestTotalsStandUnderTheirColumns(t *testing.T) {
	g, _ := shown(t, 1_000, 0)
	typed(g, fyne.KeyEnd)
	g.SetTotals(map[string]Cell{"value": {Text: "12,400", Unit: "USD"}})
	typed(g, fyne.KeyEnd)
	_, last := g.Shown()
	check(t, "the last row is in sight over the totals", last, 1_000)
	if at, _ := g.PositionOf("generated 999"); at.Y+24 > 600-totalsHigh+0.5 {
		t.Errorf("the last row stands at %v under the totals", at)
	}
	clicked := ""
	g.OnTotal = func(column string) { clicked = column }
	press(g, 760, 590, 0)
	check(t, "clicked", clicked, "value")
	press(g, 40, 590, 0)
	check(t, "a column without a total", clicked, "value")
	check(t, "no row is pressed", g.Selected(), "[generated 999]")
}

func TestRowsOnTheirWayAreSaidAndGivenUp(t *testing.T) {
	g, asked := shown(t, 100, 0)
	r := test.WidgetRenderer(g).(*renderer)
	check(t, "bar at rest", r.busy.Hidden, true)
	*asked = 0
	g.SetBusy(true)
	check(t, "bar, and cells asked for again", fmt.Sprint(r.busy.Hidden, *asked), "false 0")
	given := false
	g.OnCancel = func() { given = true; g.SetBusy(false) }
	typed(g, fyne.KeyEscape)
	check(t, "given up, and the bar is gone", fmt.Sprint(given, r.busy.Hidden), "true true")
}

// Rows that are looked through elsewhere may change before the answer comes:
// what was typed is looked for among the new ones, and letters typed meanwhile
// belong to it however long it takes.
func TestTypingIsAnsweredAmongTheRowsThatAreThere(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.SetSource(ordered{"Yamal LNG", "Sakhalin II"})
	var asked []string
	var answer func(row int)
	g.OnSeek = func(text, _ string, _ int, land func(int)) { asked, answer = append(asked, text), land }
	g.TypedRune('r')
	late := answer
	g.seeking.until = time.Time{}
	g.TypedRune('u')
	g.SetSource(ordered{"Yamal LNG", "Sakhalin II", "Rusagro"})
	check(t, "asked for", asked, "[r ru ru]")
	late(0)
	check(t, "an answer to other letters", len(g.Selected()), 0)
	answer(2)
	check(t, "the answer", g.Selected(), "[Rusagro]")
	g.seeking.until = time.Time{}
	g.TypedRune('y')
	check(t, "after a pause a new word begins", asked[len(asked)-1], "y")
}
