package workspace_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

// amountIn reads the amount of a deal from a workspace that is opened for it.
func amountIn(t *testing.T, path string) string {
	t.Helper()
	w, err := workspace.Open(context.Background(), path, workspace.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	deal, _ := w.Ledger().Find(ledger.Deals, "arctic-lng-2")
	amount := w.Ledger().Value(deal, "amount")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return amount
}

// edited opens a workspace, edits it, keeps a backup and closes it.
func edited(t *testing.T, path, amount string) {
	t.Helper()
	w, err := workspace.Open(context.Background(), path, workspace.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = set(t, w, "arctic-lng-2", "amount", amount)
	if err := errors.Join(err, w.Backup(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
}

// A state that was edited has a backup, also when an older state was put back
// or a new workspace made under the old name, whose revisions begin again.
func TestEveryStateGetsItsBackup(t *testing.T) {
	path := created(t, bundled(t))
	fresh, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= 7; i++ {
		edited(t, path, strconv.Itoa(i))
	}
	if err := os.WriteFile(path, fresh, 0o644); err != nil {
		t.Fatal(err)
	}
	edited(t, path, "999")
	backups, err := filepath.Glob(filepath.Join(workspace.BackupFolder(path), "*"))
	if err != nil || len(backups) != 5 {
		t.Fatalf("backups: %v, %v", backups, err)
	}
	if got := amountIn(t, backups[len(backups)-1]); got != "999" {
		t.Errorf("the newest backup holds %s, want 999", got)
	}
}

// A program killed while it wrote leaves a journal: who only reads must still
// see the state before.
func TestReadingAfterACrash(t *testing.T) {
	path := created(t, ledger.Generate(20_000, 0, 1, ledger.DayOf(2026, 1, 1)))
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 10", "BEGIN IMMEDIATE", "UPDATE agreements SET summary = summary || 'x'"} {
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			t.Fatal(err)
		}
	}
	crashed := filepath.Join(t.TempDir(), "crashed.summit")
	for _, suffix := range []string{"", "-journal"} {
		content, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(crashed+suffix, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(sqlitex.ExecuteTransient(conn, "ROLLBACK", nil), conn.Close()); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(context.Background(), crashed, workspace.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("after a crash the file cannot be read: %v", err)
	}
	agreement, _ := w.Ledger().Find(ledger.Agreements, "generated-agreement-7")
	if got := w.Ledger().Value(agreement, "summary"); got != "Generated row 7: not a fact." {
		t.Errorf("half an edit is read: %q", got)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

// The number of a row that was removed is never given to another: the history
// of a record stays its own.
func TestNumbersAreNeverUsedAgain(t *testing.T) {
	path := created(t, bundled(t))
	add := func(w *workspace.Workspace, key string) int64 {
		cells := make([]string, len(ledger.Organisations.Columns()))
		cells[0], cells[1], cells[ledger.Organisations.Column("kind")] = key, key, "other"
		done, err := w.Append(context.Background(), ledger.Action{Time: noon, Changes: []ledger.Change{w.Ledger().Add(ledger.Organisations, ledger.DayOf(2026, 11, 24), cells)}}, w.Revision())
		if err != nil {
			t.Fatal(err)
		}
		return done.Changes[0].ID
	}
	w := open(t, path)
	first := add(w, "first-body")
	body, _ := w.Ledger().Find(ledger.Organisations, "first-body")
	if _, err := w.Append(context.Background(), ledger.Action{Time: noon, Changes: []ledger.Change{w.Ledger().Remove(body)}}, w.Revision()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w = open(t, path)
	second := add(w, "second-body")
	history, err := w.HistoryOf(context.Background(), ledger.Organisations, second)
	if err != nil || second == first || len(history) != 1 {
		t.Errorf("row %d after row %d, with a history of %d actions, %v", second, first, len(history), err)
	}
}

// A reader sees one moment, even when the writer commits between two tables.
func TestAReaderSeesOneMoment(t *testing.T) {
	path := created(t, ledger.Generate(70_000, 0, 1, ledger.DayOf(2026, 1, 1)))
	w := open(t, path)
	done := make(chan error, 1)
	started := false
	r, err := workspace.Open(context.Background(), path, workspace.Options{ReadOnly: true, Progress: func(int) {
		if started {
			return
		}
		started = true
		go func() {
			l := w.Ledger()
			agreement, _ := l.Find(ledger.Agreements, "generated-agreement-0")
			deal, _ := l.Find(ledger.Deals, "generated-deal-0")
			_, err := w.Append(context.Background(), ledger.Action{Time: noon, Changes: []ledger.Change{l.Set(agreement, "summary", "both"), l.Set(deal, "summary", "both")}}, 0)
			done <- err
		}()
	}})
	if err != nil {
		t.Fatal(err)
	}
	l := r.Ledger()
	agreement, _ := l.Find(ledger.Agreements, "generated-agreement-0")
	deal, _ := l.Find(ledger.Deals, "generated-deal-0")
	one, other := l.Value(agreement, "summary") == "both", l.Value(deal, "summary") == "both"
	if one != other || one != (r.Revision() == 1) {
		t.Errorf("agreement new: %v, deal new: %v, revision %d", one, other, r.Revision())
	}
	if err := errors.Join(<-done, r.Close()); err != nil {
		t.Error(err)
	}
}

// A copy does not replace a workspace that somebody is editing.
func TestACopyLeavesOpenWorkspacesAlone(t *testing.T) {
	source, target := open(t, created(t, bundled(t))), open(t, created(t, bundled(t)))
	var refusal *workspace.Refusal
	if err := source.SaveCopy(context.Background(), target.Path(), true); !errors.As(err, &refusal) {
		t.Errorf("copying over an open workspace: %v", err)
	}
	if _, err := set(t, target, "arctic-lng-2", "amount", "777"); err != nil {
		t.Fatal(err)
	}
	if err := target.Close(); err != nil {
		t.Fatal(err)
	}
	if got := amountIn(t, target.Path()); got != "777" {
		t.Errorf("the edit of the other window is gone: %s", got)
	}
}

// Rows and summits whose recorded day nobody states go through the file, too.
func TestAnUnknownRecordedDay(t *testing.T) {
	b := ledger.NewBuilder(ledger.NoDay)
	l := bundled(t)
	for _, kind := range ledger.Kinds() {
		for ref := range l.All(kind) {
			b.Add(kind, 0, ledger.NoDay, l.Cells(ref))
		}
	}
	w := open(t, created(t, b.Build()))
	if w.Ledger().RecordedDay() != ledger.NoDay {
		t.Errorf("recorded day %s", w.Ledger().RecordedDay())
	}
}
