package report

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// ViewReport is the report of what a tab shows.
const ViewReport = "view"

// Layout is how records are shown.
type Layout string

// The layouts.
const (
	AsTable    Layout = "table"
	AsBoard    Layout = "board"    // deals in columns by stage
	AsTimeline Layout = "timeline" // events by quarter over their list
	AsChart    Layout = "chart"    // bars by group; without groups the funnel of deals
	AsLadder   Layout = "ladder"   // the money of each fund step by step
)

// Layouts lists the layouts in which records of a kind can be printed, the usual
// one first.
func Layouts(kind ledger.Kind) []Layout {
	switch kind {
	case ledger.Deals:
		return []Layout{AsTable, AsBoard, AsChart}
	case ledger.Events:
		return []Layout{AsTimeline, AsTable, AsChart}
	case ledger.Funds:
		return []Layout{AsLadder, AsTable, AsChart}
	}
	return []Layout{AsTable, AsChart}
}

// LayoutOf reads how a saved view shows its records; the usual way for a word
// that has none on paper.
func LayoutOf(saved string) Layout {
	switch saved {
	case "board":
		return AsBoard
	case "table":
		return AsTable
	case "funnel":
		return AsChart
	case "ladder":
		return AsLadder
	}
	return ""
}

// ViewRequest says what is shown and how.
type ViewRequest struct {
	Request
	Name      string // of the view, such as that of a saved one; empty: it is told by what it shows
	Selection *query.Selection
	Columns   []string             // in their order; none: the usual ones
	Layout    Layout               // empty: the usual one
	Closed    func(group int) bool // groups of the selection whose records are not listed; nil: none
}

// PlanView settles the pages of what a tab shows: the same records in the same
// columns, order and groups, with what they add up to and what that leaves out.
func PlanView(ctx context.Context, r ViewRequest) (*Plan, error) {
	if r.View == nil || r.Printer == nil || r.Selection == nil {
		return nil, errors.New("a view needs a view of a ledger, a language and a selection")
	}
	s := newViewed(r)
	s.Filter, s.Unit = s.filter(), s.unit()
	if err := s.put(ctx); err != nil {
		return nil, fmt.Errorf("the pages were not made: %w", err)
	}
	title := s.headline()
	if r.Name != "" {
		title = r.Name
	}
	return PlanPages(ctx, s.Request, title, r.Printer.Text("reports.view"), s.sections)
}

// Wide tells that what is shown is better off on a sheet that lies on its side.
func (r ViewRequest) Wide() bool {
	switch r.layout() {
	case AsBoard:
		return true
	case AsChart, AsLadder:
		return false
	}
	r.Paper.Landscape = false
	page, err := newPage(r.Paper)
	if err != nil {
		return false
	}
	s := newViewed(r)
	table := Table{Columns: s.columns()}
	step := max(1, len(r.Selection.Rows)/measuredRows)
	for at := 0; at < len(r.Selection.Rows); at += step {
		table.Lines = append(table.Lines, s.line(r.Selection.Rows[at]))
	}
	return page.wide(table)
}

// measuredRows is of how many rows Wide judges.
const measuredRows = 200

// viewed is the report in the making.
type viewed struct {
	sheets
	asked ViewRequest
	cells *cells
}

func newViewed(r ViewRequest) *viewed {
	return &viewed{sheets: sheets{Request: r.Request, numbers: make(map[ledger.Ref]int)}, asked: r, cells: newCells(r.View, r.Printer, r.Selection.Query.Kind)}
}

func (r ViewRequest) layout() Layout {
	if r.Layout == "" {
		return Layouts(r.Selection.Query.Kind)[0]
	}
	return r.Layout
}

// put puts the sections together.
func (s *viewed) put(ctx context.Context) error {
	switch s.asked.layout() {
	case AsBoard:
		s.board()
	case AsTimeline:
		s.timeline()
		s.list(ctx)
	case AsChart:
		s.chart()
	case AsLadder:
		s.ladders()
	default:
		s.list(ctx)
	}
	s.foot()
	return ctx.Err()
}

// headline says what is shown, and how it is grouped.
func (s *viewed) headline() string {
	q, p := s.asked.Selection.Query, s.Printer
	text := p.Records(q.Kind, len(s.asked.Selection.Rows))
	if len(q.Group) == 0 || len(s.asked.Selection.Rows) == 0 {
		return text
	}
	var fields []string
	for _, field := range q.Group {
		fields = append(fields, small(s.cells.heading(field)))
	}
	return p.Text("listing.by", text, strings.Join(fields, p.Text("reports.comma")))
}

// filter says in words which records are shown; empty when nothing is filtered.
func (s *viewed) filter() string {
	q := s.asked.Selection.Query
	var words []string
	if q.Typed != "" || len(q.Filters) > 0 {
		words = append(words, q.Describe(s.Printer, s.View.Ledger()))
	}
	if q.Only != nil && q.OnlyReason != "" {
		words = append(words, q.OnlyReason)
	}
	return strings.Join(words, "; ")
}

// unit says what the figures of the pages count.
func (s *viewed) unit() string {
	kind := s.asked.Selection.Query.Kind
	if s.adds() {
		return s.Printer.Text("reports.unit_money", small(s.Printer.Table(kind)))
	}
	return small(s.Printer.Table(kind))
}

// adds reports whether the records have an amount that is added up.
func (s *viewed) adds() bool {
	kind := s.asked.Selection.Query.Kind
	return kind == ledger.Agreements || kind == ledger.Deals || kind == ledger.Funds
}

// columns are those that are shown; what the records are grouped by leaves them.
func (s *viewed) columns() []TableColumn {
	var columns []TableColumn
	for _, column := range s.shownColumns() {
		columns = append(columns, TableColumn{Title: s.cells.heading(column), Right: s.cells.number(column)})
	}
	return columns
}

func (s *viewed) shownColumns() []string {
	wanted := s.asked.Columns
	if len(wanted) == 0 {
		wanted = UsualColumns(s.asked.Selection.Query.Kind)
	}
	var shown []string
	for _, column := range wanted {
		grouped := false
		for _, field := range s.asked.Selection.Query.Group {
			grouped = grouped || field == column
		}
		if !grouped {
			shown = append(shown, column)
		}
	}
	return shown
}

// line writes a record.
func (s *viewed) line(ref ledger.Ref) TableLine {
	columns := s.shownColumns()
	line := TableLine{Cells: make([]TableCell, len(columns))}
	for i, column := range columns {
		line.Cells[i] = s.cells.cell(ref, column)
	}
	return line
}

// list sets the records as a table, under the headings of their groups.
func (s *viewed) list(ctx context.Context) {
	selection := s.asked.Selection
	section := Section{Heading: s.headline(), Sentences: s.shown()}
	if selection.Query.Kind == ledger.Promises && len(selection.Rows) > 0 {
		s.sections = append(s.sections, Section{Heading: s.text("column.verdict"), Chart: s.charting().Verdicts(analysis.PromiseScoreOf(s.View, selection.Rows))})
	}
	table := &Table{Columns: s.columns()}
	levels := len(selection.Query.Group)
	hidden := -1 // the level of the closed group whose content is passed over
	if len(selection.Groups) == 0 {
		s.rows(ctx, table, 0, len(selection.Rows))
	}
	for i := range selection.Groups {
		group := &selection.Groups[i]
		if hidden >= 0 && group.Level > hidden {
			continue
		}
		hidden = -1
		field := s.cells.fields[selection.Query.Group[group.Level]]
		table.Lines = append(table.Lines, TableLine{Head: s.cells.value(field, group.Value), Aside: s.groupNote(group), Level: group.Level})
		switch {
		case s.asked.Closed != nil && s.asked.Closed(i):
			hidden = group.Level
		case group.Level == levels-1:
			s.rows(ctx, table, group.First, group.First+group.Rows)
		}
	}
	if len(table.Lines) > 0 {
		section.Table = table
	}
	s.sections = append(s.sections, section)
}

func (s *viewed) rows(ctx context.Context, table *Table, first, end int) {
	for at := first; at < end; at++ {
		if at%1024 == 0 && ctx.Err() != nil {
			return // put says so
		}
		table.Lines = append(table.Lines, s.line(s.asked.Selection.Rows[at]))
	}
}

// groupNote says how many records a group has and what they add up to.
func (s *viewed) groupNote(group *query.Group) string {
	p := s.Printer
	note := []string{p.Integer(group.Rows)}
	refs := s.asked.Selection.Rows[group.First : group.First+group.Rows]
	if s.adds() {
		if total := analysis.HeadlineTotal(s.View, refs); len(total.Sums) > 0 {
			note = append(note, p.Text("table.subtotal", s.moneyOf(total), p.Integer(len(total.Added)), p.Integer(group.Rows)))
		}
	}
	return strings.Join(note, "; ")
}

// moneyOf writes the sums of a total, one a currency.
func (s *viewed) moneyOf(total analysis.Total) string {
	var list []ledger.Money
	for _, sum := range total.Sums {
		list = append(list, sum.Money)
	}
	return Charting{Printer: s.Printer}.moneyList(list)
}

// shown says how many of all records are on the pages and what hides the others.
func (s *viewed) shown() []string {
	p, selection := s.Printer, s.asked.Selection
	sentence := p.Text("foot.showing", p.Integer(len(selection.Rows)), p.Integer(selection.All))
	var reasons []string
	for _, reason := range selection.Hidden {
		if reason.Count == 0 {
			continue
		}
		words := ""
		switch reason.Kind {
		case query.HiddenByDay:
			words = s.Printer.Word("absence", reason.Absence.String())
		case query.HiddenByFigure:
			words = selection.Query.OnlyReason
		case query.HiddenByWords:
			words = p.Text("foot.without_words", selection.Query.Typed)
		default:
			words = small(s.cells.heading(reason.Field))
		}
		reasons = append(reasons, "\u2212"+p.Integer(reason.Count)+" "+words)
	}
	if len(reasons) > 0 {
		return []string{sentence + ": " + strings.Join(reasons, "; ")}
	}
	if len(selection.Rows) == selection.All {
		return []string{sentence + ". " + p.Text("foot.nothing_hidden")}
	}
	return []string{sentence}
}

// foot says what the shown records add up to, and what the sums leave out.
func (s *viewed) foot() {
	if !s.adds() || len(s.asked.Selection.Rows) == 0 {
		return
	}
	p := s.Printer
	total := analysis.HeadlineTotal(s.View, s.asked.Selection.Rows)
	section := Section{Heading: p.Text("foot.sum_of"), Aside: p.Text("foot.sum_whole", p.Records(s.asked.Selection.Query.Kind, total.Count)), Sentences: s.leftOut(total.LeftOut),
		Shares: []float64{0.3, 0.2, 0.5}, Right: []bool{true, true}, Heads: []string{p.Text("answer.value"), p.Text("answer.records"), ""}}
	for _, sum := range total.Sums {
		money := sum.Money
		money.Amount = money.Amount.Round(money.Currency.MinorUnits())
		section.Rows = append(section.Rows, []string{p.Exact(money), p.Integer(len(sum.Records)), ""})
	}
	if len(total.Sums) == 0 {
		section.Sentences = append([]string{p.Text("foot.no_sum")}, section.Sentences...)
	}
	s.sections = append(s.sections, section)
}
