package report_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"summitledger/data/locale"
	"summitledger/data/report"
)

// Rows that need more than a sheet go on to the next; every row is printed, and
// each sheet says which of how many it is.
func TestPagesBreakBetweenRows(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	section := report.Section{Heading: "Stage moved", Aside: "150", Sentences: []string{"A sentence over the rows."}, Shares: []float64{0.6, 0.4}}
	for i := range 150 {
		section.Rows = append(section.Rows, []string{fmt.Sprintf("Deal %d", i), "Contract"})
	}
	document, err := report.Pages(context.Background(), r, "What changed", "since", []report.Section{section, {Heading: "Nothing else"}})
	if err != nil {
		t.Fatal(err)
	}
	lines := document.Text()
	for i := range 150 {
		if !slices.Contains(lines, fmt.Sprintf("Deal %d | Contract", i)) {
			t.Errorf("row %d is not printed", i)
		}
	}
	sheets := 0
	for _, line := range lines {
		if strings.Contains(line, "Page ") {
			sheets++
			if want := fmt.Sprintf("Page %d of ", sheets); !strings.Contains(line, want) || !strings.HasSuffix(line, "4") && !strings.HasSuffix(line, "3") {
				t.Errorf("a sheet says %q, want %s", line, want)
			}
		}
	}
	if sheets < 2 {
		t.Errorf("%d sheets", sheets)
	}
	if at := slices.Index(lines, "Stage moved | 150"); at < 0 || lines[at+1] != "A sentence over the rows." {
		t.Error("the heading does not stand over its rows")
	}
	again, err := report.Pages(context.Background(), r, "What changed", "since", []report.Section{section, {Heading: "Nothing else"}})
	if err != nil || !bytes.Equal(document.Bytes(), again.Bytes()) {
		t.Errorf("the same page is not the same file: %v", err)
	}
}

func TestPagesCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := report.Pages(ctx, request(t, bundled(t), locale.English, today, today), "Title", "checks", []report.Section{{Heading: "One"}}); err == nil {
		t.Error("a page was made after it was stopped")
	}
}

// However many rows there are, no sheet is made for the room after the last.
func TestNoSheetIsEmpty(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	for rows := 40; rows < 75; rows++ {
		section := report.Section{Heading: "Deals", Shares: []float64{1}}
		for range rows {
			section.Rows = append(section.Rows, []string{"A deal"})
		}
		document, err := report.Pages(context.Background(), r, "Title", "pipeline", []report.Section{section})
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range document.Drawn() {
			if !slices.Contains(sheet.Lines, "A deal") {
				t.Errorf("of %d rows none stands on sheet %d of %d", rows, sheet.Number, document.Sheets())
			}
		}
	}
}
