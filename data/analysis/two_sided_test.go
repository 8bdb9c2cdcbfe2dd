package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// speakers lists the countries for which the sources of a record speak, read
// the long way: publisher's country of official and company sources.
func speakers(v *ledger.View, ref ledger.Ref) []string {
	l := v.Ledger()
	var countries []string
	for _, row := range append([]ledger.Ref{ref}, v.EventsOf(ref)...) {
		for _, source := range l.SourcesOf(row) {
			kind, country := l.Value(source, "kind"), l.Value(source, "country")
			speaks := kind == "official_text" || kind == "official_statement" || kind == "company"
			if v.Has(source) && speaks && country != "" && !slices.Contains(countries, country) {
				countries = append(countries, country)
			}
		}
	}
	slices.Sort(countries)
	return countries
}

func TestBothSidesConfirm(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals} {
			list := analysis.CompareSides(v, kind)
			if !slices.Equal(list.Countries, []string{"JP", "RU"}) || list.Some.Count != 0 {
				t.Fatalf("sides %v, %d records of some", list.Countries, list.Some.Count)
			}
			sum := 0
			for want, total := range map[string]analysis.Total{"JP,RU": list.All, "JP": list.Only[0], "RU": list.Only[1], "": list.None} {
				sum += total.Count
				for _, ref := range total.Added {
					got := speakers(v, ref)
					if joined := join(got); joined != want {
						t.Errorf("%s on %s stands under %q, its sources speak for %q", l.Name(ref), days[0], want, joined)
					}
				}
			}
			want := v.Len(kind)
			if kind == ledger.Agreements {
				want = analysis.CountDocuments(v).Count
			}
			if sum != want {
				t.Errorf("%s on %s: %d on all sides, %d are there", kind.Table(), days[0], sum, want)
			}
		}
	}
}

func join(words []string) string {
	text := ""
	for i, word := range words {
		if i > 0 {
			text += ","
		}
		text += word
	}
	return text
}

// With a third country at the table "both" means all three, and two of three
// are some.
func TestThreeSides(t *testing.T) {
	l := edited(t, bundled(t), ledger.Summits, "japan-russia-2016", "countries", "JP;RU;KR")
	v := view(t, l, today, today)
	list := analysis.CompareSides(v, ledger.Agreements)
	two := analysis.CompareSides(view(t, bundled(t), today, today), ledger.Agreements)
	if !slices.Equal(list.Countries, []string{"JP", "RU", "KR"}) || list.All.Count != 0 || list.Some.Count != two.All.Count || two.All.Count == 0 {
		t.Errorf("%v: %d by all, %d by some; with two sides %d by both", list.Countries, list.All.Count, list.Some.Count, two.All.Count)
	}
	if list.Confirmed[2].Count != 0 || list.Confirmed[0].Count != list.Only[0].Count+list.Some.Count {
		t.Errorf("confirmed by %v", list.Confirmed)
	}
}

// Press that sits in a country speaks for no side.
func TestPressSpeaksForNoSide(t *testing.T) {
	l := bundled(t)
	for source := range l.All(ledger.Sources) {
		if kind := l.Value(source, "kind"); kind == "company" || kind == "official_text" || kind == "official_statement" {
			next, err := l.Apply([]ledger.Change{l.Set(source, "kind", "press")})
			if err != nil {
				t.Fatal(err)
			}
			l = next
		}
	}
	list := analysis.CompareSides(view(t, l, today, today), ledger.Agreements)
	if list.None.Count != 116 || list.All.Count != 0 {
		t.Errorf("%d documents that no side confirms, want all 116", list.None.Count)
	}
}
