package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// The question says what will come, and what is chosen is what is asked for.
func TestWhatGoesToExcelIsChosen(t *testing.T) {
	w, settle := opened(t)
	w.goTo("funds")
	settle()
	w.askExportChoices()
	if !w.covered() {
		t.Fatal("nothing is asked")
	}
	e := newExporting(w)
	if text := e.preview.Text; text != fmt.Sprintf("Worked-out sheets: %d. Tables: 14. Rows: 1,856.", len(workbook.PageIDs())) {
		t.Errorf("%q", text)
	}
	e.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	e.profile.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	for i := range e.sheets[1:] {
		e.sheets[i+1].SetChecked(false)
	}
	request := e.request()
	if !request.Publication || strings.Join(request.Pages, ",") != "contents" || len(request.Selections) != 1 || len(request.Selections[0].Rows) != 4 {
		t.Errorf("%v, %d selections", request.Pages, len(request.Selections))
	}
	if text := e.preview.Text; text != "Worked-out sheets: 1. Tables: 1. Rows: 4." {
		t.Errorf("%q", text)
	}
}

// Saved views can be chosen in place of the tables: each box says how many
// records its view shows, and what is written is what was chosen.
func TestSavedViewsGoToExcel(t *testing.T) {
	w, settle := opened(t)
	if e := newExporting(w); len(e.views.opened) != 0 || e.viewBox.Visible() {
		t.Error("views are offered where none is saved")
	}
	settle()
	for _, view := range []ledger.SavedView{{Name: "Past due", Tab: "promises", Query: "verdict:overdue"}, {Name: "Start", Tab: "overview"}, {Name: "Gas, 2018", Tab: "pipeline", Query: "sector:extractives", Group: []string{"outcome"}, AsOf: "2018-12-31"}} {
		w.keepView(view)
		settle()
	}
	w.goTo("funds")
	settle()
	e := newExporting(w)
	settle()
	e.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	e.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if e.rows.Current() != exportViews || e.pages.Visible() || !e.viewBox.Visible() {
		t.Fatalf("%s is chosen; sheets %v, views %v", e.rows.Current(), e.pages.Visible(), e.viewBox.Visible())
	}
	if len(e.views.checks) != 2 || e.views.checks[0].Text != "Past due: 10 promises" || e.views.checks[1].Text != "Gas, 2018: 16 deals" {
		t.Errorf("offered: %q, %q of %d", e.views.checks[0].Text, e.views.checks[1].Text, len(e.views.checks))
	}
	if text := e.preview.Text; text != "Sheets of saved views: 2. Rows: 26." {
		t.Errorf("%q", text)
	}
	e.views.checks[0].SetChecked(false)
	request := e.request()
	if len(request.Views) != 1 || request.Views[0].Opened.Saved.Name != "Gas, 2018" || request.Selections == nil || len(request.Selections) != 0 || e.preview.Text != "Sheets of saved views: 1. Rows: 16." {
		t.Errorf("%d views, selections %v; %q", len(request.Views), request.Selections, e.preview.Text)
	}
	path := t.TempDir() + "/views.xlsx"
	if err := workbook.Write(t.Context(), path, request); err != nil {
		t.Error(err)
	}
}

// What kept a workbook from being written is said in the reader's language.
func TestWhatFailedIsSaidInTheReadersLanguage(t *testing.T) {
	err := fmt.Errorf("export: %w", workbook.Write(t.Context(), t.TempDir(), workbook.Request{}))
	for language, says := range map[locale.Language]string{locale.English: "is a folder. Give", locale.Japanese: "はフォルダーです", locale.Russian: "— это папка"} {
		p, fault := locale.New(language)
		if fault != nil {
			t.Fatal(fault)
		}
		if text := whatFailed(p, err); !strings.Contains(text, says) {
			t.Errorf("%s: %q", language, text)
		}
	}
}
