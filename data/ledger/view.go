package ledger

import (
	"iter"
	"runtime"
	"sync"
)

// View is a ledger as of two days. It is immutable and safe for concurrent
// reading.
type View struct {
	ledger     *Ledger
	asOf       AsOf
	thresholds Thresholds
	there      [kindCount][]bool // by row: in the view
	counts     [kindCount]int
	agreements []AgreementState
	deals      []DealState
}

// View derives what exists, stage, outcome and signing as of the given days,
// with the thresholds of silence that the ledger's settings name.
func (l *Ledger) View(asOf AsOf) *View { return l.ViewWith(asOf, l.Thresholds()) }

// ViewWith is View with other thresholds of silence.
func (l *Ledger) ViewWith(asOf AsOf, thresholds Thresholds) *View {
	v := &View{ledger: l, asOf: asOf.Effective(), thresholds: thresholds}
	for kind := range kindCount {
		v.there[kind] = make([]bool, l.Rows(kind))
	}
	v.agreements = make([]AgreementState, l.Rows(Agreements))
	v.deals = make([]DealState, l.Rows(Deals))

	v.mark(Events, v.eventVisible)
	v.mark(Summits, func(int32) bool { return true })
	v.mark(Organisations, func(int32) bool { return true })
	v.mark(Settings, func(int32) bool { return true })
	v.mark(SavedViews, func(int32) bool { return true })
	v.mark(Aliases, func(int32) bool { return true })
	v.mark(Sources, func(row int32) bool { return *l.facts.public.at(row) <= v.asOf.Known })
	v.mark(Deals, v.deriveDeal)
	for _, kind := range []Kind{Funds, Tracks, Promises, Claims} {
		v.mark(kind, func(row int32) bool { return v.plainVisible(Ref{kind, row}) })
	}
	v.mark(Agreements, v.agreementVisible)
	v.mark(Links, v.linkVisible)
	v.mark(Agreements, v.endAgreement)
	v.mark(Parties, v.partyVisible)
	v.mark(Positions, v.positionVisible)
	v.mark(Rates, func(row int32) bool {
		fact := l.facts.plain[Rates].at(row)
		return fact.known <= v.asOf.Known && fact.begins <= v.asOf.Happened
	})
	return v
}

// mark sets for every row of a kind whether it is in the view, on all cores.
func (v *View) mark(kind Kind, visible func(row int32) bool) {
	rows := v.ledger.Rows(kind)
	there := v.there[kind]
	workers := int32(runtime.GOMAXPROCS(0))
	if rows < 4096 {
		workers = 1
	}
	counts := make([]int, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			count := 0
			for row := rows * w / workers; row < rows*(w+1)/workers; row++ {
				there[row] = !v.ledger.tables[kind].heads.at(row).removed && visible(row)
				if there[row] {
					count++
				}
			}
			counts[w] = count
		})
	}
	wait.Wait()
	v.counts[kind] = 0
	for _, count := range counts {
		v.counts[kind] += count
	}
}

// Ledger gives the ledger that the view looks at.
func (v *View) Ledger() *Ledger { return v.ledger }

// AsOf gives the two days of the view; Happened is never later than Known.
func (v *View) AsOf() AsOf { return v.asOf }

// Thresholds gives the days of silence that the view infers from.
func (v *View) Thresholds() Thresholds { return v.thresholds }

// Has reports whether a record is in the view.
func (v *View) Has(ref Ref) bool {
	return ref.Row >= 0 && int(ref.Row) < len(v.there[ref.Kind]) && v.there[ref.Kind][ref.Row]
}

// Len gives the number of records of a kind in the view.
func (v *View) Len(kind Kind) int { return v.counts[kind] }

// All runs over the records of a kind in the view, in file order.
func (v *View) All(kind Kind) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for row, there := range v.there[kind] {
			if there && !yield(Ref{kind, int32(row)}) {
				return
			}
		}
	}
}

// keep gives those of a list that are in the view.
func (v *View) keep(list []Ref) []Ref {
	kept := list[:0]
	for _, ref := range list {
		if v.Has(ref) {
			kept = append(kept, ref)
		}
	}
	return kept
}

// EventsOf lists the visible events of a record in order (RULES 1.3).
func (v *View) EventsOf(ref Ref) []Ref { return v.keep(v.ledger.EventsOf(ref)) }

// PartiesOf lists the visible parties of a record.
func (v *View) PartiesOf(ref Ref) []Ref { return v.keep(v.ledger.PartiesOf(ref)) }

// LinksFrom lists the visible links that begin at a record.
func (v *View) LinksFrom(ref Ref) []Ref { return v.keep(v.ledger.LinksFrom(ref)) }

// LinksTo lists the visible links that end at a record.
func (v *View) LinksTo(ref Ref) []Ref { return v.keep(v.ledger.LinksTo(ref)) }

// Absence says why a record of the ledger is not in a view.
type Absence uint8

// The reasons for absence.
const (
	Present Absence = iota
	NotYetHappened
	NotYetKnown
	NotDated // it has no dated source, so it counts from the day it was recorded
)

func (a Absence) String() string {
	switch a {
	case NotYetHappened:
		return "not_yet_happened"
	case NotYetKnown:
		return "not_yet_known"
	case NotDated:
		return "not_dated"
	}
	return ""
}

// Absence tells why a record is not in the view.
func (v *View) Absence(ref Ref) Absence {
	if v.Has(ref) {
		return Present
	}
	known := v.ledger.KnownDay(ref)
	switch {
	case known <= v.asOf.Known:
		return NotYetHappened
	case known == v.ledger.Recorded(ref) && !v.ledger.hasDatedSource(ref):
		return NotDated
	}
	return NotYetKnown
}

// KnownDay gives the day from which a record or fact is known (RULES 2.3).
func (l *Ledger) KnownDay(ref Ref) Day {
	switch ref.Kind {
	case Sources:
		return *l.facts.public.at(ref.Row)
	case Organisations, Settings, SavedViews, Aliases:
		return NoDay
	case Events:
		return l.facts.events.at(ref.Row).known
	case Agreements:
		return l.facts.agreements.at(ref.Row).known
	case Deals:
		return l.facts.deals.at(ref.Row).known
	case Links:
		return l.facts.links.at(ref.Row).known
	}
	return l.facts.plain[ref.Kind].at(ref.Row).known
}

func (l *Ledger) hasDatedSource(ref Ref) bool {
	rows := append([]Ref{ref}, l.EventsOf(ref)...)
	for _, row := range rows {
		for _, source := range l.SourcesOf(row) {
			if l.date(source, sourcePublished).Known() {
				return true
			}
		}
	}
	return false
}

// Undated counts the records of a kind in the whole ledger that no dated
// source tells of: views of the past leave them out for that reason (RULES 2.5).
func (l *Ledger) Undated(kind Kind) int {
	count := 0
	for ref := range l.All(kind) {
		if !l.hasDatedSource(ref) {
			count++
		}
	}
	return count
}

func (v *View) eventVisible(row int32) bool {
	fact := v.ledger.facts.events.at(row)
	return fact.happened <= v.asOf.Happened && fact.known <= v.asOf.Known
}

func (v *View) linkVisible(row int32) bool {
	fact := v.ledger.facts.links.at(row)
	return fact.known <= v.asOf.Known && v.Has(fact.from) && v.Has(fact.to)
}

func (v *View) partyVisible(row int32) bool {
	return v.Has(v.ledger.facts.parties.at(row).subject)
}

func (v *View) positionVisible(row int32) bool {
	fact := v.ledger.facts.plain[Positions].at(row)
	track, ok := v.ledger.Find(Tracks, v.ledger.Cell(Ref{Positions, row}, 0))
	return ok && v.Has(track) && fact.known <= v.asOf.Known && fact.begins <= v.asOf.Happened
}

// firstEvent gives the earliest day by which a visible event of a record
// happened, FarDay without one.
func (v *View) firstEvent(ref Ref) Day {
	for _, row := range v.ledger.eventsOf[ref.Kind].of(ref.Row) {
		if v.there[Events][row] {
			return v.ledger.facts.events.at(row).happened // events are in order of this day
		}
	}
	return FarDay
}

// plainVisible applies RULES 3 to funds, tracks, promises and claims.
func (v *View) plainVisible(ref Ref) bool {
	fact := v.ledger.facts.plain[ref.Kind].at(ref.Row)
	begins := fact.begins
	if begins == NoDay {
		begins = fact.known
	}
	return fact.known <= v.asOf.Known && min(begins, v.firstEvent(ref)) <= v.asOf.Happened
}

// Outcome gives the outcome that the last visible event with one reports; of
// a deal it is Open when no event speaks of it, of others NoOutcome.
func (v *View) Outcome(ref Ref) Outcome {
	switch ref.Kind {
	case Deals:
		return v.deals[ref.Row].Outcome
	case Agreements:
		return v.agreements[ref.Row].Outcome
	}
	outcome, _ := v.outcomeEvent(ref)
	return outcome
}

// OutcomeEvent gives the event that set the outcome of a record, if any.
func (v *View) OutcomeEvent(ref Ref) (Ref, bool) {
	_, row := v.outcomeEvent(ref)
	return Ref{Events, row}, row >= 0
}

func (v *View) outcomeEvent(ref Ref) (Outcome, int32) {
	list := v.ledger.eventsOf[ref.Kind].of(ref.Row)
	for i := len(list) - 1; i >= 0; i-- {
		if v.there[Events][list[i]] {
			if outcome := v.ledger.facts.events.at(list[i]).outcome; outcome != NoOutcome {
				return outcome, list[i]
			}
		}
	}
	return NoOutcome, -1
}
