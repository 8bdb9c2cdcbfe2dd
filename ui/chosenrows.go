package ui

import (
	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// chosenRows gives the records that are selected in the table, else the one in
// the panel.
func (w *Window) chosenRows() []ledger.Ref {
	var rows []ledger.Ref
	if l := w.listingShown(); l != nil && w.desk != nil && !l.grid.Hidden {
		for _, id := range l.grid.Selected() {
			if ref, ok := w.desk.find(id); ok {
				rows = append(rows, ref)
			}
		}
	}
	if ref, ok := w.record.shown(); ok && len(rows) == 0 {
		rows = append(rows, ref)
	}
	return rows
}

// needsRows says why an edit of chosen records cannot be made.
func (w *Window) needsRows() string {
	switch {
	case w.file == nil:
		return "refused.no_file"
	case w.file.readOnly() != "":
		return "refused.read_only"
	case len(w.chosenRows()) == 0:
		return "refused.no_rows"
	}
	return ""
}

// offer shows a proposal to choose from, or says that nothing would change.
func (w *Window) offer(title, reason string, proposal exchange.Proposal) {
	if proposal.Empty() {
		w.tell("differ", w.printer.Text("many.nothing"), "", nil)
		return
	}
	w.reviewed = newReview(w, reviewWords{title: title, found: "many.found", sentence: "import.sentence"}, reason, proposal)
}
