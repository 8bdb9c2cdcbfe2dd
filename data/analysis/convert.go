package analysis

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// DefaultRateAge is how many days older than the basis day a rate may be
// (RULES 7.5).
const DefaultRateAge = 92

// Conversion is an amount in another currency with the rate that was used.
type Conversion struct {
	Money   ledger.Money    // the amount in the currency asked for, not rounded
	Rate    ledger.Ref      // the row of the rate; NoRef when nothing was to convert
	Date    ledger.Date     // of the rate
	Value   decimal.Decimal // the rate as published
	Inverse bool            // the amount was divided by the rate
}

// RateTable is the visible rates of a view, read once. It does not change and is
// safe for concurrent reading.
type RateTable struct {
	rates map[[2]ledger.Currency][]rate // by currency converted from and to, the earliest first
}

// rate is one published rate in one of its two directions.
type rate struct {
	row     ledger.Ref
	date    ledger.Date
	value   decimal.Decimal
	inverse bool
}

// RatesOf reads the rates of a view. A rate that is no number or zero is a fault
// of the file: the checks name it and nothing is converted by it.
func RatesOf(v *ledger.View) *RateTable {
	l := v.Ledger()
	table := &RateTable{rates: make(map[[2]ledger.Currency][]rate)}
	for row := range v.All(ledger.Rates) {
		value, err := ledger.ParseAmount(l.Value(row, "rate"))
		date := l.Date(row, "date")
		if err != nil || !value.IsPositive() || !date.Known() {
			continue
		}
		base, quote := ledger.Currency(l.Value(row, "base")), ledger.Currency(l.Value(row, "quote"))
		direct, back := [2]ledger.Currency{base, quote}, [2]ledger.Currency{quote, base}
		table.rates[direct] = append(table.rates[direct], rate{row: row, date: date, value: value})
		table.rates[back] = append(table.rates[back], rate{row: row, date: date, value: value, inverse: true})
	}
	for _, list := range table.rates {
		slices.SortStableFunc(list, func(a, b rate) int {
			return cmp.Or(cmp.Compare(a.date.Last, b.date.Last), directLast(a, b))
		})
	}
	return table
}

// directLast puts of two rates of one day the direct one last, where it is found
// first.
func directLast(a, b rate) int {
	switch {
	case a.inverse && !b.inverse:
		return -1
	case !a.inverse && b.inverse:
		return 1
	}
	return 0
}

// Convert expresses an amount in another currency by the latest rate on or
// before the basis day, at most maxAge days older, direct or inverse and never
// across a third currency (RULES 7.5). Without such a rate it is not converted.
// The result is rounded only when shown.
func (t *RateTable) Convert(money ledger.Money, to ledger.Currency, basis ledger.Day, maxAge int) (Conversion, bool) {
	if !money.Stated() {
		return Conversion{}, false
	}
	if money.Currency == to {
		return Conversion{Money: money, Rate: ledger.NoRef(), Date: ledger.NoDate()}, true
	}
	if !basis.Known() {
		return Conversion{}, false
	}
	list := t.rates[[2]ledger.Currency{money.Currency, to}]
	after, _ := slices.BinarySearchFunc(list, basis, func(r rate, day ledger.Day) int {
		if r.date.Last <= day {
			return -1
		}
		return 1
	})
	if after == 0 || int(basis-list[after-1].date.Last) > maxAge {
		return Conversion{}, false
	}
	found := list[after-1]
	conversion := Conversion{Rate: found.row, Date: found.date, Value: found.value, Inverse: found.inverse}
	conversion.Money.Currency = to
	if found.inverse {
		conversion.Money.Amount = money.Amount.Div(found.value)
	} else {
		conversion.Money.Amount = money.Amount.Mul(found.value)
	}
	return conversion, true
}

// Convert is RateTable.Convert for a single amount.
func Convert(v *ledger.View, money ledger.Money, to ledger.Currency, basis ledger.Day, maxAge int) (Conversion, bool) {
	if money.Stated() && money.Currency == to {
		return Conversion{Money: money, Rate: ledger.NoRef(), Date: ledger.NoDate()}, true
	}
	return RatesOf(v).Convert(money, to, basis, maxAge)
}
