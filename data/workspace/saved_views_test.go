package workspace_test

import (
	"context"
	"path/filepath"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

var energy = ledger.SavedView{Name: "Энергетика", Tab: "pipeline", Query: "sector:extractives", Columns: []string{"title", "value"}, Sort: []string{"-value"}, Group: []string{"outcome"},
	AsOf: "2018-12-31", CountAt: "signed", Layout: "table"}

// keep saves a view in a workspace, as one action.
func keep(t *testing.T, w *workspace.Workspace, view ledger.SavedView) {
	t.Helper()
	changes := w.Ledger().SaveView(ledger.DayFromTime(noon), view)
	if _, err := w.Append(context.Background(), ledger.Action{Author: "tester", Time: noon, Changes: changes}, w.Revision()); err != nil {
		t.Fatal(err)
	}
}

// A workspace of the schema before saved views is brought to the new one,
// after a backup; its settings and its journal stay.
func TestAWorkspaceWithoutViewsIsBroughtUpToDate(t *testing.T) {
	path := created(t, bundled(t))
	w, err := workspace.Open(context.Background(), path, workspace.Options{})
	if err != nil {
		t.Fatal(err)
	}
	choose(t, w, "silence.shelved", "365")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	// What the schema before had not is taken away again.
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := sqlitex.ExecuteScript(conn, "DROP TABLE views; DROP TABLE aliases; PRAGMA user_version = 2;", nil); err != nil {
		t.Fatal(err)
	}
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := filepath.Glob(filepath.Join(workspace.BackupFolder(path), "*"+workspace.Extension))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := workspace.Open(context.Background(), path, workspace.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if reader.Ledger().Len(ledger.SavedViews) != 0 || setting(reader, ledger.ShelvedAfter) != "365" {
		t.Error("an older file is read wrongly")
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	newer := open(t, path)
	after, err := filepath.Glob(filepath.Join(workspace.BackupFolder(path), "*"+workspace.Extension))
	if err != nil || len(after) != len(before)+1 {
		t.Errorf("backups %v after %v, %v; want one more", after, before, err)
	}
	keep(t, newer, energy)
	if got := setting(newer, ledger.ShelvedAfter); got != "365" || newer.Ledger().Len(ledger.SavedViews) != 1 {
		t.Errorf("%q days and %d views; want 365 and 1", got, newer.Ledger().Len(ledger.SavedViews))
	}
	for range 2 {
		if _, err := newer.Undo(context.Background(), "tester", noon); err != nil {
			t.Fatal(err)
		}
	}
	if newer.Ledger().Len(ledger.SavedViews)+newer.Ledger().Len(ledger.Settings) != 0 {
		t.Error("undo does not go back over the change of schema")
	}
}

// A saved view is an action like any other: undone, redone, in the history of
// its row and in copies with and without the journal.
func TestSavedViewsAreJournalledUndoneAndCopied(t *testing.T) {
	path := created(t, bundled(t))
	w := open(t, path)
	keep(t, w, energy)
	row, err := w.Ledger().FindView("энергетика")
	if err != nil {
		t.Fatal(err)
	}
	changed := w.Ledger().SavedView(row)
	changed.Query, changed.Sort = "sector:nuclear", nil
	keep(t, w, changed)
	if w.Revision() != 2 {
		t.Fatalf("%d actions; each saving is one", w.Revision())
	}
	for _, withHistory := range []bool{true, false} {
		name := filepath.Join(t.TempDir(), "copy.summit")
		if err := w.SaveCopy(context.Background(), name, withHistory); err != nil {
			t.Fatal(err)
		}
		if text(open(t, name).Ledger()) != text(w.Ledger()) {
			t.Errorf("history %v: the copy differs", withHistory)
		}
	}
	if _, err := w.Undo(context.Background(), "tester", noon); err != nil {
		t.Fatal(err)
	}
	row, err = w.Ledger().FindView("Энергетика")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Ledger().SavedView(row); got.Query != energy.Query || len(got.Sort) != 1 || got.Sort[0] != "-value" {
		t.Errorf("undone it is %+v", got)
	}
	if _, err := w.Redo(context.Background(), "tester", noon); err != nil {
		t.Fatal(err)
	}
	history, err := w.HistoryOf(context.Background(), ledger.SavedViews, w.Ledger().ID(row))
	if err != nil || len(history) != 4 {
		t.Errorf("%d actions in its history, %v; want 4", len(history), err)
	}
}
