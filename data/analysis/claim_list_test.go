package analysis_test

import (
	"slices"
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// The other figures for the 80 documents, as the sources give them: 81 and more
// than 60 of the same records, three forecasts, and Minister Seko's 68, which
// names no records.
func TestOtherFiguresForTheEighty(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	claim, _ := l.Find(ledger.Claims, "docs-total-80")
	others := analysis.OtherFiguresOf(v, analysis.Bridge(v, claim, analysis.AtAnnounced, nil))
	for name, pair := range map[string][2]string{
		"rivals":    {named(l, others.Rivals), "docs-total-81 docs-total-80 docs-ft-60"},
		"forecasts": {named(l, others.Forecasts), "docs-expected-ntv-80 docs-expected-nhk-70 docs-expected-rodina-30"},
		"unscoped":  {named(l, others.Unscoped), "docs-seko-68"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %s, want %s", name, pair[0], pair[1])
		}
	}
	// The sizes of the fund in dollars and yen are rivals of each other, those told before the summit forecasts
	// (RULES 10.3); its target and what it invested are neither. Sorted by currency: amounts of two do not compare.
	fund, _ := l.Find(ledger.Claims, "rjif-size-usd-1bn")
	others = analysis.OtherFiguresOf(v, analysis.Bridge(v, fund, analysis.AtAnnounced, nil))
	if got, want := named(l, others.Rivals), "rjif-size-jpy-110bn rjif-size-usd-1bn rjif-size-usd-900m rjif-size-usd-880m"; got != want {
		t.Errorf("sizes of the fund: %s, want %s", got, want)
	}
	if got, want := named(l, others.Forecasts), "rjif-size-jpy-100bn rjif-size-usd-902m rjif-size-usd-901m"; got != want || len(others.Unscoped) != 0 {
		t.Errorf("told before: %s, want %s", got, want)
	}
	// A forecast of intergovernmental papers stands beside what was claimed of them after.
	forecast, _ := l.Find(ledger.Claims, "docs-expected-government-10")
	others = analysis.OtherFiguresOf(v, analysis.Bridge(v, forecast, analysis.AtAnnounced, nil))
	if named(l, others.Rivals) != "docs-government-12" || named(l, others.Forecasts) != "docs-expected-government-10" || len(others.Unscoped) != 0 {
		t.Errorf("beside a forecast: %+v", others)
	}
}

// Each claim stands once, a part under its whole; the forms are those of RULES 8.
func TestPartsStandUnderTheirWhole(t *testing.T) {
	l := bundled(t)
	var all []ledger.Ref
	for claim := range l.All(ledger.Claims) {
		all = append(all, claim)
	}
	lines := analysis.ClaimLines(l, all)
	forms, seen := map[analysis.Form]int{}, map[ledger.Ref]bool{}
	var path []ledger.Ref
	for _, line := range lines {
		if seen[line.Claim] {
			t.Errorf("%s stands twice", l.Key(line.Claim))
		}
		seen[line.Claim] = true
		forms[line.Form]++
		path = append(path[:line.Depth], line.Claim)
		if line.Depth > 0 && !slices.Contains(ledger.Keys(l.Value(line.Claim, "part_of")), l.Key(path[line.Depth-1])) {
			t.Errorf("%s stands under %s", l.Key(line.Claim), l.Key(path[line.Depth-1]))
		}
	}
	if len(lines) != 96 || forms[analysis.FormCount] != 14 || forms[analysis.FormSum] != 2 || forms[analysis.FormLinked] != 3 || forms[analysis.FormComparison] != 25 || forms[analysis.FormNotCheckable] != 52 {
		t.Errorf("%d lines, %v", len(lines), forms)
	}
	// Without its whole a part stands by itself.
	part, _ := l.Find(ledger.Claims, "energy-commercial-20")
	if lines := analysis.ClaimLines(l, []ledger.Ref{part}); len(lines) != 1 || lines[0].Depth != 0 {
		t.Errorf("alone: %+v", lines)
	}
}

// 123 agreements are the 50 of the scope of the 80 and 73 others.
func TestScopesInTerms(t *testing.T) {
	l := bundled(t)
	claim, _ := l.Find(ledger.Claims, "docs-commercial-68")
	_, scope, err := analysis.ClaimForm(l, claim)
	if err != nil {
		t.Fatal(err)
	}
	terms := scope.Terms()
	if len(terms) != 2 || terms[0].Column != ledger.Agreements.Column("at_summit") || !slices.Equal(terms[0].Values, []string{"yes", "reported"}) || !slices.Equal(terms[1].Values, []string{"commercial"}) {
		t.Errorf("terms %+v", terms)
	}
	whole, _ := l.Find(ledger.Claims, "docs-total-80")
	if outside := analysis.OutsideScope(l, whole); len(outside) != 73 {
		t.Errorf("%d outside the scope of the 80, want 71 not at the summit and 2 of which nobody says", len(outside))
	}
}

func named(l *ledger.Ledger, claims []ledger.Ref) string { return strings.Join(keysOf(l, claims), " ") }
