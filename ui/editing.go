package ui

import (
	"context"
	"errors"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workspace"
)

// pendingEdit is a change of a workspace that waits for its turn: undo pressed
// twice takes two steps back, and each finds what the one before left.
type pendingEdit struct {
	opened *workspace.Workspace
	work   editWork
}

// editWork changes a workspace, off the UI goroutine. It is given the index of
// the ledger before, nil when none is made, and gives the one after, nil when
// nothing changed, and what to show then.
type editWork func(ctx context.Context, index *query.Index) (after *query.Index, land func())

// editInTurn carries an edit out once those before it are on the screen.
func (w *Window) editInTurn(work editWork) {
	w.edits = append(w.edits, pendingEdit{w.file.workspace, work})
	if len(w.edits) == 1 {
		w.nextEdit()
	}
}

// nextEdit begins the first edit that waits. What belongs to a file that was
// closed meanwhile is neither begun nor shown.
func (w *Window) nextEdit() {
	for len(w.edits) > 0 && !w.holds(w.edits[0].opened) {
		w.edits = w.edits[1:]
	}
	if len(w.edits) == 0 {
		return
	}
	edit, index := w.edits[0], w.indexOf(w.file.workspace.Ledger())
	w.work.Start("edit", func(ctx context.Context) func() {
		after, land := edit.work(ctx, index)
		return func() {
			w.edits = w.edits[1:]
			if w.holds(edit.opened) {
				if after != nil {
					w.file.index = after
				}
				land()
			}
			w.nextEdit()
		}
	})
}

// indexOf gives the index of a ledger, nil when it is not made yet.
func (w *Window) indexOf(l *ledger.Ledger) *query.Index {
	if w.desk != nil && w.desk.index.Ledger() == l {
		return w.desk.index
	}
	if after := w.file.index; after != nil && after.Ledger() == l {
		return after
	}
	return nil
}

// patched brings an index after changes; without one it is made anew later.
func patched(index *query.Index, opened *workspace.Workspace, changes []ledger.Change) *query.Index {
	if index == nil {
		return nil
	}
	return index.Patch(opened.Ledger(), changes)
}

// holds reports whether the window still has a workspace open.
func (w *Window) holds(opened *workspace.Workspace) bool {
	return w.file != nil && w.file.workspace == opened
}

// carryOut appends an action off the UI goroutine; done gets nil once it is on
// the disk.
func (w *Window) carryOut(action ledger.Action, done func(error)) {
	opened := w.file.workspace
	base := opened.Revision()
	w.editInTurn(func(ctx context.Context, index *query.Index) (*query.Index, func()) {
		appended, err := opened.Append(ctx, action, base)
		if err != nil {
			return nil, func() { done(err) }
		}
		return patched(index, opened, appended.Changes), func() {
			done(nil)
			w.tell("icon-check", w.printer.Count("edit.saved", len(appended.Changes)), w.printer.Text("command.undo"), w.undo)
			w.passLater(w.bar.Text())
			w.look()
		}
	})
}

// undo and redo go back and forth in the journal.
func (w *Window) undo() { w.travel("undone", w.file.workspace.Undo) }

func (w *Window) redo() { w.travel("redone", w.file.workspace.Redo) }

func (w *Window) travel(key string, step stepper) {
	who, now, opened := author(), w.options.Now(), w.file.workspace
	w.editInTurn(func(ctx context.Context, index *query.Index) (*query.Index, func()) {
		action, err := step(ctx, who, now)
		switch {
		case errors.Is(err, workspace.ErrNothingToUndo):
			return nil, func() { w.tell("differ", w.printer.Text("edit.nothing_to_undo"), "", nil) }
		case errors.Is(err, workspace.ErrNothingToRedo):
			return nil, func() { w.tell("differ", w.printer.Text("edit.nothing_to_redo"), "", nil) }
		case err != nil:
			return nil, func() { w.failStep(key, err) }
		}
		return patched(index, opened, action.Changes), func() {
			w.tell("icon-check", w.printer.Count("edit."+key, len(action.Changes)), "", nil)
			w.look()
		}
	})
}
