package analysis

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
)

// StuckDeal is an open deal below operating that has been in its stage for long.
type StuckDeal struct {
	Stay    Stay // its current stage: Still is true; Days are at least, where AtLeast or Baseline says so
	Silence ledger.Silence
	Quiet   int // days from its last dated event to the day of the view, -1 without one
}

// StuckStudy is the deals that do not move.
type StuckStudy struct {
	Days  int         // from how many days in a stage a deal counts as stuck
	Total Total       // the stuck deals, in file order; deals without a known stage are left out
	Deals []StuckDeal // the longest in their stage first
}

// Stuck finds the open deals below operating that have been in their stage for
// at least so many days, whether or not there is news of them: silence is
// another matter (RULES 5).
func Stuck(v *ledger.View, days int) StuckStudy {
	study := StuckStudy{Days: days, Total: Total{ID: "stuck", Definition: "stuck", Unit: Deals}}
	for deal := range v.All(ledger.Deals) {
		state := v.Deal(deal)
		if state.Outcome != ledger.Open || state.Stage >= ledger.Operating {
			continue
		}
		if state.Stage == ledger.NoStage {
			study.Total.LeftOut = leaveOut(study.Total.LeftOut, ReasonNoStage, deal)
			continue
		}
		if int(v.AsOf().Happened-state.StageSince) < days {
			continue
		}
		stays := StaysOf(v, deal)
		if len(stays) == 0 {
			continue
		}
		one := StuckDeal{Stay: stays[len(stays)-1], Silence: state.Silence, Quiet: -1}
		if state.LastEvent >= 0 {
			one.Quiet = int(v.AsOf().Happened - state.LastHappened)
		}
		study.Total.add(deal)
		study.Deals = append(study.Deals, one)
	}
	slices.SortStableFunc(study.Deals, func(a, b StuckDeal) int { return cmp.Compare(b.Stay.Days, a.Stay.Days) })
	return study
}
