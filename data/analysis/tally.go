package analysis

import (
	"runtime"
	"sync"

	"summitledger/data/ledger"
)

// tally counts records by row: of a million of them a map would be slow.
type tally struct {
	ledger *ledger.Ledger
	times  [][]uint16 // by kind, then row; nil for kinds without any
}

func newTally(l *ledger.Ledger) *tally {
	return &tally{ledger: l, times: make([][]uint16, len(ledger.Kinds()))}
}

func (t *tally) add(ref ledger.Ref) {
	if t.times[ref.Kind] == nil {
		t.times[ref.Kind] = make([]uint16, t.ledger.Rows(ref.Kind))
	}
	t.times[ref.Kind][ref.Row]++
}

func (t *tally) of(ref ledger.Ref) int {
	if rows := t.times[ref.Kind]; rows != nil {
		return int(rows[ref.Row])
	}
	return 0
}

func (t *tally) has(ref ledger.Ref) bool { return t.of(ref) > 0 }

// inParts runs over the numbers below n on all cores, each core its own part.
// What work touches must not depend on other numbers.
func inParts(n int, work func(i int)) {
	parts := runtime.GOMAXPROCS(0)
	if n < 4096 {
		parts = 1
	}
	var wait sync.WaitGroup
	for part := range parts {
		wait.Go(func() {
			for i := n * part / parts; i < n*(part+1)/parts; i++ {
				work(i)
			}
		})
	}
	wait.Wait()
}
