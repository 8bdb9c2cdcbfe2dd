package analysis

import (
	"iter"
	"slices"

	"summitledger/data/ledger"
)

// Reasons for which sums leave deals out.
const (
	ReasonNoAmount = "no_amount"
	ReasonNotDated = "amount_not_dated" // RULES 7.4
)

// Conditions in which the deals of a lane are, side by side with the stage.
const (
	ConditionOpen      = "open"
	ConditionSilent    = "silent" // inferred from the lack of news (RULES 5.1)
	ConditionSuspended = "suspended"
	ConditionCompleted = "completed"
	ConditionEnded     = "ended" // RULES 4.3
)

// Conditions lists the conditions in the order in which lanes show them.
func Conditions() []string {
	return []string{ConditionOpen, ConditionSilent, ConditionSuspended, ConditionCompleted, ConditionEnded}
}

// ConditionOf tells in which condition a deal is. Silence covers deals that
// read as shelved or lapsed; of one with no dated event at all nothing is
// inferred, so it stays open (RULES 5.1).
func ConditionOf(state ledger.DealState) string {
	switch {
	case state.Outcome.Ended():
		return ConditionEnded
	case state.Outcome == ledger.Suspended:
		return ConditionSuspended
	case state.Outcome == ledger.Completed:
		return ConditionCompleted
	case state.Silence == ledger.ShelvedInferred, state.Silence == ledger.LapsedInferred:
		return ConditionSilent
	}
	return ConditionOpen
}

// Lane is one stage of the pipeline. Its sums are headline amounts of the
// deals, whatever their kind, one per currency; deals whose amount is not
// dated or that have none are left out by name (RULES 4.2, 7.4).
type Lane struct {
	Stage      ledger.Stage // NoStage: the lane of deals without a stage
	All        Total
	Conditions []Total // All split by condition, in the order of Conditions
}

// Pipeline sorts the deals of the view into lanes, the lane without a stage
// last.
func Pipeline(v *ledger.View) []Lane { return pipeline(v, v.All(ledger.Deals)) }

// PipelineOf is Pipeline of some deals of the view.
func PipelineOf(v *ledger.View, deals []ledger.Ref) []Lane { return pipeline(v, slices.Values(deals)) }

func pipeline(v *ledger.View, deals iter.Seq[ledger.Ref]) []Lane {
	stages := append(ledger.Stages(), ledger.NoStage)
	place := make(map[ledger.Stage]int, len(stages))
	lanes := make([]Lane, len(stages))
	for i, stage := range stages {
		place[stage] = i
		id, definition := stage.String(), "stage"
		if stage == ledger.NoStage {
			id, definition = "no_stage", "stage.none"
		}
		lanes[i] = Lane{Stage: stage, All: Total{ID: id, Definition: definition, Unit: Deals}}
		for _, condition := range Conditions() {
			lanes[i].Conditions = append(lanes[i].Conditions, Total{ID: condition, Definition: "condition." + condition, Unit: Deals})
		}
	}
	for deal := range deals {
		state := v.Deal(deal)
		headline := v.Headline(deal)
		lane := &lanes[place[state.Stage]]
		lane.All.addDeal(deal, headline)
		condition := ConditionOf(state)
		for i := range lane.Conditions {
			if lane.Conditions[i].ID == condition {
				lane.Conditions[i].addDeal(deal, headline)
			}
		}
	}
	return lanes
}

func (t *Total) addDeal(deal ledger.Ref, headline ledger.Headline) {
	t.add(deal)
	switch headline.State {
	case ledger.HeadlineCounts:
		t.addMoney(headline.Money, deal)
	case ledger.NotDatedAmount:
		t.LeftOut = leaveOutMoney(t.LeftOut, ReasonNotDated, deal, ledger.NoRef(), headline.Money)
	default:
		t.LeftOut = leaveOut(t.LeftOut, ReasonNoAmount, deal)
	}
}
