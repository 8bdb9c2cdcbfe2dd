package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// Create makes a workspace of a ledger. meta holds what the caller wants to
// find again, such as the descriptor of the folder. A file of the name that
// exists already is left alone: a *Refusal says so.
func Create(ctx context.Context, path string, l *ledger.Ledger, meta map[string]string) error {
	if _, err := os.Lstat(path); err == nil {
		return &Refusal{Path: path, Reason: Exists}
	}
	return writeAside(path, false, func(aside string) error { return fillNew(ctx, aside, l, meta) })
}

// writeAside makes a file under another name in the same folder, syncs it and
// gives it its name: it is there whole or not at all.
func writeAside(path string, replace bool, write func(aside string) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".summit-*.part")
	if errors.Is(err, os.ErrNotExist) {
		return &Refusal{Path: path, Reason: NoFolder, Cause: err}
	}
	if err != nil {
		return refuse(path, err)
	}
	aside := file.Name()
	defer func() {
		if err != nil {
			err = errors.Join(refuse(path, err), ignoreMissing(os.Remove(aside)), ignoreMissing(os.Remove(aside+"-journal")))
		}
	}()
	// Colleagues on a share read it too; a temporary file is for its maker only.
	if err := errors.Join(file.Chmod(0o644), file.Close()); err != nil {
		return err
	}
	if err := write(aside); err != nil {
		return err
	}
	if err := syncFile(aside); err != nil {
		return err
	}
	if !replace {
		// Link does not replace a file that came up meanwhile.
		if err := os.Link(aside, path); err == nil {
			return errors.Join(os.Remove(aside), syncFolder(filepath.Dir(path)))
		} else if errors.Is(err, os.ErrExist) {
			return &Refusal{Path: path, Reason: Exists}
		}
	}
	if err := os.Rename(aside, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

func syncFile(name string) (err error) {
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// fillNew writes a whole workspace. The file has another name until it is
// synced, so SQLite need not sync on its own.
func fillNew(ctx context.Context, path string, l *ledger.Ledger, meta map[string]string) (err error) {
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite, sqlite.OpenCreate)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	conn.SetInterrupt(ctx.Done())
	for _, setting := range []string{"journal_mode = OFF", "synchronous = OFF", fmt.Sprintf("application_id = %d", applicationID)} {
		if err := pragma(conn, setting); err != nil {
			return err
		}
	}
	if err := migrate(conn, 0); err != nil {
		return err
	}
	return fillTables(conn, l, meta)
}

func fillTables(conn *sqlite.Conn, l *ledger.Ledger, meta map[string]string) (err error) {
	end, err := sqlitex.ImmediateTransaction(conn)
	if err != nil {
		return err
	}
	defer end(&err)
	for name, value := range meta {
		if err := setMeta(conn, name, value); err != nil {
			return err
		}
	}
	if err := setMeta(conn, metaIdentity, rand.Text()); err != nil {
		return err
	}
	if err := setMeta(conn, metaRecorded, l.RecordedDay().String()); err != nil {
		return err
	}
	for _, kind := range ledger.StoredKinds() {
		if err := fillTable(conn, l, kind); err != nil {
			return fmt.Errorf("table %s: %w", kind.Table(), err)
		}
	}
	return nil
}

func fillTable(conn *sqlite.Conn, l *ledger.Ledger, kind ledger.Kind) error {
	insert, err := conn.Prepare(insertion(kind))
	if err != nil {
		return err
	}
	for ref := range l.All(kind) {
		if err := insertRow(insert, l.ID(ref), l.Recorded(ref), len(kind.Columns()), func(i int) string { return l.Cell(ref, i) }); err != nil {
			return err
		}
	}
	return nil
}

func insertRow(insert *sqlite.Stmt, id int64, recorded ledger.Day, columns int, cell func(int) string) error {
	insert.BindInt64(1, id)
	insert.BindText(2, recorded.String())
	for i := range columns {
		insert.BindText(3+i, cell(i))
	}
	if _, err := insert.Step(); err != nil {
		return err
	}
	return insert.Reset()
}

// The names under which a workspace keeps what is not a table.
const (
	metaIdentity = "workspace" // a name of its own, as long as the file lives
	metaRecorded = "recorded"  // the recorded day of the summit
)

func setMeta(conn *sqlite.Conn, name, value string) error {
	return sqlitex.Execute(conn, "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", &sqlitex.ExecOptions{Args: []any{name, value}})
}
