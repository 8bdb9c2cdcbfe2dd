package workbook_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// Excel offers to repair files that break one of these; nobody may ever see
// that.
func TestNothingForExcelToRepair(t *testing.T) {
	for _, language := range locale.Languages() {
		t.Run(string(language), func(t *testing.T) {
			var content bytes.Buffer
			if err := workbook.WriteTo(t.Context(), &content, request(t, bundled(t), language)); err != nil {
				t.Fatal(err)
			}
			for name, part := range parts(t, content.Bytes()) {
				if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
					wellFormed(t, name, part)
				}
				if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(part, "<autoFilter") {
					t.Errorf("%s: a filter of the sheet beside that of the table", name)
				}
			}
			file, err := excelize.OpenReader(&content)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := file.Close(); err != nil {
					t.Error(err)
				}
			}()
			tables := map[string]bool{}
			for i, sheet := range visibleSheets(t, file) {
				if len(utf16.Encode([]rune(sheet))) > 31 || strings.ContainsAny(sheet, `:\/?*[]`) {
					t.Errorf("sheet name %q", sheet)
				}
				if i > 0 && slices.Contains(recordSheets(t, file), sheet) {
					checkTable(t, file, sheet, tables)
				}
			}
			if active := file.GetActiveSheetIndex(); active != 0 {
				t.Errorf("the file opens on sheet %d, want the cover", active)
			}
		})
	}
}

func wellFormed(t *testing.T, name, part string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// checkTable tests that the table of a sheet covers all of it, under headings
// that differ.
func checkTable(t *testing.T, file *excelize.File, sheet string, names map[string]bool) {
	t.Helper()
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := file.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%s: %d tables (%v)", sheet, len(tables), err)
	}
	last, err := excelize.CoordinatesToCellName(len(rows[0]), len(rows))
	if err != nil {
		t.Fatal(err)
	}
	if tables[0].Range != "A1:"+last || len(rows) < 2 {
		t.Errorf("%s: the table covers %s of A1:%s", sheet, tables[0].Range, last)
	}
	if names[strings.ToLower(tables[0].Name)] || !regexp.MustCompile(`^[A-Z][a-z]+(_\d+)?$`).MatchString(tables[0].Name) {
		t.Errorf("%s: table name %s", sheet, tables[0].Name)
	}
	names[strings.ToLower(tables[0].Name)] = true
	headings := map[string]bool{}
	for _, heading := range rows[0] {
		if heading == "" || headings[strings.ToLower(heading)] || strings.Contains(heading, "\n") || strings.HasPrefix(heading, "workbook.") {
			t.Errorf("%s: heading %q", sheet, heading)
		}
		headings[strings.ToLower(heading)] = true
	}
}

// What the reader sees first: the header row stays, and prints on each page.
func TestHeaderStaysAndPrints(t *testing.T) {
	file := opened(t, request(t, bundled(t), locale.English))
	for _, sheet := range recordSheets(t, file) {
		panes, err := file.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v (%v)", sheet, panes, err)
		}
		layout, err := file.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToHeight != 0 {
			t.Errorf("%s: page %+v (%v)", sheet, layout, err)
		}
		properties, err := file.GetSheetProps(sheet)
		if err != nil || !*properties.FitToPage {
			t.Errorf("%s: not fitted to the page (%v)", sheet, err)
		}
		footer, err := file.GetHeaderFooter(sheet)
		if err != nil || footer.OddFooter != "&L&8Japan-Russia summit of December 2016 · as of 23 Nov 2026&C&8&A&R&8Page &P of &N" {
			t.Errorf("%s: footer %+v (%v)", sheet, footer, err)
		}
	}
	titles := 0
	for _, name := range file.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" && strings.Contains(name.RefersTo, "$1:$1") {
			titles++
		}
	}
	if want := len(recordSheets(t, file)); titles != want {
		t.Errorf("%d sheets repeat their header in print, want %d", titles, want)
	}
	properties, err := file.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if properties.Title != "Japan-Russia summit of December 2016" || properties.Created != "2026-11-23T09:30:00Z" || properties.Creator != "Summit Ledger" {
		t.Errorf("properties %+v", properties)
	}
}

func TestLinks(t *testing.T) {
	l := bundled(t)
	file := opened(t, request(t, l, locale.English))
	source, ok := l.Find(ledger.Sources, "kantei-2016-12-16")
	if !ok {
		t.Fatal("no such source")
	}
	leads := func(sheet, key, heading string) string {
		t.Helper()
		_, target, err := file.GetCellHyperLink(sheet, sheetOf(t, file, sheet).cell(key, heading))
		if err != nil {
			t.Fatal(err)
		}
		return target
	}
	if got, want := leads("Sources", "kantei-2016-12-16", "Address"), l.Value(source, "url"); got != want {
		t.Errorf("the address of the source leads to %q, want %q", got, want)
	}
	agreement, _ := l.Find(ledger.Agreements, "arctic-lng-2-jbic-loan-2021")
	if got, want := leads("Agreements", "arctic-lng-2-jbic-loan-2021", "Sources"), l.Value(l.SourcesOf(agreement)[0], "url"); got != want {
		t.Errorf("the sources of the agreement lead to %q, want %q", got, want)
	}
	// The subject of each promise leads to the row of that deal, fund or negotiation.
	promises := sheetOf(t, file, "Promises")
	for _, row := range promises.rows[1:] {
		target := leads("Promises", row[0], "Subject, key")
		sheet, cell, found := strings.Cut(strings.TrimPrefix(target, "'"), "'!")
		if !found {
			t.Errorf("promise %s leads to %q", row[0], target)
			continue
		}
		key, err := file.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, want := promises.value(row[0], "Subject, key"); key != want {
			t.Errorf("promise %s leads to the row of %s, want %s", row[0], key, want)
		}
	}
}

// Only addresses of the web are followed.
func TestAddressesThatAreNotFollowed(t *testing.T) {
	for address, followed := range map[string]bool{
		"https://www.kantei.go.jp/jp/97_abe/":                true,
		"https://ru.wikipedia.org/wiki/Курилы":               true,
		"file:///etc/passwd":                                 false,
		`\\server\share\run.exe`:                             false,
		"javascript:alert(1)":                                false,
		"see the library":                                    false,
		"https://example.org/" + strings.Repeat("long", 600): false,
	} {
		b := ledger.NewBuilder(today())
		b.Add(ledger.Sources, 0, today(), []string{"one", "One", "Publisher", "2016", address, "en", "", "press", ""})
		file := opened(t, request(t, b.Build(), locale.English))
		sheet := sheetOf(t, file, "Sources")
		linked, _, err := file.GetCellHyperLink("Sources", sheet.cell("one", "Address"))
		if err != nil {
			t.Fatal(err)
		}
		if stored, _, _ := sheet.value("one", "Address"); linked != followed || stored != address {
			t.Errorf("%.60s: followed %v, want %v; stands as %.60s", address, linked, followed, stored)
		}
	}
}

// A table longer than a sheet goes on on the next one, and no row is lost.
func TestLongTablesGoOn(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Selections = []workbook.Selection{{Kind: ledger.Agreements, Rows: first(r.View, ledger.Agreements, 120)}, {Kind: ledger.Deals, Rows: first(r.View, ledger.Deals, 50)}}
	file := openedWithin(t, r, 50, 20_000)
	var keys []string
	for _, c := range []struct {
		sheet, table string
		rows         int
	}{{"Agreements", "Agreements", 50}, {"Agreements (2)", "Agreements_2", 50}, {"Agreements (3)", "Agreements_3", 20}, {"Deals", "Deals", 50}} {
		rows := sheetOf(t, file, c.sheet).rows
		tables, err := file.GetTables(c.sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != c.rows+1 || tables[0].Name != c.table {
			t.Errorf("%s: %d rows in table %s, want %d in %s", c.sheet, len(rows)-1, tables[0].Name, c.rows, c.table)
		}
		if c.sheet != "Deals" {
			for _, row := range rows[1:] {
				keys = append(keys, row[0])
			}
		}
	}
	for i, ref := range r.Selections[0].Rows {
		if keys[i] != r.View.Ledger().Key(ref) {
			t.Errorf("row %d is %s, want %s", i, keys[i], r.View.Ledger().Key(ref))
		}
	}
}

// A table of several sheets has one line among the contents, which counts the
// rows of them all.
func TestLongTablesHaveOneLineInTheContents(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Selections = []workbook.Selection{{Kind: ledger.Agreements, Rows: everyOf(r.View, ledger.Agreements)[:120]}, {Kind: ledger.Deals, Rows: everyOf(r.View, ledger.Deals)[:50]}}
	r.Pages = []string{"contents"}
	file := openedWithin(t, r, 50, 65_529)
	var lines []string
	for i, row := range sheetOf(t, file, "Contents").rows {
		if len(row) < 3 || !(strings.HasPrefix(row[0], "Agreements") || strings.HasPrefix(row[0], "Deals")) {
			continue
		}
		formula, err := file.GetCellFormula("Contents", fmt.Sprintf("B%d", i+1))
		if err != nil {
			t.Fatal(err)
		}
		_, onward, _ := strings.Cut(row[2], "It continues")
		lines = append(lines, strings.Join([]string{row[0], row[1], formula, onward}, "|"))
	}
	want := []string{"Agreements|120|ROWS('Agreements'!A2:A51)+ROWS('Agreements (2)'!A2:A51)+ROWS('Agreements (3)'!A2:A21)| on: Agreements (2), Agreements (3).",
		"Deals|50|ROWS('Deals'!A2:A51)|"}
	if !slices.Equal(lines, want) {
		t.Errorf("%q, want %q", lines, want)
	}
}

// No more links than Excel takes: they are set column by column from the first
// row, and the cover names the sheets on which some are missing.
func TestNeverTooManyLinks(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Selections = []workbook.Selection{{Kind: ledger.Parties, Rows: first(r.View, ledger.Parties, 200)}, {Kind: ledger.Agreements, Rows: everyOf(r.View, ledger.Agreements)},
		{Kind: ledger.Deals, Rows: everyOf(r.View, ledger.Deals)}, {Kind: ledger.Organisations, Rows: everyOf(r.View, ledger.Organisations)}}
	for _, most := range []int{0, 120, 200, 320, 400, 65_529} {
		file := openedWithin(t, r, 1_000_000, most)
		var linked [3]int // by column: the keys of the record and of the organisation, and one that leads nowhere
		for row := range 200 {
			for column, letter := range []string{"B", "D", "F"} {
				is, _, err := file.GetCellHyperLink("Parties", fmt.Sprintf("%s%d", letter, row+2))
				if err != nil {
					t.Fatal(err)
				}
				if is {
					if linked[column]++; linked[column] != row+1 {
						t.Errorf("at most %d links: one in row %d of column %s below a row without", most, row+2, letter)
					}
				}
			}
		}
		if want := [3]int{min(most, 200), min(max(most-200, 0), 200), 0}; linked != want {
			t.Errorf("at most %d links: %d, want %d", most, linked, want)
		}
		says := strings.Contains(describe(t, file), fmt.Sprintf("Excel takes no more than %d links on a sheet", most))
		if missing := most < 400; says != missing {
			t.Errorf("at most %d links: the cover says so: %v", most, says)
		}
	}
}

// Links lead to the row of a record wherever the reader's order puts it.
func TestLinksFollowTheReadersOrder(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	deals := everyOf(r.View, ledger.Deals)
	slices.Reverse(deals)
	r.Selections = []workbook.Selection{{Kind: ledger.Deals, Rows: deals}, {Kind: ledger.Promises, Rows: everyOf(r.View, ledger.Promises)}}
	file := openedWithin(t, r, 20, 65_529)
	followed := 0
	for i, row := range sheetOf(t, file, "Promises").rows[1:] {
		linked, target, err := file.GetCellHyperLink("Promises", fmt.Sprintf("L%d", i+2))
		if err != nil {
			t.Fatal(err)
		}
		if !linked {
			continue
		}
		sheet, cell, _ := strings.Cut(strings.TrimPrefix(target, "'"), "'!")
		key, err := file.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if followed++; key != row[11] {
			t.Errorf("promise %s leads to %s of %s, want %s", row[0], target, key, row[11])
		}
	}
	if followed == 0 {
		t.Error("no promise leads to its deal")
	}
}

func everyOf(v *ledger.View, kind ledger.Kind) []ledger.Ref { return slices.Collect(v.All(kind)) }

// Rows keep the order of the reader's list.
func TestRowsInTheReadersOrder(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	rows := first(r.View, ledger.Deals, 3)
	rows[0], rows[2] = rows[2], rows[0]
	r.Selections = []workbook.Selection{{Kind: ledger.Deals, Rows: rows}}
	file := opened(t, r)
	if got := visibleSheets(t, file); len(got) != 2 {
		t.Errorf("sheets %q, want the cover and the deals", got)
	}
	for i, ref := range rows {
		if got := sheetOf(t, file, "Deals").rows[i+1][0]; got != r.View.Ledger().Key(ref) {
			t.Errorf("row %d is %s", i, got)
		}
	}
}

// A row of another table is a mistake of the caller, not a line of rubbish.
func TestRowsOfAnotherTable(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Selections = []workbook.Selection{{Kind: ledger.Deals, Rows: first(r.View, ledger.Funds, 1)}}
	if err := workbook.WriteTo(t.Context(), io.Discard, r); err == nil || !strings.Contains(err.Error(), "a row of funds among those of deals") {
		t.Errorf("error %v", err)
	}
}

// An empty ledger gives a cover and no sheets.
func TestEmptyLedger(t *testing.T) {
	r := request(t, ledger.NewBuilder(today()).Build(), locale.English)
	r.Now = time.Time{}
	file := opened(t, r)
	if got := visibleSheets(t, file); len(got) != 1 {
		t.Errorf("sheets %q", got)
	}
	if cover := describe(t, file); !strings.Contains(cover, "A ledger without a summit yet") || !strings.Contains(cover, "Agreements | 0 agreements") || strings.Contains(cover, "Made on") {
		t.Errorf("the cover says\n%s", cover)
	}
}

// Signs that mean something in the footer of Excel stand for themselves.
func TestFooterOfOddNames(t *testing.T) {
	for name, want := range map[string]string{
		"2019 Osaka":        "&L&8 2019 Osaka · as of",
		"Trade & Fisheries": "&L&8Trade && Fisheries · as of",
	} {
		b := ledger.NewBuilder(today())
		b.Add(ledger.Summits, 0, today(), []string{"one", name, "", "", "2019-06-28", "2019-06-29", "", "JP", "", "s"})
		file := opened(t, request(t, b.Build(), locale.English))
		footer, err := file.GetHeaderFooter("Cover")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(footer.OddFooter, want) {
			t.Errorf("%s: footer %q", name, footer.OddFooter)
		}
	}
}
