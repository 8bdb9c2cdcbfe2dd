package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// checksOf goes to the tab of checks.
func checksOf(t *testing.T, w *Window, settle func()) *checks {
	t.Helper()
	w.goTo("checks")
	settle()
	c, ok := w.view().(*checks)
	if !ok {
		t.Fatal("no tab of checks")
	}
	return c
}

func (c *checks) triedRule(t *testing.T, id string) tried {
	t.Helper()
	for _, one := range c.tried {
		if one.id == id {
			return one
		}
	}
	t.Fatalf("the rule %s was not tried", id)
	return tried{}
}

// Ten promises are past due without a report (RULES 16); each line says since
// when and leads to its promise.
func TestChecksNameTheRecordsAndLeadToThem(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	c.rules.OnSelect(analysis.CheckPastDue)
	rows := c.caseRows()
	if rows.Len() != 10 {
		t.Fatalf("%d lines, want the 10 promises past due", rows.Len())
	}
	want := map[string]string{
		// due 2016-12-16, as of 2026-11-23: 15 days of December, 9 years with 3 leap days (2017 to 2025: 2020, 2024) and 327 days of 2026
		"JBIC signs about ten or more memoranda at the visit": "Due 16 Dec 2016, 3,629 days past, no report.",
		"220,000 visitors between the two countries in 2018":  "Due 2018, 2,884 days past, no report.", // from its last day
	}
	for row := range rows.Len() {
		title := rows.Cell(row, "record").Text
		if matter, known := want[title]; known && rows.Cell(row, "matter").Text != matter {
			t.Errorf("%s: %q, want %q", title, rows.Cell(row, "matter").Text, matter)
		}
		delete(want, title)
		c.cases.OnSelect(rows.ID(row))
		shown, ok := w.record.shown()
		if !ok || shown.Kind != ledger.Promises || w.desk.printer.Title(w.desk.ledger, shown) != title {
			t.Errorf("the line %q does not lead to its promise", title)
		}
	}
	if len(want) > 0 {
		t.Errorf("not named: %v", want)
	}
}

// Every rule is said in all languages: its name, itself in words, what to do,
// what is the matter with each case, and why the rest cannot be told.
func TestEveryRuleSpeaksEveryLanguage(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		for _, one := range c.tried {
			texts := []string{c.desk.ruleName(one), c.desk.ruleText(one), c.desk.text("check.todo." + one.id)}
			for _, row := range c.desk.caseRowsOf(one) {
				texts = append(texts, row.matter, row.title)
			}
			for _, text := range texts {
				if text == "" || strings.HasPrefix(text, "check.") || strings.HasPrefix(text, "checks.") || strings.Contains(text, "{") {
					t.Errorf("%s, %s: %q", language, one.id, text)
				}
			}
			if one.id != checkFormat && !c.desk.printer.Has("check.matter."+one.id) {
				t.Errorf("%s: nothing says what is the matter when %s finds something", language, one.id)
			}
		}
	}
}

// Shown and hidden are together all rules, and each rule has one answer.
func TestChecksAreNarrowedDown(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	all := len(c.tried)
	if all != len(analysis.Checks(w.desk.view))+1 {
		t.Fatalf("%d rules shown; the analysis has %d and the format is one more", all, len(analysis.Checks(w.desk.view)))
	}
	total := 0
	for _, answer := range answers {
		c.narrow(fieldAnswer, []string{string(answer)})
		for _, one := range c.shown {
			if one.answer != answer {
				t.Errorf("%s is shown under %s", one.id, answer)
			}
		}
		total += len(c.shown)
		left, chips, _ := w.foot.Texts()
		if !strings.HasPrefix(left, "Showing "+w.printer.Integer(len(c.shown))+" of "+w.printer.Integer(all)) || len(chips) != 1 {
			t.Errorf("%s: the foot says %q, %q", answer, left, chips)
		}
	}
	if total != all {
		t.Errorf("the three answers have %d rules, want %d", total, all)
	}
	w.showEverything()
	settle()
	w.header.search.SetText("Isuzu")
	settle()
	var found []string
	for _, one := range c.shown {
		found = append(found, one.id)
	}
	slices.Sort(found) // the promise of 2021 is past due, the plants of Isuzu cost roubles
	if !slices.Equal(found, []string{analysis.CheckCurrencies, analysis.CheckPastDue}) {
		t.Errorf("the words of a record find the rules %v", found)
	}
	w.showEverything()
	settle()
	if len(c.shown) != all {
		t.Errorf("after showing everything %d of %d", len(c.shown), all)
	}
}

func TestChecksAreCopiedAsATable(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	c.rules.SelectAll()
	lines := strings.Split(strings.TrimSpace(c.copyText()), "\n")
	if len(lines) != len(c.tried)+1 {
		t.Errorf("%d lines for %d rules under a heading", len(lines), len(c.tried))
	}
	c.choose(analysis.CheckPastDue)
	w.window.Canvas().Focus(c.cases)
	if text := c.copyText(); !strings.Contains(text, "Production of a new Isuzu range in Ulyanovsk\tPromise\t") || strings.Count(text, "\n") != 11 {
		t.Errorf("the cases are copied as %q", text)
	}
}

// On the last day of the summit, with what was known then, nothing is past due:
// the rule that is fine says on what it was tried.
func TestNoFindingIsSaidAsSuch(t *testing.T) {
	w, settle := opened(t)
	day := ledger.DayOf(2016, 12, 16)
	w.setDays(day, day)
	settle()
	c := checksOf(t, w, settle)
	if one := c.triedRule(t, analysis.CheckPastDue); one.answer != analysis.Fine {
		t.Fatalf("on 16 Dec 2016 the rule of due days answers %s", one.answer)
	}
	c.choose(analysis.CheckPastDue)
	if text := c.desk.todoText(c.triedRule(t, analysis.CheckPastDue)); text != "Tried on every record in view as of 16 Dec 2016, known by 16 Dec 2016: nothing to correct." {
		t.Errorf("a fine rule says %q", text)
	}
	fine := []tried{{id: "a", answer: analysis.Fine}, {id: "b", answer: analysis.CannotTell}}
	if text := c.desk.checksHeadline(fine); text != "2 rules tried, no findings: 1 fine, 1 cannot be told" {
		t.Errorf("without findings: %q", text)
	}
}

// A folder that breaks the format is not opened; its faults stand in the tab
// of checks, cell by cell.
func TestFaultsOfARefusedFolderAreListed(t *testing.T) {
	w, settle := opened(t)
	folder := filepath.Join(t.TempDir(), "broken")
	contents, err := w.file.contents()
	if err != nil {
		t.Fatal(err)
	}
	if err := exchange.WriteFolder(folder, contents); err != nil {
		t.Fatal(err)
	}
	deals := filepath.Join(folder, "deals.csv")
	text, err := os.ReadFile(deals)
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(text), "arctic-lng-2,", "Arctic LNG 2,", 1)
	if err := os.WriteFile(deals, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	w.openPath(folder)
	settle()
	c := checksOf(t, w, settle)
	one := c.triedRule(t, checkRefused)
	if one.answer != analysis.Finding || one.severity != analysis.Fault {
		t.Fatalf("the refused folder: %+v", one)
	}
	c.choose(checkRefused)
	rows := c.caseRows()
	found := false
	for row := range rows.Len() {
		if rows.Cell(row, "record").Text == "deals.csv" && rows.Cell(row, "column").Text == "key" && strings.Contains(rows.Cell(row, "matter").Text, "\"Arctic LNG 2\" stands there.") {
			found = true
		}
	}
	if !found || c.triedRule(t, checkFormat).answer != analysis.Fine {
		t.Error("the fault of the folder is not named, or taken for one of the open file")
	}
}

func TestChecksByKeyboard(t *testing.T) {
	w, settle := opened(t)
	c := checksOf(t, w, settle)
	w.focusView()
	c.rules.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	first := c.chosen
	c.rules.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if c.chosen == first {
		t.Error("the arrow does not choose the next rule")
	}
	c.rules.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.window.Canvas().Focused() != fyne.Focusable(c.cases) {
		t.Fatal("Enter does not lead to the cases")
	}
	c.cases.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if _, ok := w.record.shown(); !ok {
		t.Error("the arrow shows no record")
	}
	w.closeRecord()
	w.window.Canvas().Focus(c.cases)
	c.cases.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.window.Canvas().Focused() != fyne.Focusable(c.rules) {
		t.Error("Escape does not lead back to the rules")
	}
}

// Going to a tab by a command takes the keys along: those of the tab before,
// which is not on the screen any more, get none.
func TestATabTakesTheKeys(t *testing.T) {
	w, settle := opened(t)
	s := sinceOf(t, w, settle)
	w.focusView()
	if w.window.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Fatal("the changes have not the keys")
	}
	w.do("tab_checks")
	settle()
	c := checksOf(t, w, settle)
	if w.window.Canvas().Focused() != fyne.Focusable(c.rules) {
		t.Error("the keys stayed in the tab before")
	}
	w.window.Canvas().Focus(w.tabs)
	w.goTo("since")
	settle()
	if w.window.Canvas().Focused() != fyne.Focusable(w.tabs) {
		t.Error("the bar of tabs lost the keys while going through them")
	}
}
