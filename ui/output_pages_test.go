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
		title, sections := c.pages()
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
	w.goTo("sources")
	settle()
	if w.needsPage() != "refused.no_page" {
		t.Error("a tab without a page of its own claims to have one")
	}
}

// A page without findings is printed with what was tried, and so is a time in
// which nothing changed.
func TestNothingFoundAndNothingChangedArePrinted(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	c.narrow(fieldAnswer, []string{string(analysis.Fine)})
	_, sections := c.pages()
	for _, section := range sections {
		if last := section.Sentences[len(section.Sentences)-1]; !strings.HasPrefix(last, "Tried on every record in view as of 23 Nov 2026") && !strings.HasPrefix(last, "All ") {
			t.Errorf("%s: %q", section.Heading, last)
		}
	}
	s := sinceOf(t, w, settle)
	s.choose(sinceDays{from: ledger.DayOf(2026, 11, 23), to: ledger.NoDay, clock: knownClock})
	settle()
	if _, sections := s.pages(); len(sections) != 1 || !strings.HasPrefix(sections[0].Sentences[0], "Nothing became known") {
		t.Errorf("printed: %+v", sections)
	}
	s.choose(newSinceDays())
	settle()
	rows := 0
	_, sections = s.pages()
	for _, section := range sections {
		rows += len(section.Rows)
	}
	if rows != len(s.rows) {
		t.Errorf("%d changes printed of %d", rows, len(s.rows))
	}
}
