package analysis_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func yen(basis analysis.RateBasis) analysis.InCurrency {
	return analysis.InCurrency{Currency: "JPY", Basis: basis, RateAge: analysis.DefaultRateAge, Margin: analysis.DefaultAboutMargin()}
}

func onRung(list []analysis.OneCurrency, rung ledger.Rung) analysis.OneCurrency {
	for _, one := range list {
		if one.Total.ID == rung.String() {
			return one
		}
	}
	return analysis.OneCurrency{}
}

// rates.csv has one rate: 111 yen to the dollar on 2016-11-21. It serves the days
// up to 2017-02-21.
func TestMoneyInOneCurrency(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	contracted := onRung(analysis.MoneyIn(v, yen(analysis.BasisEvent)), ledger.ContractedRung)
	// EUR 809.6m, USD 200m and JPY 60bn today (RULES 7.3); the dollars come long after February 2017, the euro has no rate.
	if got := sums(contracted.Total); got != "60000000000 JPY" {
		t.Errorf("contracted: %s, want the JPY 60bn that need no rate", got)
	}
	left := map[ledger.Currency]decimal.Decimal{}
	for _, out := range contracted.Total.LeftOut {
		if out.Reason != analysis.ReasonNotConverted {
			continue
		}
		for i, ref := range out.Refs {
			if ref.Kind != ledger.Events {
				t.Errorf("%s is not the event that states an amount", l.Name(ref))
			}
			left[out.Money[i].Currency] = left[out.Money[i].Currency].Add(out.Money[i].Amount)
		}
	}
	if left["EUR"].String() != "809600000" || left["USD"].String() != "200000000" {
		t.Errorf("not converted: %v, want EUR 809.6m and USD 200m", left)
	}
	if none := onRung(analysis.MoneyIn(v, yen(analysis.BasisAsOf)), ledger.ContractedRung); sums(none.Total) != "60000000000 JPY" {
		t.Errorf("by the rate of %s there is none: %s", today, sums(none.Total))
	}
	// On the day after the summit the rate is 26 days old: the fund's USD 1bn are JPY 111bn (RULES 7.5).
	then := view(t, l, "2016-12-17", today)
	fund := find(t, l, ledger.Funds, "russia-japan-investment-fund")
	size := analysis.Total{ID: "size", Definition: "fund.announced", Unit: analysis.Records, Count: 1, Added: []ledger.Ref{fund},
		Sums: []analysis.Sum{{Money: then.Headline(fund).Money, Records: []ledger.Ref{fund}}}}
	for _, basis := range analysis.RateBases() {
		one := analysis.InOneCurrency(then, size, yen(basis))
		if sums(one.Total) != "111000000000 JPY" || len(one.Converted) != 1 || l.Value(one.Converted[0].Conversion.Rate, "date") != "2016-11-21" {
			t.Errorf("basis %s: %s", basis, sums(one.Total))
		}
	}
	strict := yen(analysis.BasisAsOf)
	strict.RateAge = 25
	if one := analysis.InOneCurrency(then, size, strict); sums(one.Total) != "0 JPY" || len(one.Total.LeftOut) != 1 {
		t.Errorf("with rates of at most 25 days: %s", sums(one.Total))
	}
}

// The two lists of RULES 7.6, on amounts of deals.csv.
func TestRangesOfSums(t *testing.T) {
	l := bundled(t)
	margin := analysis.DefaultAboutMargin()
	deal := func(l *ledger.Ledger, qualifier string) analysis.SumRange {
		t.Helper()
		l = edited(t, l, ledger.Deals, "arctic-lng-2", "amount_qualifier", qualifier)
		v := view(t, l, today, today)
		ref := find(t, l, ledger.Deals, "arctic-lng-2")
		total := analysis.Total{Sums: []analysis.Sum{{Money: v.Headline(ref).Money, Records: []ledger.Ref{ref}}}}
		return analysis.Ranges(v, total, margin)[0]
	}
	for _, c := range []struct {
		qualifier, low, high string
		openLow, open        bool
	}{
		{"", "3000000000", "3000000000", false, false},
		{"exact", "3000000000", "3000000000", false, false},
		{"about", "2700000000", "3300000000", false, false},
		{"up_to", "0", "3000000000", false, false},
		{"at_least", "3000000000", "3000000000", false, true},
		{"more_than", "3000000000", "3000000000", false, true},
		{"range", "3000000000", "3000000000", true, false},
	} {
		got := deal(l, c.qualifier)
		if got.Low.String() != c.low || got.High.String() != c.high || got.OpenLow != c.openLow || got.Open != c.open || got.Central.String() != "3000000000" {
			t.Errorf("%q: %s to %s, open below %v, above %v; want %s to %s, %v, %v", c.qualifier, got.Low, got.High, got.OpenLow, got.Open, c.low, c.high, c.openLow, c.open)
		}
		if got.Exact() != (c.qualifier == "" || c.qualifier == "exact") {
			t.Errorf("%q: exact %v", c.qualifier, got.Exact())
		}
	}
	// A wider margin moves the ends and not the middle.
	margin = decimal.New(2, -1)
	if got := deal(l, "about"); got.Low.String() != "2400000000" || got.High.String() != "3600000000" {
		t.Errorf("about with a fifth: %s to %s", got.Low, got.High)
	}
}

// What was converted and what was not are together all amounts of a total, on
// any day, by any basis.
func TestOneCurrencyKeepsAllAmounts(t *testing.T) {
	l := bundled(t)
	first, last := int32(day(t, "2015-01-01")), int32(day(t, today))
	rapid.Check(t, func(t *rapid.T) {
		happened, known := rapid.Int32Range(first, last).Draw(t, "happened"), rapid.Int32Range(first, last).Draw(t, "known")
		in := analysis.InCurrency{Currency: rapid.SampledFrom([]ledger.Currency{"JPY", "USD", "EUR", "RUB"}).Draw(t, "currency"),
			Basis: rapid.SampledFrom(analysis.RateBases()).Draw(t, "basis"), RateAge: rapid.IntRange(1, 4000).Draw(t, "age of rates")}
		v := l.View(ledger.AsOf{Happened: ledger.Day(happened), Known: ledger.Day(known)})
		rungs := analysis.Money(v)
		for i, one := range analysis.MoneyIn(v, in) {
			all := map[ledger.Currency]decimal.Decimal{}
			for _, sum := range rungs[i].Total.Sums {
				all[sum.Money.Currency] = sum.Money.Amount
			}
			into := decimal.Zero
			for _, part := range one.Converted {
				all[part.Money.Currency] = all[part.Money.Currency].Sub(part.Money.Amount)
				into = into.Add(part.Conversion.Money.Amount)
			}
			for _, left := range one.Total.LeftOut {
				if left.Reason == analysis.ReasonNotConverted || left.Reason == analysis.ReasonNoBasisDay {
					for _, money := range left.Money {
						all[money.Currency] = all[money.Currency].Sub(money.Amount)
					}
				}
			}
			for currency, rest := range all {
				if !rest.IsZero() {
					t.Fatalf("%s: %s %s is neither converted nor left out", one.Total.ID, rest, currency)
				}
			}
			if !into.Equal(one.Total.Sum(in.Currency).Amount) {
				t.Fatalf("%s: the parts make %s, the sum is %s", one.Total.ID, into, one.Total.Sum(in.Currency).Amount)
			}
			if r := one.Range; r.Low.GreaterThan(r.Central) || r.Central.GreaterThan(r.High) {
				t.Fatalf("%s: low %s, central %s, high %s", one.Total.ID, r.Low, r.Central, r.High)
			}
		}
	})
}
