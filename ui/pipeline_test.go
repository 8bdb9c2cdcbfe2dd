package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

func pipelineOf(t *testing.T, w *Window, settle func()) *pipeline {
	t.Helper()
	w.goTo("pipeline")
	settle()
	p, ok := w.view().(*pipeline)
	if !ok {
		t.Fatal("no pipeline")
	}
	return p
}

// RULES 16: USD 871m at construction, 9 of 11: USD 712,636,364; too few cases
// for identified (5), preparation (1) and financed (1).
func TestTheWeightedValueStandsOverTheDeals(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	for language, want := range map[locale.Language][]string{
		locale.English:  {"USD 712,636,364", "of USD 871m at construction, 9 of 11 such deals came to operate", "59 deals left out", "No rate with fewer than 10 cases: identified 5, preparation 1, financed 1"},
		locale.Japanese: {"712,636,364ドル", "59件は除外"},
		locale.Russian:  {"712\u00a0636\u00a0364\u00a0долл.", "59 проектов не учтено"},
	} {
		w.setLanguage(language)
		settle()
		texts := textsOf(p.band.Objects)
		for _, text := range want {
			if !strings.Contains(texts, text) {
				t.Errorf("%s: %q is not among %q", language, text, texts)
			}
		}
	}
}

// The number opens: one deal is added, and 59 are left out with the reasons.
func TestTheWeightedValueOpens(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	place := p.band.figureSpot("pipeline.weighted.USD")
	if place == nil {
		t.Fatal("the number does not open")
	}
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	shown := w.figure.shown
	left := 0
	for _, reason := range shown.total.LeftOut {
		left += len(reason.Refs)
	}
	if shown.number != "USD 712,636,364" || len(shown.items) != 1 || w.desk.ledger.Key(shown.items[0].ref) != "irkutsk-polymer-plant" || left != 59 {
		t.Errorf("opened %q with %d deals, %d left out", shown.number, len(shown.items), left)
	}
	if again, there := shown.remake(w.desk); !there || again.number != shown.number {
		t.Error("the figure cannot be made anew")
	}
}

// A rate that the reader gives is marked as such and changes the sum: half of
// USD 871m.
func TestTheReadersOwnRate(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	changes := w.file.ledger().Choose(w.today(), ledger.Choice{Name: ledger.SettingName{Topic: ledger.Probability, Stage: ledger.Construction}, Value: "0.5"})
	w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: changes}, w.failIf)
	settle()
	texts := textsOf(p.band.Objects)
	for _, text := range []string{"USD 435,500,000", "of USD 871m at construction, 50% by your own estimate"} {
		if !strings.Contains(texts, text) {
			t.Errorf("%q is not among %q", text, texts)
		}
	}
	w.undo()
	settle()
	if texts := textsOf(p.band.Objects); !strings.Contains(texts, "USD 712,636,364") {
		t.Errorf("after undo: %q", texts)
	}
}

// Base rates of RULES 16, and the ages of open deals, as the funnel shows them.
func TestTheFunnel(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	p.setMode(asFunnel)
	settle()
	for _, c := range []struct {
		part int
		want []string
	}{
		{partOperating, []string{"2 of 5", "2 of 15", "5 of 24", "0 of 1", "8 of 19", "0 of 1", "9 of 11"}},
		{partAges, []string{"0", "0", "0", "0", "1", "27", "1"}},
	} {
		var got []string
		for _, row := range p.funnel.parts[c.part].bars.Rows {
			got = append(got, row.Number)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if !strings.Contains(p.copyText(), "Construction\t9\t11\t0\t82%\n") {
		t.Errorf("copied: %q", p.copyText())
	}
	// The keys go through the rows and open k of n.
	chart := p.funnel.parts[partOperating].plot
	if w.window.Canvas().Focused() != fyne.Focusable(chart) {
		t.Fatal("the first chart has not the keys")
	}
	chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if shown := w.figure.shown; shown.number != "9" || shown.whole != "of 11 deals seen there long enough ago" || len(shown.total.Added) != 9 {
		t.Errorf("opened %q %q", shown.number, shown.whole)
	}
	w.closeFigure()
	w.do("board")
	if p.mode() != asBoard {
		t.Errorf("after the funnel comes %s", p.mode())
	}
}

// Every number of the funnel opens as many deals as it says.
func TestNumbersOfTheFunnelOpen(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	p.setMode(asFunnel)
	settle()
	for _, i := range []int{partOperating, partNext, partAges} {
		for _, row := range p.funnel.parts[i].bars.Rows {
			f, ok := p.funnel.parts[i].figures[row.ID]
			number, _, _ := strings.Cut(row.Number, " ")
			if !ok || number != w.printer.Integer(len(f.total.Added)) {
				t.Errorf("%s: %s opens %d", row.Label, row.Number, len(f.total.Added))
			}
		}
	}
	for _, row := range p.funnel.parts[partStays].bars.Rows {
		f, ok := p.funnel.parts[partStays].figures[row.ID]
		if row.ID != "" && (!ok || !strings.HasPrefix(row.Note, "mean of "+w.printer.Records(ledger.Deals, len(f.items)))) {
			t.Errorf("%s: %s, with %d deals", row.Label, row.Note, len(f.items))
		}
	}
}

// The age of the last news: 6 Sep 2017 is 3,365 days before 23 Nov 2026 (9
// years with 2 leap days, and 78 days), the last of six steps. Deals that
// operate or ended carry none.
func TestCardsShowTheAgeOfTheLastNews(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	ages := map[string]int{}
	marked := 0
	for _, column := range p.cards.columns {
		for _, group := range column.Groups {
			for i := range group.IDs {
				card := group.Card(i)
				ages[card.Title] = card.Age
				if card.Age > 0 {
					marked++
				}
			}
		}
	}
	for title, want := range map[string]int{"Waste-treatment system in Buryatia": 6, "Irkutsk Polymer Plant, Ust-Kut": 5, "Mitsubishi methanol plant on Sakhalin": 0, "Japanese 10 percent stake in Arctic LNG 2": 0} {
		if got, there := ages[title]; !there || got != want {
			t.Errorf("%s: %d steps, want %d", title, got, want)
		}
	}
	if marked != 28 { // 1 and 27 deals with an event, open and below operating
		t.Errorf("%d cards have an age, want 28", marked)
	}
	deal, _ := w.desk.ledger.Find(ledger.Deals, "buryatia-waste")
	if cell := p.rows.ageCell(deal); cell.Text != "3,365" {
		t.Errorf("the table says %q days", cell.Text)
	}
}

// A deal is stuck by its time in the stage, whatever the news: the number opens
// as many deals, the longest first.
func TestStuckDealsOpen(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	stuck := p.desk.stuckFigure()
	if stuck.number != w.printer.Integer(len(stuck.items)) || len(stuck.items) == 0 {
		t.Errorf("%s stuck, %d listed", stuck.number, len(stuck.items))
	}
	for _, item := range stuck.items {
		if state := w.desk.view.Deal(item.ref); state.Outcome != ledger.Open || state.Stage >= ledger.Operating {
			t.Errorf("%s is not open below operating", w.desk.ledger.Name(item.ref))
		}
	}
	if !strings.Contains(textsOf(p.band.Objects), "stuck: 730 days or more in their stage") {
		t.Error("the band does not say from when on deals count as stuck")
	}
}
