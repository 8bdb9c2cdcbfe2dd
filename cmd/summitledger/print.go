package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/report"
)

func (p *program) printCommand() *cobra.Command {
	var out, printer string
	command := &cobra.Command{
		Use:   "print brief -o OUT.pdf | --printer NAME",
		Short: "Print the brief: one page of A4",
		Long: `Print the brief, one page of A4: what was announced, what of it can be named and
what became of it. As a PDF file, or on a printer of the system.`,
		Example: `  summitledger print brief -o brief.pdf --lang ru
  summitledger print brief --printer Office`,
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
			var pdf bytes.Buffer
			if _, err := document.WriteTo(&pdf); err != nil {
				return err
			}
			if err := report.Print(command.Context(), pdf.Bytes(), printer, "Summit Ledger"); err != nil {
				return err
			}
			if printer == "" {
				printer = "the default printer"
			}
			_, err = fmt.Fprintln(p.env.out, "sent to "+printer)
			return err
		},
	}
	command.Flags().StringVarP(&out, "output", "o", "", "the PDF `file` to write")
	command.Flags().StringVar(&printer, "printer", "", "the `name` of a printer of the system; empty for its default")
	return command
}
