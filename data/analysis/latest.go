package analysis

import (
	"cmp"
	"slices"
	"time"

	"summitledger/data/ledger"
)

// LatestEvents lists at most n visible events, the latest first; n below 0
// means all. Events of one day stand in the reverse of their order (RULES 1.3).
func LatestEvents(v *ledger.View, n int) []ledger.Ref {
	l := v.Ledger()
	var events []dated
	cut := false // the first n are the latest so far, the latest first
	for ref := range v.All(ledger.Events) {
		first, last := l.EventDays(ref)
		event := dated{ref, last, first}
		if cut && latestFirst(events[n-1], event) < 0 {
			continue
		}
		events = append(events, event)
		if n > 0 && len(events) >= 1024+2*n { // never more than a few are kept: sorting all would take long
			slices.SortFunc(events, latestFirst)
			events, cut = events[:n], true
		}
	}
	slices.SortFunc(events, latestFirst)
	if n >= 0 && n < len(events) {
		events = events[:n]
	}
	list := make([]ledger.Ref, len(events))
	for i := range events {
		list[i] = events[i].ref
	}
	return list
}

// dated is an event with its days.
type dated struct {
	ref         ledger.Ref
	last, first ledger.Day
}

func latestFirst(a, b dated) int {
	return cmp.Or(cmp.Compare(b.last, a.last), cmp.Compare(b.first, a.first), cmp.Compare(b.ref.Row, a.ref.Row))
}

// LatestOf lists at most n visible events of one record, the latest first; n
// below 0 means all.
func LatestOf(v *ledger.View, record ledger.Ref, n int) []ledger.Ref {
	list := v.EventsOf(record)
	slices.Reverse(list)
	if n >= 0 && n < len(list) {
		list = list[:n]
	}
	return list
}

// Quarter is three months with the events that happened in them.
type Quarter struct {
	Start ledger.Day // its first day
	Count int
	Refs  []ledger.Ref
}

// Quarters sorts the visible events by quarter of the day on which they
// happened at the latest; quarters without events between the first and the
// last are there too.
func Quarters(v *ledger.View) []Quarter {
	l := v.Ledger()
	byStart := make(map[ledger.Day][]ledger.Ref)
	first, last := ledger.FarDay, ledger.NoDay
	for event := range v.All(ledger.Events) {
		day := l.HappenedOn(event)
		if !day.Known() {
			continue
		}
		start := quarterStart(day)
		byStart[start] = append(byStart[start], event)
		first, last = min(first, start), max(last, start)
	}
	var quarters []Quarter
	for start := first; last.Known() && start <= last; start = nextQuarter(start) {
		quarters = append(quarters, Quarter{Start: start, Count: len(byStart[start]), Refs: byStart[start]})
	}
	return quarters
}

func quarterStart(day ledger.Day) ledger.Day {
	year, month, _ := day.YearMonthDay()
	return ledger.DayOf(year, (month-1)/3*3+time.January, 1)
}

func nextQuarter(start ledger.Day) ledger.Day {
	year, month, _ := start.YearMonthDay()
	return ledger.DayOf(year, month+3, 1)
}
