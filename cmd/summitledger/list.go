package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

func (p *program) listCommand() *cobra.Command {
	var asJSON, asCSV bool
	command := &cobra.Command{
		Use:   "list TABLE",
		Short: "Print the rows of a table, as of the chosen days",
		Long: `Print exactly the rows of a table that are in the view: known by --known and
begun by --as-of. Tables: summit, sources, organisations, agreements, deals,
funds, tracks, positions, promises, claims, parties, links, events, rates; and
settings, what the reader chose for figures.`,
		Example: `  summitledger list agreements --query 三井
  summitledger list deals --json --as-of 2018-12-31
  summitledger list events --csv > events.csv`,
		Args:              exactly(1),
		ValidArgsFunction: completeTables,
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			if asJSON && asCSV {
				return usagef("--json and --csv exclude each other")
			}
			kind, err := table(arguments[0])
			if err != nil {
				return err
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			rows, err := p.rows(command.Context(), s, kind)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				return printRecords(p.env.out, s.view, rows)
			case asCSV:
				return exchange.WriteTable(p.env.out, s.view.Ledger(), kind, slices.Values(rows))
			}
			return p.printTable(s, kind, rows)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "as a JSON array: the file's columns as they stand there, derived values under \"derived\"")
	command.Flags().BoolVar(&asCSV, "csv", false, "as CSV with the columns of the file")
	return command
}

func completeTables(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return tableNames(), cobra.ShellCompDirectiveNoFileComp
}

// rows gives the records of a kind in the view that --query finds, in file
// order.
func (p *program) rows(ctx context.Context, s *session, kind ledger.Kind) ([]ledger.Ref, error) {
	if p.options.query == "" {
		return slices.Collect(s.view.All(kind)), nil
	}
	index, err := query.NewIndex(ctx, s.view.Ledger())
	if err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	selection, err := query.Run(ctx, s.view, index, query.Query{Kind: kind, Typed: p.options.query}, nil, query.Collator{})
	if err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	return selection.Rows, nil
}

// printTable writes a line per record for people: its name, its title and
// what matters most of its kind.
func (p *program) printTable(s *session, kind ledger.Kind, rows []ledger.Ref) error {
	out := tabwriter.NewWriter(p.env.out, 0, 8, 2, ' ', 0)
	l := s.view.Ledger()
	for _, ref := range rows {
		cells := []string{l.Name(ref)}
		for _, field := range listed(kind) {
			cells = append(cells, s.fieldText(ref, field))
		}
		cells = append(cells, s.printer.Title(l, ref))
		if _, err := fmt.Fprintln(out, strings.Join(cells, "\t")); err != nil {
			return err
		}
	}
	return out.Flush()
}

// listed names the fields that a line of a table shows between name and title.
func listed(kind ledger.Kind) []string {
	switch kind {
	case ledger.Agreements:
		return []string{"signed_by", "at_summit", "value"}
	case ledger.Deals:
		return []string{"stage_now", "outcome", "value"}
	case ledger.Funds:
		return []string{"value"}
	case ledger.Promises:
		return []string{"due_on", "verdict"}
	case ledger.Events:
		return []string{"date", "kind"}
	case ledger.Sources:
		return []string{"published_on", "publisher"}
	case ledger.Organisations:
		return []string{"country", "kind"}
	case ledger.Rates:
		return []string{"date"}
	case ledger.Settings:
		return []string{"value"}
	}
	return nil
}

// fieldText writes the value of a field of a record.
func (s *session) fieldText(ref ledger.Ref, id string) string {
	field, ok := query.FieldOf(ref.Kind, id)
	if !ok {
		return ""
	}
	switch field.Shape {
	case query.Day:
		return s.printer.ShortDate(field.Date(s.view, ref))
	case query.Amount:
		headline := field.Money(s.view, ref)
		if headline.State == ledger.NotDatedAmount {
			return s.printer.Text("money.not_dated")
		}
		return s.printer.Qualified(headline.Qualifier, s.printer.Money(headline.Money))
	}
	values := field.Values(s.view, ref)
	for i, value := range values {
		if field.Words != nil {
			values[i] = s.printer.Short(field.Words.Name(), value)
		}
	}
	return strings.Join(values, "; ")
}
