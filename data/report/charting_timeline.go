package report

import (
	"summitledger/data/chart"
	"summitledger/data/ledger"
)

// rowsOfLane bounds the stacks of a timeline on paper.
const rowsOfLane = 16

// Timeline describes events by quarter, a lane for each kind of record that they
// happened to, with due and expected days.
func (c Charting) Timeline(events []ledger.Ref) chart.Lanes {
	v, l, p := c.View, c.View.Ledger(), c.Printer
	kinds := []ledger.Kind{ledger.Deals, ledger.Agreements, ledger.Tracks, ledger.Funds, ledger.Promises}
	byKind := make(map[ledger.Kind]*chart.Lane)
	counts := make(map[ledger.Kind]int)
	for _, kind := range kinds {
		byKind[kind] = &chart.Lane{Title: p.Table(kind)}
	}
	byKind[ledger.Funds].Title = c.text("timeline.funds_and_summit")
	put := func(kind ledger.Kind, day ledger.Day, sign string) {
		byKind[kind].Marks = append(byKind[kind].Marks, chart.LaneMark{Quarter: quarterOf(day), Name: sign})
	}
	for _, event := range events {
		subject, ok := l.Subject(event)
		if !ok {
			continue
		}
		kind := subject.Kind
		if kind == ledger.Summits {
			kind = ledger.Funds
		}
		if byKind[kind] == nil {
			continue
		}
		counts[kind]++
		put(kind, l.Date(event, "date").Happened(l.Recorded(event)), EventOutcomeSign(v, event))
	}
	for promise := range v.All(ledger.Promises) {
		if due := l.Date(promise, "due_on"); due.Known() {
			put(ledger.Promises, due.Last, "past")
		}
	}
	for deal := range v.All(ledger.Deals) {
		if expected := l.Date(deal, "expected_on"); expected.Known() {
			put(ledger.Deals, expected.Last, "ring")
		}
	}
	lanes := chart.Lanes{AsOf: quartersTo(v.AsOf().Happened), Most: rowsOfLane, Legend: []chart.Legend{
		{Mark: "disc", Text: p.Word("event_kind", "signed")}, {Mark: "step", Text: p.Word("event_kind", "stage")}, {Mark: "square", Text: c.text("timeline.money")},
		{Mark: "ring.mauve", Text: p.Word("event_kind", "announced")}, {Mark: "cross", Text: c.text("timeline.ended")}, {Mark: "half.ochre", Text: p.Word("outcome", "partly_kept")},
		{Mark: "small", Text: c.text("timeline.other")}, {Mark: "past", Text: c.text("timeline.due")}, {Mark: "ring", Text: c.text("timeline.expected")}}}
	for _, kind := range kinds {
		if lane := byKind[kind]; len(lane.Marks) > 0 {
			lane.Note = p.Records(ledger.Events, counts[kind])
			lanes.Lanes = append(lanes.Lanes, *lane)
		}
	}
	return lanes
}

// quarterOf counts quarters from the year 0.
func quarterOf(day ledger.Day) int {
	year, month, _ := day.YearMonthDay()
	return year*4 + (int(month)-1)/3
}

// quartersTo is how many quarters have passed by a day since the year 0.
func quartersTo(day ledger.Day) float64 {
	year, _, _ := day.YearMonthDay()
	first, next := ledger.DayOf(year, 1, 1), ledger.DayOf(year+1, 1, 1)
	return float64(year*4) + 4*float64(day-first)/float64(next-first)
}
