package workbook_test

import (
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"testing"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// BenchmarkMemoryOfExport measures the most memory that a whole workbook takes
// beyond the ledger that it shows, as the command line writes it: what is live,
// and all that the program holds with a limit 220 MB above the ledger.
// SUMMITLEDGER_ROWS sets another number of agreements than 50,000.
func BenchmarkMemoryOfExport(b *testing.B) {
	rows := rowsAsked(b)
	r := request(b, ledger.Generate(rows, 2*rows, 1, today()), locale.English)
	r.Generated = true
	for b.Loop() {
		debug.FreeOSMemory()
		before := memoryNow()
		unlimited := debug.SetMemoryLimit(before.held + 220<<20)
		most := mostMemory(func() {
			if err := workbook.Write(b.Context(), filepath.Join(b.TempDir(), "summit.xlsx"), r); err != nil {
				b.Fatal(err)
			}
		})
		debug.SetMemoryLimit(unlimited)
		b.ReportMetric(float64(before.held>>20), "MB-ledger")
		b.ReportMetric(float64((most.live-before.live)>>20), "MB-live-more")
		b.ReportMetric(float64((most.held-before.held)>>20), "MB-held-more")
	}
}

// memory is what the program uses, in bytes: live is what the last collection
// found in use, held is all that the system counts.
type memory struct{ live, held int64 }

func memoryNow() memory {
	samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return memory{live: int64(samples[0].Value.Uint64()), held: int64(samples[1].Value.Uint64() - samples[2].Value.Uint64())}
}

// mostMemory looks every few milliseconds while work is done.
func mostMemory(work func()) (most memory) {
	done := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		look := time.NewTicker(2 * time.Millisecond)
		defer look.Stop()
		for {
			select {
			case <-done:
				return
			case <-look.C:
				now := memoryNow()
				most = memory{live: max(most.live, now.live), held: max(most.held, now.held)}
			}
		}
	})
	work()
	close(done)
	wait.Wait()
	return most
}
