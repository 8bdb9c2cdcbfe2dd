package workspace

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// lock is the right to write a workspace: a lock of the system on a hidden
// file beside it, with the name of who holds it inside. The system lets go of
// it when the program ends in whatever way, so a file that is left behind
// locks nobody out. SQLite's own locks cannot serve: held for the whole
// opening, they would keep readers out too.
type lock struct {
	file *os.File
}

// errLocked says that another opening holds the lock.
const errLocked = Problem("locked")

// lockPath names the lock file of a workspace.
func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// acquire takes the lock or gives errLocked and who holds it.
func acquire(path string) (held *lock, holder string, err error) {
	name := lockPath(path)
	for {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, "", err
		}
		if err := lockFile(file); err != nil {
			holder, readErr := io.ReadAll(io.LimitReader(file, 200))
			if closeErr := file.Close(); !errors.Is(err, errLocked) || closeErr != nil {
				return nil, "", errors.Join(err, closeErr)
			}
			if readErr != nil {
				holder = nil // who holds it is a courtesy; that it is held is known
			}
			return nil, strings.TrimSpace(string(holder)), errLocked
		}
		// The holder before may have removed the file between opening and
		// locking: then the lock is on a file that nobody else will find.
		if same, err := stillThere(file, name); err != nil || !same {
			if err = errors.Join(err, file.Close()); err != nil {
				return nil, "", err
			}
			continue
		}
		if err := sign(file); err != nil {
			return nil, "", errors.Join(err, file.Close())
		}
		return &lock{file: file}, "", nil
	}
}

func stillThere(file *os.File, name string) (bool, error) {
	opened, err := file.Stat()
	if err != nil {
		return false, err
	}
	found, err := os.Stat(name)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(opened, found), err
}

// sign writes into the lock file on which machine and in which process it is
// held, for the window that finds it locked.
func sign(file *os.File) error {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	if err := file.Truncate(0); err != nil {
		return err
	}
	_, err = file.WriteAt(fmt.Appendf(nil, "%s, process %d\n", host, os.Getpid()), 0)
	return err
}

// release gives the lock back and removes its file.
func (l *lock) release() error {
	if l == nil || l.file == nil {
		return nil
	}
	file := l.file
	l.file = nil
	return removeAndClose(file)
}
