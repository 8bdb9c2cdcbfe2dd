package report

import (
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// money is the money of a view, rung by rung, one sum per currency.
type money struct {
	rungs      map[ledger.Rung][]ledger.Money
	currencies []ledger.Currency
	spokenFor  int // documents that a deal, a fund or a later document speaks for
	afterEnd   int // amounts reported with or after the end of their record
}

// gatherMoney takes the totals of the analysis (RULES 6.3, 7.1 to 7.3).
// Estimates stand beside the ladder and are not on the page: they say nothing
// of payment.
func gatherMoney(v *ledger.View) money {
	m := money{rungs: make(map[ledger.Rung][]ledger.Money)}
	count := make(map[ledger.Currency]int)
	spokenFor := make(map[ledger.Ref]struct{})
	for _, rung := range analysis.Money(v) {
		if rung.Rung == ledger.EstimatedRung {
			continue
		}
		for _, sum := range rung.Total.Sums {
			m.rungs[rung.Rung] = append(m.rungs[rung.Rung], sum.Money)
			count[sum.Money.Currency] += len(sum.Records)
		}
		for _, left := range rung.Total.LeftOut {
			switch left.Reason {
			case ledger.AfterTheEnd.String():
				m.afterEnd += len(left.Refs)
			case analysis.ReasonSucceeded:
				for _, ref := range left.Refs {
					spokenFor[ref] = struct{}{}
				}
			}
		}
	}
	m.spokenFor = len(spokenFor)
	m.currencies = byCount(count)
	return m
}

// ladderRungs lists the rungs that stand on the page.
func ladderRungs() []ledger.Rung {
	return slices.DeleteFunc(slices.Clone(ledger.Rungs()), func(rung ledger.Rung) bool { return rung == ledger.EstimatedRung })
}

// onRung writes the sum of a currency on a rung.
func (b *brief) onRung(rung ledger.Rung, currency ledger.Currency) string {
	for _, sum := range b.money.rungs[rung] {
		if sum.Currency == currency {
			return b.printer.Million(sum.Amount)
		}
	}
	return b.printer.Integer(0)
}

// moneyColumns makes the columns as wide as their figures need, and takes as
// many currencies as stand beside the names of the rungs.
func (b *brief) moneyColumns() (table, []ledger.Currency) {
	p, say := b.page, b.printer
	names := 0.0
	for _, rung := range ladderRungs() {
		names = max(names, p.width(p.typeface.clean(say.Word(ledger.RungWords().Name(), rung.String())), bodyStyle))
	}
	columns, shown := table{{}}, b.money.currencies
	left := b.page.column - names
	for i, currency := range shown {
		width := p.width(string(currency), noteStyle)
		for _, rung := range ladderRungs() {
			width = max(width, p.width(p.typeface.clean(b.onRung(rung, currency)), bodyStyle))
		}
		width = max(width, 30)
		if left -= width + between; left < 4 {
			shown = shown[:i]
			break
		}
		columns = append(columns, column{width: width, right: true})
	}
	return columns.fill(b.page.column), shown
}

// moneyBlock shows the money by rung: one column per currency, never added.
func (b *brief) moneyBlock() block {
	say, m := b.printer, b.money
	columns, shown := b.moneyColumns()
	return block{
		name:    "money",
		heading: say.Text("report.money.heading"),
		aside:   say.MillionUnit(),
		body: func(int) []part {
			if len(shown) == 0 {
				return []part{b.page.paragraph(say.Text("report.money.none"), bodyStyle, b.page.column)}
			}
			names := []string{say.Text("report.column.rung")}
			for _, currency := range shown {
				names = append(names, string(currency))
			}
			parts := columns.head(b.page, names...)
			for _, rung := range ladderRungs() {
				cells := plain(locale.Capital(say.Word(ledger.RungWords().Name(), rung.String())))
				for _, currency := range shown {
					cells = append(cells, cell{text: b.onRung(rung, currency)})
				}
				parts = append(parts, columns.body(b.page, cells...)...)
			}
			return append(parts, space(1.5), b.page.paragraph(b.moneyNote(len(m.currencies)-len(shown)), noteStyle, b.page.column))
		},
	}
}

// moneyNote says what the table leaves out.
func (b *brief) moneyNote(currencies int) string {
	say := b.printer
	sentences := []string{say.Text("report.money.separate")}
	if currencies > 0 {
		sentences = append(sentences, say.Count("report.money.currencies", currencies))
	}
	if b.money.afterEnd > 0 {
		sentences = append(sentences, say.Count("report.money.after_end", b.money.afterEnd))
	}
	if b.money.spokenFor > 0 {
		sentences = append(sentences, say.Count("report.money.spoken_for", b.money.spokenFor))
	}
	return b.join(sentences)
}
