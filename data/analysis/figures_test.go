package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestBreakdownByTrack(t *testing.T) {
	v := viewToday(t)
	documents, noPaper, words := 0, 0, []string{}
	for _, total := range analysis.Breakdown(v, ledger.Agreements, "track", analysis.ByWord) {
		words = append(words, total.ID)
		documents += total.Count
		for _, left := range total.LeftOut {
			noPaper += len(left.Refs)
		}
		for _, ref := range total.Added {
			if v.Ledger().Value(ref, "track") != total.ID {
				t.Errorf("%s stands under %s", v.Ledger().Key(ref), total.ID)
			}
		}
	}
	if documents != 116 || noPaper != 7 || !slices.Equal(words, []string{"government", "commercial"}) {
		t.Errorf("%d documents and %d results without a paper by %v; want 116 and 7 by government, commercial", documents, noPaper, words)
	}
}

func TestBreakdownBySectorIsSortedByCount(t *testing.T) {
	totals := analysis.Breakdown(viewToday(t), ledger.Deals, "sector", analysis.ByCount)
	deals := 0
	for i, total := range totals {
		deals += total.Count
		if i > 0 && total.ID != "" && total.Count > totals[i-1].Count {
			t.Errorf("%s with %d stands after %s with %d", total.ID, total.Count, totals[i-1].ID, totals[i-1].Count)
		}
	}
	if deals != 60 || len(totals) < 5 {
		t.Errorf("%d deals in %d sectors, want 60 in several", deals, len(totals))
	}
	if analysis.Breakdown(viewToday(t), ledger.Deals, "colour", analysis.ByCount) != nil {
		t.Error("deals are counted by a column that they do not have")
	}
}

func TestRegionsCountUnderEach(t *testing.T) {
	v := viewToday(t)
	pipeline := find(t, v.Ledger(), ledger.Deals, "sakhalin-hokkaido-pipeline")
	found := 0
	for _, total := range analysis.Breakdown(v, ledger.Deals, "regions", analysis.ByWord) {
		if slices.Contains(total.Added, pipeline) {
			found++
		}
	}
	if found != 2 {
		t.Errorf("the pipeline from Sakhalin to Hokkaido stands in %d regions, want 2", found)
	}
}

func TestLatestEvents(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		all := analysis.LatestEvents(v, -1)
		if len(all) != v.Len(ledger.Events) {
			t.Fatalf("as of %s: %d events, want %d", days[0], len(all), v.Len(ledger.Events))
		}
		for i := range all[1:] {
			a, b := l.Date(all[i], "date").Happened(l.Recorded(all[i])), l.Date(all[i+1], "date").Happened(l.Recorded(all[i+1]))
			if a < b || a > v.AsOf().Happened {
				t.Errorf("as of %s: %s on %s stands before %s on %s", days[0], l.Key(all[i]), a, l.Key(all[i+1]), b)
			}
		}
		if got := analysis.LatestEvents(v, 5); !slices.Equal(got, all[:5]) {
			t.Errorf("as of %s: the latest five are %v", days[0], keysOf(l, got))
		}
	}
	v := view(t, l, "2018-12-31", today)
	lng := find(t, l, ledger.Deals, "arctic-lng-2")
	if got := keysOf(l, analysis.LatestOf(v, lng, 1)); !slices.Equal(got, []string{"arctic-lng-2-2016-12-15-signed"}) {
		t.Errorf("latest of arctic-lng-2 at the end of 2018: %v", got)
	}
}

func TestQuartersHoldEveryEventOnce(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	quarters := analysis.Quarters(v)
	events := 0
	for i, quarter := range quarters {
		events += quarter.Count
		_, month, first := quarter.Start.YearMonthDay()
		if first != 1 || int(month)%3 != 1 || len(quarter.Refs) != quarter.Count {
			t.Errorf("quarter of %s with %d of %d events", quarter.Start, len(quarter.Refs), quarter.Count)
		}
		if i > 0 && (quarter.Start-quarters[i-1].Start < 90 || quarter.Start-quarters[i-1].Start > 92) {
			t.Errorf("%s follows %s", quarter.Start, quarters[i-1].Start)
		}
	}
	if events != 298 {
		t.Errorf("%d events, want 298", events)
	}
	if got := quarters[len(quarters)-1].Start; got.String() != "2026-10-01" {
		t.Errorf("the last quarter begins on %s; nothing happened after 2026-11-23, and something dated 2026? by then", got)
	}
	if got := analysis.Quarters(ledger.NewBuilder(day(t, today)).Build().View(v.AsOf())); got != nil {
		t.Errorf("quarters of an empty ledger: %v", got)
	}
}

func TestBalanceOfOneLoan(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	byCountry := map[string]analysis.CountryBalance{}
	for _, balance := range analysis.Balance(v) {
		byCountry[balance.Country] = balance
		for _, side := range []analysis.Total{balance.GivesMoney, balance.GetsMoney, balance.GivesGoods, balance.GetsGoods} {
			seen := map[ledger.Ref]bool{}
			for _, ref := range side.Added {
				if seen[ref] {
					t.Errorf("%s %s: %s counts twice", balance.Country, side.ID, l.Name(ref))
				}
				seen[ref] = true
			}
		}
	}
	loan := find(t, l, ledger.Agreements, "sberbank-jbic-vostochny-loan-2016")
	if !slices.Contains(byCountry["JP"].GivesMoney.Added, loan) || !slices.Contains(byCountry["RU"].GetsMoney.Added, loan) {
		t.Error("JBIC lends to Sberbank: Japan gives money and Russia gets it")
	}
	if slices.Contains(byCountry["JP"].GetsMoney.Added, loan) {
		t.Error("JBIC lends to Sberbank: Japan gets no money")
	}
	for _, rung := range byCountry["JP"].Money {
		if slices.Contains(rung.Total.Added, loan) {
			t.Errorf("%s: the deal vostochny-phase-3 speaks for the money of the loan", rung.Rung)
		}
	}
}
