package workspace_test

import (
	"context"
	"math"
	"path/filepath"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

// generated makes a workspace of 1,000,000 generated agreements.
func generated(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "generated.summit")
	if err := workspace.Create(context.Background(), path, ledger.Generate(1_000_000, 0, 1, ledger.DayOf(2026, 11, 23)), nil); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpenAgainstBareRead opens a workspace of 1,000,000 agreements, their
// parties and deals, and reads the same rows by the same driver, keeping
// nothing. Both are done in turn and the quickest of each counts, so that a
// busy machine slows neither alone. The goal is a ratio of at most 1.5.
func BenchmarkOpenAgainstBareRead(b *testing.B) {
	path := generated(b)
	open, bare := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		for range 3 {
			start := time.Now()
			bareRead(b, path)
			bare = min(bare, time.Since(start))
			start = time.Now()
			w, err := workspace.Open(context.Background(), path, workspace.Options{ReadOnly: true})
			if err != nil {
				b.Fatal(err)
			}
			open = min(open, time.Since(start))
			if err := w.Close(); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(open.Seconds(), "open-s")
	b.ReportMetric(bare.Seconds(), "bare-s")
	b.ReportMetric(open.Seconds()/bare.Seconds(), "ratio")
	b.ReportMetric(0, "ns/op")
}

// bareRead reads every cell of every table as a string, as a program would
// that does nothing with them.
func bareRead(b *testing.B, path string) {
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadOnly)
	if err != nil {
		b.Fatal(err)
	}
	total := 0
	for _, kind := range ledger.StoredKinds() {
		stmt, _, err := conn.PrepareTransient("SELECT * FROM " + kind.Table() + " ORDER BY id")
		if err != nil {
			b.Fatal(err)
		}
		columns := stmt.ColumnCount()
		for {
			more, err := stmt.Step()
			if err != nil {
				b.Fatal(err)
			}
			if !more {
				break
			}
			for i := 1; i < columns; i++ {
				total += len(stmt.ColumnText(i))
			}
		}
		if err := stmt.Finalize(); err != nil {
			b.Fatal(err)
		}
	}
	if err := conn.Close(); err != nil {
		b.Fatal(err)
	}
	if total == 0 {
		b.Fatal("nothing was read")
	}
}

// BenchmarkEdit appends one durable edit of one cell to the bundled summit.
func BenchmarkEdit(b *testing.B) {
	w := open(b, created(b, bundled(b)))
	values := []string{"1", "2"}
	i := 0
	for b.Loop() {
		if _, err := set(b, w, "arctic-lng-2", "amount", values[i%2]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
