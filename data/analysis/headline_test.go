package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestTheClaimThatStandsForTheSummit(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct{ happened, known, count, sum string }{
		{"2016-12-17", "2016-12-17", "docs-total-80", "package-jpy-300bn"},
		{"2026-11-23", "2026-11-23", "docs-total-80", "package-jpy-300bn"},
		{"2010-01-01", "2010-01-01", "", ""},
	} {
		v := view(t, l, c.happened, c.known)
		for name, ref := range map[string]ledger.Ref{c.count: analysis.HeadlineClaim(v), c.sum: analysis.HeadlineSum(v)} {
			got := ""
			if ref.Exists() {
				got = l.Key(ref)
			}
			if got != name {
				t.Errorf("at %s/%s: %q, want %q", c.happened, c.known, got, name)
			}
		}
	}
}
