package ui

import (
	"testing"

	"summitledger/data/ledger"
)

// titled gives a deal another title, as an edit does.
func titled(w *Window, key, title string) {
	deal, _ := w.file.ledger().Find(ledger.Deals, key)
	w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: []ledger.Change{w.file.ledger().Set(deal, "title", title)}}, w.failIf)
}

// dealsFound counts the deals that a search finds.
func dealsFound(w *Window, settle func(), words string) int {
	p, ok := w.view().(*pipeline)
	if !ok {
		return -1
	}
	p.search(words)
	settle()
	return len(p.selection.Rows)
}

// Undo pressed twice before the first step is on the screen takes both back,
// and the search knows it.
func TestStepsWaitForTheirTurn(t *testing.T) {
	w, settle := opened(t)
	pipelineOf(t, w, settle)
	titled(w, "buryatia-waste", "Zyxwaste")
	settle()
	titled(w, "rosneft-stake", "Zyxstake")
	settle()
	if n := dealsFound(w, settle, "zyx"); n != 2 {
		t.Fatalf("%d deals are found after two edits", n)
	}
	w.undo()
	w.undo()
	settle()
	if n := dealsFound(w, settle, "zyx"); n != 0 {
		t.Errorf("%d deals are still found by the titles that two steps took back", n)
	}
	w.redo()
	w.redo()
	settle()
	if n := dealsFound(w, settle, "zyx"); n != 2 {
		t.Errorf("%d deals are found after two steps forward", n)
	}
}

// A file that is closed while an edit is under way is not missed by it: the edit
// is on the disk, nothing of it is shown.
func TestAFileClosedDuringAnEdit(t *testing.T) {
	w, settle := opened(t)
	titled(w, "buryatia-waste", "Zyxwaste")
	w.undo()
	if err := w.closeFile(); err != nil {
		t.Fatal(err)
	}
	settle()
	if len(w.edits) != 0 {
		t.Errorf("%d edits still wait", len(w.edits))
	}
}
