package workbook_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// exported writes the whole summit as a workbook.
func exported(t *testing.T, l *ledger.Ledger, language locale.Language) []byte {
	t.Helper()
	var content bytes.Buffer
	if err := workbook.WriteTo(t.Context(), &content, requestAsOf(t, l, language, today(), today())); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// edited lets a person edit a workbook and reads it back.
func edited(t *testing.T, content []byte, edit func(file *excelize.File)) *workbook.Edited {
	t.Helper()
	path := filepath.Join(t.TempDir(), "summit.xlsx")
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(file)
	}
	if err := errors.Join(file.SaveAs(path), file.Close()); err != nil {
		t.Fatal(err)
	}
	read, err := workbook.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := read.Close(); err != nil {
			t.Error(err)
		}
	})
	return read
}

// cellOf finds the cell of a record's column by what the sheet says.
func cellOf(t *testing.T, file *excelize.File, sheet, key, heading string) string {
	t.Helper()
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if row[0] != key {
			continue
		}
		for j, name := range rows[0] {
			if name == heading {
				cell, err := excelize.CoordinatesToCellName(j+1, i+1)
				if err != nil {
					t.Fatal(err)
				}
				return cell
			}
		}
	}
	t.Fatalf("sheet %s has no %s of %s", sheet, heading, key)
	return ""
}

func proposal(t *testing.T, e *workbook.Edited, base, now *ledger.Ledger) exchange.Proposal {
	t.Helper()
	p, err := e.Compare(t.Context(), base, now)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnUntouchedWorkbookChangesNothing(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		t.Run(string(language), func(t *testing.T) {
			p := proposal(t, edited(t, exported(t, l, language), nil), nil, l)
			for _, s := range p.Suggestions {
				t.Errorf("%+v", s)
			}
		})
	}
}

func set(t *testing.T, file *excelize.File, sheet, cell string, value any) {
	t.Helper()
	if err := file.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
}

// One person edits the workbook, another the workspace.
func TestEditsOfBothSidesAreShown(t *testing.T) {
	base := bundled(t)
	deal, _ := base.Find(ledger.Deals, "arctic-lng-2")
	fund, _ := base.Find(ledger.Funds, "russia-japan-investment-fund")
	now, err := base.Apply([]ledger.Change{base.Set(deal, "amount", "3100000000"), base.Set(fund, "note", "A new note.")})
	if err != nil {
		t.Fatal(err)
	}
	e := edited(t, exported(t, base, locale.English), func(file *excelize.File) {
		set(t, file, "Deals", cellOf(t, file, "Deals", "arctic-lng-2", "Amount, in the currency of the next column"), 2900000000)
		set(t, file, "Deals", cellOf(t, file, "Deals", "yamal-lng", "Confidence"), "low")
		set(t, file, "Promises", cellOf(t, file, "Promises", "rjif-first-project-six-months", "Due on"), "2017-07~")
	})
	p := proposal(t, e, base, now)
	var got []string
	for _, s := range p.Suggestions {
		got = append(got, strings.Join([]string{string(s.Verdict), s.Record, s.Field, s.Base, s.Old, s.New, s.Reason}, " | "))
	}
	want := []string{
		"changed | deal:yamal-lng | confidence | high | high | low | ",
		"changed | promise:rjif-first-project-six-months | due_on | 2017-06 | 2017-06 | 2017-07~ | ",
		"conflict | deal:arctic-lng-2 | amount | 3000000000 | 3100000000 | 2900000000 | both_changed",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func removeRow(t *testing.T, file *excelize.File, sheet, key string) {
	t.Helper()
	_, row, err := excelize.CellNameToCoordinates(cellOf(t, file, sheet, key, "Key"))
	if err != nil {
		t.Fatal(err)
	}
	if err := file.RemoveRow(sheet, row); err != nil {
		t.Fatal(err)
	}
}

// What Excel and hurried people do to cells is named, and nothing of it is
// taken over.
func TestDamageIsNamed(t *testing.T) {
	l := bundled(t)
	content := exported(t, l, locale.English)
	const amount = "Amount, in the currency of the next column"
	for _, c := range []struct {
		name, sheet, key, heading string
		value                     any
		reason, found             string
	}{
		{"error value", "Deals", "arctic-lng-2", amount, "#N/A", "error_value", "#N/A"},
		{"number with blanks", "Deals", "arctic-lng-2", amount, "3 000 000 001", "number_as_text", "3 000 000 001"},
		{"number with a decimal comma", "Deals", "arctic-lng-2", amount, "3000000000,5", "number_as_text", "3000000000,5"},
		{"month that became a day", "Promises", "rjif-first-project-six-months", "Due on", 42887, "date_from_text", "42887"},
		{"no date", "Promises", "rjif-first-project-six-months", "Due on", "next summer", "not_a_date", "next summer"},
		{"word of no vocabulary", "Deals", "arctic-lng-2", "Confidence", "quite", "unknown_word", "quite"},
		{"text that became a number", "Deals", "arctic-lng-2", "Title", 44624, "date_from_text", "44624"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edited(t, content, func(file *excelize.File) {
				set(t, file, c.sheet, cellOf(t, file, c.sheet, c.key, c.heading), c.value)
			})
			p := proposal(t, e, nil, l)
			if len(p.Suggestions) != 1 || p.Suggestions[0].Verdict != exchange.Problem || p.Suggestions[0].Reason != c.reason || p.Suggestions[0].New != c.found {
				t.Fatalf("%+v, want one problem %s", p.Suggestions, c.reason)
			}
			changes, err := p.Changes(l, today())
			if err != nil || len(changes) != 0 {
				t.Errorf("%v, %v: a problem changes nothing", changes, err)
			}
		})
	}
}

// Rows that were sorted are the same rows, rows that were copied are new ones,
// and a row that is gone is removed only when the reader says so.
func TestRowsAreFoundWhereverTheyStand(t *testing.T) {
	l := bundled(t)
	e := edited(t, exported(t, l, locale.English), func(file *excelize.File) {
		funds, err := file.GetRows("Funds", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		// The second and the third fund change places.
		for place := range funds[0] {
			for row, from := range map[int]int{3: 3, 4: 2} {
				cell, err := excelize.CoordinatesToCellName(place+1, row)
				if err != nil {
					t.Fatal(err)
				}
				text := ""
				if place < len(funds[from]) {
					text = funds[from][place]
				}
				set(t, file, "Funds", cell, text)
			}
		}
		removeRow(t, file, "Negotiations", "peace-treaty")
		if err := file.SetSheetName("Deals", "Our projects"); err != nil {
			t.Fatal(err)
		}
	})
	p := proposal(t, e, nil, l)
	if len(p.Suggestions) != 1 {
		t.Fatalf("%+v, want the removed row alone", p.Suggestions)
	}
	removed := p.Suggestions[0]
	if removed.Verdict != exchange.Removed || removed.Record != "track:peace-treaty" || removed.Accepted {
		t.Errorf("%+v", removed)
	}
}

// A copied row with a key of its own becomes a record.
func TestACopiedRowIsANewRecord(t *testing.T) {
	l := bundled(t)
	e := edited(t, exported(t, l, locale.English), func(file *excelize.File) {
		rows, err := file.GetRows("Negotiations", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		below := len(rows) + 1
		for place, text := range rows[1] {
			cell, err := excelize.CoordinatesToCellName(place+1, below)
			if err != nil {
				t.Fatal(err)
			}
			set(t, file, "Negotiations", cell, text)
		}
		cell, err := excelize.CoordinatesToCellName(1, below)
		if err != nil {
			t.Fatal(err)
		}
		set(t, file, "Negotiations", cell, "peace-treaty-annex")
		if err := file.DeleteTable("Tracks"); err != nil { // as by "convert to range"
			t.Fatal(err)
		}
	})
	p := proposal(t, e, nil, l)
	if len(p.Suggestions) != 1 || p.Suggestions[0].Verdict != exchange.Added || p.Suggestions[0].Reason != exchange.ReasonCopiedRow {
		t.Fatalf("%+v, want one added row", p.Suggestions)
	}
	changes, err := p.Changes(l, today())
	if err != nil {
		t.Fatal(err)
	}
	next, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := next.Find(ledger.Tracks, "peace-treaty-annex"); !ok || next.Len(ledger.Tracks) != l.Len(ledger.Tracks)+1 {
		t.Error("the track was not added")
	}
}

// A new key is carried to the rows that name the record, also when the
// workbook changed some of these by itself.
func TestANewKeyIsCarriedOn(t *testing.T) {
	l := bundled(t)
	e := edited(t, exported(t, l, locale.English), func(file *excelize.File) {
		set(t, file, "Deals", cellOf(t, file, "Deals", "arctic-lng-2", "Key"), "arctic-lng-two")
	})
	p := proposal(t, e, nil, l)
	changes, err := p.Changes(l, today())
	if err != nil {
		t.Fatal(err)
	}
	next, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	deal, ok := next.Find(ledger.Deals, "arctic-lng-two")
	if !ok {
		t.Fatal("the deal has no new key")
	}
	old, _ := l.Find(ledger.Deals, "arctic-lng-2")
	if got, want := len(next.EventsOf(deal)), len(l.EventsOf(old)); got != want {
		t.Errorf("%d events follow the new key, want %d", got, want)
	}
}

// Files that are no exported workbooks are refused by name.
func TestForeignFilesAreRefused(t *testing.T) {
	foreign := filepath.Join(t.TempDir(), "foreign.xlsx")
	file := excelize.NewFile()
	if err := file.SaveAs(foreign); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, content []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct {
		path string
		want workbook.Refusal
	}{
		"foreign":   {foreign, workbook.NotExported},
		"truncated": {write("cut.xlsx", whole[:len(whole)/2]), workbook.NotAWorkbook},
		"text":      {write("text.xlsx", []byte("key,title\n")), workbook.NotAWorkbook},
		"empty":     {write("empty.xlsx", nil), workbook.NotAWorkbook},
		"encrypted": {write("secret.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more")), workbook.Encrypted},
		"folder":    {t.TempDir(), workbook.NotAWorkbook},
		"missing":   {filepath.Join(t.TempDir(), "none.xlsx"), workbook.NotReadable},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := workbook.Read(t.Context(), c.path)
			var refused *workbook.Refused
			if !errors.As(err, &refused) || refused.Reason != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			if refused.Path != c.path || !strings.Contains(err.Error(), "nothing was changed") {
				t.Errorf("%q does not say which file and that nothing was changed", err)
			}
		})
	}
}
