package analysis

import "summitledger/data/ledger"

// delays reports whether an event gives a new due day (RULES 11).
func delays(l *ledger.Ledger, event ledger.Ref) bool {
	return l.EventKind(event) == ledger.EventDelay && l.Cell(event, eventToDate) != ""
}

// firstDue gives the due day as a record has it: of a promise due_on, of a deal
// expected_on; NoDate for others.
func firstDue(l *ledger.Ledger, ref ledger.Ref) ledger.Date {
	switch ref.Kind {
	case ledger.Promises:
		return l.Date(ref, "due_on")
	case ledger.Deals:
		return l.Date(ref, "expected_on")
	}
	return ledger.NoDate()
}

// dueOf gives the due day of a record in a view: that of its last delay, else
// its first one.
func dueOf(v *ledger.View, ref ledger.Ref) ledger.Date {
	l := v.Ledger()
	due := firstDue(l, ref)
	for event := range v.Events(ref) {
		if delays(l, event) {
			due = dateOf(l, event, eventToDate)
		}
	}
	return due
}
