package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// listShape is how list shows records: by a saved view, or as options say.
type listShape struct{ view, columns, sort, group string }

func (s *listShape) register(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&s.view, "view", "", "the `name` or key of a saved view")
	flags.StringVar(&s.columns, "columns", "", "`fields` to show, separated by commas: those of the file, \"title\", and what follows from them, such as stage_now")
	flags.StringVar(&s.sort, "sort", "", "`fields` to order by, separated by commas, the first decides; a minus before one turns its order round")
	flags.StringVar(&s.group, "group", "", "up to three `fields` to group by, separated by commas, the outermost first")
}

// listed rows with their columns; nil columns are those of the table.
type list struct {
	session   *session
	kind      ledger.Kind
	columns   []string
	selection *query.Selection
}

// list finds what the command line asks for and says what of a view is gone.
func (p *program) list(ctx context.Context, s *session, shape listShape, arguments []string) (*list, error) {
	opened, err := p.openedView(s, shape.view)
	if err != nil {
		return nil, err
	}
	l := &list{session: s, kind: opened.Kind, columns: opened.Columns}
	switch {
	case len(arguments) == 0 && shape.view == "":
		return nil, usagef("say which table to list, or which view with --view; the tables are %s", strings.Join(tableNames(), ", "))
	case shape.view != "" && !opened.Lists:
		return nil, usagef("--view: the view %q is of the tab %s, which lists no records", opened.Saved.Name, opened.Saved.Tab)
	}
	if len(arguments) > 0 {
		if l.kind, err = table(arguments[0]); err != nil {
			return nil, err
		}
		if shape.view != "" && l.kind != opened.Kind {
			return nil, usagef("--view: the view %q lists %s, not %s", opened.Saved.Name, opened.Kind.Table(), l.kind.Table())
		}
	}
	q := opened.Query
	q.Kind = l.kind
	if p.options.query != "" {
		q.Typed, q.Filters = p.options.query, nil
	}
	if err := shape.apply(&q, &l.columns); err != nil {
		return nil, err
	}
	var index *query.Index // only words are looked up in it
	if q.Typed != "" {
		if index, err = query.NewIndex(ctx, s.view.Ledger()); err != nil {
			return nil, fmt.Errorf("--query: %w", err)
		}
	}
	order := query.Collator{Language: language.Make(string(s.printer.Language())), Title: s.printer.Title}
	if l.selection, err = query.Run(ctx, s.view, index, q, nil, order); err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	return l, nil
}

// openedView opens the saved view of --view and looks from its days; an
// option that names a day goes before. Nothing is opened without a name.
func (p *program) openedView(s *session, name string) (query.Opened, error) {
	if name == "" {
		return query.Opened{}, nil
	}
	l := s.view.Ledger()
	ref, err := l.FindView(name)
	if err != nil {
		return query.Opened{}, usagef("--view: %w", err)
	}
	opened := query.OpenView(l, ref)
	asOf, chosen := opened.AsOf(s.view.AsOf()), s.view.AsOf()
	if p.options.asOf != "" {
		asOf.Happened = chosen.Happened
	}
	if p.options.known != "" {
		asOf.Known = chosen.Known
	}
	if asOf != chosen {
		s.view = l.View(asOf)
	}
	for _, filter := range opened.Own {
		if _, err := fmt.Fprintln(p.env.errors, s.printer.Text("view.of_the_tab", opened.Saved.Name, filter.Field+":"+strings.Join(filter.Values, ","))); err != nil {
			return query.Opened{}, err
		}
	}
	for _, missing := range opened.Missing {
		if _, err := fmt.Fprintln(p.env.errors, s.printer.Text("view.missing", opened.Saved.Name, s.printer.Missing(opened.Kind, string(missing.Part), missing.Field, missing.Value))); err != nil {
			return query.Opened{}, err
		}
	}
	return opened, nil
}

// apply puts the options in the place of what a view says.
func (s *listShape) apply(q *query.Query, columns *[]string) error {
	if s.columns != "" {
		*columns = strings.Split(s.columns, ",")
		for _, column := range *columns {
			if !query.KnownColumn(q.Kind, column) {
				return usagef("--columns: %s have no field %q; the fields are %s", q.Kind.Table(), column, fieldNames(q.Kind))
			}
		}
	}
	if s.sort != "" {
		q.Sort = nil
		for by := range strings.SplitSeq(s.sort, ",") {
			field, descending := query.ReadSort(q.Kind, by)
			if _, ok := query.FieldOf(q.Kind, field); !ok {
				return usagef("--sort: %s have no field %q; the fields are %s", q.Kind.Table(), field, fieldNames(q.Kind))
			}
			q.Sort = append(q.Sort, query.Order{Field: field, Descending: descending})
		}
	}
	if s.group != "" {
		q.Group = nil
		for by := range strings.SplitSeq(s.group, ",") {
			field := query.FieldOfColumn(q.Kind, by)
			if _, ok := query.FieldOf(q.Kind, field); !ok {
				return usagef("--group: %s have no field %q; the fields are %s", q.Kind.Table(), by, fieldNames(q.Kind))
			}
			q.Group = append(q.Group, field)
		}
		if len(q.Group) > query.MostGroups {
			return usagef("--group: records are grouped by at most %d fields", query.MostGroups)
		}
	}
	return nil
}

func fieldNames(kind ledger.Kind) string {
	var names []string
	for _, field := range query.Fields(kind) {
		if !slices.Contains(names, field.ID) {
			names = append(names, field.ID)
		}
	}
	return strings.Join(names, ", ")
}
