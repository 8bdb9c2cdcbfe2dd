package ui

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// promise says of a promise what it is about, what not assessed does not mean,
// and how its due day moved; of a deal only moves that are recorded.
func (r *recordPanel) promise() {
	if r.ref.Kind != ledger.Promises && r.ref.Kind != ledger.Deals {
		return
	}
	slip, moved := analysis.SlippageOf(r.view, r.ref)
	if r.ref.Kind == ledger.Promises {
		if !r.view.Promise(r.ref).Verdict.Assessed() {
			r.add(panel.Note{Mark: "dots", Text: r.text("promises.unassessed_note")})
		}
		if subject, ok := r.ledger.Subject(r.ref); ok {
			r.add(panel.Section{Heading: r.text("record.tells_of")}, panel.Row{Mark: r.markOf(subject), Text: r.printer.Title(r.ledger, subject), Right: r.printer.Record(subject.Kind), Open: r.link(subject)})
		}
	} else if !moved {
		return
	}
	r.add(panel.Section{Heading: r.text("promises.slippage"), Note: r.printer.Integer(len(slip.Moves))})
	if !moved {
		r.add(panel.Note{Text: r.text("promises.no_move")})
		return
	}
	if slip.First.Known() {
		r.add(panel.Note{Text: r.text("promises.slipped", r.printer.Count("unit.day", slip.AtLeast), r.printer.Count("unit.day", slip.AtMost))})
	}
	for _, move := range slip.Moves {
		r.add(panel.Row{Lead: r.printer.ShortDate(r.ledger.Date(move.Event, "date")), Wide: true, Mark: r.eventMark(move.Event),
			Text: r.text("promises.moved_to", r.printer.Date(move.To)) + ". " + r.announcedBy(move.Event), Wrapped: true, Open: r.link(move.Event)})
	}
}

// announcedBy names the publishers of the sources of an event.
func (r *recordPanel) announcedBy(event ledger.Ref) string {
	names := ""
	for i, source := range r.ledger.SourcesOf(event) {
		if i > 0 {
			names += "; "
		}
		names += r.ledger.Value(source, "publisher")
	}
	return names
}
