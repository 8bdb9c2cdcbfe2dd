package main

import (
	"github.com/spf13/cobra"

	"summitledger/data/report"
)

// paperFlags are what a report is set on.
type paperFlags struct {
	size      string
	landscape bool
	margin    float64 // millimetres
}

// pointsPerMillimetre turns the margin of the command line into that of a paper.
const pointsPerMillimetre = 72 / 25.4

func (f *paperFlags) add(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&f.size, "paper", report.A4, "the `A4|Letter` that the pages are set on")
	flags.BoolVar(&f.landscape, "landscape", false, "set the pages on their side")
	flags.Float64Var(&f.margin, "margin", 15, "the margin on all sides in `millimetres`, 10 to 40")
}

// paper reads the flags.
func (f *paperFlags) paper(command *cobra.Command) (report.Paper, error) {
	paper := report.Paper{Size: f.size, Landscape: f.landscape}
	if command.Flags().Changed("margin") {
		paper.Margin = f.margin * pointsPerMillimetre
		if f.margin <= 0 {
			return paper, usagef("a margin of %g mm cannot be; margins are 10 to 40 mm", f.margin)
		}
	}
	if err := paper.Validate(); err != nil {
		return paper, usagef("%v", err)
	}
	return paper, nil
}
