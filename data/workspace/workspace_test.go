package workspace_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
	"summitledger/data/workspace"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func bundled(t testing.TB) *ledger.Ledger {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	return summit.Ledger
}

func created(t testing.TB, l *ledger.Ledger) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "japan-russia.summit")
	if err := workspace.Create(context.Background(), path, l, map[string]string{"descriptor": "{}"}); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path string) *workspace.Workspace {
	t.Helper()
	w, err := workspace.Open(context.Background(), path, workspace.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// text writes a whole ledger, with the numbers of its rows, to compare.
func text(l *ledger.Ledger) string {
	var out strings.Builder
	for _, kind := range ledger.StoredKinds() {
		rows := map[int64]string{}
		largest := int64(0)
		for ref := range l.All(kind) {
			rows[l.ID(ref)] = l.Recorded(ref).String() + "|" + strings.Join(l.Cells(ref), "|")
			largest = max(largest, l.ID(ref))
		}
		for id := range largest + 1 {
			if row, ok := rows[id]; ok {
				out.WriteString(kind.Table() + " " + row + "\n")
			}
		}
	}
	return out.String()
}

func TestAWorkspaceGivesBackWhatItWasMadeOf(t *testing.T) {
	l := bundled(t)
	path := created(t, l)
	w := open(t, path)
	if text(w.Ledger()) != text(l) {
		t.Error("the ledger changed on its way through the file")
	}
	if w.Ledger().RecordedDay() != l.RecordedDay() {
		t.Errorf("recorded day %s, want %s", w.Ledger().RecordedDay(), l.RecordedDay())
	}
	if descriptor, err := w.Meta("descriptor"); err != nil || descriptor != "{}" {
		t.Errorf("meta gives %q, %v", descriptor, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); name != "japan-russia.summit" && name != ".japan-russia.summit.lock" {
			t.Errorf("%s was left behind", name)
		}
	}
}

func set(t testing.TB, w *workspace.Workspace, key, column, value string) (ledger.Action, error) {
	t.Helper()
	l := w.Ledger()
	ref, ok := l.Find(ledger.Deals, key)
	if !ok {
		t.Fatalf("no deal %s", key)
	}
	return w.Append(context.Background(), ledger.Action{Author: "tester", Time: noon, Reason: "in a test", Changes: []ledger.Change{l.Set(ref, column, value)}}, w.Revision())
}

func TestEditsAndUndoSurviveClosing(t *testing.T) {
	path := created(t, bundled(t))
	w := open(t, path)
	before := text(w.Ledger())
	if _, err := set(t, w, "arctic-lng-2", "amount", "3100000000"); err != nil {
		t.Fatal(err)
	}
	edited := text(w.Ledger())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w = open(t, path)
	if text(w.Ledger()) != edited {
		t.Fatal("the edit is gone")
	}
	undone, err := w.Undo(context.Background(), "tester", noon)
	if err != nil || undone.Undoes != 1 || text(w.Ledger()) != before {
		t.Fatalf("undo: %+v, %v", undone, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w = open(t, path)
	if _, err := w.Redo(context.Background(), "tester", noon); err != nil || text(w.Ledger()) != edited {
		t.Fatalf("redo after opening again: %v", err)
	}
	if _, err := w.Redo(context.Background(), "tester", noon); !errors.Is(err, workspace.ErrNothingToRedo) {
		t.Errorf("a second redo says %v", err)
	}
	history, err := w.History(context.Background())
	if err != nil || len(history) != 3 || history[0].Author != "tester" || history[0].Reason != "in a test" || !history[0].Time.Equal(noon) {
		t.Errorf("history: %+v, %v", history, err)
	}
	deal, _ := w.Ledger().Find(ledger.Deals, "arctic-lng-2")
	if of, err := w.HistoryOf(context.Background(), ledger.Deals, w.Ledger().ID(deal)); err != nil || len(of) != 3 {
		t.Errorf("history of the deal: %d actions, %v", len(of), err)
	}
}

func TestAWrongEditChangesNothing(t *testing.T) {
	w := open(t, created(t, bundled(t)))
	before := text(w.Ledger())
	for column, value := range map[string]string{"amount": "a lot", "opened_on": "2016-13", "sector": "magic", "source_keys": "no-such-source", "key": "mazda-engine-plant"} {
		_, err := set(t, w, "arctic-lng-2", column, value)
		var faults ledger.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s=%s: %v, want faults", column, value, err)
		}
	}
	if text(w.Ledger()) != before || w.Revision() != 0 {
		t.Error("a refused edit changed something")
	}
	if _, err := w.Append(context.Background(), ledger.Action{Changes: []ledger.Change{{}}}, 7); err == nil || !strings.Contains(err.Error(), "revision 7") {
		t.Errorf("an edit on another revision: %v", err)
	}
}

// Any edits, undone one by one, give the ledger back; done again they give the
// edited one back; closing in between changes nothing.
func TestUndoRestoresAndRedoRepeats(t *testing.T) {
	l := bundled(t)
	dir := t.TempDir()
	run := 0
	rapid.Check(t, func(r *rapid.T) {
		run++
		path := filepath.Join(dir, time.Duration(run).String()+".summit")
		if err := workspace.Create(context.Background(), path, l, nil); err != nil {
			r.Fatal(err)
		}
		w, err := workspace.Open(context.Background(), path, workspace.Options{})
		if err != nil {
			r.Fatal(err)
		}
		reopen := func() {
			if !rapid.Bool().Draw(r, "reopen") {
				return
			}
			if err := w.Close(); err != nil {
				r.Fatal(err)
			}
			if w, err = workspace.Open(context.Background(), path, workspace.Options{}); err != nil {
				r.Fatal(err)
			}
		}
		states := []string{text(w.Ledger())}
		for range rapid.IntRange(1, 4).Draw(r, "edits") {
			now := w.Ledger()
			row := rapid.IntRange(0, int(now.Rows(ledger.Events))-1).Draw(r, "row")
			ref := ledger.Ref{Kind: ledger.Events, Row: int32(row)}
			var change ledger.Change
			var several []ledger.Change
			switch kind := rapid.IntRange(0, 4).Draw(r, "edit"); {
			case !now.Has(ref):
				continue
			case kind == 3:
				kept, other := rapid.SampledFrom(organisations(now)).Draw(r, "kept"), rapid.SampledFrom(organisations(now)).Draw(r, "other")
				merge, err := now.Merge([]ledger.Ref{kept, other}, nil, ledger.DayOf(2026, 11, 24))
				var obstacle *ledger.MergeError
				if errors.As(err, &obstacle) {
					continue
				}
				if err != nil {
					r.Fatal(err)
				}
				several = merge.Changes
			case kind == 4:
				several = now.Rename(rapid.SampledFrom(organisations(now)).Draw(r, "renamed"), "renamed-"+rapid.StringMatching("[a-z]{8}").Draw(r, "key"))
			case kind == 0:
				change = now.Set(ref, "note", rapid.StringMatching("[a-zжЖ日本 ]{1,12}x").Draw(r, "note"))
			case kind == 1:
				cells := now.Cells(ref)
				cells[0] = "added-" + time.Duration(now.NextID(ledger.Events)).String()
				change = now.Add(ledger.Events, ledger.DayOf(2026, 11, 24), cells)
			default:
				change = now.Remove(ref)
			}
			if several == nil {
				several = []ledger.Change{change}
			}
			if _, err := w.Append(context.Background(), ledger.Action{Time: noon, Changes: several}, w.Revision()); err != nil {
				r.Fatal(err)
			}
			states = append(states, text(w.Ledger()))
		}
		reopen()
		for i := len(states) - 2; i >= 0; i-- {
			if _, err := w.Undo(context.Background(), "", noon); err != nil {
				r.Fatal(err)
			}
			if text(w.Ledger()) != states[i] {
				r.Fatalf("undo to state %d gives another ledger", i)
			}
		}
		reopen()
		for i := 1; i < len(states); i++ {
			if _, err := w.Redo(context.Background(), "", noon); err != nil {
				r.Fatal(err)
			}
			if text(w.Ledger()) != states[i] {
				r.Fatalf("redo to state %d gives another ledger", i)
			}
		}
		if err := w.Close(); err != nil {
			r.Fatal(err)
		}
	})
}

func organisations(l *ledger.Ledger) []ledger.Ref {
	var list []ledger.Ref
	for ref := range l.All(ledger.Organisations) {
		list = append(list, ref)
	}
	return list
}

func TestASecondOpeningIsReadOnly(t *testing.T) {
	path := created(t, bundled(t))
	first := open(t, path)
	second := open(t, path)
	if readOnly, why := second.ReadOnly(); !readOnly || why != workspace.LockedByOther {
		t.Errorf("the second opening: %v, %q", readOnly, why)
	}
	var refusal *workspace.Refusal
	if _, err := set(t, second, "arctic-lng-2", "amount", "1"); !errors.As(err, &refusal) || refusal.Reason != workspace.ReadOnly {
		t.Errorf("an edit in it: %v", err)
	}
	if _, err := set(t, first, "arctic-lng-2", "amount", "1"); err != nil {
		t.Errorf("an edit in the first: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if readOnly, _ := open(t, path).ReadOnly(); readOnly {
		t.Error("after the first was closed the next one is still read-only")
	}
}

func TestWhatIsRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sound, err := os.ReadFile(created(t, bundled(t)))
	if err != nil {
		t.Fatal(err)
	}
	changed := func(name string, statement string) string {
		path := write(name, sound)
		conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite)
		if err != nil {
			t.Fatal(err)
		}
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			t.Fatal(err)
		}
		if err := conn.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	torn := append([]byte(nil), sound...)
	for i := len(torn) / 4; i < len(torn)/2; i++ {
		torn[i] = 0xA5
	}
	for _, c := range []struct {
		path   string
		reason workspace.Reason
		says   string
	}{
		{filepath.Join(dir, "nowhere.summit"), workspace.Missing, "does not exist"},
		{write("letter.summit", []byte("Dear reader, this is no database at all, but a letter of some length, longer than a head of a file.")), workspace.Foreign, "not a workspace"},
		{write("empty.summit", nil), workspace.Foreign, "not a workspace"},
		{changed("other.summit", "PRAGMA application_id = 7"), workspace.Foreign, "not a workspace"},
		{changed("newer.summit", "PRAGMA user_version = 99"), workspace.Newer, "newer version"},
		{changed("lacking.summit", "DROP TABLE deals"), workspace.Damaged, "damaged"},
		{write("torn.summit", torn), workspace.Damaged, "damaged"},
		{write("short.summit", sound[:len(sound)/2]), workspace.Damaged, "damaged"},
	} {
		before, _ := os.ReadFile(c.path)
		w, err := workspace.Open(context.Background(), c.path, workspace.Options{})
		if err == nil {
			t.Errorf("%s was opened", filepath.Base(c.path))
			if err := w.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		var refusal *workspace.Refusal
		if !errors.As(err, &refusal) || refusal.Reason != c.reason || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v", filepath.Base(c.path), err)
		}
		if after, _ := os.ReadFile(c.path); string(after) != string(before) {
			t.Errorf("%s was changed", filepath.Base(c.path))
		}
	}
	existing := write("existing.summit", []byte("mine"))
	var refusal *workspace.Refusal
	if err := workspace.Create(context.Background(), existing, bundled(t), nil); !errors.As(err, &refusal) || refusal.Reason != workspace.Exists {
		t.Errorf("making a workspace over a file: %v", err)
	}
	if content, _ := os.ReadFile(existing); string(content) != "mine" {
		t.Error("the file was replaced")
	}
}

func TestCopies(t *testing.T) {
	w := open(t, created(t, bundled(t)))
	if _, err := set(t, w, "arctic-lng-2", "amount", "3100000000"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, c := range []struct {
		history bool
		actions int
	}{{true, 1}, {false, 0}} {
		path := filepath.Join(dir, "copy.summit")
		if err := w.SaveCopy(context.Background(), path, c.history); err != nil {
			t.Fatal(err)
		}
		opened, err := workspace.Open(context.Background(), path, workspace.Options{})
		if err != nil {
			t.Fatal(err)
		}
		history, err := opened.History(context.Background())
		if err != nil || len(history) != c.actions || text(opened.Ledger()) != text(w.Ledger()) {
			t.Errorf("copy with history %v: %d actions, %v", c.history, len(history), err)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestBackupsRotate(t *testing.T) {
	path := created(t, bundled(t))
	w := open(t, path)
	for i := range 7 {
		if _, err := set(t, w, "arctic-lng-2", "amount", time.Duration(i + 1).String()[:1]); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := w.Backup(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
	entries, err := os.ReadDir(workspace.BackupFolder(path))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 5 || entries[4].Name() != "japan-russia 000007.summit" {
		t.Errorf("backups: %v", entries)
	}
	if _, err := workspace.Open(context.Background(), filepath.Join(workspace.BackupFolder(path), entries[0].Name()), workspace.Options{ReadOnly: true}); err != nil {
		t.Errorf("a backup cannot be opened: %v", err)
	}
}
