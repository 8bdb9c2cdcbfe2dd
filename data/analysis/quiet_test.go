package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// What was forgotten from the end of 2018 to today: R-Pharm lapsed by inference
// (RULES 16), the pipeline to Sakhalin was cancelled and not forgotten.
func TestWhatWasForgotten(t *testing.T) {
	l := bundled(t)
	from, to := view(t, l, "2018-12-31", today), view(t, l, today, today)
	found := map[string][]string{}
	for _, total := range analysis.FellQuiet(from, to) {
		for _, ref := range total.Added {
			found[total.ID] = append(found[total.ID], l.Key(ref))
			if !from.Has(ref) || !to.Has(ref) {
				t.Errorf("%s is in one view only", l.Name(ref))
			}
		}
		if total.Count != len(total.Added) {
			t.Errorf("%s: %d counted, %d listed", total.ID, total.Count, len(total.Added))
		}
	}
	if lapsed := found[ledger.LapsedInferred.String()]; !slices.Contains(lapsed, "r-pharm-stake") || slices.Contains(lapsed, "sakhalin-hokkaido-pipeline") {
		t.Errorf("lapsed (inferred): %v", lapsed)
	}
	for _, deal := range found[ledger.ShelvedInferred.String()] {
		if slices.Contains(found[ledger.LapsedInferred.String()], deal) {
			t.Errorf("%s is forgotten twice", deal)
		}
	}
	past := 0
	for promise := range to.All(ledger.Promises) {
		if to.Promise(promise).Verdict == ledger.VerdictPastDue && from.Has(promise) && from.Promise(promise).Verdict != ledger.VerdictPastDue {
			past++
		}
	}
	if got := len(found[ledger.VerdictPastDue.String()]); got != past || past == 0 {
		t.Errorf("%d promises past due, want %d", got, past)
	}
	for _, total := range analysis.FellQuiet(to, to) {
		if total.Count != 0 {
			t.Errorf("between a day and itself %d fell quiet", total.Count)
		}
	}
}
