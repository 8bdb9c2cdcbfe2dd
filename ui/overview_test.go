package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// onOverview gives the overview of the bundled summit.
func onOverview(t *testing.T) (*Window, *overview, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("overview")
	settle()
	o, ok := w.view().(*overview)
	if !ok {
		t.Fatal("the first tab is not the overview")
	}
	return w, o, settle
}

// drawn gives the texts of the page.
func drawn(o *overview) []*canvas.Text {
	var texts []*canvas.Text
	for _, object := range o.box.Objects {
		if text, ok := object.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// The headline of the real summit, in every language (RULES 16): 80 claimed,
// 44 itemised, 29 signed, 15 reported, 36 not found.
func TestTheOverviewSaysTheHeadline(t *testing.T) {
	w, o, settle := onOverview(t)
	for language, want := range map[locale.Language]string{
		locale.English:  "80 documents were announced. 44 can be named, and 29 of these are confirmed as signed.",
		locale.Japanese: "80件の文書が発表されました。そのうち44件が特定でき、29件は署名が確認されています。",
		locale.Russian:  "Объявлено документов: 80. Назвать можно 44, из них подтверждённо подписано 29.",
	} {
		w.setLanguage(language)
		settle()
		if !slices.ContainsFunc(drawn(o), func(text *canvas.Text) bool { return text.Text == want }) {
			t.Errorf("%s: the page does not say %q", language, want)
		}
	}
	for id, want := range map[string]string{"group.signed": "29", "group.reported": "15", "group.missing": "36", "itemised": "44", "no_paper": "6", "part.0": "68", "part.1": "12", "operating": "23", "stopped": "12", "silent": "28", "kept": "8", "talks": "4"} {
		if f := o.data.figures[id]; f.number != want {
			t.Errorf("%s is %q, want %q", id, f.number, want)
		}
	}
}

// The level fills squares and moves none: groups stay as they are (RULES 9.3).
func TestTheLevelFillsSquares(t *testing.T) {
	w, o, settle := onOverview(t)
	for level, want := range map[string]int{"announced": 44, "signed": 29, "financed": 12, "disbursed": 3} {
		w.do("count_at_" + level)
		settle()
		count, counted := 0, 0
		for _, group := range o.data.groups {
			if group.fill != missingFill {
				count, counted = count+group.count, counted+group.counted
			}
		}
		if count != 44 || counted != want {
			t.Errorf("at %s %d of %d squares are filled, want %d of 44", level, counted, count, want)
		}
	}
}

// Every number opens a panel that says the same number, in every language; it
// stays with the figure when the day changes, and no text of the page runs out of it.
func TestEveryNumberOfTheOverviewOpens(t *testing.T) {
	w, o, settle := onOverview(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		for _, width := range []float32{1280, 1440, 2560} {
			w.window.Resize(fyne.NewSize(width, 900))
			settle()
			for _, text := range drawn(o) {
				if text.Position().X < 0 || text.Position().X+text.MinSize().Width > width+1 {
					t.Errorf("%s, %.0f wide: %q from %.0f on", language, width, text.Text, text.Position().X)
				}
			}
		}
		for id := range o.spots {
			o.figureSpot(id).TypedKey(pressed(fyne.KeySpace))
			if !w.figure.Visible() || w.figure.shown.id != id || w.figure.shown.number != o.data.figures[id].number {
				t.Errorf("%s: %s opens %q with %q", language, id, w.figure.shown.id, w.figure.shown.number)
			}
			w.window.Canvas().Focused().TypedKey(pressed(fyne.KeyEscape))
			if w.figure.Visible() || w.window.Canvas().Focused() != o.figureSpot(id) {
				t.Errorf("%s: Escape does not lead back to %s", language, id)
			}
		}
	}
	o.figureSpot("operating").TypedKey(pressed(fyne.KeyReturn))
	w.setDays(ledger.DayOf(2018, 12, 31), ledger.NoDay)
	settle()
	if f := o.data.figures["operating"]; f.number == "23" || w.figure.shown.number != f.number {
		t.Errorf("at the end of 2018 the page says %s, the panel %s", f.number, w.figure.shown.number)
	}
}

// The arrow keys lead to every number of the page from the first one.
func TestArrowKeysReachEveryNumber(t *testing.T) {
	_, o, _ := onOverview(t)
	reached := map[fyne.Focusable]bool{o.focus(): true}
	for grew := true; grew; {
		grew = false
		for _, here := range o.order {
			if !reached[here.object] {
				continue
			}
			for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight} {
				if next, ok := here.next(key, o.order); ok && !reached[next.object] {
					reached[next.object], grew = true, true
				}
			}
		}
	}
	for _, here := range o.order {
		if !reached[here.object] {
			t.Errorf("the keys do not reach what stands at %.0f, %.0f", here.x, here.y)
		}
	}
}

// With nothing hidden the page has no foot; a day in the past brings it, with
// what it hides.
func TestTheFootOfTheOverview(t *testing.T) {
	w, _, settle := onOverview(t)
	if w.foot.Visible() {
		t.Error("a page that hides nothing has a foot")
	}
	w.lookAtSummit()
	settle()
	if _, chips, _ := w.foot.Texts(); !w.foot.Visible() || len(chips) != 1 {
		t.Errorf("as on the day after the summit the foot says %q", chips)
	}
}
