package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// The fund of RDIF and JBIC is told as USD 1bn and as JPY 100bn, and in dollars
// for those yen as 880m, 900m, 901m and 902m, and as JPY 110bn (claims.csv, measure size).
func TestSizeOfTheFundIsAConflict(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	for _, conflict := range analysis.Conflicts(v) {
		if conflict.Measure != "size" {
			continue
		}
		want := []string{"rjif-size-usd-1bn", "rjif-size-jpy-100bn", "rjif-size-usd-880m", "rjif-size-usd-900m", "rjif-size-usd-901m", "rjif-size-usd-902m", "rjif-size-jpy-110bn"}
		if l.Name(conflict.Record) != "fund:russia-japan-investment-fund" || !slices.Equal(keysOf(l, conflict.Claims.Added), want) {
			t.Errorf("%s: %v", l.Name(conflict.Record), keysOf(l, conflict.Claims.Added))
		}
		if !slices.Equal(conflict.Currencies, []ledger.Currency{"USD", "JPY"}) || conflict.Headline.Money.String() != "1000000000 USD" {
			t.Errorf("in %v beside %s of the record itself", conflict.Currencies, conflict.Headline.Money)
		}
		// 22 November 2016 and the day before came before the summit began on 15 December; "2016-12" and "2017" did not.
		if got := keysOf(l, conflict.Forecasts); !slices.Equal(got, []string{"rjif-size-jpy-100bn", "rjif-size-usd-901m", "rjif-size-usd-902m"}) {
			t.Errorf("said before the summit: %v", got)
		}
		return
	}
	t.Error("USD 1bn and JPY 100bn of one fund are no conflict")
}

func TestClaimsThatAgreeAreNoConflict(t *testing.T) {
	l := bundled(t)
	for _, key := range []string{"rjif-size-jpy-100bn", "rjif-size-usd-880m", "rjif-size-usd-900m", "rjif-size-usd-901m", "rjif-size-usd-902m", "rjif-size-jpy-110bn"} {
		l = edited(t, l, ledger.Claims, key, "amount", "1000000000")
		l = edited(t, l, ledger.Claims, key, "currency", "USD")
		l = edited(t, l, ledger.Claims, key, "qualifier", "about")
	}
	for _, conflict := range analysis.Conflicts(view(t, l, today, today)) {
		if conflict.Measure == "size" {
			t.Errorf("seven times about USD 1bn: %v", conflict.Claims.Added)
		}
	}
}

// Each record rests on something, once; what it rests on is what its row and its
// events cite.
func TestEvidenceOfAgreementsAndDeals(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Promises, ledger.Claims} {
			evidence := analysis.EvidenceOf(v, kind)
			sum := 0
			for _, total := range []analysis.Total{evidence.NoSource, evidence.CopiesOnly, evidence.OneSource, evidence.Several} {
				sum += total.Count
				for _, ref := range total.Added {
					sources, copies := map[string]bool{}, true
					for _, row := range append([]ledger.Ref{ref}, v.EventsOf(ref)...) {
						for _, source := range l.SourcesOf(row) {
							if v.Has(source) {
								sources[l.Key(source)] = true
								copies = copies && l.Value(source, "kind") == "blog_copy"
							}
						}
					}
					want := "several"
					switch {
					case len(sources) == 0:
						want = "no_source"
					case copies:
						want = "copies_only"
					case len(sources) == 1:
						want = "one_source"
					}
					if total.ID != want {
						t.Errorf("%s on %s: %s, it has %d sources: %s", l.Name(ref), days[0], total.ID, len(sources), want)
					}
				}
			}
			if sum != v.Len(kind) {
				t.Errorf("%s on %s: %d records rest on something, %d are there", kind.Table(), days[0], sum, v.Len(kind))
			}
			byConfidence := 0
			for _, total := range evidence.Confidence {
				byConfidence += total.Count
			}
			if len(evidence.Confidence) > 0 && byConfidence != v.Len(kind) {
				t.Errorf("%s on %s: %d by confidence of %d", kind.Table(), days[0], byConfidence, v.Len(kind))
			}
		}
	}
	if evidence := analysis.EvidenceOf(view(t, l, today, today), ledger.Funds); evidence.Confidence != nil {
		t.Error("funds carry no confidence")
	}
}

// A stage moved by hand leaves an event that rests on nothing.
func TestFactWithoutSource(t *testing.T) {
	l := bundled(t)
	next, err := l.Apply([]ledger.Change{l.Add(ledger.Events, l.RecordedDay(), eventOf("by-hand", "deal", "arctic-lng-2", "2026-11-01", "stage", map[string]string{"to_stage": "operating"}))})
	if err != nil {
		t.Fatal(err)
	}
	evidence := analysis.EvidenceOf(view(t, next, today, today), ledger.Events)
	if got := keysOf(next, evidence.NoSource.Added); !slices.Equal(got, []string{"by-hand"}) {
		t.Errorf("without a source: %v", got)
	}
}
