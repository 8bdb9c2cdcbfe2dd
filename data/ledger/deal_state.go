package ledger

// DealState is what a view derives of a deal.
type DealState struct {
	Stage         Stage   // furthest stage reached; NoStage: nothing says
	StageSince    Day     // last day of the first fact that reached it; NoDay without a stage
	SinceBaseline bool    // the stage comes from the baseline: "since that day or before"
	Outcome       Outcome // Open unless an event says otherwise
	LastEvent     int32   // row of the last visible event that is no correction, -1 for none
	LastHappened  Day     // the day by which that event happened
	Silence       Silence
}

// Deal gives the derived state of a deal.
func (v *View) Deal(ref Ref) DealState { return v.deals[ref.Row] }

// deriveDeal works out a deal and tells whether it is in the view (RULES 3-5).
func (v *View) deriveDeal(row int32) bool {
	l := v.ledger
	fact := l.facts.deals.at(row)
	state := DealState{StageSince: NoDay, Outcome: Open, LastEvent: -1, LastHappened: NoDay}

	baseline := fact.baseline // a fact dated the summit's last day (RULES 4.1)
	if l.ends > v.asOf.Happened {
		baseline = NoStage
	}
	first := FarDay
	for _, at := range l.eventsOf[Deals].of(row) {
		if !v.there[Events][at] {
			continue
		}
		event := l.facts.events.at(at)
		first = min(first, event.happened)
		if baseline != NoStage && event.happened >= l.ends {
			state.reach(baseline, l.ends, true, false)
			baseline = NoStage
		}
		if event.stage != NoStage {
			state.reach(event.stage, event.happened, false, event.kind == EventCorrection)
		}
		if event.outcome != NoOutcome {
			state.Outcome = event.outcome
		}
		if event.kind != EventCorrection {
			state.LastEvent, state.LastHappened = at, event.happened
		}
	}
	if baseline != NoStage {
		state.reach(baseline, l.ends, true, false)
	}
	state.Silence = v.thresholds.silence(&state, v.asOf.Happened)
	v.deals[row] = state

	begins := min(first, dayOr(fact.opened, FarDay))
	if fact.baseline != NoStage {
		begins = min(begins, l.ends)
	} else if fact.opened == NoDay {
		begins = min(begins, fact.known)
	}
	return fact.known <= v.asOf.Known && begins <= v.asOf.Happened
}

// reach moves the state to a stage when that is further; a correction starts
// afresh from its stage (RULES 4.2).
func (s *DealState) reach(stage Stage, on Day, baseline, correction bool) {
	if stage > s.Stage || correction {
		s.Stage, s.StageSince, s.SinceBaseline = stage, on, baseline
	}
}

func dayOr(day, otherwise Day) Day {
	if day == NoDay {
		return otherwise
	}
	return day
}
