package workbook_test

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/summits"
	"summitledger/data/workbook"
)

// bundled reads the bundled summit; its recorded day is 2026-11-23.
func bundled(t testing.TB) *ledger.Ledger {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	return summit.Ledger
}

func today() ledger.Day { return ledger.DayOf(2026, time.November, 23) }

// request asks for the whole of a ledger as of 23 November 2026.
func request(t testing.TB, l *ledger.Ledger, language locale.Language) workbook.Request {
	t.Helper()
	return requestAsOf(t, l, language, today(), today())
}

func requestAsOf(t testing.TB, l *ledger.Ledger, language locale.Language, happened, known ledger.Day) workbook.Request {
	t.Helper()
	p, err := locale.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return workbook.Request{View: l.View(ledger.AsOf{Happened: happened, Known: known}), Printer: p, Program: "Summit Ledger", Version: "0.1.0",
		Now: time.Date(2026, time.November, 23, 9, 30, 0, 0, time.UTC)}
}

// opened writes a workbook to a file and opens it again.
func opened(t testing.TB, r workbook.Request) *excelize.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "summit.xlsx")
	if err := workbook.Write(t.Context(), path, r); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return file
}

// openedWithin is opened for an Excel that holds less.
func openedWithin(t testing.TB, r workbook.Request, rows, links int) *excelize.File {
	t.Helper()
	var content bytes.Buffer
	if err := workbook.WriteWithin(t.Context(), &content, r, rows, links); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&content)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return file
}

// table is a sheet as read back: what its cells hold, not how they show it.
type table struct {
	t    testing.TB
	file *excelize.File
	name string
	rows [][]string
}

func sheetOf(t testing.TB, file *excelize.File, name string) table {
	t.Helper()
	rows, err := file.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return table{t: t, file: file, name: name, rows: rows}
}

// cell names the cell of a record, by its key in the first column, under a
// heading.
func (s table) cell(key, heading string) string {
	s.t.Helper()
	column := -1
	for i, text := range s.rows[0] {
		if text == heading {
			column = i
		}
	}
	for i, row := range s.rows {
		if i > 0 && row[0] == key && column >= 0 {
			name, err := excelize.CoordinatesToCellName(column+1, i+1)
			if err != nil {
				s.t.Fatal(err)
			}
			return name
		}
	}
	s.t.Fatalf("sheet %s: no %q in the row of %s; the headings are %q", s.name, heading, key, s.rows[0])
	return ""
}

// value reads a cell as stored, its type and how Excel shows it.
func (s table) value(key, heading string) (stored string, kind excelize.CellType, shown string) {
	s.t.Helper()
	cell := s.cell(key, heading)
	stored, err := s.file.GetCellValue(s.name, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		s.t.Fatal(err)
	}
	if kind, err = s.file.GetCellType(s.name, cell); err != nil {
		s.t.Fatal(err)
	}
	if shown, err = s.file.GetCellValue(s.name, cell); err != nil {
		s.t.Fatal(err)
	}
	return stored, kind, shown
}

const (
	number = excelize.CellTypeUnset // how excelize calls the type of a plain number
	text   = excelize.CellTypeInlineString
)

func TestValues(t *testing.T) {
	file := opened(t, request(t, bundled(t), locale.English))
	for _, c := range []struct {
		sheet, key, heading string
		stored              string
		kind                excelize.CellType
		shown               string
	}{
		{"Agreements", "digital-economy-2017", "Signed on", "42985", number, "2017-09-07"},
		{"Agreements", "digital-economy-2017", "Signed on, earliest day", "42985", number, "2017-09-07"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Signed on", "2021-11", text, "2021-11"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Signed on, earliest day", "44501", number, "2021-11-01"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Signed on, latest day", "44530", number, "2021-11-30"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Value, in the currency of the next column", "1700000000", number, "1,700,000,000"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Currency of value", "EUR", text, "EUR"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Binding force", "Binding contract", text, "Binding contract"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "DAC sector code", "322", text, "322"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Derived: signed", "yes", text, "yes"},
		{"Agreements", "arctic-lng-2-jbic-loan-2021", "Derived: binding", "Binding", text, "Binding"},
		{"Deals", "arctic-lng-2", "Derived: outcome", "suspended", text, "suspended"},
		{"Deals", "arctic-lng-2", "Expected on", "2023", text, "2023"},
		{"Funds", "russia-japan-investment-fund", "Derived: announced, USD", "1000000000", number, "1,000,000,000"},
		{"Funds", "russia-japan-investment-fund", "Derived: committed, JPY", "100000000000", number, "100,000,000,000"},
		{"Sources", "kantei-2016-12-16", "Language", "Japanese", text, "Japanese"},
	} {
		stored, kind, shown := sheetOf(t, file, c.sheet).value(c.key, c.heading)
		if stored != c.stored || kind != c.kind || shown != c.shown {
			t.Errorf("%s of %s: %q (type %d) shown as %q, want %q (type %d) shown as %q", c.heading, c.key, stored, kind, shown, c.stored, c.kind, c.shown)
		}
	}
}

// What a sheet says of a deal is what the view says, for every deal.
func TestDerivedColumnsAgreeWithTheView(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	l, v := r.View.Ledger(), r.View
	file := opened(t, r)
	deals, promises := sheetOf(t, file, "Deals"), sheetOf(t, file, "Promises")
	expect := func(sheet table, ref ledger.Ref, heading, want string) {
		t.Helper()
		if _, _, got := sheet.value(l.Key(ref), heading); got != want {
			t.Errorf("%s of %s: %q, want %q", heading, l.Key(ref), got, want)
		}
	}
	for ref := range v.All(ledger.Deals) {
		state := v.Deal(ref)
		expect(deals, ref, "Derived: outcome", state.Outcome.String())
		expect(deals, ref, "Derived: silence", r.Printer.Word("silence", state.Silence.String()))
		expect(deals, ref, "Derived: stage since", state.StageSince.String())
		expect(deals, ref, "Derived: last event (day)", state.LastHappened.String())
	}
	for ref := range v.All(ledger.Promises) {
		expect(promises, ref, "Derived: verdict", r.Printer.Word("verdict", v.Promise(ref).Verdict.String()))
	}
}

func BenchmarkBundledSummit(b *testing.B) {
	r := request(b, bundled(b), locale.English)
	for b.Loop() {
		if err := workbook.WriteTo(context.Background(), io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGenerated20000Agreements(b *testing.B) {
	r := request(b, ledger.Generate(20_000, 40_000, 1, today()), locale.English)
	r.Generated = true
	b.ReportAllocs()
	for b.Loop() {
		if err := workbook.WriteTo(context.Background(), io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

// visibleSheets lists the sheets that a reader sees; the workbook has a memory
// besides, which no menu shows.
func visibleSheets(t testing.TB, file *excelize.File) []string {
	t.Helper()
	var visible []string
	for _, sheet := range file.GetSheetList() {
		shown, err := file.GetSheetVisible(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if shown {
			visible = append(visible, sheet)
		}
	}
	return visible
}

// recordSheets lists the sheets that hold a table of records.
func recordSheets(t testing.TB, file *excelize.File) []string {
	t.Helper()
	var sheets []string
	for _, sheet := range visibleSheets(t, file) {
		tables, err := file.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(tables) > 0 {
			sheets = append(sheets, sheet)
		}
	}
	return sheets
}
