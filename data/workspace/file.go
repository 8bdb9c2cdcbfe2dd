package workspace

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// busyWait is how long a statement waits for another program that is reading
// or writing the file, such as a backup of the system.
const busyWait = 10 * time.Second

// file is a workspace as a database: rows and journal, nothing in memory. It
// is for one goroutine at a time.
type file struct {
	path       string
	conn       *sqlite.Conn
	migrations []migration
	lastID     map[string]int64 // highest row number ever given, per table; filled when first needed
}

// header is what the first page says of a file.
type header struct {
	application int64
	version     int64
}

// connect opens the database of a workspace with the settings it needs.
func connect(path string, flags sqlite.OpenFlags, settings ...string) (*sqlite.Conn, error) {
	conn, err := sqlite.OpenConn(path, flags)
	if err != nil {
		return nil, err
	}
	conn.SetBusyTimeout(busyWait)
	settings = append([]string{"trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"}, settings...)
	for _, setting := range settings {
		if err := execute(conn, "PRAGMA "+setting); err != nil {
			return nil, errors.Join(err, conn.Close())
		}
	}
	return conn, nil
}

// writerSettings make every commit durable: with EXTRA, which is FULL and one
// more sync, it also survives a power cut right after. The rollback journal is
// deleted at each commit, so that the workspace is always one file, and works
// on network shares, where a write-ahead log does not.
func writerSettings() []string {
	return []string{"journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = OFF"}
}

func readHeader(conn *sqlite.Conn) (h header, err error) {
	if h.application, err = number(conn, "PRAGMA application_id"); err != nil {
		return h, err
	}
	h.version, err = number(conn, "PRAGMA user_version")
	return h, err
}

// check refuses what is no workspace or is newer than the program.
func (h header) check(path string, newest int) error {
	switch {
	case h.application != applicationID:
		return refuse(NotWorkspace, path, nil)
	case h.version > int64(newest):
		return refuse(NewerSchema, path, fmt.Errorf("its schema version is %d, this program reads up to %d", h.version, newest))
	case h.version < 1:
		return refuse(Damaged, path, errors.New("its schema version is missing"))
	}
	return nil
}

// within runs work in a transaction that is taken back when work fails. The
// context stops it until the commit begins.
func (f *file) within(ctx context.Context, begin string, work func() error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	f.conn.SetInterrupt(ctx.Done())
	defer f.conn.SetInterrupt(nil)
	if err := execute(f.conn, begin); err != nil {
		return err
	}
	if err = work(); err == nil {
		f.conn.SetInterrupt(nil)
		err = execute(f.conn, "COMMIT")
	}
	if err == nil {
		return nil
	}
	f.conn.SetInterrupt(nil)
	if !f.conn.AutocommitEnabled() { // SQLite took it back itself otherwise
		err = errors.Join(err, execute(f.conn, "ROLLBACK"))
	}
	return err
}

// meta reads all values of the workspace.
func (f *file) meta() (map[string]string, error) {
	values := map[string]string{}
	err := sqlitex.ExecuteTransient(f.conn, "SELECT name, value FROM meta", &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error { values[stmt.ColumnText(0)] = stmt.ColumnText(1); return nil },
	})
	return values, err
}

// Close lets go of the database.
func (f *file) Close() error {
	if f.conn == nil {
		return nil
	}
	conn := f.conn
	f.conn = nil
	return conn.Close()
}
