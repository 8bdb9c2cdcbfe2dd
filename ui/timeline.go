package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/ledger"
	"summitledger/data/report"
	"summitledger/ui/controls"
	"summitledger/ui/lanes"
)

// timeline shows all events by quarter, with due and expected days, over the
// list of the events.
type timeline struct {
	*listing
	lanes   *lanes.Lanes
	page    *fyne.Container
	period  string // the chosen quarter in words
	quarter int
}

func newTimeline(w *Window) *timeline {
	t := &timeline{listing: newListing(w, "timeline", ledger.Events), lanes: lanes.New()}
	t.lay(t.grid, nil)
	t.page = &fyne.Container{Layout: lanesOver{t}, Objects: []fyne.CanvasObject{t.lanes, t.listing.body.Container}}
	t.lanes.OnQuarter = t.openQuarter
	t.onRows = t.showLanesUnlessChosen
	return t
}

func (t *timeline) object() fyne.CanvasObject { return t.page }

// lanesOver puts the lanes over the list.
type lanesOver struct{ t *timeline }

// Layout is part of Fyne's layout.
func (o lanesOver) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := min(o.t.lanes.MinSize().Height, size.Height*0.6)
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// MinSize is part of Fyne's layout.
func (o lanesOver) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// laneKinds are the lanes in their order.
var laneKinds = []ledger.Kind{ledger.Deals, ledger.Agreements, ledger.Tracks, ledger.Funds, ledger.Promises}

// showLanes draws the events that the list shows, and the days to come.
func (t *timeline) showLanes() {
	d, s := t.desk, t.selection
	p := d.printer
	byKind := map[ledger.Kind]*lanes.Lane{}
	for _, kind := range laneKinds {
		byKind[kind] = &lanes.Lane{Title: p.Table(kind)}
	}
	byKind[ledger.Funds].Title = d.text("timeline.funds_and_summit")
	byKind[ledger.Summits] = byKind[ledger.Funds]
	for _, ref := range s.Rows {
		subject, ok := d.ledger.Subject(ref)
		if !ok || byKind[subject.Kind] == nil {
			continue
		}
		date := d.ledger.Date(ref, "date")
		lane := byKind[subject.Kind]
		lane.Count++
		lane.Marks = append(lane.Marks, lanes.Mark{Quarter: quarterOf(date.Happened(d.ledger.Recorded(ref))), Name: d.eventMark(ref)})
	}
	// Days to come, and due days that have passed, stand where they fall.
	for promise := range d.view.All(ledger.Promises) {
		if due := d.ledger.Date(promise, "due_on"); due.Known() {
			byKind[ledger.Promises].Marks = append(byKind[ledger.Promises].Marks, lanes.Mark{Quarter: quarterOf(due.Last), Name: "past", Due: true})
		}
	}
	for deal := range d.view.All(ledger.Deals) {
		if expected := d.ledger.Date(deal, "expected_on"); expected.Known() {
			byKind[ledger.Deals].Marks = append(byKind[ledger.Deals].Marks, lanes.Mark{Quarter: quarterOf(expected.Last), Name: "ring", Due: true})
		}
	}
	var shown []lanes.Lane
	signed := t.signings()
	if signed.Count > 0 {
		shown = append(shown, signed)
	}
	for _, kind := range laneKinds {
		if lane := byKind[kind]; len(lane.Marks) > 0 {
			lane.Note = p.Records(ledger.Events, lane.Count)
			shown = append(shown, *lane)
		}
	}
	asOf := d.view.AsOf().Happened
	year, _, _ := asOf.YearMonthDay()
	first := ledger.DayOf(year, 1, 1)
	legend := []lanes.Legend{{Mark: "disc", Text: p.Word("event_kind", "signed")}, {Mark: "step", Text: p.Word("event_kind", "stage")}, {Mark: "square", Text: d.text("timeline.money")},
		{Mark: "ring.mauve", Text: p.Word("event_kind", "announced")}, {Mark: "cross", Text: d.text("timeline.ended")}, {Mark: "disc.green", Text: d.text("timeline.kept")}, {Mark: "half.ochre", Text: p.Word("outcome", "partly_kept")},
		{Mark: "small", Text: d.text("timeline.other")}, {Mark: "past", Text: d.text("timeline.due")}, {Mark: "ring", Text: d.text("timeline.expected")}}
	title := d.text("timeline.events", p.Records(ledger.Events, len(s.Rows)))
	if signed.Count > 0 {
		title = d.text("timeline.headline", p.Records(ledger.Events, len(s.Rows)), p.Integer(signed.Count))
	}
	t.lanes.Head(title, lanes.Day{Quarter: quarterOf(d.ledger.Ends()), Title: d.text("timeline.meeting"), Note: p.Days(d.ledger.Date(d.ledger.Summit(), "starts_on").First, d.ledger.Ends())})
	t.lanes.Set(shown, legend, float64(year*4)+4*float64(asOf-first)/float64(ledger.DayOf(year+1, 1, 1)-first))
	t.page.Layout.Layout(t.page.Objects, t.page.Size())
}

// signings is the lane of the documents that were signed, unless a search or
// a filter picks events: it would not fit them.
func (t *timeline) signings() lanes.Lane {
	d, p := t.desk, t.desk.printer
	lane := lanes.Lane{Title: d.text("timeline.signed")}
	if t.query.Typed != "" || len(t.query.Filters) > 0 {
		return lane
	}
	for ref := range d.view.All(ledger.Agreements) {
		if state := d.view.Agreement(ref); state.Signed && d.ledger.Value(ref, "instrument") != "no_paper" {
			lane.Count++
			lane.Marks = append(lane.Marks, lanes.Mark{Quarter: quarterOf(state.SignedBy), Name: "disc"})
		}
	}
	lane.Note = p.Count("unit.document", lane.Count)
	return lane
}

// eventMark says what an event did by shape: endings stand out.
func (d *desk) eventMark(ref ledger.Ref) string { return report.EventOutcomeSign(d.view, ref) }

// quarterOf counts quarters from the year 0.
func quarterOf(day ledger.Day) int {
	year, month, _ := day.YearMonthDay()
	return year*4 + (int(month)-1)/3
}

// openQuarter shows the events of a quarter, or all of them again.
func (t *timeline) openQuarter(quarter int, chosen bool) {
	q := t.query
	if !chosen {
		q.Only, q.OnlyReason = nil, ""
		t.ask(q)
		return
	}
	d := t.desk
	q.Only = []ledger.Ref{}
	for ref := range d.view.All(ledger.Events) {
		if quarterOf(d.ledger.Date(ref, "date").Happened(d.ledger.Recorded(ref))) == quarter {
			q.Only = append(q.Only, ref)
		}
	}
	first := ledger.DayOf(quarter/4, 1, 1)
	for range quarter % 4 * 3 {
		_, month, _ := first.YearMonthDay()
		first = ledger.DayOf(quarter/4, month+1, 1)
	}
	_, month, _ := first.YearMonthDay()
	last := d.printer.Month(ledger.DayOf(quarter/4, month+2, 1))
	t.quarter = quarter
	q.OnlyReason, t.period = d.text("timeline.outside", d.printer.Month(first), last), d.text("date.period", d.printer.Month(first), last)
	t.ask(q)
}

// showLanesUnlessChosen keeps the lanes as they are while one quarter is open:
// only the list follows.
func (t *timeline) showLanesUnlessChosen() {
	if t.query.Only == nil {
		t.period = ""
		t.lanes.Choose(-1) // whoever took the quarter away: the lanes or the foot
		t.showLanes()
		return
	}
	if t.period != "" {
		t.head.set(t.period + ": " + t.headline(t.desk, t.selection))
	}
}

// foot adds how coarse dates are placed.
func (t *timeline) foot() (left string, chips []controls.Chip, right string, open func()) {
	left, chips, _, open = t.listing.foot()
	if t.desk != nil {
		right = t.desk.text("timeline.coarse")
	}
	return left, chips, right, open
}
