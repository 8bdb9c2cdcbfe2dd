package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/report"
)

func (p *program) printCommand() *cobra.Command {
	var out string
	var asked jobFlags
	command := &cobra.Command{
		Use:   "print brief -o OUT.pdf | --printer NAME",
		Short: "Print the brief: one page of A4",
		Long: `Print the brief, one page of A4: what was announced, what of it can be named and
what became of it. As a PDF file, or on a printer of the system.`,
		Example: `  summitledger print brief -o brief.pdf --lang ru
  summitledger print brief --printer Office --copies 2 --grey`,
		Args:      exactly(1),
		ValidArgs: []string{"brief"},
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			if arguments[0] != "brief" {
				return usagef("there is nothing called %q to print; write \"print brief\"", arguments[0])
			}
			if (out == "") == !command.Flags().Changed("printer") {
				return usagef("say where to: -o OUT.pdf or --printer NAME, one of them")
			}
			if out != "" && !strings.EqualFold(filepath.Ext(out), ".pdf") {
				return usagef("the name of a brief ends in .pdf; %q does not", out)
			}
			job, err := asked.job(command)
			if err != nil {
				return err
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			request := report.Request{View: s.view, Printer: s.printer, Program: "Summit Ledger", Version: version, Now: p.env.now(), Generated: generated(s.view.Ledger())}
			if out != "" {
				if err := report.WriteBrief(command.Context(), out, request); err != nil {
					return err
				}
				_, err = fmt.Fprintln(p.env.out, out)
				return err
			}
			document, err := report.Brief(command.Context(), request)
			if err != nil {
				return err
			}
			if err := job.Pages.Within(document.Sheets()); err != nil {
				return usagef("%v", err)
			}
			if err := report.Print(command.Context(), document.Bytes(), job); err != nil {
				return err
			}
			if job.Printer == "" {
				job.Printer = "the default printer"
			}
			_, err = fmt.Fprintln(p.env.out, "sent to "+job.Printer)
			return err
		},
	}
	command.Flags().StringVarP(&out, "output", "o", "", "the PDF `file` to write")
	asked.add(command)
	return command
}
