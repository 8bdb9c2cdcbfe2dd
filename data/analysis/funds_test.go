package analysis_test

import (
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// moneyText writes sums as "USD 1000000000, JPY 5".
func moneyText(sums []analysis.Sum) string {
	var texts []string
	for _, sum := range sums {
		texts = append(texts, string(sum.Money.Currency)+" "+sum.Money.Amount.String())
	}
	return strings.Join(texts, ", ")
}

// The fund of RDIF and JBIC: a pledge of JPY 100bn of 21 November 2016 replaced
// by USD 1bn of 16 December, JPY 100bn committed in 2017 (counts from the last
// day of that year), RUB 10bn invested on 6 December 2017; no deal of it has a
// disbursement (RULES 16).
func TestLadderOfTheJointFund(t *testing.T) {
	l := bundled(t)
	fund := find(t, l, ledger.Funds, "russia-japan-investment-fund")
	for _, c := range []struct {
		happened, known string
		want            map[string]string
		refused         string
		deals           int
	}{
		{"2016-12-17", "2016-12-17", map[string]string{"announced": "USD 1000000000"}, analysis.RefusedNothingDeployed, 0},
		{"2018-12-31", today, map[string]string{"announced": "USD 1000000000", "committed": "JPY 100000000000", "deployed": "RUB 10000000000", "untraced": "RUB 10000000000"}, analysis.RefusedNoRate, 3},
		{today, today, map[string]string{"announced": "USD 1000000000", "committed": "JPY 100000000000", "deployed": "RUB 10000000000", "untraced": "RUB 10000000000"}, analysis.RefusedNoRate, 3},
	} {
		v := view(t, l, c.happened, c.known)
		ladder := analysis.LadderOf(v, fund, analysis.DefaultRateAge)
		for _, id := range analysis.FundSteps() {
			step := ladder.Step(id)
			if got := moneyText(step.Total.Sums); got != c.want[id] {
				t.Errorf("%s: %s %q, want %q", c.happened, id, got, c.want[id])
			}
			if step.Known == (id == analysis.FundCalled) {
				t.Errorf("%s: %s known %v", c.happened, id, step.Known)
			}
		}
		if ladder.Rate.Refused != c.refused {
			t.Errorf("%s: rate refused for %q, want %q", c.happened, ladder.Rate.Refused, c.refused)
		}
		if c.happened == today && len(ladder.Deals.Added) != c.deals {
			t.Errorf("%d deals named, want %d", len(ladder.Deals.Added), c.deals)
		}
	}
	ladder := analysis.LadderOf(viewToday(t), fund, analysis.DefaultRateAge)
	announced := ladder.Step(analysis.FundAnnounced)
	if len(announced.Total.LeftOut) != 1 || announced.Total.LeftOut[0].Reason != ledger.ReplacedByLater.String() {
		t.Errorf("the pledge of November is left out of what is announced: %+v", announced.Total.LeftOut)
	}
	// USD 1bn of 16 December 2016 at the rate of 111 of 21 November: JPY 111bn (RULES 7.5).
	if scaled := announced.Scaled[0]; !scaled.Converted || scaled.In.Amount.String() != "111000000000" || ladder.Scale != "JPY" {
		t.Errorf("announced on the scale of the commitment: %+v", announced.Scaled[0])
	}
	if scaled := ladder.Step(analysis.FundDeployed).Scaled[0]; scaled.Converted || ladder.Rate.Lacking != "RUB" {
		t.Errorf("RUB was converted without a rate: %+v", scaled)
	}
	if names := strings.Join(keysOf(l, ladder.Deals.Added), " "); !strings.Contains(names, "rjif-en-plus") || !strings.Contains(names, "rjif-transneft") || !strings.Contains(names, "volgograd-methanol") {
		t.Errorf("deals named: %s", names)
	}
}

func TestTheSizesOfTheJointFundStandSideBySide(t *testing.T) {
	l := bundled(t)
	ladder := analysis.LadderOf(viewToday(t), find(t, l, ledger.Funds, "russia-japan-investment-fund"), analysis.DefaultRateAge)
	if len(ladder.Claims) == 0 {
		t.Fatal("no claims about the fund")
	}
	size := ladder.Claims[0]
	if size.Measure != "size" || !size.Differ || len(size.Claims) != 7 {
		t.Fatalf("%s: %d claims, differ %v; want the 7 of rjif-size-*", size.Measure, len(size.Claims), size.Differ)
	}
	first, second := size.Claims[0], size.Claims[1]
	if l.Key(first.Claim) != "rjif-size-usd-1bn" || l.Key(second.Claim) != "rjif-size-jpy-100bn" || first.Forecast || !second.Forecast {
		t.Errorf("USD 1bn of the summit against JPY 100bn of November: %+v, %+v", first, second)
	}
	if other := analysis.LadderOf(viewToday(t), find(t, l, ledger.Funds, "japan-russia-platform-2013"), analysis.DefaultRateAge); len(other.Claims) != 0 || other.Scale != "" {
		t.Errorf("the platform of 2013 has no amounts and no claims: %+v", other)
	}
}

// A rate appears: the share is deployed by committed, in the currency of the
// commitment.
func TestDeploymentRateInOneCurrency(t *testing.T) {
	l := edited(t, bundled(t), ledger.Events, "russia-japan-investment-fund-2017-12-06-financing", "currency", "JPY")
	v := view(t, l, today, today)
	ladder := analysis.LadderOf(v, find(t, l, ledger.Funds, "russia-japan-investment-fund"), analysis.DefaultRateAge)
	if ladder.Rate.Refused != "" || ladder.Rate.Share.String() != "0.1" {
		t.Errorf("JPY 10bn of JPY 100bn: %+v", ladder.Rate)
	}
}
