package analysis

import "summitledger/data/ledger"

// Reasons for which counts of deals by their condition leave others out.
const (
	ReasonOpen        = "open"
	ReasonBelowStage  = "other_stage"
	ReasonNoEventYet  = "no_dated_event"
	ReasonNotReported = "not_reported"
)

// DealsOperating counts the deals that reached operation, whatever became of
// them later; the others are left out (RULES 4.2).
func DealsOperating(v *ledger.View) Total {
	return countDeals(v, "operating", func(state ledger.DealState) string {
		switch state.Stage {
		case ledger.Operating:
			return ""
		case ledger.NoStage:
			return ReasonNoStage
		}
		return ReasonBelowStage
	})
}

// DealsStopped counts the deals that were suspended or ended (RULES 4.3).
func DealsStopped(v *ledger.View) Total {
	return countDeals(v, "stopped", func(state ledger.DealState) string {
		if state.Outcome == ledger.Suspended || state.Outcome.Ended() {
			return ""
		}
		return condition(state)
	})
}

// DealsSilent counts the open deals without news for so long that they read as
// shelved or lapsed (RULES 5.1). Deals with no dated event at all are left out:
// nothing is inferred from that.
func DealsSilent(v *ledger.View) Total {
	return countDeals(v, "silent", func(state ledger.DealState) string {
		if reason := condition(state); reason != ReasonLapsed {
			return reason
		}
		return ""
	})
}

// condition names why a deal is in no count of another condition.
func condition(state ledger.DealState) string {
	switch {
	case state.Outcome.Ended():
		return ReasonEnded
	case state.Outcome == ledger.Suspended:
		return ReasonSuspended
	case state.Outcome == ledger.Completed:
		return ReasonCompleted
	case state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred:
		return ReasonLapsed
	case state.Silence == ledger.NoDatedEvent:
		return ReasonNoEventYet
	}
	return ReasonOpen
}

// countDeals counts the deals of the view for which leave gives no reason.
func countDeals(v *ledger.View, id string, leave func(ledger.DealState) string) Total {
	total := Total{ID: id, Definition: "deals." + id, Unit: Deals}
	for deal := range v.All(ledger.Deals) {
		if reason := leave(v.Deal(deal)); reason != "" {
			total.LeftOut = leaveOut(total.LeftOut, reason, deal)
		} else {
			total.add(deal)
		}
	}
	return total
}

// PromisesKept counts the promises kept, in time or late; the others are left
// out by their verdict (RULES 11).
func (s Score) PromisesKept() Total {
	total := Total{ID: "kept", Definition: "promises.kept", Unit: Promises}
	for _, verdict := range s.Verdicts {
		switch verdict.ID {
		case ledger.VerdictKept.String(), ledger.VerdictKeptLate.String(), ledger.VerdictLatenessUnknown.String():
			total.Count += verdict.Count
			total.Added = append(total.Added, verdict.Added...)
		default:
			if verdict.Count > 0 {
				total.LeftOut = append(total.LeftOut, LeftOut{Reason: verdict.ID, Refs: verdict.Added})
			}
		}
	}
	return total
}

// Stopped counts the tracks that were suspended or ended; the others are left
// out (RULES 4.3).
func (t Talks) Stopped() Total {
	total := Total{ID: "stopped", Definition: "talks.stopped", Unit: Tracks, Count: t.Suspended.Count + t.Ended.Count}
	total.Added = append(append(total.Added, t.Suspended.Added...), t.Ended.Added...)
	for _, left := range []struct {
		reason string
		of     Total
	}{{ReasonOpen, t.Open}, {ReasonCompleted, t.Done}, {ReasonNotReported, t.Unreported}} {
		if left.of.Count > 0 {
			total.LeftOut = append(total.LeftOut, LeftOut{Reason: left.reason, Refs: left.of.Added})
		}
	}
	return total
}
