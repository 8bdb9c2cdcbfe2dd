package workbook

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// kindsInChart is how many kinds of events the chart tells apart; the others
// share a column, since more colours could not be told from each other.
const kindsInChart = 5

// timelinePage counts the events by quarter and kind, with sums both ways and a
// chart of stacked columns.
func (b *book) timelinePage(g *grid) {
	v, p := b.request.View, b.request.Printer
	kinds := ledger.Events.Column("kind")
	words := ledger.Events.Columns()[kinds].Words.Words()
	quarters := analysis.Quarters(v)
	perKind := make(map[string]int)
	for _, quarter := range quarters {
		for _, event := range quarter.Refs {
			perKind[v.Ledger().Cell(event, kinds)]++
		}
	}
	charted, others := mostFirst(words, perKind)
	g.widths = []float64{24, 12}
	for range len(words) + 1 {
		g.widths = append(g.widths, 16)
	}
	last := 3 + len(words)
	b.opening(g, "timeline", last)
	if len(quarters) == 0 {
		g.text(1, last, b.say("timeline.none"), b.styles.note, 11)
		return
	}
	most := quarters[0]
	for _, quarter := range quarters {
		if quarter.Count > most.Count {
			most = quarter
		}
	}
	finding := b.say("timeline.finding", b.quarter(most.Start), p.Integer(most.Count))
	chart := g.row
	g.row += chartRows
	heads := []string{b.say("timeline.quarter"), "#" + b.say("summary.all")}
	for _, word := range append(append([]string{}, charted...), others...) {
		heads = append(heads, "#"+p.Word("event_kind", word))
	}
	heads = append(heads, "#"+b.say("timeline.others"))
	b.heads(g, heads...)
	top := g.row
	firstOther, lastKind := 3+len(charted), 2+len(words)
	for _, quarter := range quarters {
		b.quarterLine(g, quarter, append(append([]string{}, charted...), others...), firstOther)
	}
	bottom := g.row - 1
	b.sumRow(g, top, bottom, last)
	// The same figures once more, counted over the sheet of events.
	g.put(1, b.say("timeline.records"), b.styles.row)
	g.figure(2, b.countRows(ledger.Events), v.Len(ledger.Events), b.styles.number)
	for i, word := range append(append([]string{}, charted...), others...) {
		g.figure(3+i, b.countIf(ledger.Events, condition{"kind", p.Word("event_kind", word)}), perKind[word], b.styles.number)
	}
	g.across(lastKind+1, last, b.styles.number)
	g.row++
	var series []excelize.ChartSeries
	columns := make([]int, 0, kindsInChart+1)
	for i := range charted {
		columns = append(columns, 3+i)
	}
	for i, column := range append(columns, last) {
		colours := []string{accent, "6F9BC8", "138E71", "B58A1B", brick, "B5B5B5"}
		series = append(series, excelize.ChartSeries{Name: cellAddress(g.name, "$"+columnName(column)+"$"+cellRow(top-1)), Categories: g.area(1, top, 1, bottom),
			Values: g.area(column, top, column, bottom), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[i%len(colours)]}}})
	}
	g.chart("A"+cellRow(chart), &excelize.Chart{Type: excelize.ColStacked, Series: series, Title: b.chartTitle(finding), GapWidth: pointer(uint(30)),
		Legend: excelize.ChartLegend{Position: "bottom", Font: pointer(b.chartFont(9))}, XAxis: excelize.ChartAxis{Font: b.chartFont(9), TickLabelSkip: labelsSkipped(len(quarters)), Alignment: excelize.Alignment{TextRotation: -90}},
		YAxis:     excelize.ChartAxis{Font: b.chartFont(9), MajorGridLines: true, Title: b.axisTitle(b.say("summary.events"))},
		Dimension: excelize.ChartDimension{Width: 1100, Height: 360}, Format: excelize.GraphicOptions{AltText: finding, Name: "timeline"}})
}

// quarterLine writes the counts of a quarter: each kind, all of them, and those
// that the chart does not tell apart.
func (b *book) quarterLine(g *grid, quarter analysis.Quarter, order []string, firstOther int) {
	kinds := ledger.Events.Column("kind")
	counts := make(map[string]int)
	for _, event := range quarter.Refs {
		counts[b.request.View.Ledger().Cell(event, kinds)]++
	}
	here, lastKind, rest := cellRow(g.row), columnName(2+len(order)), 0
	g.put(1, b.quarter(quarter.Start), b.styles.row)
	g.formula(2, "SUM(C"+here+":"+lastKind+here+")", quarter.Count, b.styles.number)
	for i, word := range order {
		g.put(3+i, counts[word], b.styles.number)
		if 3+i >= firstOther {
			rest += counts[word]
		}
	}
	g.formula(3+len(order), "SUM("+columnName(firstOther)+here+":"+lastKind+here+")", rest, b.styles.number)
	g.row++
}

// mostFirst splits words into those that occur most often, at most
// kindsInChart of them, and the others in their order.
func mostFirst(words []string, counts map[string]int) (most, others []string) {
	taken := make(map[string]bool)
	for len(most) < min(kindsInChart, len(words)-1) {
		next := ""
		for _, word := range words {
			if !taken[word] && (next == "" || counts[word] > counts[next]) {
				next = word
			}
		}
		taken[next] = true
		most = append(most, next)
	}
	for _, word := range words {
		if !taken[word] {
			others = append(others, word)
		}
	}
	return most, others
}

// quarter names three months.
func (b *book) quarter(start ledger.Day) string {
	year, month, _ := start.YearMonthDay()
	return b.say("timeline.name", fmt.Sprint(year), fmt.Sprint(int(month-time.January)/3+1))
}

// labelsSkipped is how many quarters one label of the axis stands for: whole
// years, so that no more than two dozen upright labels share the width.
func labelsSkipped(quarters int) int {
	const most, inYear = 24, 4
	if quarters <= most {
		return 1
	}
	return inYear * ((quarters + most*inYear - 1) / (most * inYear))
}
