package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Stay is the time that a deal spent in a stage (RULES 5.2).
type Stay struct {
	Deal     ledger.Ref
	Stage    ledger.Stage
	From, To ledger.Day
	Days     int
	Still    bool // there on the day of the view
	AtLeast  bool // a date is coarser than a day: it was Days or more (RULES 1.4)
	Baseline bool // there since the summit's last day or before: in no mean
}

// StageTime gathers the stays in one stage.
type StageTime struct {
	Stage ledger.Stage
	Stays []Stay
	Ended int             // stays that are over and began with a dated event
	Mean  decimal.Decimal // days, of those; not rounded
}

// TimeInStage follows every deal of the view through its stages: from the last
// day of the first event into a stage to the next further stage, an ending, or
// the day of the view (RULES 5.2).
func TimeInStage(v *ledger.View) []StageTime {
	times := make([]StageTime, 0, len(ledger.Stages()))
	place := make(map[ledger.Stage]int)
	for i, stage := range ledger.Stages() {
		place[stage] = i
		times = append(times, StageTime{Stage: stage})
	}
	for deal := range v.All(ledger.Deals) {
		for _, stay := range StaysOf(v, deal) {
			at := place[stay.Stage]
			times[at].Stays = append(times[at].Stays, stay)
		}
	}
	for i := range times {
		sum := 0
		for _, stay := range times[i].Stays {
			if !stay.Still && !stay.Baseline {
				times[i].Ended++
				sum += stay.Days
			}
		}
		if times[i].Ended > 0 {
			times[i].Mean = decimal.NewFromInt(int64(sum)).Div(decimal.NewFromInt(int64(times[i].Ended)))
		}
	}
	return times
}

// StaysOf lists the stages of one deal in the order in which it went through
// them.
func StaysOf(v *ledger.View, deal ledger.Ref) []Stay {
	l := v.Ledger()
	walk := stays{deal: deal}
	baseline := baselineOf(v, deal)
	for event := range v.Events(deal) {
		date := daysOf(l, event)
		day := l.HappenedOn(event)
		if baseline != ledger.NoStage && day >= l.Ends() {
			walk.enter(baseline, ledger.OnDay(l.Ends()), l.Ends(), true)
			baseline = ledger.NoStage
		}
		stage := l.EventStage(event)
		if stage > walk.stage || stage != ledger.NoStage && stage != walk.stage && l.EventKind(event) == ledger.EventCorrection {
			walk.enter(stage, date, day, false)
		}
		if l.EventOutcome(event).Ended() {
			walk.leave(date, day)
		}
	}
	if baseline != ledger.NoStage {
		walk.enter(baseline, ledger.OnDay(l.Ends()), l.Ends(), true)
	}
	if walk.inside {
		walk.leave(ledger.OnDay(v.AsOf().Happened), v.AsOf().Happened)
		walk.list[len(walk.list)-1].Still = true
	}
	return walk.list
}

// stays follows a deal.
type stays struct {
	deal   ledger.Ref
	stage  ledger.Stage // the stage that it reached last
	inside bool         // the last of the list is not over
	list   []Stay
}

func (s *stays) enter(stage ledger.Stage, date ledger.Date, day ledger.Day, baseline bool) {
	if !baseline || stage > s.stage {
		s.leave(date, day)
		s.list = append(s.list, Stay{Deal: s.deal, Stage: stage, From: day, AtLeast: coarse(date), Baseline: baseline})
		s.stage, s.inside = stage, true
	}
}

// leave ends the current stay. Of the days that a date can mean the earliest
// claims least (RULES 1.4).
func (s *stays) leave(date ledger.Date, day ledger.Day) {
	if !s.inside {
		return
	}
	stay := &s.list[len(s.list)-1]
	stay.To = day
	stay.Days = max(0, int(min(date.First, day)-stay.From))
	stay.AtLeast = stay.AtLeast || coarse(date)
	s.inside = false
}

// coarse reports whether a date is not a full day.
func coarse(date ledger.Date) bool { return date.First != date.Last }
