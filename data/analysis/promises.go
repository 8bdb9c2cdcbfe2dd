package analysis

import (
	"iter"
	"slices"

	"summitledger/data/ledger"
)

// Score says how promises stand: what was promised, what of it was assessed,
// and what of that was kept. Past due without a report is not assessed
// (RULES 11). A rate prints its denominator, so none is worked out here.
type Score struct {
	Promised    Total
	Assessed    Total
	NotAssessed Total
	Verdicts    []Total // all verdicts in the order of ledger.VerdictWords, those without promises too
}

// PromiseScore takes stock of the promises of the view (RULES 11).
func PromiseScore(v *ledger.View) Score { return promiseScore(v, v.All(ledger.Promises)) }

// PromiseScoreOf is PromiseScore of some promises of the view.
func PromiseScoreOf(v *ledger.View, promises []ledger.Ref) Score {
	return promiseScore(v, slices.Values(promises))
}

func promiseScore(v *ledger.View, promises iter.Seq[ledger.Ref]) Score {
	words := ledger.VerdictWords().Words()
	score := Score{
		Promised:    Total{ID: "promised", Definition: "promises.promised", Unit: Promises},
		Assessed:    Total{ID: "assessed", Definition: "promises.assessed", Unit: Promises},
		NotAssessed: Total{ID: "unassessed", Definition: "promises.unassessed", Unit: Promises},
		Verdicts:    make([]Total, len(words)),
	}
	for i, word := range words {
		score.Verdicts[i] = Total{ID: word, Definition: "verdict." + word, Unit: Promises}
	}
	for promise := range promises {
		verdict := v.Promise(promise).Verdict
		score.Promised.add(promise)
		if verdict.Assessed() {
			score.Assessed.add(promise)
		} else {
			score.NotAssessed.add(promise)
		}
		score.Verdicts[verdict-1].add(promise)
	}
	return score
}

// Verdict gives the promises with one verdict.
func (s Score) Verdict(verdict ledger.Verdict) Total {
	if verdict == ledger.NoVerdict || int(verdict) > len(s.Verdicts) {
		return Total{Definition: "promises.promised", Unit: Promises}
	}
	return s.Verdicts[verdict-1]
}
