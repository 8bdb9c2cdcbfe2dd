package ui

import (
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/report"
)

// markOfOutcome gives the mark of an outcome (section 3 of the design).
func markOfOutcome(outcome ledger.Outcome) string { return report.OutcomeSign(outcome) }

// markOfSilence gives the mark of an inferred state: an outline only.
func markOfSilence(silence ledger.Silence) string { return report.SilenceSign(silence) }

// markOfPresence tells how sure a signature at the summit is.
func markOfPresence(presence ledger.Presence) string { return report.PresenceSign(presence) }

// markOfVerdict gives the mark of a verdict on a promise.
func markOfVerdict(verdict ledger.Verdict) string { return report.VerdictSign(verdict) }

// wordOf gives the mark of a vocabulary's word, "" for words without one.
func wordOf(vocabulary, word string) string { return report.WordSign(vocabulary, word) }

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
