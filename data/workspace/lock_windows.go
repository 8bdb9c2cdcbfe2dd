package workspace

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// removesOnlyClosed: an open file cannot be removed here.
const removesOnlyClosed = true

// lockFile takes an exclusive lock without waiting.
func lockFile(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return err
}

// syncFolder has nothing to do: the file system keeps renames itself.
func syncFolder(string) error { return nil }
