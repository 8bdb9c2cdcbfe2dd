package ui

import (
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// figures is the row of figures that open.
func (o *overview) figures(y float32) float32 {
	cells := []*controls.Figure{o.moneyFigure(), o.operatingFigure(), o.endedFigure(), o.silentFigure(), o.promiseFigure(), o.talksFigure()}
	width := o.sheet.width - 2*overviewMargin
	abreast := 6
	if width < 1150 {
		abreast = 3
	}
	room := width - float32(abreast-1)*overviewGap
	widths := figureWidths(cells, room, abreast)
	if abreast == 6 && widths == nil {
		abreast, room = 3, width-2*overviewGap
		widths = figureWidths(cells, room, abreast)
	}
	if widths == nil { // numbers are wrapped where there is no room for them
		widths = slices.Repeat([]float32{room / float32(abreast)}, abreast)
	}
	height := float32(0)
	for i, figure := range cells {
		height = max(height, figure.HeightFor(widths[i%abreast]))
	}
	x := float32(overviewMargin)
	for i, figure := range cells {
		row, column := i/abreast, i%abreast
		if column == 0 {
			x = overviewMargin
		}
		o.sheet.put(figure, x, y+float32(row)*(height+12), widths[column], height)
		x += widths[column] + overviewGap
	}
	return y + float32((len(cells)+abreast-1)/abreast)*(height+12) - 12
}

// figureWidths gives each column of figures what it needs and an equal share
// of what is left over; nil when there is too little room.
func figureWidths(cells []*controls.Figure, room float32, abreast int) []float32 {
	widths := make([]float32, abreast)
	for i, figure := range cells {
		widths[i%abreast] = max(widths[i%abreast], figure.Wide())
	}
	if share := room / float32(abreast); slices.Max(widths) <= share {
		return slices.Repeat([]float32{share}, abreast)
	}
	for _, width := range widths {
		room -= width
	}
	if room < 0 {
		return nil
	}
	for i := range widths {
		widths[i] += room / float32(abreast)
	}
	return widths
}

func (o *overview) figure(label, number, whole string, refs []ledger.Ref, notes ...controls.Note) *controls.Figure {
	var open func()
	if len(refs) > 0 {
		open = func() {
			o.window.openFigure(figure{name: label, number: number, whole: whole, total: analysis.Total{Unit: refs[0].Kind.Table(), Count: len(refs), Added: refs}})
		}
	}
	f := controls.NewFigure(open)
	f.Set(label, number, whole, notes...)
	return f
}

// moneyFigure is the itemised part of the sum that was claimed.
func (o *overview) moneyFigure() *controls.Figure {
	d := o.desk
	p := d.printer
	claim := analysis.HeadlineSum(d.view)
	if !claim.Exists() {
		return o.figure(d.text("overview.money"), "0", d.text("overview.no_sum"), nil)
	}
	answer := analysis.Bridge(d.view, claim, analysis.AtAnnounced, nil)
	var refs []ledger.Ref
	unknown := 0
	for _, bucket := range answer.Buckets {
		if bucket.ID == analysis.BucketAmountUnknown {
			unknown = len(bucket.Items)
		}
		for _, item := range bucket.Items {
			if bucket.ID != analysis.BucketAmountUnknown {
				refs = append(refs, item.Ref)
			}
		}
	}
	claimed := p.Qualified(answer.Qualifier, p.Money(ledger.Money{Amount: answer.Amount, Currency: answer.Currency}))
	return o.figure(d.text("overview.money"), p.Money(ledger.Money{Amount: answer.Itemised, Currency: answer.Currency}), d.text("overview.of_claimed", claimed), refs,
		controls.Note{Mark: "dots", Text: d.text("overview.amount_unknown", p.Integer(unknown))})
}

// dealsWhere lists the visible deals that a test takes.
func (o *overview) dealsWhere(takes func(ledger.DealState) bool) []ledger.Ref {
	var refs []ledger.Ref
	for ref := range o.desk.view.All(ledger.Deals) {
		if takes(o.desk.view.Deal(ref)) {
			refs = append(refs, ref)
		}
	}
	return refs
}

func (o *overview) ofDeals() string {
	p := o.desk.printer
	return p.Text("overview.of", p.Records(ledger.Deals, o.desk.view.Len(ledger.Deals)))
}

func (o *overview) operatingFigure() *controls.Figure {
	d := o.desk
	refs := o.dealsWhere(func(s ledger.DealState) bool { return s.Stage == ledger.Operating })
	stillOpen := o.dealsWhere(func(s ledger.DealState) bool { return s.Stage == ledger.Operating && groupOf(s) != endedDeals })
	return o.figure(d.text("overview.operating"), d.printer.Integer(len(refs)), o.ofDeals(), refs, controls.Note{Mark: "ring.accent", Text: d.text("overview.still_open", d.printer.Integer(len(stillOpen)))})
}

func (o *overview) endedFigure() *controls.Figure {
	d := o.desk
	refs := o.dealsWhere(func(s ledger.DealState) bool { return groupOf(s) == endedDeals })
	counts := map[ledger.Outcome]int{}
	for _, ref := range refs {
		counts[d.view.Outcome(ref)]++
	}
	var notes []controls.Note
	for _, outcome := range []ledger.Outcome{ledger.Suspended, ledger.Cancelled, ledger.Withdrawn, ledger.Lapsed, ledger.Superseded} {
		if n := counts[outcome]; n > 0 {
			notes = append(notes, controls.Note{Mark: markOfOutcome(outcome), Text: d.printer.Integer(n) + " " + d.printer.Word("outcome", outcome.String())})
		}
	}
	return o.figure(d.text("overview.deals_ended"), d.printer.Integer(len(refs)), o.ofDeals(), refs, notes...)
}

func (o *overview) silentFigure() *controls.Figure {
	d := o.desk
	refs := o.dealsWhere(func(s ledger.DealState) bool { return groupOf(s) == silentDeals })
	return o.figure(d.text("overview.deals_silent"), d.printer.Integer(len(refs)), o.ofDeals(), refs, controls.Note{Mark: "diamond_o", Text: d.text("overview.silent_rule")})
}

func (o *overview) promiseFigure() *controls.Figure {
	d := o.desk
	p, score := d.printer, analysis.PromiseScore(d.view)
	kept := score.Verdict(ledger.VerdictKept).Count + score.Verdict(ledger.VerdictKeptLate).Count + score.Verdict(ledger.VerdictLatenessUnknown).Count
	return o.figure(d.text("overview.promises_kept"), p.Integer(kept), d.text("overview.assessed", p.Integer(score.Assessed.Count), p.Integer(score.Promised.Count)), nil,
		controls.Note{Mark: "dots", Text: d.text("overview.not_assessed", p.Integer(score.NotAssessed.Count))})
}

func (o *overview) talksFigure() *controls.Figure {
	d := o.desk
	counts := map[bool]int{}
	for ref := range d.view.All(ledger.Tracks) {
		switch outcome := d.view.Outcome(ref); {
		case outcome == ledger.Suspended:
			counts[false]++
		case outcome.Ended():
			counts[true]++
		}
	}
	return o.figure(d.text("overview.talks"), d.printer.Integer(counts[false]+counts[true]), d.text("overview.of", d.printer.Records(ledger.Tracks, d.view.Len(ledger.Tracks))), nil,
		controls.Note{Mark: "pause", Text: d.printer.Integer(counts[false]) + " " + d.printer.Word("outcome", "suspended")}, controls.Note{Mark: "cross", Text: d.text("overview.talks_ended", d.printer.Integer(counts[true]))})
}

// barRow is a line of a block: a label, a number, and its squares.
type barRow struct {
	label string
	fills []fill
	refs  []ledger.Ref
}

// labelShare is how much of a block its labels may take.
const labelShare = 0.45

// bars draws rows of squares; the labels end where the longest needs it.
func (o *overview) bars(x, y, width float32, rows []barRow) float32 {
	s, p := o.sheet, o.desk.printer
	label, most := float32(0), 1
	for _, row := range rows {
		label = max(label, look.Width(row.label, look.SizeText, false)+5)
		most = max(most, len(row.fills))
	}
	label = min(label, width*labelShare)
	start := x + label + 36
	pitch := min(14, (width-label-40)/float32(most))
	for _, row := range rows {
		text := look.Cut(row.label, label-4, look.SizeText, false)
		s.right(text, x+label, y, look.SizeText, look.Text1, false)
		s.right(p.Integer(len(row.fills)), x+label+26, y, look.SizeText, look.Text1, true)
		for i, f := range row.fills {
			s.square(f, start+float32(i)*pitch, y+4, max(2, pitch-3), 11)
		}
		if len(row.fills) == 0 {
			s.rect(look.Line2, start, y+4, 1, 11)
		} else {
			s.opens(x, y-1, label+40+float32(len(row.fills))*pitch, 21, func() { o.window.showRecords(tabOf(row.refs), row.label, row.refs) })
		}
		y += 22
	}
	return y
}

// legend draws what the fills of a block mean.
func (o *overview) legend(x, y, width float32, entries ...any) float32 {
	s := o.sheet
	for i := 0; i+1 < len(entries); i += 2 {
		text, ok := entries[i+1].(string)
		f, isFill := entries[i].(fill)
		if !ok || !isFill || look.Width(text, look.SizeNote, false)+32 > width {
			continue
		}
		s.square(f, x, y+3, 10, 10)
		used := 16 + s.text(text, x+16, y, width-16, look.SizeNote, look.Text2, false) + 16
		x += used
		width -= used
	}
	return y + 22
}

// sectors counts the documents of the summit by sector.
func (o *overview) sectors(x, y, width float32) float32 {
	d := o.desk
	bySector := map[string]*barRow{}
	column := ledger.Agreements.Column("sector")
	words := ledger.Agreements.Columns()[column].Words
	total := 0
	for ref := range d.view.All(ledger.Agreements) {
		presence := d.ledger.Presence(ref)
		if !d.ledger.IsDocument(ref) || presence != ledger.AtSummit && presence != ledger.ReportedAtSummit {
			continue
		}
		sector := d.ledger.Cell(ref, column)
		row := bySector[sector]
		if row == nil {
			row = &barRow{label: d.printer.Word("sector", sector)}
			bySector[sector] = row
		}
		f := signedFill
		if presence == ledger.ReportedAtSummit {
			f = reportedFill
		}
		row.fills = append(row.fills, f)
		row.refs = append(row.refs, ref)
		total++
	}
	var rows []barRow
	for _, word := range words.Words() {
		if row := bySector[word]; row != nil {
			sortFills(row.fills)
			rows = append(rows, *row)
		}
	}
	sortRows(rows)
	y = o.heading(x, y, width, d.text("overview.by_sector"), d.printer.Count("unit.document", total))
	y = o.legend(x, y, width, signedFill, d.text("overview.signed"), reportedFill, d.text("overview.reported_short"))
	return o.bars(x, y, width, rows)
}

// stages counts the deals by the furthest stage that each reached.
func (o *overview) stages(x, y, width float32) float32 {
	d := o.desk
	rows := make([]barRow, 0, len(ledger.Stages()))
	for _, stage := range ledger.Stages() {
		row := barRow{label: d.printer.Word("stage", stage.String())}
		for _, group := range []dealGroup{openDeals, silentDeals, endedDeals} {
			for _, ref := range o.dealsWhere(func(s ledger.DealState) bool { return s.Stage == stage && groupOf(s) == group }) {
				row.fills = append(row.fills, map[dealGroup]fill{openDeals: signedFill, silentDeals: silentFill, endedDeals: endedFill}[group])
				row.refs = append(row.refs, ref)
			}
		}
		rows = append(rows, row)
	}
	y = o.heading(x, y, width, d.text("overview.by_stage"), d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals)))
	y = o.legend(x, y, width, signedFill, d.text("pipeline.open"), silentFill, d.text("pipeline.silent"), endedFill, d.text("pipeline.ended"))
	return o.bars(x, y, width, rows)
}

// money lists what stands on each rung, one sum per currency.
func (o *overview) money(x, y, width float32) float32 {
	d, s := o.desk, o.sheet
	p := d.printer
	totals := analysis.Money(d.view)
	y = o.heading(x, y, width, d.text("overview.by_rung"), d.text("overview.per_currency"))
	for _, rung := range ledger.Rungs() {
		total := analysis.OnRung(totals, rung)
		var sums []string
		for _, sum := range total.Sums {
			sums = append(sums, p.Money(sum.Money))
		}
		text, token := strings.Join(sums, ", "), look.Text1
		if text == "" {
			text, token = d.text("overview.none_recorded"), look.Text3
		}
		s.text(p.Word("rung", rung.String()), x, y, width*0.3, look.SizeText, look.Text1, false)
		s.right(look.Cut(text, width*0.68, look.SizeText, false), x+width, y, look.SizeText, token, false)
		s.rect(look.Line, x, y+22, width, 1)
		if refs := subjectsOf(d, total.Added); len(refs) > 0 {
			label := p.Word("rung", rung.String())
			s.opens(x, y-1, width, 22, func() { o.window.showRecords(tabOf(refs), label, refs) })
		}
		y += 24
	}
	return y
}

// subjectsOf gives the records that events speak of, those of the first kind
// that occurs.
func subjectsOf(d *desk, refs []ledger.Ref) []ledger.Ref {
	var list []ledger.Ref
	seen := map[ledger.Ref]bool{}
	for _, ref := range refs {
		if ref.Kind == ledger.Events {
			subject, ok := d.ledger.Subject(ref)
			if !ok {
				continue
			}
			ref = subject
		}
		if !seen[ref] && (len(list) == 0 || list[0].Kind == ref.Kind) {
			seen[ref] = true
			list = append(list, ref)
		}
	}
	return list
}

// latestShown is how many events and promises the overview lists.
const latestShown = 6

// latest lists the last events with what they tell of.
func (o *overview) latest(x, y, width float32) float32 {
	d := o.desk
	events := analysis.LatestEvents(d.view, latestShown)
	y = o.heading(x, y, width, d.text("overview.latest"), d.text("overview.n_of", d.printer.Integer(len(events)), d.printer.Records(ledger.Events, d.view.Len(ledger.Events))))
	for _, event := range events {
		title := ""
		if subject, ok := d.ledger.Subject(event); ok {
			title = d.printer.Title(d.ledger, subject)
		}
		y = o.twoLines(x, y, width, d.printer.ShortDate(d.ledger.Date(event, "date")), d.eventMark(event), title, d.ledger.Value(event, "note"), true, event)
	}
	return y
}

// longestDay is a day that is written as wide as days get.
var longestDay = ledger.DayOf(2020, 12, 28)

// twoLines is a line of a list of two lines: day, mark, title over a sentence.
func (o *overview) twoLines(x, y, width float32, date, mark, title, sentence string, bold bool, ref ledger.Ref) float32 {
	s := o.sheet
	dates := look.Width(o.desk.printer.Day(longestDay), look.SizeText, false) + 14
	s.text(date, x, y, dates-4, look.SizeText, look.Text2, false)
	s.mark(mark, x+dates, y+4)
	s.text(title, x+dates+22, y, width-dates-22, look.SizeText, look.Text1, bold)
	s.text(sentence, x+dates+22, y+18, width-dates-22, look.SizeText, look.Text2, false)
	s.rect(look.Line, x, y+39, width, 1)
	s.opens(x, y-1, width, 39, func() { o.window.showRecord(ref) })
	return y + 42
}

// promises lists the promises whose day is near or has passed without a report.
func (o *overview) promises(x, y, width float32) float32 {
	d := o.desk
	score := analysis.PromiseScore(d.view)
	refs := append(append([]ledger.Ref(nil), score.Verdict(ledger.VerdictPending).Added...), score.Verdict(ledger.VerdictPastDue).Added...)
	all := len(refs)
	refs = refs[:min(all, latestShown-2)]
	y = o.heading(x, y, width, d.text("overview.due"), d.text("overview.due_note", d.printer.Integer(len(refs)), d.printer.Integer(all)))
	if all == 0 {
		o.sheet.text(d.text("overview.none_due"), x, y, width, look.SizeText, look.Text3, false)
		return y + 24
	}
	for _, ref := range refs {
		verdict := d.view.Promise(ref).Verdict
		y = o.twoLines(x, y, width, d.printer.ShortDate(d.ledger.Date(ref, "due_on")), markOfVerdict(verdict), d.printer.Title(d.ledger, ref), d.printer.Word("verdict", verdict.String()), false, ref)
	}
	return y
}

func sortFills(fills []fill) { slices.Sort(fills) }

// sortRows puts long rows first; rows of one length keep their order.
func sortRows(rows []barRow) {
	slices.SortStableFunc(rows, func(a, b barRow) int { return len(b.fills) - len(a.fills) })
}
