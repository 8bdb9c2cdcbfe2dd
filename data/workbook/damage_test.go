package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// said writes what a proposal says, without the places.
func said(p exchange.Proposal) string {
	var lines []string
	for _, s := range p.Suggestions {
		lines = append(lines, strings.Join([]string{string(s.Verdict), s.Record, s.Field, s.New, s.Reason}, " | "))
	}
	return strings.Join(lines, "\n")
}

// What Excel does to values that it takes for numbers is named: lost zeros, lost
// digits, full-width digits, narrow blanks; and formulas that nobody worked out.
func TestNumbersThatExcelDamaged(t *testing.T) {
	l := bundled(t)
	source, _ := l.Find(ledger.Sources, "kantei-2016-12-16")
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	l, err := l.Apply([]ledger.Change{l.Set(source, "title", "007"), l.Set(deal, "amount", "12345678901234567")})
	if err != nil {
		t.Fatal(err)
	}
	content := exported(t, l, locale.English)
	const amount = "Amount, in the currency of the next column"
	for _, c := range []struct {
		name, sheet, key, heading string
		edit                      func(file *excelize.File, sheet, cell string) error
		says                      string
	}{
		{"lost zeros", "Sources", "kantei-2016-12-16", "Title", func(f *excelize.File, sheet, cell string) error { return f.SetCellValue(sheet, cell, 7) }, "problem | source:kantei-2016-12-16 | title | 7 | lost_zeros"},
		{"lost digits", "Deals", "arctic-lng-2", amount, func(f *excelize.File, sheet, cell string) error {
			return f.SetCellValue(sheet, cell, 12345678901234567.0)
		}, "problem | deal:arctic-lng-2 | amount | 12345678901234500 | lost_digits"},
		{"full-width digits", "Deals", "arctic-lng-2", amount, func(f *excelize.File, sheet, cell string) error { return f.SetCellStr(sheet, cell, "３０００") }, "problem | deal:arctic-lng-2 | amount | ３０００ | number_as_text"},
		{"narrow blanks", "Deals", "arctic-lng-2", amount, func(f *excelize.File, sheet, cell string) error { return f.SetCellStr(sheet, cell, "3\u202f000") }, "problem | deal:arctic-lng-2 | amount | 3\u202f000 | number_as_text"},
		{"formula without a value", "Deals", "arctic-lng-2", amount, func(f *excelize.File, sheet, cell string) error {
			return errors.Join(f.SetCellValue(sheet, cell, nil), f.SetCellFormula(sheet, cell, "1000*3"))
		}, "problem | deal:arctic-lng-2 | amount |  | open_formula"},
		{"name that Excel cannot find", "Deals", "arctic-lng-2", "Title", func(f *excelize.File, sheet, cell string) error { return f.SetCellStr(sheet, cell, "#NAME?") }, "problem | deal:arctic-lng-2 | title | #NAME? | error_value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edited(t, content, func(file *excelize.File) {
				if err := c.edit(file, c.sheet, cellOf(t, file, c.sheet, c.key, c.heading)); err != nil {
					t.Fatal(err)
				}
			})
			if got := said(proposal(t, e, nil, l)); got != c.says {
				t.Errorf("%s, want %s", got, c.says)
			}
		})
	}
}

// Columns and sheets are found wherever they stand and whatever the sheet is
// called; what is gone is named, and nothing of it is taken as removed.
func TestColumnsAndSheetsThatMoved(t *testing.T) {
	l := bundled(t)
	content := exported(t, l, locale.English)
	heading := func(t *testing.T, file *excelize.File, sheet, was string) string {
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range rows[0] {
			if text == was {
				return columnLetters(t, i+1)
			}
		}
		t.Fatalf("%s has no %s", sheet, was)
		return ""
	}
	for _, c := range []struct {
		name string
		edit func(t *testing.T, file *excelize.File)
		says string
	}{
		{"columns change places", func(t *testing.T, file *excelize.File) {
			rows, err := file.GetRows("Negotiations", excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for from, to := range map[int]int{1: 2, 2: 1} {
					text := ""
					if from < len(row) {
						text = row[from]
					}
					cell, _ := excelize.CoordinatesToCellName(to+1, i+1)
					set(t, file, "Negotiations", cell, text)
				}
			}
		}, ""},
		{"sheets change places and names", func(t *testing.T, file *excelize.File) {
			if err := errors.Join(file.MoveSheet("Deals", "Cover"), file.SetSheetName("Deals", "Our deals"), file.SetSheetName("Funds", "Deals")); err != nil {
				t.Fatal(err)
			}
			set(t, file, "Our deals", cellOf(t, file, "Our deals", "yamal-lng", "Confidence"), "low")
		}, "changed | deal:yamal-lng | confidence | low | "},
		{"a heading in another language", func(t *testing.T, file *excelize.File) {
			p, err := locale.New(locale.Japanese)
			if err != nil {
				t.Fatal(err)
			}
			set(t, file, "Deals", cellOf(t, file, "Deals", "yamal-lng", "Confidence"), "low")
			set(t, file, "Deals", heading(t, file, "Deals", "Confidence")+"1", p.Column(ledger.Deals, "confidence"))
		}, "changed | deal:yamal-lng | confidence | low | "},
		{"a heading of one's own", func(t *testing.T, file *excelize.File) {
			set(t, file, "Deals", cellOf(t, file, "Deals", "yamal-lng", "Confidence"), "low")
			set(t, file, "Deals", heading(t, file, "Deals", "Confidence")+"1", "How sure we are")
		}, "problem | Deals | confidence |  | column_gone"},
		{"a column is gone", func(t *testing.T, file *excelize.File) {
			if err := file.RemoveCol("Negotiations", heading(t, file, "Negotiations", "Sources")); err != nil {
				t.Fatal(err)
			}
		}, "problem | Tracks | source_keys |  | column_gone"},
		{"a sheet is gone", func(t *testing.T, file *excelize.File) {
			if err := file.DeleteSheet("Negotiations"); err != nil {
				t.Fatal(err)
			}
		}, "problem | Tracks |  | Negotiations | sheet_gone"},
		{"merged cells", func(t *testing.T, file *excelize.File) {
			if err := file.MergeCell("Exchange rates", "A2", "A3"); err != nil {
				t.Fatal(err)
			}
		}, "problem | Rates |  | A2:A3 | merged_cells"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edited(t, content, func(file *excelize.File) { c.edit(t, file) })
			if got := said(proposal(t, e, nil, l)); got != c.says {
				t.Errorf("%s\nwant\n%s", got, c.says)
			}
		})
	}
}

func columnLetters(t *testing.T, number int) string {
	t.Helper()
	letters, err := excelize.ColumnNumberToName(number)
	if err != nil {
		t.Fatal(err)
	}
	return letters
}

// A row that was copied and keeps its key is no second record of that key; rows
// without their hidden numbers are found by their keys.
func TestRowsThatWereCopiedOrLostTheirNumbers(t *testing.T) {
	l := bundled(t)
	content := exported(t, l, locale.English)
	e := edited(t, content, func(file *excelize.File) {
		if err := file.DuplicateRow("Negotiations", 2); err != nil {
			t.Fatal(err)
		}
	})
	if got := said(proposal(t, e, nil, l)); !strings.HasPrefix(got, "problem | track:") || !strings.HasSuffix(got, " | key_taken") || strings.Contains(got, "\n") {
		t.Errorf("a copied row: %s", got)
	}
	e = edited(t, content, func(file *excelize.File) {
		set(t, file, "Negotiations", cellOf(t, file, "Negotiations", "peace-treaty", "Title"), "Treaty of peace")
		if err := file.RemoveCol("Negotiations", "K"); err != nil { // the hidden one
			t.Fatal(err)
		}
	})
	if got, want := said(proposal(t, e, nil, l)), "changed | track:peace-treaty | title | Treaty of peace | \nproblem | Tracks | _id |  | column_gone"; got != want {
		t.Errorf("without numbers: %s, want %s", got, want)
	}
}

// Workbooks with macros or of a newer program are refused.
func TestOtherWorkbooksAreRefused(t *testing.T) {
	l := bundled(t)
	content := exported(t, l, locale.English)
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for name, part := range parts(t, content) {
		entry, err := writer.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := writer.Create("xl/vbaProject.bin")
	macros := filepath.Join(t.TempDir(), "macros.xlsx")
	if err := errors.Join(err, writer.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(macros, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := edit(t, content, func(file *excelize.File) {
		if err := file.SetCellStr("_meta", "C1", "99"); err != nil {
			t.Fatal(err)
		}
	})
	for path, want := range map[string]workbook.Refusal{macros: workbook.WithMacros, newer: workbook.NewerFormat} {
		_, err := workbook.Read(t.Context(), path)
		var refused *workbook.Refused
		if !errors.As(err, &refused) || refused.Reason != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// edit edits a workbook and saves it.
func edit(t *testing.T, content []byte, change func(file *excelize.File)) string {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	change(file)
	path := filepath.Join(t.TempDir(), "edited.xlsx")
	if err := errors.Join(file.SaveAs(path), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}
