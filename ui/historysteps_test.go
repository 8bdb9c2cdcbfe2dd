package ui

import (
	"testing"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/panel"
)

// writtenBy sets a field of a record as somebody.
func writtenBy(t *testing.T, w *Window, settle func(), who, name, column, value string) {
	t.Helper()
	kind, key, _, _ := ledger.ParseName(name)
	l := w.desk.ledger
	ref, _ := l.Find(kind, key)
	w.carryOut(ledger.Action{Author: who, Time: w.options.Now(), Changes: []ledger.Change{l.Set(ref, column, value)}}, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	settle()
}

// shownPanel gives the panel of the page over the window.
func shownPanel(t *testing.T, w *Window) *panel.Panel {
	t.Helper()
	m := w.lastModal
	if m == nil || !w.covered() {
		t.Fatal("no page lies over the window")
	}
	view, ok := m.body.(*panel.Panel)
	if !ok {
		t.Fatalf("the page is a %T", m.body)
	}
	return view
}

func TestHistoryGoesBackSeveralStepsAndTakesOneBack(t *testing.T) {
	w, settle := opened(t)
	value := func(column string) string {
		ref, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
		return w.desk.ledger.Value(ref, column)
	}
	before := value("amount")
	for _, c := range [][2]string{{"amount", "1"}, {"confidence", "low"}, {"amount", "2"}} {
		writtenBy(t, w, settle, "somebody", "deal:arctic-lng-2", c[0], c[1])
	}
	w.do("history")
	settle()
	follow(t, shownPanel(t, w).Blocks(), "Undo this one alone") // the second of three
	settle()
	if value("confidence") == "low" || value("amount") != "2" {
		t.Fatalf("%s, %s", value("confidence"), value("amount"))
	}
	w.do("history")
	settle()
	follow(t, shownPanel(t, w).Blocks(), "Undo back to here: 2")
	settle()
	if got := value("amount"); got != before {
		t.Fatalf("after two steps the amount is %s", got)
	}
	w.do("history")
	settle()
	follow(t, shownPanel(t, w).Blocks(), "Redo up to here: 2")
	settle()
	if got := value("amount"); got != "2" {
		t.Errorf("done again the amount is %s", got)
	}
}

func TestUndoOfWhatSomebodyChangedSinceAsks(t *testing.T) {
	w, settle := opened(t)
	writtenBy(t, w, settle, "one", "deal:arctic-lng-2", "amount", "1")
	writtenBy(t, w, settle, "another", "deal:arctic-lng-2", "amount", "2")
	w.takeBack(1, false)
	settle()
	ref, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
	if !w.covered() || w.desk.ledger.Value(ref, "amount") != "2" {
		t.Fatal("nobody is asked")
	}
	w.lastModal.foot.Objects[0].(*controls.Button).OnPress()
	settle()
	if got := w.desk.ledger.Value(ref, "amount"); got != "3000000000" {
		t.Errorf("the amount is %s", got)
	}
}

func TestAnOldValueOfAFieldIsPutBack(t *testing.T) {
	w, settle := opened(t)
	writtenBy(t, w, settle, author(), "deal:arctic-lng-2", "confidence", "low")
	writtenBy(t, w, settle, author(), "deal:arctic-lng-2", "amount", "2")
	ref, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
	w.showRecord(ref)
	w.do("record_history")
	settle()
	blocks := shownPanel(t, w).Blocks()
	if section, ok := blocks[0].(panel.Section); !ok || section.Heading != w.printer.Column(ledger.Deals, "amount") {
		t.Fatalf("it begins with %+v", blocks[0])
	}
	follow(t, blocks, "Put this value back")
	settle()
	if got := w.desk.ledger.Value(ref, "amount"); got != "3000000000" {
		t.Errorf("the amount is %s", got)
	}
	if w.desk.ledger.Value(ref, "confidence") != "low" {
		t.Error("another field changed, too")
	}
	writtenBy(t, w, settle, "another", "deal:arctic-lng-2", "confidence", "medium")
	w.do("record_history")
	settle()
	blocks = shownPanel(t, w).Blocks()
	for i, block := range blocks {
		if section, ok := block.(panel.Section); ok && section.Heading == w.printer.Column(ledger.Deals, "confidence") {
			blocks = blocks[i:]
			break
		}
	}
	follow(t, blocks, "Put this value back")
	settle()
	if !w.covered() || w.desk.ledger.Value(ref, "confidence") != "medium" {
		t.Error("what another wrote is overwritten without a question")
	}
}
