package report_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"summitledger/data/locale"
	"summitledger/data/report"
)

func TestBriefIsWrittenWhole(t *testing.T) {
	r := request(t, bundled(t), locale.Japanese, today, today)
	path := filepath.Join(t.TempDir(), "brief.pdf")
	if err := report.WriteBrief(context.Background(), path, r); err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := brief(t, "written", r).WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written, out.Bytes()) {
		t.Error("the file is not the document")
	}
	onlyFile(t, filepath.Dir(path), "brief.pdf")
}

// onlyFile checks that nothing but the named file is left in a folder.
func onlyFile(t *testing.T, folder, name string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != name {
			t.Errorf("%s is left behind", entry.Name())
		}
	}
}

func TestOldFileStaysWhenTheNewOneFails(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	path := filepath.Join(t.TempDir(), "brief.pdf")
	if err := os.WriteFile(path, []byte("the old brief"), 0o644); err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if err := report.WriteBrief(stopped, path, r); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped brief answers %v", err)
	}
	if err := report.WriteBrief(context.Background(), path, report.Request{}); err == nil {
		t.Error("a brief of nothing was written")
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "the old brief" {
		t.Errorf("the old file reads %q (%v)", kept, err)
	}
	onlyFile(t, filepath.Dir(path), "brief.pdf")
}

func TestPlacesThatCannotBeWrittenAreNamed(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"a folder":         folder,
		"a missing folder": filepath.Join(folder, "missing", "brief.pdf"),
		"under a file":     filepath.Join(file, "brief.pdf"),
	} {
		err := report.WriteBrief(context.Background(), path, r)
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: the answer %q does not name %s", name, err, path)
		}
	}
}
