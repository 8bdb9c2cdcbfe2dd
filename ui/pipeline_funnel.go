package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/ui/look"
	"summitledger/ui/plot"
)

// funnel is the third way to show deals: how many of those that were once at a
// stage went on, and how old the last news of the open ones is.
type funnel struct {
	pipeline *pipeline
	ground   *canvas.Rectangle
	box      *sheetBox
	scroll   *container.Scroll
	page     *fyne.Container
	parts    []*funnelPart
}

// funnelPart is one chart of the page.
type funnelPart struct {
	title, note string
	plot        *plot.Plot
	bars        chart.Bars
	figures     map[string]figure
	rows        [][]string // as a table, for copying: a heading first
}

// The charts of the page.
const (
	partOperating = iota // from each stage to operating: the base rates
	partNext             // from each stage to any further one
	partAges             // by the age of the last news
	partStays            // how long deals stayed in each stage
	funnelParts
)

func newFunnel(p *pipeline) *funnel {
	f := &funnel{pipeline: p, ground: canvas.NewRectangle(look.Color(look.Surface))}
	for range funnelParts {
		part := &funnelPart{plot: plot.New()}
		part.plot.OnFigure = func(id string) {
			if figure, ok := part.figures[id]; ok {
				p.window.openFigure(figure)
			}
		}
		part.plot.OnMove = func(y, height float32) { f.reveal(part, y, height) }
		part.plot.OnKey = p.window.typedKey
		f.parts = append(f.parts, part)
	}
	f.box = newSheetBox(f.draw)
	f.scroll = container.NewVScroll(f.box.Container)
	f.page = container.NewStack(f.ground, f.scroll)
	return f
}

// reveal scrolls the row of a chart that the keys came to into sight.
func (f *funnel) reveal(part *funnelPart, y, height float32) {
	top := part.plot.Position().Y + y
	switch {
	case top < f.scroll.Offset.Y:
		f.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+height > f.scroll.Offset.Y+f.scroll.Size().Height:
		f.scroll.ScrollToOffset(fyne.NewPos(0, top+height-f.scroll.Size().Height))
	}
}

// set makes the charts of a study.
func (f *funnel) set(study *dealStudy) {
	d := study.desk
	f.ground.FillColor = look.Color(look.Surface)
	note := d.text("funnel.old_enough", d.printer.Integer(study.oldEnough))
	f.parts[partOperating].fill(d, "operating", d.text("funnel.operating"), note, study.operating)
	f.parts[partNext].fill(d, "further", d.text("funnel.further"), note, study.further)
	f.parts[partAges].fillAges(d, study.ageing)
	f.parts[partStays].fillStays(d, study.stays)
	f.box.redraw()
}

// fill makes a chart of conversions: gone on, stayed, too young to tell.
func (part *funnelPart) fill(d *desk, name, title, note string, rates []analysis.StageRate) {
	p := d.printer
	part.title, part.note, part.figures = title, note, map[string]figure{}
	part.rows = [][]string{{title, d.text("funnel.reached"), d.text("funnel.seen"), d.text("funnel.young"), d.text("funnel.rate")}}
	var rows []chart.Conversion
	for _, rate := range rates {
		id := "funnel." + name + "." + rate.From.String()
		row := chart.Conversion{ID: id, Label: capital(p.Word("stage", rate.From.String())), Reached: rate.Reached.Count, OldEnough: rate.Seen.Count}
		for _, left := range rate.Seen.LeftOut {
			row.Young += len(left.Refs)
		}
		row.Number = d.text("funnel.k_of_n", p.Integer(row.Reached), p.Integer(row.OldEnough))
		row.Note = d.text("funnel.refused", p.Integer(analysis.SmallestBase))
		printed := ""
		if share, ok := rate.Share(); ok {
			printed = percent(d, share)
			row.Note = printed
		}
		if row.Young > 0 {
			row.Note += ", " + p.Count("funnel.n_young", row.Young)
		}
		rows = append(rows, row)
		part.rows = append(part.rows, []string{row.Label, strconv.Itoa(row.Reached), strconv.Itoa(row.OldEnough), strconv.Itoa(row.Young), printed})
		part.figures[id] = d.rateFigure(id, title, rate)
	}
	part.bars = chart.Funnel(unitText(d, ledger.Deals), countTick(d), rows)
}

// rateFigure is k of n as a figure that opens: those that went on.
func (d *desk) rateFigure(id, title string, rate analysis.StageRate) figure {
	p := d.printer
	total := rate.Reached
	total.LeftOut = append(append([]analysis.LeftOut(nil), total.LeftOut...), rate.Seen.LeftOut...)
	return figure{id: id, name: d.text("since.group", title, small(p.Word("stage", rate.From.String()))), number: p.Integer(rate.Reached.Count),
		whole: d.text("funnel.of_seen", p.Records(ledger.Deals, rate.Seen.Count)), total: total}
}

// fillAges makes the chart of the age of the last news.
func (part *funnelPart) fillAges(d *desk, study analysis.AgeStudy) {
	p := d.printer
	thresholds := d.view.Thresholds()
	part.title, part.figures = d.text("funnel.ages"), map[string]figure{}
	part.note = d.text("funnel.ages_note", p.Integer(thresholds.Shelved), p.Integer(thresholds.Lapsed))
	part.rows = [][]string{{part.title, p.Table(ledger.Deals)}}
	part.bars = chart.Bars{Unit: unitText(d, ledger.Deals), Tick: countTick(d), Whole: true}
	put := func(label string, fill chart.Fill, total analysis.Total) {
		id := "funnel.age." + total.ID
		number := p.Integer(total.Count)
		part.bars.Rows = append(part.bars.Rows, chart.BarRow{ID: id, Label: label, Number: number, Segments: []chart.Segment{{Value: decimal.NewFromInt(int64(total.Count)), Fill: fill}}})
		part.rows = append(part.rows, []string{label, strconv.Itoa(total.Count)})
		part.figures[id] = figure{id: id, name: d.text("since.group", part.title, label), number: number, whole: d.text("overview.of", p.Records(ledger.Deals, d.view.Len(ledger.Deals))), total: total}
	}
	for _, bucket := range study.Buckets {
		fill := chart.Confirmed
		if bucket.From >= thresholds.Shelved {
			fill = chart.Silent
		}
		put(d.ageText(bucket), fill, bucket.Total)
	}
	put(capital(p.Word("silence", ledger.NoDatedEvent.String())), chart.Pending, study.NoEvent)
}

// fillStays makes the chart of the days that deals spent in each stage before
// they went on or ended.
func (part *funnelPart) fillStays(d *desk, times []analysis.StageTime) {
	p := d.printer
	part.title, part.note, part.figures = d.text("funnel.stays"), d.text("funnel.stays_note"), map[string]figure{}
	part.rows = [][]string{{part.title, d.text("funnel.mean_days"), p.Table(ledger.Deals), d.text("funnel.still")}}
	part.bars = chart.Bars{Unit: d.text("funnel.days"), Tick: countTick(d), Whole: true}
	for _, time := range times {
		id := "funnel.stay." + time.Stage.String()
		label := capital(p.Word("stage", time.Stage.String()))
		still := 0
		f := figure{id: id, name: d.text("since.group", part.title, small(label)), number: p.Integer(int(time.Mean.Round(0).IntPart())), unit: d.text("funnel.days"),
			whole: p.Count("funnel.mean_of", time.Ended), definition: part.note, items: []figureItem{}}
		for _, stay := range time.Stays {
			if stay.Still {
				still++
			}
			if !stay.Still && !stay.Baseline {
				f.items = append(f.items, figureItem{ref: stay.Deal, note: p.Day(stay.From), amount: d.daysText(stay)})
			}
		}
		row := chart.BarRow{ID: id, Label: label, Number: f.number, Note: p.Count("funnel.mean_of", time.Ended), Segments: []chart.Segment{{Value: time.Mean, Fill: chart.Confirmed}}}
		if time.Ended == 0 {
			row.ID, row.Number, row.Note = "", d.text("value.unknown"), d.text("funnel.no_stay")
		} else {
			part.figures[id] = f
		}
		if still > 0 {
			row.Note += ", " + p.Count("funnel.n_still", still)
		}
		part.bars.Rows = append(part.bars.Rows, row)
		part.rows = append(part.rows, []string{label, row.Number, strconv.Itoa(time.Ended), strconv.Itoa(still)})
	}
}

// daysText writes the days of a stay; coarse dates tell only a least.
func (d *desk) daysText(stay analysis.Stay) string {
	text := d.printer.Count("unit.day", stay.Days)
	if stay.AtLeast {
		return d.text("funnel.at_least", text)
	}
	return text
}

// ageText says how old the news of a bucket is.
func (d *desk) ageText(bucket analysis.AgeBucket) string {
	p := d.printer
	switch {
	case bucket.To < 0:
		return p.Text("funnel.age_over", p.Integer(bucket.From-1))
	case bucket.From == 0:
		return p.Text("funnel.age_to", p.Integer(bucket.To))
	}
	return p.Text("funnel.age_between", p.Integer(bucket.From), p.Integer(bucket.To))
}

// unitText names what a column of numbers counts.
func unitText(d *desk, kind ledger.Kind) string { return small(d.printer.Table(kind)) }

// countTick writes the ticks of an axis of counts.
func countTick(d *desk) func(decimal.Decimal) string {
	return func(value decimal.Decimal) string { return d.printer.Integer(int(value.IntPart())) }
}

// copyText gives the charts as tables under each other.
func (f *funnel) copyText() string {
	var out strings.Builder
	for i, part := range f.parts {
		if i > 0 {
			out.WriteString("\n")
		}
		for _, row := range part.rows {
			out.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return out.String()
}

// Measures of the page.
const (
	funnelMargin = 16
	funnelGap    = 32
	funnelBeside = 1000 // from this width on two charts stand side by side
	funnelWidest = 900  // wider bars say no more
)

// draw lays the charts out for a width.
func (f *funnel) draw(width float32) ([]fyne.CanvasObject, float32) {
	d := f.pipeline.desk
	if d == nil || f.parts[partOperating].figures == nil {
		return nil, 0 // not shown yet
	}
	page := &sheet{width: width}
	inner := width - 2*funnelMargin
	half := min(inner, funnelWidest)
	if width >= funnelBeside {
		half = min((inner-funnelGap)/2, funnelWidest)
	}
	y := f.legend(page, 6)
	for i := 0; i < len(f.parts); i += 2 {
		left := f.put(page, f.parts[i], funnelMargin, y, half)
		if width >= funnelBeside {
			y = max(left, f.put(page, f.parts[i+1], funnelMargin+half+funnelGap, y, half))
		} else {
			y = f.put(page, f.parts[i+1], funnelMargin, left, half)
		}
	}
	return page.objects, y + 8
}

// legend says what the pieces of a bar are.
func (f *funnel) legend(page *sheet, y float32) float32 {
	d := f.pipeline.desk
	x := float32(funnelMargin)
	for i, key := range []string{"funnel.went_on", "funnel.stayed", "funnel.too_young"} {
		text := d.text(key)
		wide := 18 + look.Width(text, look.SizeNote, false)
		if x > funnelMargin && x+wide > page.width-funnelMargin {
			x, y = funnelMargin, y+18
		}
		switch i {
		case 0:
			page.square(signedFill, x, y+3, 12, 10)
		case 1:
			page.square(silentFill, x, y+3, 12, 10)
		default:
			page.rect(look.Line, x, y+3, 12, 10)
		}
		page.text(text, x+18, y, wide, look.SizeNote, look.Text2, false)
		x += wide + 18
	}
	return y + 24
}

// put draws a chart under its heading and gives where it ends.
func (f *funnel) put(page *sheet, part *funnelPart, x, y, width float32) float32 {
	page.rect(look.Text1, x, y, width, 1)
	page.text(part.title, x, y+6, width, look.SizeHeading, look.Text1, true)
	y += 32
	for _, line := range look.Wrap(part.note, width, look.SizeNote, false, 3) {
		page.text(line, x, y, width+1, look.SizeNote, look.Text2, false)
		y += look.LineNote
	}
	y += 6
	part.plot.Set(part.bars.Lay(float64(width), plot.Face()))
	page.put(part.plot, x, y, width, float32(part.bars.Height()))
	return y + float32(part.bars.Height()) + 20
}
