package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// fundsOn gives the tab Funds as of two days; empty days are today.
func fundsOn(t *testing.T, happened, known string) (*Window, *funds, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("funds")
	settle()
	if happened != "" {
		w.setDays(parsed(t, happened), parsed(t, known))
		settle()
	}
	return w, w.view().(*funds), settle
}

// RULES 12: announced USD 1bn, committed JPY 100bn, deployed RUB 10bn, traced
// 0, not traced RUB 10bn, called not known; on the day after the summit only
// the announcement.
func TestAFundIsShownStepByStep(t *testing.T) {
	for _, c := range []struct {
		happened, known string
		want, not       []string
	}{
		{"", "", []string{"Announced\nUSD 1.0bn\nJPY 111bn at 111 of 21 Nov 2016", "Committed\nJPY 100bn", "Called\nnot known", "Deployed\nRUB 10bn\nno rate from RUB to JPY", "traced to deals\n0", "not traced to a deal\nRUB 10bn",
			"Returned\nnone recorded", "refused: no rate from RUB to JPY", "RJIF stake in Transneft"}, nil},
		{"2016-12-17", "2016-12-17", []string{"Announced\nUSD 1.0bn", "Committed\nnone recorded", "refused: nothing is recorded as deployed", "No deal names this fund as what pays for it."}, []string{"JPY 111bn", "RUB 10bn"}},
		{"2018-12-31", "2026-11-23", []string{"Committed\nJPY 100bn", "Deployed\nRUB 10bn"}, nil},
		{"2022-03-31", "2026-11-23", []string{"Committed\nJPY 100bn", "Deployed\nRUB 10bn"}, nil},
	} {
		_, f, _ := fundsOn(t, c.happened, c.known)
		text := textsOf(f.box.Objects)
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page lacks %q", c.happened, want)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: the page says %q", c.happened, not)
			}
		}
	}
}

func TestClaimsOfAFundStandSideBySide(t *testing.T) {
	for language, want := range map[locale.Language][]string{
		locale.English:  {"7 figures that differ", "about USD 1.0bn\nKirill Dmitriev", "about JPY 100bn\nNikkei", "22 Nov 2016, before the summit"},
		locale.Japanese: {"食い違う7つの数値", "約10億ドル\nKirill Dmitriev", "約1,000億円\nNikkei", "9.01億ドル", "9.02億ドル"},
		locale.Russian:  {"7 расходящихся цифр", "около 1,0\u00a0млрд\u00a0долл.\nKirill Dmitriev"},
	} {
		w, f, settle := fundsOn(t, "", "")
		w.setLanguage(language)
		settle()
		text := strings.ReplaceAll(textsOf(f.box.Objects), "млрд ", "млрд\u00a0")
		for _, sentence := range want {
			if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), strings.ReplaceAll(sentence, "\u00a0", " ")) {
				t.Errorf("%s: the page lacks %q", language, sentence)
			}
		}
	}
}

func TestAStepOfAFundOpensAndFollowsTheDay(t *testing.T) {
	w, f, settle := fundsOn(t, "", "")
	w.focusView()
	if w.window.Canvas().Focused() != f.figureSpot(f.first) {
		t.Error("the first figure has not the keys")
	}
	fund, _ := w.desk.ledger.Find(ledger.Funds, "russia-japan-investment-fund")
	place := f.places[refID(w.desk.ledger, fund)+"."+analysis.FundCommitted+".JPY"]
	if place == nil {
		t.Fatal("what is committed does not open")
	}
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	settle()
	if !w.figure.opened || w.figure.shown.number != "JPY 100bn" || len(w.figure.shown.total.Added) != 1 {
		t.Fatalf("the panel shows %+v", w.figure.shown)
	}
	w.setDays(parsed(t, "2016-12-17"), parsed(t, "2016-12-17"))
	settle()
	if w.figure.opened {
		t.Error("the panel still shows a commitment that nobody had made")
	}
}

func TestFundsAreSearchedAndShownAsATable(t *testing.T) {
	w, f, settle := fundsOn(t, "", "")
	w.header.search.SetText("platform")
	settle()
	if text := textsOf(f.box.Objects); !strings.Contains(text, "Japan-Russia investment platform") || strings.Contains(text, "Russia-Japan Investment Fund") {
		t.Errorf("the page shows %q", text)
	}
	if left, chips, _ := w.foot.Texts(); left != "Showing 1 of 4" || len(chips) != 1 {
		t.Errorf("%q, %q", left, chips)
	}
	f.setTable(true)
	if !f.grid.Visible() || f.scroll.Visible() || f.focus() != fyne.Focusable(f.grid) {
		t.Error("no table is shown")
	}
	w.header.search.SetText("nothing of the kind")
	settle()
	f.setTable(false)
	if !f.grid.Visible() {
		t.Error("nothing says why no fund is shown")
	}
}
