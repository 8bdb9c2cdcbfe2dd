package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/uuid"
	"zombiezen.com/go/sqlite"

	"summitledger/data/ledger"
)

// Extension is the end of the name of every workspace.
const Extension = ".summit"

// Create makes a new workspace of a ledger, whole or not at all. meta holds
// values that the caller wants back from Meta, such as the descriptor of the
// summit folder. A file that is there already is left as it is. A new
// workspace has no history: its revision is 0.
func Create(ctx context.Context, path string, l *ledger.Ledger, meta map[string]string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return refuse(Unwritable, path, err)
	}
	if _, err := os.Lstat(path); err == nil {
		return refuse(Exists, path, nil)
	}
	return throughTemporary(ctx, path, placeNew, func(temporary string) error {
		return fill(ctx, temporary, l, meta)
	})
}

// throughTemporary makes a file under a temporary name beside its place, syncs
// it and puts it there, so that no half-made workspace ever bears the name.
func throughTemporary(ctx context.Context, path string, place func(temporary, path string) error, fill func(temporary string) error) (err error) {
	reserved, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return refuse(Unwritable, path, err)
	}
	temporary := reserved.Name()
	defer func() {
		if err != nil {
			err = explain(ctx, path, err)
			for _, name := range []string{temporary, temporary + "-journal"} {
				if removeErr := os.Remove(name); removeErr != nil && !errors.Is(removeErr, fs.ErrNotExist) {
					err = errors.Join(err, removeErr)
				}
			}
		}
	}()
	if err = errors.Join(reserved.Chmod(0o644), reserved.Close()); err != nil {
		return err
	}
	if err = fill(temporary); err != nil {
		return err
	}
	if err = syncFile(temporary); err != nil {
		return err
	}
	if err = place(temporary, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(name string) error {
	opened, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(opened.Sync(), opened.Close())
}

// placeNew gives the file its name unless the name is taken by then.
func placeNew(temporary, path string) error {
	switch err := os.Link(temporary, path); {
	case err == nil:
		return os.Remove(temporary)
	case errors.Is(err, fs.ErrExist):
		return refuse(Exists, path, nil)
	}
	// Some disks and shares know no second names of a file.
	if _, err := os.Lstat(path); err == nil {
		return refuse(Exists, path, nil)
	}
	return os.Rename(temporary, path)
}

// fill writes schema, rows and values into an empty file. Nothing of it counts
// until the file is synced and has its name, so SQLite need not sync.
func fill(ctx context.Context, path string, l *ledger.Ledger, meta map[string]string) (err error) {
	conn, err := connect(path, sqlite.OpenReadWrite, "journal_mode = OFF", "synchronous = OFF")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if err := execute(conn, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	if err := migrate(conn, 0, migrations()); err != nil {
		return err
	}
	f := file{path: path, conn: conn}
	return f.within(ctx, "BEGIN", func() error {
		for _, kind := range ledger.Kinds() {
			if err := f.addTable(l, kind); err != nil {
				return err
			}
		}
		values := map[string]string{}
		maps.Copy(values, meta)
		identity, err := uuid.NewRandom()
		if err != nil {
			return err
		}
		values[metaWorkspace], values[metaRecorded] = identity.String(), l.RecordedDay().String()
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if err := execute(conn, "INSERT INTO meta (name, value) VALUES (?, ?)", name, values[name]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (f *file) addTable(l *ledger.Ledger, kind ledger.Kind) error {
	for ref := range l.All(kind) {
		if err := f.addRow(kind, l.ID(ref), l.Recorded(ref), func(column int) string { return l.Cell(ref, column) }); err != nil {
			return fmt.Errorf("%s: %w", l.Name(ref), err)
		}
	}
	return nil
}

// addRow inserts a row with its number.
func (f *file) addRow(kind ledger.Kind, id int64, recorded ledger.Day, cell func(column int) string) error {
	columns := len(kind.Columns())
	stmt, err := f.conn.Prepare("INSERT INTO " + quoted(kind.Table()) + " VALUES (?, ?" + strings.Repeat(", ?", columns) + ")")
	if err != nil {
		return err
	}
	stmt.BindInt64(1, id)
	stmt.BindText(2, recorded.String())
	for column := range columns {
		stmt.BindText(column+3, cell(column))
	}
	if _, err := stmt.Step(); err != nil {
		return err
	}
	return stmt.Reset()
}
