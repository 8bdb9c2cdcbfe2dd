package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestBoardToday(t *testing.T) {
	var got []string
	for _, lane := range analysis.Pipeline(viewToday(t)) {
		got = append(got, fmt.Sprintf("%s %d", lane.All.ID, lane.All.Count))
	}
	want := "identified 3, under_discussion 9, memorandum 12, preparation 1, contract 10, financed 0, construction 2, operating 23, no_stage 0"
	if strings.Join(got, ", ") != want {
		t.Errorf("board %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestLanesSplitWithoutRest(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		deals := 0
		for _, lane := range analysis.Pipeline(v) {
			parts, amounts := 0, 0
			for _, condition := range lane.Conditions {
				parts += condition.Count
			}
			for _, sum := range lane.All.Sums {
				amounts += len(sum.Records)
			}
			for _, left := range lane.All.LeftOut {
				amounts += len(left.Refs)
			}
			if parts != lane.All.Count || amounts != lane.All.Count {
				t.Errorf("%s as of %s: %d deals, %d by condition, %d with an amount or left out", lane.All.ID, days[0], lane.All.Count, parts, amounts)
			}
			deals += lane.All.Count
		}
		if deals != v.Len(ledger.Deals) {
			t.Errorf("as of %s, known %s: %d deals in lanes, %d in the view", days[0], days[1], deals, v.Len(ledger.Deals))
		}
	}
}

func TestAmountsThatNothingDatesAreLeftOut(t *testing.T) {
	v := view(t, bundled(t), "2016-12-17", "2016-12-17")
	counted, undated := 0, 0
	for _, lane := range analysis.Pipeline(v) {
		for _, sum := range lane.All.Sums {
			counted += len(sum.Records)
		}
		for _, left := range lane.All.LeftOut {
			if left.Reason == analysis.ReasonNotDated {
				undated += len(left.Refs)
			}
		}
	}
	if counted != 8 || undated != 9 {
		t.Errorf("%d amounts count, %d are not dated; want 8 and 9 of 17 (RULES 7.4)", counted, undated)
	}
}

func TestConditionsOfDeals(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	for key, want := range map[string]string{
		"arctic-lng-2": analysis.ConditionSuspended, "mazda-engine-plant": analysis.ConditionEnded,
		"r-pharm-stake": analysis.ConditionSilent, "tiksi-wind-diesel": analysis.ConditionOpen,
	} {
		if got := analysis.ConditionOf(v.Deal(find(t, l, ledger.Deals, key))); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
}

func BenchmarkPipeline(b *testing.B) {
	l := bundled(b)
	v := view(b, l, today, today)
	b.ReportAllocs()
	for b.Loop() {
		analysis.Pipeline(v)
	}
}
