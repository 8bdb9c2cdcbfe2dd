package workspace

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// lockedByte lies far behind the text in the lock file: Windows keeps others
// from reading the bytes that are locked.
const lockedByte = 1 << 30

// lockFile takes the lock of the system on a file without waiting.
func lockFile(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{Offset: lockedByte})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return err
}

// removeAndClose closes first: Windows removes no file that is open. When
// another opening has it by then, the file stays, and locks nobody out.
func removeAndClose(file *os.File) error {
	if err := file.Close(); err != nil {
		return err
	}
	err := os.Remove(file.Name())
	if errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// folderProtected is not for Windows: there the mark means something else.
func folderProtected(fs.FileInfo) bool { return false }

// syncFolder is not for Windows: renaming is durable there by itself.
func syncFolder(string) error { return nil }
