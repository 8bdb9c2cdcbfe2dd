package exchange

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"summitledger/data/ledger"
)

// WritePackage writes a summit as one zip file that Open reads again: the same
// files as WriteFolder, whole or not at all.
func WritePackage(path string, summit Summit) error {
	return WriteThrough(path, func(out io.Writer) (err error) {
		archive := zip.NewWriter(out)
		defer func() { err = errors.Join(err, archive.Close()) }()
		_, err = contents(summit, func(name string, content []byte) error {
			file, err := archive.Create(name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			_, err = file.Write(content)
			return err
		})
		return err
	})
}

// WriteSheet writes rows as CSV for spreadsheet programs. Unlike the files of a
// summit folder it begins with a byte order mark, so that Excel reads it as
// UTF-8, and a text that Excel would take for a formula begins with an
// apostrophe.
func WriteSheet(out io.Writer, l *ledger.Ledger, kind ledger.Kind, rows iter.Seq[ledger.Ref]) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	writer := csv.NewWriter(out)
	columns := kind.Columns()
	cells := make([]string, len(columns))
	for i := range columns {
		cells[i] = columns[i].Name
	}
	if err := writer.Write(cells); err != nil {
		return err
	}
	for ref := range rows {
		for i := range columns {
			cells[i] = harmless(columns[i].Type, l.Cell(ref, i))
		}
		if err := writer.Write(cells); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// harmless keeps a spreadsheet program from reading a text as a formula.
func harmless(of ledger.ColumnType, cell string) string {
	if of != ledger.AmountColumn && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
