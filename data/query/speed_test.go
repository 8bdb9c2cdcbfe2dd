//go:build unix

package query_test

import (
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// allFacets are those of the agreements in the window.
var allFacets = []string{"track", "at_summit", "force", "outcome", "instrument", "sector", "field", "country", "organisation", "confidence"}

func million(b *testing.B) (*ledger.View, *query.Index) {
	b.Helper()
	l := ledger.Generate(1_000_000, 0, 1, ledger.DayOf(2026, 11, 23))
	v := l.View(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
	index, err := query.NewIndex(context.Background(), l)
	if err != nil {
		b.Fatal(err)
	}
	return v, index
}

// typing is what is typed letter by letter.
var typing = []string{"agreement 99 tourism", "tourism 4711", "sector:health 12", `"on culture" -7`, "value>1bn JPY signed:2017..2018", "(urban OR fishing) 333"}

// processor is the processor time that the program has used: a machine shared
// with other work changes it little.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// keystrokes times the answer to each letter and reports the median and the
// slowest but one in twenty. Texts that are no filter yet keep the last answer
// and are left out.
func keystrokes(b *testing.B, v *ledger.View, index *query.Index, facets []string) {
	b.Helper()
	var times, worked []time.Duration
	if _, err := query.Run(context.Background(), v, index, query.Query{Kind: ledger.Agreements}, facets, english); err != nil {
		b.Fatal(err) // columns are made when a tab is first shown
	}
	for b.Loop() {
		for _, text := range typing {
			for end := 1; end <= len(text); end++ {
				q := query.Query{Kind: ledger.Agreements, Typed: text[:end]}
				if _, err := query.Parse(q.Typed, q.Kind); err != nil {
					continue
				}
				began, used := time.Now(), processor(b)
				if _, err := query.Run(context.Background(), v, index, q, facets, english); err != nil {
					b.Fatal(err)
				}
				times, worked = append(times, time.Since(began)), append(worked, processor(b)-used)
			}
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2])/1e6, "ms/median")
	b.ReportMetric(float64(times[len(times)*95/100])/1e6, "ms/p95")
	slices.Sort(worked)
	b.ReportMetric(float64(worked[len(worked)/2])/1e6, "processor-ms/median")
	b.ReportMetric(float64(worked[len(worked)*95/100])/1e6, "processor-ms/p95")
}

// BenchmarkKeystroke answers every letter of some filters over 1,000,000
// generated agreements.
func BenchmarkKeystroke(b *testing.B) {
	v, index := million(b)
	b.Run("selection", func(b *testing.B) { keystrokes(b, v, index, nil) })
	b.Run("selection and ten facets", func(b *testing.B) { keystrokes(b, v, index, allFacets) })
}

// BenchmarkAsOf moves the day over 1,000,000 agreements: another view, then the
// selection with all facets on it.
func BenchmarkAsOf(b *testing.B) {
	v, index := million(b)
	for _, c := range []struct {
		name   string
		facets []string
	}{{"selection", nil}, {"selection and ten facets", allFacets}} {
		b.Run(c.name, func(b *testing.B) {
			day, used := ledger.DayOf(2018, 1, 1), processor(b)
			for b.Loop() {
				day++
				moved := v.Ledger().View(ledger.AsOf{Happened: day, Known: ledger.DayOf(2026, 11, 23)})
				if _, err := query.Run(context.Background(), moved, index, query.Query{Kind: ledger.Agreements}, c.facets, english); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(processor(b)-used)/1e6/float64(b.N), "processor-ms/op")
		})
	}
}

// BenchmarkIndexMemory reports the bytes that search and facets hold for each
// record beside its text.
func BenchmarkIndexMemory(b *testing.B) {
	for b.Loop() {
		l := ledger.Generate(1_000_000, 0, 1, ledger.DayOf(2026, 11, 23))
		v := l.View(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
		before := held()
		index, err := query.NewIndex(context.Background(), l)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := query.Run(context.Background(), v, index, query.Query{Kind: ledger.Agreements}, allFacets, english); err != nil {
			b.Fatal(err)
		}
		text := 0
		for ref := range l.All(ledger.Agreements) {
			text += len(l.Value(ref, "title")) + len(l.Value(ref, "summary"))
		}
		b.ReportMetric(float64(held()-before-uint64(text))/1e6, "bytes/record")
		runtime.KeepAlive(index)
	}
}

func held() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkBesideSQLite looks for one word in the texts of 1,000,000
// agreements, here and by LIKE in SQLite over the same rows, and reports how
// many times as long SQLite takes.
func BenchmarkBesideSQLite(b *testing.B) {
	v, index := million(b)
	l := v.Ledger()
	connection, err := sqlite.OpenConn(filepath.Join(b.TempDir(), "texts.sqlite"), sqlite.OpenReadWrite|sqlite.OpenCreate)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := connection.Close(); err != nil {
			b.Error(err)
		}
	}()
	for _, statement := range []string{"CREATE TABLE texts(title TEXT, summary TEXT)", "BEGIN"} {
		if err := sqlitex.ExecuteTransient(connection, statement, nil); err != nil {
			b.Fatal(err)
		}
	}
	for ref := range l.All(ledger.Agreements) {
		if err := sqlitex.Execute(connection, "INSERT INTO texts VALUES (?, ?)", &sqlitex.ExecOptions{Args: []any{l.Value(ref, "title"), l.Value(ref, "summary")}}); err != nil {
			b.Fatal(err)
		}
	}
	if err := sqlitex.ExecuteTransient(connection, "COMMIT", nil); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	words := []string{"tourism", "471", "culture"}
	at := 0
	for b.Loop() {
		word := words[at%len(words)]
		at++
		began := time.Now()
		s, err := query.Run(context.Background(), v, index, query.Query{Kind: ledger.Agreements, Typed: word}, nil, english)
		if err != nil {
			b.Fatal(err)
		}
		ours += time.Since(began)
		began = time.Now()
		found := 0
		err = sqlitex.Execute(connection, "SELECT rowid FROM texts WHERE title LIKE ? OR summary LIKE ?", &sqlitex.ExecOptions{Args: []any{"%" + word + "%", "%" + word + "%"},
			ResultFunc: func(*sqlite.Stmt) error { found++; return nil }})
		if err != nil {
			b.Fatal(err)
		}
		theirs += time.Since(began)
		if found != len(s.Rows) {
			b.Fatalf("%q: SQLite finds %d, we %d", word, found, len(s.Rows))
		}
	}
	b.ReportMetric(float64(theirs)/float64(ours), "SQLite/ours")
}
