package report_test

import (
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// sincePlan compares two days of the clock Happened.
func sincePlan(t *testing.T, l *ledger.Ledger, language locale.Language, from, to string, shown func(report.ChangeLine) bool) (report.SinceRequest, *report.Document, string) {
	t.Helper()
	earlier, later := request(t, l, language, from, today), request(t, l, language, to, today)
	r := report.SinceRequest{Request: later, From: earlier.View, Shown: shown}
	plan, err := report.PlanSince(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	document, err := plan.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r, document, told(t, plan)
}

// Every change of the analysis is on paper with what was and what is, in each
// language, and every count is that of its Total.
func TestWhatChangedIsPrinted(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r, document, text := sincePlan(t, l, language, "2018-12-31", "2022-03-31", nil)
		valid(t, document)
		changes := analysis.Since(r.From, r.View)
		for _, line := range report.ChangeLines(r.Printer, changes, r.View) {
			if !strings.Contains(text, "| "+line.Title+" |") || !strings.Contains(text, line.After) {
				t.Errorf("%s: %q, %q is not printed", language, line.Title, line.After)
			}
		}
		for _, total := range changes.Kinds {
			if want := r.Printer.Integer(total.Count) + " | " + r.Printer.Count("since.records."+total.ID, total.Count); total.Count > 0 && total.ID != "new" && !strings.Contains(text, want) {
				t.Errorf("%s: %q is not printed", language, want)
			}
		}
		for _, total := range analysis.FellQuiet(r.From, r.View) {
			for _, ref := range total.Added {
				if !strings.Contains(text, r.Printer.Title(l, ref)) {
					t.Errorf("%s: %s fell quiet and is not printed", language, l.Name(ref))
				}
			}
		}
		if strings.Contains(text, "since.") || strings.Contains(text, "reports.") {
			t.Errorf("%s lacks a text", language)
		}
		_, brief, _ := sincePlan(t, l, language, "2021-12-31", "2022-03-31", report.Briefed)
		kept(t, "since-"+string(language), brief)
	}
}

// RULES 16: Arctic LNG 2 went from a memorandum to construction and was
// suspended between the two days; its event is cited.
func TestAChangeSaysWhoTellsIt(t *testing.T) {
	_, _, text := sincePlan(t, bundled(t), locale.English, "2018-12-31", "2022-03-31", report.Briefed)
	for _, want := range []string{"Japanese 10 percent stake in Arctic LNG 2 | Memorandum | » Construction | Sep 2019 | [", "Japanese 10 percent stake in Arctic LNG 2 | ○ Open | ‖ Suspended | 25 Mar 2022 | ["} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	if strings.Contains(text, "### New: parties") || !strings.Contains(text, "counted above and not listed.") {
		t.Error("a briefing lists who took part, or does not say that it leaves them out")
	}
}

// Between a day and itself nothing changed: the page says so.
func TestNothingChangedIsSaid(t *testing.T) {
	for _, language := range locale.Languages() {
		r, document, text := sincePlan(t, bundled(t), language, today, today, nil)
		valid(t, document)
		if !strings.Contains(text, r.Printer.Text("since.nothing_sentence.happened")) {
			t.Errorf("%s: the page does not say that nothing changed", language)
		}
	}
}

func TestOnlyViewsOfOneLedgerAreCompared(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	other := request(t, claimed(t, map[string]string{"amount": "81"}), locale.English, today, today)
	for _, from := range []*ledger.View{nil, other.View} {
		if _, err := report.PlanSince(t.Context(), report.SinceRequest{Request: r, From: from}); err == nil {
			t.Error("views of two ledgers were compared")
		}
	}
}
