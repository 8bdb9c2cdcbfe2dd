package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// A file dialog begins where a person keeps files, never in the hidden folder
// of the program's own data.
func TestFileDialogsBeginWhereAPersonKeepsFiles(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	w, settle := opened(t)
	begins := func(want string) {
		t.Helper()
		if got := w.location(); got == nil || got.Path() != want {
			t.Errorf("a dialog begins in %v, want %s", got, want)
		}
	}
	begins(filepath.Dir(w.file.name)) // a workspace of their own

	own, err := bundledPath()
	if err != nil {
		t.Fatal(err)
	}
	if err := ensureBundled(context.Background(), own, w.today()); err != nil {
		t.Fatal(err)
	}
	w.openPath(own)
	settle()
	begins(home)
	papers := filepath.Join(home, "Документы")
	for _, folder := range []string{papers, filepath.Join(home, "elsewhere")} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte("# of the desktop\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	begins(papers)
	w.remembersFolder(filepath.Join(home, "elsewhere"))
	begins(filepath.Join(home, "elsewhere"))
	w.remembersFolder(filepath.Join(home, "gone"))
	begins(papers)
}
