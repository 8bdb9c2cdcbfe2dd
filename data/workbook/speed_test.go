package workbook_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// BenchmarkAgainstOthers compares a sheet of agreements with styles, table,
// dates and links with a bare stream of excelize of the same values, in one
// run. With SUMMITLEDGER_RIVALS set XlsxWriter and exceljs write them too (see
// assets/packaging/bench-workbook.sh). SUMMITLEDGER_ROWS sets another number of
// agreements than 50,000.
func BenchmarkAgainstOthers(b *testing.B) {
	r := withPage(b, request(b, ledger.Generate(rowsAsked(b), 0, 1, today()), locale.English))
	r.Generated = true
	r.Selections = []workbook.Selection{{Kind: ledger.Agreements, Rows: everyOf(r.View, ledger.Agreements)}}
	folder := b.TempDir()
	columns := 0
	measure := func(name string, write func(out io.Writer) error) float64 {
		debug.FreeOSMemory()
		before := memoryNow()
		if name == "ours" { // as the command line writes it; the others as they come
			unlimited := debug.SetMemoryLimit(before.held + 220<<20)
			defer debug.SetMemoryLimit(unlimited)
		}
		start := time.Now()
		most := mostMemory(func() {
			file, err := os.Create(filepath.Join(folder, name+".xlsx"))
			if err != nil {
				b.Fatal(err)
			}
			if err := errors.Join(write(file), file.Close()); err != nil {
				b.Fatal(err)
			}
		})
		seconds := time.Since(start).Seconds()
		b.ReportMetric(seconds, "s/"+name)
		b.ReportMetric(float64((most.held-before.held)>>20), "MB/"+name)
		return seconds
	}
	for b.Loop() {
		ours := measure("ours", func(out io.Writer) error { return workbook.WriteTo(b.Context(), out, r) })
		bare := measure("bare", func(out io.Writer) (err error) {
			columns, err = workbook.WriteBare(out, r, ledger.Agreements)
			return err
		})
		b.ReportMetric(ours/bare, "ours/bare")
		b.ReportMetric(float64(columns), "columns")
		if os.Getenv("SUMMITLEDGER_RIVALS") == "" {
			continue
		}
		values := filepath.Join(folder, "values.jsonl")
		if err := workbook.WriteValues(values, r, ledger.Agreements); err != nil {
			b.Fatal(err)
		}
		for _, rival := range [][]string{{"xlsxwriter", "python3", "testdata/rivals/write_xlsxwriter.py"}, {"exceljs", "node", "testdata/rivals/write_exceljs.js"}} {
			command := exec.CommandContext(b.Context(), rival[1], rival[2], values, filepath.Join(folder, rival[0]+".xlsx"))
			command.Stderr = os.Stderr
			said, err := command.Output()
			if err != nil {
				b.Fatalf("%s: %v", rival[0], err)
			}
			var seconds, megabytes float64
			if _, err := fmt.Sscan(string(said), &seconds, &megabytes); err != nil {
				b.Fatalf("%s says %q: %v", rival[0], said, err)
			}
			b.ReportMetric(seconds, "s/"+rival[0])
			b.ReportMetric(megabytes, "MB/"+rival[0])
			b.ReportMetric(ours/seconds, "ours/"+rival[0])
		}
	}
	b.ReportMetric(0, "ns/op")
}

// rowsAsked is how many agreements a benchmark is to have.
func rowsAsked(b *testing.B) int {
	text := os.Getenv("SUMMITLEDGER_ROWS")
	if text == "" {
		return 50_000
	}
	rows, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

// withPage gives the generated source a page of the web, so that every record
// that cites it leads there.
func withPage(t testing.TB, r workbook.Request) workbook.Request {
	t.Helper()
	l := r.View.Ledger()
	source, ok := l.Find(ledger.Sources, "generated-source")
	if !ok {
		t.Fatal("no generated source")
	}
	next, err := l.Apply([]ledger.Change{{Operation: ledger.SetCell, Kind: ledger.Sources, ID: l.ID(source), Column: "url", New: "https://example.org/generated"}})
	if err != nil {
		t.Fatal(err)
	}
	r.View = next.View(r.View.AsOf())
	return r
}

// Rows are written and compressed in pieces by several goroutines: they come
// out complete and in their order, whatever the number of pieces.
func TestManyRowsKeepTheirOrder(t *testing.T) {
	for _, agreements := range []int{1, 511, 512, 513, 3000} {
		t.Run(fmt.Sprint(agreements), func(t *testing.T) {
			r := request(t, ledger.Generate(agreements, agreements, 1, today()), locale.English)
			var want []string
			selection := workbook.Selection{Kind: ledger.Agreements}
			for ref := range r.View.All(ledger.Agreements) {
				selection.Rows = append(selection.Rows, ref)
				want = append(want, r.View.Ledger().Key(ref))
			}
			r.Selections = []workbook.Selection{selection}
			var out bytes.Buffer
			if err := workbook.WriteTo(context.Background(), &out, r); err != nil {
				t.Fatal(err)
			}
			file, err := excelize.OpenReader(&out)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := file.Close(); err != nil {
					t.Error(err)
				}
			}()
			rows, err := file.GetRows(recordSheets(t, file)[0])
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != len(want)+1 {
				t.Fatalf("%d rows, want %d and the headings", len(rows), len(want))
			}
			for i, key := range want {
				if rows[i+1][0] != key {
					t.Fatalf("row %d is of %s, want %s", i+2, rows[i+1][0], key)
				}
			}
		})
	}
}
