package analysis

import "summitledger/data/ledger"

// ReasonBelowLevel: the record has not come as far as the count-at level
// (RULES 9.4).
const ReasonBelowLevel = "below_count_at"

// Reasons lists every reason for which a figure leaves records out. The
// catalogue of texts has "reason." and each of them.
func Reasons() []string {
	list := []string{
		ReasonNoPaper, ReasonBelowLevel, ReasonLinkNotKnown, ReasonDuplicate, ReasonNoLevel, ReasonSameChain,
		ReasonSucceeded, ReasonTraced, ReasonNoAmount, ReasonNotDated,
		ReasonEnded, ReasonCompleted, ReasonSuspended, ReasonLapsed, ReasonOperating, ReasonNoStage, ReasonNoRate, ReasonCensored,
		ReasonNotConverted, ReasonNoBasisDay,
	}
	for _, reason := range []ledger.MoneyReason{ledger.ReplacedByLater, ledger.AfterTheEnd, ledger.WithoutBasis} {
		list = append(list, reason.String())
	}
	for _, reason := range []ledger.Absence{ledger.NotYetHappened, ledger.NotYetKnown, ledger.NotDated} {
		list = append(list, reason.String())
	}
	return list
}
