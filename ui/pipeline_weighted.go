package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// weightedBand stands over the deals: what the open ones may come to by the
// rates of their stages, one number per currency, each with its rates.
type weightedBand struct {
	*sheetBox
	openFigures
	pipeline *pipeline
}

func newWeightedBand(p *pipeline) *weightedBand {
	b := &weightedBand{pipeline: p}
	b.sheetBox = newSheetBox(b.drawBand)
	return b
}

// weightedNumber writes a weighted sum in whole units of its currency, rounded
// only here (RULES 7.6).
func (d *desk) weightedNumber(money ledger.Money) string {
	return d.printer.Exact(ledger.Money{Amount: money.Amount.Round(0), Currency: money.Currency})
}

// weightedFigure is the weighted value of one currency as a figure that opens.
func (d *desk) weightedFigure(value analysis.WeightedValue, sum analysis.Sum) figure {
	total := value.Total
	total.Sums = []analysis.Sum{sum}
	f := figure{id: "pipeline.weighted." + string(sum.Money.Currency), name: d.text("pipeline.weighted"), number: d.weightedNumber(sum.Money),
		whole: d.text("overview.of", d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals))), total: total, unit: string(sum.Money.Currency)}
	for _, line := range value.Lines {
		if line.Amount.Currency != sum.Money.Currency {
			continue
		}
		for _, deal := range line.Deals {
			f.items = append(f.items, figureItem{ref: deal, note: d.rateText(line), amount: d.printer.Money(d.view.Headline(deal).Money)})
		}
	}
	f.sum = f.number
	f.remake = func(other *desk) (figure, bool) {
		again := analysis.Weighted(other.view)
		for _, sum := range again.Total.Sums {
			if "pipeline.weighted."+string(sum.Money.Currency) == f.id {
				return other.weightedFigure(again, sum), true
			}
		}
		return figure{}, false
	}
	return f
}

// rateText says where the rate of a stage comes from: the ledger's own history,
// or the reader.
func (d *desk) rateText(line analysis.WeightedLine) string {
	p := d.printer
	stage := small(p.Word("stage", line.Stage.String()))
	if line.Rate.Seen.Count == 0 {
		return p.Text("pipeline.rate_own", stage, percent(d, line.Share))
	}
	return p.Text("pipeline.rate", stage, p.Integer(line.Rate.Reached.Count), p.Integer(line.Rate.Seen.Count))
}

// percent writes a share.
func percent(d *desk, share decimal.Decimal) string {
	return d.text("pipeline.percent", d.printer.Integer(int(share.Mul(decimal.NewFromInt(100)).Round(0).IntPart())))
}

// refusedText names the stages of which too few deals are old enough for a
// rate, unless the reader gave one; "" when there is none.
func (d *desk) refusedText(rates []analysis.StageRate, own analysis.Settings) string {
	var stages []string
	for _, rate := range rates {
		if _, chosen := own.Probabilities[rate.From]; rate.Refused && !chosen {
			stages = append(stages, d.text("pipeline.refused_stage", small(d.printer.Word("stage", rate.From.String())), d.printer.Integer(rate.Seen.Count)))
		}
	}
	if len(stages) == 0 {
		return ""
	}
	return d.text("pipeline.refused", strings.Join(stages, ", "), d.printer.Integer(analysis.SmallestBase))
}

// Measures of the band.
const (
	bandMargin = 16
	bandGap    = 20
)

// flow sets pieces side by side and begins a new line where one does not fit.
type flow struct {
	page *sheet
	x, y float32
}

// room gives the place of a piece of a width.
func (f *flow) room(width float32) (x, y float32) {
	if f.x > bandMargin && f.x+width > f.page.width-bandMargin {
		f.x, f.y = bandMargin, f.y+22
	}
	x, y = f.x, f.y
	f.x += width + bandGap
	return x, y
}

// words writes a piece of text.
func (f *flow) words(text string, token look.Token) {
	width := min(look.Width(text, look.SizeText, false), f.page.width-2*bandMargin)
	x, y := f.room(width)
	f.page.text(text, x, y+2, width+1, look.SizeText, token, false)
}

// drawStuck says how many deals do not move.
func (b *weightedBand) drawStuck(f *flow) {
	d, stuck := b.pipeline.study.desk, b.pipeline.study.stuck
	words := d.text("pipeline.stuck", d.printer.Integer(d.view.Thresholds().Shelved))
	long := look.Width(stuck.number, look.SizeText, true)
	x, y := f.room(long + 6 + look.Width(words, look.SizeText, false))
	f.page.text(stuck.number, x, y+2, long+1, look.SizeText, look.Text1, true)
	f.page.text(words, x+long+6, y+2, f.page.width-x-long-6, look.SizeText, look.Text2, false)
	if len(stuck.items) > 0 {
		f.page.rect(look.Line2, x, y+20, long, 1)
		b.put(f.page, b.pipeline.window, stuck, x-3, y-1, long+12+look.Width(words, look.SizeText, false), 25)
	}
}

// drawAges says what the bar at the foot of a card means.
func (b *weightedBand) drawAges(f *flow) {
	const steps, step, filled = 6, 7, 4
	words := b.pipeline.study.ageSteps()
	x, y := f.room(steps*step + 8 + look.Width(words, look.SizeText, false))
	for i := range steps {
		token := look.Line
		if i < filled {
			token = look.Line2
		}
		f.page.rect(token, x+float32(i*step), y+12, step-2, 2)
	}
	f.page.text(words, x+steps*step+8, y+2, f.page.width-x-steps*step-8, look.SizeText, look.Text2, false)
}

// drawBand draws the band for a width.
func (b *weightedBand) drawBand(width float32) ([]fyne.CanvasObject, float32) {
	study := b.pipeline.study
	if study == nil {
		return nil, 0
	}
	d, value := study.desk, study.weighted
	page := &sheet{width: width}
	ground := page.rect(look.Surface, 0, 0, width, 0)
	f := &flow{page: page, x: bandMargin, y: 2}
	f.words(d.text("pipeline.weighted"), look.Text2)
	f.x -= bandGap - 8
	for _, sum := range value.Total.Sums {
		figure := d.weightedFigure(value, sum)
		long := look.Width(figure.number, look.SizeHeading, true)
		x, y := f.room(long)
		page.text(figure.number, x, y, long+1, look.SizeHeading, look.Text1, true)
		page.rect(look.Line2, x, y+22, long, 1)
		b.put(page, b.pipeline.window, figure, x-3, y-1, long+6, 25)
		f.x -= bandGap - 8
		for _, line := range value.Lines {
			if line.Amount.Currency == sum.Money.Currency {
				f.words(d.text("pipeline.of_amount", d.printer.Money(line.Amount), d.rateText(line)), look.Text2)
			}
		}
	}
	if len(value.Total.Sums) == 0 {
		page.text("0", f.x, f.y, 20, look.SizeHeading, look.Text3, true)
		f.x += 18
		f.words(d.text("pipeline.weighted_none"), look.Text2)
	}
	if apart := d.view.Len(ledger.Deals) - value.Total.Count; apart > 0 {
		f.words(d.printer.Count("pipeline.apart", apart), look.Text2)
	}
	if shown := b.pipeline.selection; shown != nil && len(shown.Rows) < d.view.Len(ledger.Deals) {
		f.words(d.text("pipeline.all_deals", d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals))), look.Text2)
	}
	if study.refused != "" {
		f.words(study.refused, look.Text3)
	}
	b.drawStuck(f)
	if b.pipeline.mode() == asBoard {
		b.drawAges(f)
	}
	ground.Resize(fyne.NewSize(width, f.y+28))
	return page.objects, f.y + 28
}
