package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lock is the right to write a workspace: a locked file beside it. The system
// takes the lock back when the program ends, however it ends.
type lock struct {
	file *os.File
	name string
}

// errLocked says that somebody else holds the lock.
var errLocked = errors.New("another window or program is writing")

// takeLock takes the right to write, or says why it cannot be had.
func takeLock(path string) (*lock, string) {
	// The file itself is not opened here: closing it again would drop the locks
	// that SQLite holds on it in another window of this process.
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o222 == 0 {
		return nil, FileProtected
	}
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	for range 3 {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, FolderReadOnly
		}
		if err := lockFile(file); err != nil {
			if closeErr := file.Close(); closeErr != nil || !errors.Is(err, errLocked) {
				return nil, FolderReadOnly
			}
			return nil, LockedByOther
		}
		// Whoever held the lock before may have removed this very file.
		if same(file, name) {
			return &lock{file: file, name: name}, ""
		}
		if err := file.Close(); err != nil {
			return nil, FolderReadOnly
		}
	}
	return nil, LockedByOther
}

func same(file *os.File, name string) bool {
	held, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(name)
	return err == nil && os.SameFile(held, named)
}

// release gives the right to write back and leaves no file behind.
func (l *lock) release() error {
	removeErr := os.Remove(l.name)
	if errors.Is(removeErr, fs.ErrNotExist) || removesOnlyClosed {
		removeErr = nil
	}
	err := errors.Join(removeErr, l.file.Close())
	if removesOnlyClosed {
		err = errors.Join(err, ignoreMissing(os.Remove(l.name)))
	}
	return err
}
