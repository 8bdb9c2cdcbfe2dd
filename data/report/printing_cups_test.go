//go:build cups

package report_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// These tests print on the CUPS daemon that with-cups.sh starts:
// "make test-cups".

// A job reaches the daemon as it is asked for, the file byte by byte.
func TestACUPSDaemonGetsTheJob(t *testing.T) {
	printers, err := report.Printers(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff([]report.Printer{{Name: "Office", Default: true}}, printers); difference != "" {
		t.Fatalf("printers (-want +got):\n%s", difference)
	}
	r := request(t, bundled(t), locale.Japanese, today, today)
	r.Paper = report.Paper{Size: report.Letter, Landscape: true}
	document, err := report.Make(context.Background(), r, report.PipelineReport, ledger.NoRef())
	if err != nil {
		t.Fatal(err)
	}
	job := report.Job{Title: "案件 Сделки", Copies: 2, Pages: report.PageRanges{{First: 1, Last: 3}}, Sides: report.TwoSides, Paper: report.Letter, Landscape: true, Grey: true}
	if err := report.Print(context.Background(), document, job); err != nil {
		t.Fatal(err)
	}
	spool := os.Getenv("CUPS_SPOOL")
	files, err := filepath.Glob(filepath.Join(spool, "d*-001"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the daemon keeps %v, %v", files, err)
	}
	printed, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(printed, document.Bytes()) {
		t.Error("the daemon got another file")
	}
	control := controlOf(t, spool)
	for _, want := range []string{job.Title, "Letter", "two-sided-short-edge", "monochrome", "page-ranges", "copies\x00\x04\x00\x00\x00\x02"} {
		if !bytes.Contains(control, []byte(want)) {
			t.Errorf("the job of the daemon lacks %q", want)
		}
	}
}

// controlOf gives what the daemon wrote down about its first job, which it does
// in its own time.
func controlOf(t *testing.T, spool string) []byte {
	t.Helper()
	for range 200 {
		files, err := filepath.Glob(filepath.Join(spool, "c0*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) > 0 {
			control, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(control, []byte("job-state")) {
				return control
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the daemon wrote nothing down about the job")
	return nil
}

// A daemon that refuses is heard.
func TestACUPSDaemonThatRefusesIsHeard(t *testing.T) {
	document := brief(t, "refused", request(t, bundled(t), locale.English, today, today))
	var unknown *report.UnknownPrinterError
	if err := report.Print(context.Background(), document, report.Job{Printer: "Attic"}); !errors.As(err, &unknown) {
		t.Errorf("a printer that is not there: %v", err)
	}
	for _, command := range []string{"cupsreject", "cupsaccept"} {
		if said, err := exec.Command(command, "Office").CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", command, err, said)
		}
		err := report.Print(context.Background(), document, report.Job{Printer: "Office", Title: "Brief"})
		var refused *report.RefusedError
		if command == "cupsreject" != errors.As(err, &refused) {
			t.Errorf("after %s: %v", command, err)
		}
	}
}
