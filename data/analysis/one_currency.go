package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// RateBasis is the day of whose rate an amount is converted (RULES 7.5).
type RateBasis string

// The bases.
const (
	BasisEvent    RateBasis = "event"    // the last day of the event, or of what the record began with
	BasisAsOf     RateBasis = "as_of"    // the day of the view
	BasisContract RateBasis = "contract" // the signing of the record, or of what it carries out
)

// RateBases lists the bases in their order.
func RateBases() []RateBasis { return []RateBasis{BasisEvent, BasisAsOf, BasisContract} }

// ParseRateBasis reads the name of a basis.
func ParseRateBasis(name string) (RateBasis, bool) {
	for _, basis := range RateBases() {
		if string(basis) == name {
			return basis, true
		}
	}
	return BasisEvent, false
}

// Reasons for which amounts stay out of a sum in one currency.
const (
	ReasonNotConverted = "not_converted" // no rate, or only one that is too old
	ReasonNoBasisDay   = "no_basis_day"  // no day to take a rate of
)

// InCurrency chooses one currency: which one, by the rate of which day, and how many
// days older that rate may be.
type InCurrency struct {
	Currency ledger.Currency
	Basis    RateBasis
	RateAge  int             // days; 0: DefaultRateAge
	Margin   decimal.Decimal // for the range, as in Settings
}

// OneCurrency is a total in one currency, by choice: sums stand apart per
// currency otherwise (RULES 7.5).
type OneCurrency struct {
	Total     Total // one sum; what was not converted is left out with its amount
	Range     SumRange
	Converted []ConvertedAmount // in the order of the sums; amounts of the currency itself too
}

// ConvertedAmount is an amount of a sum with how it was converted.
type ConvertedAmount struct {
	Record     ledger.Ref // an event or a record; the first of several where only their difference counts
	Money      ledger.Money
	Conversion Conversion
}

// InOneCurrency converts the sums of a total, amount by amount. What has no rate
// keeps its own currency and is named with its amount: the sum and what was not
// converted together are all amounts of the total.
func InOneCurrency(v *ledger.View, total Total, in InCurrency) OneCurrency {
	return inOneCurrency(v, RatesOf(v), total, in)
}

// MoneyIn is Money in one currency, rung by rung.
func MoneyIn(v *ledger.View, in InCurrency) []OneCurrency {
	rates := RatesOf(v)
	rungs := Money(v)
	list := make([]OneCurrency, len(rungs))
	for i, rung := range rungs {
		list[i] = inOneCurrency(v, rates, rung.Total, in)
	}
	return list
}

func inOneCurrency(v *ledger.View, rates *RateTable, total Total, in InCurrency) OneCurrency {
	if in.RateAge == 0 {
		in.RateAge = DefaultRateAge
	}
	result := OneCurrency{Total: Total{ID: total.ID, Definition: "one_currency", Unit: total.Unit, Count: total.Count, Added: total.Added, LeftOut: append([]LeftOut(nil), total.LeftOut...)}}
	result.Range.Currency = in.Currency
	result.Total.addMoney(ledger.Money{Currency: in.Currency})
	for _, sum := range total.Sums {
		for _, part := range partsOf(v, sum) {
			result.take(v, rates, part, in)
		}
	}
	result.Range.Central = result.Total.Sums[0].Money.Amount
	result.Range.Low, result.Range.High = result.Range.Low.Add(result.Range.Central), result.Range.High.Add(result.Range.Central)
	return result
}

// sumPart is one amount of a sum.
type sumPart struct {
	record    ledger.Ref
	money     ledger.Money
	qualifier ledger.Qualifier
	whole     bool // the money is the record's own amount
}

// partsOf takes a sum apart into its amounts. Where they do not add up to it,
// as when a fund's payments are counted at its deals, the sum is one part.
func partsOf(v *ledger.View, sum Sum) []sumPart {
	parts := make([]sumPart, 0, len(sum.Records))
	rest := sum.Money.Amount
	for _, ref := range sum.Records {
		money, qualifier := amountOf(v, ref)
		if money.Currency != sum.Money.Currency {
			rest = decimal.NewFromInt(-1)
			break
		}
		rest = rest.Sub(money.Amount)
		parts = append(parts, sumPart{record: ref, money: money, qualifier: qualifier, whole: true})
	}
	if rest.IsZero() {
		return parts
	}
	record := ledger.NoRef()
	if n := len(sum.Records); n > 0 {
		record = sum.Records[n-1]
	}
	return []sumPart{{record: record, money: sum.Money}}
}

func (o *OneCurrency) take(v *ledger.View, rates *RateTable, part sumPart, in InCurrency) {
	basis := ledger.NoDay
	if part.record.Exists() {
		basis = basisOf(v, part.record, in.Basis)
	}
	conversion, ok := rates.Convert(part.money, in.Currency, basis, in.RateAge)
	if !ok {
		reason := ReasonNotConverted
		if !basis.Known() {
			reason = ReasonNoBasisDay
		}
		o.Total.LeftOut = leaveOutMoney(o.Total.LeftOut, reason, part.record, ledger.NoRef(), part.money)
		return
	}
	o.Converted = append(o.Converted, ConvertedAmount{Record: part.record, Money: part.money, Conversion: conversion})
	o.Total.addMoney(conversion.Money, part.record)
	if part.whole {
		spread := part.qualifier.Range(conversion.Money.Amount, in.Margin)
		o.Range.widen(part.record, spread, decimal.NewFromInt(1))
	}
}

// basisOf gives the day of whose rate the amount of an event or record is
// converted.
func basisOf(v *ledger.View, ref ledger.Ref, basis RateBasis) ledger.Day {
	l := v.Ledger()
	switch {
	case basis == BasisAsOf:
		return v.AsOf().Happened
	case ref.Kind == ledger.Events && basis == BasisEvent:
		return l.HappenedOn(ref)
	case ref.Kind == ledger.Events:
		if subject := l.EventSubject(ref); subject.Exists() && subject.Kind != ledger.Events {
			return contractDay(v, subject)
		}
		return ledger.NoDay
	case basis == BasisContract:
		return contractDay(v, ref)
	}
	return ownDay(v, ref)
}

// ownDay is the day with which a record began: an agreement was signed, a deal
// opened, a fund announced.
func ownDay(v *ledger.View, ref ledger.Ref) ledger.Day {
	l := v.Ledger()
	switch ref.Kind {
	case ledger.Agreements:
		return signingDay(v, ref)
	case ledger.Deals:
		return l.Date(ref, "opened_on").Happened(l.Recorded(ref))
	case ledger.Funds:
		return l.Date(ref, "announced_on").Happened(l.Recorded(ref))
	}
	return ledger.NoDay
}

// contractDay is the day of the contract behind a record: of an agreement its
// signing; of a deal or fund its first visible event of signing, else the
// earliest signing of the documents that it carries out, else its own day.
func contractDay(v *ledger.View, ref ledger.Ref) ledger.Day {
	l := v.Ledger()
	if ref.Kind == ledger.Agreements {
		return signingDay(v, ref)
	}
	for event := range v.Events(ref) {
		if l.EventKind(event) == ledger.EventSigned {
			return l.HappenedOn(event)
		}
	}
	earliest := ledger.FarDay
	for _, document := range implemented(v, ref) {
		if signed := signingDay(v, document); signed.Known() {
			earliest = min(earliest, signed)
		}
	}
	if earliest != ledger.FarDay {
		return earliest
	}
	return ownDay(v, ref)
}
