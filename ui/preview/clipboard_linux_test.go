package preview

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A picture goes to the command for the clipboard as it is; without one that is
// said.
func TestAPictureGoesToTheClipboard(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	t.Setenv("WAYLAND_DISPLAY", "")
	if err := CopyPicture(context.Background(), []byte("picture")); !errors.Is(err, ErrNoClipboard) {
		t.Errorf("without a command: %v", err)
	}
	script := "#!/bin/sh\necho \"$@\" > '" + folder + "/asked'\n/bin/cat > '" + folder + "/taken'\n"
	if err := os.WriteFile(filepath.Join(folder, "xclip"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	picture := []byte("\x89PNG\x00\xff picture")
	if err := CopyPicture(context.Background(), picture); err != nil {
		t.Fatal(err)
	}
	taken, err := os.ReadFile(filepath.Join(folder, "taken"))
	if err != nil || !bytes.Equal(taken, picture) {
		t.Errorf("the clipboard has %q, %v", taken, err)
	}
	if asked, err := os.ReadFile(filepath.Join(folder, "asked")); err != nil || !bytes.Contains(asked, []byte("image/png")) {
		t.Errorf("asked %q, %v", asked, err)
	}
}
