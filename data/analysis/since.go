package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// ChangeKind is what sort of thing changed between two views.
type ChangeKind string

// The kinds of change, in their order.
const (
	ChangeNew     ChangeKind = "new"     // the record is in the later view only
	ChangeGone    ChangeKind = "gone"    // the record is in the earlier view only
	ChangeStage   ChangeKind = "stage"   // a deal moved to another stage
	ChangeOutcome ChangeKind = "outcome" // an outcome was reported, or another one; of an agreement also through its deals
	ChangeSigned  ChangeKind = "signed"  // an agreement is confirmed as signed
	ChangeVerdict ChangeKind = "verdict" // a promise is judged otherwise, also by its due day passing
	ChangeMoney   ChangeKind = "money"   // what stands on a rung
	ChangeDue     ChangeKind = "due"     // a delay gave another due day
	ChangeSource  ChangeKind = "source"  // a source that tells of the record was added
)

// ChangeKinds lists the kinds of change in their order.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeNew, ChangeGone, ChangeStage, ChangeOutcome, ChangeSigned, ChangeVerdict, ChangeMoney, ChangeDue, ChangeSource}
}

// Change is one thing that is different of one record. Of the pairs the first
// is as in the earlier view, the second as in the later one; only those of the
// kind are filled.
type Change struct {
	Kind    ChangeKind
	Record  ledger.Ref
	Cause   ledger.Ref // the event that did it, NoRef when none did alone
	Stage   [2]ledger.Stage
	Outcome [2]ledger.Outcome
	Through bool // of an agreement: it ended through the deals that carry it out
	Verdict [2]ledger.Verdict
	Rung    ledger.Rung
	Money   [2][]ledger.Money // one line per currency
	Due     [2]ledger.Date
	Sources []ledger.Ref
}

// StageCell holds the deals that stood at one stage in the earlier view and
// stand at another, or the same, in the later one.
type StageCell struct {
	From, To             ledger.Stage
	WasThere, StillThere bool // in the earlier, in the later view; the stage of a deal that is not there is NoStage
	Total                Total
}

// Changes is what is different between two views of a ledger.
type Changes struct {
	From, To ledger.AsOf
	List     []Change    // by kind of record, row, kind of change
	Kinds    []Total     // records touched, one total for each of ChangeKinds
	New      []Total     // new records, one total per table that has any, in order of tables
	Table    []StageCell // deals by stage before and after, also those that stayed; every deal of either view is in one cell
}

// Since compares two views of one ledger, as of two days of either clock. Two
// views of the same days have no changes.
func Since(from, to *ledger.View) Changes {
	s := comparing{from: from, to: to, before: newTellers(from), after: newTellers(to), changes: Changes{From: from.AsOf(), To: to.AsOf()}}
	for _, kind := range ChangeKinds() {
		s.changes.Kinds = append(s.changes.Kinds, Total{ID: string(kind), Definition: "since." + string(kind), Unit: Records})
	}
	s.findTouched()
	for _, kind := range ledger.Kinds() {
		s.compare(kind)
	}
	s.table()
	return s.changes
}

// Of lists the changes of one kind.
func (c Changes) Of(kind ChangeKind) []Change {
	var list []Change
	for _, change := range c.List {
		if change.Kind == kind {
			list = append(list, change)
		}
	}
	return list
}

// comparing is a comparison in the making.
type comparing struct {
	from, to      *ledger.View
	before, after *tellers
	touched       map[ledger.Ref][]ledger.Ref // events that only one of the views sees, by the record they happened to
	public        map[ledger.Ref]bool         // sources that only the later view sees
	changes       Changes
}

func (s *comparing) findTouched() {
	l := s.to.Ledger()
	s.touched = make(map[ledger.Ref][]ledger.Ref)
	for event := range l.All(ledger.Events) {
		if s.from.Has(event) != s.to.Has(event) {
			subject := l.EventSubject(event)
			s.touched[subject] = append(s.touched[subject], event)
		}
	}
	s.public = make(map[ledger.Ref]bool)
	for source := range l.All(ledger.Sources) {
		if !s.from.Has(source) && s.to.Has(source) {
			s.public[source] = true
		}
	}
}

func (s *comparing) note(change Change) {
	s.changes.List = append(s.changes.List, change)
	total := &s.changes.Kinds[slices.Index(ChangeKinds(), change.Kind)]
	total.addOnce(change.Record)
}

func (s *comparing) compare(kind ledger.Kind) {
	l := s.to.Ledger()
	added := Total{ID: kind.Table(), Definition: "since.new", Unit: unitOfKind(kind)}
	if kind == ledger.Agreements {
		added.Unit = Records // results without a paper are records too
	}
	for ref := range l.All(kind) {
		was, is := s.from.Has(ref), s.to.Has(ref)
		switch {
		case !was && is:
			s.note(Change{Kind: ChangeNew, Record: ref, Cause: ledger.NoRef()})
			added.add(ref)
		case was && !is:
			s.note(Change{Kind: ChangeGone, Record: ref, Cause: ledger.NoRef()})
		case was && is:
			s.compareRecord(ref)
		}
	}
	if added.Count > 0 {
		s.changes.New = append(s.changes.New, added)
	}
}

// compareRecord compares a record that both views see.
func (s *comparing) compareRecord(ref ledger.Ref) {
	switch ref.Kind {
	case ledger.Deals:
		if was, is := s.from.Deal(ref).Stage, s.to.Deal(ref).Stage; was != is {
			s.note(Change{Kind: ChangeStage, Record: ref, Cause: s.cause(ref, func(event ledger.Ref) bool { return s.to.Ledger().EventStage(event) == is }), Stage: [2]ledger.Stage{was, is}})
		}
		s.compareOutcome(ref)
	case ledger.Agreements:
		s.compareOutcome(ref)
		if was, is := s.from.Agreement(ref).Signed, s.to.Agreement(ref).Signed; !was && is {
			s.note(Change{Kind: ChangeSigned, Record: ref, Cause: s.cause(ref, func(event ledger.Ref) bool { return s.to.Ledger().EventKind(event) == ledger.EventSigned })})
		}
	case ledger.Funds, ledger.Tracks:
		s.compareOutcome(ref)
	case ledger.Promises:
		if was, is := s.from.Promise(ref), s.to.Promise(ref); was.Verdict != is.Verdict {
			s.note(Change{Kind: ChangeVerdict, Record: ref, Cause: is.Event, Verdict: [2]ledger.Verdict{was.Verdict, is.Verdict}})
		}
	}
	s.compareMoney(ref)
	if len(s.touched[ref]) > 0 {
		if was, is := dueOf(s.from, ref), dueOf(s.to, ref); was != is {
			s.note(Change{Kind: ChangeDue, Record: ref, Cause: s.cause(ref, func(event ledger.Ref) bool { return delays(s.to.Ledger(), event) }), Due: [2]ledger.Date{was, is}})
		}
	}
	s.compareSources(ref)
}

// cause gives the last event that only the later view sees and that fits.
func (s *comparing) cause(ref ledger.Ref, fits func(ledger.Ref) bool) ledger.Ref {
	found := ledger.NoRef()
	if len(s.touched[ref]) == 0 {
		return found
	}
	for event := range s.to.Events(ref) {
		if !s.from.Has(event) && fits(event) {
			found = event
		}
	}
	return found
}

func (s *comparing) compareOutcome(ref ledger.Ref) {
	change := Change{Kind: ChangeOutcome, Record: ref, Cause: ledger.NoRef()}
	through := false
	if ref.Kind == ledger.Agreements {
		was, is := s.from.Agreement(ref), s.to.Agreement(ref)
		change.Outcome = [2]ledger.Outcome{was.Outcome, is.Outcome}
		change.Through, through = is.EndedThrough, was.EndedThrough != is.EndedThrough
	} else {
		change.Outcome = [2]ledger.Outcome{s.from.Outcome(ref), s.to.Outcome(ref)}
	}
	if change.Outcome[0] == change.Outcome[1] && !through {
		return
	}
	if event, ok := s.to.OutcomeEvent(ref); ok {
		change.Cause = event
	}
	s.note(change)
}

// compareMoney compares the rungs of a record. They differ only where an event
// came or went, or where the headline amount of a deal came to be dated.
func (s *comparing) compareMoney(ref ledger.Ref) {
	if ref.Kind != ledger.Deals && ref.Kind != ledger.Agreements && ref.Kind != ledger.Funds {
		return
	}
	if len(s.touched[ref]) == 0 && (ref.Kind != ledger.Deals || s.from.Headline(ref).State == s.to.Headline(ref).State) {
		return
	}
	before, after := s.from.Ladder(ref), s.to.Ladder(ref)
	for _, rung := range ledger.Rungs() {
		was, is := before.At(rung), after.At(rung)
		if slices.EqualFunc(was, is, ledger.Money.Same) {
			continue
		}
		cause := ledger.NoRef()
		for _, amount := range after.Amounts {
			if amount.Rung == rung && amount.From.Kind == ledger.Events && !s.from.Has(amount.From) {
				cause = amount.From
			}
		}
		s.note(Change{Kind: ChangeMoney, Record: ref, Cause: cause, Rung: rung, Money: [2][]ledger.Money{was, is}})
	}
}

// compareSources finds sources that tell of a record, or of what happened to
// it, and that only the later view has.
func (s *comparing) compareSources(ref ledger.Ref) {
	column := sourceColumns[ref.Kind]
	if column < 0 || ref.Kind == ledger.Events || ref.Kind == ledger.Sources {
		return
	}
	if len(s.touched[ref]) == 0 && !s.citesNew(ref) && !s.eventsCiteNew(ref) {
		return
	}
	before := s.before.of(ref)
	var added []ledger.Ref
	for _, source := range s.after.of(ref) {
		if !slices.Contains(before, source) {
			added = append(added, source)
		}
	}
	if len(added) > 0 {
		s.note(Change{Kind: ChangeSource, Record: ref, Cause: ledger.NoRef(), Sources: added})
	}
}

// citesNew reports whether a row cites a source that only the later view sees.
func (s *comparing) citesNew(row ledger.Ref) bool {
	return len(s.public) > 0 && slices.ContainsFunc(s.after.cited(row), func(source ledger.Ref) bool { return s.public[source] })
}

func (s *comparing) eventsCiteNew(ref ledger.Ref) bool {
	if len(s.public) == 0 {
		return false
	}
	for event := range s.to.Events(ref) {
		if s.citesNew(event) {
			return true
		}
	}
	return false
}

// table sorts all deals of either view by stage before and after.
func (s *comparing) table() {
	type corner struct {
		was, is       ledger.Stage
		before, after bool
	}
	cells := make(map[corner]*StageCell)
	for deal := range s.to.Ledger().All(ledger.Deals) {
		at := corner{before: s.from.Has(deal), after: s.to.Has(deal)}
		if !at.before && !at.after {
			continue
		}
		if at.before {
			at.was = s.from.Deal(deal).Stage
		}
		if at.after {
			at.is = s.to.Deal(deal).Stage
		}
		cell, ok := cells[at]
		if !ok {
			cell = &StageCell{From: at.was, To: at.is, WasThere: at.before, StillThere: at.after,
				Total: Total{ID: at.was.String() + ">" + at.is.String(), Definition: "since.table", Unit: Deals}}
			cells[at] = cell
		}
		cell.Total.add(deal)
	}
	for _, cell := range cells {
		s.changes.Table = append(s.changes.Table, *cell)
	}
	slices.SortFunc(s.changes.Table, compareCells)
}

// compareCells puts deals that were not there first and those that are gone
// last, the rest by stage.
func compareCells(a, b StageCell) int {
	if a.WasThere != b.WasThere {
		if b.WasThere {
			return -1
		}
		return 1
	}
	if a.From != b.From {
		return int(a.From) - int(b.From)
	}
	if a.StillThere != b.StillThere {
		if a.StillThere {
			return -1
		}
		return 1
	}
	return int(a.To) - int(b.To)
}
