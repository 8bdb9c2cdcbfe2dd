package workspace

import (
	"bytes"
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// progressEvery is after how many rows progress is reported.
const progressEvery = 1 << 16

// load reads every table into a ledger.
func load(ctx context.Context, conn *sqlite.Conn, progress func(rows int)) (*ledger.Ledger, error) {
	recorded, err := readMeta(conn, metaRecorded)
	if err != nil {
		return nil, err
	}
	day, err := parseRecorded(recorded)
	if err != nil {
		return nil, fmt.Errorf("its recorded day %q: %w", recorded, err)
	}
	version, err := number(conn, "PRAGMA user_version")
	if err != nil {
		return nil, err
	}
	reader := tableReader{builder: ledger.NewBuilder(day), progress: progress}
	for _, kind := range ledger.StoredKinds() {
		if kind == ledger.Settings && version < settingsVersion {
			continue // an older file that is open only to be read
		}
		if err := reader.read(ctx, conn, kind); err != nil {
			return nil, fmt.Errorf("table %s: %w", kind.Table(), err)
		}
	}
	return reader.builder.Build(), nil
}

// tableReader hands rows to a builder without making a string of every cell.
type tableReader struct {
	builder  *ledger.Builder
	progress func(rows int)
	rows     int
	buffer   []byte
	lastText []byte // the recorded day read last, as text
	lastDay  ledger.Day
}

func (r *tableReader) read(ctx context.Context, conn *sqlite.Conn, kind ledger.Kind) (err error) {
	stmt, _, err := conn.PrepareTransient(fmt.Sprintf("SELECT * FROM %q ORDER BY id", kind.Table()))
	if err != nil {
		return err
	}
	defer func() {
		if finalErr := stmt.Finalize(); err == nil {
			err = finalErr
		}
	}()
	columns := len(kind.Columns())
	if got := stmt.ColumnCount(); got != columns+2 {
		return fmt.Errorf("%d columns instead of %d", got, columns+2)
	}
	cell := func(column int) []byte { return r.bytes(stmt, column+2) }
	for {
		more, err := stmt.Step()
		if err != nil {
			return err
		}
		if !more {
			return ctx.Err()
		}
		day, err := r.day(stmt)
		if err != nil {
			return err
		}
		r.builder.AddBytes(kind, stmt.ColumnInt64(0), day, cell)
		if r.rows++; r.rows%progressEvery == 0 {
			if r.progress != nil {
				r.progress(r.rows)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
}

// bytes reads a column into the buffer, where it stays until the next call.
func (r *tableReader) bytes(stmt *sqlite.Stmt, column int) []byte {
	length := stmt.ColumnLen(column)
	if length == 0 {
		return nil
	}
	if cap(r.buffer) < length {
		r.buffer = make([]byte, length*2)
	}
	return r.buffer[:stmt.ColumnBytes(column, r.buffer[:length])]
}

// day reads the recorded day of a row; most rows have that of the row before.
func (r *tableReader) day(stmt *sqlite.Stmt) (ledger.Day, error) {
	text := r.bytes(stmt, 1)
	if bytes.Equal(text, r.lastText) && r.lastText != nil {
		return r.lastDay, nil
	}
	day, err := parseRecorded(string(text))
	if err != nil {
		return ledger.NoDay, fmt.Errorf("row %d: %w", stmt.ColumnInt64(0), err)
	}
	r.lastText, r.lastDay = bytes.Clone(text), day
	return day, nil
}

// parseRecorded reads a recorded day as Create and Append write it: nothing
// stands for a day that nobody states.
func parseRecorded(text string) (ledger.Day, error) {
	if text == "" {
		return ledger.NoDay, nil
	}
	return ledger.ParseDay(text)
}

func readMeta(conn *sqlite.Conn, name string) (string, error) {
	value := ""
	err := sqlitex.Execute(conn, "SELECT value FROM meta WHERE name = ?", &sqlitex.ExecOptions{Args: []any{name}, ResultFunc: func(stmt *sqlite.Stmt) error {
		value = stmt.ColumnText(0)
		return nil
	}})
	return value, err
}
