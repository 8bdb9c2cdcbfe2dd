package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestAgeingHoldsTheDealsOfSilence(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		study := analysis.Ageing(v)
		silent, all := map[ledger.Silence]int{}, 0
		for deal := range v.All(ledger.Deals) {
			state := v.Deal(deal)
			silent[state.Silence]++
			if state.Outcome == ledger.Open && state.Stage < ledger.Operating {
				all++
			}
		}
		sorted := study.NoEvent.Count
		for _, bucket := range study.Buckets {
			sorted += bucket.Total.Count
		}
		if study.NoEvent.Count != silent[ledger.NoDatedEvent] || sorted != all {
			t.Errorf("as of %s: %d without an event, %d sorted; want %d and %d", days[0], study.NoEvent.Count, sorted, silent[ledger.NoDatedEvent], all)
		}
		for _, bucket := range study.Buckets {
			for _, deal := range bucket.Total.Added {
				if state := v.Deal(deal); bucket.From > 1460 && state.Silence != ledger.LapsedInferred || bucket.To > 0 && bucket.To < 730 && state.Silence != ledger.NotSilent {
					t.Errorf("%s in bucket %s is %q", l.Key(deal), bucket.Total.ID, state.Silence)
				}
			}
		}
	}
}

func TestStagesOfOneDeal(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	for key, want := range map[string][]string{
		// Contract on 2019-06-29, construction in 2019-09: at least 64 days lie between.
		"arctic-lng-2": {"under_discussion 67", "memorandum 926", "contract 64 at least", "construction 2611 at least, still"},
		// Talked of the day before the summit, dropped on 2021-05-20.
		"sakhalin-hokkaido-pipeline": {"under_discussion 1617"},
	} {
		var got []string
		for _, stay := range analysis.StaysOf(v, find(t, l, ledger.Deals, key)) {
			text := fmt.Sprintf("%s %d", stay.Stage, stay.Days)
			if stay.AtLeast {
				text += " at least"
			}
			if stay.Still {
				text += ", still"
			}
			if stay.Baseline {
				text += ", since the summit or before"
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%s: %s, want %s", key, strings.Join(got, "; "), strings.Join(want, "; "))
		}
	}
}

func TestTimeInStageEndsWhereTheDealIs(t *testing.T) {
	l := bundled(t)
	for _, days := range pairsOfDays {
		v := view(t, l, days[0], days[1])
		still := map[string]int{}
		for _, stage := range analysis.TimeInStage(v) {
			ended := 0
			for _, stay := range stage.Stays {
				state := v.Deal(stay.Deal)
				if stay.Still {
					still[l.Key(stay.Deal)]++
					if state.Stage != stay.Stage || state.SinceBaseline != stay.Baseline || state.StageSince != stay.From {
						t.Errorf("%s still at %s since %s; the board has it at %s since %s", l.Key(stay.Deal), stay.Stage, stay.From, state.Stage, state.StageSince)
					}
				} else if !stay.Baseline {
					ended++
				}
			}
			if ended != stage.Ended {
				t.Errorf("%s: the mean is over %d stays, %d are over", stage.Stage, stage.Ended, ended)
			}
		}
		for deal := range v.All(ledger.Deals) {
			state := v.Deal(deal)
			want := 1
			if state.Outcome.Ended() || state.Stage == ledger.NoStage {
				want = 0
			}
			if got := still[l.Key(deal)]; got != want {
				t.Errorf("as of %s: %s is in %d stages, want %d", days[0], l.Key(deal), got, want)
			}
		}
	}
}
