package ledger

// Verdict is what can be said of a promise as of a day (RULES 11).
type Verdict uint8

// The verdicts. NotAssessed, PastDue and Pending are not assessed.
const (
	NoVerdict Verdict = iota
	VerdictKept
	VerdictKeptLate
	VerdictLatenessUnknown // kept, but whether in time the dates do not tell
	VerdictPartlyKept
	VerdictBroken
	VerdictConditionNotMet
	VerdictSuperseded
	VerdictPastDue // said as "past due, no report"
	VerdictPending
	VerdictNotAssessed // nothing reported, and no due day to measure by
)

var verdicts = vocabulary("verdict", "kept kept_late kept_lateness_unknown partly_kept broken condition_not_met superseded overdue pending not_assessed")

func (v Verdict) String() string { return verdicts.Word(uint8(v)) }

// VerdictWords is the vocabulary of verdicts, for labels and order.
func VerdictWords() *Vocabulary { return verdicts }

// Assessed reports whether an outcome event speaks of the promise.
func (v Verdict) Assessed() bool { return v >= VerdictKept && v <= VerdictSuperseded }

// PromiseState is what a view derives of a promise. Lateness is in days and
// only of promises kept late; the dates decide how far the two lie apart.
type PromiseState struct {
	Verdict                 Verdict
	LateAtLeast, LateAtMost int
	Event                   Ref // the outcome event, NoRef without one
}

// Promise gives the verdict on a promise (RULES 11).
func (v *View) Promise(ref Ref) PromiseState {
	due := v.ledger.Date(ref, "due_on")
	outcome, row := v.outcomeEvent(ref)
	if outcome == NoOutcome || outcome == Open {
		state := PromiseState{Event: NoRef()}
		switch {
		case !due.Known():
			state.Verdict = VerdictNotAssessed
		case v.asOf.Happened <= due.Last:
			state.Verdict = VerdictPending
		default:
			state.Verdict = VerdictPastDue
		}
		return state
	}
	state := PromiseState{Event: Ref{Events, row}}
	event := v.ledger.facts.events.at(row)
	switch outcome {
	case Kept, Completed:
		switch {
		case !due.Known() || event.happened <= due.Last && event.happened <= due.First:
			state.Verdict = VerdictKept
		case event.first > due.Last:
			state.Verdict = VerdictKeptLate
			state.LateAtLeast, state.LateAtMost = int(event.first-due.Last), int(event.happened-due.First)
		case event.happened <= due.Last:
			state.Verdict = VerdictKept
		default:
			state.Verdict = VerdictLatenessUnknown
		}
	case PartlyKept:
		state.Verdict = VerdictPartlyKept
	case ConditionNotMet:
		state.Verdict = VerdictConditionNotMet
	case Superseded:
		state.Verdict = VerdictSuperseded
	default:
		state.Verdict = VerdictBroken
	}
	return state
}
