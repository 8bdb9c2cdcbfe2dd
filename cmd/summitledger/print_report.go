package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"summitledger/data/report"
)

// reportFlags are the options that belong to one report each.
type reportFlags struct {
	days comparedDays
}

// flagsOf names the options of a report that no other report has.
func flagsOf(name string) []string {
	if name == report.SinceReport {
		return []string{"from", "to", "clock"}
	}
	return nil
}

// printable names what can be printed.
func printable() []string { return append(report.Names(), report.SinceReport) }

func (f *reportFlags) add(command *cobra.Command) { f.days.add(command) }

// check refuses the options of another report.
func (f *reportFlags) check(command *cobra.Command, name string) error {
	for _, other := range printable() {
		for _, flag := range flagsOf(other) {
			if command.Flags().Changed(flag) && !slices.Contains(flagsOf(name), flag) {
				return usagef("--%s goes with \"print %s\"", flag, other)
			}
		}
	}
	return nil
}

// planReport settles the pages of a report.
func (p *program) planReport(ctx context.Context, s *session, request report.Request, arguments []string, chosen reportFlags) (*report.Plan, error) {
	if arguments[0] == report.SinceReport {
		from, to, err := p.between(chosen.days)
		if err != nil {
			return nil, err
		}
		l, asOf := s.view.Ledger(), s.comparedBy(chosen.days.clock)
		request.View = l.View(asOf(to))
		return report.PlanSince(ctx, report.SinceRequest{Request: request, From: l.View(asOf(from)), Known: chosen.days.clock == clockKnown, Shown: report.Briefed})
	}
	subject, err := reportSubject(s.view.Ledger(), arguments)
	if err != nil {
		return nil, err
	}
	return report.PlanReport(ctx, request, arguments[0], subject)
}
