package workbook_test

import (
	"math"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// Every figure of the worked-out sheets is a formula, and the value beside it,
// which is that of the screen, is what a spreadsheet program works out from the
// sheets of records.
func TestFormulasGiveTheFiguresOfTheScreen(t *testing.T) {
	l := bundled(t)
	for _, language := range []locale.Language{locale.English, locale.Russian} {
		t.Run(string(language), func(t *testing.T) {
			path, again := savedAgain(t, exported(t, l, language))
			ours, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			theirs, err := excelize.OpenFile(again)
			if err != nil {
				t.Fatal(err)
			}
			raw := excelize.Options{RawCellValue: true}
			formulas := 0
			for _, sheet := range visibleSheets(t, ours) {
				rows, err := ours.GetRows(sheet, raw)
				if err != nil {
					t.Fatal(err)
				}
				for i, row := range rows {
					for j := range row {
						cell, err := excelize.CoordinatesToCellName(j+1, i+1)
						if err != nil {
							t.Fatal(err)
						}
						formula, err := ours.GetCellFormula(sheet, cell)
						if err != nil {
							t.Fatal(err)
						}
						if formula == "" {
							continue
						}
						formulas++
						want := row[j]
						got, err := theirs.GetCellValue(sheet, cell, raw)
						if err != nil {
							t.Fatal(err)
						}
						if !sameFigure(want, got) {
							t.Errorf("%s!%s: the screen has %q, %s gives %q", sheet, cell, want, formula, got)
						}
					}
				}
			}
			if formulas < 150 {
				t.Errorf("only %d formulas", formulas)
			}
			for _, file := range []*excelize.File{ours, theirs} {
				if err := file.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func sameFigure(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
}

// The sheets that were not asked for are not there, and an unknown one is
// named.
func TestSheetsThatWereAskedFor(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Pages = []string{"bridge", "method"}
	file := opened(t, r)
	for i, want := range []string{"Cover", "Claim bridge", "Method", "Agreements"} {
		if got := visibleSheets(t, file)[i]; got != want {
			t.Errorf("sheet %d is %s, want %s", i, got, want)
		}
	}
	r.Pages = []string{"horoscope"}
	if err := workbook.Write(t.Context(), filepath.Join(t.TempDir(), "x.xlsx"), r); err == nil {
		t.Error("an unknown sheet was not refused")
	}
}
