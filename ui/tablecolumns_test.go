package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/grid"
)

// agreementsShown goes to the agreements and gives their table.
func agreementsShown(t *testing.T) (*Window, *listing, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	return w, w.listingShown(), settle
}

// The columns that a person chooses stay from one start of the program to the
// next, under the name of their table; what is not shown is not copied.
func TestColumnsOfATableAreChosenAndKept(t *testing.T) {
	w, l, _ := agreementsShown(t)
	if got := strings.Join(l.grid.ShownColumns(), " "); got != "title instrument sector at_summit signed_by force value" {
		t.Fatalf("the table comes with %s", got)
	}
	w.do("columns")
	if !w.covered() {
		t.Fatal("no list of columns")
	}
	chooser, ok := w.window.Canvas().Focused().(*grid.Chooser)
	if !ok {
		t.Fatal("the list has not got the keys")
	}
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // no instrument
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	chooser.TypedShortcut(ctrl(fyne.KeyUp)) // the sector before it
	want := "title sector at_summit signed_by force value"
	if got := strings.Join(l.grid.ShownColumns(), " "); got != want {
		t.Errorf("shown are %s, want %s", got, want)
	}
	w.dismiss()
	l.grid.Select(refID(w.desk.ledger, l.selection.Rows[0]))
	if heading, _, _ := strings.Cut(w.view().copyText(), "\n"); strings.Contains(heading, "Instrument") || !strings.HasPrefix(heading, "Title\tSector\t") {
		t.Errorf("copied headings: %q", heading)
	}
	l.grid.GoTo("value")
	w.do("column_left")
	w.do("column_wider")
	again := newListing(w, "agreements", ledger.Agreements)
	again.desk = w.desk
	again.show(w.desk, l.selection)
	if got, want := fmt.Sprint(again.grid.Arrangement()), fmt.Sprint(l.grid.Arrangement()); got != want || !strings.Contains(got, "value force") {
		t.Errorf("after a start the columns are %s, they were %s", got, want)
	}
	other := newListing(w, "organisations", ledger.Organisations)
	if len(other.grid.Arrangement().Shown) != 0 {
		t.Error("another table took the columns over")
	}
	w.do("columns_reset")
	if len(l.grid.Arrangement().Shown) != 0 || l.grid.ShownColumns()[1] != "instrument" {
		t.Errorf("put back: %v", l.grid.ShownColumns())
	}
}

// Every field of a kind can be shown, in every language under a name.
func TestEveryFieldCanBeAColumn(t *testing.T) {
	w, l, settle := agreementsShown(t)
	for _, language := range []string{"ja", "ru", "en"} {
		w.do("language_" + language)
		settle()
		names := map[string]bool{}
		for _, column := range choosable(l.grid) {
			if column.Title == "" || column.Title == column.ID {
				t.Errorf("%s: the column %s has the name %q", language, column.ID, column.Title)
			}
			names[column.ID] = true
		}
		for _, field := range []string{"title", "value", "summary", "confidence", "outcome", "key", "organisation", "country"} {
			if !names[field] {
				t.Errorf("%s: %s cannot be shown", language, field)
			}
		}
	}
	l.grid.ShowColumns([]string{"key", "organisation", "title"})
	text := w.view().copyText()
	if lines := strings.Split(text, "\n"); len(lines) != 1+123+1 || !strings.Contains(text, "novatek-mitsubishi-2016\t") {
		t.Errorf("copied:\n%.300s", text)
	}
}

func TestSeveralColumnsOrderTheRows(t *testing.T) {
	w, l, settle := agreementsShown(t)
	w.do("ungroup")
	settle()
	for _, step := range []struct {
		column string
		also   bool
		want   string
	}{{"sector", false, "[{sector false}]"}, {"signed_by", true, "[{sector false} {signed_by false}]"}, {"signed_by", true, "[{sector false} {signed_by true}]"},
		{"title", true, "[{sector false} {signed_by true} {title false}]"}, {"signed_by", true, "[{sector false} {title false}]"}, {"value", false, "[{value false}]"}, {"value", false, "[{value true}]"}, {"value", false, "[]"}} {
		l.grid.OnSort(step.column, step.also)
		settle()
		if got := fmt.Sprint(l.selection.Query.Sort); got != step.want {
			t.Errorf("after %s, %v: %s, want %s", step.column, step.also, got, step.want)
		}
	}
	l.grid.GoTo("sector")
	w.do("sort_column")
	settle()
	l.grid.GoTo("instrument")
	w.do("sort_column_also")
	settle()
	if got := fmt.Sprint(l.sortedColumns()); got != "[{sector false} {instrument false}]" {
		t.Errorf("by keys: %s", got)
	}
}

// Groups inside groups: every heading says how many records it has and what
// their amounts add up to; together the groups of a level hold all records.
func TestGroupsInsideGroupsAddUp(t *testing.T) {
	w, l, settle := agreementsShown(t)
	l.grid.GoTo("sector")
	w.do("group_column_also")
	settle()
	l.grid.GoTo("instrument")
	w.do("group_column_also")
	settle()
	if got := query.GroupOf(l.selection.Query); !slices.Equal(got, []string{"track", "sector", "instrument"}) {
		t.Fatalf("grouped by %v", got)
	}
	counts, totals := map[int]int{}, map[string]string{}
	for row := range l.rows.Len() {
		if heading, is := l.rows.Group(row); is {
			group := l.selection.Groups[l.rows.heads[slices.IndexFunc(l.rows.heads, func(h head) bool { return h.row == row })].group]
			counts[heading.Level] += group.Rows
			if heading.Total != "" {
				totals[fmt.Sprint(heading.Level, " ", heading.Title)] = heading.Total
			}
		}
	}
	if fmt.Sprint(counts) != "map[0:123 1:123 2:123]" {
		t.Errorf("records by level: %v", counts)
	}
	if got := totals["0 Commercial"]; got != "USD 85m, 1 of 91" {
		t.Errorf("the commercial agreements add up to %q", got)
	}
	all := l.rows.Len()
	w.do("close_groups")
	if l.rows.Len() != 2 {
		t.Errorf("closed, %d rows show", l.rows.Len())
	}
	l.grid.OnGroup(l.rows.ID(0))
	inside := 0
	for row := 1; row < l.rows.Len()-1; row++ {
		if heading, is := l.rows.Group(row); is && heading.Level == 1 && heading.Closed {
			inside++
		}
	}
	if inside == 0 || inside != l.rows.Len()-2 {
		t.Errorf("under the opened group are %d closed ones in %d rows", inside, l.rows.Len()-2)
	}
	l.openGroup(l.rows.ID(1))
	if name := w.figure.shown.name; !strings.HasPrefix(name, "Government \u00b7 ") {
		t.Errorf("the count of a group inside a group opens %q", name)
	}
	w.do("open_groups")
	if l.rows.Len() != all {
		t.Errorf("open again, %d rows show, want %d", l.rows.Len(), all)
	}
}

// A cell that is changed where it stands is an action of the journal, refused
// with the reason when it cannot stand there, and undone like any other.
func TestACellOfATableIsChanged(t *testing.T) {
	w, l, settle := agreementsShown(t)
	ref, _ := w.desk.ledger.Find(ledger.Agreements, "arctic-lng-2-jbic-loan-2021")
	id := refID(w.desk.ledger, ref)
	l.grid.Select(id)
	draft, ok := l.beginCell(id, "signed_by")
	if !ok || draft.Text != w.desk.ledger.Value(ref, "signed_on") {
		t.Fatalf("the day is changed from %q, %v", draft.Text, ok)
	}
	if fault := l.checkCell(id, "signed_by", "2016-13-16"); fault == "" {
		t.Error("a month 13 is not refused")
	}
	if draft, ok := l.beginCell(id, "instrument"); !ok || len(draft.Words) < 10 {
		t.Errorf("instruments to choose from: %d, %v", len(draft.Words), ok)
	}
	if _, ok := l.beginCell(id, "organisation"); ok {
		t.Error("the parties are changed in a cell")
	}
	fault := "not told"
	l.keepCell(id, "title", "Loan of the bank", func(told string) { fault = told })
	settle()
	value := func() string {
		ref, _ := w.desk.ledger.Find(ledger.Agreements, "arctic-lng-2-jbic-loan-2021")
		return w.desk.ledger.Value(ref, "title")
	}
	if fault != "" || value() != "Loan of the bank" {
		t.Errorf("kept: %q, refused: %q", value(), fault)
	}
	l.keepCell(id, "title", "", func(told string) { fault = told })
	settle()
	if fault == "" || value() != "Loan of the bank" {
		t.Errorf("an empty title is kept: %q, %q", value(), fault)
	}
	w.do("undo")
	settle()
	if value() != "JBIC project loan to Arctic LNG 2" {
		t.Errorf("after undo the title is %q", value())
	}
	w.do("language_ja")
	settle()
	if of, ok := l.cellColumn(titleColumn); !ok || of.Name != "title_ja" {
		t.Errorf("a Japanese reader changes %q", of.Name)
	}
}

func TestTypingFindsARowInEveryWriting(t *testing.T) {
	w, l, settle := agreementsShown(t)
	for _, typed := range []string{"jbic project", "ＪＢＩＣ ＰＲＯＪＥＣＴ"} {
		l.grid.Select("")
		landed := -2
		l.seek(typed, titleColumn, 0, func(row int) { landed = row })
		settle()
		if ref, ok := l.rows.ref(landed); !ok || w.desk.ledger.Key(ref) != "arctic-lng-2-jbic-loan-2021" {
			t.Errorf("%s leads to row %d", typed, landed)
		}
	}
}

func TestRowsHaveThreeHeights(t *testing.T) {
	w, _, settle := agreementsShown(t)
	for name, want := range map[string]float32{"compact": 24, "normal": 28, "roomy": 32} {
		w.do("density_" + name)
		settle()
		if w.rowHeight() != want {
			t.Errorf("%s: rows of %v", name, w.rowHeight())
		}
	}
}

func TestTheLineOfTotalsOpens(t *testing.T) {
	w, l, settle := agreementsShown(t)
	w.do("totals")
	settle()
	l.grid.OnTotal(valueColumn)
	if w.figure.shown.number != w.desk.sumWords(l.total) {
		t.Error("the total does not open as the sum of the foot does")
	}
}

// A table that cannot be listed says why and offers to try again; one that is
// shown stays, with the query it answers.
func TestATableThatCannotBeListedSaysWhy(t *testing.T) {
	w, l, settle := agreementsShown(t)
	before := l.query
	l.query = before.With("sector", []string{"health"})
	l.failed(errors.New("the index is gone"))
	if !w.covered() || len(l.query.Filters) != 0 || l.rows.Len() < 123 {
		t.Errorf("with rows on the screen: %v, %d rows", l.query, l.rows.Len())
	}
	w.dismiss()
	l.selection = nil
	l.grid.SetSource(nil)
	l.failed(errors.New("the index is gone"))
	var empty *controls.Empty
	for _, object := range test.LaidOutObjects(l.grid) {
		if found, ok := object.(*controls.Empty); ok {
			empty = found
		}
	}
	if empty == nil || len(empty.Buttons()) != 1 {
		t.Fatal("nothing says why there are no rows")
	}
	empty.Buttons()[0].OnPress()
	settle()
	if l.selection == nil || len(l.selection.Rows) != 123 {
		t.Error("trying again shows nothing")
	}
}
