package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

func (p *program) undoCommand() *cobra.Command {
	overwrite := false
	command := &cobra.Command{
		Use:   "undo [NUMBER]",
		Short: "Take the last action back, or one by its number",
		Long: `Take the last action back that has not been taken back yet, or the one with a
number of the history; later ones stay. This is an action of its own: nothing of
the history is lost. What was changed since is not overwritten, unless --overwrite
says so.`,
		Example: `  summitledger undo --workspace my.summit
  summitledger undo 7 --workspace my.summit`,
		Args: atMost(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return p.onWorkspace(command.Context(), func(w *workspace.Workspace) (ledger.Action, error) {
				if len(arguments) == 0 {
					return w.Undo(command.Context(), author(), p.env.now())
				}
				number, err := strconv.ParseInt(arguments[0], 10, 64)
				if err != nil {
					return ledger.Action{}, usagef("%q is no number of an action", arguments[0])
				}
				return p.takeBack(command.Context(), w, number, overwrite)
			})
		},
	}
	command.Flags().BoolVar(&overwrite, "overwrite", false, "the old values stand again even where they were changed since")
	return command
}

// takeBack undoes one action and lists what stands in the way.
func (p *program) takeBack(ctx context.Context, w *workspace.Workspace, number int64, overwrite bool) (ledger.Action, error) {
	action, err := w.TakeBack(ctx, number, overwrite, author(), p.env.now())
	var since *workspace.TakenBackError
	if !errors.As(err, &since) {
		return action, err
	}
	lines := make([]string, 0, len(since.Since))
	for _, one := range since.Since {
		switch {
		case one.Gone:
			lines = append(lines, fmt.Sprintf("  %s is gone, or there again", one.Name))
		case one.Change.Operation == ledger.SetCell:
			lines = append(lines, fmt.Sprintf("  %s, %s: %q became %q, now it is %q", one.Name, one.Change.Column, one.Change.Old, one.Change.New, one.Stands))
		default:
			lines = append(lines, fmt.Sprintf("  %s was changed", one.Name))
		}
	}
	return action, fmt.Errorf("action %d is not taken back, what it did was changed since; --overwrite does it all the same:\n%s", number, strings.Join(lines, "\n"))
}

func (p *program) redoCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "redo",
		Short:   "Carry the action out again that was undone last",
		Example: "  summitledger redo --workspace my.summit",
		Args:    exactly(0),
		RunE: func(command *cobra.Command, _ []string) error {
			return p.onWorkspace(command.Context(), func(w *workspace.Workspace) (ledger.Action, error) {
				return w.Redo(command.Context(), author(), p.env.now())
			})
		},
	}
}

// actionForm is an action of the journal as JSON has it.
type actionForm struct {
	Number  int64        `json:"number"`
	Author  string       `json:"author"`
	Time    string       `json:"time"`
	Reason  *string      `json:"reason"`
	Source  *string      `json:"source"`
	Undoes  *int64       `json:"undoes"`
	Redoes  *int64       `json:"redoes"`
	Changes []changeForm `json:"changes"`
}

type changeForm struct {
	Operation string            `json:"operation"` // set, add, remove
	Kind      string            `json:"kind"`
	Row       int64             `json:"row"`
	Field     *string           `json:"field"`
	Old       *string           `json:"old"`
	New       *string           `json:"new"`
	Record    map[string]string `json:"record"` // the row that was added or removed
}

func orNull[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}

func newActionForm(action ledger.Action) actionForm {
	form := actionForm{Number: action.Number, Author: action.Author, Time: action.Time.UTC().Format(time.RFC3339), Reason: orNull(action.Reason), Source: orNull(action.Source),
		Undoes: orNull(action.Undoes), Redoes: orNull(action.Redoes)}
	for _, change := range action.Changes {
		c := changeForm{Operation: [...]string{"set", "add", "remove"}[change.Operation], Kind: change.Kind.String(), Row: change.ID, Field: orNull(change.Column), Old: orNull(change.Old), New: orNull(change.New)}
		if change.Operation != ledger.SetCell {
			c.Record = map[string]string{}
			for i, cell := range change.Cells {
				if cell != "" {
					c.Record[change.Kind.Columns()[i].Name] = cell
				}
			}
		}
		form.Changes = append(form.Changes, c)
	}
	return form
}

func (p *program) historyCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "history [KIND:KEY]",
		Short: "Print what was edited, by whom, when and why",
		Example: `  summitledger history --workspace my.summit
  summitledger history deal:arctic-lng-2 --json --workspace my.summit`,
		Args: atMost(1),
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			name := p.options.workspace
			if !isWorkspace(name) {
				return usagef("%q has no history; only workspaces (.summit) have one", name)
			}
			w, err := workspace.Open(command.Context(), name, workspace.Options{ReadOnly: true})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, w.Close()) }()
			actions, err := w.History(command.Context())
			if len(arguments) == 1 {
				ref, findErr := record(w.Ledger(), arguments[0])
				if findErr != nil {
					return findErr
				}
				actions, err = w.HistoryOf(command.Context(), ref.Kind, w.Ledger().ID(ref))
			}
			if err != nil {
				return err
			}
			if asJSON {
				forms := make([]actionForm, 0, len(actions))
				for _, action := range actions {
					forms = append(forms, newActionForm(action))
				}
				return printJSON(p.env.out, forms)
			}
			return p.printHistory(w.Ledger(), actions)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "as a JSON array of actions with their changes")
	return command
}

func (p *program) printHistory(l *ledger.Ledger, actions []ledger.Action) error {
	for _, action := range actions {
		what := ""
		switch {
		case action.Undoes != 0:
			what = fmt.Sprintf(" undoes %d", action.Undoes)
		case action.Redoes != 0:
			what = fmt.Sprintf(" redoes %d", action.Redoes)
		}
		if _, err := fmt.Fprintf(p.env.out, "%d  %s  %s%s  %s\n", action.Number, action.Time.UTC().Format(time.RFC3339), action.Author, what, action.Reason); err != nil {
			return err
		}
		if err := p.printChanges(l, action.Changes); err != nil {
			return err
		}
	}
	return nil
}

// rowNames names the records behind the internal numbers of the journal.
type rowNames struct {
	ledger *ledger.Ledger
	of     map[ledger.Kind]map[int64]string
}

// name gives kind:key of the record that a change is about. A row without a
// key, or one that is no longer there, is named by what stands in the journal.
func (n rowNames) name(change ledger.Change) string {
	if n.of[change.Kind] == nil {
		n.of[change.Kind] = map[int64]string{}
		for ref := range n.ledger.All(change.Kind) {
			n.of[change.Kind][n.ledger.ID(ref)] = n.ledger.Name(ref)
		}
	}
	if name, ok := n.of[change.Kind][change.ID]; ok {
		return name
	}
	if len(change.Cells) > 0 {
		return change.Kind.Named(change.Cells)
	}
	return fmt.Sprintf("%s row %d", change.Kind, change.ID)
}
