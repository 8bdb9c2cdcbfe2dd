package ledger

import "iter"

// What derivations read of events, links and records many times over: worked
// out once when the ledger is built, so that reading them costs nothing.

// EventKind tells what sort of event it is.
func (l *Ledger) EventKind(event Ref) EventKind { return l.facts.events.at(event.Row).kind }

// EventStage gives the stage that an event reports, NoStage for none.
func (l *Ledger) EventStage(event Ref) Stage { return l.facts.events.at(event.Row).stage }

// EventOutcome gives the outcome that an event reports, NoOutcome for none.
func (l *Ledger) EventOutcome(event Ref) Outcome { return l.facts.events.at(event.Row).outcome }

// EventBasis gives the basis of the amount of an event, NoBasis for none.
func (l *Ledger) EventBasis(event Ref) Basis { return l.facts.events.at(event.Row).basis }

// EventSubject gives the record that an event happened to, NoRef when its key
// names none.
func (l *Ledger) EventSubject(event Ref) Ref { return l.facts.events.at(event.Row).subject }

// HappenedOn gives the day by which an event has happened (RULES 1.2).
func (l *Ledger) HappenedOn(event Ref) Day { return l.facts.events.at(event.Row).happened }

// Relation tells how a link relates its ends.
func (l *Ledger) Relation(link Ref) Relation { return l.facts.links.at(link.Row).relation }

// SupersededOnce reports whether some event, in whatever view, says that a
// record was superseded; of kinds other than agreements and deals always true,
// as nobody noted it.
func (l *Ledger) SupersededOnce(ref Ref) bool {
	switch ref.Kind {
	case Agreements:
		return l.facts.agreements.at(ref.Row).superseded
	case Deals:
		return l.facts.deals.at(ref.Row).superseded
	}
	return true
}

// Baseline gives the stage of a deal on the summit's last day, as its row has
// it (RULES 4.1).
func (l *Ledger) Baseline(deal Ref) Stage { return l.facts.deals.at(deal.Row).baseline }

// Body gives the organisation that stands in a party row, NoRef when its key
// names none.
func (l *Ledger) Body(party Ref) Ref {
	if row := l.facts.parties.at(party.Row).body; row >= 0 {
		return Ref{Organisations, row}
	}
	return NoRef()
}

// EventDays gives the first and the last day that the date of an event can
// mean, the last never after the day on which it was recorded (RULES 1.2).
func (l *Ledger) EventDays(event Ref) (first, last Day) {
	fact := l.facts.events.at(event.Row)
	return fact.first, fact.happened
}

// CellNumber gives a number for the text of a cell. Two cells with the same
// number have the same text; in columns whose texts repeat the reverse holds too.
func (l *Ledger) CellNumber(ref Ref, column int) int32 { return int32(l.cellID(ref, column)) }

// Instrument gives the form of an agreement.
func (l *Ledger) Instrument(agreement Ref) Instrument {
	return l.facts.agreements.at(agreement.Row).instrument
}

// Events runs over the visible events of a record in order (RULES 1.3).
func (v *View) Events(ref Ref) iter.Seq[Ref] {
	return v.visible(Events, v.ledger.eventsOf[ref.Kind].of(ref.Row))
}

// Parties runs over the visible parties of a record in file order.
func (v *View) Parties(ref Ref) iter.Seq[Ref] {
	return v.visible(Parties, v.ledger.partiesOf[ref.Kind].of(ref.Row))
}

// From runs over the visible links that begin at a record, in file order.
func (v *View) From(ref Ref) iter.Seq[Ref] {
	return v.visible(Links, v.ledger.linksFrom[ref.Kind].of(ref.Row))
}

// To runs over the visible links that end at a record, in file order.
func (v *View) To(ref Ref) iter.Seq[Ref] {
	return v.visible(Links, v.ledger.linksTo[ref.Kind].of(ref.Row))
}

func (v *View) visible(kind Kind, rows []int32) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, row := range rows {
			if v.there[kind][row] && !yield(Ref{kind, row}) {
				return
			}
		}
	}
}

// EachEvent runs over all events of a record in order, also those that a view
// does not see.
func (l *Ledger) EachEvent(ref Ref) iter.Seq[Ref] {
	return each(Events, l.eventsOf[ref.Kind].of(ref.Row))
}

// EachLinkFrom runs over all links that begin at a record, in file order.
func (l *Ledger) EachLinkFrom(ref Ref) iter.Seq[Ref] {
	return each(Links, l.linksFrom[ref.Kind].of(ref.Row))
}

// EachLinkTo runs over all links that end at a record, in file order.
func (l *Ledger) EachLinkTo(ref Ref) iter.Seq[Ref] {
	return each(Links, l.linksTo[ref.Kind].of(ref.Row))
}

func each(kind Kind, rows []int32) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, row := range rows {
			if !yield(Ref{kind, row}) {
				return
			}
		}
	}
}
