package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Rivals describes the other figures for the same thing: rivals, forecasts,
// figures without a scope; one chart a currency, that of the claim first. A
// claim alone has none.
func (c ClaimCharting) Rivals(others analysis.OtherFigures) []chart.Dots {
	groups := []struct {
		key    string
		claims []ledger.Ref
	}{{"claims.others.rivals", others.Rivals}, {"claims.others.forecasts", others.Forecasts}, {"claims.others.unscoped", others.Unscoped}}
	var order []ledger.Currency
	byCurrency := map[ledger.Currency]*chart.Dots{}
	chartOf := func(currency ledger.Currency) *chart.Dots {
		if byCurrency[currency] == nil {
			order = append(order, currency)
			byCurrency[currency] = c.newDots(currency)
		}
		return byCurrency[currency]
	}
	chartOf(c.Answer.Currency)
	rows := 0
	for _, group := range groups {
		last := map[ledger.Currency]bool{}
		for _, claim := range group.claims {
			currency := ledger.Currency(c.View.Ledger().Value(claim, "currency"))
			row, ok := c.dotRow(claim)
			if !ok {
				continue
			}
			if !last[currency] {
				row.Group, last[currency] = c.text(group.key), true
			}
			dots := chartOf(currency)
			dots.Rows = append(dots.Rows, row)
			rows++
		}
	}
	if rows < 2 && !byCurrency[c.Answer.Currency].HasStroke {
		return nil
	}
	var charts []chart.Dots
	for _, currency := range order {
		if dots := byCurrency[currency]; len(dots.Rows) > 0 {
			charts = append(charts, *dots)
		}
	}
	return charts
}

// newDots begins a chart of figures of a currency, with the stroke of what the
// ledger has in it.
func (c ClaimCharting) newDots(currency ledger.Currency) *chart.Dots {
	a := c.Answer
	dots := &chart.Dots{Tick: c.Tick, Whole: a.Unit != ledger.UnitMoney}
	if a.Unit == ledger.UnitMoney {
		dots.Tick = func(value decimal.Decimal) string {
			if value.IsZero() {
				return "0"
			}
			return c.Printer.MoneySaid(ledger.Money{Amount: value, Currency: currency})
		}
	}
	switch {
	case a.HasRemainder && currency == a.Currency:
		dots.HasStroke, dots.Stroke, dots.StrokeNumber, dots.StrokeLabel = true, a.Itemised, c.Said(a.Itemised), c.text("claims.others.itemised")
	case a.Comparison != nil && a.Unit == ledger.UnitMoney && a.Comparison.Headline.Money.Currency == currency && a.Comparison.Headline.Money.Stated():
		own := a.Comparison.Headline.Money
		dots.HasStroke, dots.Stroke, dots.StrokeNumber, dots.StrokeLabel = true, own.Amount, c.Printer.Money(own), c.text("claims.others.own")
	}
	return dots
}

// dotRow describes one figure.
func (c ClaimCharting) dotRow(claim ledger.Ref) (chart.DotRow, bool) {
	l := c.View.Ledger()
	amount, err := ledger.ParseAmount(l.Value(claim, "amount"))
	if err != nil {
		return chart.DotRow{}, false
	}
	by := locale.Capital(strings.ReplaceAll(l.Value(claim, "claimed_by"), ";", ","))
	row := chart.DotRow{Title: by, Number: c.ClaimedShort(claim), Value: amount, Reach: reachOf(qualifierOf(l, claim)), Strong: claim == c.Answer.Claim}
	if date := l.Date(claim, "as_of"); date.Known() {
		row.Aside = c.Printer.ShortDate(date)
	}
	if claim != c.Answer.Claim {
		row.ID = l.Key(claim)
	}
	return row, true
}

// reachOf says how far a figure reaches.
func reachOf(qualifier ledger.Qualifier) chart.Reach {
	switch qualifier {
	case ledger.MoreThan, ledger.AtLeast, ledger.AmountRange:
		return chart.Upwards
	case ledger.UpTo:
		return chart.Downwards
	case ledger.QualifierAbout:
		return chart.About
	}
	return chart.Exact
}

// qualifierOf reads how exact a claim is.
func qualifierOf(l *ledger.Ledger, claim ledger.Ref) ledger.Qualifier {
	column := ledger.Claims.Columns()[ledger.Claims.Column("qualifier")]
	position, _ := column.Words.Position(l.Value(claim, "qualifier"))
	return ledger.Qualifier(position)
}

// ClaimedShort writes what was claimed as lists do: about 80, JPY 300bn.
func (c Charting) ClaimedShort(claim ledger.Ref) string {
	l := c.View.Ledger()
	amount, err := ledger.ParseAmount(l.Value(claim, "amount"))
	if err != nil {
		return l.Value(claim, "amount")
	}
	figure := ""
	switch l.Value(claim, "unit") {
	case ledger.UnitMoney.String():
		figure = c.Printer.MoneySaid(ledger.Money{Amount: amount, Currency: ledger.Currency(l.Value(claim, "currency"))})
	case ledger.UnitPercent.String():
		figure = c.plain(ledger.UnitPercent, amount)
	default:
		figure = c.plain(ledger.NoUnit, amount)
	}
	return c.Printer.Qualified(qualifierOf(l, claim), figure)
}
