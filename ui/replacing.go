package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// replacing asks what to look for and what to put in its place, in which fields
// of which records.
type replacing struct {
	window     *Window
	kind       ledger.Kind
	find, with *controls.Entry
	field      *controls.Choice
	scope      *controls.Choice
	matchCase  *controls.Check
	whole      *controls.Check
	fault      *widget.Label
	modal      *modal
}

// What a replacement reaches.
const (
	reachShown  = "shown"
	reachChosen = "chosen"
	reachAll    = "all"
)

// askReplace opens the question for the records of the tab.
func (w *Window) askReplace() *replacing {
	p := w.printer
	r := &replacing{window: w, kind: ledger.Agreements, find: controls.NewEntry(), with: controls.NewEntry(), fault: prose("")}
	scopes := []controls.Option{{ID: reachAll, Text: p.Text("many.reach_all")}}
	if l := w.listingShown(); l != nil && l.selection != nil {
		r.kind = l.table.kind
		scopes = append([]controls.Option{{ID: reachShown, Text: p.Text("many.reach_shown", p.Integer(len(l.selection.Rows)))}}, scopes...)
	} else if ref, ok := w.record.shown(); ok {
		r.kind = ref.Kind
	}
	if n := len(w.chosenRows()); n > 1 {
		scopes = append(scopes, controls.Option{ID: reachChosen, Text: p.Text("many.reach_chosen", p.Integer(n))})
	}
	fields := []controls.Option{{Text: p.Text("many.every_field")}}
	for _, column := range r.kind.Columns() {
		fields = append(fields, controls.Option{ID: column.Name, Text: p.Column(r.kind, column.Name)})
	}
	r.field, r.scope = choices(fields), choices(scopes)
	r.matchCase = controls.NewCheck(p.Text("many.match_case"), nil)
	r.whole = controls.NewCheck(p.Text("many.whole"), nil)
	r.fault.Importance = widget.DangerImportance
	r.fault.Hide()
	for _, entry := range []*controls.Entry{r.find, r.with} {
		entry.OnSubmitted = func(string) { r.preview() }
	}
	body := container.NewVBox(newField(p.Text("many.find"), true, r.find).Container, newField(p.Text("many.with"), false, r.with).Container,
		newField(p.Text("many.field"), false, r.field).Container, newField(p.Text("many.reach"), false, r.scope).Container,
		container.NewHBox(r.matchCase, r.whole), r.fault)
	r.modal = w.openModal(p.Text("many.replace_title", p.Table(r.kind)), body, 560, 0,
		controls.NewStrongButton(p.Text("many.preview"), "", r.preview), controls.NewButton(p.Text("button.cancel"), "", func() { r.modal.close() }))
	w.window.Canvas().Focus(r.find)
	return r
}

// rows gives the records that the replacement reaches.
func (r *replacing) rows() []ledger.Ref {
	switch r.scope.Current() {
	case reachShown:
		return r.window.listingShown().selection.Rows
	case reachChosen:
		return r.window.chosenRows()
	}
	return slices.Collect(r.window.desk.ledger.All(r.kind))
}

// preview shows every change that the replacement would make.
func (r *replacing) preview() {
	w, p, l := r.window, r.window.printer, r.window.desk.ledger
	if r.find.Text == "" {
		r.fault.SetText(p.Text("many.find_nothing"))
		r.fault.Show()
		r.modal.popup.Resize(r.modal.popup.MinSize())
		w.window.Canvas().Focus(r.find)
		return
	}
	var fields []string
	if field := r.field.Current(); field != "" {
		fields = []string{field}
	}
	rows := r.rows()
	replacement := exchange.Replacement{Find: r.find.Text, With: r.with.Text, MatchCase: r.matchCase.Checked, WholeCell: r.whole.Checked}
	r.modal.close()
	w.work.Start("many", func(context.Context) func() {
		proposal, err := exchange.Replace(l, rows, fields, replacement)
		if err != nil {
			return func() { w.fail(err) }
		}
		return func() {
			w.offer(p.Text("many.review"), p.Text("many.reason_replace", replacement.Find, replacement.With), proposal)
		}
	})
}
