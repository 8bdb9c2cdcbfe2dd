package report_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/report"
)

// asked asks for what a query finds.
func asked(t testing.TB, r report.Request, q query.Query, layout report.Layout) report.ViewRequest {
	t.Helper()
	index, err := query.NewIndex(t.Context(), r.View.Ledger())
	if err != nil {
		t.Fatal(err)
	}
	selection, err := query.Run(t.Context(), r.View, index, q, nil, query.Collator{Language: language.Make(string(r.Printer.Language())), Title: r.Printer.Title})
	if err != nil {
		t.Fatal(err)
	}
	return report.ViewRequest{Request: r, Selection: selection, Layout: layout}
}

// shown plans and draws a view; it must be valid and the same file again.
func shown(t *testing.T, r report.ViewRequest) (*report.Document, string) {
	t.Helper()
	plan, err := report.PlanView(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	document, err := plan.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	valid(t, document)
	again, err := report.PlanView(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return document, told(t, again)
}

// read gives a view as text with tables.
func read(t *testing.T, r report.ViewRequest) string {
	t.Helper()
	plan, err := report.PlanView(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return told(t, plan)
}

// Every kind of records is printed in every layout and language: each record is
// named, each sum is that of the Total, nothing lacks a text.
func TestEveryViewIsPrinted(t *testing.T) {
	l := bundled(t)
	for _, in := range locale.Languages() {
		r := request(t, l, in, today, today)
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Claims, ledger.Promises, ledger.Tracks, ledger.Events, ledger.Organisations, ledger.Sources} {
			for _, layout := range report.Layouts(kind) {
				view := asked(t, r, query.Query{Kind: kind}, layout)
				text := ""
				if in == locale.English {
					_, text = shown(t, view)
				} else {
					text = read(t, view) // another language is another text of the same file
				}
				if strings.Contains(text, "reports.") || strings.Contains(text, "column.") || strings.Contains(text, "foot.") {
					t.Errorf("%s: %s as %s lack a text", in, kind.Table(), layout)
				}
				if layout == report.AsChart {
					continue
				}
				for _, ref := range view.Selection.Rows {
					if title := r.Printer.Title(l, ref); !strings.Contains(text, title) && !strings.Contains(text, strings.Join(strings.Fields(title), " ")) {
						t.Errorf("%s: %s as %s lack %q", in, kind.Table(), layout, title)
					}
				}
				if kind != ledger.Agreements && kind != ledger.Deals && kind != ledger.Funds {
					continue
				}
				for _, sum := range analysis.HeadlineTotal(r.View, view.Selection.Rows).Sums {
					if want := "| " + r.Printer.Exact(sum.Money) + " | " + r.Printer.Integer(len(sum.Records)) + " |"; !strings.Contains(text, want) {
						t.Errorf("%s: %s as %s lack the sum %q", in, kind.Table(), layout, want)
					}
				}
			}
		}
	}
}

// Groups have their headings with what their records add up to; inner groups
// stand in outer ones; the column that rows are grouped by leaves.
func TestGroupsAddUpOnPaper(t *testing.T) {
	l := bundled(t)
	r := request(t, l, locale.English, today, today)
	view := asked(t, r, query.Query{Kind: ledger.Deals, Group: []string{"stage_now", "outcome"}}, report.AsTable)
	document, text := shown(t, view)
	for _, group := range view.Selection.Groups {
		if group.Level > 0 {
			continue
		}
		want := "### " + locale.Capital(r.Printer.Short("stage", group.Value)) + " (" + r.Printer.Integer(group.Rows)
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	total := analysis.HeadlineTotal(r.View, view.Selection.Rows[view.Selection.Groups[0].First:][:view.Selection.Groups[0].Rows])
	if len(total.Sums) > 0 && !strings.Contains(text, r.Printer.Money(total.Sums[0].Money)) {
		t.Errorf("the first group does not say %s", r.Printer.Money(total.Sums[0].Money))
	}
	if strings.Contains(text, "| Stage now |") || !strings.Contains(text, "#### ") {
		t.Error("the grouped column stays, or groups in groups are lost")
	}
	// Heads and the headings of the groups at hand stand again on every sheet.
	for number, sheet := range pagesOf(document) {
		if number > 0 && strings.Contains(sheet, " | ") && !strings.Contains(sheet, "Last event") && !strings.Contains(sheet, "Sum of the amounts") {
			t.Errorf("page %d has no heads:\n%.300s", number+1, sheet)
		}
	}
}

// pagesOf divides the lines of a document into its pages.
func pagesOf(document *report.Document) []string {
	var pages []string
	var page []string
	for _, line := range document.Text() {
		page = append(page, line)
		if strings.Contains(line, "Page ") && strings.Contains(line, " of ") {
			pages, page = append(pages, strings.Join(page, "\n")), nil
		}
	}
	return pages
}

// Closed groups show their headings alone, chosen columns stand in their order.
func TestColumnsAndClosedGroupsArePrinted(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	view := asked(t, r, query.Query{Kind: ledger.Agreements, Group: []string{"track"}, Sort: query.Down("signed_by")}, report.AsTable)
	view.Columns, view.Closed = []string{"value", "title", "signed_by"}, func(group int) bool { return group == 0 }
	_, text := shown(t, view)
	first := view.Selection.Rows[0]
	if strings.Contains(text, "| "+r.Printer.Title(r.View.Ledger(), first)+" |") {
		t.Error("a record of a closed group is printed")
	}
	if !strings.Contains(text, "| Value, million | Title | Signed by |") {
		t.Errorf("the columns are others:\n%.900s", text)
	}
}

// Nothing found is said, in every layout.
func TestAnEmptyViewSaysSo(t *testing.T) {
	for _, in := range locale.Languages() {
		r := request(t, bundled(t), in, today, today)
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events} {
			for _, layout := range report.Layouts(kind) {
				text := read(t, asked(t, r, query.Query{Kind: kind, Typed: "nosuchword"}, layout))
				if layout == report.AsChart && kind == ledger.Deals {
					continue // the funnel is that of all deals
				}
				if want := r.Printer.Text("foot.showing", "0", r.Printer.Integer(r.View.Ledger().Len(kind))); !strings.Contains(text, want) {
					t.Errorf("%s: %s as %s do not say %q", in, kind.Table(), layout, want)
				}
			}
		}
	}
}

// A wide table turns the sheet, a narrow one does not.
func TestWideTablesTurnTheSheet(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	view := asked(t, r, query.Query{Kind: ledger.Agreements}, report.AsTable)
	if !view.Wide() {
		t.Error("seven columns stand upright")
	}
	if view.Columns = []string{"title", "value"}; view.Wide() {
		t.Error("two columns turn the sheet")
	}
}

// A field of 10,000 letters, controls and signs without a glyph are printed
// whole and clean: no page overflows, no letter is lost.
func TestALongFieldIsDividedBetweenSheets(t *testing.T) {
	l := bundled(t)
	words := make([]string, 0, 1700)
	for i := range 1700 {
		words = append(words, fmt.Sprintf("w%05d", i))
	}
	long := strings.Join(words, " ")
	agreement, _ := l.Find(ledger.Agreements, "novatek-mitsui-2016")
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	l, err := l.Apply([]ledger.Change{l.Set(agreement, "summary", long), l.Set(deal, "title", long+" \u200b\U0001F600"), l.Set(agreement, "title", "😀 emoji")})
	if err != nil {
		t.Fatal(err)
	}
	r := request(t, l, locale.English, today, today)
	view := asked(t, r, query.Query{Kind: ledger.Agreements, Typed: "w00001"}, report.AsTable)
	view.Columns = []string{"title", "summary"}
	document, text := shown(t, view)
	pages := squeeze(strings.Join(document.Text(), " "))
	for _, word := range words {
		if !strings.Contains(pages, word) {
			t.Fatalf("%q is lost", word)
		}
	}
	if !strings.Contains(text, long) {
		t.Error("the text is not whole")
	}
	for _, layout := range report.Layouts(ledger.Deals) {
		shown(t, asked(t, r, query.Query{Kind: ledger.Deals}, layout))
	}
	plan, err := report.PlanReport(t.Context(), r, report.RecordReport, deal)
	if err != nil {
		t.Fatal(err)
	}
	for sheet, err := range plan.Sheets(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if low := lowest(sheet); low > sheet.Height {
			t.Errorf("page %d goes on below its end, to %.0f of %.0f", sheet.Number, low, sheet.Height)
		}
	}
}

// Golden texts of views in three languages.
func TestViewsReadAsBefore(t *testing.T) {
	l := bundled(t)
	for _, in := range locale.Languages() {
		r := request(t, l, in, today, today)
		for _, one := range []struct {
			name   string
			query  query.Query
			layout report.Layout
		}{
			{"view-grid", query.Query{Kind: ledger.Promises, Sort: query.Down("verdict")}, report.AsTable},
			{"view-groups", query.Query{Kind: ledger.Agreements, Typed: "energy", Group: []string{"track"}}, report.AsTable},
			{"view-board", query.Query{Kind: ledger.Deals}, report.AsBoard},
			{"view-chart", query.Query{Kind: ledger.Agreements, Group: []string{"sector"}}, report.AsChart},
			{"view-timeline", query.Query{Kind: ledger.Events, Typed: "arctic"}, report.AsTimeline},
		} {
			document, _ := shown(t, asked(t, r, one.query, one.layout))
			kept(t, one.name+"-"+string(in), document)
		}
	}
}

func TestAViewWithoutASelectionIsRefused(t *testing.T) {
	if _, err := report.PlanView(t.Context(), report.ViewRequest{Request: request(t, bundled(t), locale.English, today, today)}); err == nil {
		t.Error("nothing was printed as a view")
	}
}

// BenchmarkTableOfTenThousand prints a table of 10,000 rows and tells how much
// memory it took at most.
func BenchmarkTableOfTenThousand(b *testing.B) {
	r := request(b, bundled(b), locale.English, today, today)
	view := asked(b, r, query.Query{Kind: ledger.Agreements}, report.AsTable)
	some := slices.Clone(view.Selection.Rows)
	view.Paper.Landscape = view.Wide()
	for len(view.Selection.Rows) < 10_000 {
		view.Selection.Rows = append(view.Selection.Rows, some[:min(len(some), 10_000-len(view.Selection.Rows))]...)
	}
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		plan, err := report.PlanView(b.Context(), view)
		if err != nil {
			b.Fatal(err)
		}
		document, err := plan.Document(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(document.Sheets()), "pages")
		b.ReportMetric(float64(after.HeapSys-before.HeapSys)/1e6, "MB-grown")
		b.ReportMetric(float64(after.HeapAlloc)/1e6, "MB-heap")
	}
}
