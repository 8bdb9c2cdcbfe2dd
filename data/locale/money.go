package locale

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

const (
	noBreak = "\u00a0" // between thousands in Russian: the typeface has no narrow spaces
	minus   = "\u2212" // as wide as a digit
)

// Integer writes a whole number with its thousands apart.
func (p *Printer) Integer(n int) string {
	return p.group(strconv.Itoa(n))
}

// Decimal writes a number with exactly the given decimals.
func (p *Printer) Decimal(d decimal.Decimal, places int32) string {
	return p.group(d.StringFixed(places))
}

// group puts thousands apart and uses the language's decimal sign.
func (p *Printer) group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = minus, digits[1:]
	}
	whole, part, hasPart := strings.Cut(digits, ".")
	separator, point := ",", "."
	if p.language == Russian {
		separator, point = noBreak, ","
	}
	var out strings.Builder
	out.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(separator)
		}
		out.WriteRune(digit)
	}
	if hasPart {
		out.WriteString(point)
		out.WriteString(part)
	}
	return out.String()
}

// scale is a unit in which money is told: above this size, divided by it.
type scale struct {
	size decimal.Decimal
	word string
}

// scales lists the units of a language, largest first.
func (p *Printer) scales() []scale {
	ten := func(power int32) decimal.Decimal { return decimal.New(1, power) }
	switch p.language {
	case Japanese:
		return []scale{{ten(12), "兆"}, {ten(8), "億"}, {ten(4), "万"}}
	case Russian:
		return []scale{{ten(12), " трлн"}, {ten(9), " млрд"}, {ten(6), " млн"}}
	}
	return []scale{{ten(12), "tn"}, {ten(9), "bn"}, {ten(6), "m"}}
}

// scaled writes an amount in the largest unit that it fills.
func (p *Printer) scaled(amount decimal.Decimal, tenths bool) string {
	size := amount.Abs()
	for i, scale := range p.scales() {
		if size.LessThan(scale.size) {
			continue
		}
		value := amount.Div(scale.size)
		places := int32(0)
		switch {
		case tenths:
			places = 1
		case p.language == Japanese:
			places = japanesePlaces(value, i == 0)
		case i <= 1: // trillions and billions: one decimal below ten, none above
			if value.Abs().Round(1).LessThan(decimal.New(10, 0)) {
				places = 1
			}
		case !value.Equal(value.Round(0)):
			places = 1
		}
		return p.group(value.Round(places).StringFixed(places)) + scale.word
	}
	if amount.Equal(amount.Round(0)) {
		return p.group(amount.StringFixed(0))
	}
	return p.group(amount.String())
}

// japanesePlaces gives the decimals of an amount in a Japanese unit: each is
// ten thousand times the next, so that small numbers of one keep up to two
// decimals, none that is 0. 9.01億 and 8.8億 are not both 9億.
func japanesePlaces(value decimal.Decimal, largest bool) int32 {
	size, most := value.Abs(), int32(0)
	switch {
	case largest, size.LessThan(decimal.New(100, 0)) && !size.LessThan(decimal.New(10, 0)):
		most = 1
	case size.LessThan(decimal.New(10, 0)):
		most = 2
	}
	for most > 0 && value.Round(most).Equal(value.Round(most-1)) {
		most--
	}
	return most
}

// Money writes an amount as running text does: USD 1.0bn, 10億ドル, 1,0 млрд долл.
func (p *Printer) Money(money ledger.Money) string {
	if !money.Stated() {
		return p.Text("money.none")
	}
	return p.withCurrency(p.scaled(money.Amount, false), money.Currency)
}

// MoneyTenths writes an amount with one decimal whatever its size, for figures
// that must add up under each other.
func (p *Printer) MoneyTenths(money ledger.Money) string {
	if !money.Stated() {
		return p.Text("money.none")
	}
	if money.Amount.IsZero() {
		return p.withCurrency("0", money.Currency)
	}
	return p.withCurrency(p.scaled(money.Amount, true), money.Currency)
}

// Exact writes all digits of an amount.
func (p *Printer) Exact(money ledger.Money) string {
	if !money.Stated() {
		return p.Text("money.none")
	}
	return p.withCurrency(p.group(money.Amount.String()), money.Currency)
}

func (p *Printer) withCurrency(number string, currency ledger.Currency) string {
	name := p.Text("currency." + string(currency))
	if strings.HasPrefix(name, "currency.") {
		name = string(currency)
	}
	switch p.language {
	case Japanese:
		return number + name
	case Russian:
		return number + noBreak + name
	}
	return string(currency) + " " + number
}

// Qualified puts the qualifier of the source before (or, in Japanese for
// "more than", after) an amount as running text has it.
func (p *Printer) Qualified(qualifier ledger.Qualifier, amount string) string {
	return p.qualified(qualifier, p.Word("qualifier", qualifier.String()), amount)
}

// QualifiedShort is Qualified in the short words of a card: over USD 800m.
func (p *Printer) QualifiedShort(qualifier ledger.Qualifier, amount string) string {
	return p.qualified(qualifier, p.Short("qualifier", qualifier.String()), amount)
}

func (p *Printer) qualified(qualifier ledger.Qualifier, word, amount string) string {
	switch qualifier {
	case ledger.NoQualifier, ledger.Exact:
		return amount
	}
	if p.language == Japanese {
		if qualifier == ledger.MoreThan {
			return amount + word
		}
		return word + amount
	}
	return word + " " + amount
}

// millionUnit is the size of the unit of money columns: a million, 億 in Japanese.
func (p *Printer) millionUnit() decimal.Decimal {
	if p.language == Japanese {
		return decimal.New(1, 8)
	}
	return decimal.New(1, 6)
}

// MillionUnit names the unit of money columns: million, 億, млн.
func (p *Printer) MillionUnit() string { return p.Text("money.unit") }

// Million writes a number in the unit of money columns, without unit or
// currency; small amounts keep the decimals they need.
func (p *Printer) Million(amount decimal.Decimal) string {
	value := amount.Div(p.millionUnit())
	places := int32(0)
	switch {
	case value.Equal(value.Round(0)):
	case value.Abs().LessThan(decimal.New(1, -1)):
		places = 3
	default:
		places = 1
	}
	return p.group(value.Round(places).StringFixed(places))
}

// MoneyCell writes an amount for a money column: USD ~1,000.
func (p *Printer) MoneyCell(money ledger.Money, qualifier ledger.Qualifier) string {
	if !money.Stated() {
		return ""
	}
	sign := ""
	switch qualifier {
	case ledger.QualifierAbout:
		sign = "~"
	case ledger.AtLeast, ledger.AmountRange:
		sign = "≥"
	case ledger.MoreThan:
		sign = ">"
	case ledger.UpTo:
		sign = "≤"
	}
	return string(money.Currency) + " " + sign + p.Million(money.Amount)
}
