package main

import (
	"github.com/spf13/cobra"

	"summitledger/data/report"
)

// jobFlags are what is asked of a printer on the command line.
type jobFlags struct {
	printer, pages, sides string
	copies                int
	grey                  bool
}

// jobFlagNames are of use with --printer only.
var jobFlagNames = [...]string{"sides", "copies", "grey"}

func (f *jobFlags) add(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&f.printer, "printer", "", "the `name` of a printer of the system; empty for its default")
	flags.StringVar(&f.pages, "pages", "", "the `pages` to print or to write, such as 1-3,5; all without it")
	flags.IntVar(&f.copies, "copies", 1, "how many `copies` to print")
	flags.StringVar(&f.sides, "sides", "", "print on `one|two` sides of a sheet; as the printer is set without it")
	flags.BoolVar(&f.grey, "grey", false, "print without colour")
}

// job reads the flags. Without a printer all but the pages mean nothing and are
// refused.
func (f *jobFlags) job(command *cobra.Command, paper report.Paper) (report.Job, error) {
	pages, err := report.ParsePages(f.pages)
	if err != nil {
		return report.Job{}, usagef("%v", err)
	}
	if !command.Flags().Changed("printer") {
		for _, name := range jobFlagNames {
			if command.Flags().Changed(name) {
				return report.Job{}, usagef("--%s goes with --printer", name)
			}
		}
		return report.Job{Pages: pages}, nil
	}
	if f.copies < 1 {
		return report.Job{}, usagef("%d copies cannot be printed; ask for 1 or more", f.copies)
	}
	job := report.Job{Printer: f.printer, Title: "Summit Ledger", Copies: f.copies, Pages: pages, Sides: report.Sides(f.sides), Paper: paper.Name(), Landscape: paper.Landscape, Grey: f.grey}
	if err := job.Validate(); err != nil {
		return report.Job{}, usagef("%v", err)
	}
	return job, nil
}
