package locale

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// MoneyColumn writes amounts of one currency under each other: all in one unit,
// which stands over them, and with the same decimals, so that they add up as
// they are printed.
type MoneyColumn struct {
	printer  *Printer
	currency ledger.Currency
	scale    scale
	places   int32
}

// NewMoneyColumn picks the unit of the largest amount, and one decimal when any
// amount needs it.
func (p *Printer) NewMoneyColumn(currency ledger.Currency, amounts ...decimal.Decimal) MoneyColumn {
	c := MoneyColumn{printer: p, currency: currency, scale: scale{size: decimal.New(1, 0)}}
	most := decimal.Zero
	for _, amount := range amounts {
		most = decimal.Max(most, amount.Abs())
	}
	for _, scale := range p.scales() {
		// A trillion is told as thousands of the next unit: three hundred of a unit read better than 0.3 of another.
		if scale.size.LessThanOrEqual(decimal.New(1, 9)) && most.GreaterThanOrEqual(scale.size) {
			c.scale = scale
			break
		}
	}
	for _, amount := range amounts {
		if value := amount.Div(c.scale.size); !value.Equal(value.Round(0)) {
			c.places = 1
		}
	}
	return c
}

// Unit names currency and unit over the amounts: JPY bn, 億円, млрд иен.
func (c MoneyColumn) Unit() string {
	unit := strings.TrimSpace(c.scale.word)
	if unit == "" {
		return strings.TrimSpace(c.printer.withCurrency("", c.currency))
	}
	return c.printer.withCurrency(unit, c.currency)
}

// Number writes an amount without currency and unit. Zero is 0; what would
// round to it keeps the decimals it needs.
func (c MoneyColumn) Number(amount decimal.Decimal) string {
	if amount.IsZero() {
		return "0"
	}
	value, places := amount.Div(c.scale.size), c.places
	for value.Round(places).IsZero() {
		places++
	}
	return c.printer.group(value.Round(places).StringFixed(places))
}

// Tick writes a round value of an axis: with no more decimals than it has.
func (c MoneyColumn) Tick(amount decimal.Decimal) string {
	value := amount.Div(c.scale.size)
	for places := int32(0); places < mostSaid; places++ {
		if value.Equal(value.Round(places)) {
			return c.printer.group(value.StringFixed(places))
		}
	}
	return c.Number(amount)
}

// mostSaid bounds the decimals of an amount as it was said.
const mostSaid = 3

// MoneySaid writes an amount as Money does, with as many decimals, up to three,
// as tell it from others near it: 8.8億ドル and 9.02億ドル, USD 5.24bn.
func (p *Printer) MoneySaid(money ledger.Money) string {
	if !money.Stated() {
		return p.Text("money.none")
	}
	for _, scale := range p.scales() {
		value := money.Amount.Div(scale.size)
		if value.Abs().LessThan(decimal.New(1, 0)) {
			continue
		}
		for places := int32(1); places <= mostSaid; places++ {
			if value.Equal(value.Round(0)) {
				break
			}
			if value.Equal(value.Round(places)) {
				return p.withCurrency(p.group(value.StringFixed(places))+scale.word, money.Currency)
			}
		}
		break
	}
	return p.Money(money)
}
