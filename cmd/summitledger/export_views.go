package main

import (
	"context"
	"fmt"
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workbook"
)

// savedSheets carries out the saved views that were asked for, each from its own
// days; a day that an option names goes before.
func (p *program) savedSheets(ctx context.Context, s *session, options exportOptions) ([]workbook.SavedSheet, error) {
	l := s.view.Ledger()
	var refs []ledger.Ref
	if options.allViews {
		for ref := range l.All(ledger.SavedViews) {
			if query.OpenView(l, ref).Lists {
				refs = append(refs, ref)
			}
		}
		if len(refs) == 0 {
			return nil, fmt.Errorf("--all-views: the workspace has no saved view that lists records; nothing was written")
		}
	}
	for _, name := range options.views {
		ref, err := l.FindView(name)
		if err != nil {
			return nil, usagef("--view: %w", err)
		}
		if opened := query.OpenView(l, ref); !opened.Lists {
			return nil, usagef("--view: the view %q is of the tab %s, which lists no records", opened.Saved.Name, opened.Saved.Tab)
		}
		if !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	var index *query.Index
	var sheets []workbook.SavedSheet
	for _, ref := range refs {
		opened := query.OpenView(l, ref)
		for _, missing := range opened.Missing {
			if _, err := fmt.Fprintln(p.env.errors, s.printer.Text("view.missing", opened.Saved.Name, s.printer.Missing(opened.Kind, string(missing.Part), missing.Field, missing.Value))); err != nil {
				return nil, err
			}
		}
		if p.options.asOf != "" {
			opened.Saved.AsOf = ""
		}
		if p.options.known != "" {
			opened.Saved.Known = ""
		}
		if index == nil && opened.Query.Typed != "" {
			var err error
			if index, err = query.NewIndex(ctx, l); err != nil {
				return nil, err
			}
		}
		sheet, err := workbook.SavedSheetOf(ctx, s.view, index, s.printer, opened)
		if err != nil {
			return nil, fmt.Errorf("the view %q: %w", opened.Saved.Name, err)
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}
