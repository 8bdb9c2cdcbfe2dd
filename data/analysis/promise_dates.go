package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// Kept gives the promises that were kept, whether in time, late, or at a time
// that the dates do not tell (RULES 11), in the order of the file.
func (s Score) Kept() Total {
	kept := Total{ID: "kept_at_all", Definition: "promises.kept", Unit: Promises}
	for _, verdict := range []ledger.Verdict{ledger.VerdictKept, ledger.VerdictKeptLate, ledger.VerdictLatenessUnknown} {
		for _, promise := range s.Verdict(verdict).Added {
			kept.add(promise)
		}
	}
	slices.SortFunc(kept.Added, func(a, b ledger.Ref) int { return int(a.Row - b.Row) })
	return kept
}

// PromiseDates are the days of a promise as one time axis shows them. Each is
// NoDay where nobody states it.
type PromiseDates struct {
	Made     ledger.Day // the day by which it had been made
	Due      ledger.Day // the last day of what is due: a month or year runs out on its last day
	Assessed ledger.Day // the day by which the event that assesses it had happened
}

// DatesOf gives the days of a promise as of the view.
func DatesOf(v *ledger.View, promise ledger.Ref) PromiseDates {
	l := v.Ledger()
	dates := PromiseDates{Made: ledger.NoDay, Due: ledger.NoDay, Assessed: ledger.NoDay}
	if made := l.Date(promise, "made_on"); made.Known() {
		dates.Made = made.Happened(l.Recorded(promise))
	}
	if due := l.Date(promise, "due_on"); due.Known() {
		dates.Due = due.Last
	}
	if event := v.Promise(promise).Event; event.Exists() {
		dates.Assessed = l.Date(event, "date").Happened(l.Recorded(event))
	}
	return dates
}

// PromiseSpan is how far the dates of promises reach; days nobody states are
// NoDay.
type PromiseSpan struct {
	FirstMade, LastMade ledger.Day
	First, Last         ledger.Day // of made, due and assessed days together
}

// SpanOfPromises gives how far the promises of the view reach in time.
func SpanOfPromises(v *ledger.View) PromiseSpan {
	span := PromiseSpan{ledger.NoDay, ledger.NoDay, ledger.NoDay, ledger.NoDay}
	for promise := range v.All(ledger.Promises) {
		dates := DatesOf(v, promise)
		widen(&span.FirstMade, &span.LastMade, dates.Made)
		for _, day := range []ledger.Day{dates.Made, dates.Due, dates.Assessed} {
			widen(&span.First, &span.Last, day)
		}
	}
	return span
}

// widen stretches two days so that they hold a third.
func widen(first, last *ledger.Day, day ledger.Day) {
	if !day.Known() {
		return
	}
	if !first.Known() || day < *first {
		*first = day
	}
	if !last.Known() || day > *last {
		*last = day
	}
}

// DueMove is a new due day that somebody announced.
type DueMove struct {
	Event ledger.Ref // of kind delay
	To    ledger.Date
}

// Slippage tells how far a due day moved (RULES 11): days between the first
// and the current one, as few and as many as the dates allow. Without a move
// nothing is known of it; that is not a slippage of 0 days.
type Slippage struct {
	First, Current  ledger.Date // First is NoDate when the record states no due day
	Moves           []DueMove   // in order of their events
	AtLeast, AtMost int         // zero when First is not stated
}

// SlippageOf gives the moves of what a record was due on: due_on of a promise,
// expected_on of a deal. moved is false when no visible delay event with a new
// date speaks of it.
func SlippageOf(v *ledger.View, ref ledger.Ref) (s Slippage, moved bool) {
	l := v.Ledger()
	due := "due_on"
	if ref.Kind == ledger.Deals {
		due = "expected_on"
	}
	s.First, s.Current = l.Date(ref, due), ledger.NoDate()
	for event := range v.Events(ref) {
		if to := l.Date(event, "to_date"); to.Known() && l.Value(event, "kind") == ledger.EventDelay.String() {
			s.Moves = append(s.Moves, DueMove{Event: event, To: to})
			s.Current = to
		}
	}
	if s.First.Known() && len(s.Moves) > 0 {
		s.AtLeast, s.AtMost = int(s.Current.First-s.First.Last), int(s.Current.Last-s.First.First)
	}
	return s, len(s.Moves) > 0
}
