package ui

import (
	"context"
	"errors"
	"os/user"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// author names the person at the machine in the journal.
func author() string {
	current, err := user.Current()
	if err != nil {
		return ""
	}
	if current.Name != "" {
		return current.Name
	}
	return current.Username
}

// input is a field of the form: what is typed or chosen, as the file has it.
type input struct {
	column ledger.Column
	entry  *widget.Entry  // of texts
	choice *widget.Select // of words
	words  []string       // the words behind the labels of choice
	fault  *widget.Label
	before string
}

func (i *input) value() string {
	if i.choice == nil {
		return strings.TrimSpace(i.entry.Text)
	}
	if at := i.choice.SelectedIndex(); at >= 0 {
		return i.words[at]
	}
	return ""
}

// form edits one record, or makes one.
type form struct {
	window *Window
	kind   ledger.Kind
	ref    ledger.Ref // NoRef for a new record
	inputs []*input
	reason *widget.Entry
	source *widget.Entry
	dialog *dialog.CustomDialog
	save   *controls.Button
	note   *widget.Label
}

// editShown edits the record in the panel.
func (w *Window) editShown() {
	if ref, ok := w.record.shown(); ok {
		w.edit(ref.Kind, ref, w.desk.ledger.Cells(ref))
	}
}

// askAdd asks what kind of record to add: the kind of the tab comes first.
func (w *Window) askAdd() {
	var items []*fyne.MenuItem
	for _, kind := range ledger.Kinds() {
		if kind == ledger.Summits {
			continue
		}
		items = append(items, fyne.NewMenuItem(capital(w.printer.Record(kind)), func() { w.edit(kind, ledger.NoRef(), make([]string, len(kind.Columns()))) }))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.window.Canvas())
	size := w.window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width/2-menu.MinSize().Width/2, 100))
}

// addEvent adds an event to the record in the panel.
func (w *Window) addEvent() {
	ref, ok := w.record.shown()
	if !ok {
		return
	}
	cells := make([]string, len(ledger.Events.Columns()))
	switch ref.Kind {
	case ledger.Summits, ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Tracks, ledger.Promises:
		cells[ledger.Events.Column("subject_kind")] = ref.Kind.String()
		cells[ledger.Events.Column("subject_key")] = w.desk.ledger.Key(ref)
	default:
		w.tell("differ", w.printer.Text("refused.no_events"), "", nil)
		return
	}
	w.edit(ledger.Events, ledger.NoRef(), cells)
}

// edit opens the form of a record.
func (w *Window) edit(kind ledger.Kind, ref ledger.Ref, cells []string) {
	p := w.printer
	f := &form{window: w, kind: kind, ref: ref, reason: widget.NewEntry(), source: widget.NewEntry(), note: widget.NewLabel("")}
	rows := container.NewVBox()
	for i, column := range kind.Columns() {
		in := f.newInput(column, cells[i])
		f.inputs = append(f.inputs, in)
		label := p.Column(kind, column.Name)
		if column.Required {
			label += " *"
		}
		var field fyne.CanvasObject = in.entry
		if in.choice != nil {
			field = in.choice
		}
		rows.Add(look.Text(label, look.SizeNote, look.Text2, false))
		rows.Add(field)
		rows.Add(in.fault)
	}
	f.reason.SetPlaceHolder(p.Text("edit.reason_hint"))
	f.source.SetPlaceHolder(p.Text("edit.source_hint"))
	f.note.Wrapping = fyne.TextWrapWord
	f.save = controls.NewButton(p.Text("button.save"), "", f.keep)
	f.save.Strong = true
	cancel := controls.NewButton(p.Text("button.cancel"), "", func() { f.dialog.Hide() })
	below := container.NewVBox(container.NewGridWithColumns(2, f.reason, f.source), f.note, container.NewHBox(f.save, cancel))
	title := p.Text("edit.change", p.Record(kind))
	if !ref.Exists() {
		title = p.Text("edit.add", p.Record(kind))
	}
	f.dialog = dialog.NewCustomWithoutButtons(title, container.NewBorder(nil, below, nil, nil, container.NewVScroll(rows)), w.window)
	size := w.window.Canvas().Size()
	f.dialog.Resize(fyne.NewSize(min(680, size.Width-60), size.Height-60))
	f.dialog.Show()
	for _, in := range f.inputs {
		if in.entry != nil && in.entry.Text == "" || in.column.Type != ledger.KeyColumn && in.entry != nil {
			w.window.Canvas().Focus(in.entry)
			break
		}
	}
}

// newInput makes the control that fits a column.
func (f *form) newInput(column ledger.Column, value string) *input {
	p := f.window.printer
	in := &input{column: column, before: value, fault: widget.NewLabel("")}
	in.fault.Importance = widget.DangerImportance
	in.fault.SizeName = "caption"
	in.fault.Hide()
	if column.Type == ledger.WordColumn {
		in.words = append([]string{""}, column.Words.Words()...)
		labels := make([]string, len(in.words))
		labels[0] = p.Text("edit.empty")
		for i, word := range in.words[1:] {
			labels[i+1] = p.Word(column.Words.Name(), word)
		}
		in.choice = widget.NewSelect(labels, func(string) { f.check(in) })
		for i, word := range in.words {
			if word == value {
				in.choice.SetSelectedIndex(i)
			}
		}
		return in
	}
	in.entry = widget.NewEntry()
	if column.Type == ledger.TextColumn && column.Search && column.Name != "name" && !strings.HasPrefix(column.Name, "title") || column.Name == "note" || column.Name == "summary" {
		in.entry = widget.NewMultiLineEntry()
		in.entry.Wrapping = fyne.TextWrapWord
		in.entry.SetMinRowsVisible(3)
	}
	in.entry.SetText(value)
	in.entry.OnChanged = func(string) { f.check(in) }
	return in
}

// check says at the field what is wrong with its value.
func (f *form) check(in *input) bool {
	value := in.value()
	code, _, ok := in.column.Check(value)
	if ok {
		in.fault.Hide()
		return true
	}
	f.blame(in, f.window.printer.Text("fault."+string(code)))
	return false
}

func (f *form) blame(in *input, text string) {
	in.fault.SetText(text)
	in.fault.Show()
}

// keep saves what was typed, as one action.
func (f *form) keep() {
	sound := true
	for _, in := range f.inputs {
		sound = f.check(in) && sound
	}
	if !sound {
		f.note.SetText(f.window.printer.Text("edit.faults"))
		return
	}
	changes := f.changes()
	if len(changes) == 0 {
		f.dialog.Hide()
		return
	}
	action := ledger.Action{Author: author(), Time: f.window.options.Now(), Reason: strings.TrimSpace(f.reason.Text), Source: strings.TrimSpace(f.source.Text), Changes: changes}
	f.save.OnPress = nil
	f.window.carryOut(action, func(err error) {
		f.save.OnPress = f.keep
		if err == nil {
			f.dialog.Hide()
			return
		}
		f.explain(err)
	})
}

// explain shows a refused edit: at the fields where the fault is theirs.
func (f *form) explain(err error) {
	var faults ledger.Faults
	if !errors.As(err, &faults) {
		f.note.SetText(capital(err.Error()))
		return
	}
	var others []string
	for _, fault := range faults {
		found := false
		for _, in := range f.inputs {
			if in.column.Name == fault.Column && fault.File == f.kind.Table()+".csv" {
				f.blame(in, f.window.printer.Text("fault."+string(fault.Code)))
				found = true
			}
		}
		if !found {
			others = append(others, fault.Error())
		}
	}
	f.note.SetText(strings.Join(append([]string{f.window.printer.Text("edit.faults")}, others...), "\n"))
}

// changes gives what the form changes.
func (f *form) changes() []ledger.Change {
	l := f.window.desk.ledger
	if !f.ref.Exists() {
		cells := make([]string, len(f.inputs))
		for i, in := range f.inputs {
			cells[i] = in.value()
		}
		return []ledger.Change{l.Add(f.kind, f.window.today(), cells)}
	}
	var changes []ledger.Change
	for _, in := range f.inputs {
		value := in.value()
		switch {
		case value == in.before:
		case in.column.Type == ledger.KeyColumn:
			changes = append(changes, l.Rename(f.ref, value)...)
		default:
			changes = append(changes, l.Set(f.ref, in.column.Name, value))
		}
	}
	return changes
}

// removeShown removes the record in the panel, once the person has said so.
func (w *Window) removeShown() {
	ref, ok := w.record.shown()
	if !ok {
		return
	}
	p, l := w.printer, w.desk.ledger
	dialog.NewConfirm(p.Text("command.remove_record"), p.Text("edit.remove_question", p.Title(l, ref)), func(yes bool) {
		if yes {
			action := ledger.Action{Author: author(), Time: w.options.Now(), Changes: []ledger.Change{l.Remove(ref)}}
			w.carryOut(action, w.failIf)
		}
	}, w.window).Show()
}

// carryOut appends an action off the UI goroutine; done gets nil once it is on
// the disk.
func (w *Window) carryOut(action ledger.Action, done func(error)) {
	opened := w.file.workspace
	base := opened.Revision()
	index := w.desk.index
	w.work.Start("edit", func(ctx context.Context) func() {
		appended, err := opened.Append(ctx, action, base)
		if err != nil {
			return func() { done(err) }
		}
		patched := index.Patch(opened.Ledger(), appended.Changes)
		return func() {
			w.file.index = patched
			done(nil)
			w.tell("icon-check", w.printer.Count("edit.saved", len(appended.Changes)), w.printer.Text("command.undo"), w.undo)
			w.look()
		}
	})
}

// undo and redo go back and forth in the journal.
func (w *Window) undo() { w.travel("undone", w.file.workspace.Undo) }

func (w *Window) redo() { w.travel("redone", w.file.workspace.Redo) }

func (w *Window) travel(key string, step stepper) {
	who, now, index := author(), w.options.Now(), w.desk.index
	opened := w.file.workspace
	w.work.Start("edit", func(ctx context.Context) func() {
		action, err := step(ctx, who, now)
		switch {
		case errors.Is(err, workspace.ErrNothingToUndo):
			return func() { w.tell("differ", w.printer.Text("edit.nothing_to_undo"), "", nil) }
		case errors.Is(err, workspace.ErrNothingToRedo):
			return func() { w.tell("differ", w.printer.Text("edit.nothing_to_redo"), "", nil) }
		case err != nil:
			return func() { w.fail(err) }
		}
		patched := index.Patch(opened.Ledger(), action.Changes)
		return func() {
			w.file.index = patched
			w.tell("icon-check", w.printer.Count("edit."+key, len(action.Changes)), "", nil)
			w.look()
		}
	})
}
