package workspace

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"summitledger/data/ledger"
)

// Steps are the actions that Undo and Redo would go through, the next one
// first. They follow from the journal: closing the file changes nothing.
type Steps struct {
	Undo []ledger.Action
	Redo []ledger.Action
}

// ErrNotDone says that an action is not among those that can be undone.
var ErrNotDone = errors.New("the action was undone already, or never was")

// Steps gives what can be undone and redone, at most so many of each.
func (w *Workspace) Steps(ctx context.Context, most int) (Steps, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	var steps Steps
	read := func(numbers []int64) ([]ledger.Action, error) {
		var list []ledger.Action
		for _, number := range numbers {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			action, err := w.action(number)
			if err != nil {
				return nil, refuse(w.path, err)
			}
			list = append(list, action)
		}
		return list, nil
	}
	undo := slices.Clone(w.stacks.undo)
	slices.Reverse(undo)
	var redo []int64
	for _, at := range slices.Backward(w.stacks.redo) {
		redo = append(redo, at.action)
	}
	var err error
	if steps.Undo, err = read(undo[:min(len(undo), most)]); err != nil {
		return Steps{}, err
	}
	steps.Redo, err = read(redo[:min(len(redo), most)])
	return steps, err
}

// TakenBackError says that an action cannot be taken back without overwriting
// what was written after it.
type TakenBackError struct {
	Action ledger.Action
	Since  []ledger.Overwritten
}

func (e *TakenBackError) Error() string {
	return fmt.Sprintf("%d of its changes were overwritten since, the first at %s", len(e.Since), e.Since[0].Name)
}

// TakeBack undoes one action wherever it stands among those that can be undone;
// later ones stay. What was changed since gives a *TakenBackError and nothing
// changes, unless overwrite says that the old values are to stand again.
func (w *Workspace) TakeBack(ctx context.Context, number int64, overwrite bool, author string, now time.Time) (ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !slices.Contains(w.stacks.undo, number) {
		return ledger.Action{}, ErrNotDone
	}
	action, err := w.action(number)
	if err != nil {
		return ledger.Action{}, refuse(w.path, err)
	}
	changes, since := w.Ledger().TakeBack(action, overwrite)
	if len(since) > 0 && (!overwrite || len(changes) == 0) {
		return ledger.Action{}, &TakenBackError{Action: action, Since: since}
	}
	return w.append(ctx, ledger.Action{Author: author, Time: now, Reason: action.Reason, Source: action.Source, Undoes: number, Changes: changes}, w.Revision())
}
