package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// SumRange is what a sum of one currency can mean: low, central and high, or an
// open end where some amount has one (RULES 7.6).
type SumRange struct {
	ledger.Range
	Currency  ledger.Currency
	Qualified []ledger.Ref // the records whose amounts are not exact
}

// Exact reports whether the sum can mean one figure only.
func (r SumRange) Exact() bool {
	return !r.Open && !r.OpenLow && r.Low.Equal(r.Central) && r.High.Equal(r.Central)
}

// Ranges gives for each sum of a total what it can mean by the qualifiers of its
// amounts. margin is the share by which an amount told as "about" may be off.
// Amounts of events carry no qualifier: they are as told.
func Ranges(v *ledger.View, total Total, margin decimal.Decimal) []SumRange {
	list := make([]SumRange, len(total.Sums))
	for i, sum := range total.Sums {
		amount := sum.Money.Amount
		list[i] = SumRange{Range: ledger.Range{Low: amount, Central: amount, High: amount}, Currency: sum.Money.Currency}
		for _, ref := range sum.Records {
			money, qualifier := amountOf(v, ref)
			if money.Currency == sum.Money.Currency {
				list[i].widen(ref, qualifier.Range(money.Amount, margin), decimal.NewFromInt(1))
			}
		}
	}
	return list
}

// widen adds to a sum what one of its amounts may be less or more, times a
// factor: the rate of a converted amount.
func (r *SumRange) widen(ref ledger.Ref, of ledger.Range, factor decimal.Decimal) {
	if of.Low.Equal(of.Central) && of.High.Equal(of.Central) && !of.Open && !of.OpenLow {
		return
	}
	r.Low = r.Low.Sub(of.Central.Sub(of.Low).Mul(factor))
	r.High = r.High.Add(of.High.Sub(of.Central).Mul(factor))
	r.Open, r.OpenLow = r.Open || of.Open, r.OpenLow || of.OpenLow
	r.Qualified = append(r.Qualified, ref)
}

// amountOf gives the amount that a record brings into a sum, with its
// qualifier: an event its amount, other records their headline.
func amountOf(v *ledger.View, ref ledger.Ref) (ledger.Money, ledger.Qualifier) {
	if ref.Kind == ledger.Events {
		return v.Ledger().MoneyOf(ref, "amount"), ledger.NoQualifier
	}
	headline := v.Headline(ref)
	return headline.Money, headline.Qualifier
}
