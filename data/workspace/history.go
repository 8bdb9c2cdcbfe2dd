package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// History gives all actions of the journal, oldest first.
func (w *Workspace) History(ctx context.Context) ([]ledger.Action, error) {
	return w.ChangesSince(ctx, 0)
}

// ChangesSince gives the actions after the given number, oldest first.
func (w *Workspace) ChangesSince(ctx context.Context, number int64) ([]ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	actions, err := w.actions("number > ?", number)
	return actions, refuse(w.path, err)
}

// LedgerAt gives the ledger as it stood after the action of a number, 0 for
// before the first: what came later is taken back, in memory alone.
func (w *Workspace) LedgerAt(ctx context.Context, revision int64) (*ledger.Ledger, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	actions, err := w.actions("number > ?", revision)
	if err != nil {
		return nil, refuse(w.path, err)
	}
	l := w.Ledger()
	for _, action := range slices.Backward(actions) {
		if l, err = l.Apply(ledger.Inverse(action.Changes)); err != nil {
			return nil, fmt.Errorf("state %d of %s: %w", revision, w.path, err)
		}
	}
	return l, nil
}

// HistoryOf gives the actions that changed a row, oldest first. It finds rows
// that were removed, too.
func (w *Workspace) HistoryOf(ctx context.Context, kind ledger.Kind, id int64) ([]ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	actions, err := w.actions("number IN (SELECT action FROM change WHERE kind = ? AND row = ?)", kind.String(), id)
	return actions, refuse(w.path, err)
}

// action reads one action of the journal.
func (w *Workspace) action(number int64) (ledger.Action, error) {
	actions, err := w.actions("number = ?", number)
	if err != nil {
		return ledger.Action{}, err
	}
	if len(actions) != 1 {
		return ledger.Action{}, fmt.Errorf("action %d is not in the journal", number)
	}
	return actions[0], nil
}

func (w *Workspace) actions(where string, args ...any) ([]ledger.Action, error) {
	var actions []ledger.Action
	places := map[int64]int{}
	err := sqlitex.Execute(w.conn, "SELECT number, author, time, reason, source, undoes, redoes FROM action WHERE "+where+" ORDER BY number", &sqlitex.ExecOptions{Args: args, ResultFunc: func(stmt *sqlite.Stmt) error {
		at, err := time.Parse(time.RFC3339Nano, stmt.ColumnText(2))
		if err != nil {
			return err
		}
		action := ledger.Action{Number: stmt.ColumnInt64(0), Author: stmt.ColumnText(1), Time: at, Reason: stmt.ColumnText(3), Source: stmt.ColumnText(4),
			Undoes: stmt.ColumnInt64(5), Redoes: stmt.ColumnInt64(6)}
		places[action.Number] = len(actions)
		actions = append(actions, action)
		return nil
	}})
	if err != nil || len(actions) == 0 {
		return actions, err
	}
	err = sqlitex.Execute(w.conn, "SELECT action, operation, kind, row, field, old, new, cells, recorded FROM change WHERE action IN (SELECT number FROM action WHERE "+where+") ORDER BY action, position",
		&sqlitex.ExecOptions{Args: args, ResultFunc: func(stmt *sqlite.Stmt) error {
			change, err := readChange(stmt)
			if err != nil {
				return fmt.Errorf("action %d: %w", stmt.ColumnInt64(0), err)
			}
			action := &actions[places[stmt.ColumnInt64(0)]]
			action.Changes = append(action.Changes, change)
			return nil
		}})
	return actions, err
}

func readChange(stmt *sqlite.Stmt) (ledger.Change, error) {
	operation := slices.Index(operations[:], stmt.ColumnText(1))
	kind, ok := ledger.ParseKind(stmt.ColumnText(2))
	if operation < 0 || !ok {
		return ledger.Change{}, fmt.Errorf("%q of %q is not known", stmt.ColumnText(1), stmt.ColumnText(2))
	}
	change := ledger.Change{Operation: ledger.Operation(operation), Kind: kind, ID: stmt.ColumnInt64(3), Column: stmt.ColumnText(4), Old: stmt.ColumnText(5), New: stmt.ColumnText(6), Recorded: ledger.NoDay}
	if change.Operation == ledger.SetCell {
		return change, nil
	}
	if err := json.Unmarshal([]byte(stmt.ColumnText(7)), &change.Cells); err != nil {
		return change, err
	}
	day, err := parseRecorded(stmt.ColumnText(8))
	change.Recorded = day
	return change, err
}
