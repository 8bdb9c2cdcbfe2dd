package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// setMany asks for one value of one field of the chosen records and shows what
// it would change.
type setMany struct {
	window *Window
	rows   []ledger.Ref
	kind   ledger.Kind
	field  *controls.Choice
	place  *input
	holder *form // makes the field that fits a column
	body   *fyne.Container
	modal  *modal
}

// askSetMany opens the question for the chosen records.
func (w *Window) askSetMany() *setMany {
	rows := w.chosenRows()
	p := w.printer
	s := &setMany{window: w, rows: rows, kind: rows[0].Kind}
	s.holder = &form{window: w, kind: s.kind, ref: ledger.NoRef()}
	var options []controls.Option
	for place, column := range s.kind.Columns() {
		if place != s.kind.KeyColumn() {
			options = append(options, controls.Option{ID: column.Name, Text: p.Column(s.kind, column.Name)})
		}
	}
	s.field = controls.NewChoice(func(string) { s.showValue() })
	s.field.Boxed = true
	s.field.Set("", options, options[0].ID)
	s.body = container.NewVBox()
	s.showValue()
	s.modal = w.openModal(p.Text("many.set_title", p.Records(s.kind, len(rows))), s.body, 520, 0,
		controls.NewStrongButton(p.Text("many.preview"), "", s.preview), controls.NewButton(p.Text("button.cancel"), "", func() { s.modal.close() }))
	w.window.Canvas().Focus(s.field)
	return s
}

// showValue shows the field for the value of the chosen column.
func (s *setMany) showValue() {
	column := s.kind.Columns()[s.kind.Column(s.field.Current())]
	s.holder.rows = container.NewVBox()
	s.holder.scroll = container.NewVScroll(s.holder.rows)
	common := s.window.desk.ledger.Value(s.rows[0], column.Name)
	for _, ref := range s.rows[1:] {
		if s.window.desk.ledger.Value(ref, column.Name) != common {
			common = ""
			break
		}
	}
	s.place = s.holder.newInput(column, common)
	if s.place.entry != nil {
		s.place.entry.OnSubmitted = func(string) { s.preview() }
	}
	s.body.Objects = nil
	s.body.Add(newField(s.window.printer.Text("many.field"), false, s.field).Container)
	s.body.Add(s.place.Container)
	s.body.Refresh()
	if s.modal != nil {
		s.modal.popup.Refresh()
	}
}

// preview shows what would change, record by record.
func (s *setMany) preview() {
	if !s.holder.check(s.place) {
		return
	}
	w, l, rows := s.window, s.window.desk.ledger, s.rows
	values := map[string]string{s.place.column.Name: s.place.value()}
	s.modal.close()
	p := w.printer
	reason := p.Text("many.reason_set", p.Column(s.kind, s.place.column.Name))
	w.work.Start("many", func(context.Context) func() {
		proposal := exchange.SetFields(l, rows, values)
		return func() { w.offer(p.Text("many.review"), reason, proposal) }
	})
}
