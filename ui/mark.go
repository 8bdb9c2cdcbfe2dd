package ui

import (
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// markOfOutcome gives the mark of an outcome (section 3 of the design).
func markOfOutcome(outcome ledger.Outcome) string {
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

// markOfSilence gives the mark of an inferred state: an outline only.
func markOfSilence(silence ledger.Silence) string {
	switch silence {
	case ledger.ShelvedInferred:
		return "pause_o"
	case ledger.LapsedInferred:
		return "diamond_o"
	}
	return "dots"
}

// markOfPresence tells how sure a signature at the summit is.
func markOfPresence(presence ledger.Presence) string {
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

// markOfVerdict gives the mark of a verdict on a promise.
func markOfVerdict(verdict ledger.Verdict) string {
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

// markOfEvent says what happened by shape.
func markOfEvent(kind string) string {
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

// wordOf gives the mark of a vocabulary's word, "" for words without one.
func wordOf(vocabulary, word string) string {
	switch vocabulary {
	case "outcome":
		for outcome := ledger.Open; outcome <= ledger.ConditionNotMet; outcome++ {
			if outcome.String() == word {
				return markOfOutcome(outcome)
			}
		}
	case "silence":
		for silence := ledger.NoDatedEvent; silence <= ledger.LapsedInferred; silence++ {
			if silence.String() == word {
				return markOfSilence(silence)
			}
		}
	case "at_summit":
		for presence := ledger.AtSummit; presence <= ledger.UnknownAtSummit; presence++ {
			if presence.String() == word {
				return markOfPresence(presence)
			}
		}
	case "verdict":
		for verdict := ledger.VerdictKept; int(verdict) <= len(ledger.VerdictWords().Words()); verdict++ {
			if verdict.String() == word {
				return markOfVerdict(verdict)
			}
		}
	case "event_kind":
		return markOfEvent(word)
	}
	return ""
}

// markOfValue gives the mark of a value of a field, for its line among the
// facets; the empty value says that nobody tells.
func markOfValue(kind ledger.Kind, field query.Field, value string) string {
	switch {
	case field.Words == nil || kind == ledger.Events && value == "outcome":
		return ""
	case value == "" && field.ID != "silence" && wordOf(field.Words.Name(), field.Words.Words()[0]) != "":
		return "dots"
	}
	return wordOf(field.Words.Name(), value)
}
