package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Defaults of base rates (RULES 13.1).
const (
	DefaultOldEnough = 1095 // days since a deal entered the stage; younger ones are censored
	SmallestBase     = 10   // fewer deals than this give no rate
)

// StageRate tells how many deals that were once at a stage came to a further
// one. It is printed as k of n (RULES 13.1).
type StageRate struct {
	From, To ledger.Stage
	Reached  Total // k: of those old enough, the deals whose furthest stage is To or further
	Seen     Total // n: deals seen at From that are old enough; younger ones are left out as censored
	Refused  bool  // n is below SmallestBase: no rate
}

// ReasonCensored: the deal entered the stage too short a time ago to judge.
const ReasonCensored = "censored"

// Share gives the rate itself, false when it is refused.
func (r StageRate) Share() (decimal.Decimal, bool) {
	if r.Refused || r.Seen.Count == 0 {
		return decimal.Zero, false
	}
	return decimal.NewFromInt(int64(r.Reached.Count)).Div(decimal.NewFromInt(int64(r.Seen.Count))), true
}

// StageConversion works out how many of the deals seen at a stage reached
// another, among those that entered it at least oldEnough days before the day
// of the view (RULES 13.1).
func StageConversion(v *ledger.View, from, to ledger.Stage, oldEnough int) StageRate {
	rate := StageRate{From: from, To: to,
		Reached: Total{ID: "reached", Definition: "conversion.reached", Unit: Deals},
		Seen:    Total{ID: "seen", Definition: "conversion.seen", Unit: Deals}}
	for deal := range v.All(ledger.Deals) {
		entered, ok := enteredStage(v, deal, from)
		switch {
		case !ok:
		case int(v.AsOf().Happened-entered) < oldEnough:
			rate.Seen.LeftOut = leaveOut(rate.Seen.LeftOut, ReasonCensored, deal)
		default:
			rate.Seen.add(deal)
			if v.Deal(deal).Stage >= to {
				rate.Reached.add(deal)
			}
		}
	}
	rate.Refused = rate.Seen.Count < SmallestBase
	return rate
}

// BaseRates gives the conversion of each stage below operating to operating
// (RULES 13.1).
func BaseRates(v *ledger.View, oldEnough int) []StageRate {
	var rates []StageRate
	for _, stage := range ledger.Stages() {
		if stage < ledger.Operating {
			rates = append(rates, StageConversion(v, stage, ledger.Operating, oldEnough))
		}
	}
	return rates
}

// enteredStage gives the day on which a deal was first seen at exactly a stage.
func enteredStage(v *ledger.View, deal ledger.Ref, stage ledger.Stage) (ledger.Day, bool) {
	l := v.Ledger()
	entered := ledger.FarDay
	if baselineOf(v, deal) == stage {
		entered = l.Ends()
	}
	for event := range v.Events(deal) {
		if l.EventStage(event) == stage {
			entered = min(entered, l.HappenedOn(event))
		}
	}
	return entered, entered != ledger.FarDay
}
