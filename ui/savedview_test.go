package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// shownNow writes what the window shows: tab, count, days, level and groups.
func shownNow(w *Window) string {
	left, _, _ := w.foot.Texts()
	s := w.state()
	return strings.Join([]string{s.tab, left, s.query.Typed, s.query.Text(), strings.Join(query.GroupOf(s.query), ";"), strings.Join(query.SortOf(s.query), ";"), strings.Join(s.columns, ";"), s.lane, s.layout, s.days.Happened.String(), s.countAt.String()}, "|")
}

// savedAs saves what is shown under a name, as the dialog does.
func savedAs(t *testing.T, w *Window, settle func(), name string) {
	t.Helper()
	view := w.saved(w.state())
	view.Name = strings.TrimSpace(name)
	w.keepView(view)
	settle()
	if ref, open := w.openedView(); !open || w.desk.ledger.Value(ref, "name") != view.Name {
		t.Fatalf("the view %s is not open once it is saved", name)
	}
}

// A view is saved with its filters, groups, day and level; other filters mark
// it as changed; reset, the palette and a new start bring it back.
func TestASavedViewIsOpenedAgain(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	l.ask(l.query.With("sector", []string{"extractives"}).With("at_summit", []string{"yes", "reported"}))
	settle()
	l.groupBy("instrument")
	settle()
	w.search("gas")
	settle()
	w.setDays(ledger.DayOf(2018, 12, 31), ledger.NoDay)
	settle()
	w.setCountAt(analysis.AtSigned)
	settle()
	savedAs(t, w, settle, "Газ 2018")
	want := shownNow(w)
	if _, changed := w.switcher.Text(); changed != "" {
		t.Error("it is marked as changed once it is saved")
	}

	l.ask(l.query.With("sector", nil))
	settle()
	if name, changed := w.switcher.Text(); name != "Газ 2018" || changed != "changed" {
		t.Errorf("with another filter the foot says %q, %q", name, changed)
	}
	w.do("view_reset")
	settle()
	if got := shownNow(w); got != want {
		t.Errorf("reset to %s,\nwant %s", got, want)
	}

	w.showEverything()
	w.setCountAt(analysis.AtAnnounced)
	w.goTo("sources")
	settle()
	ref, err := w.desk.ledger.FindView("газ 2018")
	if err != nil {
		t.Fatal(err)
	}
	w.openView(ref)
	settle()
	if got := shownNow(w); got != want {
		t.Errorf("opened from another tab: %s,\nwant %s", got, want)
	}
}

// Every tab keeps what was chosen in it: for each, a view is saved, everything
// is taken away, and the view brings back what was shown.
func TestViewsOfEveryTab(t *testing.T) {
	w, settle := opened(t)
	choose := map[string]func(){
		"overview": func() { w.setDays(ledger.DayOf(2018, 12, 31), ledger.NoDay) },
		"pipeline": func() {
			l := w.listingShown()
			l.ask(l.query.With("outcome", []string{"open"}))
			settle()
			w.view().(*pipeline).groupOrLane("sector")
		},
		"agreements": func() { w.listingShown().grid.ShowColumns([]string{"title", "value", "sector"}) },
		"funds":      func() { w.do("board"); w.goTo("funds"); settle(); w.listingShown().head.mode.OnChoose("table") },
		"claims": func() {
			w.view().(*claims).chooseForm("count")
			settle()
			w.listingShown().grid.OnSelect(refID(w.desk.ledger, ledger.Ref{Kind: ledger.Claims, Row: 3}))
		},
		"promises":      func() { l := w.listingShown(); l.ask(l.query.With("verdict", []string{"overdue"})) },
		"tracks":        func() { w.listingShown().grid.OnSelect(refID(w.desk.ledger, ledger.Ref{Kind: ledger.Tracks, Row: 2})) },
		"timeline":      func() { l := w.listingShown(); l.ask(l.query.With("kind", []string{"signed"})) },
		"organisations": func() { w.search("bank") },
		"sources":       func() { w.listingShown().sortBy("publisher", false) },
		"checks": func() {
			w.view().(*checks).narrow("answer", []string{"finding", "fine"})
			settle()
			w.search("rate")
		},
		"since": func() { w.view().(*since).choose(newSinceDays().otherClock().since(ledger.DayOf(2020, 1, 1))) },
	}
	for _, tab := range TabNames() {
		act := choose[tab]
		if act == nil {
			continue
		}
		w.goTo(tab)
		settle()
		before := shownNow(w) + w.state().record
		act()
		settle()
		w.goTo(tab)
		settle()
		savedAs(t, w, settle, "view of "+tab)
		want := shownNow(w) + w.state().record
		if want == before {
			t.Errorf("%s: nothing was chosen", tab)
		}
		for w.ways.CanBack() {
			w.viewBack()
			settle()
		}
		w.goTo("organisations")
		settle()
		w.openNamed("view of " + tab)
		settle()
		if got := shownNow(w) + w.state().record; got != want {
			t.Errorf("%s: %s,\nwant %s", tab, got, want)
		}
		if _, changed := w.switcher.Text(); changed != "" {
			t.Errorf("%s: it is marked as changed once it is opened", tab)
		}
	}
}

// What is typed as a filter may come back as a chosen value: it is the same
// view, not a changed one.
func TestAViewOfTypedFiltersIsNotChanged(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	for _, typed := range []string{"sector:health hospital", "sector:health OR gas", "at_summit:yes -gas \"joint statement\"", "  two   spaces "} {
		w.header.search.SetText(typed)
		settle()
		left, _, _ := w.foot.Texts()
		savedAs(t, w, settle, typed)
		if _, changed := w.switcher.Text(); changed != "" {
			t.Errorf("%q is marked as changed once it is saved", typed)
		}
		w.showEverything()
		settle()
		w.openNamed(strings.TrimSpace(typed))
		settle()
		again, _, _ := w.foot.Texts()
		if _, changed := w.switcher.Text(); changed != "" || again != left {
			t.Errorf("%q shows %q again, was %q, changed %q", typed, again, left, changed)
		}
	}
}

// Each change of what is shown is a step that can be taken back and gone
// again, whatever it was; typing a word is one step.
func TestBackThroughWhatWasShown(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	var shown []string
	step := func(do func()) {
		do()
		settle()
		shown = append(shown, shownNow(w))
	}
	step(func() {})
	step(func() { l.facets.OnToggle("track", "commercial") })
	step(func() {
		for _, typed := range []string{"g", "ga", "gas"} {
			w.header.search.SetText(typed)
			settle()
		}
	})
	step(func() { w.setDays(ledger.DayOf(2017, 6, 30), ledger.NoDay) })
	step(func() { w.goTo("pipeline") })
	step(func() { w.setCountAt(analysis.AtBinding) })
	step(func() { w.do("show_everything") })
	for i := len(shown) - 2; i >= 0; i-- {
		w.do("back")
		settle()
		if got := shownNow(w); got != shown[i] {
			t.Errorf("back to step %d: %s,\nwant %s", i, got, shown[i])
		}
	}
	for i := 1; i < len(shown); i++ {
		w.do("forward")
		settle()
		if got := shownNow(w); got != shown[i] {
			t.Errorf("forward to step %d: %s,\nwant %s", i, got, shown[i])
		}
	}
	if w.ways.CanForward() {
		t.Error("there is more ahead than was shown")
	}
	if w.file.workspace.Revision() != 0 {
		t.Error("going back and forth is in the journal of edits")
	}
}

// The palette finds views by a few letters of their names; its list of views
// has nothing else.
func TestThePaletteFindsViews(t *testing.T) {
	w, settle := opened(t)
	w.goTo("funds")
	settle()
	savedAs(t, w, settle, "Фонды и банки")
	savedAs(t, w, settle, "Arctic")
	for _, c := range []struct {
		views bool
		typed string
		first string
	}{{false, "фонды", "Фонды и банки"}, {true, "", "Arctic"}, {true, "банк", "Фонды и банки"}} {
		w.openPaletteOf(c.views)
		entry, ok := w.window.Canvas().Focused().(*paletteEntry)
		if !ok {
			t.Fatal("the palette does not have the keys")
		}
		entry.SetText(c.typed)
		if len(entry.palette.found) == 0 || entry.palette.found[0].text != c.first {
			t.Errorf("%q finds %v first, want %s", c.typed, entry.palette.found, c.first)
		}
		if c.views && slices.ContainsFunc(entry.palette.found, func(f found) bool { return !strings.HasPrefix(f.note, "view, ") }) {
			t.Errorf("%q finds more than views", c.typed)
		}
		w.dismiss()
	}
}

// Saving, renaming and deleting a view are edits that undo takes back; what is
// shown stays.
func TestViewsAreUndone(t *testing.T) {
	w, settle := opened(t)
	w.goTo("sources")
	settle()
	savedAs(t, w, settle, "One")
	w.search("tass")
	settle()
	w.do("view_save")
	settle()
	if _, changed := w.switcher.Text(); changed != "" {
		t.Error("the saved changes are still changes")
	}
	w.do("undo")
	settle()
	if name, changed := w.switcher.Text(); name != "One" || changed == "" || w.view().typed() != "tass" {
		t.Errorf("undone the view is %q, %q; the words %q stay", name, changed, w.view().typed())
	}
	w.do("view_delete")
	settle()
	if name, _ := w.switcher.Text(); name != "Views" || w.desk.ledger.Len(ledger.SavedViews) != 0 {
		t.Errorf("deleted, the foot says %q", name)
	}
	w.do("undo")
	settle()
	if w.desk.ledger.Len(ledger.SavedViews) != 1 {
		t.Error("undo does not bring the view back")
	}
}

// A reason that a day gives takes away that day only; where no day is chosen it
// cannot be taken away.
func TestADayIsTakenAwayByItself(t *testing.T) {
	w, settle := opened(t)
	w.goTo("timeline")
	settle()
	w.setDays(ledger.DayOf(2018, 12, 31), ledger.DayOf(2020, 12, 31))
	settle()
	_, chips, _, _ := w.view().foot()
	if len(chips) < 2 {
		t.Fatalf("%d reasons, want what had not happened and what was not known", len(chips))
	}
	chips[0].Press()
	settle()
	if w.days != (days{ledger.NoDay, ledger.DayOf(2020, 12, 31)}) {
		t.Errorf("without the first reason the days are %v", w.days)
	}
	w.do("back")
	settle()
	if w.days != (days{ledger.DayOf(2018, 12, 31), ledger.DayOf(2020, 12, 31)}) {
		t.Errorf("back again the days are %v", w.days)
	}
	_, chips, _, _ = w.view().foot()
	chips[1].Press()
	settle()
	if w.days != (days{ledger.DayOf(2018, 12, 31), ledger.NoDay}) {
		t.Errorf("without the second reason the days are %v", w.days)
	}
	w.setDays(ledger.NoDay, ledger.NoDay)
	settle()
	if _, chips, _, _ = w.view().foot(); len(chips) > 0 && chips[0].Press != nil {
		t.Error("what is still to come can be taken away")
	}
}

// The list over the foot opens a view by keys alone.
func TestTheListOfViewsByKeys(t *testing.T) {
	w, settle := opened(t)
	w.goTo("sources")
	settle()
	w.search("tass")
	settle()
	savedAs(t, w, settle, "Agency")
	w.showEverything()
	settle()
	w.window.Canvas().Focus(w.switcher)
	w.switcher.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	menu, ok := w.window.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatal("the list does not have the keys")
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	settle()
	if _, changed := w.switcher.Text(); changed != "" || w.view().typed() != "tass" {
		t.Errorf("the view is not open: words %q, %q", w.view().typed(), changed)
	}
}

// A name that is none is told in the words of the window; what is shown stays.
func TestAViewThatThereIsNot(t *testing.T) {
	w, settle := opened(t)
	w.goTo("funds")
	settle()
	before := shownNow(w)
	w.openNamed("nobody's")
	settle()
	if want := w.printer.Text("view.not_found", "nobody's"); w.bar.Text() != want || shownNow(w) != before {
		t.Errorf("the bar says %q, want %q; shown %s", w.bar.Text(), want, shownNow(w))
	}
}

// A folder that can only be looked at shows its views; saving one is refused
// with the reason.
func TestViewsOfAFolder(t *testing.T) {
	w, settle := opened(t)
	w.goTo("funds")
	settle()
	savedAs(t, w, settle, "Funds of the folder")
	summit, err := w.file.contents()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := exchange.WriteFolder(folder, summit); err != nil {
		t.Fatal(err)
	}
	w.goTo("sources")
	w.openPath(folder)
	settle()
	if _, open := w.openedView(); open {
		t.Error("the view of the other file is still open")
	}
	w.openNamed("funds of the folder")
	settle()
	if name, changed := w.switcher.Text(); w.view().id() != "funds" || name != "Funds of the folder" || changed != "" {
		t.Errorf("shown is %s, the view %q, %q", w.view().id(), name, changed)
	}
	w.do("view_save_as")
	if w.covered() || !strings.Contains(w.bar.Text(), w.printer.Text("refused.read_only")) {
		t.Errorf("saving asks for a name, or the bar says %q", w.bar.Text())
	}
}
