package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/report"
)

func (p *program) printCommand() *cobra.Command {
	var out, format string
	var asked jobFlags
	var sheet paperFlags
	var chosen reportFlags
	command := &cobra.Command{
		Use:   "print REPORT [KEY] -o OUT.pdf | --printer NAME",
		Short: "Print a report: the brief, a claim, the pipeline, the promises, a fund, a record, what changed, any view",
		Long: `Print a report on A4 or Letter, as a PDF file or on a printer of the system:
  brief         one page: what was announced, what of it can be named, what became of it
  claim KEY     a claim taken apart: the bridge and the records of each row
  pipeline      deals by stage, the weighted value, deals that do not move
  promises      promises by verdict
  fund KEY      the money of a fund step by step, and the deals it pays for
  record KEY    one record with its money, parties, links, events and sources
  since         what happened or became known from --from to --to, and what was left without news
  view          what a tab shows (--tab) or a saved view (--view): the records that --query finds, in the
                columns, order and groups of --columns, --sort and --group, as --as says
-o - writes the file to standard output. A name that ends in .png, .svg or .md
writes a picture of one page, or the whole text with tables.`,
		Example: `  summitledger print brief -o brief.pdf --lang ru
  summitledger print claim docs-total-80 -o claim.pdf
  summitledger print record deal:arctic-lng-2 -o - > deal.pdf
  summitledger print pipeline --paper Letter --landscape --pages 1-3 -o pipeline.pdf
  summitledger print brief -o brief.md
  summitledger print since --from 2018-12-31 --to 2022-03-31 -o since.pdf
  summitledger print view --tab agreements --query energy --group sector -o energy.pdf
  summitledger print view --tab pipeline --as board -o board.pdf
  summitledger print brief --printer Office --copies 2 --grey`,
		Args:      reportArguments,
		ValidArgs: printable(),
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			if (out == "") == !command.Flags().Changed("printer") {
				return usagef("say where to: -o OUT.pdf or --printer NAME, one of them")
			}
			format, err := formatOf(format, out)
			if err != nil {
				return err
			}
			if err := chosen.check(command, arguments[0]); err != nil {
				return err
			}
			paper, err := sheet.paper(command)
			if err != nil {
				return err
			}
			job, err := asked.job(command, paper)
			if err != nil {
				return err
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			request := report.Request{View: s.view, Printer: s.printer, Program: "Summit Ledger", Version: version, Now: p.env.now(), Generated: generated(s.view.Ledger()), Paper: paper}
			plan, err := p.planReport(command.Context(), s, request, arguments, chosen)
			if err != nil {
				return err
			}
			if format != formatPDF {
				return p.writeAs(command.Context(), plan, format, job.Pages, out)
			}
			document, err := plan.Document(command.Context())
			if err != nil {
				return err
			}
			if err := job.Pages.Within(document.Sheets()); err != nil {
				return usagef("%v", err)
			}
			if out != "" {
				if document, err = document.Only(command.Context(), job.Pages); err != nil {
					return err
				}
			}
			switch out {
			case "-":
				_, err = document.WriteTo(p.env.out)
				return err
			case "":
			default:
				if err := exchange.WriteThrough(out, func(file io.Writer) error {
					_, err := document.WriteTo(file)
					return err
				}); err != nil {
					return err
				}
				_, err = fmt.Fprintln(p.env.out, out)
				return err
			}
			if err := report.Print(command.Context(), document, job); err != nil {
				return err
			}
			if job.Printer == "" {
				job.Printer = "the default printer"
			}
			_, err = fmt.Fprintln(p.env.out, "sent to "+job.Printer)
			return err
		},
	}
	command.Flags().StringVarP(&out, "output", "o", "", "the `file` to write: .pdf, .png, .svg or .md")
	command.Flags().StringVar(&format, "format", "", "write `pdf|png|svg|md`; as the name of the file ends without it. Pictures are of one page, the first or that of --pages")
	asked.add(command)
	sheet.add(command)
	chosen.add(command)
	return command
}

// reportArguments wants the name of a report, and a key for those about one
// record.
func reportArguments(_ *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return usagef("name the report to print: %s", strings.Join(printable(), ", "))
	}
	name := arguments[0]
	switch needs := report.NeedsRecord(name); {
	case !slices.Contains(printable(), name):
		return usagef("there is nothing called %q to print; the reports are %s", name, strings.Join(printable(), ", "))
	case needs && len(arguments) != 2:
		return usagef("\"print %s\" needs one KEY: of the %s to print", name, name)
	case !needs && len(arguments) != 1:
		return usagef("\"print %s\" takes no KEY", name)
	}
	return nil
}

// reportSubject finds the record that a report is about.
func reportSubject(l *ledger.Ledger, arguments []string) (ledger.Ref, error) {
	switch arguments[0] {
	case report.ClaimReport:
		return claimNamed(l, arguments[1])
	case report.FundReport:
		fund, ok := l.Find(ledger.Funds, strings.TrimPrefix(arguments[1], ledger.Funds.String()+":"))
		if !ok {
			return ledger.NoRef(), usagef("there is no fund with the key %q; \"summitledger list funds\" names them", arguments[1])
		}
		return fund, nil
	case report.RecordReport:
		return record(l, arguments[1])
	}
	return ledger.NoRef(), nil
}
