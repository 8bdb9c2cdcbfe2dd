package workspace_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

// older copies a workspace of schema 1: one source and one claim, with four
// actions, the last of which takes the third back.
func older(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "version-1.summit"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "older.summit")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// choose sets settings of a workspace, as one action.
func choose(t *testing.T, w *workspace.Workspace, pairs ...string) {
	t.Helper()
	var choices []ledger.Choice
	for i := 0; i+1 < len(pairs); i += 2 {
		name, ok := ledger.ParseSetting(pairs[i])
		if !ok {
			t.Fatalf("%s is no name of a setting", pairs[i])
		}
		choices = append(choices, ledger.Choice{Name: name, Value: pairs[i+1]})
	}
	changes := w.Ledger().Choose(ledger.DayFromTime(noon), choices...)
	if _, err := w.Append(context.Background(), ledger.Action{Author: "tester", Time: noon, Changes: changes}, w.Revision()); err != nil {
		t.Fatal(err)
	}
}

func setting(w *workspace.Workspace, topic ledger.Topic) string {
	value, _ := w.Ledger().Setting(ledger.SettingName{Topic: topic})
	return value
}

// A workspace of the schema before settings is brought to the new one, after a
// backup; its rows and its journal stay, and undo reaches behind the change.
func TestAnOlderWorkspaceIsBroughtUpToDate(t *testing.T) {
	path := older(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := open(t, path)
	if w.Revision() != 4 || w.Ledger().Len(ledger.Sources) != 2 || w.Ledger().Len(ledger.Claims) != 1 {
		t.Errorf("%d actions, %d sources, %d claims; want 4, 2, 1", w.Revision(), w.Ledger().Len(ledger.Sources), w.Ledger().Len(ledger.Claims))
	}
	kept, err := filepath.Glob(filepath.Join(workspace.BackupFolder(path), "*"+workspace.Extension))
	if err != nil || len(kept) != 1 {
		t.Fatalf("backups %v, %v; want one of the older state", kept, err)
	}
	choose(t, w, "silence.shelved", "365")
	if got := setting(w, ledger.ShelvedAfter); got != "365" {
		t.Errorf("chosen 365 days, stands %q", got)
	}
	for range 3 {
		if _, err := w.Undo(context.Background(), "tester", noon); err != nil {
			t.Fatal(err)
		}
	}
	if w.Ledger().Len(ledger.Settings) != 0 || w.Ledger().Len(ledger.Claims) != 0 {
		t.Error("undo does not go back over the change of schema")
	}

	// Whoever may only read sees an older file as it is, without settings.
	path = older(t)
	reader, err := workspace.Open(context.Background(), path, workspace.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if reader.Ledger().Len(ledger.Claims) != 1 || reader.Ledger().Thresholds() != ledger.DefaultThresholds() {
		t.Error("an older file is read wrongly")
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("reading changed the older file: %v", err)
	}
}

// Several settings are one action; undo and redo take them there and back,
// also after closing, and copies with and without history carry them.
func TestSettingsAreJournalledUndoneAndCopied(t *testing.T) {
	path := created(t, bundled(t))
	w := open(t, path)
	choose(t, w, "silence.shelved", "365", "probability.contract", "0.4", "scope.docs-total-80", "at_summit=yes")
	choose(t, w, "silence.shelved", "", "probability.contract", "0.6")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := workspace.Open(context.Background(), path, workspace.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}()
	state := text(again.Ledger())
	if again.Ledger().Len(ledger.Settings) != 2 || again.Revision() != 2 {
		t.Fatalf("%d settings after %d actions, want 2 after 2", again.Ledger().Len(ledger.Settings), again.Revision())
	}
	for _, withHistory := range []bool{true, false} {
		name := filepath.Join(t.TempDir(), "copy.summit")
		if err := again.SaveCopy(context.Background(), name, withHistory); err != nil {
			t.Fatal(err)
		}
		if got := text(open(t, name).Ledger()); got != state {
			t.Errorf("history %v: the copy differs", withHistory)
		}
	}
	if _, err := again.Undo(context.Background(), "tester", noon); err != nil {
		t.Fatal(err)
	}
	if got := setting(again, ledger.ShelvedAfter); got != "365" || again.Ledger().Len(ledger.Settings) != 3 {
		t.Errorf("undone: %q days and %d settings, want 365 and 3", got, again.Ledger().Len(ledger.Settings))
	}
	if _, err := again.Redo(context.Background(), "tester", noon); err != nil {
		t.Fatal(err)
	}
	if text(again.Ledger()) != state {
		t.Error("redo does not bring the settings back")
	}
	name, _ := ledger.ParseSetting("probability.contract")
	row, ok := again.Ledger().Find(ledger.Settings, name.String())
	if !ok {
		t.Fatal("the probability is gone")
	}
	history, err := again.HistoryOf(context.Background(), ledger.Settings, again.Ledger().ID(row))
	if err != nil || len(history) != 4 {
		t.Errorf("%d actions in the history of the probability, %v; want 4", len(history), err)
	}
}
