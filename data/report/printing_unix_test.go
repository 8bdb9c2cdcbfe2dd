//go:build !windows

package report_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// desk puts commands of its own in place of the system's printing. Each is the
// body of a shell script; the folder receives what they are asked.
func desk(t *testing.T, commands map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, body := range commands {
		script := "#!/bin/sh\ncd '" + folder + "' || exit 9\n" + body + "\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	return folder
}

const twoPrinters = `case "$1" in
-p) echo 'printer Office is idle.  enabled since Mon 23 Nov 2026'
    echo '	Ready to print'
    echo 'printer Hall_2 disabled since Mon 23 Nov 2026 - out of paper' ;;
-d) echo 'system default destination: Hall_2' ;;
esac`

const recordingPrinter = `printf '%s\n' "$@" > asked
/bin/cat > received
echo 'request id is Office-12 (1 file(s))'`

func TestPrintersOfTheSystem(t *testing.T) {
	desk(t, map[string]string{"lpstat": twoPrinters})
	got, err := report.Printers(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := []report.Printer{{Name: "Office"}, {Name: "Hall_2", Default: true}}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Errorf("printers (-want +got):\n%s", difference)
	}
}

func TestPageGoesToThePrinterAsItIs(t *testing.T) {
	folder := desk(t, map[string]string{"lpstat": twoPrinters, "lp": recordingPrinter})
	page := brief(t, "printed", request(t, bundled(t), locale.English, today, today))
	for printer, asked := range map[string]string{
		"Office": "-t\nAbe; Putin $(rm -r) 'brief'\n-d\nOffice\n-o\nmedia=A4\n",
		"":       "-t\nAbe; Putin $(rm -r) 'brief'\n-d\nHall_2\n-o\nmedia=A4\n",
	} {
		if err := report.Print(context.Background(), page, report.Job{Printer: printer, Paper: report.A4, Title: "Abe; Putin $(rm -r) 'brief'"}); err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{"asked": asked, "received": string(page.Bytes())} {
			got, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != want {
				t.Errorf("printer %q, %s: %.200q, wanted %.200q", printer, name, got, want)
			}
		}
	}
}

func TestPrintingThatCannotBeSaysWhy(t *testing.T) {
	page := brief(t, "printed", request(t, bundled(t), locale.English, today, today))
	for name, one := range map[string]struct {
		commands map[string]string
		printer  string
		is       error
		says     string
	}{
		"no printing service": {nil, "", report.ErrNoPrinting, "save the pages as PDF"},
		"no lp":               {map[string]string{"lpstat": twoPrinters}, "", report.ErrNoPrinting, "lp or lpstat is missing"},
		"no printer": {map[string]string{"lpstat": `echo 'lpstat: No destinations added.' >&2; exit 1`, "lp": recordingPrinter},
			"", report.ErrNoPrinter, "no printer is set up"},
		"no printer, quietly": {map[string]string{"lpstat": "exit 0", "lp": recordingPrinter}, "", report.ErrNoPrinter, "no printer is set up"},
		"unknown printer":     {map[string]string{"lpstat": twoPrinters, "lp": recordingPrinter}, "Attic", nil, `no printer "Attic"; the printers are: Office, Hall_2`},
		"no default printer": {map[string]string{"lpstat": `case "$1" in -p) echo 'printer Office is idle.'; echo 'printer Hall_2 is idle.';; *) echo 'no system default destination';; esac`, "lp": recordingPrinter},
			"", report.ErrNoDefault, "name a printer; the printers are: Office, Hall_2"},
		"service is down": {map[string]string{"lpstat": `echo 'lpstat: Scheduler is not running' >&2; exit 1`}, "", nil, "Scheduler is not running"},
		"job refused": {map[string]string{"lpstat": twoPrinters, "lp": `echo 'lp: The printer or class does not accept jobs.' >&2; exit 1`},
			"Office", nil, "does not accept jobs"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := desk(t, one.commands)
			err := report.Print(context.Background(), page, report.Job{Printer: one.printer, Title: "Brief"})
			if err == nil {
				t.Fatal("the page was taken")
			}
			if one.is != nil && !errors.Is(err, one.is) {
				t.Errorf("answered %v, wanted %v", err, one.is)
			}
			if !strings.Contains(err.Error(), one.says) {
				t.Errorf("answered %q, wanted it to say %q", err, one.says)
			}
			if _, err := os.Stat(filepath.Join(folder, "received")); err == nil {
				t.Error("a page went to the printer all the same")
			}
		})
	}
}

func TestNothingIsNotPrinted(t *testing.T) {
	desk(t, map[string]string{"lpstat": twoPrinters, "lp": recordingPrinter})
	if err := report.Print(context.Background(), nil, report.Job{Printer: "Office", Title: "Brief"}); err == nil {
		t.Error("an empty page was taken")
	}
}

// sixPages is a document of more than five pages.
func sixPages(t *testing.T) *report.Document {
	t.Helper()
	document, err := report.Make(context.Background(), request(t, bundled(t), locale.English, today, today), report.PipelineReport, ledger.NoRef())
	if err != nil {
		t.Fatal(err)
	}
	if document.Sheets() < 6 {
		t.Fatalf("the pipeline has %d pages", document.Sheets())
	}
	return document
}

// What is asked of a printer reaches lp word by word; what is not asked is left
// to the printer.
func TestAJobIsHandedOnWhole(t *testing.T) {
	folder := desk(t, map[string]string{"lpstat": twoPrinters, "lp": recordingPrinter})
	page := sixPages(t)
	for asked, job := range map[string]report.Job{
		"-t Brief -d Office": {Printer: "Office", Title: "Brief", Copies: 1},
		"-t Brief -d Office -n 3 -o media=Letter -o sides=two-sided-long-edge -o page-ranges=1-3,5 -o print-color-mode=monochrome": {
			Printer: "Office", Title: "Brief", Copies: 3, Paper: "Letter", Sides: report.TwoSides, Pages: report.PageRanges{{First: 1, Last: 3}, {First: 5, Last: 5}}, Grey: true},
		"-t Brief -d Office -o sides=two-sided-short-edge": {Printer: "Office", Title: "Brief", Sides: report.TwoSides, Landscape: true},
		"-t Brief -d Office -o sides=one-sided":            {Printer: "Office", Title: "Brief", Sides: report.OneSide, Landscape: true},
	} {
		if err := report.Print(context.Background(), page, job); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(folder, "asked"))
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.ReplaceAll(asked, " ", "\n") + "\n"; string(got) != want {
			t.Errorf("lp was asked %q, wanted %q", got, want)
		}
	}
}

// A job that no printer can do is refused before the printer hears of it.
func TestAJobThatCannotBeIsRefused(t *testing.T) {
	folder := desk(t, map[string]string{"lpstat": twoPrinters, "lp": recordingPrinter})
	page := sixPages(t)
	for says, job := range map[string]report.Job{
		"-1 copies":              {Copies: -1},
		"1000 copies":            {Copies: 1000},
		`no paper "A5 -o raw"`:   {Paper: "A5 -o raw"},
		`"three" sides`:          {Sides: "three"},
		"write numbers of pages": {Pages: report.PageRanges{{First: 3, Last: 2}}},
		"page 99 was asked for":  {Pages: report.PageRanges{{First: 2, Last: 99}}},
	} {
		err := report.Print(context.Background(), page, job)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: answered %v, wanted it to say %q", job, err, says)
		}
		if _, err := os.Stat(filepath.Join(folder, "received")); err == nil {
			t.Errorf("%+v: the pages went to the printer all the same", job)
		}
	}
}
