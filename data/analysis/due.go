package analysis

import "summitledger/data/ledger"

// delays reports whether an event gives a new due day (RULES 11).
func delays(l *ledger.Ledger, event ledger.Ref) bool {
	return l.EventKind(event) == ledger.EventDelay && l.Cell(event, eventToDate) != ""
}

// firstDue gives the due day that the row of a record has.
func firstDue(v *ledger.View, ref ledger.Ref) ledger.Date {
	slippage, _ := SlippageOf(v, ref)
	return slippage.First
}

// dueOf gives the due day of a record in a view: that of its last delay, else
// the one that its row has.
func dueOf(v *ledger.View, ref ledger.Ref) ledger.Date {
	slippage, moved := SlippageOf(v, ref)
	if moved {
		return slippage.Current
	}
	return slippage.First
}
