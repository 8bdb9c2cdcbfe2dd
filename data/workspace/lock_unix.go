//go:build unix

package workspace

import (
	"errors"
	"os"
	"syscall"
)

// removesOnlyClosed: an open file can be removed here.
const removesOnlyClosed = false

// lockFile takes an exclusive lock without waiting.
func lockFile(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// syncFolder makes a rename in a folder durable.
func syncFolder(folder string) (err error) {
	file, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
