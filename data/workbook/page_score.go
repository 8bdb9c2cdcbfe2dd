package workbook

import (
	"fmt"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// scorePage counts the promises by verdict, each rate with its denominator.
func (b *book) scorePage(g *grid) {
	v, p := b.request.View, b.request.Printer
	g.widths = []float64{44, 16, 90}
	b.opening(g, "score", 3)
	score := analysis.PromiseScore(v)
	b.heads(g, p.Text("column.verdict"), "#"+b.say("summary.promises"), "")
	write := func(assessed bool) (first, last int) {
		first = g.row
		for i, total := range score.Verdicts {
			if ledger.Verdict(i+1).Assessed() != assessed {
				continue
			}
			label := p.Word(ledger.VerdictWords().Name(), total.ID)
			g.put(1, label, b.styles.row)
			g.figure(2, b.countIf(ledger.Promises, condition{"derived.verdict", label}), total.Count, b.styles.number)
			meaning := p.Text("definition." + total.Definition)
			g.put(3, meaning, b.styles.row)
			g.row++
		}
		return first, g.row - 1
	}
	sum := func(total analysis.Total, first, last int) {
		g.put(1, b.say("score."+total.ID), b.styles.total)
		g.formula(2, fmt.Sprintf("SUM(B%d:B%d)", first, last), total.Count, b.styles.totalNumber)
		g.put(3, p.Text("definition."+total.Definition), b.styles.total)
		g.row++
	}
	first, last := write(true)
	sum(score.Assessed, first, last)
	assessed := g.row - 1
	first, last = write(false)
	sum(score.NotAssessed, first, last)
	g.put(1, b.say("score.promised"), b.styles.total)
	g.formula(2, fmt.Sprintf("B%d+B%d", assessed, g.row-1), score.Promised.Count, b.styles.totalNumber)
	g.put(3, p.Text("definition."+score.Promised.Definition), b.styles.total)
	g.row++
}
