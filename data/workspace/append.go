package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// StaleError says that an edit was made on a revision that is no longer the
// last one.
type StaleError struct{ Base, Revision int64 }

func (e *StaleError) Error() string {
	return fmt.Sprintf("the edit was made on revision %d, the workspace is at %d; look at what changed and try again", e.Base, e.Revision)
}

// Say tells of it in the reader's language.
func (e *StaleError) Say(p *locale.Printer) string { return p.Text("workspace.refused.stale") }

// Append carries out an action made on the given revision. When it returns
// without an error the action is on the disk and in the ledger; with an error
// nothing changed. The action comes back with its number.
func (w *Workspace) Append(ctx context.Context, action ledger.Action, base int64) (ledger.Action, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.append(ctx, action, base)
}

func (w *Workspace) append(ctx context.Context, action ledger.Action, base int64) (ledger.Action, error) {
	switch {
	case w.readOnly != "":
		return action, &Refusal{Path: w.path, Reason: ReadOnly, Cause: errors.New(whyReadOnly(w.readOnly))}
	case base != w.Revision():
		return action, &StaleError{Base: base, Revision: w.Revision()}
	case len(action.Changes) == 0:
		return action, errors.New("the edit changes nothing")
	}
	if action.Undoes == 0 && action.Redoes == 0 {
		changes, err := w.renumbered(action.Changes)
		if err != nil {
			return action, refuse(w.path, err)
		}
		action.Changes = changes
	}
	changed, err := w.Ledger().Apply(action.Changes)
	if err != nil {
		return action, err
	}
	action.Number = base + 1
	action.Time = action.Time.UTC()
	if err := w.write(ctx, action); err != nil {
		return action, refuse(w.path, err)
	}
	w.state.Store(&state{ledger: changed, revision: action.Number})
	w.stacks.note(action)
	return action, nil
}

// renumbered gives added rows numbers that no row of their kind ever had. The
// ledger forgets removed rows when it is closed; the journal does not, and the
// history of a row is found by its number.
func (w *Workspace) renumbered(changes []ledger.Change) ([]ledger.Change, error) {
	type row struct {
		kind ledger.Kind
		id   int64
	}
	changes = slices.Clone(changes)
	highest, moved, removed := map[ledger.Kind]int64{}, map[row]int64{}, map[row]bool{}
	for i := range changes {
		c := &changes[i]
		at := row{c.Kind, c.ID}
		if c.Operation == ledger.AddRow && !removed[at] {
			last, known := highest[c.Kind]
			if !known {
				var err error
				if last, err = w.highestNumber(c.Kind); err != nil {
					return nil, err
				}
			}
			if c.ID <= last {
				moved[at] = last + 1
			}
			highest[c.Kind] = max(last+1, c.ID)
		}
		if id, ok := moved[at]; ok {
			c.ID = id
		}
		removed[row{c.Kind, c.ID}] = c.Operation == ledger.RemoveRow
	}
	return changes, nil
}

// highestNumber gives the highest number that the journal knows of a kind.
func (w *Workspace) highestNumber(kind ledger.Kind) (highest int64, err error) {
	err = sqlitex.Execute(w.conn, "SELECT max(row) FROM change WHERE kind = ?", &sqlitex.ExecOptions{Args: []any{kind.String()}, ResultFunc: func(stmt *sqlite.Stmt) error {
		highest = stmt.ColumnInt64(0)
		return nil
	}})
	return highest, err
}

// write puts an action and its effect on the disk, in one transaction.
func (w *Workspace) write(ctx context.Context, action ledger.Action) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	end, err := sqlitex.ImmediateTransaction(w.conn)
	if err != nil {
		return err
	}
	defer end(&err)
	err = sqlitex.Execute(w.conn, "INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?, ?)", &sqlitex.ExecOptions{Args: []any{
		action.Number, action.Author, action.Time.Format(time.RFC3339Nano), action.Reason, action.Source, action.Undoes, action.Redoes, schemaVersion}})
	if err != nil {
		return err
	}
	for i, change := range action.Changes {
		if err := writeJournal(w.conn, action.Number, i, change); err != nil {
			return err
		}
		if err := writeEffect(w.conn, change); err != nil {
			return err
		}
	}
	return nil
}

// operations are the words of the journal, by ledger.Operation.
var operations = [...]string{ledger.SetCell: "set", ledger.AddRow: "add", ledger.RemoveRow: "remove"}

func writeJournal(conn *sqlite.Conn, number int64, position int, change ledger.Change) error {
	cells, recorded := "", ""
	if change.Operation != ledger.SetCell {
		content, err := json.Marshal(change.Cells)
		if err != nil {
			return err
		}
		cells, recorded = string(content), change.Recorded.String()
	}
	return sqlitex.Execute(conn, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &sqlitex.ExecOptions{Args: []any{
		number, position, operations[change.Operation], change.Kind.String(), change.ID, change.Column, change.Old, change.New, cells, recorded}})
}

func writeEffect(conn *sqlite.Conn, change ledger.Change) error {
	switch change.Operation {
	case ledger.SetCell:
		if err := sqlitex.Execute(conn, fmt.Sprintf("UPDATE %q SET %q = ? WHERE id = ?", change.Kind.Table(), change.Column),
			&sqlitex.ExecOptions{Args: []any{change.New, change.ID}}); err != nil {
			return err
		}
	case ledger.AddRow:
		insert, err := conn.Prepare(insertion(change.Kind))
		if err != nil {
			return err
		}
		if err := insertRow(insert, change.ID, change.Recorded, len(change.Kind.Columns()), func(i int) string { return change.Cells[i] }); err != nil {
			return err
		}
	case ledger.RemoveRow:
		if err := sqlitex.Execute(conn, fmt.Sprintf("DELETE FROM %q WHERE id = ?", change.Kind.Table()), &sqlitex.ExecOptions{Args: []any{change.ID}}); err != nil {
			return err
		}
	}
	if conn.Changes() != 1 {
		return fmt.Errorf("row %d of table %s is not in the file", change.ID, change.Kind.Table())
	}
	return nil
}
