package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
