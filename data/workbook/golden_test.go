package workbook_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

var update = flag.Bool("update", false, "write the expected texts anew")

// describe writes what a reader finds in a workbook: the cover line by line,
// and of every sheet its table, its headings and its first rows.
func describe(t *testing.T, file *excelize.File) string {
	t.Helper()
	var out strings.Builder
	sheets := visibleSheets(t, file)
	cover, err := file.GetRows(sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "== %s\n", sheets[0])
	for i, row := range cover {
		var cells []string
		for _, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, strings.ReplaceAll(cell, "\n", " / "))
			}
		}
		linked, target, err := file.GetCellHyperLink(sheets[0], fmt.Sprintf("B%d", i+1))
		if err != nil {
			t.Fatal(err)
		}
		if linked {
			cells = append(cells, "-> "+target)
		}
		if len(cells) > 0 {
			fmt.Fprintln(&out, strings.Join(cells, " | "))
		}
	}
	for _, name := range sheets[1:] {
		rows, err := file.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := file.GetTables(name)
		if err == nil && len(tables) == 0 { // worked out: every line of it
			fmt.Fprintf(&out, "\n== %s\n", name)
			for _, row := range rows {
				if line := strings.ReplaceAll(strings.Join(row, " | "), "\n", " / "); strings.Trim(line, " |") != "" {
					fmt.Fprintln(&out, "  ", line)
				}
			}
			continue
		}
		if err != nil || len(tables) != 1 {
			t.Fatalf("sheet %s has %d tables (%v), want one", name, len(tables), err)
		}
		fmt.Fprintf(&out, "\n== %s: %d rows, table %s %s\n", name, len(rows)-1, tables[0].Name, tables[0].Range)
		for _, heading := range rows[0] {
			fmt.Fprintf(&out, "   [%s]\n", heading)
		}
		for _, row := range rows[1:min(len(rows), 3)] {
			fmt.Fprintln(&out, "  ", strings.Join(row, " | "))
		}
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	l := bundled(t)
	dayAfter := ledger.DayOf(2016, time.December, 17)
	filtered := requestAsOf(t, l, locale.English, today(), today())
	filtered.Title = "Open promises"
	filtered.Selections = []workbook.Selection{
		{Kind: ledger.Promises, Rows: first(filtered.View, ledger.Promises, 5), Filter: "verdict: past due, no report",
			Hidden: []workbook.Reason{{Text: "not the verdict", Count: 17}, {Text: "does not contain the words", Count: 2}}},
		{Kind: ledger.Rates, Filter: "base currency: EUR", Hidden: []workbook.Reason{{Text: "other base currency", Count: 1}}},
	}
	generated := requestAsOf(t, ledger.Generate(6, 12, 1, today()), locale.English, today(), today())
	generated.Generated = true
	for name, r := range map[string]workbook.Request{
		"today-en":     requestAsOf(t, l, locale.English, today(), today()),
		"today-ja":     requestAsOf(t, l, locale.Japanese, today(), today()),
		"today-ru":     requestAsOf(t, l, locale.Russian, today(), today()),
		"day-after-en": requestAsOf(t, l, locale.English, dayAfter, dayAfter),
		"filtered-en":  filtered,
		"generated-en": generated,
	} {
		t.Run(name, func(t *testing.T) {
			got := describe(t, opened(t, r))
			path := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; run with -update and look at the difference\n%s", path, firstDifference(got, string(want)))
			}
		})
	}
}

// first gives the first rows of a kind in a view.
func first(v *ledger.View, kind ledger.Kind, most int) []ledger.Ref {
	var rows []ledger.Ref
	for ref := range v.All(kind) {
		if len(rows) == most {
			break
		}
		rows = append(rows, ref)
	}
	return rows
}

func firstDifference(got, want string) string {
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, gotLines[i], wantLines[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(gotLines), len(wantLines))
}
