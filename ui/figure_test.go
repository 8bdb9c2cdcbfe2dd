package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/ui/panel"
)

func pressed(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// dealsFigure is a figure of the deals of the view that takes itself anew from
// another desk, as long as there are any.
func dealsFigure(d *desk) (figure, bool) {
	total := analysis.CountDeals(d.view)
	return figure{id: "deals", name: "deals", number: d.printer.Integer(total.Count), total: total, remake: dealsFigure}, total.Count > 0
}

// said gives every text of the open panel.
func said(w *Window) string {
	var b strings.Builder
	for _, block := range w.figure.panel.Blocks() {
		switch block := block.(type) {
		case panel.Heading:
			b.WriteString(block.Text + "\n")
		case panel.Figure:
			b.WriteString(block.Number + " " + block.Unit + "\n")
		case panel.Paragraph:
			b.WriteString(block.Text + "\n")
		case panel.Terms:
			for _, term := range block.Items {
				b.WriteString(term.Label + " " + term.Link + term.Text + "\n")
			}
		case panel.Section:
			b.WriteString(block.Heading + " " + block.Link + " " + block.Note + "\n")
		case panel.Entry:
			b.WriteString(block.Text + " " + block.Under + " " + block.Right + "\n")
		case panel.Reason:
			b.WriteString(block.Count + " " + block.Text + "\n")
		case panel.Sum:
			b.WriteString(block.Text + " " + block.Right + "\n")
		case panel.Row:
			b.WriteString(block.Text + " " + block.Right + "\n")
		case panel.Note:
			b.WriteString(block.Text + "\n")
		}
	}
	return b.String()
}

func TestAFigureOpensOverThePageAndCloses(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	body := w.body.Size()
	f, _ := dealsFigure(w.desk)
	w.openFigure(f)
	if !w.figure.Visible() || w.body.Size() != body || w.figure.Size().Width != figureWidth {
		t.Fatalf("the panel is %v, the page went from %v to %v", w.figure.Size(), body, w.body.Size())
	}
	for _, want := range []string{"60", "Deals known and opened by the chosen days", "23 Nov 2026, known by 23 Nov 2026", "Records 60: 60 deals", "Added: 60 records", "54 more", "Left out"} {
		if text := said(w); !strings.Contains(text, want) {
			t.Errorf("the panel does not say %q:\n%s", want, text)
		}
	}
	w.window.Canvas().Focused().TypedKey(pressed(fyne.KeyEscape))
	if w.figure.Visible() {
		t.Error("Escape leaves the panel open")
	}
}

// A record that a figure opens stands in its place; closing it leads back, and
// the page does not move.
func TestARecordOfAFigureLeadsBackToIt(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	body := w.body.Size()
	f, _ := dealsFigure(w.desk)
	w.openFigure(f)
	keys := w.window.Canvas().Focused()
	keys.TypedKey(pressed(fyne.KeyDown))
	keys.TypedKey(pressed(fyne.KeyDown))
	keys.TypedKey(pressed(fyne.KeyReturn))
	if _, ok := w.record.shown(); !ok || w.figure.Visible() || w.body.Size() != body {
		t.Fatalf("record shown: %v, figure in sight: %v, page %v, was %v", ok, w.figure.Visible(), w.body.Size(), body)
	}
	w.window.Canvas().Focused().TypedKey(pressed(fyne.KeyEscape))
	if !w.figure.Visible() || w.record.Visible() {
		t.Error("closing the record does not lead back to the figure")
	}
	w.showFigureRecords()
	settle()
	if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing 60 of 60") || w.figure.opened {
		t.Errorf("the records of the figure: %q", left)
	}
}

// The open figure is that of the desk: of its days and in its language. One
// that cannot be made anew closes.
func TestAFigureFollowsTheDesk(t *testing.T) {
	w, settle := opened(t)
	f, _ := dealsFigure(w.desk)
	w.openFigure(f)
	day := ledger.DayOf(2016, 12, 17)
	for _, c := range []struct {
		language locale.Language
		known    ledger.Day
		want     string
	}{{locale.English, ledger.NoDay, "Records 45: 45 deals"}, {locale.Russian, ledger.NoDay, "Записи 45: 45 проектов"}, {locale.Japanese, day, "記録 30: 案件30件"}} {
		w.setLanguage(c.language)
		w.setDays(day, c.known)
		settle()
		if text := said(w); !strings.Contains(text, c.want) {
			t.Errorf("%s: no %q in\n%s", c.language, c.want, text)
		}
	}
	w.setDays(ledger.DayOf(1900, 1, 1), ledger.DayOf(1900, 1, 1))
	settle()
	if w.figure.opened {
		t.Error("the panel shows a number that is there no more")
	}
	w.setDays(ledger.NoDay, ledger.NoDay)
	settle()
	w.openFigure(figure{name: "events", number: "298", total: analysis.CountEvents(w.desk.view)})
	w.setLanguage(locale.English)
	settle()
	if w.figure.opened {
		t.Error("a figure that cannot be made anew stays as it was")
	}
}

// Copied text defends the number by itself: days, reasons, every source with
// publisher, day and address.
func TestACitationNamesItsSources(t *testing.T) {
	w, settle := opened(t)
	fund, _ := w.desk.ledger.Find(ledger.Funds, "rjif")
	for language, want := range map[locale.Language][]string{
		locale.English:  {"As of: 23 Nov 2026", "Left out:", "counted:", "Sources: ", "https://"},
		locale.Russian:  {"По состоянию на: 23 нояб. 2026 г.", "Не учтено:", "Источники: ", "https://"},
		locale.Japanese: {"基準日: 2026年11月23日", "除いたもの:", "出典: ", "https://"},
	} {
		w.setLanguage(language)
		settle()
		deal, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
		w.openFigure(figure{name: "counted", number: "1", total: analysis.Total{Unit: analysis.Deals, Count: 1, Added: []ledger.Ref{deal},
			LeftOut: []analysis.LeftOut{{Reason: analysis.ReasonSucceeded, Refs: []ledger.Ref{fund}, Instead: []ledger.Ref{deal}}}}})
		w.copyFigure()
		text := strings.ReplaceAll(w.app.Clipboard().Content(), "\u00a0", " ")
		for _, part := range want {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(part)) {
				t.Errorf("%s: no %q in\n%s", language, part, text)
			}
		}
		for _, source := range w.desk.ledger.SourcesOf(deal) {
			if !strings.Contains(text, w.desk.ledger.Value(source, "url")) || !strings.Contains(text, w.desk.ledger.Value(source, "publisher")) {
				t.Errorf("%s: a source is not cited: %s", language, w.desk.ledger.Name(source))
			}
		}
	}
}

// Behind a number may stand more records than a panel could list: it cuts its
// lists and says how many more there are.
func TestAFigureOfManyRecordsCutsItsLists(t *testing.T) {
	w, settle := opened(t)
	total := analysis.CountEvents(w.desk.view)
	for len(total.Added) < 200000 {
		total.Added = append(total.Added, total.Added...)
	}
	total.Count = len(total.Added)
	w.openFigure(figure{name: "events", number: "many", total: total})
	if n := len(w.figure.panel.Blocks()); n > 40 {
		t.Errorf("%d blocks at once", n)
	}
	settle()
	w.figure.more["added"] = true
	w.figure.set(w.desk, false)
	if n := len(w.figure.panel.Blocks()); n > rowsAtMost+40 {
		t.Errorf("%d blocks after more was asked for", n)
	}
	if text := said(w); !strings.Contains(text, w.printer.Text("figure.more", w.printer.Integer(len(total.Added)-rowsAtMost))) {
		t.Error("the panel does not say how many records it does not list")
	}
}

// The successor that speaks for a record that is left out is named and opens.
func TestALeftOutRecordNamesItsSuccessor(t *testing.T) {
	w, _ := opened(t)
	for _, rung := range analysis.Money(w.desk.view) {
		for _, left := range rung.Total.LeftOut {
			if left.Reason != analysis.ReasonSucceeded {
				continue
			}
			w.openFigure(figure{name: "money", number: "sums", total: rung.Total})
			w.figure.more["left."+left.Reason] = true
			w.figure.set(w.desk, false)
			for i := range left.Refs {
				if want := "counted at " + w.desk.titleOf(left.Instead[i]); !strings.Contains(said(w), want) {
					t.Errorf("%s: no %q", rung.Rung, want)
				}
			}
			return
		}
	}
	t.Fatal("no record of the summit is spoken for by another")
}

// The count of a group, the sums at the foot and the figure of a column of the
// board open; together the groups hold all that the tab shows.
func TestCountsAndSumsOfTabsOpen(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	all := 0
	for _, group := range l.selection.Groups {
		l.openGroup(groupRow + group.Value)
		if w.figure.shown.number != w.printer.Integer(group.Rows) || len(w.figure.shown.total.Added) != group.Rows {
			t.Errorf("group %q of %d rows opens %s with %d records", group.Value, group.Rows, w.figure.shown.number, len(w.figure.shown.total.Added))
		}
		all += group.Rows
	}
	if all != 123 {
		t.Errorf("the groups hold %d agreements, want 123", all)
	}
	_, _, right, open := l.foot()
	open()
	if text := said(w); !strings.Contains(text, "Left out: ") || !strings.Contains(right, w.figure.shown.number) {
		t.Errorf("the foot says %q and opens\n%s", right, text)
	}
	w.goTo("pipeline")
	settle()
	p, ok := w.view().(*pipeline)
	if !ok {
		t.Fatal("no pipeline")
	}
	for stage, want := range map[string]string{"identified": "3", "under_discussion": "9", "memorandum": "12", "preparation": "1", "contract": "10", "financed": "0", "construction": "2", "operating": "23"} {
		p.openStage(stage)
		if w.figure.shown.number != want || w.figure.shown.name != w.printer.Word("stage", stage) {
			t.Errorf("%s opens %s %s, want %s", stage, w.figure.shown.name, w.figure.shown.number, want)
		}
	}
	p.openStage("operating")
	w.setDays(ledger.DayOf(2016, 12, 17), ledger.NoDay)
	settle()
	if want := w.printer.Integer(analysis.DealsOperating(w.desk.view).Count); w.figure.shown.number != want {
		t.Errorf("the panel shows %s deals of another day, want %s", w.figure.shown.number, want)
	}
}

// Paper says what the panel says: the number, what is added with its amounts,
// why records are left out, and every source with its address.
func TestAPrintedFigureSaysWhatThePanelSays(t *testing.T) {
	w, o, settle := onOverview(t)
	w.setLanguage(locale.Russian)
	settle()
	f := o.data.figures["money"].settled(w.desk)
	sources := w.desk.sourcesOf(f.records())
	document, err := report.Figure(context.Background(), w.desk.printedFigure(f, sources, w.briefRequest()))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(strings.Join(document.Text(), "\n"), "\u00a0", " ")
	for _, want := range []string{"112,2 млрд иен", "111,0 млрд иен", "1,2 млрд иен", "Не учтено", "ни один источник не называет суммы", "47", "Источники"} {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
			t.Errorf("the paper does not say %q:\n%s", want, text)
		}
	}
}
