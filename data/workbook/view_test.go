package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/workbook"
)

// viewed asks for a workbook of saved views of the bundled summit alone.
func viewed(t *testing.T, language locale.Language, views ...ledger.SavedView) workbook.Request {
	t.Helper()
	r := request(t, bundled(t), language)
	r.Selections = []workbook.Selection{}
	for _, view := range views {
		saved, err := workbook.SavedSheetOf(t.Context(), r.View, nil, r.Printer, query.OpenSaved(r.View.Ledger(), view))
		if err != nil || len(saved.Opened.Missing) != 0 {
			t.Fatalf("%s: %v, missing %v", view.Name, err, saved.Opened.Missing)
		}
		r.Views = append(r.Views, saved)
	}
	return r
}

func energyDeals() ledger.SavedView {
	return ledger.SavedView{Name: "Энергетика: 2018/19", Tab: "pipeline", Query: "sector:extractives,nuclear", Columns: []string{"title", "stage_now", "age", "value"}, Sort: []string{"-value"}, Group: []string{"outcome", "stage_now"}, AsOf: "2018-12-31"}
}

// A saved view stands on its sheet as it was saved: rows, columns, order, groups
// and day, its filter in words, with sums over every group.
func TestASavedViewOnItsSheet(t *testing.T) {
	r := viewed(t, locale.English, energyDeals())
	file := opened(t, r)
	if sheets := visibleSheets(t, file); len(sheets) != 2 || sheets[1] != "Энергетика  2018 19" {
		t.Fatalf("sheets %q, want the cover and the view", sheets)
	}
	rows := sheetOf(t, file, "Энергетика  2018 19").rows
	for row, says := range map[int]string{0: "Энергетика: 2018/19", 1: "18 deals of 60", 2: "Filter: Sector is Oil, gas, mining or Nuclear energy", 3: "Ordered by: Value, falling. Grouped by: Outcome, Stage.", 4: "As of 31 Dec 2018, known by 23 Nov 2026."} {
		if rows[row][0] != says {
			t.Errorf("row %d says %q, want %q", row+1, rows[row][0], says)
		}
	}
	heads := rows[7]
	if got := strings.Join(heads[:4], "|"); got != "Group|Title|Stage|Days since news" || heads[len(heads)-1] != "Rows" {
		t.Errorf("heads %q", heads)
	}
	selection := r.Views[0].Selection
	var titles []string
	for i := 8; i < len(rows); i++ {
		level, err := file.GetRowOutlineLevel("Энергетика  2018 19", i+1)
		if err != nil {
			t.Fatal(err)
		}
		if rows[i][1] != "" {
			titles = append(titles, rows[i][1])
			if level != 2 {
				t.Errorf("row %d of a record has level %d, want 2", i+1, level)
			}
		} else if level > 1 || rows[i][0] == "" {
			t.Errorf("row %d of a group has level %d", i+1, level)
		}
	}
	var want []string
	for _, ref := range selection.Rows {
		want = append(want, r.Printer.Title(r.View.Ledger(), ref))
	}
	if !slices.Equal(titles, want) || len(want) != 18 {
		t.Errorf("the records are %q, want %q", titles, want)
	}
	if rows[8][0] != "Open" || rows[8][len(heads)-1] != "16" || rows[6][len(heads)-1] != "18" {
		t.Errorf("the first group %q of all %q", rows[8], rows[6])
	}
}

// The sums of groups, of groups inside them and of all are formulas that give
// what stands beside them; amounts that a sum leaves out stand apart.
func TestSumsOfSavedViews(t *testing.T) {
	papers := ledger.SavedView{Name: "Papers", Tab: "agreements", Group: []string{"track", "instrument"}, Sort: []string{"-value"}}
	r := viewed(t, locale.English, energyDeals(), papers, ledger.SavedView{Name: "Silent", Tab: "pipeline", Query: "silence:lapsed_inferred"})
	var content bytes.Buffer
	if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
		t.Fatal(err)
	}
	path, again := savedAgain(t, content.Bytes())
	ours, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := excelize.OpenFile(again)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if ours.Close() != nil || theirs.Close() != nil {
			t.Error("not closed")
		}
	}()
	formulas := 0
	raw := excelize.Options{RawCellValue: true}
	for _, sheet := range visibleSheets(t, ours)[1:] {
		rows, err := ours.GetRows(sheet, raw)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				formula, err := ours.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				formulas++
				got, err := theirs.GetCellValue(sheet, cell, raw)
				if err != nil || !sameFigure(row[j], got) {
					t.Errorf("%s!%s: %q, worked out anew %q by %s (%v)", sheet, cell, row[j], got, formula, err)
				}
			}
		}
	}
	if formulas < 60 {
		t.Errorf("only %d formulas", formulas)
	}
	heads := sheetOf(t, ours, "Papers").rows[7]
	if !slices.Contains(heads, "Value, not added up") || !slices.ContainsFunc(heads, func(head string) bool { return strings.HasPrefix(head, "Value, ") && len(head) == len("Value, USD") }) {
		t.Errorf("heads %q", heads)
	}
}

// Every tab that lists records goes to a sheet with its own columns, in every
// language and profile, and nothing of it is for Excel to repair.
func TestViewsOfEveryTab(t *testing.T) {
	tabs := []string{"agreements", "pipeline", "funds", "claims", "promises", "tracks", "timeline", "organisations", "sources"}
	for _, language := range locale.Languages() {
		for _, publication := range []bool{false, true} {
			var views []ledger.SavedView
			for _, tab := range tabs {
				views = append(views, ledger.SavedView{Name: "The same name", Tab: tab})
			}
			r := viewed(t, language, views...)
			r.Publication, r.Pages = publication, []string{"contents"}
			var content bytes.Buffer
			if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
				t.Fatal(err)
			}
			for name, part := range parts(t, content.Bytes()) {
				if strings.HasSuffix(name, ".xml") {
					wellFormed(t, name, part)
				}
				if strings.HasPrefix(name, "xl/worksheets/sheet") && publication && (strings.Contains(part, "<autoFilter") || strings.Contains(part, `state="frozen"`)) {
					t.Errorf("%s: filtered or frozen in a publication", name)
				}
			}
			file, err := excelize.OpenReader(&content)
			if err != nil {
				t.Fatal(err)
			}
			sheets := visibleSheets(t, file)
			if len(sheets) != len(tabs)+2 || sheets[10] != "The same name (9)" {
				t.Fatalf("sheets %q", sheets)
			}
			for i, sheet := range sheets[2:] {
				rows, err := file.GetRows(sheet)
				if err != nil || len(rows) != 8+len(r.Views[i].Selection.Rows) {
					t.Errorf("%s of %s: %d rows, want %d (%v)", sheet, tabs[i], len(rows), 8+len(r.Views[i].Selection.Rows), err)
				}
				for _, head := range rows[7] {
					if head == "" || strings.HasPrefix(head, "column.") || strings.HasPrefix(head, "sheet.") {
						t.Errorf("%s: head %q", sheet, head)
					}
				}
			}
			if err := file.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// A view with more records than a sheet holds is refused by name, and a view of
// nothing says so.
func TestViewsThatDoNotFit(t *testing.T) {
	r := viewed(t, locale.English, ledger.SavedView{Name: "Everything", Tab: "sources"})
	if err := workbook.WriteWithin(t.Context(), new(bytes.Buffer), r, 100, 20_000); err == nil || !strings.Contains(err.Error(), `"Everything"`) {
		t.Errorf("error %v", err)
	}
	r = viewed(t, locale.English, ledger.SavedView{Name: "Nothing", Tab: "pipeline", Query: "zeppelin", Group: []string{"sector"}})
	rows := sheetOf(t, opened(t, r), "Nothing").rows
	if len(rows) != 8 || rows[1][0] != "0 deals of 60" {
		t.Errorf("%d rows, %q", len(rows), rows[1])
	}
}
