package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// noted gives a ledger of one organisation with a note, however odd.
func noted(note string) *ledger.Ledger {
	b := ledger.NewBuilder(today())
	b.Add(ledger.Organisations, 0, today(), []string{"jogmec", "JOGMEC", "", "", "", "JP", "institute", note})
	return b.Build()
}

// Whatever stands in the data stays a text: Excel calculates nothing of it.
func TestTextsStayTexts(t *testing.T) {
	long := strings.Repeat("long ", 10_000)
	for _, c := range []struct{ note, want string }{
		{`=HYPERLINK("http://example.org","click")`, `=HYPERLINK("http://example.org","click")`},
		{"=1+1", "=1+1"},
		{"+81 3 1234 5678", "+81 3 1234 5678"},
		{"-5", "-5"},
		{"@SUM(A1:A9)", "@SUM(A1:A9)"},
		{"007", "007"},
		{"1e5", "1e5"},
		{"TRUE", "TRUE"},
		{"2016-12-16", "2016-12-16"},
		{"a _x0041_ b", "a _x0041_ b"},
		{"a <b> & \"c\" 'd'", "a <b> & \"c\" 'd'"},
		{" kept  spaces ", " kept  spaces "},
		{"two\r\nlines", "two\nlines"},
		{"bell\a null\x00 escape\x1b del\x7f", "bell null escape del"},
		{"not \xff UTF-8, no \uFFFE character", "not  UTF-8, no  character"},
		{"漢字とкириллица 🤝", "漢字とкириллица 🤝"},
		{"سلام \u200f(١٢٣) שלום", "سلام \u200f(١٢٣) שלום"},
		{long[:32_767], long[:32_767]},
		{strings.Repeat("x", 32_768), strings.Repeat("x", 32_767-4) + " […]"},
		{long, long[:32_767-4] + " […]"},
	} {
		file := opened(t, request(t, noted(c.note), locale.English))
		sheet := sheetOf(t, file, "Organisations")
		got, kind, _ := sheet.value("jogmec", "Note")
		formula, err := file.GetCellFormula("Organisations", sheet.cell("jogmec", "Note"))
		if err != nil {
			t.Fatal(err)
		}
		if got != c.want || kind != text || formula != "" {
			t.Errorf("%.60q reads back as %.60q, type %d, formula %q; want %.60q", c.note, got, kind, formula, c.want)
		}
	}
}

// A text that does not fit is cut between two characters and the cover says so.
func TestCutTextsAreTold(t *testing.T) {
	file := opened(t, request(t, noted(strings.Repeat("🤝", 20_000)), locale.English))
	note, _, _ := sheetOf(t, file, "Organisations").value("jogmec", "Note")
	if units := len(utf16.Encode([]rune(note))); units > 32_767 || units < 32_760 || strings.ContainsRune(note, '\uFFFD') {
		t.Errorf("%d UTF-16 units, want just under 32,767 and whole characters", units)
	}
	if !strings.Contains(describe(t, file), "In 1 cell the text was longer than Excel holds; it is cut and ends with […].") {
		t.Error("the cover does not tell of the cut text")
	}
	if fits := describe(t, opened(t, request(t, noted(strings.Repeat("🤝", 16_383)), locale.English))); strings.Contains(fits, "longer than Excel holds") {
		t.Error("a text of 32,766 units fits, but the cover tells of a cut")
	}
}

// Numbers that Excel cannot hold exactly stand as texts with all their digits.
func TestAmountsAreNeverRounded(t *testing.T) {
	l := bundled(t)
	ref, ok := l.Find(ledger.Agreements, "arctic-lng-2-jbic-loan-2021")
	if !ok {
		t.Fatal("no such agreement")
	}
	for _, c := range []struct {
		amount, stored string
		kind           excelize.CellType
		shown          string
	}{
		{"0.1", "0.1", number, "0.1"},
		{"1234567.25", "1234567.25", number, "1,234,567.25"},
		{"999999999999999", "999999999999999", number, "999,999,999,999,999"},
		{"1234567890123456", "1234567890123456", text, "1234567890123456"},
		{"1000000000000000", "1000000000000000", text, "1000000000000000"},
		{"123456789012.3456", "123456789012.3456", text, "123456789012.3456"},
	} {
		next, err := l.Apply([]ledger.Change{l.Set(ref, "value_amount", c.amount)})
		if err != nil {
			t.Fatal(err)
		}
		sheet := sheetOf(t, opened(t, request(t, next, locale.English)), "Agreements")
		stored, kind, shown := sheet.value("arctic-lng-2-jbic-loan-2021", "Value, in the currency of the next column")
		if stored != c.stored || kind != c.kind || shown != c.shown {
			t.Errorf("%s: %q (type %d) shown as %q, want %q (type %d) shown as %q", c.amount, stored, kind, shown, c.stored, c.kind, c.shown)
		}
	}
}

// Dates that Excel's calendar does not have stay as the file writes them.
func TestDatesOutsideExcelsCalendar(t *testing.T) {
	l := bundled(t)
	ref, ok := l.Find(ledger.Agreements, "digital-economy-2017")
	if !ok {
		t.Fatal("no such agreement")
	}
	for _, c := range []struct {
		date, stored string
		kind         excelize.CellType
	}{
		{"1855-02-07", "1855-02-07", text},
		{"1900-02-28", "1900-02-28", text},
		{"1900-03-01", "61", number},
		{"2016-12-16", "42720", number},
		{"2016-12-16~", "2016-12-16~", text},
		{"2016-12-15/2016-12-16", "2016-12-15/2016-12-16", text},
	} {
		next, err := l.Apply([]ledger.Change{l.Set(ref, "signed_on", c.date)})
		if err != nil {
			t.Fatal(err)
		}
		stored, kind, _ := sheetOf(t, opened(t, request(t, next, locale.English)), "Agreements").value("digital-economy-2017", "Signed on")
		if stored != c.stored || kind != c.kind {
			t.Errorf("%s: %q (type %d), want %q (type %d)", c.date, stored, kind, c.stored, c.kind)
		}
	}
}

// parts unzips a workbook.
func parts(t *testing.T, content []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, entry := range archive.File {
		part, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := found[entry.Name]; twice {
			t.Errorf("the archive has %s twice", entry.Name)
		}
		found[entry.Name] = string(text)
	}
	return found
}

// The same request gives the same workbook: nothing in it reads a clock.
func TestSameRequestSameWorkbook(t *testing.T) {
	r := request(t, bundled(t), locale.Russian)
	var made [2]map[string]string
	for i := range made {
		var content bytes.Buffer
		if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
			t.Fatal(err)
		}
		made[i] = parts(t, content.Bytes())
	}
	if len(made[0]) != len(made[1]) {
		t.Errorf("%d parts, then %d", len(made[0]), len(made[1]))
	}
	for name, text := range made[0] {
		if made[1][name] != text {
			t.Errorf("%s differs", name)
		}
	}
}

// Odd texts go out and come back without a change being seen; what Excel
// cannot hold is cut, and is not taken for an edit of the reader either.
func TestOddTextsComeBack(t *testing.T) {
	for _, note := range []string{"=1+1", "+81 3 1234 5678", "-5", "@SUM(A1:A9)", "a _x0041_ b", "漢字とкириллица 🤝👩‍🚀", "שלום עולם، مرحبا", "two\nlines", strings.Repeat("x", 32_767)} {
		l := noted(note)
		for _, s := range proposal(t, edited(t, exported(t, l, locale.English), nil), nil, l).Suggestions {
			t.Errorf("%.40q comes back as a change: %.300s", note, fmt.Sprintf("%+v", s))
		}
	}
}

// What does not come back as it was never changes the record unseen.
func TestCutTextsAreNotTakenBack(t *testing.T) {
	for _, note := range []string{strings.Repeat("x", 32_768), "bell\a escape\x1b"} {
		l := noted(note)
		for _, s := range proposal(t, edited(t, exported(t, l, locale.English), nil), nil, l).Suggestions {
			t.Logf("%.60q: %.300s", note, fmt.Sprintf("%+v", s))
			t.Errorf("%.40q comes back as a change", note)
		}
	}
}
