package ui

import (
	"context"

	"summitledger/data/report"
)

// shownView is what a listing shows, for print: its records in its columns, order
// and groups, and the groups that are closed.
func (l *listing) shownView(request report.Request, layout report.Layout) report.ViewRequest {
	asked := report.ViewRequest{Request: request, Selection: l.selection, Columns: l.grid.ShownColumns(), Layout: layout}
	if rows := l.rows; rows != nil && rows.selection == l.selection {
		asked.Closed = func(group int) bool { return rows.closed[rows.paths[group]] }
	}
	return asked
}

// plans settles the pages of what is shown at this moment.
func (l *listing) plans(layout report.Layout) func(ctx context.Context, request report.Request) (*report.Plan, error) {
	asked := l.shownView(report.Request{}, layout)
	return func(ctx context.Context, request report.Request) (*report.Plan, error) {
		asked.Request = request
		return report.PlanView(ctx, asked)
	}
}

// pages gives the records that are shown for print.
func (l *listing) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	return l.plans(report.AsTable)
}

// wide tells that what is shown wants a sheet on its side.
func (l *listing) wide(request report.Request) bool {
	return l.selection != nil && l.shownView(request, report.AsTable).Wide()
}

// layout is the way in which deals are shown.
func (p *pipeline) layout() report.Layout {
	switch p.mode() {
	case asTable:
		return report.AsTable
	case asFunnel:
		return report.AsChart
	}
	return report.AsBoard
}

// pages gives the deals as they are shown for print: as a board with its lanes, as
// a table with its groups, or as the funnel of all deals.
func (p *pipeline) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	layout := p.layout()
	asked := p.shownView(report.Request{}, layout)
	d, q, lane := p.desk, asked.Selection.Query, p.lane()
	return func(ctx context.Context, request report.Request) (*report.Plan, error) {
		asked.Request = request
		if layout != report.AsTable {
			q.Group = nil
			if layout == report.AsBoard && lane != "" {
				q.Group = []string{lane}
			}
			selection, err := d.run(ctx, q, nil)
			if err != nil {
				return nil, err
			}
			asked.Selection = selection
		}
		return report.PlanView(ctx, asked)
	}
}

func (p *pipeline) wide(request report.Request) bool {
	return p.selection != nil && p.shownView(request, p.layout()).Wide()
}

// pages gives the events by quarter, and their list, for print.
func (t *timeline) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	return t.plans(report.AsTimeline)
}

// pages takes the claim that is shown apart for print.
func (c *claims) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	if c.page == nil {
		return c.listing.pages()
	}
	claim := c.page.claim
	return func(ctx context.Context, request report.Request) (*report.Plan, error) {
		return report.PlanReport(ctx, request, report.ClaimReport, claim)
	}
}

func (c *claims) wide(request report.Request) bool {
	return c.page == nil && c.listing.wide(request)
}

// pages gives the brief: it is the overview on one page.
func (o *overview) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	return report.PlanBrief
}

// layout is the way in which funds are shown.
func (f *funds) layout() report.Layout {
	if f.asTable() {
		return report.AsTable
	}
	return report.AsLadder
}

// pages gives the funds as they are shown for print: step by step or as a table.
func (f *funds) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	return f.plans(f.layout())
}

func (f *funds) wide(request report.Request) bool {
	return f.selection != nil && f.shownView(request, f.layout()).Wide()
}
