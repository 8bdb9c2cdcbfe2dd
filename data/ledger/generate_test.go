package ledger_test

import (
	"runtime"
	"strings"
	"testing"

	"summitledger/data/ledger"
)

func TestGeneratedLedgerIsSoundAndSaysSo(t *testing.T) {
	l := ledger.Generate(300, 900, 7, day(t, today))
	if faults := l.Faults(); len(faults) > 0 {
		t.Fatalf("%d faults, the first: %v", len(faults), faults[0])
	}
	if l.Len(ledger.Agreements) != 300 || l.Len(ledger.Events) != 900 {
		t.Errorf("%d agreements and %d events", l.Len(ledger.Agreements), l.Len(ledger.Events))
	}
	if name := l.Value(l.Summit(), "name"); !strings.HasPrefix(name, ledger.GeneratedName) {
		t.Errorf("the summit is called %q", name)
	}
	again := ledger.Generate(300, 900, 7, day(t, today))
	for ref := range l.All(ledger.Events) {
		if strings.Join(l.Cells(ref), "|") != strings.Join(again.Cells(ref), "|") {
			t.Fatalf("the same seed gave another row %d", ref.Row)
		}
	}
}

// BenchmarkGenerateAndBuild reports time and memory per record of a ledger of
// 1,000,000 agreements and 2,000,000 events.
func BenchmarkGenerateAndBuild(b *testing.B) {
	const agreements, events = 1_000_000, 2_000_000
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		l := ledger.Generate(agreements, events, 1, ledger.DayOf(2026, 11, 23))
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(agreements+events), "bytes/record")
		runtime.KeepAlive(l)
	}
}
