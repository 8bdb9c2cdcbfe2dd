package ledger_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

func TestNamesOfSettings(t *testing.T) {
	for _, name := range []string{"silence.shelved", "silence.lapsed", "rate.age", "about.margin", "base_rate.old_enough", "probability.under_discussion",
		"probability.construction", "scope.docs-total-80", "bucket.docs-total-80.agreement:novatek-mitsui-2016"} {
		parsed, ok := ledger.ParseSetting(name)
		if !ok || parsed.String() != name {
			t.Errorf("%s is read as %+v, %v", name, parsed, ok)
		}
	}
	for _, name := range []string{"", "silence", "silence.shelvd", "probability.", "probability.operating", "probability.soon", "scope.", "scope.Docs Total",
		"bucket.docs-total-80", "bucket.docs-total-80.novatek-mitsui-2016", "bucket.docs-total-80.party:x", "bucket..deal:x", "bucket.a.setting:rate.age"} {
		if parsed, ok := ledger.ParseSetting(name); ok {
			t.Errorf("%q is read as %+v", name, parsed)
		}
	}
}

// chosen applies choices, each as an edit of its own.
func chosen(t testing.TB, l *ledger.Ledger, choices ...ledger.Choice) *ledger.Ledger {
	t.Helper()
	for _, choice := range choices {
		next, err := l.Apply(l.Choose(l.RecordedDay(), choice))
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	return l
}

func choice(t testing.TB, name, value string) ledger.Choice {
	t.Helper()
	parsed, ok := ledger.ParseSetting(name)
	if !ok {
		t.Fatalf("%s is no name of a setting", name)
	}
	return ledger.Choice{Name: parsed, Value: value}
}

// A value that means nothing is refused where it is typed, with what to write.
func TestValuesOfSettingsAreRefused(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		name, value string
		code        ledger.FaultCode
	}{
		{"silence.shelved", "two years", ledger.FaultDays},
		{"silence.shelved", "0", ledger.FaultDays},
		{"silence.lapsed", "-5", ledger.FaultDays},
		{"silence.lapsed", "+5000", ledger.FaultDays},
		{"silence.lapsed", "05000", ledger.FaultDays},
		{"silence.lapsed", "36526", ledger.FaultDays},
		{"silence.lapsed", "729", ledger.FaultOrder}, // below the 730 of shelved
		{"silence.shelved", "1461", ledger.FaultOrder},
		{"rate.age", "92.5", ledger.FaultDays},
		{"about.margin", "10%", ledger.FaultShare},
		{"about.margin", "-0.1", ledger.FaultShare},
		{"probability.contract", "1.01", ledger.FaultShare},
		{"probability.contract", "likely", ledger.FaultShare},
	} {
		_, err := l.Apply(l.Choose(l.RecordedDay(), choice(t, c.name, c.value)))
		faults, ok := err.(ledger.Faults)
		if !ok || len(faults) != 1 || faults[0].Code != c.code || faults[0].Column != "value" || faults[0].Expected == "" {
			t.Errorf("%s=%s: %v, want one fault %s of the value", c.name, c.value, err, c.code)
		}
	}
	if _, err := l.Apply([]ledger.Change{l.Add(ledger.Settings, l.RecordedDay(), []string{"silence.shelvd", "365"})}); err == nil {
		t.Error("a misspelt name is taken")
	}
}

// With 365 days of silence more deals read as shelved; going back to the
// default gives the first picture again.
func TestSilenceFollowsTheSettings(t *testing.T) {
	l := bundled(t)
	on := ledger.AsOf{Happened: ledger.DayOf(2018, 12, 31), Known: ledger.DayOf(2026, 11, 23)}
	shelved := func(l *ledger.Ledger) []string {
		var keys []string
		v := l.View(on)
		for deal := range v.All(ledger.Deals) {
			if v.Deal(deal).Silence == ledger.ShelvedInferred {
				keys = append(keys, l.Key(deal))
			}
		}
		return keys
	}
	before := shelved(l)
	shorter := chosen(t, l, choice(t, "silence.shelved", "365"))
	if got := shorter.View(on).Thresholds(); got != (ledger.Thresholds{Shelved: 365, Lapsed: 1460}) {
		t.Errorf("the view infers from %+v", got)
	}
	if more := shelved(shorter); len(more) <= len(before) {
		t.Errorf("%d shelved after 365 days, %d after 730", len(more), len(before))
	}
	back := chosen(t, shorter, choice(t, "silence.shelved", ""))
	if back.Len(ledger.Settings) != 0 || !slices.Equal(shelved(back), before) {
		t.Error("going back to the default does not give the first picture")
	}
	if got := shelved(l); !slices.Equal(got, before) {
		t.Error("a setting changed the ledger that it was not made on")
	}
}

// Settings are rows, but no table of the format lists them.
func TestSettingsAreNoTableOfTheFormat(t *testing.T) {
	if slices.Contains(ledger.Kinds(), ledger.Settings) || len(ledger.Kinds()) != 14 {
		t.Errorf("the tables are %v", ledger.Kinds())
	}
	if kinds := ledger.StoredKinds(); !slices.Equal(kinds[14:], []ledger.Kind{ledger.Settings, ledger.SavedViews, ledger.Aliases}) || !slices.Equal(kinds[:14], ledger.Kinds()) {
		t.Errorf("what is stored: %v", kinds)
	}
	l := chosen(t, bundled(t), choice(t, "rate.age", "30"))
	if found := l.FindAll("rate.age"); len(found) != 0 {
		t.Errorf("a bare key finds %v", found)
	}
	if faults := l.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
}

// Law: the inverse of any choices takes every setting back as it stood.
func TestChoicesAreTakenBack(t *testing.T) {
	bundled := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		names := []string{"silence.shelved", "rate.age", "about.margin", "probability.contract", "scope.docs-total-80", "bucket.docs-total-80.agreement:novatek-mitsui-2016"}
		values := map[string][]string{"silence.shelved": {"", "365", "700"}, "rate.age": {"", "1", "365"}, "about.margin": {"", "0", "0.25"},
			"probability.contract": {"", "0.5", "1"}, "scope.docs-total-80": {"", "sector=health"}, "bucket.docs-total-80.agreement:novatek-mitsui-2016": {"", "signed_binding"}}
		l := bundled
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			before := l.Rows(ledger.Settings)
			was := settingsOf(l)
			var choices []ledger.Choice
			for _, name := range names {
				if rapid.Bool().Draw(t, "chosen") {
					parsed, _ := ledger.ParseSetting(name)
					choices = append(choices, ledger.Choice{Name: parsed, Value: rapid.SampledFrom(values[name]).Draw(t, name)})
				}
			}
			changes := l.Choose(l.RecordedDay(), choices...)
			next, err := l.Apply(changes)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range choices {
				if got, _ := next.Setting(c.Name); got != c.Value {
					t.Fatalf("%s is %q, chosen was %q", c.Name, got, c.Value)
				}
			}
			undone, err := next.Apply(ledger.Inverse(changes))
			if err != nil {
				t.Fatal(err)
			}
			if now := settingsOf(undone); !slices.Equal(now, was) {
				t.Fatalf("undone: %v, before: %v (%d places)", now, was, before)
			}
			l = next
		}
	})
}

// A claim or a record that gets another key takes the settings that speak of
// it along.
func TestSettingsFollowANewKey(t *testing.T) {
	l := chosen(t, bundled(t), choice(t, "scope.docs-total-80", "at_summit=yes"), choice(t, "bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed_binding"),
		choice(t, "scope.docs-commercial-68", "track=commercial"), choice(t, "rate.age", "30"))
	for _, c := range []struct {
		kind     ledger.Kind
		old, key string
	}{{ledger.Claims, "docs-total-80", "eighty"}, {ledger.Agreements, "novatek-mitsui-2016", "gas-memorandum"}} {
		ref, ok := l.Find(c.kind, c.old)
		if !ok {
			t.Fatal(c.old)
		}
		next, err := l.Apply(l.Rename(ref, c.key))
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	want := []string{"bucket.eighty.agreement:gas-memorandum=signed_binding", "rate.age=30", "scope.docs-commercial-68=track=commercial", "scope.eighty=at_summit=yes"}
	if got := settingsOf(l); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func settingsOf(l *ledger.Ledger) []string {
	var rows []string
	for ref := range l.All(ledger.Settings) {
		rows = append(rows, l.Key(ref)+"="+l.Cell(ref, 1))
	}
	slices.Sort(rows)
	return rows
}
