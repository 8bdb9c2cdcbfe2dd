package ui

import (
	"image/png"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/data/locale"
)

// While a filter is typed the panel under the field says it in words; a mistake
// is pointed out and the rows stay as they were.
func TestWhatIsTypedIsSaidInWordsAndMistakesKeepTheRows(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	field := w.header.search
	w.window.Canvas().Focus(field)
	test.Type(field, "sector:health")
	settle()
	if said := w.searching.panel.State().Said; said != "Sector is Health" {
		t.Errorf("said as %q", said)
	}
	rows := len(w.listingShown().selection.Rows)
	if rows == 0 || rows == w.listingShown().selection.All {
		t.Fatalf("%d rows", rows)
	}
	field.SetText("sector:health valeu>1bn") // as pasted: letter by letter it is a word first
	settle()
	state := w.searching.panel.State()
	if state.Said != "" || state.Typed[state.From:state.To] != "valeu" || !strings.Contains(state.Mistake, "value") {
		t.Errorf("a mistake shows as %+v", state)
	}
	if got := len(w.listingShown().selection.Rows); got != rows {
		t.Errorf("%d rows with a mistake, want the %d of before", got, rows)
	}
	left, _, _ := w.foot.Texts()
	if !strings.Contains(left, w.printer.Integer(rows)) {
		t.Errorf("the foot says %q", left)
	}
	w.focusView()
	if w.searching.panel.Visible() {
		t.Error("the panel stays when the field is left")
	}
}

// Tab takes what is offered, the arrow keys choose among values; Down after
// plain words leads to the rows as ever.
func TestOffersAreTakenByKeys(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	field := w.header.search
	w.window.Canvas().Focus(field)
	test.Type(field, "stag")
	settle()
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	settle()
	if field.Text != "stage:" || field.CursorColumn != len("stage:") {
		t.Fatalf("Tab makes it %q with the cursor at %d", field.Text, field.CursorColumn)
	}
	test.Type(field, "con")
	settle()
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		field.TypedKey(&fyne.KeyEvent{Name: key})
	}
	settle()
	if field.Text != "stage:construction" {
		t.Errorf("the second value is %q", field.Text)
	}
	if got := len(w.listingShown().selection.Rows); got != 2 {
		t.Errorf("%d deals under construction, want 2", got)
	}
	field.SetText("gas")
	settle()
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if w.window.Canvas().Focused() == fyne.Focusable(field) {
		t.Error("Down after plain words does not lead to the rows")
	}
}

// What the panel shows fits it in every language.
func TestThePanelFitsInEveryLanguage(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		w.window.Canvas().Focus(w.header.search)
		for i, typed := range []string{"value>1bn", "(sector:health OR sector:nuclear) signed:2016..2018 value>1bn JPY -organisation:三井 has:force", "sec", "sector:"} {
			w.header.search.SetText(typed)
			w.header.search.CursorColumn = len([]rune(typed))
			w.searching.show()
			settle()
			panel := w.searching.panel
			if !panel.Visible() || panel.Position().X < 0 || panel.Position().X+panel.Size().Width > w.window.Canvas().Size().Width {
				t.Errorf("%s in %s: at %v, %v", typed, language, panel.Position(), panel.Size())
			}
			if folder := os.Getenv("SEARCHBOX_PICTURES"); folder != "" {
				file, err := os.Create(folder + "/" + string(language) + string(rune('0'+i)) + ".png")
				if err != nil {
					t.Fatal(err)
				}
				if err := png.Encode(file, w.window.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// A value that is left out hides its records, is counted all the same, and its
// chip brings the records back.
func TestAValueOfAFacetIsLeftOut(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	l.facets.OnExclude("sector", "health")
	settle()
	hidden := 0
	for _, count := range l.selection.Facets["sector"] {
		if count.Value == "health" {
			hidden = count.Count
		}
	}
	left, chips, _ := w.foot.Texts()
	if hidden == 0 || len(l.selection.Rows) != l.selection.All-hidden || len(chips) != 1 || !strings.Contains(chips[0], "sector not: Health") {
		t.Errorf("%d hidden, %d shown, %q with %q", hidden, len(l.selection.Rows), left, chips)
	}
	l.facets.OnToggle("sector", "health")
	settle()
	if len(l.selection.Rows) != l.selection.All {
		t.Errorf("%d shown once it is let back", len(l.selection.Rows))
	}
}

// The years of the signatures stand as a line; a stretch of it keeps the
// records of these years, which the facet counts.
func TestAStretchOfYearsIsKept(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	want := 0
	for _, count := range l.selection.Facets["signed_by"] {
		if count.Value >= "2017" && count.Value <= "2019" {
			want += count.Count
		}
	}
	l.facets.OnSpan("signed_by", "2017", "2019")
	settle()
	if got := len(l.selection.Rows); got != want || want == 0 {
		t.Errorf("%d records of 2017 to 2019, the facet counts %d", got, want)
	}
	if text := l.query.Text(); text != "signed=2017,2018,2019" {
		t.Errorf("the filter is %s", text)
	}
}
