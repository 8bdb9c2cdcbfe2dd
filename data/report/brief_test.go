package report_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/data/summits"
)

var (
	update = flag.Bool("update", false, "write the golden texts anew")
	keep   = flag.String("keep", "", "folder to keep the pages in, for looking at them")
)

const today = "2026-11-23"

// bundled reads the summit that comes with the program.
func bundled(t testing.TB) *ledger.Ledger {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	return summit.Ledger
}

func day(t testing.TB, text string) ledger.Day {
	t.Helper()
	d, err := ledger.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// request asks for a brief made on the recorded day of the bundled summit.
func request(t testing.TB, l *ledger.Ledger, language locale.Language, happened, known string) report.Request {
	t.Helper()
	printer, err := locale.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return report.Request{
		View:    l.View(ledger.AsOf{Happened: day(t, happened), Known: day(t, known)}),
		Printer: printer,
		Program: "Summit Ledger", Version: "1.0.0",
		Now: time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC),
	}
}

// brief makes the page and keeps it under the name when asked to.
func brief(t testing.TB, name string, r report.Request) *report.Document {
	t.Helper()
	document, err := report.Brief(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+".pdf"), document.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return document
}

func TestBundledBriefReadsAsKept(t *testing.T) {
	l := bundled(t)
	for _, one := range []struct {
		name, happened, known string
		language              locale.Language
	}{
		{"today-en", today, today, locale.English},
		{"today-ja", today, today, locale.Japanese},
		{"today-ru", today, today, locale.Russian},
		{"day-after-en", "2016-12-17", "2016-12-17", locale.English},
		{"day-after-in-hindsight-ja", "2016-12-17", today, locale.Japanese},
	} {
		t.Run(one.name, func(t *testing.T) {
			document := brief(t, one.name, request(t, l, one.language, one.happened, one.known))
			got := strings.Join(document.Text(), "\n") + "\n"
			golden := filepath.Join("testdata", one.name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if difference := cmp.Diff(string(want), got); difference != "" {
				t.Errorf("the page reads differently (-kept +now):\n%s", difference)
			}
		})
	}
}
