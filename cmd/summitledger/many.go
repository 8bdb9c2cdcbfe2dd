package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workbook"
	"summitledger/data/workspace"
)

// Edits of many records at once: each is a proposal that can be looked at
// before, and one action that undo takes back.

func (p *program) replaceCommand() *cobra.Command {
	var options importOptions
	var fields []string
	var r exchange.Replacement
	command := &cobra.Command{
		Use:   "replace TABLE... --find TEXT --with TEXT",
		Short: "Find and replace in fields of many records, as one action",
		Long: `Replace a text in the chosen fields of all records of the tables, or of those that
--query finds. Prints each change, and what would break the format or a reference
and is therefore left; then the number of the action. Without --field every field
but the key is searched.`,
		Example: `  summitledger replace organisations --field name,aliases --find "Mitsui and Co" --with "Mitsui & Co" --dry-run --workspace my.summit
  summitledger replace deals --field sector --find industry --with extractives --whole --query Yamal --workspace my.summit`,
		Args:              atLeast(1),
		ValidArgsFunction: completeTables,
		RunE: func(command *cobra.Command, arguments []string) error {
			kinds, err := tables(arguments, fields)
			if err != nil {
				return err
			}
			return p.propose(command.Context(), options, func(w *workspace.Workspace) (exchange.Proposal, error) {
				rows, err := p.chosenRows(command.Context(), w.Ledger(), kinds)
				if err != nil {
					return exchange.Proposal{}, err
				}
				proposal, err := exchange.Replace(w.Ledger(), rows, fields, r)
				if errors.Is(err, exchange.ErrNothingToFind) {
					err = usagef("--find: %w", err)
				}
				return proposal, err
			})
		},
	}
	flags := command.Flags()
	flags.StringSliceVar(&fields, "field", nil, "`FIELDS` to search, separated by commas")
	flags.StringVar(&r.Find, "find", "", "the `text` to look for")
	flags.StringVar(&r.With, "with", "", "the `text` that stands in its place")
	flags.BoolVar(&r.MatchCase, "match-case", false, "capitals and small letters are different")
	flags.BoolVar(&r.WholeCell, "whole", false, "the whole cell, or a whole part of a list")
	options.registerPreview(command)
	return command
}

// registerPreview adds the options of edits that can be looked at before.
func (o *importOptions) registerPreview(command *cobra.Command) {
	command.Flags().BoolVar(&o.dryRun, "dry-run", false, "print what would change and change nothing")
	command.Flags().BoolVar(&o.asJSON, "json", false, "print the proposal as JSON: {added, changed, conflict, removed, problem}")
	o.register(command)
}

// tables reads names of tables, of which at least one has each of the fields.
func tables(names, fields []string) ([]ledger.Kind, error) {
	var kinds []ledger.Kind
	for _, name := range names {
		kind, err := table(name)
		if err != nil {
			return nil, err
		}
		kinds = append(kinds, kind)
	}
	for _, field := range fields {
		if !slices.ContainsFunc(kinds, func(kind ledger.Kind) bool { return kind.Column(field) >= 0 }) {
			_, err := columnOf(kinds[0], field)
			return nil, err
		}
	}
	return kinds, nil
}

// chosenRows gives all records of kinds, or those that --query finds.
func (p *program) chosenRows(ctx context.Context, l *ledger.Ledger, kinds []ledger.Kind) ([]ledger.Ref, error) {
	var rows []ledger.Ref
	for _, kind := range kinds {
		if p.options.query == "" {
			rows = slices.AppendSeq(rows, l.All(kind))
			continue
		}
		asOf, err := p.asOf()
		if err != nil {
			return nil, err
		}
		found, err := p.rows(ctx, &session{view: l.View(asOf)}, kind)
		if err != nil {
			return nil, err
		}
		rows = append(rows, found...)
	}
	return rows, nil
}

// propose opens the workspace, asks for a proposal and takes it over.
func (p *program) propose(ctx context.Context, options importOptions, proposal func(w *workspace.Workspace) (exchange.Proposal, error)) (err error) {
	name := p.options.workspace
	if !isWorkspace(name) {
		return usagef("%q cannot be edited; make a workspace with \"summitledger new FILE.summit\" and name it with --workspace", name)
	}
	w, err := workspace.Open(ctx, name, workspace.Options{ReadOnly: options.dryRun})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if options.source != "" {
		if _, ok := w.Ledger().Resolve(ledger.Sources, options.source); !ok {
			return usagef("--source: there is no source with the key %q", options.source)
		}
	}
	proposed, err := proposal(w)
	if err != nil {
		return err
	}
	return p.takeOver(ctx, w, proposed, options)
}

// setMany gives the same fields of many records new values.
func (p *program) setMany(ctx context.Context, kind ledger.Kind, fields []assignment, options importOptions) error {
	for _, field := range fields {
		if _, err := columnOf(kind, field.field); err != nil {
			return err
		}
	}
	return p.propose(ctx, options, func(w *workspace.Workspace) (exchange.Proposal, error) {
		rows, err := p.chosenRows(ctx, w.Ledger(), []ledger.Kind{kind})
		if err != nil {
			return exchange.Proposal{}, err
		}
		values := map[string]string{}
		for _, field := range fields {
			values[field.field] = field.value
		}
		return exchange.SetFields(w.Ledger(), rows, values), nil
	})
}

// setBlock takes a block of cells over.
func (p *program) setBlock(ctx context.Context, kind ledger.Kind, path string, options importOptions) error {
	content, err := p.readBlock(path)
	if err != nil {
		return err
	}
	printer, err := p.printer()
	if err != nil {
		return err
	}
	reader, err := workbook.NewBlockReader(printer.Language())
	if err != nil {
		return err
	}
	return p.propose(ctx, options, func(w *workspace.Workspace) (exchange.Proposal, error) {
		return exchange.Paste(w.Ledger(), exchange.Block{Kind: kind, Text: content}, reader), nil
	})
}

// mostBlock bounds a block of cells.
const mostBlock = 64 << 20

func (p *program) readBlock(path string) (_ string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	content, err := io.ReadAll(io.LimitReader(file, mostBlock+1))
	if err == nil && len(content) > mostBlock {
		err = usagef("%s is larger than %d MB; divide it", path, mostBlock>>20)
	}
	return string(content), err
}
