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
	return conversions(v, []step{{from, to}}, oldEnough)[0]
}

// BaseRates gives the conversion of each stage below operating to operating
// (RULES 13.1).
func BaseRates(v *ledger.View, oldEnough int) []StageRate {
	var steps []step
	for _, stage := range ledger.Stages() {
		if stage < ledger.Operating {
			steps = append(steps, step{stage, ledger.Operating})
		}
	}
	return conversions(v, steps, oldEnough)
}

// FunnelStage is one stage of the funnel: what came of the deals seen there.
type FunnelStage struct {
	Stage     ledger.Stage
	Next      StageRate // to the next stage or further
	Operating StageRate // to operating: the base rate
}

// Funnel gives both conversions of each stage below operating (RULES 13.1). A
// deal may enter at any stage: what is seen at one stage need not be fewer than
// at the one before.
func Funnel(v *ledger.View, oldEnough int) []FunnelStage {
	var steps []step
	for _, stage := range ledger.Stages() {
		if stage < ledger.Operating {
			steps = append(steps, step{stage, stage + 1}, step{stage, ledger.Operating})
		}
	}
	rates := conversions(v, steps, oldEnough)
	list := make([]FunnelStage, 0, len(rates)/2)
	for i := 0; i < len(rates); i += 2 {
		list = append(list, FunnelStage{Stage: rates[i].From, Next: rates[i], Operating: rates[i+1]})
	}
	return list
}

// step is a conversion from one stage to a further one.
type step struct{ from, to ledger.Stage }

// conversions works out several steps in one pass over the deals.
func conversions(v *ledger.View, steps []step, oldEnough int) []StageRate {
	rates := make([]StageRate, len(steps))
	for i, step := range steps {
		rates[i] = StageRate{From: step.from, To: step.to,
			Reached: Total{ID: "reached", Definition: "conversion.reached", Unit: Deals},
			Seen:    Total{ID: "seen", Definition: "conversion.seen", Unit: Deals}}
	}
	for deal := range v.All(ledger.Deals) {
		entered := enteredStages(v, deal)
		for i := range rates {
			rate := &rates[i]
			switch day := entered[rate.From]; {
			case day == ledger.FarDay:
			case int(v.AsOf().Happened-day) < oldEnough:
				rate.Seen.LeftOut = leaveOut(rate.Seen.LeftOut, ReasonCensored, deal)
			default:
				rate.Seen.add(deal)
				if v.Deal(deal).Stage >= rate.To {
					rate.Reached.add(deal)
				}
			}
		}
	}
	for i := range rates {
		rates[i].Refused = rates[i].Seen.Count < SmallestBase
	}
	return rates
}

// enteredStages gives by stage the day on which a deal was first seen at exactly
// that stage, FarDay where it never was.
func enteredStages(v *ledger.View, deal ledger.Ref) (days [ledger.Operating + 1]ledger.Day) {
	l := v.Ledger()
	for i := range days {
		days[i] = ledger.FarDay
	}
	if baseline := baselineOf(v, deal); baseline != ledger.NoStage {
		days[baseline] = l.Ends()
	}
	for event := range v.Events(deal) {
		if stage := l.EventStage(event); stage != ledger.NoStage {
			days[stage] = min(days[stage], l.HappenedOn(event))
		}
	}
	return days
}
