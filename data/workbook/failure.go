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
)

var causeKeys = [...]string{"other", "cancelled", "in_use", "disk_full", "no_folder"}

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
	}
	return f.Path + " was not written; the old file is unchanged: " + f.system()
}

// system gives what the system says, without the names of files.
func (f *Failure) system() string {
	var inPath *fs.PathError
	var inRename *os.LinkError
	switch {
	case errors.As(f.Err, &inPath):
		return inPath.Err.Error()
	case errors.As(f.Err, &inRename):
		return inRename.Err.Error()
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

func causeOf(err error) Cause {
	switch {
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
