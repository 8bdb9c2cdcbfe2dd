package report_test

import (
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/report"
)

func TestPagesAreRead(t *testing.T) {
	for text, want := range map[string]string{"": "", " ": "", "2": "2", "1-3": "1-3", "1-3,5": "1-3,5", " 1 - 3 , 5 ": "1-3,5", "4-4": "4"} {
		pages, err := report.ParsePages(text)
		if err != nil || pages.String() != want {
			t.Errorf("%q: %q, %v; wanted %q", text, pages, err, want)
		}
	}
	for _, text := range []string{"0", "-1", "3-1", "1-", "1,1", "2,1-3", "one", "1;2", "1-2-3", "99999999999999999999", ","} {
		if pages, err := report.ParsePages(text); err == nil {
			t.Errorf("%q was read as %q", text, pages)
		}
	}
}

// What is written is read again, and nothing beyond the last page is taken.
func TestPagesKeepTheirForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pages report.PageRanges
		last := 0
		for range rapid.IntRange(1, 5).Draw(t, "ranges") {
			first := last + rapid.IntRange(1, 9).Draw(t, "gap")
			last = first + rapid.IntRange(0, 9).Draw(t, "length")
			pages = append(pages, report.PageRange{First: first, Last: last})
		}
		again, err := report.ParsePages(pages.String())
		if err != nil || again.String() != pages.String() {
			t.Fatalf("%q was read as %q, %v", pages, again, err)
		}
		if pages.Within(last) != nil || pages.Within(last-1) == nil {
			t.Fatalf("%q of %d pages", pages, last)
		}
	})
}
