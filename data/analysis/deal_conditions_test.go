package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// Of the 60 deals of the real summit 23 reached operation, 12 were suspended or
// ended and 28 are silent; what a count does not take is left out by name, so
// that both are together all.
func TestDealsByCondition(t *testing.T) {
	v := viewToday(t)
	for _, c := range []struct {
		total analysis.Total
		want  int
	}{{analysis.DealsOperating(v), 23}, {analysis.DealsStopped(v), 12}, {analysis.DealsSilent(v), 28}} {
		all := c.total.Count
		for _, left := range c.total.LeftOut {
			all += len(left.Refs)
		}
		if c.total.Count != c.want || len(c.total.Added) != c.want || all != v.Len(ledger.Deals) {
			t.Errorf("%s: %d counted, want %d; with what is left out %d of %d", c.total.ID, c.total.Count, c.want, all, v.Len(ledger.Deals))
		}
	}
	kept := analysis.PromiseScore(v).PromisesKept()
	stopped := analysis.TalksScore(v).Stopped()
	if kept.Count != 8 || stopped.Count != 4 {
		t.Errorf("%d promises kept, want 8; %d talks stopped, want 4", kept.Count, stopped.Count)
	}
}

// RULES 9: of the package of JPY 300bn a fund of about USD 1bn, at 111 yen, and
// an order of about JPY 1.2bn state amounts in yen; 47 records state none and
// the EUR 200m of a loan are not converted.
func TestAmountsOfThePackage(t *testing.T) {
	v := viewToday(t)
	answer := analysis.Bridge(v, find(t, v.Ledger(), ledger.Claims, "package-jpy-300bn"), analysis.AtAnnounced, nil)
	total, valued := answer.AmountsTotal(), answer.Valued()
	if len(valued) != 2 || total.Count != 2 || total.Sum("JPY").Amount.String() != "112200000000" {
		t.Fatalf("%d records add up to %s", len(valued), total.Sum("JPY"))
	}
	counts := map[string]int{}
	for _, left := range total.LeftOut {
		counts[left.Reason] = len(left.Refs)
	}
	if counts[analysis.ReasonNoAmount] != 47 || counts[analysis.ReasonNotConverted] != 1 || counts[analysis.ReasonDuplicate] != 0 {
		t.Errorf("left out: %v", counts)
	}
	spread := answer.Spread(v, analysis.DefaultSettings())
	if spread.Low.String() != "100980000000" || spread.High.String() != "123420000000" || spread.Open {
		t.Errorf("from %s to %s", spread.Low, spread.High)
	}
	for i, want := range []string{"111000000000", "1200000000"} {
		if valued[i].Value.String() != want {
			t.Errorf("amount %d is %s, want %s", i, valued[i].Value, want)
		}
	}
}

// The documents behind the claim of 80 split by track: 31 commercial and 11
// government memoranda of the parts, and 2 more of governments, press statements, in no part.
func TestItemisedByTrack(t *testing.T) {
	v := viewToday(t)
	answer := analysis.Bridge(v, find(t, v.Ledger(), ledger.Claims, "docs-total-80"), analysis.AtAnnounced, nil)
	sum := 0
	for _, total := range answer.ItemisedBy(v.Ledger(), "track") {
		sum += total.Count
		if want := map[string]int{"commercial": 31, "government": 13}[total.ID]; total.Count != want {
			t.Errorf("%s: %d, want %d", total.ID, total.Count, want)
		}
	}
	if sum != 44 {
		t.Errorf("the tracks add up to %d, want 44", sum)
	}
}

// Of the rows that the agreements' tab shows, the foot adds up amounts once:
// those that a deal, a fund or a later document speaks for are left out and
// name it. Added and left out are together all that were asked for.
func TestHeadlineTotalLeavesOutWhatOthersSpeakFor(t *testing.T) {
	v := viewToday(t)
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds} {
		var all []ledger.Ref
		for ref := range v.All(kind) {
			all = append(all, ref)
		}
		total := analysis.HeadlineTotal(v, all)
		n := 0
		for _, sum := range total.Sums {
			n += len(sum.Records)
		}
		for _, left := range total.LeftOut {
			n += len(left.Refs)
			for i, instead := range left.Instead {
				if left.Reason == analysis.ReasonSucceeded && !instead.Exists() {
					t.Errorf("%s is left out and nothing speaks for it", v.Ledger().Name(left.Refs[i]))
				}
			}
		}
		if n != len(all) || total.Count != len(all) {
			t.Errorf("%s: %d records in sums or left out, %d counted, want %d", kind, n, total.Count, len(all))
		}
	}
}
