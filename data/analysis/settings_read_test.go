package analysis_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// chosen is a ledger in which the reader chose settings: name, value, name ...
func chosen(t testing.TB, l *ledger.Ledger, pairs ...string) *ledger.Ledger {
	t.Helper()
	var choices []ledger.Choice
	for i := 0; i+1 < len(pairs); i += 2 {
		name, ok := ledger.ParseSetting(pairs[i])
		if !ok {
			t.Fatalf("%s is no name of a setting", pairs[i])
		}
		choices = append(choices, ledger.Choice{Name: name, Value: pairs[i+1]})
	}
	next, err := l.Apply(l.Choose(l.RecordedDay(), choices...))
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestSettingsAreReadFromTheLedger(t *testing.T) {
	l := bundled(t)
	defaults := analysis.SettingsOf(l)
	if defaults.Shelved != 730 || defaults.Lapsed != 1460 || defaults.RateAge != 92 || defaults.OldEnough != 1095 || defaults.AboutMargin.String() != "0.1" ||
		len(defaults.Probabilities)+len(defaults.Scopes)+len(defaults.Buckets) > 0 {
		t.Errorf("nothing chosen reads as %+v", defaults)
	}
	got := analysis.SettingsOf(chosen(t, l, "silence.shelved", "365", "silence.lapsed", "1000", "rate.age", "30", "base_rate.old_enough", "400", "about.margin", "0.05",
		"probability.contract", "0.4", "scope.docs-total-80", "at_summit=yes", "bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed_binding"))
	if got.Thresholds() != (ledger.Thresholds{Shelved: 365, Lapsed: 1000}) || got.RateAge != 30 || got.OldEnough != 400 || got.AboutMargin.String() != "0.05" ||
		got.Probabilities[ledger.Contract].String() != "0.4" || got.Scopes["docs-total-80"] != "at_summit=yes" ||
		got.Buckets["docs-total-80"]["agreement:novatek-mitsui-2016"] != analysis.BucketBinding {
		t.Errorf("read as %+v", got)
	}
}

// A scope in place of the file's is followed by the bridge of the ledger, and
// the answer says that it is the reader's. With the 29 that are confirmed as
// signed, 51 of the 80 are not found.
func TestTheBridgeFollowsTheReadersScope(t *testing.T) {
	l := chosen(t, bundled(t), "scope.docs-total-80", "at_summit=yes")
	v := view(t, l, today, today)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	answer := analysis.Bridge(v, claim, analysis.AtAnnounced, nil)
	if !answer.Overridden || answer.Scope != "at_summit=yes" || answer.Itemised.String() != "29" || answer.Remainder.String() != "51" {
		t.Errorf("overridden %v by %q: %s itemised, %s left; want 29 and 51", answer.Overridden, answer.Scope, answer.Itemised, answer.Remainder)
	}
	if plain := analysis.BridgeWith(v, claim, analysis.DefaultSettings().Bridging(analysis.AtAnnounced, nil)); plain.Overridden || plain.Itemised.String() != "44" {
		t.Errorf("without the settings: overridden %v, %s itemised; want 44", plain.Overridden, plain.Itemised)
	}
	other := analysis.Bridge(v, find(t, l, ledger.Claims, "docs-commercial-68"), analysis.AtAnnounced, nil)
	if other.Overridden || other.Itemised.String() != "31" {
		t.Errorf("another claim follows it too: %s itemised, want 31", other.Itemised)
	}
}

// Only construction has an amount that counts: USD 871m, by 9 of 11 in the
// ledger's own history, by one half in the reader's judgement.
func TestTheWeightedValueFollowsTheReadersProbabilities(t *testing.T) {
	plain := analysis.Weighted(viewToday(t))
	if got := plain.Total.Sum("USD").Amount.Round(0).String(); got != "712636364" || plain.Lines[0].Own {
		t.Fatalf("USD %s by base rates, own %v; want 712636364", got, plain.Lines[0].Own)
	}
	l := chosen(t, bundled(t), "probability.construction", "0.5")
	own := analysis.Weighted(view(t, l, today, today))
	if got := own.Total.Sum("USD").Amount.String(); got != "435500000" {
		t.Errorf("USD %s, want 435500000", got)
	}
	for _, line := range own.Lines {
		if line.Own != (line.Stage == ledger.Construction) {
			t.Errorf("%s: own %v", line.Stage, line.Own)
		}
	}
}

// What figures cannot follow is named, with what is the matter; the figures
// stand as without it.
func TestSettingsThatCannotBeFollowedAreNamed(t *testing.T) {
	b := ledger.NewBuilder(bundled(t).RecordedDay())
	original := bundled(t)
	for _, kind := range ledger.Kinds() {
		for ref := range original.All(kind) {
			b.Add(kind, 0, original.Recorded(ref), original.Cells(ref))
		}
	}
	rows := [][3]string{
		{"silence.shelved", "5000", analysis.SettingOrder}, // lapsed stays at 1460
		{"silence.never", "1", analysis.SettingUnknown},
		{"rate.age", "a quarter", analysis.SettingUnreadable},
		{"probability.contract", "40%", analysis.SettingUnreadable},
		{"scope.docs-total-800", "at_summit=yes", analysis.SettingNoClaim},
		{"scope.docs-commercial-68", "colour=red", analysis.SettingScope},
		{"bucket.docs-total-80.agreement:nobody", "signed_binding", analysis.SettingNoRecord},
		{"bucket.docs-total-80.agreement:novatek-mitsui-2016", "somewhere", analysis.SettingOtherBucket},
	}
	for _, row := range rows {
		b.Add(ledger.Settings, 0, original.RecordedDay(), row[:2])
	}
	l := b.Build() // as another program could have written it: an edit would be refused
	got := check(t, l, analysis.CheckSetting)
	if got.Answer != analysis.Finding || len(got.Cases) != len(rows) {
		t.Errorf("%s with %d cases, want %d", got.Answer, len(got.Cases), len(rows))
	}
	for _, row := range rows {
		if !slices.ContainsFunc(got.Cases, func(c analysis.Case) bool { return c.Detail == row[2] && l.Key(c.Refs[0]) == row[0] }) {
			t.Errorf("%s=%s is not named as %s", row[0], row[1], row[2])
		}
	}
	settings := analysis.SettingsOf(l)
	if settings.Thresholds() != ledger.DefaultThresholds() || settings.RateAge != 92 || len(settings.Probabilities) > 0 || len(settings.Buckets) > 0 {
		t.Errorf("they are followed all the same: %+v", settings)
	}
	v := view(t, l, today, today)
	if v.Thresholds() != ledger.DefaultThresholds() {
		t.Errorf("the view infers from %+v", v.Thresholds())
	}
	if answer := analysis.Bridge(v, find(t, l, ledger.Claims, "docs-commercial-68"), analysis.AtAnnounced, nil); answer.Finding == nil || answer.HasRemainder {
		t.Error("a scope that is not understood is passed over in silence")
	}
}

func TestChoicesAreCheckedBeforeTheyAreMade(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		name, value string
		ok          bool
	}{
		{"silence.shelved", "365", true},
		{"scope.docs-total-80", "at_summit=yes,reported&track=commercial", true},
		{"scope.docs-total-80", "", true},
		{"scope.docs-total-80", "colour=red", false},
		{"scope.docs-total-80", "track=secret", false},
		{"scope.docs-total-80", "track", false},
		{"scope.nobody-said-it", "track=commercial", false},
		{"bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed_binding", true},
		{"bucket.docs-total-80.agreement:novatek-mitsui-2016", "amount_unknown", false}, // of claims of money only
		{"bucket.docs-total-80.agreement:nobody", "signed_binding", false},
		{"bucket.nobody.agreement:novatek-mitsui-2016", "signed_binding", false},
	} {
		name, ok := ledger.ParseSetting(c.name)
		if !ok {
			t.Fatal(c.name)
		}
		if err := analysis.CheckChoice(l, ledger.Choice{Name: name, Value: c.value}); (err == nil) != c.ok {
			t.Errorf("%s=%s: %v", c.name, c.value, err)
		}
	}
}

// Law: whatever records the reader moves to whatever buckets, and whatever
// scope is chosen, buckets and what is not found make the claim.
func TestBucketsAndRemainderMakeTheClaimUnderAnyChoices(t *testing.T) {
	original := bundled(t)
	scopes := []string{"", "at_summit=yes", "at_summit=yes,reported", "track=commercial", "sector=health&at_summit=reported"}
	rapid.Check(t, func(r *rapid.T) {
		key := rapid.SampledFrom([]string{"docs-total-80", "docs-government-12", "package-jpy-300bn"}).Draw(r, "claim")
		pairs := []string{"scope." + key, rapid.SampledFrom(scopes).Draw(r, "scope")}
		form, _, err := analysis.ClaimForm(original, find(t, original, ledger.Claims, key))
		if err != nil {
			r.Fatal(err)
		}
		for i := range rapid.IntRange(0, 6).Draw(r, "moved") {
			row := int32(rapid.IntRange(0, original.Len(ledger.Agreements)/7-1).Draw(r, "record")*7 + i) // each another row
			ref := ledger.Ref{Kind: ledger.Agreements, Row: row}
			pairs = append(pairs, "bucket."+key+"."+original.Name(ref), rapid.SampledFrom(analysis.BucketIDs(form)).Draw(r, "bucket"))
		}
		l := chosen(t, original, pairs...)
		v := view(t, l, rapid.SampledFrom([]string{"2016-12-17", "2022-03-31", today}).Draw(r, "happened"), today)
		answer := analysis.Bridge(v, find(t, l, ledger.Claims, key), analysis.AtSigned, nil)
		sum := answer.Remainder
		for _, bucket := range answer.Buckets {
			sum = sum.Add(bucket.Value)
			counted := decimal.Zero.Add(bucket.Counted.Value).Add(bucket.Uncounted.Value)
			if !counted.Equal(bucket.Value) {
				r.Fatalf("%s: counted and not counted make %s of %s", bucket.ID, counted, bucket.Value)
			}
		}
		if !sum.Equal(answer.Amount) {
			r.Fatalf("%s: buckets and remainder make %s, claimed are %s", key, sum, answer.Amount)
		}
	})
}
