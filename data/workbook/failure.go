package workbook

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"

	"summitledger/data/locale"
)

// Cause says why a workbook could not be written, as far as people can do
// something about it.
type Cause uint8

// The causes.
const (
	OtherCause Cause = iota
	Cancelled
	InUseOrForbidden // open in another program, or the file or its folder may not be written
	DiskFull
	NoFolder
	IsFolder
	BadName       // too long, or with signs that the system does not take
	TemporaryFull // the disk of temporary files, not that of the workbook
)

var causeKeys = [...]string{"other", "cancelled", "in_use", "disk_full", "no_folder", "is_folder", "bad_name", "temporary_full"}

// Failure says that a workbook was not written. The file of that name, if
// there was one, is as it was before.
type Failure struct {
	Path  string
	Cause Cause
	Err   error
}

// Error tells in English what happened and what to do.
func (f *Failure) Error() string {
	switch f.Cause {
	case Cancelled:
		return f.Path + " was not written: the export was cancelled; a file of that name is unchanged"
	case InUseOrForbidden:
		return f.Path + " was not written: it is open in another program, or it or its folder may not be written; close it there or choose another name; the old file is unchanged (" + f.system() + ")"
	case DiskFull:
		return f.Path + " was not written: the disk is full; the old file is unchanged (" + f.system() + ")"
	case NoFolder:
		return f.Path + " was not written: its folder does not exist; make it or choose another place (" + f.system() + ")"
	case IsFolder:
		return f.Path + " is a folder; give the workbook a name of its own in it"
	case BadName:
		return f.Path + ` was not written: the system takes no such name; choose a shorter one without signs such as : * ? " < > | (` + f.system() + ")"
	case TemporaryFull:
		return f.Path + " was not written: the disk of temporary files, " + os.TempDir() + ", is full; make room there; the old file is unchanged (" + f.system() + ")"
	}
	return f.Path + " was not written; the old file is unchanged: " + f.system()
}

// system gives what the system says, without the names of files.
func (f *Failure) system() string {
	var number syscall.Errno
	if errors.As(f.Err, &number) {
		return number.Error()
	}
	return f.Err.Error()
}

// Unwrap gives the error of the system.
func (f *Failure) Unwrap() error { return f.Err }

// Say tells in the reader's language what happened and what to do, for
// windows.
func (f *Failure) Say(p *locale.Printer) string {
	return p.Text("workbook.failure."+causeKeys[f.Cause], f.Path, f.system())
}

// temporaryError says that a temporary file was not written.
type temporaryError struct{ err error }

func (t *temporaryError) Error() string { return "temporary file: " + t.err.Error() }

func (t *temporaryError) Unwrap() error { return t.err }

func causeOf(path string, err error) Cause {
	var temporary *temporaryError
	switch info, missing := os.Stat(path); {
	case missing == nil && info.IsDir():
		return IsFolder
	case errors.As(err, &temporary) && (errors.Is(err, syscall.ENOSPC) || diskFull(err)):
		return TemporaryFull
	case badName(err):
		return BadName
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Cancelled
	case errors.Is(err, syscall.ENOSPC), diskFull(err):
		return DiskFull
	case errors.Is(err, fs.ErrPermission), inUse(err):
		return InUseOrForbidden
	case errors.Is(err, fs.ErrNotExist), notFolder(err):
		return NoFolder
	}
	return OtherCause
}
