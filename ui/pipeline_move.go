package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// moveForm asks what is known of a deal that a person puts at another stage:
// since when, what happened and who says so. It is saved as an event.
type moveForm struct {
	window  *Window
	deal    ledger.Ref
	stage   *controls.Choice
	on      *controls.Entry
	note    *controls.Entry
	sources *controls.Entry
	fields  map[string]*labelledField // by column of an event
	tells   *widget.Label             // what the move comes to
	fault   *widget.Label
	save    *controls.Button
	modal   *modal
}

// askMove asks for the event that moves a card to a column.
func (p *pipeline) askMove(cardID, column string) {
	w := p.window
	ref, ok := w.desk.find(cardID)
	if !ok || w.refuseEditing() {
		return
	}
	stage, ok := ledger.ParseStage(column)
	if !ok || w.desk.view.Deal(ref).Stage == stage {
		return
	}
	w.askMove(ref, stage)
}

// moveShown asks to move the deal in the panel, to the stage after its own.
func (w *Window) moveShown() {
	ref, ok := w.record.shown()
	if !ok || ref.Kind != ledger.Deals {
		w.tell("differ", w.printer.Text("move.deals_only"), "", nil)
		return
	}
	if w.refuseEditing() {
		return
	}
	stages := ledger.Stages()
	next := stages[len(stages)-1]
	if at := w.desk.view.Deal(ref).Stage; at < next {
		next = at + 1
	} else {
		next--
	}
	w.askMove(ref, next)
}

func (w *Window) askMove(deal ledger.Ref, stage ledger.Stage) *moveForm {
	p := w.printer
	f := &moveForm{window: w, deal: deal, on: entryWith("2016-12-16"), note: controls.NewLongEntry(3), sources: entryWith(p.Text("edit.source_example")), fields: map[string]*labelledField{}, tells: prose(""), fault: prose("")}
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	var options []controls.Option
	for _, one := range ledger.Stages() {
		options = append(options, controls.Option{ID: one.String(), Text: p.Word("stage", one.String())})
	}
	f.stage = choices(options)
	f.stage.Set("", options, stage.String())
	f.stage.OnChoose = func(string) { f.look() }
	f.on.SetText(w.desk.view.AsOf().Happened.String())
	for _, entry := range []*controls.Entry{f.on, f.note, f.sources} {
		entry.OnChanged = func(string) { f.look() }
	}
	f.on.OnSubmitted = func(string) { f.keep() }
	f.sources.OnSubmitted = f.on.OnSubmitted
	page := container.New(fieldColumn{})
	for _, field := range []struct {
		column, label string
		required      bool
		field         fyne.CanvasObject
	}{{"to_stage", p.Text("move.stage"), true, f.stage}, {"date", p.Text("move.on"), true, f.on}, {"note", p.Text("move.note"), true, f.note}, {"source_keys", p.Text("move.sources"), false, f.sources}} {
		f.fields[field.column] = newField(field.label, field.required, field.field)
		page.Add(f.fields[field.column].Container)
	}
	f.save = controls.NewStrongButton(p.Text("button.save"), "", f.keep)
	name := p.Title(w.desk.ledger, deal)
	f.modal = w.openModal(p.Text("move.title"), container.NewVBox(prose(name), page, f.tells, f.fault), 560, 500, f.save,
		controls.NewButton(p.Text("button.cancel"), "", func() { f.modal.close() }))
	f.look()
	w.window.Canvas().Focus(f.note)
	return f
}

// move reads the form.
func (f *moveForm) move() ledger.StageMove {
	stage, _ := ledger.ParseStage(f.stage.Current()) // one of those offered
	return ledger.StageMove{Deal: f.deal, To: stage, On: strings.TrimSpace(f.on.Text), Note: strings.TrimSpace(f.note.Text), Sources: strings.TrimSpace(f.sources.Text)}
}

// look says what the move comes to, off the UI goroutine.
func (f *moveForm) look() {
	w, move := f.window, f.move()
	for _, field := range f.fields {
		field.blame("")
	}
	if move.Note == "" {
		move.Note = "-" // not typed yet: the stage does not depend on it
	}
	if code, _, ok := ledger.Events.Columns()[ledger.Events.Column("date")].Check(move.On); !ok {
		f.tells.SetText("")
		f.fields["date"].blame(w.printer.Text("fault." + string(code)))
		return
	}
	d := w.desk
	w.work.Start("move", func(context.Context) func() {
		stage, err := move.After(d.view, w.today())
		return func() {
			switch {
			case err != nil:
				f.tells.SetText("")
				f.explain(err)
			case stage == move.To && move.Backwards(d.view):
				f.tells.SetText(w.printer.Text("move.corrects", w.printer.Word("stage", d.view.Deal(f.deal).Stage.String())))
			case stage == move.To:
				f.tells.SetText(w.printer.Text("move.moves"))
			default:
				word := stage.String()
				if stage == ledger.NoStage {
					word = "none"
				}
				f.tells.SetText(w.printer.Text("move.stays", w.printer.Day(d.view.AsOf().Happened), w.printer.Word("stage", word)))
			}
		}
	})
}

// keep saves the move as one action.
func (f *moveForm) keep() {
	w, move := f.window, f.move()
	if move.Note == "" {
		f.fields["note"].blame(w.printer.Text("edit.required"))
		w.window.Canvas().Focus(f.note)
		return
	}
	action := ledger.Action{Author: author(), Time: w.options.Now(), Reason: move.Note, Changes: []ledger.Change{move.Change(w.desk.view, w.today())}}
	f.save.OnPress = nil
	w.carryOut(action, func(err error) {
		f.save.OnPress = f.keep
		if err != nil {
			f.explain(err)
			return
		}
		f.modal.close()
		w.focusView()
	})
}

// explain says what is wrong, at the field where it is.
func (f *moveForm) explain(err error) {
	var faults ledger.Faults
	if !errors.As(err, &faults) {
		f.fault.SetText(capital(err.Error()))
		f.fault.Show()
		return
	}
	for _, fault := range faults {
		if field, ok := f.fields[fault.Column]; ok {
			field.blame(f.window.printer.Text("fault." + string(fault.Code)))
			continue
		}
		f.fault.SetText(f.window.printer.Fault(fault))
		f.fault.Show()
	}
}
