package workbook

import (
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// crossPage counts the deals by stage and outcome, by formulas.
func (b *book) crossPage(g *grid) {
	v, p := b.request.View, b.request.Printer
	lanes := analysis.Pipeline(v)
	counts := make(map[ledger.Stage]map[ledger.Outcome]int)
	var outcomes []ledger.Outcome
	for _, lane := range lanes {
		counts[lane.Stage] = make(map[ledger.Outcome]int)
		for _, deal := range lane.All.Added {
			outcome := v.Deal(deal).Outcome
			counts[lane.Stage][outcome]++
			if !slices.Contains(outcomes, outcome) {
				outcomes = append(outcomes, outcome)
			}
		}
	}
	slices.Sort(outcomes)
	g.widths = []float64{40, 14}
	heads := []string{b.say("summary.stage"), "#" + b.say("summary.all")}
	for _, outcome := range outcomes {
		g.widths = append(g.widths, 18)
		heads = append(heads, "#"+p.Word("outcome", outcome.String()))
	}
	last := 2 + len(outcomes)
	g.widths = append(g.widths, make([]float64, max(0, 6-last))...)
	for i := range g.widths {
		g.widths[i] = max(g.widths[i], 14)
	}
	b.opening(g, "cross", len(g.widths))
	b.heads(g, heads...)
	top := g.row
	for _, lane := range lanes {
		if lane.All.Count == 0 {
			continue
		}
		label, here := b.stageName(lane.Stage), cellRow(g.row)
		g.put(1, label, b.styles.row)
		g.formula(2, "SUM(C"+here+":"+columnName(last)+here+")", lane.All.Count, b.styles.number)
		for i, outcome := range outcomes {
			formula := b.countIf(ledger.Deals, condition{"derived.stage", label}, condition{"derived.outcome", p.Word("outcome", outcome.String())})
			g.figure(3+i, formula, counts[lane.Stage][outcome], b.styles.number)
		}
		g.row++
	}
	bottom := g.row - 1
	if bottom < top {
		return
	}
	b.sumRow(g, top, bottom, last)
}
