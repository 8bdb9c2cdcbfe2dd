package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Names of the rows of a bridge beside its buckets.
const (
	RowClaimed   = "claimed"
	RowRemainder = "remainder"
	RowSum       = "itemised"
)

// ClaimCharting describes the charts of the answer to a claim and writes its
// figures.
type ClaimCharting struct {
	Charting
	Answer  analysis.ClaimAnswer
	Counted ledger.Kind // the table that the claim counts
	Marked  bool        // what is counted at the level of the answer is marked under each bar
	Shown   bool        // so is what a filter shows
	column  locale.MoneyColumn
}

// Claim describes the answer to a claim.
func (c Charting) Claim(a analysis.ClaimAnswer, counted ledger.Kind) ClaimCharting {
	one := ClaimCharting{Charting: c, Answer: a, Counted: counted}
	if a.Unit == ledger.UnitMoney {
		amounts := []decimal.Decimal{a.Amount, a.Itemised, a.Remainder}
		for _, bucket := range a.Buckets {
			amounts = append(amounts, bucket.Value)
		}
		one.column = c.Printer.NewMoneyColumn(a.Currency, amounts...)
	}
	return one
}

// plain writes a figure that is no money, without its unit.
func (c Charting) plain(unit ledger.ClaimUnit, amount decimal.Decimal) string {
	number := c.Printer.Decimal(amount, max(0, -amount.Exponent()))
	if unit == ledger.UnitPercent {
		return c.text("claims.percent", number)
	}
	return number
}

// Number writes a figure of the claim in a table: money in the unit over it.
func (c ClaimCharting) Number(amount decimal.Decimal) string {
	if c.Answer.Unit == ledger.UnitMoney {
		return c.column.Number(amount)
	}
	return c.plain(c.Answer.Unit, amount)
}

// Said writes a figure of the claim in a sentence.
func (c ClaimCharting) Said(amount decimal.Decimal) string {
	if c.Answer.Unit == ledger.UnitMoney {
		return c.Printer.MoneyTenths(ledger.Money{Amount: amount, Currency: c.Answer.Currency})
	}
	return c.plain(c.Answer.Unit, amount)
}

// Unit stands over the numbers.
func (c ClaimCharting) Unit() string {
	if c.Answer.Unit == ledger.UnitMoney {
		return c.column.Unit()
	}
	return c.Printer.Word("unit", c.Answer.Unit.String())
}

// Tick writes a value of the axis.
func (c ClaimCharting) Tick(value decimal.Decimal) string {
	if c.Answer.Unit == ledger.UnitMoney {
		return c.column.Tick(value)
	}
	return c.Number(value)
}

// Remainder writes what is not found with the claim's own qualifier (RULES 9.1).
func (c ClaimCharting) Remainder(write func(decimal.Decimal) string) string {
	return RemainderText(c.Printer, c.Answer, write)
}

// RemainderText writes what of a claim is not found, by the given way to write a
// number, with the claim's own qualifier (RULES 9.1).
func RemainderText(p *locale.Printer, a analysis.ClaimAnswer, write func(decimal.Decimal) string) string {
	number := write(a.Remainder)
	if a.Remainder.IsNegative() {
		return number
	}
	switch a.RemainderQualifier {
	case ledger.MoreThan, ledger.AtLeast:
		return p.Qualified(ledger.AtLeast, number)
	case ledger.UpTo:
		return p.Text("report.at_most", number)
	case ledger.QualifierAbout:
		return p.Qualified(ledger.QualifierAbout, number)
	}
	return number
}

// Bridge describes the way from the claim to what can be named, line by line.
func (c ClaimCharting) Bridge() chart.Bridge {
	a := c.Answer
	claimed := c.text("report.bridge.claimed_undated")
	if date := c.View.Ledger().Date(a.Claim, "as_of"); date.Known() {
		claimed = c.text("report.bridge.claimed", c.Printer.ShortDate(date))
	}
	b := chart.Bridge{Unit: c.Unit(), Tick: c.Tick, Whole: a.Unit != ledger.UnitMoney}
	b.Steps = append(b.Steps, chart.Step{ID: RowClaimed, Label: claimed, Number: c.Number(a.Amount), Value: a.Amount, Fill: chart.Claimed, Base: chart.Zero, Over: chart.StrongRule, Strong: true})
	for i, bucket := range a.ByCertainty() {
		step := chart.Step{ID: bucket.ID, Label: c.text("report.bridge." + bucket.ID), Number: c.Number(bucket.Value), Value: bucket.Value, Fill: fillOf(bucket.ID), Note: c.note(bucket)}
		if i == 0 {
			step.Over = chart.ThinRule
		}
		if c.Marked {
			step.Marked = append(step.Marked, chart.Mark{Share: bucket.Counted.Value})
		}
		if c.Shown {
			step.Marked = append(step.Marked, chart.Mark{Share: bucket.Shown.Value, Empty: true})
		}
		b.Steps = append(b.Steps, step)
	}
	missing, sum := c.text("report.bridge.not_found"), c.text("claims.sum_note", c.Number(a.Itemised), c.Remainder(c.Number))
	if a.Remainder.IsNegative() {
		missing, sum = c.text("report.bridge.beyond"), c.text("claims.sum_note_beyond", c.Number(a.Itemised), c.Number(a.Remainder.Neg()))
	}
	b.Steps = append(b.Steps,
		chart.Step{ID: RowRemainder, Label: missing, Number: c.Remainder(c.Number), Value: a.Remainder, Fill: chart.NotFound, Over: chart.ThinRule},
		chart.Step{ID: RowSum, Label: c.text("report.bridge.sum"), Number: c.Number(a.Amount), Note: sum, Base: chart.NoBar, Over: chart.StrongRule, Strong: true})
	return b
}

// fillOf says how sure the records of a bucket are.
func fillOf(bucket string) chart.Fill {
	switch bucket {
	case analysis.BucketUnconfirmed:
		return chart.Unconfirmed
	case analysis.BucketOtherKind:
		return chart.OtherKind
	case analysis.BucketEnded:
		return chart.Ended
	case analysis.BucketBefore, analysis.BucketDuplicate, analysis.BucketAmountUnknown, analysis.BucketNotConverted:
		return chart.Silent
	}
	return chart.Confirmed
}

// note says beside a bar what its number does not.
func (c ClaimCharting) note(bucket analysis.Bucket) string {
	var notes []string
	n := len(bucket.Items)
	records := c.Printer.Records(c.Counted, n)
	switch {
	case n == 0:
		return ""
	case bucket.ID == analysis.BucketAmountUnknown:
		notes = append(notes, c.text("claims.note.no_amount", records))
	case bucket.ID == analysis.BucketNotConverted:
		var sums []ledger.Money
		for _, item := range bucket.Items {
			sums = ledger.AddMoney(sums, item.Money)
		}
		notes = append(notes, c.text("claims.note.no_rate", c.moneyList(sums), string(c.Answer.Currency)))
	case bucket.ID == analysis.BucketEnded:
		notes = append(notes, c.endings(bucket))
	case n == 1:
		notes = append(notes, c.Printer.Title(c.View.Ledger(), bucket.Items[0].Ref))
	case c.Answer.Form == analysis.FormSum:
		notes = append(notes, records)
	}
	if c.Marked && !bucket.Value.IsZero() {
		notes = append(notes, c.text("claims.note.counted", c.Number(bucket.Counted.Value), c.Number(bucket.Value), c.Printer.Word("count_at", c.Answer.CountAt.String())))
	}
	if c.Shown && !bucket.Value.IsZero() {
		notes = append(notes, c.text("claims.note.shown", c.Number(bucket.Shown.Value), c.Number(bucket.Value)))
	}
	return strings.Join(notes, "; ")
}

func (c Charting) moneyList(list []ledger.Money) string {
	if len(list) == 0 {
		return c.text("money.none")
	}
	texts := make([]string, len(list))
	for i, money := range list {
		texts[i] = c.Printer.Money(money)
	}
	return strings.Join(texts, ", ")
}

// endings tells apart what ended by itself and what ended through its deals.
func (c ClaimCharting) endings(bucket analysis.Bucket) string {
	itself, through := 0, 0
	for _, item := range bucket.Items {
		if item.Ref.Kind == ledger.Agreements && c.View.Agreement(item.Ref).EndedThrough {
			through++
		} else {
			itself++
		}
	}
	switch {
	case through == 0:
		return c.text("claims.note.itself", c.Printer.Integer(itself))
	case itself == 0:
		return c.text("claims.note.through", c.Printer.Integer(through))
	}
	return c.text("claims.note.itself", c.Printer.Integer(itself)) + c.text("claims.list") + c.text("claims.note.through", c.Printer.Integer(through))
}
