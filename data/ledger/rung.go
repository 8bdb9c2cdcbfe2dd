package ledger

// Rung is a step of the money ladder (RULES 7.1). An amount always stands on
// one rung; there is no amount as such.
type Rung uint8

// The rungs, from word to money. EstimatedRung stands beside the ladder.
const (
	NoRung Rung = iota
	AnnouncedRung
	PledgedRung
	CommittedRung
	ContractedRung
	FinancedRung
	DisbursedRung
	ReturnedRung
	EstimatedRung
)

// Rungs lists the rungs in order, the estimate last.
func Rungs() []Rung {
	return []Rung{AnnouncedRung, PledgedRung, CommittedRung, ContractedRung, FinancedRung, DisbursedRung, ReturnedRung, EstimatedRung}
}

var rungs = vocabulary("rung", "announced pledged committed contracted financed disbursed returned estimated")

func (r Rung) String() string { return rungs.Word(uint8(r)) }

// RungWords is the vocabulary of the rungs, for labels.
func RungWords() *Vocabulary { return rungs }

// adds reports whether events on the rung add up; on the others the latest
// replaces the earlier ones (RULES 7.2).
func (r Rung) adds() bool { return r == DisbursedRung || r == ReturnedRung }

// rung tells on which rung the amount of an event stands.
func (e *eventFact) rung() Rung {
	switch e.basis {
	case Pledged:
		return PledgedRung
	case Committed:
		return CommittedRung
	case Contracted:
		if e.kind == EventFinancing || (e.kind == EventSigned && e.stage >= Financed) {
			return FinancedRung
		}
		return ContractedRung
	case Disbursed, Invested:
		return DisbursedRung
	case Returned:
		return ReturnedRung
	case Estimated:
		return EstimatedRung
	}
	return NoRung
}
