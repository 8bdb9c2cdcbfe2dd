package ui

import (
	"slices"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/board"
)

// columnHolding gives the column of the board in which a deal lies.
func columnHolding(t *testing.T, w *Window, columns []board.Column, key string) string {
	t.Helper()
	deal, ok := w.desk.ledger.Find(ledger.Deals, key)
	if !ok {
		t.Fatalf("no deal %s", key)
	}
	for _, column := range columns {
		for _, group := range column.Groups {
			if slices.Contains(group.IDs, refID(w.desk.ledger, deal)) {
				return column.ID
			}
		}
	}
	return ""
}

// A card that is dropped asks what happened; saved, it lies in the other
// column, and undo brings it back.
func TestADroppedCardBecomesAnEvent(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	deal, _ := w.desk.ledger.Find(ledger.Deals, "buryatia-waste")
	before := columnHolding(t, w, p.cards.columns, "buryatia-waste")
	f := w.askMove(deal, ledger.Operating)
	settle()
	if f.tells.Text != w.printer.Text("move.moves") {
		t.Errorf("before saving it says %q", f.tells.Text)
	}
	f.keep()
	settle()
	if !f.fields["note"].fault.Visible() || columnHolding(t, w, p.cards.columns, "buryatia-waste") != before {
		t.Error("a move without a word on what happened is saved")
	}
	f.note.SetText("Only in this test.")
	f.on.SetText("soon")
	if !f.fields["date"].fault.Visible() {
		t.Error("no fault at the day \"soon\"")
	}
	f.on.SetText("2030-01-01")
	settle()
	if f.tells.Text == w.printer.Text("move.moves") || f.tells.Text == "" {
		t.Errorf("of a day after the view it says %q", f.tells.Text)
	}
	f.on.SetText("2026-11")
	settle()
	f.keep()
	settle()
	if got := columnHolding(t, w, p.cards.columns, "buryatia-waste"); got != "operating" {
		t.Errorf("the card lies at %s", got)
	}
	if w.covered() {
		t.Error("the question is still open")
	}
	w.undo()
	settle()
	if got := columnHolding(t, w, p.cards.columns, "buryatia-waste"); got != before {
		t.Errorf("after undo the card lies at %s, before at %s", got, before)
	}
}

// Lanes divide the same cards by a field; the deals without a value have a lane
// of their own, also when there are none.
func TestLanesHoldEveryDealOnce(t *testing.T) {
	w, settle := opened(t)
	p := pipelineOf(t, w, settle)
	for _, field := range p.laneFields() {
		p.groupOrLane(field)
		settle()
		cards := 0
		for _, column := range p.cards.columns {
			if len(column.Groups) != len(p.cards.strips) {
				t.Fatalf("%s: %d lanes in the column %s, %d in all", field, len(column.Groups), column.ID, len(p.cards.strips))
			}
			for _, group := range column.Groups {
				cards += len(group.IDs)
			}
		}
		if cards != len(p.selection.Rows) || cards != 60 {
			t.Errorf("%s: %d cards of %d deals", field, cards, len(p.selection.Rows))
		}
		last := p.cards.strips[len(p.cards.strips)-1]
		if f, ok := query.FieldOf(ledger.Deals, field); !ok || last.Title != capital(p.desk.valueText(f, "")) {
			t.Errorf("%s: the last lane is %q", field, last.Title)
		}
	}
	p.groupOrLane("")
	settle()
	if len(p.cards.strips) != 0 {
		t.Error("the lanes stay")
	}
}
