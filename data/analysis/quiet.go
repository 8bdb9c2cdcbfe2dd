package analysis

import "summitledger/data/ledger"

// FellQuiet finds what was forgotten between two views of a ledger: deals of
// both views that read as shelved or lapsed (inferred) only in the later one,
// and promises of both that are past due without a report only there. One total
// each, also without records (RULES 5.1, 11).
func FellQuiet(from, to *ledger.View) []Total {
	shelved := Total{ID: ledger.ShelvedInferred.String(), Definition: "quiet.shelved", Unit: Deals}
	lapsed := Total{ID: ledger.LapsedInferred.String(), Definition: "quiet.lapsed", Unit: Deals}
	due := Total{ID: ledger.VerdictPastDue.String(), Definition: "quiet.past_due", Unit: Promises}
	for deal := range to.All(ledger.Deals) {
		if !from.Has(deal) {
			continue
		}
		was, is := from.Deal(deal).Silence, to.Deal(deal).Silence
		switch {
		case was == is:
		case is == ledger.ShelvedInferred:
			shelved.add(deal)
		case is == ledger.LapsedInferred:
			lapsed.add(deal)
		}
	}
	for promise := range to.All(ledger.Promises) {
		if from.Has(promise) && from.Promise(promise).Verdict != ledger.VerdictPastDue && to.Promise(promise).Verdict == ledger.VerdictPastDue {
			due.add(promise)
		}
	}
	return []Total{lapsed, shelved, due}
}
