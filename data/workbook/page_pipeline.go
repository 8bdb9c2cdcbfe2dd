package workbook

import (
	"fmt"
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// cardText is a deal as a card of the board shows it.
func (b *book) cardText(deal ledger.Ref) string {
	v, p := b.request.View, b.request.Printer
	state, headline := v.Deal(deal), v.Headline(deal)
	status := p.Word("outcome", state.Outcome.String())
	if state.Silence != ledger.NotSilent {
		status = p.Word(ledger.SilenceWords().Name(), state.Silence.String())
	}
	text := p.Title(v.Ledger(), deal) + "\n" + status
	switch headline.State {
	case ledger.HeadlineCounts:
		text += "\n" + p.Qualified(headline.Qualifier, p.Money(headline.Money))
	case ledger.NotDatedAmount:
		text += "\n" + p.Money(headline.Money) + ", " + p.Text("reason.amount_not_dated")
	}
	return text
}

// boardPage shows the pipeline as the window does: a column per stage, and the
// cards under it by condition.
func (b *book) boardPage(g *grid) {
	lanes := analysis.Pipeline(b.request.View)
	p := b.request.Printer
	for range ledger.Stages() {
		g.widths = append(g.widths, 26)
	}
	b.opening(g, "board", len(ledger.Stages()))
	var shown []analysis.Lane
	for _, lane := range lanes {
		if lane.Stage != ledger.NoStage || lane.All.Count > 0 {
			shown = append(shown, lane)
		}
	}
	for i, lane := range shown {
		g.put(i+1, b.stageName(lane.Stage), b.styles.section)
	}
	g.heights[g.row] = 24
	g.row++
	for i, lane := range shown {
		g.figure(i+1, b.countIf(ledger.Deals, condition{"derived.stage", b.stageName(lane.Stage)}), lane.All.Count, b.styles.number)
	}
	g.row++
	most := 0
	for _, lane := range shown {
		most = max(most, len(lane.All.Sums))
	}
	for line := range most {
		for i, lane := range shown {
			if line < len(lane.All.Sums) {
				g.put(i+1, p.Money(lane.All.Sums[line].Money), b.styles.cardNote)
			}
		}
		g.row++
	}
	top := g.row
	for i, lane := range shown {
		g.row = top
		for _, condition := range lane.Conditions {
			if condition.Count == 0 {
				continue
			}
			g.put(i+1, fmt.Sprintf("%s: %s", b.say("condition."+condition.ID), p.Integer(condition.Count)), b.styles.group)
			g.row++
			style := b.styles.card
			if condition.ID != analysis.ConditionOpen && condition.ID != analysis.ConditionCompleted {
				style = b.styles.cardQuiet
			}
			for _, deal := range condition.Added {
				text := b.cardText(deal)
				g.put(i+1, text, style) // no link: some programs would show its first line alone
				g.heights[g.row] = max(g.heights[g.row], linesOf(text, 28)*14+rowPadding)
				g.row++
			}
		}
	}
	g.row = g.last + 1
}

// byStagePage lists the deals grouped by stage: outline levels that fold, and a
// subtotal per group and currency that follows the filter.
func (b *book) byStagePage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	lanes := analysis.Pipeline(v)
	currencies := currenciesOf(lanes)
	g.widths = []float64{72, 26, 18, 14}
	for range currencies {
		g.widths = append(g.widths, 20)
	}
	b.opening(g, "by_stage", 4+len(currencies))
	heads := []string{p.Column(ledger.Deals, "title"), b.say("stage.status"), b.say("stage.last"), "#" + b.say("summary.deals")}
	for _, currency := range currencies {
		heads = append(heads, "#"+string(currency))
	}
	b.heads(g, heads...)
	for _, lane := range lanes {
		if lane.All.Count == 0 {
			continue
		}
		from, to := g.row+1, g.row+lane.All.Count
		g.put(1, b.stageName(lane.Stage), b.styles.group)
		g.across(2, 3, b.styles.group)
		g.formula(4, fmt.Sprintf("SUBTOTAL(103,A%d:A%d)", from, to), lane.All.Count, b.styles.groupNumber)
		for i, currency := range currencies {
			letters := columnName(5 + i)
			g.formula(5+i, fmt.Sprintf("SUBTOTAL(109,%s%d:%s%d)", letters, from, letters, to), exact(lane.All.Sum(currency).Amount), b.styles.groupNumber)
		}
		g.row++
		for _, deal := range lane.All.Added {
			state, headline := v.Deal(deal), v.Headline(deal)
			status := p.Word("outcome", state.Outcome.String())
			if state.Silence != ledger.NotSilent {
				status = p.Word(ledger.SilenceWords().Name(), state.Silence.String())
			}
			g.put(1, p.Title(l, deal), b.styles.row)
			g.link(1, b.rowOf(deal))
			g.put(2, status, b.styles.row)
			if state.LastEvent >= 0 {
				if day := dayValue(state.LastHappened); day.form == calendarDay {
					g.put(3, int64(day.number), b.styles.rowDay)
				}
			}
			g.across(3, 4+len(currencies), b.styles.number)
			if headline.State == ledger.HeadlineCounts {
				for i, currency := range currencies {
					if headline.Money.Currency == currency {
						g.put(5+i, exact(headline.Money.Amount), b.styles.money)
					}
				}
			}
			g.levels[g.row] = 1
			g.row++
		}
	}
}

// currenciesOf lists the currencies of the sums of all lanes, in order.
func currenciesOf(lanes []analysis.Lane) []ledger.Currency {
	var all analysis.Total
	var list []ledger.Currency
	seen := map[ledger.Currency]bool{}
	for _, lane := range lanes {
		all.Sums = append(all.Sums, lane.All.Sums...)
	}
	for _, sum := range all.Sums {
		if !seen[sum.Money.Currency] {
			seen[sum.Money.Currency] = true
			list = append(list, sum.Money.Currency)
		}
	}
	slices.Sort(list)
	return list
}

// funnelPage tells of the deals once seen at each stage how many went on to
// operate, and what open deals may come to by these rates.
func (b *book) funnelPage(g *grid) {
	v, p := b.request.View, b.request.Printer
	g.widths = []float64{40, 22, 22, 22, 22, 44}
	b.opening(g, "funnel", 6)
	settings := analysis.SettingsOf(v.Ledger())
	b.heads(g, b.say("summary.stage"), "#"+b.say("funnel.seen"), "#"+b.say("funnel.reached"), "#"+b.say("funnel.rate"), "#"+b.say("funnel.censored"), "")
	rates := analysis.BaseRates(v, settings.OldEnough)
	for _, rate := range rates {
		g.put(1, p.Word("stage", rate.From.String()), b.styles.row)
		g.put(2, rate.Seen.Count, b.styles.number)
		g.put(3, rate.Reached.Count, b.styles.number)
		censored := 0
		for _, left := range rate.Seen.LeftOut {
			if left.Reason == analysis.ReasonCensored {
				censored += len(left.Refs)
			}
		}
		here := cellRow(g.row)
		refused := b.say("funnel.refused", p.Integer(rate.Seen.Count), p.Integer(analysis.SmallestBase))
		formula := fmt.Sprintf("IF(B%s<%d,%s,C%s/B%s)", here, analysis.SmallestBase, quoted(refused), here, here)
		if share, ok := rate.Share(); ok {
			g.formula(4, formula, exact(share), b.styles.share)
		} else {
			g.formula(4, formula, refused, b.styles.open)
		}
		g.put(5, censored, b.styles.number)
		note := ""
		if own, ok := settings.Probabilities[rate.From]; ok {
			note = b.say("funnel.own", p.Decimal(own, 3))
		}
		g.put(6, note, b.styles.row)
		g.row++
	}
	g.text(1, 6, b.say("funnel.note", p.Integer(settings.OldEnough)), b.styles.note, 11)
	g.row++
	b.weightedLines(g, analysis.Weighted(v))
}

func (b *book) weightedLines(g *grid, weighted analysis.WeightedValue) {
	p := b.request.Printer
	g.text(1, 6, b.say("weighted"), b.styles.section, 13)
	b.heads(g, b.say("summary.stage"), "#"+b.say("weighted.amount"), "#"+b.say("weighted.rate"), "#"+b.say("weighted.value"), b.say("weighted.currency"), "")
	for _, line := range weighted.Lines {
		here := cellRow(g.row)
		g.put(1, p.Word("stage", line.Stage.String()), b.styles.row)
		g.put(2, exact(line.Amount.Amount), b.styles.money)
		share := exact(line.Share)
		if line.Rate.Seen.Count > 0 {
			g.formula(3, fmt.Sprintf("%d/%d", line.Rate.Reached.Count, line.Rate.Seen.Count), share, b.styles.rate)
		} else {
			g.put(3, share, b.styles.rate)
		}
		g.formula(4, "B"+here+"*C"+here, exact(line.Weighted.Amount), b.styles.money)
		g.put(5, string(line.Amount.Currency), b.styles.row)
		g.put(6, b.request.Printer.Records(ledger.Deals, len(line.Deals)), b.styles.row)
		g.row++
	}
	for _, left := range weighted.Total.LeftOut {
		g.text(1, 6, b.say("bridge.left_out", p.Integer(len(left.Refs)), p.Text("reason."+left.Reason)), b.styles.note, 11)
	}
}
