package analysis_test

import (
	"fmt"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestFunnelHoldsTheBaseRates(t *testing.T) {
	v := viewToday(t)
	funnel := analysis.Funnel(v, analysis.DefaultOldEnough)
	rates := analysis.BaseRates(v, analysis.DefaultOldEnough)
	if len(funnel) != 7 || len(rates) != 7 {
		t.Fatalf("%d stages in the funnel, %d base rates; want the 7 below operating", len(funnel), len(rates))
	}
	for i, stage := range funnel {
		if stage.Stage != rates[i].From || stage.Operating.Reached.Count != rates[i].Reached.Count || stage.Operating.Seen.Count != rates[i].Seen.Count {
			t.Errorf("%s: %d of %d in the funnel, %d of %d as base rate", stage.Stage, stage.Operating.Reached.Count, stage.Operating.Seen.Count, rates[i].Reached.Count, rates[i].Seen.Count)
		}
		if stage.Next.To != stage.Stage+1 || stage.Next.Seen.Count != stage.Operating.Seen.Count || stage.Next.Reached.Count < stage.Operating.Reached.Count {
			t.Errorf("%s: %d came further, %d came to operate", stage.Stage, stage.Next.Reached.Count, stage.Operating.Reached.Count)
		}
	}
	// memorandum: of 24 old enough 5 operate (RULES 16)
	if got := fmt.Sprintf("%d of %d", funnel[2].Operating.Reached.Count, funnel[2].Operating.Seen.Count); got != "5 of 24" {
		t.Errorf("memorandum to operating: %s", got)
	}
}

// Every deal is in one cohort; a cohort is judged or censored, and what is judged
// does not depend on what came later than the day.
func TestCohortsHoldEveryDealOnce(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		deals, last := 0, 0
		for i, cohort := range analysis.Cohorts(v, analysis.DefaultOldEnough) {
			deals += cohort.All.Count
			left, stages := 0, 0
			for _, out := range cohort.Judged.LeftOut {
				left += len(out.Refs)
			}
			for _, stage := range cohort.Stages {
				stages += stage.Count
			}
			if cohort.Judged.Count+left != cohort.All.Count || stages != cohort.All.Count || cohort.Operating.Count > cohort.Judged.Count {
				t.Errorf("%s, cohort %d: %d judged, %d censored, %d by stage, %d operate of %d", days[0], cohort.Year, cohort.Judged.Count, left, stages, cohort.Operating.Count, cohort.All.Count)
			}
			if i > 0 && cohort.Year != 0 && cohort.Year <= last {
				t.Errorf("%s: cohort %d after %d", days[0], cohort.Year, last)
			}
			last = cohort.Year
		}
		if deals != v.Len(ledger.Deals) {
			t.Errorf("%s: %d deals in cohorts, %d in the view", days[0], deals, v.Len(ledger.Deals))
		}
	}
	for _, cohort := range analysis.Cohorts(view(t, l, "2016-12-17", today), analysis.DefaultOldEnough) {
		if cohort.Year == 2016 && cohort.Judged.Count != 0 {
			t.Errorf("the day after the summit %d deals of 2016 are judged", cohort.Judged.Count)
		}
	}
}

// r-pharm-stake has been at contract since 2017 and was open ever since
// (RULES 16); arctic-lng-2 is suspended and tiksi-wind-diesel operates.
func TestStuckDeals(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	stuck := map[string]analysis.StuckDeal{}
	last := 1 << 30
	study := analysis.Stuck(v, analysis.DefaultOldEnough)
	for _, one := range study.Deals {
		stuck[l.Key(one.Stay.Deal)] = one
		if one.Stay.Days > last || one.Stay.Days < analysis.DefaultOldEnough || !one.Stay.Still {
			t.Errorf("%s: %d days, still there %v, after %d", l.Key(one.Stay.Deal), one.Stay.Days, one.Stay.Still, last)
		}
		last = one.Stay.Days
	}
	if len(study.Deals) != study.Total.Count {
		t.Errorf("%d deals listed, %d counted", len(study.Deals), study.Total.Count)
	}
	if one, ok := stuck["r-pharm-stake"]; !ok || one.Stay.Stage != ledger.Contract || one.Silence != ledger.LapsedInferred || one.Quiet < 1460 {
		t.Errorf("r-pharm-stake: %v", one)
	}
	for _, key := range []string{"arctic-lng-2", "tiksi-wind-diesel", "mazda-engine-plant"} {
		if _, ok := stuck[key]; ok {
			t.Errorf("%s is stuck", key)
		}
	}
	if later := analysis.Stuck(v, 100_000); later.Total.Count != 0 {
		t.Errorf("%d deals stuck for 274 years", later.Total.Count)
	}
}

// The reader's own days of silence change what is inferred and nothing else.
func TestOwnThresholdsOfSilence(t *testing.T) {
	l := bundled(t)
	asOf := ledger.AsOf{Happened: day(t, "2018-12-31"), Known: day(t, today)}
	usual, strict := l.View(asOf), l.ViewWith(asOf, ledger.Thresholds{Shelved: 30, Lapsed: 60})
	lng := find(t, l, ledger.Deals, "arctic-lng-2")
	if usual.Deal(lng).Silence != ledger.ShelvedInferred || strict.Deal(lng).Silence != ledger.LapsedInferred {
		t.Errorf("arctic-lng-2 at the end of 2018: %s, strictly %s", usual.Deal(lng).Silence, strict.Deal(lng).Silence)
	}
	claim := find(t, l, ledger.Claims, "docs-total-80")
	a, b := analysis.Bridge(usual, claim, analysis.AtAnnounced, nil), analysis.Bridge(strict, claim, analysis.AtAnnounced, nil)
	for i := range a.Buckets {
		if !a.Buckets[i].Value.Equal(b.Buckets[i].Value) {
			t.Errorf("silence moved %s from %s to %s (RULES 5.1)", a.Buckets[i].ID, a.Buckets[i].Value, b.Buckets[i].Value)
		}
	}
}
