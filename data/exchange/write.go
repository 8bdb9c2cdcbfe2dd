package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"summitledger/data/ledger"
)

// WriteFolder writes a summit as a folder that Open reads again. The folder is
// made when it is missing; each file is written aside, synced and renamed, so
// that no file is ever half-written. Files of other names are left alone.
func WriteFolder(folder string, summit Summit) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", folder, err)
	}
	for _, kind := range ledger.StoredKinds() {
		if kind == ledger.Settings && summit.Ledger.Len(kind) == 0 {
			if err := removeOld(filepath.Join(folder, kind.Table()+".csv")); err != nil {
				return err
			}
			continue
		}
		var out bytes.Buffer
		if err := WriteTable(&out, summit.Ledger, kind, summit.Ledger.All(kind)); err != nil {
			return err
		}
		if err := WriteFile(filepath.Join(folder, kind.Table()+".csv"), out.Bytes()); err != nil {
			return err
		}
	}
	descriptor := summit.Descriptor
	if len(descriptor) == 0 {
		var err error
		if descriptor, err = newDescriptor(summit.Ledger); err != nil {
			return err
		}
	}
	if err := WriteFile(filepath.Join(folder, descriptorFile), descriptor); err != nil {
		return err
	}
	if len(summit.Notes) > 0 {
		if err := WriteFile(filepath.Join(folder, notesFile), summit.Notes); err != nil {
			return err
		}
	}
	recorded, err := writeRecordedDays(summit.Ledger)
	if err != nil {
		return err
	}
	place := filepath.Join(folder, recordedFile)
	if len(recorded) > 0 {
		return WriteFile(place, recorded)
	}
	return removeOld(place)
}

// removeOld takes away what an earlier export wrote and this one has not.
func removeOld(place string) error {
	if err := os.Remove(place); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s of an earlier export cannot be removed: %w", place, err)
	}
	return nil
}

// newDescriptor describes a folder whose summit never had a descriptor.
func newDescriptor(l *ledger.Ledger) ([]byte, error) {
	type resource struct {
		Name string `json:"name"`
		Path string `json:"path"`
	}
	descriptor := struct {
		Profile   string     `json:"profile"`
		Name      string     `json:"name"`
		Created   string     `json:"created"`
		Resources []resource `json:"resources"`
	}{Profile: "tabular-data-package", Name: "summit", Created: l.RecordedDay().String()}
	if summit := l.Summit(); summit.Exists() {
		descriptor.Name = l.Key(summit)
	}
	for _, kind := range ledger.Kinds() {
		descriptor.Resources = append(descriptor.Resources, resource{Name: kind.Table(), Path: kind.Table() + ".csv"})
	}
	content, err := json.MarshalIndent(descriptor, "", "  ")
	return append(content, '\n'), err
}

// WriteTable writes rows of one table as CSV, with its header row.
func WriteTable(out io.Writer, l *ledger.Ledger, kind ledger.Kind, rows iter.Seq[ledger.Ref]) error {
	writer := csv.NewWriter(out)
	columns := kind.Columns()
	header := make([]string, len(columns))
	for i := range columns {
		header[i] = columns[i].Name
	}
	if err := writer.Write(header); err != nil {
		return fmt.Errorf("%s.csv: %w", kind.Table(), err)
	}
	cells := make([]string, len(columns))
	for ref := range rows {
		for i := range columns {
			cells[i] = l.Cell(ref, i)
		}
		if err := writer.Write(cells); err != nil {
			return fmt.Errorf("%s.csv: %w", kind.Table(), err)
		}
	}
	writer.Flush()
	if err := writer.Error(); err != nil {
		return fmt.Errorf("%s.csv: %w", kind.Table(), err)
	}
	return nil
}

// WriteFile writes a file whole or not at all: to a temporary file beside it,
// synced and renamed. A failure leaves an old file untouched.
func WriteFile(name string, content []byte) error {
	return WriteThrough(name, func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
}

// WriteThrough is WriteFile for content that is written piece by piece.
func WriteThrough(name string, write func(io.Writer) error) (err error) {
	if info, statErr := os.Stat(name); statErr == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder; name a file", name)
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("%s was not written: %w", name, err), os.Remove(temporary.Name()))
		}
	}()
	if err = write(temporary); err == nil {
		err = temporary.Sync()
	}
	if err = errors.Join(err, temporary.Close()); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if info, statErr := os.Stat(name); statErr == nil {
		if file, openErr := os.OpenFile(name, os.O_WRONLY, 0); openErr != nil {
			return openErr // a read-only target stays as it is, though its folder could be written
		} else if err = file.Close(); err != nil {
			return err
		}
		mode = info.Mode().Perm()
	}
	if err = os.Chmod(temporary.Name(), mode); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}
