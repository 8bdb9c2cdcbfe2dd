package query

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Value is what a field is compared with: a text, word or code; a day or a
// period; an amount; or a range of these. The zero Value stands for records
// that have none.
type Value struct {
	Text  string // of texts, words and codes; of amounts: a currency without an amount
	Until string // of a range of words: its last
	Days  *Period
	Money *Amounts
}

// Period is a range of days; one date is a range from itself to itself. An
// open end is no date.
type Period struct {
	From, To ledger.Date
	Range    bool // written as a range
}

// Amounts is a range of amounts in one currency; of plain numbers the currency
// is empty. An open end is nil.
type Amounts struct {
	Least, Most *decimal.Decimal
	Currency    ledger.Currency
}

// Absent reports whether the value stands for having none.
func (v Value) Absent() bool { return v.Text == "" && v.Days == nil && v.Money == nil }

// String writes the value in the language of filters.
func (v Value) String() string {
	switch {
	case v.Days != nil:
		if !v.Days.Range {
			return dateText(v.Days.From)
		}
		return dateText(v.Days.From) + ".." + dateText(v.Days.To)
	case v.Money != nil:
		if v.Money.single() {
			return v.Money.text(v.Money.Least)
		}
		return v.Money.text(v.Money.Least) + ".." + v.Money.text(v.Money.Most)
	case v.Until != "":
		return v.Text + ".." + v.Until
	}
	return plainValue(v.Text)
}

// plainValue puts a text in quotation marks where it needs them.
func plainValue(text string) string {
	if text == "" || strings.ContainsAny(text, ",，()（）\"“”＂") || strings.ContainsFunc(text, isSpace) || strings.Contains(text, "..") {
		return quoted(text)
	}
	return text
}

func (a *Amounts) single() bool { return a.Least != nil && a.Most == a.Least }

func (a *Amounts) text(amount *decimal.Decimal) string {
	if amount == nil {
		return ""
	}
	text := amount.String()
	for _, unit := range [...]struct {
		power int32
		word  string
	}{{12, "tn"}, {9, "bn"}, {6, "m"}} {
		scaled := amount.Shift(-unit.power)
		if scaled.Abs().GreaterThanOrEqual(decimal.New(1, 0)) && scaled.Equal(scaled.Round(3)) {
			text = scaled.String() + unit.word
			break
		}
	}
	if a.Currency == "" {
		return text
	}
	return text + " " + string(a.Currency)
}

// holds reports whether an amount lies in the range.
func (a *Amounts) holds(amount decimal.Decimal) bool {
	return (a.Least == nil || amount.GreaterThanOrEqual(*a.Least)) && (a.Most == nil || amount.LessThanOrEqual(*a.Most))
}

// first and last give the outer days of a period; open ends reach for ever.
func (p *Period) first() ledger.Day {
	if !p.From.Known() {
		return ledger.NoDay
	}
	return p.From.First
}

func (p *Period) last() ledger.Day {
	if !p.To.Known() {
		return ledger.FarDay
	}
	return p.To.Last
}

// dateText writes a date as files do, without its mark.
func dateText(date ledger.Date) string {
	if !date.Known() {
		return ""
	}
	text := date.First.String()
	switch date.Precision {
	case ledger.ByYear:
		return text[:len("2016")]
	case ledger.ByMonth:
		return text[:len("2016-12")]
	}
	return text
}

func whole(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }
