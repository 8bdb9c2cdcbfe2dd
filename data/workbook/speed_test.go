package workbook_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// BenchmarkAgainstBareWriter compares a sheet of agreements with styles, table
// and dates with a bare stream of excelize of the same values, in one run.
// SUMMITLEDGER_ROWS sets another number of agreements than 50,000.
func BenchmarkAgainstBareWriter(b *testing.B) {
	rows := 50_000
	if text := os.Getenv("SUMMITLEDGER_ROWS"); text != "" {
		var err error
		if rows, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	r := request(b, ledger.Generate(rows, 2*rows, 1, today()), locale.English)
	r.Generated = true
	selection := workbook.Selection{Kind: ledger.Agreements}
	for ref := range r.View.All(ledger.Agreements) {
		selection.Rows = append(selection.Rows, ref)
	}
	r.Selections = []workbook.Selection{selection}
	var ours, bare time.Duration
	columns := 0
	for b.Loop() {
		start := time.Now()
		if err := workbook.WriteTo(context.Background(), io.Discard, r); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		start = time.Now()
		var err error
		if columns, err = workbook.WriteBare(io.Discard, r, ledger.Agreements); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()/bare.Seconds(), "ours/bare")
	b.ReportMetric(ours.Seconds()/float64(b.N), "s/ours")
	b.ReportMetric(float64(columns), "columns")
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
