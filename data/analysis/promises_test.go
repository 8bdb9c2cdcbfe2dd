package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestPromiseScoreToday(t *testing.T) {
	score := analysis.PromiseScore(viewToday(t))
	for _, c := range []struct {
		total analysis.Total
		want  int
	}{
		{score.Promised, 24}, {score.Assessed, 12}, {score.NotAssessed, 12},
		{score.Verdict(ledger.VerdictKept), 7}, {score.Verdict(ledger.VerdictKeptLate), 1}, {score.Verdict(ledger.VerdictPartlyKept), 3},
		{score.Verdict(ledger.VerdictBroken), 1}, {score.Verdict(ledger.VerdictPastDue), 10}, {score.Verdict(ledger.VerdictPending), 1},
		{score.Verdict(ledger.VerdictNotAssessed), 1}, {score.Verdict(ledger.VerdictLatenessUnknown), 0}, {score.Verdict(ledger.NoVerdict), 0},
	} {
		if c.total.Count != c.want || len(c.total.Added) != c.want {
			t.Errorf("%s: %d with %d records, want %d (RULES 16)", c.total.ID, c.total.Count, len(c.total.Added), c.want)
		}
	}
}

func TestNoPromiseIsAssessedOnTheDayAfterTheSummit(t *testing.T) {
	score := analysis.PromiseScore(view(t, bundled(t), "2016-12-17", "2016-12-17"))
	pending := score.Verdict(ledger.VerdictPending).Count
	if score.Promised.Count == 0 || pending == 0 || score.Verdict(ledger.VerdictPastDue).Count > pending {
		t.Errorf("%d promised, %d pending, %d past due", score.Promised.Count, pending, score.Verdict(ledger.VerdictPastDue).Count)
	}
	if got := score.Assessed.Count + score.NotAssessed.Count; got != score.Promised.Count {
		t.Errorf("%d assessed or not, %d promised", got, score.Promised.Count)
	}
}
