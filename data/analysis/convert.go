package analysis

import (
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

// Convert expresses an amount in another currency by the latest visible rate
// on or before the basis day, at most maxAge days older, direct or inverse and
// never across a third currency (RULES 7.5). Without such a rate it is not
// converted. The result is rounded only when shown.
func Convert(v *ledger.View, money ledger.Money, to ledger.Currency, basis ledger.Day, maxAge int) (Conversion, bool) {
	if !money.Stated() {
		return Conversion{}, false
	}
	if money.Currency == to {
		return Conversion{Money: money, Rate: ledger.NoRef(), Date: ledger.NoDate()}, true
	}
	if !basis.Known() {
		return Conversion{}, false
	}
	l := v.Ledger()
	found := Conversion{Rate: ledger.NoRef(), Date: ledger.NoDate()}
	for rate := range v.All(ledger.Rates) {
		base, quote := ledger.Currency(l.Value(rate, "base")), ledger.Currency(l.Value(rate, "quote"))
		direct := base == money.Currency && quote == to
		if !direct && (base != to || quote != money.Currency) {
			continue
		}
		date := l.Date(rate, "date")
		if !date.Known() || date.Last > basis || int(basis-date.Last) > maxAge {
			continue
		}
		value, err := ledger.ParseAmount(l.Value(rate, "rate"))
		if err != nil || value.IsZero() {
			continue // a fault of the file, named by the checks
		}
		if found.Rate.Exists() && (date.Last < found.Date.Last || date.Last == found.Date.Last && !direct) {
			continue
		}
		found = Conversion{Rate: rate, Date: date, Value: value, Inverse: !direct}
	}
	if !found.Rate.Exists() {
		return Conversion{}, false
	}
	found.Money.Currency = to
	if found.Inverse {
		found.Money.Amount = money.Amount.Div(found.Value)
	} else {
		found.Money.Amount = money.Amount.Mul(found.Value)
	}
	return found, true
}
