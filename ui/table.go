package ui

import (
	"slices"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// titleColumn is the column of the title in the reader's language.
const titleColumn = "title"

// table says how the records of a kind are shown as a table.
type table struct {
	kind    ledger.Kind
	columns []tableColumn
	facets  []string      // fields, in order
	groups  []string      // fields that one may group by
	sort    []query.Order // the first order; none for that of the file
	group   []string      // fields of the first grouping
}

// tableColumn is a column with the width it asks for; a width of 0 takes what
// is left.
type tableColumn struct {
	id     string
	width  float32
	leaves int // the largest leaves first when there is little room
}

// tableOf gives the table of a kind.
func tableOf(kind ledger.Kind) table {
	switch kind {
	case ledger.Agreements:
		return table{kind: kind,
			columns: []tableColumn{{titleColumn, 0, 0}, {"instrument", 148, 2}, {"sector", 132, 3}, {"at_summit", 140, 0}, {"signed_by", 122, 1}, {"force", 128, 4}, {"value", 112, 0}},
			facets:  []string{"track", "at_summit", "signed_by", "force", "outcome", "instrument", "sector", "field", "country", "organisation", "confidence"},
			groups:  []string{"track", "instrument", "sector", "at_summit", "force", "field"}, group: []string{"track"}}
	case ledger.Deals:
		return table{kind: kind,
			columns: []tableColumn{{titleColumn, 0, 0}, {"stage_now", 146, 3}, {"outcome", 118, 0}, {"silence", 150, 2}, {"sector", 132, 4}, {"last_event", 112, 1}, {ageColumn, 84, 5}, {"value", 112, 0}},
			facets:  []string{"stage_now", "outcome", "silence", "last_event", "sector", "amount_kind", "country", "organisation", "confidence"},
			groups:  []string{"stage_now", "outcome", "sector", "silence"}, sort: query.Down("last_event"), group: []string{"stage_now"}}
	case ledger.Funds:
		return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}, {"announced", 120, 0}, {"committed", 120, 1}, {"deployed", 120, 0}, {"returned", 120, 4}, {"untraced", 120, 2}, {"deal_count", 72, 3}},
			facets: []string{"outcome", "size_kind", "sectors"}}
	case ledger.Events:
		return table{kind: kind, columns: []tableColumn{{"date", 116, 0}, {"kind", 132, 2}, {"subject", 250, 1}, {titleColumn, 0, 0}, {"outcome", 118, 3}},
			facets: []string{"subject_kind", "kind", "year", "to_stage", "outcome", "basis"}, groups: []string{"year", "kind", "subject_kind"}, sort: query.Down("date")}
	case ledger.Promises:
		return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}, {"made_by", 176, 3}, {"made_on", 104, 2}, {"due_on", 140, 1}, {axisColumn, 240, 0}, {"verdict", 190, 0}},
			facets: []string{"verdict", "made_by", "subject_kind"}, sort: query.Down("verdict")}
	case ledger.Tracks:
		return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}, {"outcome", 118, 3}, {"opened_on", 104, 2}, {"state", 200, 1}}}
	case ledger.Claims:
		return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}, {"claimed_by", 200, 1}, {"as_of", 116, 0}, {"unit", 96, 2}}, facets: []string{"unit", "claimed_by"}}
	case ledger.Organisations:
		return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}, {"country", 150, 1}, {"kind", 160, 2}, {"documents", 96, 0}, {"deal_count", 80, 0}},
			facets: []string{"country", "kind"}, groups: []string{"country", "kind"}, sort: query.Down("documents")}
	case ledger.Sources:
		return table{kind: kind, columns: []tableColumn{{"published_on", 116, 0}, {"publisher", 220, 1}, {titleColumn, 0, 0}, {"kind", 150, 2}, {"language", 110, 3}},
			facets: []string{"published_on", "kind", "language", "country", "publisher"}, groups: []string{"kind", "language", "publisher"}, sort: query.Down("published_on")}
	}
	return table{kind: kind, columns: []tableColumn{{titleColumn, 0, 0}}}
}

// fieldOf gives the field behind a column; the title's is the kind's own.
func (t *table) fieldOf(column string) string {
	if column == titleColumn {
		return t.kind.Columns()[max(t.kind.TitleColumn(), 0)].Name
	}
	return column
}

// gridColumns names and measures the columns for a grid: those of the table,
// then, hidden, every other field of the kind. Those by which the rows are
// grouped are away.
func (t *table) gridColumns(d *desk, grouped []string) []grid.Column {
	var columns []grid.Column
	for _, column := range t.columns {
		c := grid.Column{ID: column.id, Title: d.columnTitle(t.kind, column.id), Width: column.width, MinWidth: 60, Sortable: true, Leaves: column.leaves}
		if column.width == 0 {
			c.Width, c.MinWidth, c.Grow = 300, 160, 1
		}
		field, ok := query.FieldOf(t.kind, column.id)
		if _, money := fundMoney[column.id]; money && t.kind == ledger.Funds || ok && (field.Shape == query.Amount || field.Shape == query.Number) {
			c.Align = grid.Right
		}
		if column.id == ageColumn {
			c.Align, c.Width = grid.Right, look.Width(c.Title, look.SizeText, false)+columnGap
		}
		if ok && column.width > 0 {
			c.Width = d.wide(field, c.Title, column.width)
		}
		if column.id == axisColumn {
			c.Width, c.MinWidth, c.Grow = column.width, axisLeast, 1
		}
		if column.id == "made_by" {
			c.MinWidth, c.Grow = 120, 0.5
		}
		c.Sortable = ok || column.id == titleColumn
		c.Away = slices.Contains(grouped, t.fieldOf(column.id))
		columns = append(columns, c)
	}
	return append(columns, t.hiddenColumns(d, grouped)...)
}

// hiddenColumns lists the fields of the kind that the table does not show by
// itself: they can be chosen.
func (t *table) hiddenColumns(d *desk, grouped []string) []grid.Column {
	var columns []grid.Column
	for _, field := range query.Fields(t.kind) {
		title := d.columnTitle(t.kind, field.ID)
		known := field.ID == t.fieldOf(titleColumn) || slices.ContainsFunc(t.columns, func(c tableColumn) bool { return c.id == field.ID })
		if known || title == field.ID || slices.ContainsFunc(columns, func(c grid.Column) bool { return c.ID == field.ID }) {
			continue
		}
		c := grid.Column{ID: field.ID, Title: title, MinWidth: 60, Sortable: true, Hidden: true, Away: slices.Contains(grouped, field.ID)}
		width := float32(140)
		switch field.Shape {
		case query.Text:
			width = 220
		case query.Amount, query.Number:
			c.Align = grid.Right
			width = look.Width(title, look.SizeText, false) + columnGap
		}
		c.Width = d.wide(field, title, width)
		columns = append(columns, c)
	}
	return columns
}

// Spaces of a column beside its text.
const (
	columnGap  = 14 // to the next column; the mark of the order stands in it
	columnMark = 18 // a mark and the space after it
	columnWord = 190
)

// wide gives the width of a column at which no day and hardly any word of the
// reader's language is cut.
func (d *desk) wide(field query.Field, title string, width float32) float32 {
	p := d.printer
	switch {
	case field.ID == "due_on":
		width = max(look.Width(p.Date(longestPeriod), look.SizeText, false), look.Width(p.Text("promises.no_due_day"), look.SizeText, false))
	case field.ID == "verdict":
		width = columnMark + look.Width(p.Count("promises.kept_late", longestLate), look.SizeText, false)
		for _, word := range field.Words.Words() {
			width = max(width, columnMark+look.Width(p.Short(field.Words.Name(), word), look.SizeText, false))
		}
	case field.Shape == query.Day && field.ID == "signed_by":
		width = look.Width(p.SignedBy(d.longestDayOf()), look.SizeText, false)
	case field.Shape == query.Day:
		width = look.Width(p.Text("date.about_short", p.Day(d.longestDayOf())), look.SizeText, false)
	case field.Shape == query.Word && field.Words != nil:
		width = 0
		for _, word := range field.Words.Words() {
			mark := float32(0)
			if wordOf(field.Words.Name(), word) != "" {
				mark = columnMark
			}
			width = max(width, mark+look.Width(p.Short(field.Words.Name(), word), look.SizeText, false))
		}
		width = min(width, columnWord)
	default:
		return width
	}
	return max(width, look.Width(title, look.SizeText, false)) + columnGap
}

// longestDayOf is a day that the reader's language writes as wide as days get:
// its longest month decides.
func (d *desk) longestDayOf() ledger.Day {
	widest, width := longestDay, float32(0)
	for month := 1; month <= 12; month++ {
		day := ledger.DayOf(2020, time.Month(month), 28)
		if w := look.Width(d.printer.Day(day), look.SizeText, false); w > width {
			widest, width = day, w
		}
	}
	return widest
}

// columnTitle names a column; that of money says its unit.
func (d *desk) columnTitle(kind ledger.Kind, column string) string {
	switch column {
	case titleColumn:
		return d.printer.Column(kind, kind.Columns()[max(kind.TitleColumn(), 0)].Name)
	case ageColumn:
		return d.text("pipeline.age")
	case "value":
		return d.text("money.value_million")
	}
	return d.printer.Column(kind, column)
}
