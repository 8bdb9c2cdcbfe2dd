package report

import "summitledger/data/ledger"

// OutcomeSign names the mark of an outcome (section 3 of the design).
func OutcomeSign(outcome ledger.Outcome) string {
	switch outcome {
	case ledger.Completed, ledger.Kept:
		return "disc.green"
	case ledger.PartlyKept:
		return "half.ochre"
	case ledger.Suspended:
		return "pause"
	case ledger.Lapsed:
		return "diamond"
	case ledger.Cancelled, ledger.Broken:
		return "cross"
	case ledger.Withdrawn:
		return "minus"
	case ledger.ConditionNotMet:
		return "slash"
	case ledger.Superseded:
		return "chev2"
	}
	return "ring.accent"
}

// SilenceSign names the mark of an inferred state: an outline only.
func SilenceSign(silence ledger.Silence) string {
	switch silence {
	case ledger.ShelvedInferred:
		return "pause_o"
	case ledger.LapsedInferred:
		return "diamond_o"
	}
	return "dots"
}

// PresenceSign names the mark of how sure a signature at the summit is.
func PresenceSign(presence ledger.Presence) string {
	switch presence {
	case ledger.AtSummit:
		return "disc"
	case ledger.ReportedAtSummit:
		return "half"
	case ledger.NotAtSummit:
		return "ring"
	}
	return "dots"
}

// VerdictSign names the mark of a verdict on a promise.
func VerdictSign(verdict ledger.Verdict) string {
	switch verdict {
	case ledger.VerdictKept:
		return "disc.green"
	case ledger.VerdictKeptLate, ledger.VerdictLatenessUnknown:
		return "late"
	case ledger.VerdictPartlyKept:
		return "half.ochre"
	case ledger.VerdictBroken:
		return "cross"
	case ledger.VerdictConditionNotMet:
		return "slash"
	case ledger.VerdictSuperseded:
		return "chev2"
	case ledger.VerdictPastDue:
		return "past"
	case ledger.VerdictPending:
		return "ring.accent"
	}
	return "dots"
}

// EventSign names the mark of a kind of event: what happened by shape.
func EventSign(kind string) string {
	switch kind {
	case "announced":
		return "ring.mauve"
	case "signed", "in_force", "amended":
		return "disc"
	case "stage":
		return "step"
	case "outcome":
		return "diamond"
	case "financing", "disbursement":
		return "square"
	case "delay":
		return "past.brick"
	case "milestone":
		return "small"
	}
	return "dash"
}

// WordSign names the mark of a vocabulary's word, "" for words without one.
func WordSign(vocabulary, word string) string {
	switch vocabulary {
	case "outcome":
		for outcome := ledger.Open; outcome <= ledger.ConditionNotMet; outcome++ {
			if outcome.String() == word {
				return OutcomeSign(outcome)
			}
		}
	case "silence":
		for silence := ledger.NoDatedEvent; silence <= ledger.LapsedInferred; silence++ {
			if silence.String() == word {
				return SilenceSign(silence)
			}
		}
	case "at_summit":
		for presence := ledger.AtSummit; presence <= ledger.UnknownAtSummit; presence++ {
			if presence.String() == word {
				return PresenceSign(presence)
			}
		}
	case "verdict":
		for verdict := ledger.VerdictKept; int(verdict) <= len(ledger.VerdictWords().Words()); verdict++ {
			if verdict.String() == word {
				return VerdictSign(verdict)
			}
		}
	case "event_kind":
		return EventSign(word)
	}
	return ""
}
