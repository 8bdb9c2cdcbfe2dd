//go:build !linux

package preview

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// clipboardWays are the shells of macOS and Windows, which read the picture from
// a file.
func clipboardWays() []clipboardWay {
	if runtime.GOOS == "windows" {
		return []clipboardWay{{"powershell", throughFile(func(file string) []string {
			return []string{"-NoProfile", "-NonInteractive", "-STA", "-Command", "Add-Type -AssemblyName System.Windows.Forms, System.Drawing; " +
				"$picture = [System.Drawing.Image]::FromFile('" + file + "'); [System.Windows.Forms.Clipboard]::SetImage($picture); $picture.Dispose()"}
		})}}
	}
	return []clipboardWay{{"osascript", throughFile(func(file string) []string {
		return []string{"-e", `set the clipboard to (read (POSIX file "` + file + `") as «class PNGf»)`}
	})}}
}

// throughFile writes the picture to a file of its own for a command.
func throughFile(arguments func(file string) []string) func(ctx context.Context, path string, picture []byte) error {
	return func(ctx context.Context, path string, picture []byte) (err error) {
		folder, err := os.MkdirTemp("", "summit-ledger-page")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
		file := filepath.Join(folder, "page.png")
		if err := os.WriteFile(file, picture, 0o600); err != nil {
			return err
		}
		return exec.CommandContext(ctx, path, arguments(file)...).Run()
	}
}
