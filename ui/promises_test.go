package ui

import (
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/ui/controls"
)

// promisesOn gives the tab Promises as of two days; empty days are today.
func promisesOn(t *testing.T, happened, known string) (*Window, *promises, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("promises")
	settle()
	if happened != "" {
		w.setDays(parsed(t, happened), parsed(t, known))
		settle()
	}
	return w, w.view().(*promises), settle
}

func parsed(t *testing.T, text string) ledger.Day {
	t.Helper()
	day, err := ledger.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// The score by day: RULES 16 for today, counted in promises.csv and events.csv
// for the others.
func TestPromisesSayHowManyWereKept(t *testing.T) {
	for _, c := range []struct{ happened, known, headline, shown string }{
		{"", "", "24 promises: 8 kept of 12 assessed", "Showing 24 of 24"},
		{"2016-12-17", "2016-12-17", "10 promises: 1 kept of 1 assessed", "Showing 10 of 24"},
		{"2018-12-31", "2026-11-23", "21 promises: 8 kept of 11 assessed", "Showing 21 of 24"},
		{"2022-03-31", "2026-11-23", "23 promises: 8 kept of 12 assessed", "Showing 23 of 24"}, // the undated one begins when it became known
	} {
		w, p, _ := promisesOn(t, c.happened, c.known)
		if text := textsOf(p.top.Objects); !strings.Contains(text, c.headline) {
			t.Errorf("%s: head says %q, want %q", c.happened, text, c.headline)
		}
		if left, _, right := w.foot.Texts(); !strings.HasPrefix(left, c.shown) || !strings.Contains(right, "which says nothing about whether") {
			t.Errorf("%s: foot %q, %q", c.happened, left, right)
		}
	}
}

func TestVerdictsStandInOrderWithRulesBetween(t *testing.T) {
	_, p, settle := promisesOn(t, "", "")
	var verdicts []string
	for row := range p.rows.Len() {
		if row == 0 || p.rows.Divides(row) {
			verdicts = append(verdicts, p.rows.Cell(row, "verdict").Text)
		}
	}
	want := "Not yet due, Past due, no report, No due day, Broken, Partly kept, Kept, at least 159 days late, Kept"
	if got := strings.Join(verdicts, ", "); got != want {
		t.Errorf("verdicts in order: %s, want %s", got, want)
	}
	for _, column := range p.grid.Columns() {
		p.sortBy(column.ID, false)
		settle()
		if len(p.query.Sort) == 0 || p.sortedColumns()[0].Column != column.ID {
			t.Errorf("a click on %s sorts by %v", column.ID, p.query.Sort)
		}
	}
	p.sortBy("made_on", false)
	settle()
	for row := range p.rows.Len() {
		if p.rows.Divides(row) {
			t.Fatal("rules between verdicts although the rows are in another order")
		}
	}
}

func TestAFigureOfPromisesOpens(t *testing.T) {
	w, p, settle := promisesOn(t, "", "")
	pastDue := p.score.Verdict(ledger.VerdictPastDue)
	w.openFigure(figure{name: "past due", number: "10", total: pastDue})
	settle()
	if len(pastDue.Added) != 10 {
		t.Fatalf("%d promises are past due, want 10", len(pastDue.Added))
	}
	opens := 0
	for _, object := range p.top.Objects {
		if spot, ok := object.(*controls.Spot); ok && spot.OnPress != nil {
			opens++
		}
	}
	if opens != 7 {
		t.Errorf("%d figures open, want one for each of the 7 verdicts that occur", opens)
	}
}

func TestPromisesAreFilteredSearchedAndCopied(t *testing.T) {
	w, p, settle := promisesOn(t, "", "")
	p.ask(p.query.Toggle("verdict", "kept"))
	settle()
	w.header.search.SetText("fund")
	settle()
	left, chips, _ := w.foot.Texts()
	if left != "Showing 1 of 24" || len(chips) != 2 {
		t.Errorf("%q with the chips %q: kept and with the word fund is rjif-start-2017 only", left, chips)
	}
	lines := strings.Split(strings.TrimSuffix(p.copyText(), "\n"), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "Promise\tMade by\tMade on\tDue on\tReported on\tVerdict") || !strings.Contains(lines[1], "Sep 2017\tKept") {
		t.Errorf("copied %q", lines)
	}
	w.showEverything()
	settle()
	if left, chips, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing 24 of 24") || len(chips) != 0 {
		t.Errorf("with everything shown: %q, %q", left, chips)
	}
}

func TestTheRecordOfAPromiseSaysWhatIsNotKnown(t *testing.T) {
	for language, want := range map[locale.Language][]string{
		locale.English:  {"No move of the due day is recorded.", "That says nothing about whether it was kept."},
		locale.Japanese: {"期限の変更は記録されていない。", "履行の有無については何も示さない。"},
		locale.Russian:  {"Переносов срока не записано.", "Это не говорит о том, выполнено ли обещание."},
	} {
		w, _, settle := promisesOn(t, "", "")
		w.setLanguage(language)
		settle()
		promise, _ := w.desk.ledger.Find(ledger.Promises, "youth-exchange-1000")
		blocks, _ := recordBlocks(w.desk, promise, w.showRecord, w.visit)
		text := strings.Join(blockTexts(blocks), "\n")
		for _, sentence := range want {
			if !strings.Contains(text, sentence) {
				t.Errorf("%s: the panel lacks %q", language, sentence)
			}
		}
	}
}

// The plant at Ust-Kut was to open in 2023; an event of 2023 says 2025.
func TestTheRecordOfADealSaysHowItsDayMoved(t *testing.T) {
	w, _, _ := promisesOn(t, "", "")
	deal, _ := w.desk.ledger.Find(ledger.Deals, "irkutsk-polymer-plant")
	blocks, _ := recordBlocks(w.desk, deal, w.showRecord, w.visit)
	if text := strings.Join(blockTexts(blocks), "\n"); !strings.Contains(text, "at least 367 days, at most 1,095 days") {
		t.Errorf("the panel says %s", text)
	}
}
