package query

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"summitledger/data/ledger"
)

// units are the words for powers of ten that may follow a number.
var units = []struct {
	word  string
	power int32
}{
	{"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3}, {"трлн", 12}, {"млрд", 9}, {"млн", 6}, {"тыс", 3},
	{"tn", 12}, {"bn", 9}, {"mln", 6}, {"mn", 6}, {"m", 6}, {"k", 3}, {"兆", 12}, {"億", 8}, {"万", 4},
}

// unitWord reports whether a whole word is one of units.
func unitWord(word string) bool {
	word = strings.TrimSuffix(strings.ToLower(norm.NFKC.String(word)), ".")
	return slices.ContainsFunc(units, func(u struct {
		word  string
		power int32
	}) bool {
		return u.word == word
	})
}

// currencyNames gives the currencies by their names in the languages of the
// program, in small letters and without a last full stop.
var currencyNames = sync.OnceValue(func() map[string]ledger.Currency {
	names := map[string]ledger.Currency{"yen": "JPY"}
	for _, p := range printers() {
		for _, code := range []ledger.Currency{"CNY", "EUR", "GBP", "JPY", "RUB", "USD"} {
			if key := "currency." + string(code); p.Has(key) {
				names[strings.TrimSuffix(strings.ToLower(p.Text(key)), ".")] = code
			}
		}
	}
	return names
})

// currencyNamed reads a code or a name of a currency.
func currencyNamed(text string) (ledger.Currency, bool) {
	text = norm.NFKC.String(text)
	if code, err := ledger.ParseCurrency(strings.ToUpper(text)); err == nil {
		return code, true
	}
	code, ok := currencyNames()[strings.TrimSuffix(strings.ToLower(text), ".")]
	return code, ok
}

// readAmount reads an amount as people write it: 1bn JPY, USD 1.5m, 10億円,
// 1,000,000, 1,5 млрд руб. The currency may be missing.
func readAmount(text string) (amount decimal.Decimal, currency ledger.Currency, ok bool) {
	rest := strings.TrimSpace(norm.NFKC.String(text))
	digits := strings.IndexFunc(rest, unicode.IsDigit)
	if digits < 0 {
		return amount, "", false
	}
	if before := strings.TrimSpace(rest[:digits]); before != "" {
		if currency, ok = currencyNamed(before); !ok {
			return amount, "", false
		}
	}
	rest = rest[digits:]
	end := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' && r != ' ' && r != '\u00a0' })
	if end < 0 {
		end = len(rest)
	}
	number, after := strings.Trim(rest[:end], " \u00a0"), strings.TrimSpace(rest[end:])
	amount, ok = readNumber(number)
	if !ok || after == "" {
		return amount, currency, ok
	}
	if named, ok := currencyNamed(after); ok && currency == "" {
		return amount, named, true
	}
	lower := strings.ToLower(after)
	for _, unit := range units {
		tail, found := strings.CutPrefix(lower, unit.word)
		if !found {
			continue
		}
		tail = strings.TrimSpace(strings.TrimPrefix(tail, "."))
		if tail == "" {
			return amount.Shift(unit.power), currency, true
		}
		if named, ok := currencyNamed(tail); ok && currency == "" {
			return amount.Shift(unit.power), named, true
		}
	}
	return amount, "", false
}

// longestNumber bounds the digits of a number in a filter.
const longestNumber = 30

// readNumber reads digits with a decimal sign and thousands apart.
func readNumber(text string) (decimal.Decimal, bool) {
	text = strings.NewReplacer(" ", "", "\u00a0", "").Replace(text)
	if before, after, found := strings.Cut(text, ","); found {
		if strings.Count(text, ",") == 1 && len(after) != 3 && !strings.Contains(text, ".") {
			text = before + "." + after // a Russian decimal comma
		} else {
			groups := strings.Split(strings.SplitN(text, ".", 2)[0], ",")
			for i, group := range groups {
				if len(group) > 3 || i > 0 && len(group) != 3 {
					return decimal.Zero, false
				}
			}
			text = strings.ReplaceAll(text, ",", "")
		}
	}
	if len(text) > longestNumber {
		return decimal.Zero, false
	}
	amount, err := ledger.ParseAmount(text)
	return amount, err == nil
}
