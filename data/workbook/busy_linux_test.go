package workbook_test

import (
	"os"
	"path/filepath"
	"testing"

	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// A file that another program holds is not written, whoever asks: on Linux the
// program that runs is such a file.
func TestFileInUse(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	beside := len(entries(t, filepath.Dir(path)))
	expectFailure(t, workbook.Write(t.Context(), path, request(t, bundled(t), locale.English)), path, workbook.InUseOrForbidden, "it is open in another program")
	if after, err := os.Stat(path); err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the file changed: %v (%v)", after, err)
	}
	if now := len(entries(t, filepath.Dir(path))); now != beside {
		t.Errorf("%d files beside it, want %d", now, beside)
	}
}
