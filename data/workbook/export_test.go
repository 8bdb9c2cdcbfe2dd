package workbook

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

// WriteWithin is WriteTo for an Excel that holds less.
func WriteWithin(ctx context.Context, out io.Writer, r Request, rows, links int) error {
	return writeWithin(ctx, out, r, limits{rows: rows, links: links})
}

// WriteFile is Write for any content.
func WriteFile(path string, content func(io.Writer) error) error { return writeFile(path, content) }

// TemporaryError is a failure to write a temporary file.
func TemporaryError(err error) error { return &temporaryError{err} }

// WriteBare streams the same values as WriteTo, and nothing else, by excelize
// as its documentation shows it; it gives the number of columns.
func WriteBare(out io.Writer, r Request, kind ledger.Kind) (columnCount int, err error) {
	b := &book{request: r}
	rows := slices.Collect(r.View.All(kind))
	columns := b.columnsOf(kind, rows)
	file := excelize.NewFile()
	defer func() { err = file.Close() }()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return 0, err
	}
	cells := make([]any, len(columns))
	for i, column := range columns {
		cells[i] = column.heading
	}
	if err := stream.SetRow("A1", cells); err != nil {
		return 0, err
	}
	for i, ref := range rows {
		for place := range columns {
			switch content := columns[place].cell(ref); content.form {
			case nothing:
				cells[place] = nil
			case plainText, linkText:
				cells[place] = content.text
			default:
				cells[place] = content.number
			}
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return 0, err
		}
	}
	if err := stream.Flush(); err != nil {
		return 0, err
	}
	return len(columns), file.Write(out)
}

// WriteValues writes the same values as a file that other programs read: a JSON
// array on each line.
func WriteValues(path string, r Request, kind ledger.Kind) (err error) {
	b := &book{request: r}
	rows := slices.Collect(r.View.All(kind))
	columns := b.columnsOf(kind, rows)
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriter(file)
	line := json.NewEncoder(out)
	cells := make([]any, len(columns))
	for i, column := range columns {
		cells[i] = column.heading
	}
	if err := line.Encode(cells); err != nil {
		return err
	}
	for _, ref := range rows {
		for i := range columns {
			switch content := columns[i].cell(ref); content.form {
			case nothing:
				cells[i] = nil
			case plainText, linkText:
				cells[i] = content.text
			default:
				cells[i] = content.number
			}
		}
		if err := line.Encode(cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

func TestChecksumOfTwoPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := rapid.SliceOf(rapid.Byte()).Draw(t, "first"), rapid.SliceOf(rapid.Byte()).Draw(t, "second")
		got := joined(crc32.ChecksumIEEE(first), crc32.ChecksumIEEE(second), int64(len(second)))
		if want := crc32.ChecksumIEEE(slices.Concat(first, second)); got != want {
			t.Errorf("%08x, want %08x", got, want)
		}
	})
}
