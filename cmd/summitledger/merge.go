package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workspace"
)

func (p *program) mergeCommand() *cobra.Command {
	var options editOptions
	var take []string
	var dryRun bool
	command := &cobra.Command{
		Use:   "merge KIND:KEEP KIND:OTHER...",
		Short: "Make one record of several, as one action",
		Long: `Make one record of several of one kind, as one action that undo takes back. The
first record stays; everything that names the others names it afterwards, and
their keys still find it. Each field keeps the first value that is not empty,
lists keep all their parts, an organisation every name. --take chooses another
record's value. A merge is refused when a record would refer to itself, a chain
come back to where it began, all parties of a record be one, or two rows that say
different things become one.`,
		Example: `  summitledger merge organisation:mitsui organisation:mitsui-ru --workspace my.summit
  summitledger merge organisation:mitsui organisation:mitsui-ru --take name_ru=mitsui-ru --dry-run --workspace my.summit`,
		Args: atLeast(2),
		RunE: func(command *cobra.Command, arguments []string) error {
			changes := func(l *ledger.Ledger) ([]ledger.Change, error) {
				merge, err := p.merge(l, arguments, take)
				return merge.Changes, err
			}
			if !dryRun {
				return p.edit(command.Context(), options, changes)
			}
			return p.dryRun(command.Context(), changes)
		},
	}
	command.Flags().StringArrayVar(&take, "take", nil, "`FIELD=KEY`: the field keeps the value of the record with this key; may be given several times")
	command.Flags().BoolVar(&dryRun, "dry-run", false, "print what would change and change nothing")
	options.register(command)
	return command
}

// merge plans a merge from names of records and FIELD=KEY choices.
func (p *program) merge(l *ledger.Ledger, names, take []string) (ledger.Merge, error) {
	var records []ledger.Ref
	for _, name := range names {
		ref, err := record(l, name)
		if err != nil {
			return ledger.Merge{}, err
		}
		records = append(records, ref)
	}
	values := map[string]string{}
	for _, choice := range take {
		field, key, ok := strings.Cut(choice, "=")
		if !ok {
			return ledger.Merge{}, usagef("--take: %q is not FIELD=KEY", choice)
		}
		at, err := columnOf(records[0].Kind, field)
		if err != nil {
			return ledger.Merge{}, err
		}
		found := false
		for _, ref := range records {
			if l.Key(ref) == key && ref.Kind == records[0].Kind {
				values[field], found = l.Cell(ref, at), true
			}
		}
		if !found {
			return ledger.Merge{}, usagef("--take: %q is not the key of one of the records", key)
		}
	}
	return query.Merge(l, records, values, p.today())
}

// dryRun prints what an edit would change and changes nothing.
func (p *program) dryRun(ctx context.Context, change func(l *ledger.Ledger) ([]ledger.Change, error)) (err error) {
	w, err := workspace.Open(ctx, p.options.workspace, workspace.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	changes, err := change(w.Ledger())
	if err != nil {
		return err
	}
	return p.printChanges(w.Ledger(), changes)
}

// printChanges prints changes as the history does.
func (p *program) printChanges(l *ledger.Ledger, changes []ledger.Change) error {
	names := rowNames{ledger: l, of: map[ledger.Kind]map[int64]string{}}
	for _, change := range changes {
		line := fmt.Sprintf("   set %s, %s: %q became %q", names.name(change), change.Column, change.Old, change.New)
		if change.Operation != ledger.SetCell {
			line = fmt.Sprintf("   %s %s", [...]string{"set", "added", "removed"}[change.Operation], names.name(change))
		}
		if _, err := fmt.Fprintln(p.env.out, line); err != nil {
			return err
		}
	}
	return nil
}
