package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/report"
)

// reportFlags are the options that belong to one report each.
type reportFlags struct {
	days        comparedDays
	shape       listShape
	tab, layout string
	paperChosen bool // upright or on its side
}

// flagsOf names the options of a report that no other report has.
func flagsOf(name string) []string {
	switch name {
	case report.SinceReport:
		return []string{"from", "to", "clock"}
	case report.ViewReport:
		return []string{"tab", "as", "view", "columns", "sort", "group"}
	}
	return nil
}

// printable names what can be printed.
func printable() []string { return append(report.Names(), report.SinceReport, report.ViewReport) }

func (f *reportFlags) add(command *cobra.Command) {
	f.days.add(command)
	f.shape.register(command)
	command.Flags().StringVar(&f.tab, "tab", "", "the `tab` whose records are printed: agreements, pipeline, funds, claims, promises, tracks, timeline, organisations, sources")
	command.Flags().StringVar(&f.layout, "as", "", "print records as `table|board|timeline|chart|ladder`; as their tab shows them without it")
}

// check refuses the options of another report.
func (f *reportFlags) check(command *cobra.Command, name string) error {
	f.paperChosen = command.Flags().Changed("landscape")
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
	if arguments[0] == report.ViewReport {
		return p.planView(ctx, s, request, chosen)
	}
	subject, err := reportSubject(s.view.Ledger(), arguments)
	if err != nil {
		return nil, err
	}
	return report.PlanReport(ctx, request, arguments[0], subject)
}

// planView settles the pages of what a tab or a saved view shows. A wide table
// turns the sheet on its side, unless the paper was chosen.
func (p *program) planView(ctx context.Context, s *session, request report.Request, chosen reportFlags) (*report.Plan, error) {
	var arguments []string
	switch {
	case chosen.tab == "" && chosen.shape.view == "":
		return nil, usagef("say what to print: --tab NAME or --view NAME")
	case chosen.tab != "":
		kind, lists := query.KindOfTab(chosen.tab)
		if !lists {
			return nil, usagef("--tab: there is no tab %q that lists records", chosen.tab)
		}
		arguments = []string{kind.Table()}
	}
	list, err := p.list(ctx, s, chosen.shape, arguments)
	if err != nil {
		return nil, err
	}
	layout := report.Layout(chosen.layout)
	if chosen.layout != "" && !slices.Contains(report.Layouts(list.kind), layout) {
		return nil, usagef("--as: %s are not printed as %q; they are printed as %s", list.kind.Table(), chosen.layout, layoutNames(list.kind))
	}
	request.View = s.view // a saved view may look from other days
	asked := report.ViewRequest{Request: request, Selection: list.selection, Columns: list.columns, Layout: layout}
	if chosen.shape.view != "" {
		if ref, err := s.view.Ledger().FindView(chosen.shape.view); err == nil {
			saved := s.view.Ledger().SavedView(ref)
			asked.Name = saved.Name
			if layout == "" {
				asked.Layout = report.LayoutOf(saved.Layout)
			}
		}
	}
	if !chosen.paperChosen {
		asked.Paper.Landscape = asked.Wide()
	}
	return report.PlanView(ctx, asked)
}

func layoutNames(kind ledger.Kind) string {
	var names []string
	for _, layout := range report.Layouts(kind) {
		names = append(names, string(layout))
	}
	return strings.Join(names, ", ")
}
