package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"syscall"

	"summitledger/data/ledger"
)

// WriteFolder writes a summit as a folder that Open reads again. The folder is
// made when it is missing; every file is written aside and synced before the
// first of them takes its name, so that a full disk leaves an old folder as it
// was. Files of other names are left alone.
func WriteFolder(folder string, summit Summit) (err error) {
	made := false
	if _, statErr := os.Stat(folder); errors.Is(statErr, os.ErrNotExist) {
		made = true
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return notWritten(folder, err)
	}
	var ready []staged
	defer func() {
		if err == nil {
			return
		}
		for _, file := range ready {
			err = errors.Join(err, file.drop())
		}
		if made {
			err = errors.Join(err, os.Remove(folder))
		}
	}()
	put := func(name string, content []byte) error {
		file, err := stage(filepath.Join(folder, name), func(out io.Writer) error {
			_, err := out.Write(content)
			return err
		})
		if err == nil {
			ready = append(ready, file)
		}
		return err
	}
	old, err := contents(summit, put)
	if err != nil {
		return err
	}
	for len(ready) > 0 {
		if err := ready[0].commit(); err != nil {
			return err
		}
		ready = ready[1:]
	}
	for _, name := range old {
		if err := removeOld(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	return nil
}

// contents puts every file of a summit folder, and names those that an earlier
// export may have left and this summit has not.
func contents(summit Summit, put func(name string, content []byte) error) (old []string, err error) {
	for _, kind := range ledger.StoredKinds() {
		if kind.Chosen() && summit.Ledger.Len(kind) == 0 {
			old = append(old, kind.Table()+".csv")
			continue
		}
		var out bytes.Buffer
		if err := WriteTable(&out, summit.Ledger, kind, summit.Ledger.All(kind)); err != nil {
			return nil, err
		}
		if err := put(kind.Table()+".csv", out.Bytes()); err != nil {
			return nil, err
		}
	}
	descriptor := summit.Descriptor
	if len(descriptor) == 0 {
		if descriptor, err = newDescriptor(summit.Ledger); err != nil {
			return nil, err
		}
	}
	if err := put(descriptorFile, descriptor); err != nil {
		return nil, err
	}
	if len(summit.Notes) > 0 {
		if err := put(notesFile, summit.Notes); err != nil {
			return nil, err
		}
	}
	recorded, err := writeRecordedDays(summit.Ledger)
	if err != nil {
		return nil, err
	}
	if len(recorded) == 0 {
		return append(old, recordedFile), nil
	}
	return old, put(recordedFile, recorded)
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
func WriteThrough(name string, write func(io.Writer) error) error {
	file, err := stage(name, write)
	if err != nil {
		return err
	}
	if err := file.commit(); err != nil {
		return errors.Join(err, file.drop())
	}
	return nil
}

// staged is a file written aside that has not taken its name yet.
type staged struct{ temporary, name string }

// stage writes a file aside and syncs it.
func stage(name string, write func(io.Writer) error) (file staged, err error) {
	mode := os.FileMode(0o644)
	if info, statErr := os.Stat(name); statErr == nil {
		if info.IsDir() {
			return staged{}, fmt.Errorf("%s is a folder; name a file", name)
		}
		// A read-only target stays as it is, though its folder could be written.
		target, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return staged{}, notWritten(name, err)
		}
		if err := target.Close(); err != nil {
			return staged{}, notWritten(name, err)
		}
		mode = info.Mode().Perm()
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return staged{}, notWritten(name, err)
	}
	file = staged{temporary.Name(), name}
	if err = write(temporary); err == nil {
		err = temporary.Sync()
	}
	if err = errors.Join(err, temporary.Close()); err == nil {
		err = os.Chmod(file.temporary, mode)
	}
	if err != nil {
		return staged{}, errors.Join(notWritten(name, err), file.drop())
	}
	return file, nil
}

// commit gives the file its name.
func (f staged) commit() error {
	if err := os.Rename(f.temporary, f.name); err != nil {
		return notWritten(f.name, err)
	}
	return nil
}

// drop takes the file away again.
func (f staged) drop() error { return os.Remove(f.temporary) }

// notWritten says why a file was not written, in the words of people where the
// cause is a usual one.
func notWritten(name string, err error) error {
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err // the name of the file written aside tells nobody anything
	}
	what := ""
	switch {
	case errors.Is(err, syscall.ENOSPC):
		what = "the disk is full; make room and try again"
	case errors.Is(err, fs.ErrNotExist):
		what = "its folder does not exist; make it or choose another place"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		what = "it or its folder may not be written; choose another place"
	default:
		return fmt.Errorf("%s was not written: %w", name, cause)
	}
	return fmt.Errorf("%s was not written: %s (%w)", name, what, cause)
}
