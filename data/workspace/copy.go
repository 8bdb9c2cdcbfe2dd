package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"os"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// SaveCopy writes the workspace as it stands to another file, with its journal
// or without. A file of that name is replaced, unless it is a workspace that is
// open for writing.
func (w *Workspace) SaveCopy(ctx context.Context, path string, withHistory bool) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if sameName(path, w.path) {
		return &Refusal{Path: path, Reason: Exists, Cause: errors.New("it is the workspace itself")}
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		held, why := takeLock(path)
		if why == LockedByOther {
			return &Refusal{Path: path, Reason: Exists, Cause: errLocked}
		}
		if held != nil {
			defer func() { err = errors.Join(err, held.release()) }()
		}
	}
	return writeAside(path, true, func(aside string) error {
		if err := w.copyTo(ctx, aside); err != nil {
			return err
		}
		if withHistory {
			return nil
		}
		return dropHistory(aside)
	})
}

func sameName(one, other string) bool {
	first, err := os.Stat(one)
	if err != nil {
		return false
	}
	second, err := os.Stat(other)
	return err == nil && os.SameFile(first, second)
}

// copyTo writes the file anew under another name.
func (w *Workspace) copyTo(ctx context.Context, path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	defer w.conn.SetInterrupt(w.conn.SetInterrupt(ctx.Done()))
	return sqlitex.ExecuteTransient(w.conn, "VACUUM INTO ?", &sqlitex.ExecOptions{Args: []any{path}})
}

func dropHistory(path string) (err error) {
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	// Its actions are counted anew, so it is another workspace.
	if err := setMeta(conn, metaIdentity, rand.Text()); err != nil {
		return err
	}
	for _, statement := range []string{"PRAGMA journal_mode = OFF", "DELETE FROM change", "DELETE FROM action", "VACUUM"} {
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			return err
		}
	}
	return nil
}
