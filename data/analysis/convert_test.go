package analysis_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestConvertByADatedRate(t *testing.T) {
	v := viewToday(t)
	for _, c := range []struct {
		name     string
		amount   int64
		from, to ledger.Currency
		basis    string
		want     string // rounded to the minor units; empty: not converted
	}{
		{"USD 1bn at the summit, 111 of three weeks before", 1_000_000_000, "USD", "JPY", "2016-12-16", "111000000000 JPY"},
		{"the other way round", 111_000_000_000, "JPY", "USD", "2016-12-16", "1000000000 USD"},
		{"a share that does not divide evenly", 1_000, "JPY", "USD", "2016-12-16", "9.01 USD"},
		{"on the day of the rate", 1, "USD", "JPY", "2016-11-21", "111 JPY"},
		{"the day before the rate was published", 1, "USD", "JPY", "2016-11-20", ""},
		{"92 days after it", 1, "USD", "JPY", "2017-02-21", "111 JPY"},
		{"93 days after it", 1, "USD", "JPY", "2017-02-22", ""},
		{"no rate of the euro", 200_000_000, "EUR", "JPY", "2016-12-16", ""},
		{"nothing to convert", 60_000_000_000, "JPY", "JPY", "2026-01-01", "60000000000 JPY"},
	} {
		money := ledger.Money{Amount: decimal.NewFromInt(c.amount), Currency: c.from}
		conversion, ok := analysis.Convert(v, money, c.to, day(t, c.basis), analysis.DefaultRateAge)
		got := ""
		if ok {
			conversion.Money.Amount = conversion.Money.Amount.Round(conversion.Money.Currency.MinorUnits())
			got = conversion.Money.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if ok && c.from != c.to && v.Ledger().Value(conversion.Rate, "date") != "2016-11-21" {
			t.Errorf("%s: rate of %s, want that of 2016-11-21", c.name, v.Ledger().Value(conversion.Rate, "date"))
		}
	}
	if _, ok := analysis.Convert(v, ledger.Money{Amount: decimal.NewFromInt(1), Currency: "USD"}, "JPY", ledger.NoDay, analysis.DefaultRateAge); ok {
		t.Error("converted without a day to take the rate of")
	}
}

func TestRateThatWasNotYetKnown(t *testing.T) {
	v := view(t, bundled(t), "2016-11-20", "2016-11-20")
	if _, ok := analysis.Convert(v, ledger.Money{Amount: decimal.NewFromInt(1), Currency: "USD"}, "JPY", day(t, "2016-12-16"), analysis.DefaultRateAge); ok {
		t.Error("a rate of 2016-11-21 is used in the view of 2016-11-20")
	}
}
