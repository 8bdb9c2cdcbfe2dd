package workbook

import (
	"strconv"
	"strings"

	"summitledger/data/ledger"
)

// column is one column of a sheet: its heading, what it writes in a row and
// where that leads. Every idea of what a sheet shows is one of these.
type column struct {
	heading string
	field   string // column of the file that an edited workbook gives back; empty: it only explains
	id      string // by which formulas find it: its field, or derived.NAME; empty: no formula does
	derived bool   // worked out from events, not in the file
	hidden  bool
	widest  float64
	cell    func(ledger.Ref) value
	leads   func(ledger.Ref) target // nil: nowhere
}

// The widest that columns get, in characters of the body type.
const (
	widestKey   = 38
	widestTitle = 52
	widestWord  = 28
	widestText  = 56
)

// columnsOf lists the columns of a kind for some rows: those of the file, each
// with what makes it readable beside it, and then the derived ones.
func (b *book) columnsOf(kind ledger.Kind, rows []ledger.Ref) []column {
	var columns []column
	described := kind.Columns()
	for i := range described {
		columns = append(columns, b.fileColumns(kind, i, rows)...)
	}
	columns = append(columns, b.derivedColumns(kind, rows)...)
	if !b.request.Publication {
		columns = append(columns, b.rowNumber())
	}
	for i := range columns {
		if columns[i].field != "" {
			columns[i].id = columns[i].field
		}
	}
	distinct(columns)
	return columns
}

// distinct makes headings differ without regard to case, as tables of Excel
// need it.
func distinct(columns []column) {
	taken := make(map[string]bool, len(columns))
	for i := range columns {
		heading := columns[i].heading
		for n := 2; taken[strings.ToLower(columns[i].heading)]; n++ {
			columns[i].heading = heading + " (" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(columns[i].heading)] = true
	}
}

// fileColumns gives the column of the sheet for a column of the file, and the
// columns that explain it.
func (b *book) fileColumns(kind ledger.Kind, place int, rows []ledger.Ref) []column {
	l, p := b.request.View.Ledger(), b.request.Printer
	described := &kind.Columns()[place]
	main := column{heading: p.Column(kind, described.Name), field: described.Name, widest: widestWord,
		cell: func(ref ledger.Ref) value { return textValue(p.Cell(l, ref, place)) }}
	raw := func(ref ledger.Ref) value { return textValue(l.Cell(ref, place)) }
	switch described.Type {
	case ledger.KeyColumn:
		main.cell, main.widest = raw, widestKey
	case ledger.TextColumn, ledger.ListColumn:
		main.cell, main.widest = raw, widestText
		if place == kind.TitleColumn() {
			main.widest = widestTitle
		}
	case ledger.SectorCodeColumn, ledger.CurrencyColumn, ledger.RegionsColumn:
		main.cell = raw
	case ledger.URLColumn:
		main.cell, main.widest = raw, widestText
		main.leads = func(ref ledger.Ref) target { return webPage(l.Cell(ref, place)) }
	case ledger.AmountColumn:
		main.heading = b.amountHeading(kind, described, main.heading)
		main.cell = func(ref ledger.Ref) value { return amountCell(l.Cell(ref, place)) }
	case ledger.DateColumn:
		return b.dateColumns(described.Name, place, main, rows)
	case ledger.ReferenceColumn:
		return b.referenceColumns(kind, described, place, main)
	case ledger.ReferencesColumn:
		if described.Target == ledger.Sources {
			main.cell, main.widest = raw, widestTitle
			main.leads = b.firstSource
			return []column{main}
		}
		key := column{heading: p.Text("workbook.header.keys", main.heading), field: main.field, cell: raw, widest: widestKey}
		main.field, main.widest = "", widestTitle
		return []column{key, main}
	}
	return []column{main}
}

// amountHeading says in the heading of an amount what it counts.
func (b *book) amountHeading(kind ledger.Kind, described *ledger.Column, heading string) string {
	p := b.request.Printer
	switch {
	case described.Pair != "":
		return p.Text("workbook.header.amount", heading)
	case kind == ledger.Claims:
		return p.Text("workbook.header.claim", heading)
	case kind == ledger.Rates:
		return p.Text("workbook.header.rate", heading)
	}
	return heading
}

// amountCell reads the amount of a cell; what is no amount stays a text.
func amountCell(cell string) value {
	if cell == "" {
		return value{}
	}
	amount, err := ledger.ParseAmount(cell)
	if err != nil {
		return textValue(cell)
	}
	return amountValue(amount)
}

// dateColumns gives a date column and, when some of its dates are coarser than
// a day or marked, the earliest and the latest day that they can mean. Full
// days are real dates, all others stay as the file has them.
func (b *book) dateColumns(name string, place int, main column, rows []ledger.Ref) []column {
	l, p := b.request.View.Ledger(), b.request.Printer
	main.cell = func(ref ledger.Ref) value {
		if date := l.Date(ref, name); exactDay(date) {
			return dayValue(date.First)
		}
		return textValue(l.Cell(ref, place))
	}
	columns := []column{main}
	for _, ref := range rows {
		if date := l.Date(ref, name); date.Known() && !exactDay(date) {
			return append(columns,
				column{heading: p.Text("workbook.header.earliest", main.heading), widest: widestWord,
					cell: func(ref ledger.Ref) value { return dayValue(l.Date(ref, name).First) }},
				column{heading: p.Text("workbook.header.latest", main.heading), widest: widestWord,
					cell: func(ref ledger.Ref) value { return dayValue(l.Date(ref, name).Last) }})
		}
	}
	return columns
}

// referenceColumns gives the key that a cell names and, beside it, the title
// of the record of that key.
func (b *book) referenceColumns(kind ledger.Kind, described *ledger.Column, place int, title column) []column {
	l, p := b.request.View.Ledger(), b.request.Printer
	kindColumn := -1
	if described.KindColumn != "" {
		kindColumn = kind.Column(described.KindColumn)
	}
	named := func(ref ledger.Ref) ledger.Ref {
		of := described.Target
		if kindColumn >= 0 {
			var ok bool
			if of, ok = ledger.ParseKind(l.Cell(ref, kindColumn)); !ok {
				return ledger.NoRef()
			}
		}
		found, ok := l.Find(of, l.Cell(ref, place))
		if !ok {
			return ledger.NoRef()
		}
		return found
	}
	key := column{heading: p.Text("workbook.header.key", title.heading), field: title.field, widest: widestKey,
		cell: func(ref ledger.Ref) value { return textValue(l.Cell(ref, place)) }}
	key.leads = func(ref ledger.Ref) target { return b.rowOf(named(ref)) }
	title.field, title.widest = "", widestTitle
	title.cell = func(ref ledger.Ref) value {
		if found := named(ref); found.Exists() {
			return textValue(p.Title(l, found))
		}
		return value{}
	}
	if described.Target == ledger.Sources && kindColumn < 0 {
		title.leads = b.firstSource
	}
	return []column{key, title}
}

// rowNumberHeading is the same in every language: reading looks for it.
const rowNumberHeading = "_id"

// rowNumber is the hidden last column by which an edited workbook finds its
// rows again, however they were sorted.
func (b *book) rowNumber() column {
	l := b.request.View.Ledger()
	return column{heading: rowNumberHeading, hidden: true, widest: widestWord, cell: func(ref ledger.Ref) value { return countValue(int(l.ID(ref))) }}
}
