package workbook

import (
	"fmt"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// moneyPage lists every amount that stands on a step of the money ladder and
// every amount that was left out, and adds up what counts: one sum per step and
// currency.
func (b *book) moneyPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{30, 24, 14, 72, 20, 12, 60}
	b.opening(g, "money", 7)
	totals := analysis.Money(v)
	sums, rows := 0, 0
	for _, total := range totals {
		sums += max(1, len(total.Total.Sums))
		for _, sum := range total.Total.Sums {
			rows += len(sum.Records)
		}
		for _, left := range total.Total.LeftOut {
			rows += len(left.Refs)
		}
	}
	top := g.row + sums + 4 // of the amounts
	bottom := top + rows - 1
	block := func(column string) string { return fmt.Sprintf("$%s$%d:$%s$%d", column, top, column, max(top, bottom)) }
	yes, no := p.Text("workbook.yes"), p.Text("workbook.no")
	b.heads(g, b.say("money.step"), "#"+b.say("money.sum"), b.say("weighted.currency"))
	for _, total := range totals {
		label := p.Word("rung", total.Rung.String())
		for _, sum := range total.Total.Sums {
			g.put(1, label, b.styles.row)
			g.formula(2, "SUMIFS("+block("B")+","+block("A")+","+quoted(label)+","+block("C")+","+quoted(string(sum.Money.Currency))+","+block("F")+","+quoted(yes)+")", exact(sum.Money.Amount), b.styles.money)
			g.put(3, string(sum.Money.Currency), b.styles.row)
			g.row++
		}
		if len(total.Total.Sums) == 0 {
			g.put(1, label, b.styles.row)
			g.put(2, b.say("money.none"), b.styles.open)
			g.put(3, "", b.styles.row)
			g.row++
		}
	}
	g.row += 2
	g.put(1, b.say("money.amounts"), b.styles.section)
	g.across(1, 7, b.styles.section)
	g.row = top - 1
	b.heads(g, b.say("money.step"), "#"+b.say("money.amount"), b.say("weighted.currency"), b.say("money.record"), b.say("money.date"), b.say("money.counts"), b.say("money.why"))
	for _, total := range totals {
		label := p.Word("rung", total.Rung.String())
		write := func(money ledger.Money, from ledger.Ref, counts bool, why string) {
			record := from
			date := ""
			if from.Kind == ledger.Events {
				if subject, ok := l.Subject(from); ok {
					record = subject
				}
				date = p.Date(l.Date(from, "date"))
			}
			g.put(1, label, b.styles.row)
			g.put(2, exact(money.Amount), b.styles.money)
			g.put(3, string(money.Currency), b.styles.row)
			g.put(4, p.Title(l, record), b.styles.row)
			g.link(4, b.rowOf(record))
			g.put(5, date, b.styles.row)
			answer := no
			if counts {
				answer = yes
			}
			g.put(6, answer, b.styles.row)
			g.put(7, why, b.styles.row)
			g.row++
		}
		for _, sum := range total.Total.Sums {
			for i, money := range b.amountsOf(total.Rung, sum) {
				write(money, sum.Records[i], true, "")
			}
		}
		for _, left := range total.Total.LeftOut {
			for i, ref := range left.Refs {
				why := p.Text("reason." + left.Reason)
				if i < len(left.Instead) && left.Instead[i].Exists() {
					why += ": " + p.Title(l, left.Instead[i])
				}
				money := ledger.Money{}
				if i < len(left.Money) {
					money = left.Money[i]
				}
				write(money, ref, false, why)
			}
		}
	}
}

// amountsOf gives the amount of each record of a sum.
func (b *book) amountsOf(rung ledger.Rung, sum analysis.Sum) []ledger.Money {
	v, l := b.request.View, b.request.View.Ledger()
	list := make([]ledger.Money, len(sum.Records))
	for i, from := range sum.Records {
		record := from
		if from.Kind == ledger.Events {
			if subject, ok := l.Subject(from); ok {
				record = subject
			}
		}
		for _, amount := range v.Ladder(record).Amounts {
			if amount.Rung == rung && amount.From == from {
				list[i] = amount.Money
			}
		}
	}
	return list
}

// ladderPage shows the money of every fund step by step, traced and untraced.
func (b *book) ladderPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{44, 22, 14, 70}
	b.opening(g, "ladder", 4)
	age := analysis.SettingsOf(l).RateAge
	first := true
	for fund := range v.All(ledger.Funds) {
		if !first {
			g.breaks = append(g.breaks, g.cell(1))
		}
		first = false
		ladder := analysis.LadderOf(v, fund, age)
		g.text(1, 4, p.Title(l, fund), b.styles.section, 13)
		b.heads(g, b.say("money.step"), "#"+b.say("money.amount"), b.say("weighted.currency"), "")
		for _, step := range ladder.Steps {
			label, meaning := b.say("fund."+step.Total.ID), p.Text("definition."+step.Total.Definition)
			if len(step.Total.Sums) == 0 {
				g.put(1, label, b.styles.row)
				text := b.say("money.none")
				if !step.Known {
					text = b.say("fund.not_known")
				}
				g.put(2, text, b.styles.open)
				g.put(3, "", b.styles.row)
				g.put(4, meaning, b.styles.row)
				g.row++
			}
			for _, sum := range step.Total.Sums {
				g.put(1, label, b.styles.row)
				g.put(2, exact(sum.Money.Amount), b.styles.money)
				g.put(3, string(sum.Money.Currency), b.styles.row)
				g.put(4, meaning, b.styles.row)
				g.row++
			}
		}
		rate := b.say("fund.rate_refused")
		if ladder.Rate.Refused == "" {
			rate = p.Decimal(ladder.Rate.Share.Shift(2), 1) + "%"
		}
		g.put(1, b.say("fund.rate"), b.styles.total)
		g.put(2, rate, b.styles.total)
		g.across(3, 4, b.styles.total)
		g.row++
		for _, deal := range ladder.Deals.Added {
			g.put(1, p.Title(l, deal), b.styles.row)
			g.link(1, b.rowOf(deal))
			g.put(2, b.say("fund.deal_named"), b.styles.cardNote)
			g.row++
		}
		g.row++
	}
}
