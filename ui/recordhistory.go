package ui

import (
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/panel"
)

// version is a value that a field had, from one action on.
type version struct {
	value  string
	action *ledger.Action // nil for what was imported
}

// versionsOf gives the values of each field that ever changed, the latest first.
func versionsOf(actions []ledger.Action, id int64, kind ledger.Kind) map[string][]version {
	versions := map[string][]version{}
	for i := range actions {
		for _, change := range actions[i].Changes {
			if change.Kind != kind || change.ID != id || change.Operation != ledger.SetCell {
				continue
			}
			if len(versions[change.Column]) == 0 {
				versions[change.Column] = []version{{value: change.Old}}
			}
			versions[change.Column] = append(versions[change.Column], version{change.New, &actions[i]})
		}
	}
	for _, list := range versions {
		slices.Reverse(list)
	}
	return versions
}

// showRecordHistory lists what became of a record, field by field: each value it
// had, since when and by whom. An older value can be put back.
func (w *Window) showRecordHistory(ref ledger.Ref, actions []ledger.Action) {
	p, l := w.printer, w.desk.ledger
	var m *modal
	var blocks []panel.Block
	versions := versionsOf(actions, l.ID(ref), ref.Kind)
	for place, column := range ref.Kind.Columns() {
		list := versions[column.Name]
		if len(list) == 0 {
			continue
		}
		blocks = append(blocks, panel.Section{Heading: p.Column(ref.Kind, column.Name), Note: p.Count("history.values", len(list))})
		for i, one := range list {
			row := panel.Row{Text: w.said(one.value), Wrapped: true, Bold: i == 0}
			note := p.Text("history.imported")
			if one.action != nil {
				note = p.Text("history.by", one.action.Author, w.moment(one.action.Time))
				if one.action.Reason != "" {
					note += ": " + one.action.Reason
				}
			}
			blocks = append(blocks, row, panel.Note{Text: note})
			if one.value != l.Cell(ref, place) && w.file.readOnly() == "" {
				blocks = append(blocks, panel.Note{Text: p.Text("history.restore"), Open: func() { m.close(); w.putBack(ref, place, one.value, list[0]) }})
			}
		}
	}
	rows := 0
	for _, action := range actions {
		for _, change := range action.Changes {
			if change.Kind == ref.Kind && change.ID == l.ID(ref) && change.Operation != ledger.SetCell {
				if rows++; rows == 1 {
					blocks = append(blocks, panel.Section{Heading: p.Text("history.row")})
				}
				blocks = append(blocks, w.changeBlock(change), panel.Note{Text: p.Text("history.by", action.Author, w.moment(action.Time))})
			}
		}
	}
	if len(blocks) == 0 {
		blocks = append(blocks, panel.Paragraph{Text: p.Text("history.none")})
	}
	blocks = append(blocks, panel.Section{Heading: p.Text("history.journal")}, panel.Note{Text: p.Text("history.show_steps"), Open: func() { m.close(); w.showSteps() }})
	m = w.openPage(p.Text("history.of", p.Title(l, ref)), blocks, 720)
}

// putBack puts an older value back. When somebody else wrote the one that
// stands, the person at the machine is asked.
func (w *Window) putBack(ref ledger.Ref, place int, value string, latest version) {
	p, l := w.printer, w.desk.ledger
	column := ref.Kind.Columns()[place]
	do := func() {
		changes := []ledger.Change{l.Set(ref, column.Name, value)}
		if place == ref.Kind.KeyColumn() {
			changes = query.Rename(l, ref, value)
		}
		w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Reason: p.Text("history.restored", p.Column(ref.Kind, column.Name)), Changes: changes}, w.failIf)
	}
	if latest.action == nil || latest.action.Author == author() {
		do()
		return
	}
	w.ask(p.Text("history.overwrite_title"), prose(p.Text("history.by_another", latest.action.Author, w.said(latest.value), w.said(value))), 520, p.Text("history.restore"), do)
}
