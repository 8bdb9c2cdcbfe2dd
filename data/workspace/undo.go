package workspace

import (
	"context"
	"errors"
	"slices"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// What Undo and Redo say when there is nothing for them to do.
var (
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
)

// stacks are the actions that can be undone and redone, last one on top. They
// follow from the journal alone, so they survive closing.
type stacks struct {
	undo []int64
	redo []redoable
}

// redoable is an action that was undone, and the action that undid it.
type redoable struct{ action, undoneBy int64 }

// note takes an action of the journal into account.
func (s *stacks) note(action ledger.Action) {
	switch {
	case action.Undoes != 0:
		if at := slices.Index(s.undo, action.Undoes); at >= 0 {
			s.undo = slices.Delete(s.undo, at, at+1)
		}
		s.redo = append(s.redo, redoable{action.Undoes, action.Number})
	case action.Redoes != 0:
		s.redo = slices.DeleteFunc(s.redo, func(r redoable) bool { return r.undoneBy == action.Redoes })
		s.undo = append(s.undo, action.Number)
	default:
		s.undo = append(s.undo, action.Number)
		s.redo = nil
	}
}

// readStacks works the stacks and the revision out from the journal.
func (w *Workspace) readStacks(revision *int64) error {
	return sqlitex.Execute(w.conn, "SELECT number, undoes, redoes FROM action ORDER BY number", &sqlitex.ExecOptions{ResultFunc: func(stmt *sqlite.Stmt) error {
		*revision = stmt.ColumnInt64(0)
		w.stacks.note(ledger.Action{Number: *revision, Undoes: stmt.ColumnInt64(1), Redoes: stmt.ColumnInt64(2)})
		return nil
	}})
}

// CanUndo gives the action that Undo would take back.
func (w *Workspace) CanUndo() (ledger.Action, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.stacks.undo) == 0 {
		return ledger.Action{}, false
	}
	action, err := w.action(w.stacks.undo[len(w.stacks.undo)-1])
	return action, err == nil
}

// CanRedo gives the action that Redo would carry out again.
func (w *Workspace) CanRedo() (ledger.Action, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.stacks.redo) == 0 {
		return ledger.Action{}, false
	}
	action, err := w.action(w.stacks.redo[len(w.stacks.redo)-1].action)
	return action, err == nil
}

// Undo takes the last action back that has not been taken back yet: its
// inverse is appended to the journal. A field that was changed since gives a
// *ledger.ConflictError and nothing changes.
func (w *Workspace) Undo(ctx context.Context, author string, now time.Time) (ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.stacks.undo) == 0 {
		return ledger.Action{}, ErrNothingToUndo
	}
	last, err := w.action(w.stacks.undo[len(w.stacks.undo)-1])
	if err != nil {
		return ledger.Action{}, refuse(w.path, err)
	}
	return w.append(ctx, ledger.Action{Author: author, Time: now, Reason: last.Reason, Source: last.Source, Undoes: last.Number, Changes: ledger.Inverse(last.Changes)}, w.Revision())
}

// Redo carries the action out again that was undone last.
func (w *Workspace) Redo(ctx context.Context, author string, now time.Time) (ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.stacks.redo) == 0 {
		return ledger.Action{}, ErrNothingToRedo
	}
	top := w.stacks.redo[len(w.stacks.redo)-1]
	undone, err := w.action(top.action)
	if err != nil {
		return ledger.Action{}, refuse(w.path, err)
	}
	return w.append(ctx, ledger.Action{Author: author, Time: now, Reason: undone.Reason, Source: undone.Source, Redoes: top.undoneBy, Changes: undone.Changes}, w.Revision())
}
