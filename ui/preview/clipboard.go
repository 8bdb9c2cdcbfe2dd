package preview

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
)

// ErrNoClipboard says that the system takes no pictures on its clipboard.
var ErrNoClipboard = errors.New("the clipboard of this system takes no pictures")

// CopyPicture puts a PNG picture on the clipboard of the system.
func CopyPicture(ctx context.Context, picture []byte) error {
	for _, way := range clipboardWays() {
		path, err := exec.LookPath(way.name)
		if err != nil {
			continue
		}
		return way.copy(ctx, path, picture)
	}
	return ErrNoClipboard
}

// clipboardWay is a command of the system that takes a picture.
type clipboardWay struct {
	name string
	copy func(ctx context.Context, path string, picture []byte) error
}

// fed is a way that reads the picture from its standard input.
func fed(name string, arguments ...string) clipboardWay {
	return clipboardWay{name, func(ctx context.Context, path string, picture []byte) error {
		command := exec.CommandContext(ctx, path, arguments...)
		command.Stdin = bytes.NewReader(picture)
		return command.Run()
	}}
}
