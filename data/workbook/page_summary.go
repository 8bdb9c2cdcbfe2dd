package workbook

import (
	"github.com/xuri/excelize/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// summaryPage says in figures what the view holds, each a formula over the
// sheets of records, with two charts whose titles say what they show.
func (b *book) summaryPage(g *grid) {
	g.widths = []float64{44, 16, 16, 16, 16, 16, 16, 16}
	b.opening(g, "summary", 8)
	b.headlineFigures(g)
	for _, figures := range []func(*grid){b.stageFigures, b.sectorFigures} {
		g.breaks = append(g.breaks, g.cell(1))
		figures(g)
	}
}

// line writes a label, a figure and what it means.
func (b *book) line(g *grid, label, formula string, value any, definition string) {
	g.put(1, label, b.styles.row)
	g.figure(2, formula, value, b.styles.number)
	g.put(3, definition, b.styles.cardNote)
	g.merges = append(g.merges, [2]string{g.cell(3), g.cell(8)})
	g.heights[g.row] = max(18, linesOf(definition, 6*16)*14.5+rowPadding)
	g.row++
}

func (b *book) headlineFigures(g *grid) {
	v, p := b.request.View, b.request.Printer
	define := func(total analysis.Total) string { return p.Text("definition." + total.Definition) }
	g.text(1, 8, b.say("summary.counts"), b.styles.section, 13)
	papers := b.countRows(ledger.Agreements)
	if papers != "" {
		papers += "-(" + b.countIf(ledger.Agreements, condition{"instrument", p.Word("instrument", "no_paper")}) + ")"
	}
	documents := analysis.CountDocuments(v)
	b.line(g, b.say("summary.documents"), papers, documents.Count, define(documents))
	signed := b.countIf(ledger.Agreements, condition{"derived.signed", p.Text("workbook.yes")})
	if signed != "" {
		signed += "-(" + b.countIf(ledger.Agreements, condition{"derived.signed", p.Text("workbook.yes")}, condition{"instrument", p.Word("instrument", "no_paper")}) + ")"
	}
	confirmed := analysis.CountIn(v, analysis.Documents, analysis.AtSigned, nil)
	b.line(g, b.say("summary.signed"), signed, confirmed.Count, define(confirmed))
	chains := analysis.CountChains(v)
	b.line(g, b.say("summary.chains"), "", chains.Count, define(chains))
	deals := analysis.CountDeals(v)
	b.line(g, b.say("summary.deals"), b.countRows(ledger.Deals), deals.Count, define(deals))
	operating := analysis.Pipeline(v)
	for _, lane := range operating {
		if lane.Stage == ledger.Operating {
			b.line(g, b.say("summary.operating"), b.countIf(ledger.Deals, condition{"derived.stage", p.Word("stage", lane.Stage.String())}), lane.All.Count, define(lane.All))
		}
	}
	events := analysis.CountEvents(v)
	b.line(g, b.say("summary.events"), b.countRows(ledger.Events), events.Count, define(events))
	score := analysis.PromiseScore(v)
	b.line(g, b.say("summary.promises"), b.countRows(ledger.Promises), score.Promised.Count, define(score.Promised))
	organisations := analysis.CountOrganisations(v)
	b.line(g, b.say("summary.organisations"), "", organisations.Count, define(organisations))
	g.row++
}

// stageFigures counts the deals by stage and by what became of them.
func (b *book) stageFigures(g *grid) {
	v, p := b.request.View, b.request.Printer
	lanes := analysis.Pipeline(v)
	g.text(1, 8, b.say("summary.stages"), b.styles.section, 13)
	heads := []string{b.say("summary.stage"), "#" + b.say("summary.all")}
	for _, condition := range analysis.Conditions() {
		heads = append(heads, "#"+b.say("condition."+condition))
	}
	b.heads(g, heads...)
	top := g.row
	for _, lane := range lanes {
		if lane.Stage == ledger.NoStage && lane.All.Count == 0 {
			continue
		}
		label := b.stageName(lane.Stage)
		g.put(1, label, b.styles.row)
		g.figure(2, b.countIf(ledger.Deals, condition{"derived.stage", label}), lane.All.Count, b.styles.number)
		for i, total := range lane.Conditions {
			g.figure(3+i, b.conditionFormula(total.ID, label), total.Count, b.styles.number)
		}
		g.row++
	}
	bottom := g.row - 1
	b.sumRow(g, top, bottom, 2+len(analysis.Conditions()))
	g.row++
	finding := b.say("summary.stages_finding", p.Integer(stageCount(lanes, ledger.Operating)), p.Integer(v.Len(ledger.Deals)))
	var series []excelize.ChartSeries
	for i, colour := range []string{accent, "B5B5B5", brick, "138E71", "7A1F23"} {
		column := 3 + i
		series = append(series, excelize.ChartSeries{Name: cellAddress(g.name, "$"+columnName(column)+"$"+cellRow(top-1)), Categories: g.area(1, top, 1, bottom), Values: g.area(column, top, column, bottom),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
	}
	g.chart("A"+cellRow(g.row), &excelize.Chart{Type: excelize.ColStacked, Series: series, Title: b.chartTitle(finding), Legend: excelize.ChartLegend{Position: "bottom", Font: pointer(b.chartFont(9))}, GapWidth: pointer(uint(50)),
		XAxis: excelize.ChartAxis{Font: b.chartFont(9)}, YAxis: excelize.ChartAxis{Font: b.chartFont(9), MajorGridLines: true, Title: b.axisTitle(b.say("summary.deals"))},
		Dimension: excelize.ChartDimension{Width: 900, Height: 360}, Format: excelize.GraphicOptions{AltText: finding, Name: "stages"}})
	g.row += chartRows
}

// conditionFormula counts the deals of a stage in a condition: how it is told
// stands in two columns, outcome and silence.
func (b *book) conditionFormula(id, stage string) string {
	p := b.request.Printer
	at := condition{"derived.stage", stage}
	outcome := func(words ...string) string {
		text := ""
		for _, word := range words {
			one := b.countIf(ledger.Deals, at, condition{"derived.outcome", p.Word("outcome", word)})
			if one == "" {
				return ""
			}
			text += "+" + one
		}
		return text[1:]
	}
	silent := ""
	for _, silence := range []ledger.Silence{ledger.ShelvedInferred, ledger.LapsedInferred} {
		one := b.countIf(ledger.Deals, at, condition{"derived.silence", p.Word(ledger.SilenceWords().Name(), silence.String())})
		if one == "" {
			return ""
		}
		silent += "+" + one
	}
	switch id {
	case analysis.ConditionSilent:
		return silent[1:]
	case analysis.ConditionSuspended:
		return outcome("suspended")
	case analysis.ConditionCompleted:
		return outcome("completed")
	case analysis.ConditionEnded:
		return outcome("cancelled", "lapsed", "withdrawn", "superseded")
	}
	return outcome("open") + "-(" + silent[1:] + ")"
}

func stageCount(lanes []analysis.Lane, stage ledger.Stage) int {
	for _, lane := range lanes {
		if lane.Stage == stage {
			return lane.All.Count
		}
	}
	return 0
}

// sectorFigures counts the documents by sector.
func (b *book) sectorFigures(g *grid) {
	v, p := b.request.View, b.request.Printer
	g.text(1, 8, b.say("summary.sectors"), b.styles.section, 13)
	b.heads(g, p.Column(ledger.Agreements, "sector"), "#"+b.say("summary.documents"))
	top, most, leading := g.row, 0, ""
	for _, total := range analysis.Breakdown(v, ledger.Agreements, "sector", analysis.ByCount) {
		if total.Count == 0 {
			continue
		}
		label := p.Word("sector", total.ID)
		if total.Count > most {
			most, leading = total.Count, label
		}
		formula := b.countIf(ledger.Agreements, condition{"sector", label})
		if formula != "" {
			formula += "-(" + b.countIf(ledger.Agreements, condition{"sector", label}, condition{"instrument", p.Word("instrument", "no_paper")}) + ")"
		}
		g.put(1, label, b.styles.row)
		g.figure(2, formula, total.Count, b.styles.number)
		g.row++
	}
	bottom := g.row - 1
	if bottom < top {
		return
	}
	finding := b.say("summary.sectors_finding", leading, p.Integer(most))
	g.chart("D"+cellRow(top-1), &excelize.Chart{Type: excelize.Bar,
		Series: []excelize.ChartSeries{{Name: cellAddress(g.name, "$B$"+cellRow(top-1)), Categories: g.area(1, top, 1, bottom), Values: g.area(2, top, 2, bottom), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}}},
		Title:  b.chartTitle(finding), Legend: excelize.ChartLegend{Position: "none"}, GapWidth: pointer(uint(40)),
		XAxis: excelize.ChartAxis{Font: b.chartFont(9), ReverseOrder: true}, YAxis: excelize.ChartAxis{Font: b.chartFont(9), MajorGridLines: true},
		Dimension: excelize.ChartDimension{Width: 620, Height: uint(max(260, 20*(bottom-top+3)))}, Format: excelize.GraphicOptions{AltText: finding, Name: "sectors"}, PlotArea: excelize.ChartPlotArea{ShowVal: true}})
}

func (b *book) chartTitle(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: b.styles.family, Size: 12, Bold: true, Color: ink}}}}
}

func (b *book) axisTitle(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: b.styles.family, Size: 9, Color: softInk}}}}
}
