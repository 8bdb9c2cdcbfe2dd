package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// A view that was saved over an organisation and a field which are gone is
// named, once for each; one over what is there is not.
func TestViewsOfWhatIsGoneAreNamed(t *testing.T) {
	l := bundled(t)
	for _, saved := range []ledger.SavedView{
		{Name: "Health", Tab: "agreements", Query: "sector:health", Group: []string{"force"}},
		{Name: "Old", Tab: "pipeline", Query: "organisation=nobody colour:red", Record: "claim:docs-total-80"},
	} {
		next, err := l.Apply(l.SaveView(l.RecordedDay(), saved))
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	got := check(t, l, analysis.CheckView)
	if got.Answer != analysis.Finding || len(got.Cases) != 2 || got.Cases[0].Detail != "value" || got.Cases[1].Detail != "field" || l.Key(got.Cases[0].Refs[0]) != "old" {
		t.Errorf("%+v; want an unknown organisation and an unknown field of the view old", got)
	}
}
