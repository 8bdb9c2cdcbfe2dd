package analysis_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestDefaultSettingsAnswerAsTheRules(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	answer := analysis.BridgeWith(v, claim, analysis.DefaultSettings().Bridging(analysis.AtAnnounced, nil))
	if answer.Itemised.String() != "44" || answer.Remainder.String() != "36" {
		t.Errorf("%s itemised, %s left; want 44 and 36", answer.Itemised, answer.Remainder)
	}
}

// The five papers on the Far East carry no scope in the file: with one given
// by the user they become checkable.
func TestScopeThatTheUserGives(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	claim := find(t, l, ledger.Claims, "far-east-all-15")
	settings := analysis.DefaultSettings()
	if got := analysis.BridgeWith(v, claim, settings.Bridging(analysis.AtAnnounced, nil)); got.Form != analysis.FormNotCheckable || got.HasRemainder {
		t.Fatalf("without a scope: %s with a remainder of %s", got.Form, got.Remainder)
	}
	settings.Scopes = map[string]string{"far-east-all-15": "at_summit=yes,reported&sector=health"}
	got := analysis.BridgeWith(v, claim, settings.Bridging(analysis.AtAnnounced, nil))
	if got.Form != analysis.FormCount || got.Itemised.String() != "3" || got.Remainder.String() != "12" {
		t.Errorf("with the scope of the health papers: %s, %s itemised, %s left; want 3 and 12", got.Form, got.Itemised, got.Remainder)
	}
	settings.Scopes["docs-total-80"] = "colour=red"
	broken := analysis.BridgeWith(v, find(t, l, ledger.Claims, "docs-total-80"), settings.Bridging(analysis.AtAnnounced, nil))
	if broken.Finding == nil || broken.HasRemainder {
		t.Errorf("a scope that the user mistyped: %v", broken)
	}
}

func TestBucketThatTheUserChooses(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	settings := analysis.DefaultSettings()
	settings.Buckets = map[string]map[string]string{"docs-total-80": {
		"agreement:novatek-mitsui-2016":     analysis.BucketBinding,
		"agreement:novatek-mitsubishi-2016": "no_such_bucket",
	}}
	plain := analysis.Bridge(v, claim, analysis.AtAnnounced, nil)
	got := analysis.BridgeWith(v, claim, settings.Bridging(analysis.AtAnnounced, nil))
	if !got.Remainder.Equal(plain.Remainder) {
		t.Errorf("choosing a bucket changes the remainder from %s to %s", plain.Remainder, got.Remainder)
	}
	more := bucket(got, analysis.BucketBinding).Value.Sub(bucket(plain, analysis.BucketBinding).Value)
	if !more.Equal(decimal.NewFromInt(1)) || !bucket(got, analysis.BucketEnded).Value.Equal(bucket(plain, analysis.BucketEnded).Value) {
		t.Errorf("%s more are signed and binding, want the one chosen; a word that is no bucket moves nothing", more)
	}
	for _, item := range bucket(got, analysis.BucketBinding).Items {
		if item.Chosen != (l.Key(item.Ref) == "novatek-mitsui-2016") {
			t.Errorf("%s: chosen %v", l.Key(item.Ref), item.Chosen)
		}
	}
}
