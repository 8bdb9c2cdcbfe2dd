//go:build !windows

package workspace

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lockFile takes the lock of the system on a file without waiting.
func lockFile(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// removeAndClose removes the file while the lock is still held, so that nobody
// locks a file that is about to go.
func removeAndClose(file *os.File) error {
	return errors.Join(os.Remove(file.Name()), file.Close())
}

// folderProtected reports whether nobody may write to a folder, by its own
// permissions: they count even for a user who is above them.
func folderProtected(info fs.FileInfo) bool { return info.Mode().Perm()&0o222 == 0 }

// syncFolder makes a new name in a folder durable.
func syncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = opened.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // network file systems that cannot sync a folder
	}
	return errors.Join(err, opened.Close())
}
