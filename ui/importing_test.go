package ui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/workbook"
)

// A workbook is exported, edited elsewhere and dropped on the window: its
// change is shown, taken over as one action, and one undo takes it back.
func TestAnEditedWorkbookComesBack(t *testing.T) {
	w, settle := opened(t)
	path := filepath.Join(t.TempDir(), "work.xlsx")
	if err := workbook.Write(t.Context(), path, w.workbookRequest(false)); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := file.GetRows("Deals")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if row[0] == "yamal-lng" {
			cell, err := excelize.CoordinatesToCellName(2, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := file.SetCellStr("Deals", cell, "Yamal LNG, with a better title"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(file.Save(), file.Close()); err != nil {
		t.Fatal(err)
	}
	w.dropped([]fyne.URI{storage.NewFileURI(path)})
	settle()
	if !w.covered() {
		t.Fatal("the proposal is not shown")
	}
	title := func() string {
		ref, ok := w.file.workspace.Ledger().Find(ledger.Deals, "yamal-lng")
		if !ok {
			t.Fatal("the deal is gone")
		}
		return w.file.workspace.Ledger().Value(ref, "title")
	}
	before := title()
	for _, action := range w.actions {
		if action.ID == "import_workbook" && action.refusal() != "" {
			t.Error(action.refusal())
		}
	}
	w.dismiss()
	w.importWorkbook(path)
	settle()
	proposal := w.reviewed.proposal
	if len(proposal.Suggestions) != 1 || proposal.Suggestions[0].Old != before {
		t.Fatalf("%+v", proposal.Suggestions)
	}
	w.reviewed.carryOut()
	settle()
	if got := title(); got != "Yamal LNG, with a better title" {
		t.Errorf("the title is %q", got)
	}
	w.undo()
	settle()
	if got := title(); got != before {
		t.Errorf("after undo the title is %q, was %q", got, before)
	}
}

// A file that is no workbook of ours says so in the reader's language and
// changes nothing.
func TestAForeignWorkbookIsRefused(t *testing.T) {
	w, settle := opened(t)
	path := filepath.Join(t.TempDir(), "foreign.xlsx")
	file := excelize.NewFile()
	if err := errors.Join(file.SaveAs(path), file.Close()); err != nil {
		t.Fatal(err)
	}
	revision := w.file.workspace.Revision()
	w.importWorkbook(path)
	settle()
	if !w.covered() || w.file.workspace.Revision() != revision {
		t.Error("no message, or something changed")
	}
	var refused *workbook.Refused
	_, err := workbook.Read(t.Context(), path)
	if !errors.As(err, &refused) || strings.HasPrefix(w.printer.Text("import.refused."+string(refused.Reason)), "import.") {
		t.Errorf("%v has no text", err)
	}
}
