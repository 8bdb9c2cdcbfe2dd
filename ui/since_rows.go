package ui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/report"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// wordsOfChanges lists the values of a field of changes.
func wordsOfChanges(field string) []string {
	var words []string
	if field == fieldKind {
		for _, kind := range report.ChangedKinds() {
			words = append(words, kind.Table())
		}
		return words
	}
	for _, change := range report.ChangeOrder() {
		words = append(words, string(change))
	}
	return words
}

// changeWord names a value of a field of changes.
func (d *desk) changeWord(field, word string) string {
	if field == fieldKind {
		return d.text("table." + word)
	}
	return d.text("since.change." + word)
}

// changeRow is one change as a line.
type changeRow struct {
	report.ChangeLine
	id string
}

func (r changeRow) word(field string) string {
	if field == fieldKind {
		return r.Change.Record.Kind.Table()
	}
	return string(r.Change.Kind)
}

// changeRows writes changes as lines, in their order; to is the later view.
func (d *desk) changeRows(changes analysis.Changes, to *ledger.View) []changeRow {
	lines := report.ChangeLines(d.printer, changes, to)
	rows := make([]changeRow, len(lines))
	for i, line := range lines {
		rows[i] = changeRow{ChangeLine: line, id: strconv.Itoa(i)}
	}
	return rows
}

func (d *desk) stageShort(stage ledger.Stage) string { return report.StageShort(d.printer, stage) }

// changeLines are the lines of a grid, under a heading for what changed.
type changeLines struct {
	*desk
	rows  []changeRow
	lines []int // index of the row, or -1-n for the heading of the n-th group
	heads []grid.GroupRow
}

func newChangeRows(d *desk, rows []changeRow) *changeLines {
	c := &changeLines{desk: d, rows: rows}
	same := func(a, b changeRow) bool {
		return a.Change.Kind == b.Change.Kind && (a.Change.Kind != analysis.ChangeNew && a.Change.Kind != analysis.ChangeGone || a.Change.Record.Kind == b.Change.Record.Kind)
	}
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && same(rows[i], rows[end]) {
			end++
		}
		title := d.changeWord(fieldChange, string(rows[i].Change.Kind))
		if kind := rows[i].Change.Kind; kind == analysis.ChangeNew || kind == analysis.ChangeGone {
			title = d.text("since.group", title, small(d.printer.Table(rows[i].Change.Record.Kind)))
		}
		c.lines = append(c.lines, -1-len(c.heads))
		c.heads = append(c.heads, grid.GroupRow{Title: title, Count: d.printer.Integer(end - i)})
		for ; i < end; i++ {
			c.lines = append(c.lines, i)
		}
	}
	return c
}

// Len counts the lines, headings among them.
func (c *changeLines) Len() int { return len(c.lines) }

// ID names a line.
func (c *changeLines) ID(line int) string {
	if at := c.lines[line]; at >= 0 {
		return c.rows[at].id
	}
	return "group:" + strconv.Itoa(c.lines[line])
}

// Group gives the heading that stands in a line.
func (c *changeLines) Group(line int) (grid.GroupRow, bool) {
	if at := c.lines[line]; at < 0 {
		return c.heads[-1-at], true
	}
	return grid.GroupRow{}, false
}

// Cell writes one cell.
func (c *changeLines) Cell(line int, column string) grid.Cell {
	at := c.lines[line]
	if at < 0 {
		return grid.Cell{}
	}
	row := c.rows[at]
	switch column {
	case "record":
		return grid.Cell{Text: row.Title, Tag: row.Tag}
	case "what":
		return grid.Cell{Text: row.What, Token: look.Text2}
	case "before":
		return grid.Cell{Text: row.Before, Mark: row.BeforeSign, Token: look.Text2}
	case "after":
		return grid.Cell{Text: row.After, Mark: row.AfterSign}
	case "when":
		return grid.Cell{Text: row.When, Token: look.Text2}
	}
	return grid.Cell{}
}

// widestDay is the width of a day in the month whose name is longest here.
func (d *desk) widestDay() float32 {
	width := float32(0)
	for month := time.January; month <= time.December; month++ {
		width = max(width, look.Width(d.printer.Day(ledger.DayOf(2020, month, 28)), look.SizeText, false))
	}
	return width
}

func (d *desk) changeColumns() []grid.Column {
	return []grid.Column{
		{ID: "record", Title: d.text("checks.record"), Width: 320, MinWidth: 200, Grow: 2},
		{ID: "what", Title: d.text("since.what"), Width: 130, Leaves: 1},
		{ID: "before", Title: d.text("since.before"), Width: 180, MinWidth: 130, Grow: 1},
		{ID: "after", Title: d.text("since.after"), Width: 200, MinWidth: 130, Grow: 1},
		{ID: "when", Title: d.text("since.when"), Width: d.widestDay() + columnGap, Leaves: 2},
	}
}

// pages gives the changes that are shown for print.
func (s *since) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	d, days := s.desk, s.days
	shown := make(map[string]bool, len(s.shown))
	for _, row := range s.shown {
		shown[changeName(row.Change)] = true
	}
	var words []string
	for _, chip := range s.chips() {
		words = append(words, strings.TrimLeft(chip.Text, "\u2212"))
	}
	return func(ctx context.Context, request report.Request) (*report.Plan, error) {
		from, to := days.views(d)
		request.View, request.Filter = to, strings.Join(words, "; ")
		return report.PlanSince(ctx, report.SinceRequest{Request: request, From: from, Known: days.clock == knownClock,
			Shown: func(line report.ChangeLine) bool { return shown[changeName(line.Change)] }})
	}
}

// changeName tells changes of one comparison apart.
func changeName(change analysis.Change) string {
	return string(change.Kind) + " " + change.Record.Kind.Table() + " " + strconv.Itoa(int(change.Record.Row)) + " " + change.Rung.String()
}
