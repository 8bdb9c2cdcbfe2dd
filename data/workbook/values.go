package workbook

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// form says how a value stands in its cell.
type form uint8

const (
	nothing form = iota
	plainText
	linkText
	wholeNumber
	fraction
	calendarDay
)

// value is what a cell holds: a text, or a number that its form gives meaning.
type value struct {
	form   form
	text   string
	number float64
}

func textValue(text string) value {
	if text == "" {
		return value{}
	}
	return value{form: plainText, text: text}
}

func countValue(n int) value { return value{form: wholeNumber, number: float64(n)} }

// mostDigits is how many digits a number of Excel holds exactly.
const mostDigits = 15

// amountValue is a number as long as Excel holds it exactly, and a text of all
// digits otherwise: an amount is never rounded on its way.
func amountValue(amount decimal.Decimal) value {
	digits := strings.Trim(amount.Coefficient().String(), "-")
	if trimmed := strings.TrimRight(digits, "0"); len(trimmed) > mostDigits {
		return textValue(amount.String())
	}
	kind := fraction
	if amount.IsInteger() {
		kind = wholeNumber
		if amount.NumDigits()+int(max(amount.Exponent(), 0)) > mostDigits {
			return textValue(amount.String())
		}
	}
	number, _ := amount.Float64() // at most 15 digits: the double that Excel would read
	return value{form: kind, number: number}
}

// The days that Excel counts without doubt: its calendar begins in 1900 and
// takes that year for a leap year.
const serialOfEpoch = 25569 // 1 January 1970 in Excel's count

func excelDays() (first, last ledger.Day) {
	return ledger.DayOf(1900, 3, 1), ledger.DayOf(9999, 12, 31)
}

// dayValue is a real date where Excel has one, and its text otherwise.
func dayValue(day ledger.Day) value {
	if !day.Known() || day == ledger.FarDay {
		return value{}
	}
	if first, last := excelDays(); day < first || day > last {
		return textValue(day.String())
	}
	return value{form: calendarDay, number: float64(day) + serialOfEpoch}
}

// exactDay reports whether a date is a full day without a mark, and so can be
// a real date of Excel.
func exactDay(date ledger.Date) bool {
	return date.Known() && date.Precision == ledger.ByDay && date.Mark == ledger.Sure
}

// cutMark ends a text that was longer than a cell holds.
const cutMark = " […]"

// cellText makes a text of the data fit for a cell: without characters that
// XML cannot hold, with line feeds only, and no longer than Excel takes.
func cellText(text string) (fit string, cut bool) {
	if !clean(text) {
		text = strings.Map(func(r rune) rune {
			if !allowed(r) {
				return -1
			}
			return r
		}, strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n"))
	}
	if len(text) <= excelize.TotalCellChars {
		return text, false // never more UTF-16 units than bytes
	}
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > excelize.TotalCellChars-len([]rune(cutMark)) {
			if utf16Length(text[i:])+units-utf16.RuneLen(r) <= excelize.TotalCellChars {
				return text, false
			}
			return text[:i] + cutMark, true
		}
	}
	return text, false
}

func utf16Length(text string) int {
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	return units
}

func clean(text string) bool {
	for _, r := range text {
		if r == utf8.RuneError || !allowed(r) {
			return false
		}
	}
	return true
}

// allowed reports whether XML 1.0 can hold a character and Excel shows it;
// carriage returns only stand before line feeds and go.
func allowed(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return true
	case r < 0x20, r == 0x7F, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return true
}
