package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workbook"
)

func (p *program) exportCommand() *cobra.Command {
	var folder string
	var options exportOptions
	command := &cobra.Command{
		Use:   "export -o OUT | --folder DIR",
		Short: "Write an Excel workbook, or the summit as a folder of CSV files",
		Long: `Write an Excel workbook of the view, with --query only of the rows that it finds;
or write the whole summit, whatever the days of the view, as a folder of CSV files
with their data package: what was not edited comes out byte for byte as it came in.

A working copy, the default, can be edited and taken back with "import". An
accessible publication has nothing hidden, frozen or shaded.`,
		Example: `  summitledger export -o summit.xlsx --lang ja
  summitledger export -o energy.xlsx --query energy --as-of 2018-12-31
  summitledger export -o bridge.xlsx --sheets contents,bridge,method --count-at signed
  summitledger export -o public.xlsx --profile publication
  summitledger export -o views.xlsx --view Energy --view "Silent deals" --workspace my.summit
  summitledger export -o deals.csv --format csv --table deals
  summitledger export -o summit.zip --format datapackage
  summitledger export --folder copy-of-the-summit --workspace my.summit`,
		Args: exactly(0),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			if (folder == "") == (options.out == "") {
				return usagef("say where to: -o OUT or --folder DIR, one of them")
			}
			if err := options.check(); err != nil {
				return err
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			if folder != "" {
				err = exchange.WriteFolder(folder, s.summit)
			} else {
				err = p.export(command.Context(), s, options)
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.env.out, folder+options.out)
			return err
		},
	}
	command.Flags().StringVar(&folder, "folder", "", "the `folder` to write; other files in it are left alone")
	options.register(command)
	return command
}

func (p *program) writeWorkbook(ctx context.Context, s *session, options exportOptions) error {
	l := s.view.Ledger()
	countAt, _ := analysis.ParseCountAt(options.countAt) // checked before
	request := workbook.Request{View: s.view, Printer: s.printer, Program: "Summit Ledger", Version: version, Now: p.env.now(), Generated: generated(l),
		Pages: options.sheets, CountAt: countAt, Publication: options.profile == profilePublication}
	if s.workspace != nil {
		var err error
		if request.Origin, err = workbook.OriginOf(s.workspace); err != nil {
			return err
		}
	}
	if len(options.views) > 0 || options.allViews {
		if p.options.query != "" {
			return usagef("--query: a saved view has filters of its own")
		}
		var err error
		if request.Views, err = p.savedSheets(ctx, s, options); err != nil {
			return err
		}
		request.Selections = []workbook.Selection{} // the views stand for themselves
	}
	if p.options.query != "" {
		found, err := p.rowsOf(ctx, s, ledger.Kinds())
		if err != nil {
			return err
		}
		for _, kind := range ledger.Kinds() {
			if rows := found[kind]; len(rows) > 0 {
				request.Selections = append(request.Selections, workbook.Selection{Kind: kind, Rows: rows, Filter: p.options.query,
					Hidden: []workbook.Reason{{Text: s.printer.Text("foot.without_words", p.options.query), Count: s.view.Len(kind) - len(rows)}}})
			}
		}
		if len(request.Selections) == 0 {
			return fmt.Errorf("--query %q finds nothing; nothing was written", p.options.query)
		}
	}
	return withinMemory(mostWhileWriting, func() error { return workbook.Write(ctx, options.out, request) })
}

// mostWhileWriting is how much memory the writing of a workbook may take beyond
// what the summit itself takes; at worst it takes a third more for a moment.
const mostWhileWriting = 220 << 20

// withinMemory has what is no longer used cleared away before the program takes
// so much more memory than it has. Left to itself it would let as much pile up
// as the summit is large.
func withinMemory(most int64, write func() error) error {
	debug.FreeOSMemory()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, int64(now.Sys-now.HeapReleased)+most))
	defer debug.SetMemoryLimit(before)
	return write()
}

// generated reports whether a summit is made up for load tests.
func generated(l *ledger.Ledger) bool {
	return strings.HasPrefix(l.Value(l.Summit(), "name"), ledger.GeneratedName)
}
