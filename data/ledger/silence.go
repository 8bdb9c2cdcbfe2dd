package ledger

// Silence is what is inferred about an open deal from the lack of news. It
// moves no bucket and overwrites no outcome (RULES 5.1).
type Silence uint8

// The states of silence; NotSilent covers ended, operating and recent deals.
const (
	NotSilent Silence = iota
	NoDatedEvent
	ShelvedInferred
	LapsedInferred
)

var silences = vocabulary("silence", "no_dated_event shelved_inferred lapsed_inferred")

func (s Silence) String() string { return silences.Word(uint8(s)) }

// SilenceWords is the vocabulary of silence, for labels and order.
func SilenceWords() *Vocabulary { return silences }

// Thresholds are the days of silence after which a deal reads as shelved and
// as lapsed.
type Thresholds struct{ Shelved, Lapsed int }

// DefaultThresholds are two and four years (RULES 5.1).
func DefaultThresholds() Thresholds { return Thresholds{Shelved: 730, Lapsed: 1460} }

// silence reads the days since the last event of an open deal below operating.
func (t Thresholds) silence(state *DealState, on Day) Silence {
	if state.Outcome != Open || state.Stage >= Operating {
		return NotSilent
	}
	if state.LastEvent < 0 {
		return NoDatedEvent
	}
	switch days := int(on) - int(state.LastHappened); {
	case days >= t.Lapsed:
		return LapsedInferred
	case days >= t.Shelved:
		return ShelvedInferred
	}
	return NotSilent
}
