package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workspace"
)

// editOptions are the options of the verbs that change a workspace.
type editOptions struct {
	source string
	reason string
}

func (o *editOptions) register(command *cobra.Command) {
	command.Flags().StringVar(&o.source, "source", "", "`key` of the source that tells it")
	command.Flags().StringVar(&o.reason, "reason", "", "why, in a few words")
}

func (p *program) setCommand() *cobra.Command {
	var options importOptions
	var block string
	command := &cobra.Command{
		Use:   "set KIND:KEY|TABLE FIELD=VALUE...",
		Short: "Change fields of a record, or of many, as one action",
		Long: `Change fields of a record, as one action that undo takes back. Prints the number
of the action once it is on the disk. Nothing changes when any value breaks the
format. An empty value empties the field; a new key is carried to every row
that names the record.

With a table in place of a record the fields of all its records change, or of those
that --query finds. --tsv takes a block of cells apart by tabs instead, headings in
its first line; lines find their records by key, a new key is a new record. Both
print what changes and what cannot be taken, cell by cell; --dry-run only prints.

What figures go by is set in the same way, as setting:NAME value=VALUE; an empty
value goes back to the default. Names:
  silence.shelved, silence.lapsed    days without news of an open deal
  base_rate.old_enough               days since a deal entered a stage
  rate.age                           days that an exchange rate may be older
  about.margin                       share, such as 0.1, that "about" may be off
  probability.STAGE                  your own, 0 to 1, in place of the base rate
  scope.CLAIM                        in place of the scope of the claim
  bucket.CLAIM.KIND:KEY              where a record stands in the bridge of a claim

A saved view is a record too, view:KEY, with the fields name, tab, query,
columns, sort, group, as_of, known, count_at, layout and record. Without as_of
and known it follows the days of whoever looks.`,
		Example: `  summitledger set deal:arctic-lng-2 amount=3100000000 --workspace my.summit --reason "new estimate"
  summitledger set deals confidence=low --query Yamal --dry-run --workspace my.summit
  summitledger set deals --tsv block.tsv --workspace my.summit
  summitledger set view:energy query="sector:nuclear,extractives" sort=-value --workspace my.summit
  summitledger set setting:silence.shelved value=365 --workspace my.summit
  summitledger set setting:bucket.docs-total-80.agreement:novatek-mitsui-2016 value=signed_binding --workspace my.summit`,
		Args: atLeast(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			fields, err := assignments(arguments[1:])
			if err != nil {
				return err
			}
			table, many := ledger.ParseTable(arguments[0])
			switch {
			case block != "" && (!many || len(fields) > 0):
				return usagef("--tsv goes with the name of a table and nothing else")
			case block != "":
				return p.setBlock(command.Context(), table, block, options)
			case len(fields) == 0:
				return usagef("no FIELD=VALUE is given; see summitledger set --help")
			case many:
				return p.setMany(command.Context(), table, fields, options)
			case options.dryRun || options.asJSON:
				return usagef("--dry-run and --json go with a table")
			}
			kind, key, _, _ := ledger.ParseName(arguments[0])
			return p.edit(command.Context(), options.editOptions, func(l *ledger.Ledger) ([]ledger.Change, error) {
				if kind == ledger.Settings {
					return p.choose(l, key, fields)
				}
				ref, err := record(l, arguments[0])
				if err != nil {
					return nil, err
				}
				changes, err := setFields(l, ref, fields)
				if err != nil || kind != ledger.SavedViews {
					return changes, err
				}
				return changes, checkView(l, l.ID(ref), changes)
			})
		},
	}
	command.Flags().StringVar(&block, "tsv", "", "a `file` of cells apart by tabs, with headings")
	options.registerPreview(command)
	return command
}

func (p *program) addCommand() *cobra.Command {
	var options editOptions
	command := &cobra.Command{
		Use:   "add KIND KEY FIELD=VALUE...",
		Short: "Add a record, as one action",
		Long: `Add a record, as one action that undo takes back. Kinds without keys (position,
party, link, rate) take a dash for KEY. The record is recorded today.`,
		Example: `  summitledger add event arctic-2024 subject_kind=deal subject_key=arctic-lng-2 date=2024-01 kind=statement note="..." --workspace my.summit
  summitledger add view energy name="Energy by stage" tab=pipeline query="sector:nuclear,extractives" --workspace my.summit
  summitledger add link - from_kind=deal from_key=yamal-lng relation=implements to_kind=agreement to_key=... source_keys=... --workspace my.summit`,
		Args: atLeast(2),
		RunE: func(command *cobra.Command, arguments []string) error {
			kind, ok := ledger.ParseKind(arguments[0])
			if !ok {
				return usagef("there is no kind of record %q", arguments[0])
			}
			fields, err := assignments(arguments[2:])
			if err != nil {
				return err
			}
			return p.edit(command.Context(), options, func(l *ledger.Ledger) ([]ledger.Change, error) {
				if kind == ledger.Settings {
					return p.choose(l, arguments[1], fields)
				}
				changes, err := p.newRow(l, kind, arguments[1], fields)
				if err != nil || kind != ledger.SavedViews {
					return changes, err
				}
				return changes, checkView(l, l.NextID(kind), changes)
			})
		},
	}
	options.register(command)
	return command
}

// assignment is one FIELD=VALUE of the command line.
type assignment struct{ field, value string }

func assignments(arguments []string) ([]assignment, error) {
	list := make([]assignment, 0, len(arguments))
	for _, argument := range arguments {
		field, value, ok := strings.Cut(argument, "=")
		if !ok || field == "" {
			return nil, usagef("%q is not FIELD=VALUE", argument)
		}
		list = append(list, assignment{field, value})
	}
	return list, nil
}

func columnOf(kind ledger.Kind, field string) (int, error) {
	at := kind.Column(field)
	if at < 0 {
		names := make([]string, 0, len(kind.Columns()))
		for _, column := range kind.Columns() {
			names = append(names, column.Name)
		}
		return 0, usagef("%s has no field %q; its fields are %s", kind.Table(), field, strings.Join(names, ", "))
	}
	return at, nil
}

func setFields(l *ledger.Ledger, ref ledger.Ref, fields []assignment) ([]ledger.Change, error) {
	changes := make([]ledger.Change, 0, len(fields))
	for _, field := range fields {
		if _, err := columnOf(ref.Kind, field.field); err != nil {
			return nil, err
		}
		if field.field == "key" {
			changes = append(changes, query.Rename(l, ref, field.value)...)
			continue
		}
		changes = append(changes, l.Set(ref, field.field, field.value))
	}
	return changes, nil
}

func (p *program) newRow(l *ledger.Ledger, kind ledger.Kind, key string, fields []assignment) ([]ledger.Change, error) {
	cells := make([]string, len(kind.Columns()))
	switch {
	case kind.Keyed():
		cells[kind.KeyColumn()] = key
	case key != "-":
		return nil, usagef("a %s has no key; write - in its place", kind)
	}
	for _, field := range fields {
		at, err := columnOf(kind, field.field)
		if err != nil {
			return nil, err
		}
		cells[at] = field.value
	}
	return []ledger.Change{l.Add(kind, p.today(), cells)}, nil
}

func atLeast(n int) cobra.PositionalArgs { return checked(cobra.MinimumNArgs(n)) }

// edit carries out one action on the workspace and prints its number, which
// happens only when it is on the disk.
func (p *program) edit(ctx context.Context, options editOptions, change func(l *ledger.Ledger) ([]ledger.Change, error)) error {
	return p.onWorkspace(ctx, func(w *workspace.Workspace) (ledger.Action, error) {
		l := w.Ledger()
		if options.source != "" {
			if _, ok := l.Resolve(ledger.Sources, options.source); !ok {
				return ledger.Action{}, usagef("--source: there is no source with the key %q", options.source)
			}
		}
		changes, err := change(l)
		if err != nil {
			return ledger.Action{}, err
		}
		return w.Append(ctx, ledger.Action{Author: author(), Time: p.env.now(), Reason: options.reason, Source: options.source, Changes: changes}, w.Revision())
	})
}

// onWorkspace opens the workspace of --workspace for writing and prints the
// number of the action that was carried out.
func (p *program) onWorkspace(ctx context.Context, do func(w *workspace.Workspace) (ledger.Action, error)) (err error) {
	name := p.options.workspace
	if !isWorkspace(name) {
		return usagef("%q cannot be edited; make a workspace with \"summitledger new FILE.summit\" and name it with --workspace", name)
	}
	w, err := workspace.Open(ctx, name, workspace.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	action, err := do(w)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.env.out, action.Number)
	return err
}

// author names the person at the machine in the journal.
func author() string {
	current, err := user.Current()
	if err != nil {
		return ""
	}
	if current.Name != "" {
		return current.Name
	}
	return current.Username
}
