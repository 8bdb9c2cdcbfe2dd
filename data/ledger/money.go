package ledger

import (
	"fmt"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"
)

// Currency is an ISO 4217 code such as JPY; empty when no amount is stated.
type Currency string

// ParseCurrency checks that code is a currency of ISO 4217.
func ParseCurrency(code string) (Currency, error) {
	if len(code) == 3 {
		if unit, err := currency.ParseISO(code); err == nil && unit.String() == code {
			return Currency(code), nil
		}
	}
	return "", fmt.Errorf("%q is not a currency code of ISO 4217, such as USD, JPY or EUR", code)
}

// MinorUnits gives the number of decimals in which the currency is paid: 2 for
// USD, 0 for JPY.
func (c Currency) MinorUnits() int32 {
	unit, err := currency.ParseISO(string(c))
	if err != nil {
		return 2
	}
	scale, _ := currency.Standard.Rounding(unit)
	return int32(scale)
}

// Money is an amount in major units of a currency.
type Money struct {
	Amount   decimal.Decimal
	Currency Currency
}

// Stated reports whether there is an amount at all.
func (m Money) Stated() bool { return m.Currency != "" }

// Same reports whether both are the same amount of the same currency.
func (m Money) Same(other Money) bool {
	return m.Currency == other.Currency && m.Amount.Equal(other.Amount)
}

// String writes the amount as the data has it: 1000000000 USD.
func (m Money) String() string {
	if !m.Stated() {
		return ""
	}
	return m.Amount.String() + " " + string(m.Currency)
}

// ParseAmount reads a decimal number as written in a summit file: digits with
// at most one point, no thousands, no exponent, not negative.
func ParseAmount(text string) (decimal.Decimal, error) {
	point := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
		case c == '.' && !point && i > 0 && i < len(text)-1:
			point = true
		default:
			return decimal.Decimal{}, amountError(text)
		}
	}
	amount, err := decimal.NewFromString(text)
	if err != nil || len(text) > 40 {
		return decimal.Decimal{}, amountError(text)
	}
	return amount, nil
}

func amountError(text string) error {
	return fmt.Errorf("%q is not an amount; an amount is a decimal number in whole units such as 1000000000 or 1.5", text)
}

// Range is what an amount can mean, given its qualifier (RULES 7.6). Where an
// end is open, Low or High repeats the amount: nobody says how far it goes.
type Range struct {
	Low, Central, High decimal.Decimal
	OpenLow, Open      bool // no lower, no upper end is known
}

// Range gives low, central and high readings of an amount with this qualifier.
// margin is the share by which an "about" amount may be off, 0.1 by default.
func (q Qualifier) Range(amount, margin decimal.Decimal) Range {
	switch q {
	case QualifierAbout:
		off := amount.Mul(margin)
		return Range{Low: amount.Sub(off), Central: amount, High: amount.Add(off)}
	case UpTo:
		return Range{Central: amount, High: amount}
	case AtLeast, MoreThan:
		return Range{Low: amount, Central: amount, High: amount, Open: true}
	case AmountRange: // the amount is its upper end
		return Range{Low: amount, Central: amount, High: amount, OpenLow: true}
	}
	return Range{Low: amount, Central: amount, High: amount}
}
