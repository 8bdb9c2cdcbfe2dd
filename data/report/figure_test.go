package report_test

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"

	"summitledger/data/locale"
	"summitledger/data/report"
)

// A figure is set on as many sheets as it needs, every row of it, in every
// language; the same figure gives the same bytes.
func TestAFigureIsSetWhole(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r := report.FigureRequest{Request: request(t, l, language, today, today), Name: "Deals suspended or ended", Number: "12", Whole: "of 60 deals",
			Definition: strings.Repeat("Deals whose last reported outcome is suspended. ", 8), Facts: []report.FigureRow{{Text: "Unit", Right: "deals"}}}
		long := report.FigureSection{Heading: "Sources", Aside: "150"}
		for i := range 150 {
			long.Rows = append(long.Rows, report.FigureRow{Text: "source " + strconv.Itoa(i) + ". Ведомости, 北極, https://example.org/" + strings.Repeat("path/", 30)})
		}
		r.Sections = []report.FigureSection{{Heading: "Added", Rows: []report.FigureRow{{Text: "Fund", Right: "JPY 111.0bn"}}, Sum: report.FigureRow{Text: "Sum", Right: "JPY 112.2bn"}}, long}
		document, err := report.Figure(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(document.Text(), "\n")
		for _, want := range []string{"12 of 60 deals", "Fund | JPY 111.0bn", "Sum | JPY 112.2bn", "source 0.", "source 149."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the sheets do not say %q", language, want)
			}
		}
		if pages := bytes.Count(document.Bytes(), []byte("/Type /Page\n")); pages < 3 {
			t.Errorf("%s: 150 sources with long addresses on %d sheets", language, pages)
		}
		again, err := report.Figure(context.Background(), r)
		if err != nil || !bytes.Equal(again.Bytes(), document.Bytes()) {
			t.Errorf("%s: the same figure gives other bytes (%v)", language, err)
		}
	}
}
