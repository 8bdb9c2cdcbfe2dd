package ui

import (
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/panel"
)

func (w *Window) closeButton(do func()) *controls.Button {
	return controls.NewButton(w.printer.Text("button.close"), "", do)
}

// showRecordRows lists the rows that speak of the record in the panel: its
// parties, links, positions and events. Each can be changed and removed, and
// others added.
func (w *Window) showRecordRows() {
	ref, ok := w.record.shown()
	if !ok {
		return
	}
	p, l := w.printer, w.desk.ledger
	var m *modal
	var blocks []panel.Block
	section := func(kind ledger.Kind, rows []ledger.Ref, pairs ...string) {
		blocks = append(blocks, panel.Section{Heading: p.Table(kind), Note: p.Integer(len(rows))})
		for _, row := range rows {
			blocks = append(blocks, panel.Row{Text: w.rowTitle(row, ref), Open: func() { m.close(); w.edit(kind, row, l.Cells(row)) }},
				panel.Note{Text: p.Text("edit.remove_row"), Open: func() { m.close(); w.askRemove(row) }})
		}
		blocks = append(blocks, panel.Note{Text: p.Text("edit.add", p.Record(kind)), Open: func() { m.close(); w.edit(kind, ledger.NoRef(), filled(kind, pairs...)) }})
	}
	word, key := ref.Kind.String(), l.Key(ref)
	switch ref.Kind {
	case ledger.Organisations:
		section(ledger.Parties, l.RolesOf(ref), "organisation_key", key)
		section(ledger.Positions, l.PositionsBy(ref), "organisation_key", key)
	case ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Tracks, ledger.Promises, ledger.Summits:
		section(ledger.Parties, l.PartiesOf(ref), "subject_kind", word, "subject_key", key)
		if ref.Kind == ledger.Tracks {
			section(ledger.Positions, l.PositionsOf(ref), "track_key", key)
		}
		section(ledger.Events, l.EventsOf(ref), "subject_kind", word, "subject_key", key)
		section(ledger.Promises, l.PromisesOf(ref), "subject_kind", word, "subject_key", key)
	}
	if ref.Kind.Keyed() && !ref.Kind.Chosen() {
		section(ledger.Links, append(l.LinksFrom(ref), l.LinksTo(ref)...), "from_kind", word, "from_key", key)
	}
	if old := l.OldKeys(ref); len(old) > 0 {
		blocks = append(blocks, panel.Section{Heading: p.Table(ledger.Aliases), Note: p.Integer(len(old))})
		for _, key := range old {
			blocks = append(blocks, panel.Row{Text: key})
		}
	}
	m = w.openPage(p.Text("edit.rows_of", p.Title(l, ref)), blocks, 720)
}

// filled gives the cells of a new row of which some are known.
func filled(kind ledger.Kind, pairs ...string) []string {
	cells := make([]string, len(kind.Columns()))
	for i := 0; i+1 < len(pairs); i += 2 {
		cells[kind.Column(pairs[i])] = pairs[i+1]
	}
	return cells
}
