package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"zombiezen.com/go/sqlite"

	"summitledger/data/locale"
)

// Reason says why a file is not opened or written.
type Reason string

// The reasons.
const (
	Missing    Reason = "missing"    // there is no such file
	Unreadable Reason = "unreadable" // the system does not let it be read
	Foreign    Reason = "foreign"    // it is a file of something else
	Newer      Reason = "newer"      // a later version of the program wrote it
	Damaged    Reason = "damaged"    // its content is not sound
	Exists     Reason = "exists"     // there is a file of that name already
	Full       Reason = "full"       // the disk is full
	Busy       Reason = "busy"       // another program has been reading or writing for too long
	Failed     Reason = "failed"     // the system refused for another reason
	ReadOnly   Reason = "read_only"  // it was opened only to be read
	NoFolder   Reason = "no_folder"  // the folder that it should stand in is not there
)

// Refusal is an error that says which file was refused and why. Nothing was
// changed.
type Refusal struct {
	Path   string
	Reason Reason
	Cause  error
}

func (r *Refusal) Error() string {
	switch r.Reason {
	case Missing:
		return fmt.Sprintf("%s does not exist; check the name, or make a workspace with \"new\"", r.Path)
	case Unreadable:
		return fmt.Sprintf("%s cannot be read: %v; check who may read it", r.Path, r.Cause)
	case Foreign:
		return fmt.Sprintf("%s is not a workspace of Summit Ledger; it was left as it is", r.Path)
	case Newer:
		return fmt.Sprintf("%s was written by a newer version of Summit Ledger; update the program to open it", r.Path)
	case Damaged:
		return fmt.Sprintf("%s is damaged and was left as it is: %v; open a backup from the folder beside it", r.Path, r.Cause)
	case Exists:
		return fmt.Sprintf("%s exists already and was left as it is; choose another name", r.Path)
	case Full:
		return fmt.Sprintf("%s could not be written because the disk is full; make room and try again, nothing was changed", r.Path)
	case Busy:
		return fmt.Sprintf("%s is being read or written by another program; try again when it has ended, nothing was changed", r.Path)
	case NoFolder:
		return fmt.Sprintf("%s cannot be made: its folder does not exist; make it or choose another place", r.Path)
	case ReadOnly:
		return fmt.Sprintf("%s is open only to be read: %v; save a copy to edit it", r.Path, r.Cause)
	}
	return fmt.Sprintf("%s: %v; nothing was changed", r.Path, r.Cause)
}

// Say tells of the refusal in the reader's language.
func (r *Refusal) Say(p *locale.Printer) string {
	cause := ""
	if r.Cause != nil {
		cause = r.Cause.Error()
	}
	return p.Text("workspace.refused."+string(r.Reason), r.Path, cause)
}

// Unwrap gives what the system said.
func (r *Refusal) Unwrap() error { return r.Cause }

// refuse turns what the system or SQLite said into a refusal.
func refuse(path string, err error) error {
	var already *Refusal
	if err == nil || errors.As(err, &already) {
		return err
	}
	reason := Failed
	switch sqlite.ErrCode(err).ToPrimary() {
	case sqlite.ResultNotADB:
		reason = Foreign
	case sqlite.ResultCorrupt:
		reason = Damaged
	case sqlite.ResultBusy, sqlite.ResultLocked:
		reason = Busy
	case sqlite.ResultFull:
		reason = Full
	case sqlite.ResultCantOpen, sqlite.ResultPerm:
		reason = Unreadable
	case sqlite.ResultReadOnly:
		reason = ReadOnly
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = Missing
	case errors.Is(err, fs.ErrPermission):
		reason = Unreadable
	case errors.Is(err, syscall.ENOSPC):
		reason = Full
	}
	return &Refusal{Path: path, Reason: reason, Cause: err}
}
