package exchange

import (
	"fmt"
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// Verdict is what a proposal says of one cell or one row.
type Verdict string

// The verdicts, in the order in which a proposal is read.
const (
	Added    Verdict = "added"    // a row that the workspace does not have
	Changed  Verdict = "changed"  // a cell that only the file changed
	Conflict Verdict = "conflict" // changed in the file and in the workspace, differently
	Removed  Verdict = "removed"  // a row that the file no longer has
	Problem  Verdict = "problem"  // what the file says cannot be taken over as it is
)

// Verdicts lists the verdicts in their order.
func Verdicts() []Verdict { return []Verdict{Added, Changed, Conflict, Removed, Problem} }

// Reasons of suggestions, for the catalogue: "import.reason." and this.
const (
	ReasonBothChanged  = "both_changed"  // a cell was changed on both sides
	ReasonRemovedHere  = "removed_here"  // the workspace removed the row that the file changed
	ReasonNotInFile    = "not_in_file"   // the export was whole and the row is gone from the file
	ReasonCopiedRow    = "copied_row"    // the hidden number of the row stands twice: the copy is a new row
	ReasonUnknownRow   = "unknown_row"   // the hidden number of the row was never given out
	ReasonKeyTaken     = "key_taken"     // a record of that key is there already
	ReasonKeyMissing   = "key_missing"   // a new row without a key
	ReasonNotValid     = "not_valid"     // the value breaks the format of the column
	ReasonRowNotValid  = "row_not_valid" // the row as a whole breaks the format
	ReasonUnchangeable = "unchangeable"  // a row without a key whose identity was changed: remove it and add another
	ReasonNoRecord     = "no_record"     // a key that names no record
	ReasonMergedHere   = "merged_here"   // the workspace merged the row into another one
)

// Suggestion is one thing that a file from outside says differently.
type Suggestion struct {
	Verdict Verdict
	Kind    ledger.Kind
	ID      int64    // number of the row in the workspace; 0 for a new row
	Record  string   // full name of the record, as far as it has one
	Field   string   // column of the table; empty for a whole row
	Base    string   // as it was exported
	Old     string   // as the workspace has it
	New     string   // as the file has it
	Cells   []string // of a row that is new or comes back: every column of its table
	Reason  string   // code of why; empty where the verdict says all
	Place   string   // where the file says it: sheet and cell
	// Accepted says whether the reader takes it over. Additions and changes
	// begin accepted, all else waits for a decision; problems cannot be.
	Accepted bool
}

// Proposal is what taking a file over would change. Nothing is changed by it.
type Proposal struct{ Suggestions []Suggestion }

// Of lists the suggestions of a verdict.
func (p Proposal) Of(verdict Verdict) []Suggestion {
	var list []Suggestion
	for _, s := range p.Suggestions {
		if s.Verdict == verdict {
			list = append(list, s)
		}
	}
	return list
}

// Empty reports whether the file says nothing that the workspace does not.
func (p Proposal) Empty() bool { return len(p.Suggestions) == 0 }

// Changes gives the edit that carries out what was accepted, in one action.
// recorded is the day on which new rows become known (RULES 2.1). The ledger is
// the one that the proposal was made for.
func (p Proposal) Changes(l *ledger.Ledger, recorded ledger.Day) ([]ledger.Change, error) {
	e := edit{ledger: l, standing: map[cellName]string{}, next: map[ledger.Kind]int64{}, gone: map[cellName]bool{}}
	for _, s := range p.Suggestions {
		if s.Accepted && s.Verdict == Removed {
			e.gone[cellName{kind: s.Kind, id: s.ID}] = true
		}
	}
	for _, s := range p.Suggestions {
		if s.Accepted && s.Verdict != Problem {
			if err := e.take(s, recorded); err != nil {
				return nil, err
			}
		}
	}
	// Rows go before others come and before keys are given to other records.
	slices.SortStableFunc(e.changes, func(a, b ledger.Change) int { return urgency(a) - urgency(b) })
	return e.changes, nil
}

func urgency(c ledger.Change) int {
	switch c.Operation {
	case ledger.RemoveRow:
		return 0
	case ledger.SetCell:
		return 1
	}
	return 2
}

type cellName struct {
	kind   ledger.Kind
	id     int64
	column string
}

// edit gathers changes. A new key changes the cells that name the record, and
// the file may have changed these as well: each change starts from what the one
// before it left.
type edit struct {
	ledger   *ledger.Ledger
	changes  []ledger.Change
	standing map[cellName]string
	next     map[ledger.Kind]int64 // number of the next new row
	gone     map[cellName]bool     // rows that are removed
}

func (e *edit) take(s Suggestion, recorded ledger.Day) error {
	if s.Cells != nil {
		change := e.ledger.Add(s.Kind, recorded, s.Cells)
		change.ID = max(change.ID, e.next[s.Kind])
		e.next[s.Kind] = change.ID + 1
		e.changes = append(e.changes, change)
		return nil
	}
	ref, ok := e.ledger.FindID(s.Kind, s.ID)
	if !ok {
		return fmt.Errorf("%s is gone from the workspace: read the file again", s.Record)
	}
	if s.Verdict == Removed {
		e.changes = append(e.changes, e.ledger.Remove(ref))
		return nil
	}
	if s.Kind.KeyColumn() >= 0 && s.Field == s.Kind.Columns()[s.Kind.KeyColumn()].Name {
		for _, change := range query.Rename(e.ledger, ref, s.New) {
			e.set(change)
		}
		return nil
	}
	e.set(e.ledger.Set(ref, s.Field, s.New))
	return nil
}

func (e *edit) set(change ledger.Change) {
	name := cellName{change.Kind, change.ID, change.Column}
	if stands, ok := e.standing[name]; ok {
		change.Old = stands
	}
	if change.Old == change.New || e.gone[cellName{kind: change.Kind, id: change.ID}] {
		return
	}
	e.standing[name] = change.New
	e.changes = append(e.changes, change)
}
