package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// SaveCopy writes the workspace as it stands to another file, with its journal
// or without. A file of that name is replaced.
func (w *Workspace) SaveCopy(ctx context.Context, path string, withHistory bool) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if sameName(path, w.path) {
		return &Refusal{Path: path, Reason: Exists, Cause: errors.New("it is the workspace itself")}
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
	for _, statement := range []string{"PRAGMA journal_mode = OFF", "DELETE FROM change", "DELETE FROM action", "VACUUM"} {
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			return err
		}
	}
	return nil
}

// backupsKept is how many backups of a workspace are kept, the newest ones.
const backupsKept = 5

// Backup keeps a copy in the folder beside the workspace, unless there is one
// of this revision already, and removes the oldest of too many.
func (w *Workspace) Backup(ctx context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.readOnly != "" || w.revision == 0 {
		return nil
	}
	return refuse(w.path, w.backup(ctx))
}

// BackupFolder names the folder of a workspace's backups.
func BackupFolder(path string) string { return strings.TrimSuffix(path, Extension) + " backups" }

func (w *Workspace) backup(ctx context.Context) error {
	folder := BackupFolder(w.path)
	base := strings.TrimSuffix(filepath.Base(w.path), Extension)
	name := filepath.Join(folder, fmt.Sprintf("%s %06d%s", base, w.revision, Extension))
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := writeAside(name, true, func(aside string) error { return w.copyTo(ctx, aside) }); err != nil {
		return err
	}
	entries, err := os.ReadDir(folder) // sorted by name, and so by revision
	if err != nil {
		return err
	}
	var kept []string
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), base+" ") && filepath.Ext(entry.Name()) == Extension {
			kept = append(kept, filepath.Join(folder, entry.Name()))
		}
	}
	for len(kept) > backupsKept {
		if err := os.Remove(kept[0]); err != nil {
			return err
		}
		kept = kept[1:]
	}
	return nil
}
