package workspace

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/locale"
)

// What SQLite says of a file that another program holds is told as such.
func TestAFileThatAnotherHoldsIsBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "held.summit")
	var conns [2]*sqlite.Conn
	for i := range conns {
		conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite|sqlite.OpenCreate)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := conn.Close(); err != nil {
				t.Error(err)
			}
		})
		conn.SetBusyTimeout(0)
		conns[i] = conn
	}
	if err := sqlitex.ExecuteTransient(conns[0], "BEGIN EXCLUSIVE", nil); err != nil {
		t.Fatal(err)
	}
	err := refuse(path, sqlitex.ExecuteTransient(conns[1], "CREATE TABLE u (x)", nil))
	var refused *Refusal
	if !errors.As(err, &refused) || refused.Reason != Busy {
		t.Errorf("refused: %v", err)
	}
}

// Every refusal is told in every language, with the file that it is about.
func TestRefusalsAreToldInEveryLanguage(t *testing.T) {
	for _, language := range locale.Languages() {
		p, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, reason := range []Reason{Missing, Unreadable, Foreign, Newer, Damaged, Exists, Full, Busy, Failed, ReadOnly, NoFolder} {
			says := (&Refusal{Path: "my.summit", Reason: reason, Cause: errors.New("the disk says no")}).Say(p)
			if !strings.Contains(says, "my.summit") || strings.Contains(says, "workspace.refused") {
				t.Errorf("%s, %s: %q", language, reason, says)
			}
			if told := reason == Unreadable || reason == Damaged || reason == Failed; told != strings.Contains(says, "the disk says no") {
				t.Errorf("%s, %s: what the system said stands in it: %v", language, reason, !told)
			}
		}
		if says := (&StaleError{Base: 1, Revision: 2}).Say(p); strings.Contains(says, "workspace.refused") {
			t.Errorf("%s: %q", language, says)
		}
	}
}
