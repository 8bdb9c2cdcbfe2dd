package workspace

import (
	"bytes"
	"context"
	"fmt"
	"slices"

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
		if version < firstVersion(kind) {
			continue // an older file that is open only to be read
		}
		if err := reader.read(ctx, conn, kind); err != nil {
			return nil, fmt.Errorf("table %s: %w", kind.Table(), err)
		}
	}
	return reader.builder.Build(), nil
}

// tableReader hands rows to a builder without making a string of every cell.
// One goroutine reads while another builds: each takes about half of the time.
type tableReader struct {
	builder  *ledger.Builder
	progress func(rows int)
	rows     int
	text     []byte // the recorded day at hand
	lastText []byte // the one before
	lastDay  ledger.Day
}

// batchRows is how many rows go from the reader to the builder at once.
const batchRows = 512

// batch is some rows of a table: their cells in one piece of memory.
type batch struct {
	ids  []int64
	days []ledger.Day
	text []byte
	ends []int // of each cell in text
}

// reset empties a batch and keeps its memory.
func (b *batch) reset() {
	b.ids, b.days, b.text, b.ends = b.ids[:0], b.days[:0], b.text[:0], b.ends[:0]
}

// cell gives a cell by its number in the batch.
func (b *batch) cell(at int) []byte {
	start := 0
	if at > 0 {
		start = b.ends[at-1]
	}
	return b.text[start:b.ends[at]]
}

// read hands the rows of a table on. It returns when nothing reads any more.
func (r *tableReader) read(ctx context.Context, conn *sqlite.Conn, kind ledger.Kind) error {
	columns := len(kind.Columns())
	full, empty, failed := make(chan *batch, 4), make(chan *batch, 6), make(chan error, 1)
	for range cap(empty) {
		empty <- &batch{}
	}
	go func() {
		failed <- r.fill(ctx, conn, kind, full, empty)
		close(full)
	}()
	for b := range full {
		for row, id := range b.ids {
			r.builder.AddBytes(kind, id, b.days[row], func(column int) []byte { return b.cell(row*columns + column) })
		}
		before := r.rows / progressEvery
		if r.rows += len(b.ids); r.rows/progressEvery != before && r.progress != nil {
			r.progress(r.rows)
		}
		b.reset()
		empty <- b
	}
	return <-failed
}

// fill reads the rows of a table into batches.
func (r *tableReader) fill(ctx context.Context, conn *sqlite.Conn, kind ledger.Kind, full chan<- *batch, empty <-chan *batch) (err error) {
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
	b := <-empty
	for {
		more, err := stmt.Step()
		if err != nil {
			return err
		}
		if !more {
			full <- b
			return ctx.Err()
		}
		day, err := r.day(stmt)
		if err != nil {
			return err
		}
		b.ids, b.days = append(b.ids, stmt.ColumnInt64(0)), append(b.days, day)
		for column := range columns {
			b.text = appendColumn(b.text, stmt, column+2)
			b.ends = append(b.ends, len(b.text))
		}
		if len(b.ids) == batchRows {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			full <- b
			b = <-empty
		}
	}
}

// appendColumn adds the text of a column to a buffer.
func appendColumn(buffer []byte, stmt *sqlite.Stmt, column int) []byte {
	length := stmt.ColumnLen(column)
	if length == 0 {
		return buffer
	}
	end := len(buffer)
	buffer = slices.Grow(buffer, length)[:end+length]
	return buffer[:end+stmt.ColumnBytes(column, buffer[end:])]
}

// day reads the recorded day of a row; most rows have that of the row before.
func (r *tableReader) day(stmt *sqlite.Stmt) (ledger.Day, error) {
	text := appendColumn(r.text[:0], stmt, 1)
	r.text = text
	if r.lastText != nil && bytes.Equal(text, r.lastText) {
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
