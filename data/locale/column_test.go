package locale

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// The package of December 2016: JPY 300bn claimed, 112.2 named, 187.8 not
// found, and they add up as printed.
func TestAmountsUnderEachOther(t *testing.T) {
	amounts := []decimal.Decimal{decimal.New(300, 9), decimal.New(1122, 8), decimal.New(1878, 8), decimal.Zero, decimal.New(12, 8)}
	for language, want := range map[Language][]string{
		English:  {"JPY bn", "300.0", "112.2", "187.8", "0", "1.2"},
		Japanese: {"億円", "3,000", "1,122", "1,878", "0", "12"},
		Russian:  {"млрд иен", "300,0", "112,2", "187,8", "0", "1,2"},
	} {
		p, err := New(language)
		if err != nil {
			t.Fatal(err)
		}
		column := p.NewMoneyColumn("JPY", amounts...)
		got := []string{column.Unit()}
		for _, amount := range amounts {
			got = append(got, column.Number(amount))
		}
		if strings.ReplaceAll(strings.Join(got, "|"), "\u00a0", " ") != strings.Join(want, "|") {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if small := column.Number(decimal.New(3, 6)); strings.Trim(small, "0.,") != "3" {
			t.Errorf("%s: three million is printed %q", language, small)
		}
	}
}

// Figures for the fund that differ are printed differently in every language.
func TestSaidAmountsDiffer(t *testing.T) {
	for language, want := range map[Language]string{
		English:  "USD 880m|USD 900m|USD 901m|USD 902m|USD 1.0bn|USD 5.24bn|USD 1.3bn",
		Japanese: "8.8億ドル|9億ドル|9.01億ドル|9.02億ドル|10億ドル|52.4億ドル|13億ドル",
		Russian:  "880 млн долл.|900 млн долл.|901 млн долл.|902 млн долл.|1,0 млрд долл.|5,24 млрд долл.|1,3 млрд долл.",
	} {
		p, err := New(language)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, millions := range []int64{880, 900, 901, 902, 1000, 5240, 1300} {
			got = append(got, p.MoneySaid(ledger.Money{Amount: decimal.New(millions, 6), Currency: "USD"}))
		}
		if text := strings.ReplaceAll(strings.Join(got, "|"), "\u00a0", " "); text != want {
			t.Errorf("%s: %s, want %s", language, text, want)
		}
	}
}
