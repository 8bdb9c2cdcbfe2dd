package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workbook"
)

// The formats of an export, and the profiles of a workbook.
const (
	formatWorkbook = "xlsx"
	formatCSV      = "csv"
	formatJSON     = "json"
	formatPackage  = "datapackage"

	profileWorking     = "working"
	profilePublication = "publication"
)

// exportOptions say what an export writes and where.
type exportOptions struct {
	out     string
	format  string
	table   string
	profile string
	countAt string
	sheets  []string

	views    []string // names or keys of saved views
	allViews bool
}

func (o *exportOptions) register(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVarP(&o.out, "output", "o", "", "the `file` to write")
	flags.StringVar(&o.format, "format", formatWorkbook, "xlsx, csv or json (of the view), or datapackage (the whole summit as a zip file)")
	flags.StringVar(&o.table, "table", "", "the one `table` of csv or json")
	flags.StringArrayVar(&o.views, "view", nil, "a saved view by its `name` or key, on a sheet of its own and without the tables; may be given several times")
	flags.BoolVar(&o.allViews, "all-views", false, "every saved view that lists records")
	flags.StringVar(&o.profile, "profile", profileWorking, "working: can be edited and taken back; publication: accessible to everyone")
	flags.StringVar(&o.countAt, "count-at", analysis.AtAnnounced.String(), "the `level` that the figures count at: announced, signed, binding, financed or disbursed")
	flags.StringSliceVar(&o.sheets, "sheets", nil, "only these worked-out `sheets` of the workbook: "+strings.Join(workbook.PageIDs(), ", "))
}

// check finds options that do not exist or do not go together.
func (o *exportOptions) check() error {
	if !slices.Contains([]string{formatWorkbook, formatCSV, formatJSON, formatPackage}, o.format) {
		return usagef("--format: %q is none of xlsx, csv, json and datapackage", o.format)
	}
	if o.out != "" && o.format == formatWorkbook && !strings.HasSuffix(strings.ToLower(o.out), ".xlsx") {
		return usagef("the name of a workbook ends in .xlsx; %q does not", o.out)
	}
	if o.profile != profileWorking && o.profile != profilePublication {
		return usagef("--profile: %q is neither working nor publication", o.profile)
	}
	if _, ok := analysis.ParseCountAt(o.countAt); !ok {
		return usagef("--count-at: %q is none of announced, signed, binding, financed and disbursed", o.countAt)
	}
	for _, id := range o.sheets {
		if o.profile == profilePublication && slices.Contains(workbook.PageIDs(), id) && !slices.Contains(workbook.PagesFor(true), id) {
			return usagef("--sheets: the sheet %q is for working copies; a publication has none", id)
		}
		if !slices.Contains(workbook.PageIDs(), id) {
			return usagef("--sheets: there is no sheet %q; the sheets are %s", id, strings.Join(workbook.PageIDs(), ", "))
		}
	}
	if (len(o.views) > 0 || o.allViews) && (o.format != formatWorkbook || o.out == "") {
		return usagef("--view and --all-views go into a workbook: -o OUT.xlsx; for other formats use list --view NAME --csv or --json")
	}
	if o.format == formatCSV && o.table == "" {
		return usagef("--format csv writes one table: name it with --table")
	}
	if o.table != "" {
		if o.format != formatCSV && o.format != formatJSON {
			return usagef("--table goes with --format csv or json")
		}
		if _, err := table(o.table); err != nil {
			return err
		}
	}
	return nil
}

// export writes the view, or the whole summit, in the format that was asked for.
func (p *program) export(ctx context.Context, s *session, options exportOptions) error {
	switch options.format {
	case formatWorkbook:
		return p.writeWorkbook(ctx, s, options)
	case formatPackage:
		return exchange.WritePackage(options.out, s.summit)
	case formatCSV:
		kind, err := table(options.table)
		if err != nil {
			return err
		}
		rows, err := p.rows(ctx, s, kind)
		if err != nil {
			return err
		}
		return exchange.WriteThrough(options.out, func(out io.Writer) error {
			return exchange.WriteSheet(out, s.view.Ledger(), kind, slices.Values(rows))
		})
	}
	return p.writeRecords(ctx, s, options)
}

// writeRecords writes records as JSON: one table as an array, all as an object
// of arrays, each record as list --json prints it.
func (p *program) writeRecords(ctx context.Context, s *session, options exportOptions) error {
	kinds := ledger.Kinds()
	if options.table != "" {
		kind, err := table(options.table)
		if err != nil {
			return err
		}
		kinds = []ledger.Kind{kind}
	}
	return exchange.WriteThrough(options.out, func(out io.Writer) error {
		for i, kind := range kinds {
			rows, err := p.rows(ctx, s, kind)
			if err != nil {
				return err
			}
			if options.table != "" {
				return printRecords(out, s.view, rows)
			}
			before := ",\n"
			if i == 0 {
				before = "{\n"
			}
			if _, err := io.WriteString(out, before+"\""+kind.Table()+"\": "); err != nil {
				return err
			}
			if err := printRecords(out, s.view, rows); err != nil {
				return err
			}
		}
		_, err := io.WriteString(out, "}\n")
		return err
	})
}
