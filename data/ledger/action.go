package ledger

import (
	"fmt"
	"time"
)

// Operation is what a change does to a row.
type Operation uint8

// The operations.
const (
	SetCell Operation = iota
	AddRow
	RemoveRow
)

// Change is one step of an edit, with all that its inverse needs.
type Change struct {
	Operation Operation
	Kind      Kind
	ID        int64    // the row's number in its workspace
	Column    string   // of SetCell
	Old, New  string   // of SetCell
	Cells     []string // of AddRow and RemoveRow: the whole row
	Recorded  Day      // of AddRow and RemoveRow: the row's recorded day
}

// Inverse gives the change that takes this one back.
func (c Change) Inverse() Change {
	switch c.Operation {
	case SetCell:
		c.Old, c.New = c.New, c.Old
	case AddRow:
		c.Operation = RemoveRow
	case RemoveRow:
		c.Operation = AddRow
	}
	return c
}

// Inverse gives the changes that take these back, last one first.
func Inverse(changes []Change) []Change {
	inverse := make([]Change, len(changes))
	for i, change := range changes {
		inverse[len(changes)-1-i] = change.Inverse()
	}
	return inverse
}

// Action is a group of changes that belong together: made, undone and
// remembered as one.
type Action struct {
	Number  int64     // in the journal, from 1; 0 until it is appended
	Author  string    // who did it, as the system names the user
	Time    time.Time // when, in UTC
	Reason  string    // why, in the words of the author; may be empty
	Source  string    // key of the source that tells it; may be empty
	Undoes  int64     // the number of the action that this one takes back, 0 for none
	Redoes  int64     // the number of the undo that this one takes back, 0 for none
	Changes []Change
}

// ConflictError says that a change expects something else than what stands
// in the ledger: somebody changed it since.
type ConflictError struct {
	Record   string // kind and number of the row
	Column   string // empty when the row itself is the matter
	Expected string
	Found    string
}

func (e *ConflictError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s: expected %s, found %s; reload and try again", e.Record, e.Expected, e.Found)
	}
	return fmt.Sprintf("%s, column %s: expected %q, found %q; reload and try again", e.Record, e.Column, e.Expected, e.Found)
}
