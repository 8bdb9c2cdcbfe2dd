package ui

import (
	"context"
	"path/filepath"
	"testing"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
	"summitledger/data/workspace"
	"summitledger/ui/controls"
)

func TestAFolderIsImportedIntoAnEmptyWorkspaceAndTakenBack(t *testing.T) {
	w, settle := opened(t)
	empty, err := exchange.NewSummit("Trial", "2026-11-20", "2026-11-21", "JP;RU", w.today())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "trial.summit")
	if err := workspace.Create(context.Background(), path, empty, nil); err != nil {
		t.Fatal(err)
	}
	w.openPath(path)
	settle()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, w.today())
	if err != nil {
		t.Fatal(err)
	}
	w.importSummit("japan-russia-2016", summit)
	button, ok := w.window.Canvas().Focused().(*controls.Button)
	if !ok {
		t.Fatal("nothing asks where the folder goes")
	}
	button.OnPress()
	settle()
	w.goTo("agreements")
	settle()
	if got := w.desk.ledger.Len(ledger.Deals); got != 60 || len(w.listingShown().selection.Rows) != 123 {
		t.Errorf("after the import %d deals and %d agreements show", got, len(w.listingShown().selection.Rows))
	}
	w.undo()
	settle()
	if !exchange.Empty(w.file.ledger()) || w.file.ledger().Value(w.file.ledger().Summit(), "name") != "Trial" {
		t.Error("the import cannot be taken back")
	}
}
