package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// sheet is one sheet of records: a selection, or a part of one that is longer
// than a sheet.
type sheet struct {
	name  string
	table string // name of the Excel Table, which formulas use
	kind  ledger.Kind
	rows  []ledger.Ref
	of    int // place of the selection
	first bool

	sorted []int32 // places of the rows in the order of the ledger; nil: they stand in it
}

// plan decides on the sheets and makes them, empty and in their order.
func (b *book) plan() error {
	p := b.request.Printer
	b.selections = b.request.Selections
	if b.selections == nil {
		b.selections = everything(b.request)
	}
	names := newNames()
	b.cover = names.sheet(p.Text("workbook.cover"))
	if err := b.file.SetSheetName(b.file.GetSheetName(0), b.cover); err != nil {
		return err
	}
	if err := b.planPages(names); err != nil {
		return err
	}
	if err := b.planViews(names); err != nil {
		return err
	}
	for i, selection := range b.selections {
		for _, ref := range selection.Rows {
			if ref.Kind != selection.Kind {
				return fmt.Errorf("a row of %s among those of %s", ref.Kind.Table(), selection.Kind.Table())
			}
		}
		rows := selection.Rows
		for first := true; len(rows) > 0; first = false {
			part := rows[:min(len(rows), b.limits.rows)]
			rows = rows[len(part):]
			b.sheets = append(b.sheets, sheet{name: names.sheet(p.Table(selection.Kind)), table: names.table(selection.Kind),
				kind: selection.Kind, rows: part, of: i, first: first})
		}
	}
	for i := range b.sheets {
		if _, err := b.file.NewSheet(b.sheets[i].name); err != nil {
			return fmt.Errorf("sheet %s: %w", b.sheets[i].name, err)
		}
	}
	if !b.request.Publication {
		// Now, while the sheets are empty: hiding one reads them all.
		if _, err := b.file.NewSheet(memorySheet); err != nil {
			return err
		}
		if err := b.file.SetSheetVisible(memorySheet, false, true); err != nil {
			return err
		}
	}
	b.notePlaces()
	return nil
}

// names hands out names of sheets and tables that differ without regard to
// case.
type names struct{ taken map[string]bool }

func newNames() names { return names{taken: map[string]bool{}} }

// sheet makes a name that Excel takes for a sheet: at most 31 units of UTF-16,
// none of a few signs, no apostrophe at the ends.
func (n names) sheet(wanted string) string {
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, wanted)
	plain = strings.Trim(strings.TrimSpace(plain), "'")
	if plain == "" {
		plain = "Sheet"
	}
	return n.free("sheet:", func(number int) string {
		ending := ""
		if number > 1 {
			ending = " (" + strconv.Itoa(number) + ")"
		}
		return strings.TrimSpace(cutUnits(plain, excelize.MaxSheetNameLength-len(ending))) + ending
	})
}

// table names the Excel Table of a kind: Deals, and Deals_2 for its second
// sheet. The names are English in every language, so that formulas keep.
func (n names) table(kind ledger.Kind) string {
	plain := kind.Table()
	plain = strings.ToUpper(plain[:1]) + plain[1:]
	return n.free("table:", func(number int) string {
		if number > 1 {
			return plain + "_" + strconv.Itoa(number)
		}
		return plain
	})
}

func (n names) free(realm string, name func(number int) string) string {
	for number := 1; ; number++ {
		if candidate := name(number); !n.taken[realm+strings.ToLower(candidate)] {
			n.taken[realm+strings.ToLower(candidate)] = true
			return candidate
		}
	}
}

// cutUnits shortens a text to so many units of UTF-16.
func cutUnits(text string, most int) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most {
			return text[:i]
		}
	}
	return text
}
