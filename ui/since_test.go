package ui

import (
	"strings"
	"testing"
	"time"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

func sinceOf(t *testing.T, w *Window, settle func()) *since {
	t.Helper()
	w.goTo("since")
	settle()
	s, ok := w.view().(*since)
	if !ok {
		t.Fatal("no tab of changes")
	}
	return s
}

// lineOf gives a change of a record as the grid shows it.
func (s *since) lineOf(change analysis.ChangeKind, title string) string {
	for _, row := range s.shown {
		if row.Change.Kind == change && row.Title == title {
			return strings.Join([]string{row.What, row.Before, row.After, row.When}, " | ")
		}
	}
	return "not there"
}

// From the summit's last day to today: the moves are those of RULES 16.
func TestSinceTheSummit(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	if got := s.head.text; got != "What happened from 16 Dec 2016 to 23 Nov 2026" {
		t.Errorf("the head says %q", got)
	}
	for _, c := range []struct {
		change      analysis.ChangeKind
		title, want string
	}{
		{analysis.ChangeStage, "Japanese 10 percent stake in Arctic LNG 2", "Deal | Memorandum | Construction | Sep 2019"},
		{analysis.ChangeOutcome, "Mazda Sollers engine plant in Vladivostok", "Deal | Open | Withdrawn | 24 Oct 2022"},
		{analysis.ChangeVerdict, "First project of the joint fund carried out within six months", "Promise | Not yet due | Kept late | 6 Dec 2017"},
	} {
		if got := s.lineOf(c.change, c.title); got != c.want {
			t.Errorf("%s: %q, want %q", c.title, got, c.want)
		}
	}
	if left, chips, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing "+w.printer.Integer(len(s.changes.List))+" of ") || len(chips) != 0 {
		t.Errorf("the foot says %q, %q", left, chips)
	}
}

// The columns of the table are the board of today (RULES 16), its rows that of
// the day before; every cell opens as many deals as it says.
func TestTheTableFromStageToStage(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	want := map[ledger.Stage]int{}
	for i, n := range []int{3, 9, 12, 1, 10, 0, 2, 23} {
		want[ledger.Stages()[i]] = n
	}
	got := map[ledger.Stage]int{}
	all := 0
	for _, cell := range s.changes.Table {
		if cell.StillThere {
			got[cell.To] += cell.Total.Count
		}
		all += len(cell.Total.Added)
	}
	for stage, n := range want {
		if got[stage] != n {
			t.Errorf("%d deals stand at %s, want %d", got[stage], stage, n)
		}
	}
	if all != 60 {
		t.Errorf("the table has %d deals, want 60", all)
	}
	opened := 0
	for _, object := range s.counts.Objects {
		if spot, ok := object.(*spot); ok && spot.OnPress != nil {
			opened++
		}
	}
	if opened < 20 {
		t.Errorf("%d numbers open", opened)
	}
}

// On the clock of what was known the summit's day after had 30 deals (RULES 3):
// 30 of today's 60 became known later.
func TestSinceOnTheClockOfWhatWasKnown(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	s.choose(sinceDays{from: ledger.DayOf(2016, 12, 17), to: ledger.NoDay, clock: knownClock})
	settle()
	for _, total := range s.changes.New {
		if total.ID == ledger.Deals.Table() && total.Count != 30 {
			t.Errorf("%d new deals, want 60 - 30", total.Count)
		}
	}
	if got := s.head.text; got != "What became known from 17 Dec 2016 to 23 Nov 2026" {
		t.Errorf("the head says %q", got)
	}
}

// Equal days: the page says that nothing changed, and offers ways on.
func TestNothingChangedIsSaid(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	today := ledger.DayOf(2026, 11, 23)
	for _, clock := range []clock{happenedClock, knownClock} {
		s.choose(sinceDays{from: today, to: ledger.NoDay, clock: clock})
		settle()
		if len(s.rows) != 0 || s.emptyState() == nil {
			t.Errorf("%s: %d changes within a day", clock, len(s.rows))
		}
	}
}

func TestChangesAreNarrowedDown(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	all := len(s.rows)
	total := 0
	for _, change := range report.ChangeOrder() {
		s.narrow(fieldChange, []string{string(change)})
		for _, row := range s.shown {
			if row.Change.Kind != change {
				t.Errorf("%s is shown under %s", row.Title, change)
			}
		}
		total += len(s.shown)
	}
	if total != all || all == 0 {
		t.Errorf("the kinds of change have %d lines together, want %d", total, all)
	}
	s.narrow(fieldChange, nil)
	w.header.search.SetText("Arctic LNG 2")
	settle()
	if len(s.shown) == 0 || len(s.shown) == all {
		t.Errorf("the words leave %d of %d", len(s.shown), all)
	}
	if _, chips, _ := w.foot.Texts(); len(chips) != 1 {
		t.Errorf("chips: %q", chips)
	}
	for _, row := range s.shown {
		s.open(row.id)
		if shown, ok := w.record.shown(); !ok || shown != row.Change.Record {
			t.Errorf("%s does not lead to its record", row.Title)
		}
	}
}

// The day on which the file was last looked at is kept over a start, and two
// starts on one day do not make today of it.
func TestTheLastBriefingIsRemembered(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	if looked := w.lookedBefore(); looked != ledger.NoDay {
		t.Errorf("never looked at before, but on %s", looked)
	}
	name := w.file.name
	for _, day := range []int{25, 28, 28} {
		w.options.Now = func() time.Time { return time.Date(2026, 11, day, 9, 0, 0, 0, time.UTC) }
		if err := w.closeFile(); err != nil {
			t.Fatal(err)
		}
		w.openPath(name)
		settle()
	}
	if looked := w.lookedBefore(); looked != ledger.DayOf(2026, 11, 25) {
		t.Errorf("last looked at on %s, want 25 Nov", looked)
	}
	s.head.chooseFrom("2026-11-25")
	settle()
	if s.days.clock != knownClock || s.head.from.Current() != "2026-11-25" {
		t.Errorf("since the last briefing: %+v", s.days)
	}
}

func TestChangesSpeakEveryLanguage(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		for _, row := range s.rows {
			for _, text := range []string{row.Title, row.What, row.Before, row.After} {
				if strings.HasPrefix(text, "since.") || strings.Contains(text, "{") {
					t.Fatalf("%s: %q", language, text)
				}
			}
		}
		for _, change := range report.ChangeOrder() {
			if text := s.desk.changeWord(fieldChange, string(change)); strings.HasPrefix(text, "since.") {
				t.Errorf("%s: %s", language, text)
			}
		}
	}
}
