package ui

import (
	"context"
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// The printed page of checks names every rule that is shown, and what the
// screen says of it, in each language.
func TestChecksArePrinted(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		title, sections := c.printed()
		document, err := report.Pages(context.Background(), w.briefRequest(), title, "checks", sections)
		if err != nil {
			t.Fatal(err)
		}
		if len(sections) != len(c.tried) || title != c.head.text {
			t.Errorf("%s: %d rules printed of %d under %q", language, len(sections), len(c.tried), title)
		}
		if language == locale.English && !strings.Contains(strings.Join(document.Text(), "\n"), "Production of a new Isuzu range in Ulyanovsk | Due 2021, 1,788 days past, no report.") {
			t.Error("a finding is not printed as it stands on the screen")
		}
	}
	if w.needsPage() != "" {
		t.Error("the page of checks cannot be printed")
	}
}

// A page without findings is printed with what was tried, and so is a time in
// which nothing changed.
func TestNothingFoundAndNothingChangedArePrinted(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	c.narrow(fieldAnswer, []string{string(analysis.Fine)})
	_, sections := c.printed()
	for _, section := range sections {
		if last := section.Sentences[len(section.Sentences)-1]; !strings.HasPrefix(last, "Tried on every record in view as of 23 Nov 2026") && !strings.HasPrefix(last, "All ") {
			t.Errorf("%s: %q", section.Heading, last)
		}
	}
	s := sinceOf(t, w, settle)
	read := func() string {
		plan, err := s.pages()(t.Context(), w.briefRequest())
		if err != nil {
			t.Fatal(err)
		}
		document, err := plan.Document(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(document.Text(), "\n")
	}
	s.choose(sinceDays{from: ledger.DayOf(2026, 11, 23), to: ledger.NoDay, clock: knownClock})
	settle()
	if text := read(); !strings.Contains(text, "Nothing became known") {
		t.Errorf("printed: %s", text)
	}
	s.choose(newSinceDays())
	settle()
	whole := read()
	for _, row := range s.rows {
		if !strings.Contains(whole, strings.Fields(row.Title)[0]) {
			t.Errorf("%q is not printed", row.Title)
		}
	}
	s.narrow(fieldChange, []string{string(analysis.ChangeVerdict)})
	settle()
	if text := read(); strings.Contains(text, "Mazda Sollers engine plant") || !strings.Contains(text, "New verdict "+w.printer.Integer(len(s.shown))) && !strings.Contains(text, "New verdict | "+w.printer.Integer(len(s.shown))) {
		t.Errorf("what is filtered is printed otherwise:\n%s", text)
	}
}
