package workspace

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"

	"summitledger/data/ledger"
)

// reportEvery is after how many rows the loading tells how far it is.
const reportEvery = 8192

// Load reads all rows and the number of the last action, as of one moment.
func (f *file) Load(ctx context.Context, progress func(done, total int)) (*ledger.Ledger, int64, error) {
	var loaded *ledger.Ledger
	var revision int64
	err := f.within(ctx, "BEGIN", func() (err error) {
		if revision, err = f.revision(); err != nil {
			return err
		}
		loaded, err = f.load(progress)
		return err
	})
	if err != nil {
		return nil, 0, explain(ctx, f.path, damagedSchema(f.path, err))
	}
	return loaded, revision, nil
}

// damagedSchema tells a table or column that is not there from other errors:
// SQLite reports it as a fault of the statement.
func damagedSchema(path string, err error) error {
	if sqlite.ErrCode(err) == sqlite.ResultError && (strings.Contains(err.Error(), "no such table") || strings.Contains(err.Error(), "no such column")) {
		return refuse(Damaged, path, err)
	}
	return err
}

func (f *file) revision() (int64, error) {
	return number(f.conn, "SELECT coalesce(max(number), 0) FROM action")
}

func (f *file) load(progress func(done, total int)) (*ledger.Ledger, error) {
	values, err := f.meta()
	if err != nil {
		return nil, err
	}
	recorded, err := ledger.ParseDay(values[metaRecorded])
	if err != nil {
		return nil, refuse(Damaged, f.path, fmt.Errorf("the recorded day of the summit: %w", err))
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	total, err := f.estimate()
	if err != nil {
		return nil, err
	}
	l := loader{builder: ledger.NewBuilder(recorded), total: total, progress: progress}
	for _, kind := range ledger.Kinds() {
		if err := l.table(f.conn, kind); err != nil {
			var refusal *RefusalError
			if errors.As(err, &refusal) {
				refusal.Path = f.path
			}
			return nil, err
		}
	}
	built := l.builder.Build()
	progress(l.done, l.done)
	return built, nil
}

// estimate gives the sum of the highest row numbers: counting the rows would
// take a pass over the file.
func (f *file) estimate() (total int, err error) {
	for _, kind := range ledger.Kinds() {
		last, err := number(f.conn, "SELECT coalesce(max(id), 0) FROM "+quoted(kind.Table()))
		if err != nil {
			return 0, err
		}
		total += int(last)
	}
	return total, nil
}

// loader carries rows from the database into a ledger without a copy of its
// own: a cell is looked at where SQLite holds it.
type loader struct {
	builder  *ledger.Builder
	done     int
	total    int
	progress func(done, total int)
	buffer   []byte
	dayText  string // the recorded day read last, which most rows repeat
	day      ledger.Day
}

func selectRows(kind ledger.Kind) string {
	var query strings.Builder
	query.WriteString("SELECT id, recorded")
	for _, column := range kind.Columns() {
		query.WriteString(", " + quoted(column.Name))
	}
	query.WriteString(" FROM " + quoted(kind.Table()) + " ORDER BY id")
	return query.String()
}

func (l *loader) table(conn *sqlite.Conn, kind ledger.Kind) (err error) {
	stmt, _, err := conn.PrepareTransient(selectRows(kind))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stmt.Finalize()) }()
	cell := func(column int) []byte { return l.bytes(stmt, column+2) }
	for {
		there, err := stmt.Step()
		if err != nil || !there {
			return err
		}
		day, err := l.recorded(stmt)
		if err != nil {
			return refuse(Damaged, "", fmt.Errorf("%s number %d: %w", kind, stmt.ColumnInt64(0), err))
		}
		l.builder.AddBytes(kind, stmt.ColumnInt64(0), day, cell)
		if l.done++; l.done%reportEvery == 0 {
			l.progress(min(l.done, l.total), l.total)
		}
	}
}

// bytes gives a cell in a buffer that the next cell overwrites.
func (l *loader) bytes(stmt *sqlite.Stmt, column int) []byte {
	for {
		read := stmt.ColumnBytes(column, l.buffer)
		if read < len(l.buffer) {
			return l.buffer[:read]
		}
		l.buffer = make([]byte, 2*stmt.ColumnLen(column)+1024) // it may not have held all
	}
}

func (l *loader) recorded(stmt *sqlite.Stmt) (ledger.Day, error) {
	text := l.bytes(stmt, 1)
	if string(text) == l.dayText {
		return l.day, nil
	}
	day, err := recordedDay(string(text))
	if err == nil {
		l.dayText, l.day = string(text), day
	}
	return day, err
}

// recordedDay reads the recorded day of a row; a row without one has always
// been known.
func recordedDay(text string) (ledger.Day, error) {
	if text == "" {
		return ledger.NoDay, nil
	}
	return ledger.ParseDay(text)
}
