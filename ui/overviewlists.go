package ui

import (
	"slices"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// How many events and promises the overview lists.
const (
	latestShown = 6
	dueShown    = 4
)

// sortedBy orders records by a day; those of one day keep their order.
func sortedBy(refs []ledger.Ref, day func(ledger.Ref) ledger.Day, later bool) []ledger.Ref {
	list := slices.Clone(refs)
	slices.SortStableFunc(list, func(a, b ledger.Ref) int {
		if later {
			a, b = b, a
		}
		return int(day(a)) - int(day(b))
	})
	return list
}

// cells draws the row of figures that open.
func (o *overview) cells(y float32) float32 {
	width := o.sheet.width - 2*overviewMargin
	cells := make([]*controls.Figure, len(o.data.cells))
	for i, cell := range o.data.cells {
		f := o.data.figures[cell.id]
		if cell.number != "" {
			f.number, f.whole = cell.number, cell.whole
		}
		cells[i] = controls.NewFigure(func() { o.window.openFigure(o.data.figures[cell.id]) })
		cells[i].Set(f.name, f.number, f.whole, cell.notes...)
	}
	abreast := len(cells)
	widths := figureWidths(cells, width-float32(abreast-1)*overviewGap, abreast)
	if widths == nil {
		abreast = 3
		widths = figureWidths(cells, width-2*overviewGap, abreast)
	}
	if widths == nil { // numbers are wrapped where there is no room for them
		widths = slices.Repeat([]float32{(width - 2*overviewGap) / 3}, 3)
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
		top := y + float32(row)*(height+12)
		o.sheet.put(figure, x, top, widths[column], height)
		id := o.data.cells[i].id
		o.spots[id] = append([]opener{figure}, o.spots[id]...)
		o.leads(&figure.Pressable, figure, x, top, widths[column], height)
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

// latest lists the last events with what they tell of.
func (o *overview) latest(x, y, width float32) float32 {
	d := o.data.desk
	events := o.data.latest
	y = o.heading(x, y, width, d.text("overview.latest"), d.text("overview.n_of", d.printer.Integer(len(events)), d.printer.Records(ledger.Events, d.view.Len(ledger.Events))))
	if len(events) == 0 {
		o.sheet.text(d.text("overview.nothing"), x, y, width, look.SizeText, look.Text3, false)
		return y + 22
	}
	for _, event := range events {
		y = o.twoLines(x, y, width, d.printer.ShortDate(d.ledger.Date(event, "date")), d.eventMark(event), d.titleOf(event), d.ledger.Value(event, "note"), true, event)
	}
	return y
}

// longestDay is a day that is written as wide as days get.
var longestDay = ledger.DayOf(2020, 12, 28)

// twoLines is a line of a list of two lines: day, mark, title over a sentence.
func (o *overview) twoLines(x, y, width float32, date, mark, title, sentence string, bold bool, ref ledger.Ref) float32 {
	s := o.sheet
	dates := look.Width(o.data.desk.printer.Day(longestDay), look.SizeText, false) + 14
	s.text(date, x, y, dates-4, look.SizeText, look.Text2, false)
	s.mark(mark, x+dates, y+4)
	s.text(title, x+dates+22, y, width-dates-22, look.SizeText, look.Text1, bold)
	s.text(sentence, x+dates+22, y+18, width-dates-22, look.SizeText, look.Text2, false)
	s.rect(look.Line, x, y+39, width, 1)
	o.opens(x-3, y-1, width+6, 40, func() { o.window.showRecord(ref) })
	return y + 41
}

// promises lists the promises whose day is near or has passed without a report.
func (o *overview) promises(x, y, width float32) float32 {
	d := o.data.desk
	shown := o.data.due[:min(len(o.data.due), dueShown)]
	y = o.heading(x, y, width, d.text("overview.due"), d.text("overview.due_note", d.printer.Integer(len(shown)), d.printer.Integer(len(o.data.due))))
	if len(shown) == 0 {
		o.sheet.text(d.text("overview.none_due"), x, y, width, look.SizeText, look.Text3, false)
		return y + 22
	}
	for _, ref := range shown {
		verdict, due := d.view.Promise(ref).Verdict, d.ledger.Date(ref, "due_on")
		sentence := d.printer.Word("verdict", verdict.String())
		if verdict == ledger.VerdictPending {
			sentence = d.text("overview.due_by", d.printer.Day(due.Last))
		}
		y = o.twoLines(x, y, width, d.printer.ShortDate(due), markOfVerdict(verdict), d.printer.Title(d.ledger, ref), sentence, false, ref)
	}
	return y
}
