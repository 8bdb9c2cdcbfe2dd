package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// backupsKept is how many backups of a workspace are kept, the newest ones.
const backupsKept = 5

// Backup keeps a copy in the folder beside the workspace, unless the newest one
// there is of this very state, and removes the oldest of too many.
func (w *Workspace) Backup(ctx context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.readOnly != "" || w.Revision() == 0 {
		return nil
	}
	return refuse(w.path, w.backup(ctx))
}

// BackupFolder names the folder of a workspace's backups.
func BackupFolder(path string) string { return strings.TrimSuffix(path, Extension) + " backups" }

// backup numbers the backups by the order in which they were made. Revisions
// would not do: an older state that was put back, or a new workspace under the
// old name, counts its revisions from where it stands.
func (w *Workspace) backup(ctx context.Context) error {
	folder := BackupFolder(w.path)
	base := strings.TrimSuffix(filepath.Base(w.path), Extension)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(folder) // sorted by name, and so by number
	if err != nil {
		return err
	}
	var kept []string
	last := 0
	for _, entry := range entries {
		digits, ok := strings.CutPrefix(strings.TrimSuffix(entry.Name(), Extension), base+" ")
		if number, err := strconv.Atoi(digits); ok && err == nil {
			kept, last = append(kept, filepath.Join(folder, entry.Name())), number
		}
	}
	if len(kept) > 0 {
		mine, err := fingerprint(w.conn)
		if err != nil {
			return err
		}
		if w.backedUp(kept[len(kept)-1], mine) {
			return nil
		}
	}
	name := filepath.Join(folder, fmt.Sprintf("%s %06d%s", base, last+1, Extension))
	if err := writeAside(name, false, func(aside string) error { return w.copyTo(ctx, aside) }); err != nil {
		return err
	}
	for kept = append(kept, name); len(kept) > backupsKept; kept = kept[1:] {
		if err := os.Remove(kept[0]); err != nil {
			return err
		}
	}
	return nil
}

// fingerprint tells states of workspaces apart: which workspace, its schema,
// its last action, when that was made and how it begins.
func fingerprint(conn *sqlite.Conn) (string, error) {
	state := ""
	err := sqlitex.ExecuteTransient(conn, `SELECT (SELECT value FROM meta WHERE name = ?), (SELECT user_version FROM pragma_user_version), number, time,
		(SELECT group_concat(row || field || new || cells, x'0A') FROM (SELECT * FROM change WHERE action = number ORDER BY position LIMIT 100))
		FROM action ORDER BY number DESC LIMIT 1`,
		&sqlitex.ExecOptions{Args: []any{metaIdentity}, ResultFunc: func(stmt *sqlite.Stmt) error {
			for i := range stmt.ColumnCount() {
				state += stmt.ColumnText(i) + "\n"
			}
			return nil
		}})
	return state, err
}

// backedUp reports whether a backup holds a state. One that cannot be read
// holds none, so that another is made.
func (w *Workspace) backedUp(backup, state string) bool {
	conn, err := sqlite.OpenConn(backup, sqlite.OpenReadOnly)
	if err != nil {
		return false
	}
	held, err := fingerprint(conn)
	return errors.Join(err, conn.Close()) == nil && held == state
}
