package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"zombiezen.com/go/sqlite"
)

// Problem is why a workspace is refused or cannot be written. A RefusalError
// is one of these by errors.Is, and the catalogue has its sentence for people
// under "workspace.problem.PROBLEM", with {0} for the file.
type Problem string

// The problems. The last four do not refuse a file: it opens read-only.
const (
	Missing       Problem = "missing"         // no file of that name
	Unreadable    Problem = "unreadable"      // a folder, no permission, or the disk fails
	NotSQLite     Problem = "not_sqlite"      // some other kind of file
	NotWorkspace  Problem = "not_workspace"   // a database of another program
	NewerSchema   Problem = "newer_schema"    // written by a newer version of this program
	OlderSchema   Problem = "older_schema"    // must be brought up to date first, but may not be written
	Damaged       Problem = "damaged"         // the content is broken; it is not repaired in place
	Exists        Problem = "exists"          // there is a file of that name already
	Unwritable    Problem = "unwritable"      // a new file cannot be made there
	DiskFull      Problem = "disk_full"       // no room left
	Busy          Problem = "busy"            // another program is reading or writing it this moment
	LockedByOther Problem = "locked_by_other" // open for writing in another window
	ReadOnlyFile  Problem = "read_only_file"  // the file is write-protected
	ReadOnlyPlace Problem = "read_only_place" // the folder or disk is write-protected
	AskedReadOnly Problem = "asked_read_only" // the caller asked for no more
)

// Error makes a problem the target of errors.Is.
func (p Problem) Error() string { return string(p) }

// Key names the sentence of the problem in the translation catalogue.
func (p Problem) Key() string { return "workspace.problem." + string(p) }

// sentence tells in English what is wrong with the file and what to do.
func (p Problem) sentence() string {
	switch p {
	case Missing:
		return "there is no such file; check the name, or whether its disk is connected"
	case Unreadable:
		return "the file cannot be read; check that it is a file, that you may read it and that its disk is connected"
	case NotSQLite:
		return "this is not a workspace of Summit Ledger; choose a .summit file, or import a summit folder"
	case NotWorkspace:
		return "this is a database of another program, not a workspace; choose a .summit file"
	case NewerSchema:
		return "a newer version of Summit Ledger wrote this workspace; install the newer version to open it"
	case OlderSchema:
		return "an older version of Summit Ledger wrote this workspace; open it once where it can be written, or open a copy"
	case Damaged:
		return "the workspace is damaged and was left as it is; open the newest file in its folder of backups, or another copy"
	case Exists:
		return "there is a file of this name already and it was left as it is; choose another name"
	case Unwritable:
		return "the file cannot be written there; choose a folder that you may write to"
	case DiskFull:
		return "the disk is full and nothing was changed; free some space and try again"
	case Busy:
		return "another program is using the workspace this moment and nothing was changed; try again"
	case LockedByOther:
		return "another window has the workspace open for writing; here it can be read only"
	case ReadOnlyFile:
		return "the file is write-protected; it can be read only"
	case ReadOnlyPlace:
		return "the folder or disk is write-protected; the workspace can be read only"
	case AskedReadOnly:
		return "the workspace was opened for reading only"
	}
	return string(p)
}

// RefusalError says which file was refused and for what problem.
type RefusalError struct {
	Problem Problem
	Path    string
	Err     error // what the system or the database said; may be nil
}

func (e *RefusalError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s: %s", e.Path, e.Problem.sentence())
	}
	return fmt.Sprintf("%s: %s (%v)", e.Path, e.Problem.sentence(), e.Err)
}

// Is makes errors.Is(err, workspace.Damaged) true for a refusal of that kind.
func (e *RefusalError) Is(target error) bool { return target == error(e.Problem) }

// Unwrap gives what the system or the database said.
func (e *RefusalError) Unwrap() error { return e.Err }

func refuse(problem Problem, path string, err error) error {
	return &RefusalError{Problem: problem, Path: path, Err: err}
}

// explain turns what SQLite or the system reports about a file into a refusal.
// Errors of other kinds, among them refusals, stay as they are.
func explain(ctx context.Context, path string, err error) error {
	var refusal *RefusalError
	if err == nil || errors.As(err, &refusal) {
		return err
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%s: stopped: %w", path, ctx.Err())
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return refuse(DiskFull, path, err)
	case errors.Is(err, fs.ErrNotExist):
		return refuse(Missing, path, err)
	}
	switch sqlite.ErrCode(err).ToPrimary() {
	case sqlite.ResultCorrupt, sqlite.ResultFormat:
		return refuse(Damaged, path, err)
	case sqlite.ResultNotADB:
		return refuse(NotSQLite, path, err)
	case sqlite.ResultFull:
		return refuse(DiskFull, path, err)
	case sqlite.ResultReadOnly:
		return refuse(ReadOnlyFile, path, err)
	case sqlite.ResultBusy, sqlite.ResultLocked:
		return refuse(Busy, path, err)
	case sqlite.ResultCantOpen, sqlite.ResultIOErr, sqlite.ResultPerm, sqlite.ResultAuth:
		return refuse(Unreadable, path, err)
	}
	return fmt.Errorf("%s: %w", path, err)
}
