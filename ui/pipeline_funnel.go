package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/report"
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
	part.title, part.note, part.figures = title, note, map[string]figure{}
	part.rows = [][]string{{title, d.text("funnel.reached"), d.text("funnel.seen"), d.text("funnel.young"), d.text("funnel.rate")}}
	part.bars = d.charting().Rates(name, rates)
	for i, rate := range rates {
		young, printed, row := 0, "", part.bars.Rows[i]
		for _, left := range rate.Seen.LeftOut {
			young += len(left.Refs)
		}
		if share, ok := rate.Share(); ok {
			printed = percent(d, share)
		}
		part.rows = append(part.rows, []string{row.Label, strconv.Itoa(rate.Reached.Count), strconv.Itoa(rate.Seen.Count), strconv.Itoa(young), printed})
		part.figures[row.ID] = d.rateFigure(row.ID, title, rate)
	}
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
	part.bars = d.charting().Ages(study)
	totals := make([]analysis.Total, 0, len(part.bars.Rows))
	for _, bucket := range study.Buckets {
		totals = append(totals, bucket.Total)
	}
	totals = append(totals, study.NoEvent)
	for i, row := range part.bars.Rows {
		part.rows = append(part.rows, []string{row.Label, strconv.Itoa(totals[i].Count)})
		part.figures[row.ID] = figure{id: row.ID, name: d.text("since.group", part.title, row.Label), number: row.Number, whole: d.text("overview.of", p.Records(ledger.Deals, d.view.Len(ledger.Deals))), total: totals[i]}
	}
}

// fillStays makes the chart of the days that deals spent in each stage before
// they went on or ended.
func (part *funnelPart) fillStays(d *desk, times []analysis.StageTime) {
	p := d.printer
	part.title, part.note, part.figures = d.text("funnel.stays"), d.text("funnel.stays_note"), map[string]figure{}
	part.rows = [][]string{{part.title, d.text("funnel.mean_days"), p.Table(ledger.Deals), d.text("funnel.still")}}
	part.bars = d.charting().Stays(times)
	for i, time := range times {
		row, still := part.bars.Rows[i], 0
		f := figure{id: row.ID, name: d.text("since.group", part.title, small(row.Label)), number: row.Number, unit: d.text("funnel.days"),
			whole: p.Count("funnel.mean_of", time.Ended), definition: part.note, items: []figureItem{}}
		for _, stay := range time.Stays {
			if stay.Still {
				still++
			}
			if !stay.Still && !stay.Baseline {
				f.items = append(f.items, figureItem{ref: stay.Deal, note: p.Day(stay.From), amount: d.daysText(stay)})
			}
		}
		if row.ID != "" {
			part.figures[row.ID] = f
		}
		part.rows = append(part.rows, []string{row.Label, row.Number, strconv.Itoa(time.Ended), strconv.Itoa(still)})
	}
}

// charting describes charts of the view, as paper has them too.
func (d *desk) charting() report.Charting { return report.Charting{View: d.view, Printer: d.printer} }

// daysText writes the days of a stay; coarse dates tell only a least.
func (d *desk) daysText(stay analysis.Stay) string {
	text := d.printer.Count("unit.day", stay.Days)
	if stay.AtLeast {
		return d.text("funnel.at_least", text)
	}
	return text
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
