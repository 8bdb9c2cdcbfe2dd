package ui

import (
	"slices"
	"strconv"
	"time"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/report"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// changeOrder is the order in which changes are listed: what became of the
// known first, what is new after it.
var changeOrder = []analysis.ChangeKind{analysis.ChangeStage, analysis.ChangeOutcome, analysis.ChangeSigned, analysis.ChangeVerdict, analysis.ChangeMoney, analysis.ChangeDue,
	analysis.ChangeNew, analysis.ChangeGone, analysis.ChangeSource}

// kindOrder is the order in which kinds of records are listed.
var kindOrder = []ledger.Kind{ledger.Deals, ledger.Agreements, ledger.Funds, ledger.Promises, ledger.Tracks, ledger.Claims, ledger.Events, ledger.Positions, ledger.Parties, ledger.Links, ledger.Rates, ledger.Sources}

// wordsOfChanges lists the values of a field of changes.
func wordsOfChanges(field string) []string {
	var words []string
	if field == fieldKind {
		for _, kind := range kindOrder {
			words = append(words, kind.Table())
		}
		return words
	}
	for _, change := range changeOrder {
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
	id                    string
	change                analysis.Change
	title, tag            string
	what                  string
	before, after         string
	beforeMark, afterMark string
	when                  string
}

func (r changeRow) word(field string) string {
	if field == fieldKind {
		return r.change.Record.Kind.Table()
	}
	return string(r.change.Kind)
}

// changeRows writes changes as lines, in their order; to is the later view.
func (d *desk) changeRows(changes analysis.Changes, to *ledger.View) []changeRow {
	rows := make([]changeRow, 0, len(changes.List))
	for _, change := range changes.List {
		row := changeRow{change: change, title: d.printer.Title(d.ledger, change.Record), tag: d.printer.TitleTag(d.ledger, change.Record)}
		row.what = capital(d.printer.Record(change.Record.Kind))
		if change.Cause.Exists() {
			row.when = d.printer.ShortDate(d.ledger.Date(change.Cause, "date"))
		}
		d.sayChange(&row, to)
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b changeRow) int {
		if a.change.Kind != b.change.Kind {
			return slices.Index(changeOrder, a.change.Kind) - slices.Index(changeOrder, b.change.Kind)
		}
		return slices.Index(kindOrder, a.change.Record.Kind) - slices.Index(kindOrder, b.change.Record.Kind)
	})
	for i := range rows {
		rows[i].id = strconv.Itoa(i)
	}
	return rows
}

// sayChange writes what was and what is.
func (d *desk) sayChange(row *changeRow, to *ledger.View) {
	p, change := d.printer, row.change
	switch change.Kind {
	case analysis.ChangeStage:
		row.before, row.after, row.afterMark = d.stageShort(change.Stage[0]), d.stageShort(change.Stage[1]), "step"
	case analysis.ChangeOutcome:
		row.before, row.beforeMark = d.outcomeOf(change.Outcome[0])
		row.after, row.afterMark = d.outcomeOf(change.Outcome[1])
		if change.Through && change.Outcome[0] == change.Outcome[1] {
			row.after, row.afterMark = capital(p.Word("outcome", "ended_through")), "cross"
		}
	case analysis.ChangeSigned:
		row.before, row.after, row.afterMark = d.text("since.not_signed"), d.text("since.signed"), "disc"
	case analysis.ChangeVerdict:
		before, after := change.Verdict[0], change.Verdict[1]
		row.before, row.beforeMark = capital(p.Short("verdict", before.String())), markOfVerdict(before)
		row.after, row.afterMark = capital(p.Short("verdict", after.String())), markOfVerdict(after)
	case analysis.ChangeMoney:
		row.what = capital(p.Word("rung", change.Rung.String()))
		row.before, row.after, row.afterMark = d.moneyOrNone(change.Money[0]), d.moneyOrNone(change.Money[1]), "square"
	case analysis.ChangeDue:
		row.before, row.after, row.afterMark = d.dateOrNone(change.Due[0]), d.dateOrNone(change.Due[1]), "past.brick"
	case analysis.ChangeNew:
		row.after, row.afterMark = d.standing(change.Record, to)
		row.when = d.began(change.Record)
	case analysis.ChangeSource:
		row.after, row.afterMark = p.Records(ledger.Sources, len(change.Sources)), "small"
		if len(change.Sources) == 1 {
			row.after = p.Title(d.ledger, change.Sources[0])
		}
	}
}

func (d *desk) stageShort(stage ledger.Stage) string {
	if stage == ledger.NoStage {
		return d.printer.Word("stage", "none")
	}
	return d.printer.Short("stage", stage.String())
}

func (d *desk) outcomeOf(outcome ledger.Outcome) (text, mark string) {
	if outcome == ledger.NoOutcome {
		return d.text("since.none"), ""
	}
	return capital(d.printer.Word("outcome", outcome.String())), markOfOutcome(outcome)
}

func (d *desk) moneyOrNone(list []ledger.Money) string {
	if len(list) == 0 {
		return d.text("since.none")
	}
	return d.moneyList(list)
}

func (d *desk) dateOrNone(date ledger.Date) string {
	if !date.Known() {
		return d.text("date.none")
	}
	return d.printer.ShortDate(date)
}

// standing says in a word how a new record stands.
func (d *desk) standing(ref ledger.Ref, v *ledger.View) (text, mark string) {
	p := d.printer
	switch ref.Kind {
	case ledger.Deals:
		return d.stageShort(v.Deal(ref).Stage), "step"
	case ledger.Agreements:
		presence := d.ledger.Presence(ref)
		return capital(p.Short("at_summit", presence.String())), markOfPresence(presence)
	case ledger.Promises:
		verdict := v.Promise(ref).Verdict
		return capital(p.Short("verdict", verdict.String())), markOfVerdict(verdict)
	case ledger.Events:
		return capital(p.Word("event_kind", d.ledger.Value(ref, "kind"))), d.eventMark(ref)
	}
	return "", ""
}

// began gives the day of a new record, as far as one is written.
func (d *desk) began(ref ledger.Ref) string {
	column := map[ledger.Kind]string{ledger.Agreements: "signed_on", ledger.Deals: "opened_on", ledger.Funds: "announced_on", ledger.Tracks: "opened_on", ledger.Promises: "made_on", ledger.Claims: "as_of", ledger.Events: "date",
		ledger.Sources: "published_on"}[ref.Kind]
	if column == "" {
		return ""
	}
	if date := d.ledger.Date(ref, column); date.Known() {
		return d.printer.ShortDate(date)
	}
	return ""
}

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
		return a.change.Kind == b.change.Kind && (a.change.Kind != analysis.ChangeNew && a.change.Kind != analysis.ChangeGone || a.change.Record.Kind == b.change.Record.Kind)
	}
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && same(rows[i], rows[end]) {
			end++
		}
		title := d.changeWord(fieldChange, string(rows[i].change.Kind))
		if kind := rows[i].change.Kind; kind == analysis.ChangeNew || kind == analysis.ChangeGone {
			title = d.text("since.group", title, small(d.printer.Table(rows[i].change.Record.Kind)))
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
		return grid.Cell{Text: row.title, Tag: row.tag}
	case "what":
		return grid.Cell{Text: row.what, Token: look.Text2}
	case "before":
		return grid.Cell{Text: row.before, Mark: row.beforeMark, Token: look.Text2}
	case "after":
		return grid.Cell{Text: row.after, Mark: row.afterMark}
	case "when":
		return grid.Cell{Text: row.when, Token: look.Text2}
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

// pages gives the changes that are shown for print: what changed in numbers,
// then line by line.
func (s *since) pages() (title string, sections []report.Section) {
	d := s.desk
	lines := newChangeRows(d, s.shown)
	for line := range lines.Len() {
		if head, ok := lines.Group(line); ok {
			sections = append(sections, report.Section{Heading: head.Title, Aside: head.Count, Shares: []float64{0.42, 0.2, 0.22, 0.16}})
			continue
		}
		row := s.shown[lines.lines[line]]
		last := &sections[len(sections)-1]
		after := row.after
		if row.change.Kind == analysis.ChangeMoney {
			after = row.what + " " + after
		}
		last.Rows = append(last.Rows, []string{row.title, row.before, after, row.when})
	}
	if len(s.rows) == 0 {
		sections = []report.Section{{Heading: d.text("since.change"), Aside: "0", Sentences: []string{d.text("since.nothing_sentence." + string(s.days.clock))}}}
	}
	return s.head.text, sections
}
