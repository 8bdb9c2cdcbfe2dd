package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

func (p *program) listCommand() *cobra.Command {
	var asJSON, asCSV bool
	var shape listShape
	command := &cobra.Command{
		Use:   "list [TABLE]",
		Short: "Print the rows of a table, as of the chosen days",
		Long: `Print exactly the rows of a table that are in the view: known by --known and
begun by --as-of. Tables: summit, sources, organisations, agreements, deals,
funds, tracks, positions, promises, claims, parties, links, events, rates; and
settings and views: what the reader chose for figures, and saved to come back to.

--view opens a saved view by its name or key: its table, filters, columns, order,
groups and days. Options beside it stand in place of its own. What of a view is
gone is left out, and said.`,
		Example: `  summitledger list agreements --query 三井
  summitledger list deals --json --as-of 2018-12-31
  summitledger list deals --columns title,stage_now,value --sort -value --group sector
  summitledger list --view "Energy by stage" --workspace my.summit
  summitledger list events --csv > events.csv`,
		Args:              atMost(1),
		ValidArgsFunction: completeTables,
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			if asJSON && asCSV {
				return usagef("--json and --csv exclude each other")
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			list, err := p.list(command.Context(), s, shape, arguments)
			if err != nil {
				return err
			}
			rows := list.selection.Rows
			switch {
			case asJSON && list.columns == nil:
				return printRecords(p.env.out, s.view, rows)
			case asJSON:
				return list.printJSON(p.env.out)
			case asCSV && list.columns == nil:
				return exchange.WriteTable(p.env.out, s.view.Ledger(), list.kind, slices.Values(rows))
			case asCSV:
				return list.printCSV(p.env.out)
			}
			return list.print(p.env.out)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "as a JSON array: the file's columns as they stand there, derived values under \"derived\"")
	command.Flags().BoolVar(&asCSV, "csv", false, "as CSV with the columns of the file")
	shape.register(command)
	return command
}

func completeTables(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return tableNames(), cobra.ShellCompDirectiveNoFileComp
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
	case ledger.SavedViews:
		return []string{"tab", "query"}
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
