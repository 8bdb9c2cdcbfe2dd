package ledger

import (
	"slices"
	"strings"
)

// Overwritten is something that an action wrote and that was changed since.
type Overwritten struct {
	Change Change // of the action
	Name   string // of the record as it is called now, or was when it went
	Stands string // the value of the cell now; of a whole row empty
	Gone   bool   // the row is no longer there, or there again: nothing can be done
}

// TakeBack gives the changes that take an action back, whatever was done after
// it. What was changed since is listed: it stays as it is, unless overwrite
// says that the old value is to stand again all the same.
func (l *Ledger) TakeBack(action Action, overwrite bool) (changes []Change, since []Overwritten) {
	standing := map[place]string{}
	for _, change := range slices.Backward(action.Changes) {
		ref, there := l.FindID(change.Kind, change.ID)
		switch change.Operation {
		case SetCell:
			column := change.Kind.Column(change.Column)
			if !there || column < 0 {
				since = append(since, Overwritten{Change: change, Name: change.Kind.String(), Gone: true})
				continue
			}
			at := place{ref, column}
			stands, known := standing[at]
			if !known {
				stands = l.Cell(ref, column)
			}
			if stands != change.New {
				since = append(since, Overwritten{Change: change, Name: l.Name(ref), Stands: stands})
				if !overwrite {
					continue
				}
			}
			if stands != change.Old {
				changes = append(changes, Change{Operation: SetCell, Kind: change.Kind, ID: change.ID, Column: change.Column, Old: stands, New: change.Old})
				standing[at] = change.Old
			}
		case AddRow:
			if !there {
				since = append(since, Overwritten{Change: change, Name: change.Kind.Named(change.Cells), Gone: true})
				continue
			}
			if !slices.Equal(l.Cells(ref), change.Cells) {
				since = append(since, Overwritten{Change: change, Name: l.Name(ref), Stands: strings.Join(l.Cells(ref), "; ")})
				if !overwrite {
					continue
				}
			}
			changes = append(changes, l.Remove(ref))
		case RemoveRow:
			if there {
				since = append(since, Overwritten{Change: change, Name: l.Name(ref), Gone: true})
				continue
			}
			changes = append(changes, change.Inverse())
		}
	}
	return changes, since
}
