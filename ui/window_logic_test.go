package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/ui/panel"
)

// opened gives the window on a fresh workspace of the bundled summit, drawn in
// memory, and what makes it carry out its work.
func opened(t *testing.T) (*Window, func()) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }
	todo := newQueue()
	w, err := newWindow(test.NewTempApp(t), Options{Version: "test", Language: locale.English, Now: now}, newWork(todo.add))
	if err != nil {
		t.Fatal(err)
	}
	settle := func() { todo.settle(w.work) }
	w.window.Resize(fyne.NewSize(1440, 900))
	path := filepath.Join(t.TempDir(), "bundled.summit")
	if err := ensureBundled(context.Background(), path, w.today()); err != nil {
		t.Fatal(err)
	}
	w.openPath(path)
	settle()
	t.Cleanup(func() {
		settle()
		if err := w.closeFile(); err != nil {
			t.Error(err)
		}
	})
	return w, settle
}

func TestEveryTabShowsItsRecords(t *testing.T) {
	w, settle := opened(t)
	for name, want := range map[string]string{"agreements": "Showing 123 of 123", "pipeline": "Showing 60 of 60", "funds": "Showing 4 of 4", "timeline": "Showing 298 of 298", "organisations": "Showing 149 of 149", "sources": "Showing 427 of 427"} {
		w.goTo(name)
		settle()
		if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, want) {
			t.Errorf("%s: %q, want %q", name, left, want)
		}
	}
}

// Shown and the chips are together all, whatever hides records; taking the
// chips away one by one shows everything again.
func TestTheFootSaysWhatIsHidden(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	w.lookAtSummit()
	settle()
	l := w.listingShown()
	l.ask(l.query.Toggle("track", "commercial"))
	settle()
	w.header.search.SetText("memorandum")
	settle()
	left, chips, _ := w.foot.Texts()
	if len(chips) < 3 || strings.HasPrefix(left, "Showing 123") {
		t.Fatalf("%q with the chips %q", left, chips)
	}
	for range 8 {
		_, chips, _, _ := l.foot()
		if len(chips) == 0 {
			break
		}
		chips[len(chips)-1].Press()
		settle()
	}
	if left, chips, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing 123 of 123") || len(chips) != 0 {
		t.Errorf("with every reason taken away: %q, %q", left, chips)
	}
}

func TestAnEditIsSavedUndoneAndRedone(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	deal, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
	w.showRecord(deal)
	amount := func() string { return w.file.ledger().Value(deal, "amount") }
	f := w.edit(ledger.Deals, deal, w.desk.ledger.Cells(deal))
	field := f.inputs[ledger.Deals.Column("amount")]
	field.entry.SetText("a lot")
	if f.check(field) || !field.fault.Visible() {
		t.Error("a wrong amount is not said at the field")
	}
	f.keep()
	settle()
	if !w.covered() || !f.note.Visible() || w.file.workspace.Revision() != 0 {
		t.Error("a form with a fault is not held back")
	}
	field.entry.SetText("3100000000")
	changes := f.changes()
	if len(changes) != 1 || changes[0].New != "3100000000" {
		t.Fatalf("changes: %+v", changes)
	}
	f.keep()
	settle()
	if w.covered() {
		t.Error("the form stays after saving")
	}
	if amount() != "3100000000" || w.desk.ledger.Value(deal, "amount") != "3100000000" || !strings.Contains(w.bar.Text(), "1 change") {
		t.Fatalf("after saving: %s, the bar says %q", amount(), w.bar.Text())
	}
	for _, step := range []struct {
		do   func()
		want string
	}{{w.undo, "3000000000"}, {w.redo, "3100000000"}, {w.undo, "3000000000"}, {w.undo, "3000000000"}} {
		step.do()
		settle()
		if amount() != step.want {
			t.Errorf("amount %s, want %s", amount(), step.want)
		}
	}
	if got := w.bar.Text(); got != "There is nothing to undo." {
		t.Errorf("a further undo says %q", got)
	}
}

func TestLanguageAndThemeChangeAtRunTime(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	for language, want := range map[locale.Language]string{locale.Japanese: "60件中60件を表示", locale.Russian: "Показано 60 из 60", locale.English: "Showing 60 of 60"} {
		w.setLanguage(language)
		settle()
		if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, want) {
			t.Errorf("%s: %q, want %q", language, left, want)
		}
	}
	w.setDark(true)
	settle()
	if !w.settings.Dark() {
		t.Error("the theme is not remembered")
	}
}

// Every record of the summit has a panel, and its links lead to records.
func TestEveryRecordHasAPanel(t *testing.T) {
	w, settle := opened(t)
	settle()
	followed := 0
	for _, kind := range ledger.Kinds() {
		for ref := range w.desk.ledger.All(kind) {
			blocks, _ := recordBlocks(w.desk, ref, func(other ledger.Ref) {
				if !w.desk.ledger.Has(other) {
					t.Errorf("%s leads to a record that is not there", w.desk.ledger.Name(ref))
				}
				followed++
			}, func(string) {})
			if len(blocks) < 3 {
				t.Errorf("%s has %d blocks", w.desk.ledger.Name(ref), len(blocks))
			}
			for _, block := range blocks {
				if row, ok := block.(panel.Row); ok && row.Open != nil {
					row.Open()
				}
			}
		}
	}
	if followed < 1000 {
		t.Errorf("only %d links were followed", followed)
	}
}

func TestEveryFigureOpensAsManyRecordsAsItSays(t *testing.T) {
	w, settle := opened(t)
	w.goTo("overview")
	settle()
	o, ok := w.view().(*overview)
	if !ok {
		t.Fatal("the first tab is not the overview")
	}
	for id, want := range map[string]string{"operating": "Showing 23 of 60", "stopped": "Showing 12 of 60", "silent": "Showing 28 of 60", "stage.contract": "Showing 10 of 60", "group.signed": "Showing 29 of 123",
		"group.reported": "Showing 15 of 123", "itemised": "Showing 44 of 123", "sector.health": "Showing 3 of 123"} {
		w.goTo("overview")
		settle()
		o.figureSpot(id).TypedKey(pressed(fyne.KeyReturn))
		if !w.figure.Visible() || w.figure.shown.id != id {
			t.Fatalf("Enter on %s opens %q", id, w.figure.shown.id)
		}
		w.showFigureRecords()
		settle()
		if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, want) {
			t.Errorf("%s: %q, want %q", id, left, want)
		}
	}
}

func TestEscapeClosesWhatLiesOverThePage(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	day := w.days
	w.do("as_of")
	if !w.covered() {
		t.Fatal("the question for a day does not show")
	}
	w.do("tab_sources")
	if w.view().id() != "agreements" {
		t.Error("a command goes on under an open question")
	}
	focused := w.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.covered() || w.days != day {
		t.Error("Escape does not close the question")
	}
	w.do("tab_sources")
	settle()
	if w.view().id() != "sources" {
		t.Error("commands are still held back")
	}
}

func TestGroupsCloseAndOpen(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	all := l.rows.Len()
	if heading, ok := l.rows.Group(0); !ok || heading.Count != "32" || heading.Note != "14 signed, 3 reported" || heading.Closed {
		t.Fatalf("the first heading: %+v", heading)
	}
	first := l.rows.ID(0)
	l.grid.OnGroup(first)
	if heading, _ := l.rows.Group(0); !heading.Closed || l.rows.Len() != all-32 {
		t.Errorf("closed, %d rows of %d are left", l.rows.Len(), all)
	}
	if heading, ok := l.rows.Group(1); !ok || heading.Count != "91" {
		t.Errorf("under a closed group stands %+v", heading)
	}
	if ref, ok := l.rows.ref(2); !ok || ref != l.selection.Rows[32] {
		t.Errorf("the first record in sight is %v, not that of the second group", ref)
	}
	for row := range l.rows.Len() {
		if at, found := l.rows.Row(l.rows.ID(row)); !found || at != row {
			t.Fatalf("%s stands in row %d and is found in %d, %v", l.rows.ID(row), row, at, found)
		}
	}
	if at, found := l.rows.Row(refID(w.desk.ledger, l.selection.Rows[3])); found {
		t.Errorf("a record of the closed group is found in row %d", at)
	}
	w.do("groups")
	if l.rows.Len() != 2 {
		t.Errorf("with all groups closed %d rows show", l.rows.Len())
	}
	w.do("groups")
	if l.rows.Len() != all {
		t.Errorf("with all groups open %d rows show, not %d", l.rows.Len(), all)
	}
}
