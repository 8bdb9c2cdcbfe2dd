package workbook

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func cellRow(row int) string { return strconv.Itoa(row) }

// amountOf gives a figure as Excel holds it.
func exact(amount decimal.Decimal) float64 {
	number, _ := amount.Float64() // a figure of the screen: at most fifteen digits
	return number
}

// answer is what the ledger says of a claim under the reader's settings.
func (b *book) answer(claim ledger.Ref) analysis.ClaimAnswer {
	v := b.request.View
	return analysis.BridgeWith(v, claim, analysis.SettingsOf(v.Ledger()).Bridging(b.request.CountAt, nil))
}

// bridgePage takes the headline claims apart: a table whose parts add up to
// the claim, a waterfall of stacked columns drawn from it, and the records of
// each part.
func (b *book) bridgePage(g *grid) {
	g.widths = []float64{70, 18, 18, 18, 18, 18, 18, 56, 36}
	b.opening(g, "bridge", 8)
	v := b.request.View
	found := false
	for _, claim := range []ledger.Ref{analysis.HeadlineClaim(v), analysis.HeadlineSum(v)} {
		if claim.Exists() {
			if found {
				g.breaks = append(g.breaks, g.cell(1))
			}
			found = true
			b.bridge(g, claim)
		}
	}
	if !found {
		g.text(1, 8, b.say("bridge.none"), b.styles.note, 11)
	}
}

func (b *book) bridge(g *grid, claim ledger.Ref) {
	p, l := b.request.Printer, b.request.View.Ledger()
	answer := b.answer(claim)
	unit := p.Word("unit", answer.Unit.String())
	if answer.Form == analysis.FormSum {
		unit = string(answer.Currency)
	}
	g.text(1, 8, b.say("bridge.claim", p.Decimal(answer.Amount, 0), unit, p.Title(l, claim)), b.styles.section, 13)
	g.text(1, 8, b.say("bridge.told", l.Value(claim, "claimed_by"), p.Date(l.Date(claim, "as_of"))), b.styles.note, 11)
	for _, note := range b.ownChoices(answer) {
		g.text(1, 8, note, b.styles.note, 11)
	}
	// The records come first in thought and last on the page: their cells are
	// where the sums point, so their places are worked out beforehand.
	top := g.row
	buckets := answer.ByCertainty()
	listed := top + len(buckets) + 6 + chartRows
	first := map[string]int{}
	row := listed + 1
	for _, bucket := range buckets {
		first[bucket.ID] = row
		row += len(bucket.Items)
	}
	b.heads(g, b.say("bridge.part"), "#"+unit, "#"+b.say("bridge.counted", p.Word("count_at", answer.CountAt.String())), "#"+b.say("bridge.below"), "#"+b.say("bridge.bar.claimed"), "#"+b.say("bridge.bar.named"), "#"+b.say("bridge.bar.missing"), b.say("bridge.means"), b.say("bridge.label"))
	g.put(1, b.say("bridge.claimed"), b.styles.total)
	g.put(2, exact(answer.Amount), b.styles.totalNumber)
	claimed := g.fixed(2)
	scale := int64(1)
	if answer.Form == analysis.FormSum {
		scale = 1_000_000
	}
	b.barLabel(g, b.say("bridge.claimed"), answer.Amount, scale, b.styles.total)
	g.across(3, bridgeMeaning, b.styles.total)
	g.put(4, 0, b.styles.totalNumber)
	g.formula(barClaimed, claimed, exact(answer.Amount), b.styles.totalNumber)
	g.row++
	from := g.row
	below := decimal.Zero
	for _, bucket := range buckets {
		cells := "B" + cellRow(first[bucket.ID]) + ":B" + cellRow(first[bucket.ID]+len(bucket.Items)-1)
		g.put(1, b.say("bucket."+bucket.ID), b.styles.row)
		value, counted := "0", "0"
		if len(bucket.Items) > 0 {
			value = "SUM(" + cells + ")"
			counted = "SUMIFS(" + cells + "," + strings.ReplaceAll(cells, "B", "C") + "," + quoted(p.Text("workbook.yes")) + ")"
		}
		g.formula(2, value, exact(bucket.Value), b.styles.number)
		g.formula(3, counted, exact(bucket.Counted.Value), b.styles.number)
		b.step(g, from, barNamed, below, bucket.Value, b.styles.number)
		b.barLabel(g, b.say("bucket."+bucket.ID), bucket.Value, scale, b.styles.row)
		g.across(barClaimed, barMissing, b.styles.number)
		g.put(bridgeMeaning, b.request.Printer.Text("definition.bucket."+bucket.ID), b.styles.row)
		below = below.Add(bucket.Value)
		g.row++
	}
	g.put(1, b.say("bridge.remainder"), b.styles.total)
	g.formula(2, claimed+"-SUM("+"$B$"+cellRow(from)+":$B$"+cellRow(g.row-1)+")", exact(answer.Remainder), b.styles.totalNumber)
	b.step(g, from, barMissing, below, answer.Remainder, b.styles.totalNumber)
	b.barLabel(g, b.say("bridge.remainder"), answer.Remainder, scale, b.styles.total)
	g.across(3, bridgeMeaning, b.styles.total)
	remainder := g.fixed(2)
	g.row++
	ties := "SUM($B$" + cellRow(from) + ":" + remainder + ")"
	g.put(1, b.say("bridge.ties"), b.styles.total)
	g.formula(2, ties, exact(answer.Amount), b.styles.totalNumber)
	g.formula(3, "IF(ROUND("+ties+"-"+claimed+",6)=0,"+quoted(b.say("check.pass"))+","+quoted(b.say("check.fail"))+")", b.say("check.pass"), b.styles.good)
	bottom := g.row - 1
	g.row++
	axis, format := unit, "#,##0"
	if answer.Form == analysis.FormSum {
		axis, format = b.say("bridge.million", unit), "#,##0,,"
	}
	g.chart("A"+cellRow(g.row+1), b.waterfall(g, from-1, bottom, b.say("bridge.finding", p.Decimal(answer.Itemised, 0), p.Decimal(answer.Amount, 0), unit), axis, format))
	g.charts[len(g.charts)-1].outline = accent
	g.row = listed
	g.breaks = append(g.breaks, g.cell(1))
	b.bridgeRecords(g, answer, buckets)
	g.row += 2
}

// chartRows is how many rows of a sheet a chart takes.
const chartRows = 20

// The columns of a bridge that its chart is drawn from: what is claimed, named
// and not found are told apart, and each bar stands in one of them.
const (
	barClaimed    = 5
	barNamed      = 6
	barMissing    = 7
	bridgeMeaning = 8
	bridgeLabel   = 9
)

// step gives the bar of a line in a waterfall of stacked columns: an invisible
// column up to where it begins, and the column that is seen.
func (b *book) step(g *grid, from, column int, below, value decimal.Decimal, style int) {
	before := "SUM($B$" + cellRow(from) + ":$B$" + cellRow(g.row-1) + ")"
	if g.row == from {
		before = "0"
	}
	here := "$B$" + cellRow(g.row)
	g.formula(4, "MIN("+before+","+before+"+"+here+")", exact(decimal.Min(below, below.Add(value))), style)
	g.formula(column, "ABS("+here+")", exact(value.Abs()), style)
}

// barLabel names a bar with its number, in so many units: the chart has no
// other place for the number of a bar that is empty.
func (b *book) barLabel(g *grid, part string, value decimal.Decimal, scale int64, style int) {
	here := cellRow(g.row)
	number := value.Div(decimal.NewFromInt(scale)).Round(1)
	formula := "$A" + here + "&\": \"&ROUND($B" + here + "/" + strconv.FormatInt(scale, 10) + ",1)"
	g.formula(bridgeLabel, formula, part+": "+number.String(), style)
}

// waterfall draws a bridge as stacked columns, which every version of Excel
// has: the lower part is not filled.
func (b *book) waterfall(g *grid, top, bottom int, finding, unit, format string) *excelize.Chart {
	categories := g.area(bridgeLabel, top, bridgeLabel, bottom)
	series := func(column int, fill excelize.Fill) excelize.ChartSeries {
		return excelize.ChartSeries{Name: cellAddress(g.name, "$"+columnName(column)+"$"+cellRow(top-1)), Categories: categories, Values: g.area(column, top, column, bottom), Fill: fill}
	}
	return &excelize.Chart{
		Type: excelize.ColStacked,
		Series: []excelize.ChartSeries{
			series(4, excelize.Fill{Type: "pattern", Pattern: 0}),
			series(barClaimed, excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ink}}),
			series(barNamed, excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}),
			series(barMissing, excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"B5B5B5"}}),
		},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: finding, Font: &excelize.Font{Family: b.styles.family, Size: 12, Bold: true, Color: ink}}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		GapWidth:  pointer(uint(40)),
		XAxis:     excelize.ChartAxis{Font: b.chartFont(9)},
		YAxis:     excelize.ChartAxis{Font: b.chartFont(9), MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}, Title: b.axisTitle(unit)},
		Dimension: excelize.ChartDimension{Width: 1180, Height: 360},
		Format:    excelize.GraphicOptions{AltText: finding, Name: g.name},
	}
}

// bridgeRecords lists the records behind the parts, with what each counts.
func (b *book) bridgeRecords(g *grid, answer analysis.ClaimAnswer, buckets []analysis.Bucket) {
	p, l := b.request.Printer, b.request.View.Ledger()
	b.heads(g, b.say("bridge.record"), "#"+b.say("bridge.value"), b.say("bridge.reached", p.Word("count_at", answer.CountAt.String())), "#"+b.say("bridge.stated"), b.say("bridge.rate"), "", "", b.say("bridge.part"))
	for _, bucket := range buckets {
		for _, item := range bucket.Items {
			g.put(1, p.Title(l, item.Ref), b.styles.row)
			g.link(1, b.rowOf(item.Ref))
			g.put(2, exact(item.Value), b.styles.number)
			yes := p.Text("workbook.no")
			if item.Counted {
				yes = p.Text("workbook.yes")
			}
			g.put(3, yes, b.styles.row)
			stated, rate := "", ""
			if item.Money.Stated() {
				stated = p.Exact(item.Money)
			}
			if item.Conversion.Value.IsPositive() {
				rate = p.Title(l, item.Conversion.Rate) + ", " + p.Date(l.Date(item.Conversion.Rate, "date"))
			}
			g.put(4, stated, b.styles.number)
			g.put(5, rate, b.styles.row)
			g.across(barNamed, barMissing, b.styles.row)
			g.merges = append(g.merges, [2]string{g.cell(5), g.cell(barMissing)})
			g.put(bridgeMeaning, b.say("bucket."+bucket.ID), b.styles.row)
			g.row++
		}
	}
	for _, left := range answer.LeftOut {
		g.text(1, 6, b.say("bridge.left_out", p.Integer(len(left.Refs)), p.Text("reason."+left.Reason)), b.styles.note, 11)
	}
}
