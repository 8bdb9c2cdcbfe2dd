package workbook

import (
	"context"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Compare sets the workbook beside the ledger from which it was exported and
// the one that stands now: see exchange.Compare. Without a base, which may be
// nil, the workbook is compared with what stands.
func (e *Edited) Compare(ctx context.Context, base, now *ledger.Ledger) (exchange.Proposal, error) {
	if base == nil {
		base = now
	}
	printer, err := locale.New(e.language)
	if err != nil {
		return exchange.Proposal{}, err
	}
	words, err := newWords(e.language)
	if err != nil {
		return exchange.Proposal{}, err
	}
	c := understanding{edited: e, words: words, base: base,
		book: &book{request: Request{View: base.View(ledger.AsOf{Happened: base.RecordedDay(), Known: base.RecordedDay()}), Printer: printer}}}
	problems := e.problems
	byKind := map[ledger.Kind]*exchange.EditedTable{}
	var order []ledger.Kind
	for i := range e.sheets {
		if err := ctx.Err(); err != nil {
			return exchange.Proposal{}, err
		}
		if e.sheets[i].gone {
			continue
		}
		table, found := c.table(&e.sheets[i])
		problems = append(problems, found...)
		if together, ok := byKind[table.Kind]; ok { // a table that goes on on further sheets
			together.Rows = append(together.Rows, table.Rows...)
			together.Whole = together.Whole && table.Whole
			continue
		}
		byKind[table.Kind] = &table
		order = append(order, table.Kind)
	}
	tables := make([]exchange.EditedTable, len(order))
	for i, kind := range order {
		tables[i] = *byKind[kind]
	}
	return exchange.Compare(base, now, tables, problems), nil
}

// understanding reads cells of the workbook as cells of the summit folder.
type understanding struct {
	edited *Edited
	words  *words
	base   *ledger.Ledger
	book   *book // writes what a cell looked like when it was exported
}

// table reads one sheet. Columns are found by their headings, wherever they
// stand now, in the language of the export or in another; one whose heading is
// gone is named and left alone.
func (u *understanding) table(s *editedSheet) (exchange.EditedTable, []exchange.Suggestion) {
	t := exchange.EditedTable{Kind: s.kind, Whole: s.whole}
	var problems []exchange.Suggestion
	places := map[string]int{}
	for i, heading := range s.headings {
		if _, twice := places[heading]; !twice {
			places[heading] = i
		}
	}
	written := map[string]func(ledger.Ref) value{}
	for _, column := range u.book.columnsOf(s.kind, nil) {
		if column.field != "" {
			written[column.field] = column.cell
		}
	}
	var at []int // places in the sheet of the table's columns
	for _, column := range s.columns {
		place, ok := places[column.heading]
		inTable := s.kind.Column(column.field)
		if inTable < 0 {
			continue
		}
		if !ok {
			place, ok = u.otherHeading(s.kind, column.field, places)
		}
		if !ok {
			problems = append(problems, exchange.Suggestion{Verdict: exchange.Problem, Kind: s.kind, Record: s.table, Field: column.field, Base: column.heading, Reason: reasonColumnGone, Place: s.sheet})
			continue
		}
		t.Columns = append(t.Columns, inTable)
		at = append(at, place)
	}
	number, numbered := places[rowNumberHeading]
	before := map[int64]ledger.Ref{}
	for ref := range u.base.All(s.kind) {
		before[u.base.ID(ref)] = ref
	}
	for i, cells := range s.rows {
		row := exchange.EditedRow{Place: cellPlace(s.sheet, "A"+strconv.Itoa(s.first+i))}
		if numbered && number < len(cells) {
			row.ID = wholeNumberOf(cells[number])
		}
		was, known := before[row.ID]
		if !known {
			was = ledger.NoRef()
		}
		row.Cells = make([]exchange.EditedCell, len(t.Columns))
		for j, place := range at {
			found := ""
			if place < len(cells) {
				found = cells[place]
			}
			name, err := excelize.CoordinatesToCellName(s.left+place, s.first+i)
			if err != nil {
				name = "?"
			}
			row.Cells[j] = u.cell(s, t.Columns[j], was, found, name, written[s.kind.Columns()[t.Columns[j]].Name])
		}
		t.Rows = append(t.Rows, row)
	}
	if !numbered && len(s.rows) > 0 {
		t.Whole = false
		problems = append(problems, exchange.Suggestion{Verdict: exchange.Problem, Kind: s.kind, Record: s.table, Field: rowNumberHeading, Reason: reasonColumnGone, Place: s.sheet})
		u.byKey(&t)
	}
	return t, problems
}

// byKey finds rows by their keys when their numbers were taken out.
func (u *understanding) byKey(t *exchange.EditedTable) {
	for place, column := range t.Columns {
		if t.Kind.KeyColumn() != column {
			continue
		}
		for i := range t.Rows {
			if ref, ok := u.base.Find(t.Kind, t.Rows[i].Cells[place].Value); ok {
				t.Rows[i].ID = u.base.ID(ref)
			}
		}
		return
	}
}

func wholeNumberOf(text string) int64 {
	number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || number != float64(int64(number)) {
		return 0
	}
	return int64(number)
}

// mostAsked is how many cells are asked for their formula: each asks the whole
// sheet.
const mostAsked = 2000

// openFormula reports whether an empty cell holds a formula that nobody worked
// out: it is not empty, its value is only unknown.
func (e *Edited) openFormula(sheet, cell string) bool {
	if e.asked++; e.asked > mostAsked {
		return false
	}
	formula, err := e.file.GetCellFormula(sheet, cell)
	return err == nil && formula != ""
}

// otherHeading finds a column by its heading in any language: people translate
// a sheet before they pass it on.
func (u *understanding) otherHeading(kind ledger.Kind, field string, places map[string]int) (place int, found bool) {
	for _, printer := range u.words.printers {
		b := &book{request: Request{View: u.book.request.View, Printer: printer}}
		for _, column := range b.columnsOf(kind, nil) {
			if column.field != field {
				continue
			}
			if place, found = places[column.heading]; found {
				return place, true
			}
		}
	}
	return 0, false
}
