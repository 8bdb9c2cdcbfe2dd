package ui

import (
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// barRow is a line of a block: a label, a number, and its squares.
type barRow struct {
	label  string
	fills  []fill
	figure string
}

// gatherBars counts documents by sector and track, and deals by stage.
func (o *overviewData) gatherBars() {
	d := o.desk
	o.sectors, o.tracks = o.itemisedBy("sector"), o.itemisedBy("track")
	lanes := analysis.Pipeline(d.view)
	for _, lane := range lanes {
		name := d.printer.Word("stage", lane.Stage.String())
		if lane.Stage == ledger.NoStage {
			if lane.All.Count == 0 {
				continue
			}
			name = d.printer.Word("stage", "none")
		}
		row := barRow{label: name, figure: o.add(figure{id: "stage." + lane.All.ID, name: name, number: d.printer.Integer(lane.All.Count), whole: o.ofDeals(), total: lane.All})}
		for _, ref := range lane.All.Added {
			row.fills = append(row.fills, map[dealGroup]fill{openDeals: signedFill, silentDeals: silentFill, endedDeals: endedFill}[groupOf(d.view.Deal(ref))])
		}
		sortFills(row.fills)
		o.stages = append(o.stages, row)
	}
}

// fillOrder is the order in which squares of one row stand: what is sure
// first, what ended last.
func fillOrder(f fill) int {
	return slices.Index([]fill{signedFill, reportedFill, countedFill, otherFill, silentFill, endedFill, missingFill}, f)
}

func sortFills(fills []fill) {
	slices.SortStableFunc(fills, func(a, b fill) int { return fillOrder(a) - fillOrder(b) })
}

// itemisedBy splits the records behind the headline, or all documents of the
// view where nothing was claimed, by the words of a column.
func (o *overviewData) itemisedBy(column string) []barRow {
	d := o.desk
	var totals []analysis.Total
	if o.answer.HasRemainder {
		totals = o.answer.ItemisedBy(d.ledger, column)
	} else {
		totals = analysis.Breakdown(d.view, ledger.Agreements, column, analysis.ByCount)
	}
	counted := map[ledger.Ref]bool{}
	for _, ref := range o.answer.CountedTotal().Added {
		counted[ref] = true
	}
	signed := map[ledger.Ref]bool{}
	for _, ref := range o.signed.CountedTotal().Added {
		signed[ref] = true
	}
	var rows []barRow
	for _, total := range totals {
		if total.Count == 0 {
			continue
		}
		label := d.printer.Word(column, total.ID)
		if total.ID == "" {
			label = d.text("facet.none")
		}
		row := barRow{label: label, figure: o.add(figure{id: column + "." + total.ID, name: label, number: d.printer.Integer(total.Count), whole: o.itemisedWhole(), total: total})}
		for _, ref := range total.Added {
			switch {
			case o.answer.HasRemainder && !counted[ref]:
				row.fills = append(row.fills, countedFill)
			case signed[ref] || !o.answer.HasRemainder:
				row.fills = append(row.fills, signedFill)
			default:
				row.fills = append(row.fills, reportedFill)
			}
		}
		sortFills(row.fills)
		rows = append(rows, row)
	}
	return rows
}

// itemisedWhole says what the rows of documents are out of.
func (o *overviewData) itemisedWhole() string {
	if !o.answer.HasRemainder {
		return ""
	}
	return o.desk.text("overview.of", o.itemisedNote())
}

func (o *overviewData) itemisedNote() string {
	n := int(o.answer.Itemised.IntPart())
	if !o.answer.HasRemainder {
		return o.desk.printer.Count("unit.document", analysis.CountDocuments(o.desk.view).Count)
	}
	if o.answer.Unit == ledger.UnitDocuments {
		return o.desk.printer.Count("unit.document", n)
	}
	return o.desk.printer.Records(ledger.Deals, n)
}

// sectors draws the documents by sector, tracks by track, stages the deals by
// the furthest stage that each reached.
func (o *overview) sectors(x, y, width float32) float32 {
	return o.documents(x, y, width, "overview.by_sector", o.data.sectors)
}

func (o *overview) tracks(x, y, width float32) float32 {
	return o.documents(x, y, width, "overview.by_track", o.data.tracks)
}

func (o *overview) documents(x, y, width float32, title string, rows []barRow) float32 {
	d := o.data.desk
	y = o.heading(x, y, width, d.text(title), o.data.itemisedNote())
	if len(rows) == 0 {
		o.sheet.text(d.text("overview.nothing"), x, y, width, look.SizeText, look.Text3, false)
		return y + 22
	}
	entries := []legendEntry{{signedFill, d.text("overview.signed")}, {reportedFill, d.text("overview.reported_short")}}
	if d.countAt != analysis.AtAnnounced {
		entries = append(entries, legendEntry{countedFill, d.text("overview.not_counted")})
	}
	return o.bars(x, o.legend(x, y, width, entries...), width, rows)
}

func (o *overview) stages(x, y, width float32) float32 {
	d := o.data.desk
	y = o.heading(x, y, width, d.text("overview.by_stage"), d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals)))
	y = o.legend(x, y, width, legendEntry{signedFill, small(d.text("pipeline.open"))}, legendEntry{silentFill, small(d.text("pipeline.silent"))}, legendEntry{endedFill, small(d.text("pipeline.ended"))})
	return o.bars(x, y, width, o.data.stages)
}

// legendEntry says what a fill means.
type legendEntry struct {
	fill fill
	text string
}

// legend draws what the fills of a block mean; what does not fit goes on below.
func (o *overview) legend(x, y, width float32, entries ...legendEntry) float32 {
	s, at := o.sheet, x
	for _, entry := range entries {
		wide := 16 + look.Width(entry.text, look.SizeNote, false)
		if at > x && at+wide > x+width {
			at = x
			y += look.LineNote
		}
		s.square(entry.fill, at, y+3, 10, 10)
		s.text(entry.text, at+16, y, width-16, look.SizeNote, look.Text2, false)
		at += wide + 16
	}
	return y + 22
}

// thinnest is how close squares may stand to each other; closer ones stand as a bar.
const thinnest = 5

// labelShare is how much of a block its labels may take.
const labelShare = 0.45

// bars draws rows of squares; the labels end where the longest needs it. Many
// records stand as bars from zero.
func (o *overview) bars(x, y, width float32, rows []barRow) float32 {
	s, p := o.sheet, o.data.desk.printer
	label, number, most, all := float32(0), float32(0), 1, 0
	for _, row := range rows {
		label = max(label, look.Width(row.label, look.SizeText, false)+2)
		number = max(number, look.Width(p.Integer(len(row.fills)), look.SizeText, true))
		most, all = max(most, len(row.fills)), all+len(row.fills)
	}
	label = min(label, width*labelShare)
	start := x + label + 10 + number + 10
	pitch := min(14, (x+width-start)/float32(most))
	for _, row := range rows {
		s.right(look.Cut(row.label, label, look.SizeText, false), x+label, y, look.SizeText, look.Text1, false)
		s.right(p.Integer(len(row.fills)), x+label+10+number, y, look.SizeText, look.Text1, true)
		switch {
		case len(row.fills) == 0:
			s.rect(look.Line2, start, y+4, 1, 11)
		case all > squaresAtMost || pitch < thinnest:
			o.bar(row.fills, start, y+4, pitch)
		default:
			for i, f := range row.fills {
				s.square(f, start+float32(i)*pitch, y+4, max(2, pitch-3), 11)
			}
		}
		o.spot(row.figure, false, x-3, y-1, start-x+max(8, float32(len(row.fills))*pitch)+3, 21)
		y += 22
	}
	return y
}

// bar draws runs of equal fills.
func (o *overview) bar(fills []fill, x, y, pitch float32) {
	for i := 0; i < len(fills); {
		next := i
		for next < len(fills) && fills[next] == fills[i] {
			next++
		}
		if wide := float32(next-i) * pitch; fills[i] == endedFill {
			o.sheet.rect(look.Brick, x+float32(i)*pitch, y, max(1, wide), 11) // one long bar bears no cross
		} else {
			o.sheet.square(fills[i], x+float32(i)*pitch, y, max(1, wide), 11)
		}
		i = next
	}
}

// rungRow is the money on one rung.
type rungRow struct{ label, text, figure string }

// gatherRungs lists what stands on each rung, one sum per currency.
func (o *overviewData) gatherRungs() {
	d := o.desk
	p := d.printer
	for _, rung := range analysis.Money(d.view) {
		var sums []string
		for _, sum := range rung.Total.Sums {
			sums = append(sums, p.Money(sum.Money))
		}
		label := p.Word("rung", rung.Rung.String())
		row := rungRow{label: label, text: strings.Join(sums, ", ")}
		if row.text == "" {
			row.text = d.text("overview.none_recorded")
		}
		row.figure = o.add(figure{id: "rung." + rung.Rung.String(), name: label, number: row.text, total: rung.Total})
		o.rungs = append(o.rungs, row)
	}
}

func (o *overview) rungs(x, y, width float32) float32 {
	d, s := o.data.desk, o.sheet
	if !o.data.below {
		return y
	}
	y = o.heading(x, y, width, d.text("overview.by_rung"), d.text("overview.per_currency"))
	for _, row := range o.data.rungs {
		token := look.Text1
		if row.text == d.text("overview.none_recorded") {
			token = look.Text3
		}
		s.text(row.label, x, y, width*0.3, look.SizeText, look.Text1, false)
		top := y
		for i, line := range sumLines(row.text, width*0.68) {
			if i > 0 {
				y += look.LineText
			}
			s.right(line, x+width, y, look.SizeText, token, false)
		}
		s.rect(look.Line, x, y+22, width, 1)
		o.spot(row.figure, false, x-3, top-1, width+6, y-top+23)
		y += 24
	}
	return y
}

// sumLines breaks sums between each other where they do not fit on one line:
// a number is never cut.
func sumLines(text string, width float32) []string {
	var lines []string
	for _, sum := range strings.Split(text, ", ") {
		if last := len(lines) - 1; last >= 0 && look.Width(lines[last]+", "+sum, look.SizeText, false) <= width {
			lines[last] += ", " + sum
		} else {
			lines = append(lines, sum)
		}
	}
	return lines
}
