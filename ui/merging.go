package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/panel"
)

// merging is the question which values survive when records become one.
type merging struct {
	window  *Window
	records []ledger.Ref // the one that stays first
	values  map[string]string
	plan    ledger.Merge
	err     error // why the records cannot become one
	panel   *panel.Panel
	take    *controls.Button
	modal   *modal
}

// askMerge asks about the selected records.
func (w *Window) askMerge() {
	rows := w.chosenRows()
	if len(rows) < 2 {
		w.tell("differ", w.printer.Text("merge.few"), "", nil)
		return
	}
	w.openMerge(rows)
}

// mostMerged bounds the records of which one is made by hand.
const mostMerged = 20

func (w *Window) openMerge(rows []ledger.Ref) *merging {
	if len(rows) > mostMerged {
		w.tell("differ", w.printer.Text("merge.many", w.printer.Integer(mostMerged)), "", nil)
		return nil
	}
	m := &merging{window: w, records: slices.Clone(rows), values: map[string]string{}, panel: panel.New()}
	m.take = controls.NewStrongButton(w.printer.Text("merge.take"), "", m.carryOut)
	m.panel.Set(m.blocks())
	m.modal = w.openModal(w.printer.Text("merge.title", w.printer.Records(rows[0].Kind, len(rows))), m.panel, 860, w.window.Canvas().Size().Height,
		m.take, controls.NewButton(w.printer.Text("button.cancel"), "", func() { m.modal.close() }))
	w.window.Canvas().Focus(m.panel.Focus())
	m.try()
	return m
}

// try works out what the merge would change, off the UI goroutine.
func (m *merging) try() {
	l, records, today := m.window.desk.ledger, slices.Clone(m.records), m.window.today()
	values := map[string]string{}
	for column, value := range m.values {
		values[column] = value
	}
	m.window.work.Start("merge", func(context.Context) func() {
		plan, err := query.Merge(l, records, values, today)
		return func() {
			m.plan, m.err = plan, err
			m.panel.Replace(m.blocks())
		}
	})
}

// keep lets another record stay.
func (m *merging) keep(ref ledger.Ref) {
	at := slices.Index(m.records, ref)
	m.records = append([]ledger.Ref{ref}, slices.Delete(m.records, at, at+1)...)
	m.again()
}

// choose lets a field keep another value.
func (m *merging) choose(column, value string) {
	m.values[column] = value
	m.again()
}

func (m *merging) again() {
	m.plan, m.err = ledger.Merge{}, nil
	m.panel.Replace(m.blocks())
	m.try()
}

// blocks shows which record stays, what stands in the way, and the fields: those
// in which the records differ can be chosen.
func (m *merging) blocks() (blocks []panel.Block, foot string) {
	p, l := m.window.printer, m.window.desk.ledger
	if m.err != nil {
		blocks = append(blocks, m.obstacle()...)
	}
	blocks = append(blocks, panel.Section{Heading: p.Text("merge.stays"), Note: p.Text("merge.old_keys")})
	records := slices.Clone(m.records)
	slices.SortFunc(records, func(a, b ledger.Ref) int { return int(a.Row - b.Row) })
	for _, ref := range records {
		mark := "ring"
		if ref == m.records[0] {
			mark = "icon-check"
		}
		blocks = append(blocks, panel.Row{Mark: mark, Text: p.Title(l, ref), Right: l.Key(ref), Open: func() { m.keep(ref) }})
	}
	var same []string
	for _, field := range l.MergeFields(m.records) {
		kind := m.records[0].Kind
		name := p.Column(kind, field.Column)
		if !field.Differs() {
			if field.Merged != "" {
				same = append(same, name)
			}
			continue
		}
		blocks = append(blocks, panel.Section{Heading: name})
		chosen, ok := m.values[field.Column]
		if !ok {
			chosen = field.Merged
		}
		var offered []string
		offer := func(value, right string) {
			if value == "" || slices.Contains(offered, value) {
				return
			}
			offered = append(offered, value)
			mark := "ring"
			if value == chosen {
				mark = "icon-check"
			}
			blocks = append(blocks, panel.Row{Mark: mark, Text: m.shown(kind, field.Column, value), Right: right, Wrapped: true, Open: func() { m.choose(field.Column, value) }})
		}
		if !slices.Contains(field.Values, field.Merged) {
			offer(field.Merged, p.Text("merge.all_parts"))
		}
		for i, value := range field.Values {
			offer(value, l.Key(m.records[i]))
		}
	}
	if len(same) > 0 {
		blocks = append(blocks, panel.Section{Heading: p.Text("merge.same")}, panel.Note{Text: strings.Join(same, ", ")})
	}
	switch {
	case m.err != nil:
		foot = p.Text("merge.refused")
	case len(m.plan.Changes) > 0:
		foot = p.Text("merge.sentence", p.Integer(m.plan.Moved), p.Integer(len(m.plan.Joined)))
	}
	return blocks, foot
}

// shown writes a value as people read it.
func (m *merging) shown(kind ledger.Kind, column, value string) string {
	of := kind.Columns()[kind.Column(column)]
	if of.Type == ledger.WordColumn {
		return m.window.printer.Word(of.Words.Name(), value)
	}
	return strings.ReplaceAll(value, ";", "; ")
}

// obstacle says why the records cannot become one, and leads to what stands in
// the way.
func (m *merging) obstacle() []panel.Block {
	p, l := m.window.printer, m.window.desk.ledger
	var refused *ledger.MergeError
	var faults ledger.Faults
	switch {
	case errors.As(m.err, &refused):
		text := p.Text("merge.obstacle." + string(refused.Obstacle))
		if table, column, ok := strings.Cut(refused.Column, "."); ok {
			if kind, known := ledger.ParseTable(table); known {
				text += " (" + p.Column(kind, column) + ")"
			}
		}
		blocks := []panel.Block{panel.Note{Mark: "differ", Text: text}}
		for _, name := range refused.Rows {
			kind, key, _, ok := ledger.ParseName(name)
			if !ok {
				continue
			}
			ref, found := l.Find(kind, key)
			if !kind.Keyed() {
				ref, found = l.FindIdentity(kind, key)
			}
			if found {
				blocks = append(blocks, panel.Row{Text: m.window.rowTitle(ref, ledger.NoRef()), Right: p.Record(ref.Kind), Open: func() { m.modal.close(); m.window.goToRow(ref) }})
			}
		}
		return blocks
	case errors.As(m.err, &faults):
		var blocks []panel.Block
		for _, fault := range faults[:min(len(faults), 5)] {
			blocks = append(blocks, panel.Note{Mark: "differ", Text: p.Fault(fault)})
		}
		return blocks
	}
	return []panel.Block{panel.Note{Mark: "differ", Text: m.err.Error()}}
}

// carryOut merges, as one action.
func (m *merging) carryOut() {
	w := m.window
	if m.err != nil || len(m.plan.Changes) == 0 {
		return
	}
	keep := refID(w.desk.ledger, m.plan.Keep)
	m.modal.close()
	w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Reason: w.printer.Text("merge.reason"), Changes: m.plan.Changes}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.showRecordID(keep)
	})
}
