package report

import (
	"context"

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

// gatherMoney adds up the ladders of deals, funds and documents. A document
// that a later document continues, or that a deal or fund carries out, is left
// to that one (RULES 6.3).
func gatherMoney(ctx context.Context, v *ledger.View) (money, error) {
	m := money{rungs: make(map[ledger.Rung][]ledger.Money)}
	count := make(map[ledger.Currency]int)
	seen := 0
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds} {
		for ref := range v.All(kind) {
			if seen++; seen%4096 == 0 && ctx.Err() != nil {
				return money{}, ctx.Err()
			}
			ladder := v.Ladder(ref)
			if len(ladder.Amounts)+len(ladder.LeftOut) == 0 {
				continue
			}
			if kind == ledger.Agreements && succeeded(v, ref) {
				if len(ladder.Amounts) > 0 {
					m.spokenFor++
				}
				continue
			}
			for _, one := range ladder.Amounts {
				m.rungs[one.Rung] = ledger.AddMoney(m.rungs[one.Rung], one.Money)
				count[one.Money.Currency]++
			}
			for _, left := range ladder.LeftOut {
				if left.Reason == ledger.AfterTheEnd {
					m.afterEnd++
				}
			}
		}
	}
	m.currencies = byCount(count)
	return m, nil
}

// succeeded reports whether another visible record speaks for a document. In a
// loop of documents each speaks for itself (RULES 6.3).
func succeeded(v *ledger.View, document ledger.Ref) bool {
	l := v.Ledger()
	for _, link := range v.LinksTo(document) {
		from, _ := l.LinkEnds(link)
		if !v.Has(from) {
			continue
		}
		switch l.Value(link, "relation") {
		case "implements":
			if from.Kind == ledger.Deals || from.Kind == ledger.Funds {
				return true
			}
		case "follows", "replaces", "amends":
			if from.Kind == ledger.Agreements && !leadsBack(v, document, from) {
				return true
			}
		}
	}
	return false
}

// leadsBack reports whether the chain that goes on from a document comes to
// the given one again.
func leadsBack(v *ledger.View, start, next ledger.Ref) bool {
	l := v.Ledger()
	seen := map[ledger.Ref]bool{next: true}
	open := []ledger.Ref{next}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for _, link := range v.LinksTo(at) {
			from, _ := l.LinkEnds(link)
			relation := l.Value(link, "relation")
			if from.Kind != ledger.Agreements || relation != "follows" && relation != "replaces" && relation != "amends" {
				continue
			}
			if from == start {
				return true
			}
			if !seen[from] {
				seen[from] = true
				open = append(open, from)
			}
		}
	}
	return false
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
	for _, rung := range ledger.Rungs() {
		if rung != ledger.EstimatedRung {
			names = max(names, p.width(p.typeface.clean(say.Word(ledger.RungWords().Name(), rung.String())), bodyStyle))
		}
	}
	columns, shown := table{{}}, b.money.currencies
	left := half - names
	for i, currency := range shown {
		width := p.width(string(currency), noteStyle)
		for _, rung := range ledger.Rungs() {
			if rung == ledger.EstimatedRung {
				continue
			}
			width = max(width, p.width(p.typeface.clean(b.onRung(rung, currency)), bodyStyle))
		}
		width = max(width, 30)
		if left -= width + between; left < 4 {
			shown = shown[:i]
			break
		}
		columns = append(columns, column{width: width, right: true})
	}
	return columns.fill(half), shown
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
				return []part{b.page.paragraph(say.Text("report.money.none"), bodyStyle, half)}
			}
			names := []string{say.Text("report.column.rung")}
			for _, currency := range shown {
				names = append(names, string(currency))
			}
			parts := columns.head(b.page, names...)
			for _, rung := range ledger.Rungs() {
				if rung == ledger.EstimatedRung {
					continue // it stands beside the ladder, and says nothing of payment
				}
				cells := plain(locale.Capital(say.Word(ledger.RungWords().Name(), rung.String())))
				for _, currency := range shown {
					cells = append(cells, cell{text: b.onRung(rung, currency)})
				}
				parts = append(parts, columns.body(b.page, cells...)...)
			}
			return append(parts, space(1.5), b.page.paragraph(b.moneyNote(len(m.currencies)-len(shown)), noteStyle, half))
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
