package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestFormsOfClaimsToday(t *testing.T) {
	l := bundled(t)
	got := map[analysis.Form]int{}
	for claim := range view(t, l, today, today).All(ledger.Claims) {
		form, _, err := analysis.ClaimForm(l, claim)
		if err != nil {
			t.Errorf("%s: %v", l.Key(claim), err)
		}
		got[form]++
	}
	want := map[analysis.Form]int{analysis.FormCount: 14, analysis.FormSum: 2, analysis.FormLinked: 3, analysis.FormComparison: 25, analysis.FormNotCheckable: 52}
	for _, form := range analysis.Forms() {
		if got[form] != want[form] {
			t.Errorf("%s: %d claims, want %d (RULES 8)", form, got[form], want[form])
		}
	}
}

func TestScopesThatAreNotUnderstood(t *testing.T) {
	for _, text := range []string{"at_summit", "=yes", "at_summit=", "at_summit=yes,,no", "at_summit=perhaps", "colour=red", "track=commercial&", "at_summit=yes|track=commercial"} {
		if _, err := analysis.ParseScope(ledger.Agreements, text); err == nil {
			t.Errorf("%q reads as a scope of agreements", text)
		}
	}
}

func TestScopeMatches(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		kind ledger.Kind
		key  string
		text string
		want bool
	}{
		{ledger.Agreements, "novatek-mitsubishi-2016", "at_summit=yes,reported", true},
		{ledger.Agreements, "novatek-mitsubishi-2016", "at_summit=no", false},
		{ledger.Agreements, "novatek-mitsubishi-2016", "at_summit=yes,reported&track=government", false},
		{ledger.Deals, "arctic-lng-2", "key=arctic-lng-2", true},
		{ledger.Deals, "arctic-lng-2", "regions=RU-YAN", true},
	} {
		scope, err := analysis.ParseScope(c.kind, c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := scope.Matches(l, find(t, l, c.kind, c.key)); got != c.want {
			t.Errorf("%s in %q: %v, want %v", c.key, c.text, got, c.want)
		}
	}
	scope, err := analysis.ParseScope(ledger.Deals, "key=arctic-lng-2")
	if err != nil {
		t.Fatal(err)
	}
	if scope.Matches(l, ledger.Ref{Kind: ledger.Agreements}) {
		t.Error("an agreement is in a scope of deals")
	}
}
