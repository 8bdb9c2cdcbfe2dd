package analysis

import (
	"cmp"
	"slices"
	"strconv"

	"summitledger/data/ledger"
)

// Cohort is the deals that began in one year and what came of them.
type Cohort struct {
	Year      int // 0: no day tells when they began
	All       Total
	Operating Total   // of those old enough, the deals whose furthest stage is operating
	Judged    Total   // the deals old enough to be judged; younger ones are left out as censored
	Stages    []Total // All by furthest stage, in order of stages, then those without one; stages without deals are not there
	Ended     Total   // of All, those that ended
}

// Cohorts sorts the deals of the view by the year in which they began: were
// opened, first reached a stage, or first had an event. Deals that began less
// than oldEnough days before the day of the view are censored, not failures
// (RULES 13.1).
func Cohorts(v *ledger.View, oldEnough int) []Cohort {
	place := make(map[int]int)
	var cohorts []Cohort
	for deal := range v.All(ledger.Deals) {
		began := beganOn(v, deal)
		year := 0
		if began != ledger.FarDay {
			year, _, _ = began.YearMonthDay()
		}
		at, ok := place[year]
		if !ok {
			at = len(cohorts)
			place[year] = at
			cohorts = append(cohorts, newCohort(year))
		}
		cohorts[at].add(v, deal, began, oldEnough)
	}
	slices.SortFunc(cohorts, func(a, b Cohort) int {
		return cmp.Or(compareNothing(a.All.ID, b.All.ID), cmp.Compare(a.Year, b.Year))
	})
	for i := range cohorts {
		slices.SortFunc(cohorts[i].Stages, func(a, b Total) int { return cmp.Compare(stageOrder(a.ID), stageOrder(b.ID)) })
	}
	return cohorts
}

func newCohort(year int) Cohort {
	id := ""
	if year != 0 {
		id = strconv.Itoa(year)
	}
	total := func(definition string) Total { return Total{ID: id, Definition: definition, Unit: Deals} }
	return Cohort{Year: year, All: total("cohort.all"), Operating: total("cohort.operating"), Judged: total("cohort.judged"), Ended: total("cohort.ended")}
}

func (c *Cohort) add(v *ledger.View, deal ledger.Ref, began ledger.Day, oldEnough int) {
	state := v.Deal(deal)
	c.All.add(deal)
	id, definition := state.Stage.String(), "stage"
	if state.Stage == ledger.NoStage {
		id, definition = "no_stage", "stage.none"
	}
	at := slices.IndexFunc(c.Stages, func(total Total) bool { return total.ID == id })
	if at < 0 {
		at = len(c.Stages)
		c.Stages = append(c.Stages, Total{ID: id, Definition: definition, Unit: Deals})
	}
	c.Stages[at].add(deal)
	if state.Outcome.Ended() {
		c.Ended.add(deal)
	}
	if began == ledger.FarDay || int(v.AsOf().Happened-began) < oldEnough {
		c.Judged.LeftOut = leaveOut(c.Judged.LeftOut, ReasonCensored, deal)
		return
	}
	c.Judged.add(deal)
	if state.Stage == ledger.Operating {
		c.Operating.add(deal)
	}
}

// beganOn gives the earliest day that tells of a deal, FarDay when none does.
func beganOn(v *ledger.View, deal ledger.Ref) ledger.Day {
	l := v.Ledger()
	began := ledger.FarDay
	if opened := dateOf(l, deal, dealOpened); opened.Known() {
		began = opened.Happened(l.Recorded(deal))
	}
	if baselineOf(v, deal) != ledger.NoStage {
		began = min(began, l.Ends())
	}
	for event := range v.Events(deal) {
		return min(began, l.HappenedOn(event)) // events are in order of day
	}
	return began
}

// stageOrder gives the place of a stage by its name; what is no stage comes last.
func stageOrder(id string) int {
	for i, stage := range ledger.Stages() {
		if stage.String() == id {
			return i
		}
	}
	return len(ledger.Stages())
}
