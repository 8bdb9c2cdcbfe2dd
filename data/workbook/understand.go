package workbook

import (
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// What Excel does to values, as reasons of problems.
const (
	reasonErrorValue   = "error_value"    // #N/A and its like
	reasonOpenFormula  = "open_formula"   // a formula whose value nobody worked out
	reasonLostZeros    = "lost_zeros"     // 007 became 7
	reasonLostDigits   = "lost_digits"    // more digits than Excel holds
	reasonDateFromText = "date_from_text" // Excel took a text for a date
	reasonNumberAsText = "number_as_text" // a number with a comma, spaces or full-width digits
	reasonNotADate     = "not_a_date"
	reasonUnknownWord  = "unknown_word" // no word of the vocabulary in any language
)

// cell reads one cell. was is the record as it was exported, NoRef for a new
// row; written gives what the cell looked like then.
func (u *understanding) cell(s *editedSheet, place int, was ledger.Ref, found, name string, written func(ledger.Ref) value) exchange.EditedCell {
	column := &s.kind.Columns()[place]
	cell := exchange.EditedCell{Found: found, Place: cellPlace(s.sheet, name)}
	base := ""
	if was.Exists() {
		base = u.base.Cell(was, place)
		if written != nil && asWritten(written(was), found) {
			cell.Same, cell.Value = true, base
			return cell
		}
	}
	if found == "" {
		if base != "" && u.edited.openFormula(s.sheet, name) {
			cell.Problem = reasonOpenFormula
		}
		return cell
	}
	if isErrorValue(found) {
		cell.Problem = reasonErrorValue
		return cell
	}
	cell.Value, cell.Problem = u.value(column, base, found)
	return cell
}

// asWritten reports whether a cell still shows what the export wrote.
func asWritten(v value, found string) bool {
	switch v.form {
	case nothing:
		return found == ""
	case plainText, linkText:
		text, _ := cellText(v.text)
		return tidy(text) == tidy(found)
	}
	number, err := strconv.ParseFloat(found, 64)
	return err == nil && number == v.number
}

// tidy evens out what programs change in texts without being asked: line ends,
// composed letters, blanks at the ends.
func tidy(text string) string {
	return norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")))
}

func isErrorValue(text string) bool {
	switch text {
	case "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!":
		return true
	}
	return false
}

// value reads a changed cell by what its column holds.
func (u *understanding) value(column *ledger.Column, base, found string) (value, problem string) {
	text := tidy(found)
	_, notANumber := strconv.ParseFloat(text, 64)
	number := notANumber == nil
	switch column.Type {
	case ledger.DateColumn:
		return u.date(base, text, number)
	case ledger.AmountColumn:
		return amountOf(base, text)
	case ledger.WordColumn:
		return u.words.word(column.Words, text)
	case ledger.WordsColumn:
		return each(text, func(part string) (string, string) { return u.words.word(column.Words, part) })
	case ledger.CountryColumn:
		return u.words.country(text)
	case ledger.CountriesColumn:
		return each(text, u.words.country)
	case ledger.LanguageColumn:
		return u.words.tongue(text)
	case ledger.ListColumn, ledger.ReferencesColumn, ledger.RegionsColumn:
		return each(text, func(part string) (string, string) { return part, "" })
	}
	if number && base != "" {
		if _, err := strconv.ParseFloat(base, 64); err != nil {
			return "", reasonDateFromText // a text that was no number became one: 3-4 is the fourth of March to Excel
		}
		if strings.HasPrefix(base, "0") && strings.TrimLeft(base, "0") == text {
			return "", reasonLostZeros
		}
	}
	return text, ""
}

// each reads the parts of a list.
func each(text string, read func(string) (string, string)) (value, problem string) {
	var parts []string
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		one, problem := read(part)
		if problem != "" {
			return "", problem
		}
		parts = append(parts, one)
	}
	return strings.Join(parts, ";"), ""
}

// date reads a real date or a text such as 2016-12~. A month that Excel turned
// into its first day is damage, not an edit.
func (u *understanding) date(base, text string, number bool) (value, problem string) {
	if !number || len(text) == 4 {
		if _, err := ledger.ParseDate(text); err != nil {
			return "", reasonNotADate
		}
		return text, ""
	}
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "", reasonNotADate
	}
	moment, err := excelize.ExcelDateToTime(serial, u.edited.date1904)
	if err != nil {
		return "", reasonNotADate
	}
	day := moment.Format(time.DateOnly)
	if before, err := ledger.ParseDate(base); err == nil && before.Known() && !exactDay(before) && before.First.String() == day {
		return "", reasonDateFromText
	}
	return day, ""
}

// amountOf reads a number as Excel keeps it: fifteen digits.
func amountOf(base, text string) (value, problem string) {
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "", reasonNumberAsText
	}
	short := strconv.FormatFloat(number, 'g', mostDigits, 64)
	amount, err := ledger.ParseAmount(plainDecimal(short))
	if err != nil {
		return "", reasonNumberAsText
	}
	if before, err := ledger.ParseAmount(base); err == nil && before.NumDigits() > mostDigits {
		if was, _ := before.Float64(); was == number || plainDecimal(strconv.FormatFloat(was, 'g', mostDigits, 64)) == plainDecimal(short) || cutDigits(before).Equal(amount) {
			return "", reasonLostDigits
		}
	}
	return amount.String(), ""
}

// plainDecimal writes a number without an exponent.
func plainDecimal(text string) string {
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// cutDigits gives an amount as Excel keeps one that is typed with more digits
// than it holds: the rest becomes zeros.
func cutDigits(amount decimal.Decimal) decimal.Decimal {
	shift := int32(mostDigits) - int32(amount.NumDigits()) - amount.Exponent()
	return amount.Shift(shift).Truncate(0).Shift(-shift)
}
