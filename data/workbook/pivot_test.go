package workbook_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// The parts of the pivot table and its slicers, as they were found right by the
// validator of the file format and by LibreOffice.
func TestPivotParts(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Pages = []string{"pivot"}
	var content bytes.Buffer
	if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
		t.Fatal(err)
	}
	all := parts(t, content.Bytes())
	var names []string
	for name := range all {
		if strings.Contains(name, "pivot") || strings.Contains(name, "slicer") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var out strings.Builder
	for _, name := range names {
		fmt.Fprintf(&out, "== %s\n%s\n", name, strings.ReplaceAll(all[name], "><", ">\n<"))
	}
	path := filepath.Join("testdata", "pivot-parts.txt")
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("%s differs; run with -update and look at the difference\n%s", path, firstDifference(out.String(), string(want)))
	}
	sheet := all["xl/worksheets/sheet2.xml"]
	if list := regexp.MustCompile(`<x14:slicer r:id="(rId\d+)"/>`).FindStringSubmatch(sheet); list == nil || !strings.Contains(all["xl/worksheets/_rels/sheet2.xml.rels"], `Id="`+list[1]+`" Target="../slicers/slicer1.xml"`) {
		t.Errorf("the sheet does not show its slicers: %v", list)
	}
	for name, part := range all {
		if strings.HasPrefix(name, "xl/drawings/drawing") && strings.Count(part, "Excel shows a slicer of the pivot table here.") != 4 {
			t.Errorf("%s does not say what stands in place of the slicers", name)
		}
	}
}

// The pivot table shows what the formulas beside it say, for all agreements and
// for those that a reader chose.
func TestPivotShowsWhatTheFormulasSay(t *testing.T) {
	for _, language := range locale.Languages() {
		for name, most := range map[string]int{"all": 123, "some": 40, "one": 1} {
			t.Run(string(language)+" "+name, func(t *testing.T) {
				r := request(t, bundled(t), language)
				r.Pages = []string{"pivot"}
				r.Selections = []workbook.Selection{{Kind: ledger.Agreements, Rows: first(r.View, ledger.Agreements, most)}}
				file := opened(t, r)
				sheet := file.GetSheetList()[1]
				rows, err := file.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				pivots, err := file.GetPivotTables(sheet)
				if err != nil || len(pivots) != 1 {
					t.Fatalf("%d pivot tables (%v)", len(pivots), err)
				}
				formulas, figures := map[string]string{}, map[string]string{}
				sum := r.Printer.Text("sheet.sum")
				var left, right []string
				for _, row := range rows {
					row = append(row, make([]string, 20)...)
					switch {
					case row[0] == r.Printer.Column(ledger.Agreements, "sector"):
						left = row
					case left != nil && row[0] != "":
						for column := 2; left[column] != ""; column++ {
							formulas[row[0]+"/"+left[column]] = row[column]
						}
						formulas[row[0]+"/"+sum] = row[1]
					}
					from := 6
					switch {
					case row[from] == r.Printer.Column(ledger.Agreements, "sector"):
						right = row
					case right != nil && row[from] != "":
						for column := from + 1; right[column] != ""; column++ {
							figures[row[from]+"/"+right[column]] = row[column]
							if row[column] == "" {
								figures[row[from]+"/"+right[column]] = "0" // a pivot table leaves it empty
							}
						}
					}
				}
				if len(formulas) < 4 || len(formulas) != len(figures) || formulas[sum+"/"+sum] != strconv.Itoa(most) {
					t.Fatalf("%d figures by formulas, %d in the pivot table, in all %s of %d", len(formulas), len(figures), formulas[sum+"/"+sum], most)
				}
				for name, figure := range formulas {
					if figures[name] != figure {
						t.Errorf("%s: %s by formulas, %s in the pivot table", name, figure, figures[name])
					}
				}
			})
		}
	}
}

// A publication has no pivot table; agreements on several sheets have none
// either, and nothing to count is said.
func TestWhereThereIsNoPivotTable(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Publication = true
	if sheets := visibleSheets(t, opened(t, r)); slices.Contains(sheets, "Pivot") || !slices.Contains(sheets, "Stage by outcome") {
		t.Errorf("a publication has the sheets %q", sheets)
	}
	r.Pages = []string{"pivot"}
	if err := workbook.WriteTo(t.Context(), new(bytes.Buffer), r); err == nil {
		t.Error("a publication with a pivot table")
	}
	r.Publication = false
	for _, c := range []struct {
		rows int
		of   ledger.Kind
		says string
	}{{50, ledger.Agreements, "The agreements fill 3 sheets."}, {1_000, ledger.Deals, "This workbook has no sheet of agreements"}} {
		r.Selections = []workbook.Selection{{Kind: c.of, Rows: first(r.View, c.of, 123)}}
		file := openedWithin(t, r, c.rows, 20_000)
		rows, err := file.GetRows("Pivot")
		if err != nil {
			t.Fatal(err)
		}
		pivots, err := file.GetPivotTables("Pivot")
		said := slices.ContainsFunc(rows, func(row []string) bool { return len(row) > 0 && strings.HasPrefix(row[0], c.says) })
		if err != nil || len(pivots) != 0 || !said {
			t.Errorf("%s: %d pivot tables, said %v (%v)", c.says, len(pivots), said, err)
		}
	}
}

// Beside a part of the records the figures of the whole stand as numbers: a
// formula over the part would say something else.
func TestFiguresBesideChosenRows(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Pages = []string{"summary"}
	for most, formula := range map[int]bool{123: true, 5: false} {
		r.Selections = []workbook.Selection{{Kind: ledger.Agreements, Rows: first(r.View, ledger.Agreements, most)}}
		file := opened(t, r)
		rows, err := file.GetRows("Summary")
		if err != nil {
			t.Fatal(err)
		}
		line := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && row[0] == "Documents" })
		if line < 0 || rows[line][1] != "116" {
			t.Fatalf("line %d of the documents, want 116 of them", line)
		}
		found, err := file.GetCellFormula("Summary", fmt.Sprintf("B%d", line+1))
		if err != nil || (found != "") != formula {
			t.Errorf("with %d agreements the documents are counted by %q (%v)", most, found, err)
		}
	}
}

// Another program works the pivot table out from the sheet of agreements and
// comes to the figures that stand there.
func TestPivotWorkedOutAnew(t *testing.T) {
	path, again := savedAgain(t, exported(t, bundled(t), locale.English))
	var sheets [2][][]string
	for i, path := range []string{path, again} {
		file, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pivots, errPivots := file.GetPivotTables("Pivot")
		sheets[i], err = file.GetRows("Pivot")
		if err := errors.Join(err, errPivots, file.Close()); err != nil || len(pivots) != 1 {
			t.Fatalf("%d pivot tables (%v)", len(pivots), err)
		}
	}
	compared := 0
	for i, row := range sheets[0] {
		for column := 7; column < len(row); column++ {
			if _, err := strconv.Atoi(row[column]); err != nil {
				continue
			}
			if i >= len(sheets[1]) || column >= len(sheets[1][i]) || sheets[1][i][column] != row[column] {
				t.Errorf("row %d, column %d: %s, worked out anew it is another figure", i+1, column+1, row[column])
			}
			compared++
		}
	}
	if compared < 50 {
		t.Errorf("only %d figures compared", compared)
	}
}

// In working copies cells with words of a vocabulary offer these and stop
// others; every list that they name is there.
func TestCellsOfferTheirWords(t *testing.T) {
	r := request(t, bundled(t), locale.Japanese)
	file := opened(t, r)
	lists := map[string]int{}
	for _, name := range file.GetDefinedName() {
		if strings.HasPrefix(name.Name, "list_") {
			if _, twice := lists[name.Name]; twice {
				t.Errorf("%s stands twice", name.Name)
			}
			lists[name.Name] = 0
		}
	}
	for _, sheet := range recordSheets(t, file) {
		validations, err := file.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range validations {
			if _, ok := lists[one.Formula1]; !ok || one.Type != "list" || *one.ErrorStyle != "stop" {
				t.Errorf("%s: %s %s of %q", sheet, one.Type, one.Sqref, one.Formula1)
			}
			lists[one.Formula1]++
		}
	}
	if len(lists) < 20 || lists["list_instrument"] != 1 || lists["list_confidence"] < 2 {
		t.Errorf("lists %v", lists)
	}
	rows, err := file.GetRows(r.Printer.Text("sheet.lists"))
	if err != nil || len(rows) < 10 {
		t.Fatalf("%d rows of lists (%v)", len(rows), err)
	}
	r.Publication = true
	file = opened(t, r)
	if validations, err := file.GetDataValidations(r.Printer.Table(ledger.Deals)); err != nil || len(validations) != 0 {
		t.Errorf("a publication offers words: %d (%v)", len(validations), err)
	}
}
