package workbook_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// large is a ledger whose sheets are too big for excelize to hold in memory:
// it puts them into temporary files.
func large(t *testing.T) workbook.Request {
	t.Helper()
	r := request(t, ledger.Generate(9_000, 30_000, 1, today()), locale.English)
	r.Generated = true
	return r
}

func entries(t *testing.T, folder string) []string {
	t.Helper()
	listed, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range listed {
		names = append(names, entry.Name())
	}
	return names
}

// watcher looks into the folder of temporary files while the workbook is
// written, and may break the writing.
type watcher struct {
	t      *testing.T
	folder string
	seen   int
	fail   func() error
}

func (w *watcher) Write(p []byte) (int, error) {
	w.seen = max(w.seen, len(entries(w.t, w.folder)))
	if w.fail != nil {
		if err := w.fail(); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

func TestNoTemporaryFilesStay(t *testing.T) {
	r := large(t)
	for _, c := range []struct {
		name string
		fail func(cancel context.CancelFunc) error
		want error
	}{
		{"written", func(context.CancelFunc) error { return nil }, nil},
		{"disk full", func(context.CancelFunc) error { return syscall.ENOSPC }, syscall.ENOSPC},
		{"cancelled while packing", func(cancel context.CancelFunc) error { cancel(); return nil }, context.Canceled},
	} {
		t.Run(c.name, func(t *testing.T) {
			temporary := t.TempDir()
			for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
				t.Setenv(name, temporary)
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			w := &watcher{t: t, folder: temporary, fail: func() error { return c.fail(cancel) }}
			if err := workbook.WriteTo(ctx, w, r); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if w.seen == 0 {
				t.Error("no temporary file was seen: the ledger is too small for this test")
			}
			if left := entries(t, temporary); len(left) > 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

// Whatever goes wrong: the old file stays as it was, nothing lies beside it,
// and the message says what to do.
func TestFailuresLeaveTheOldFile(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	failing := func(err error) func(string) error {
		return func(path string) error {
			return workbook.WriteFile(path, func(out io.Writer) error {
				if _, writing := out.Write([]byte("half a workbook")); writing != nil {
					return writing
				}
				return err
			})
		}
	}
	for _, c := range []struct {
		name  string
		write func(path string) error
		cause workbook.Cause
		says  string
	}{
		{"cancelled", func(path string) error { return workbook.Write(cancelled, path, r) }, workbook.Cancelled, "unchanged"},
		{"disk full", failing(fmt.Errorf("write: %w", syscall.ENOSPC)), workbook.DiskFull, "the disk is full; the old file is unchanged"},
		{"disk of temporary files full", failing(workbook.TemporaryError(syscall.ENOSPC)), workbook.TemporaryFull, "the disk of temporary files"},
		{"forbidden", failing(fs.ErrPermission), workbook.InUseOrForbidden, "open in another program"},
		{"other", failing(io.ErrClosedPipe), workbook.OtherCause, "the old file is unchanged: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "summit.xlsx")
			if err := os.WriteFile(path, []byte("the old workbook"), 0o644); err != nil {
				t.Fatal(err)
			}
			expectFailure(t, c.write(path), path, c.cause, c.says)
			if old, err := os.ReadFile(path); err != nil || string(old) != "the old workbook" {
				t.Errorf("the old file is %q (%v)", old, err)
			}
			if left := entries(t, filepath.Dir(path)); len(left) != 1 {
				t.Errorf("beside the file: %q", left)
			}
		})
	}
}

func TestPlacesThatCannotBeWritten(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path  string
		cause workbook.Cause
		says  string
	}{
		{filepath.Join(folder, "missing", "summit.xlsx"), workbook.NoFolder, "its folder does not exist"},
		{filepath.Join(file, "summit.xlsx"), workbook.NoFolder, "its folder does not exist"},
		{folder, workbook.IsFolder, "is a folder; give the workbook a name"},
		{filepath.Join(folder, strings.Repeat("long", 80)+".xlsx"), workbook.BadName, "the system takes no such name"},
		{filepath.Join(folder, "zero\x00.xlsx"), workbook.BadName, "without signs such as"},
	} {
		expectFailure(t, workbook.Write(t.Context(), c.path, r), c.path, c.cause, c.says)
	}
	if left := entries(t, folder); len(left) != 1 {
		t.Errorf("in the folder: %q", left)
	}
}

func expectFailure(t *testing.T, err error, path string, cause workbook.Cause, says string) {
	t.Helper()
	var failure *workbook.Failure
	if !errors.As(err, &failure) {
		t.Fatalf("%v is no Failure", err)
	}
	if failure.Cause != cause || failure.Path != path || !strings.Contains(failure.Error(), says) {
		t.Errorf("cause %d of %s: %s; want cause %d and %q", failure.Cause, failure.Path, failure, cause, says)
	}
	for _, language := range locale.Languages() {
		p, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		if said := failure.Say(p); !strings.Contains(said, path) || strings.HasPrefix(said, "workbook.") {
			t.Errorf("in %s: %s", language, said)
		}
	}
}

// An old file is replaced whole.
func TestOldFileIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "summit.xlsx")
	if err := os.WriteFile(path, []byte(strings.Repeat("old", 1_000_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := workbook.Write(t.Context(), path, request(t, bundled(t), locale.English)); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if found := parts(t, content); found["xl/workbook.xml"] == "" {
		t.Error("no workbook in the file")
	}
}
