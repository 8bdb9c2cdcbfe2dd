package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Fund describes the money of a fund step by step, in the currency in which the
// steps can be compared; amounts without a rate have a number and no bar.
func (c Charting) Fund(ladder analysis.FundLadder) chart.Bars {
	column := c.Printer.NewMoneyColumn(ladder.Scale)
	bars := chart.Bars{}
	var amounts []decimal.Decimal
	for _, step := range ladder.Steps {
		row := chart.BarRow{ID: step.Total.ID, Label: locale.Capital(c.text("answer.step." + step.Total.ID)), Number: c.text("money.none")}
		if !step.Known {
			row.Number = c.text("answer.never_known")
		}
		var said []string
		for _, sum := range step.Total.Sums {
			said = append(said, c.Printer.Money(sum.Money))
		}
		if len(said) > 0 {
			row.Number = strings.Join(said, ", ")
		}
		for _, money := range step.Scaled {
			if !money.Converted {
				row.Note = c.text("reports.no_rate", string(ladder.Scale))
				continue
			}
			amounts = append(amounts, money.In.Amount)
			row.Segments = append(row.Segments, chart.Segment{Value: money.In.Amount, Fill: fundFill(step.Total.ID)})
			if money.Of.Currency != ladder.Scale {
				row.Note = c.text("reports.converted", c.Printer.Money(money.In))
			}
		}
		bars.Rows = append(bars.Rows, row)
	}
	if ladder.Scale != "" {
		column = c.Printer.NewMoneyColumn(ladder.Scale, amounts...)
		bars.Unit = column.Unit()
	}
	bars.Tick = column.Tick
	return bars
}

// fundFill says how sure the money of a step is: a size is nobody's commitment.
func fundFill(step string) chart.Fill {
	switch step {
	case analysis.FundAnnounced:
		return chart.OtherKind
	case analysis.FundCommitted:
		return chart.Unconfirmed
	case analysis.FundUntraced:
		return chart.NotFound
	}
	return chart.Confirmed
}

// ladders sets the money of each shown fund step by step.
func (s *viewed) ladders() {
	rateAge := analysis.SettingsOf(s.View.Ledger()).RateAge
	for i, fund := range s.asked.Selection.Rows {
		ladder := analysis.LadderOf(s.View, fund, rateAge)
		section := Section{Heading: s.title(fund), Aside: s.Printer.Records(ledger.Deals, ladder.Deals.Count), Chart: s.charting().Fund(ladder)}
		if i == 0 {
			section.Sentences = s.shown()
		}
		s.sections = append(s.sections, section)
	}
	if len(s.asked.Selection.Rows) == 0 {
		s.sections = append(s.sections, Section{Heading: s.headline(), Sentences: s.shown()})
	}
}
