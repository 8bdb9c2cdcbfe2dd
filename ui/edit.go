package ui

import (
	"errors"
	"os/user"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
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
	*labelledField
	column ledger.Column
	entry  *controls.Entry  // of texts
	choice *controls.Choice // of words
	before string
}

func (i *input) value() string {
	if i.choice == nil {
		return strings.TrimSpace(i.entry.Text)
	}
	return i.choice.Current()
}

// focusable is what takes the keys.
func (i *input) focusable() fyne.Focusable {
	if i.choice != nil {
		return i.choice
	}
	return i.entry
}

// form edits one record, or makes one.
type form struct {
	window *Window
	kind   ledger.Kind
	ref    ledger.Ref // NoRef for a new record
	inputs []*input
	reason *controls.Entry
	source *controls.Entry
	scroll *container.Scroll
	rows   *fyne.Container
	modal  *modal
	save   *controls.Button
	note   *widget.Label
}

// editShown edits the record in the panel.
func (w *Window) editShown() {
	if ref, ok := w.record.shown(); ok {
		if name, ok := ledger.ParseSetting(w.desk.ledger.Key(ref)); ok && ref.Kind == ledger.Settings {
			w.editChoice(name)
			return
		}
		w.edit(ref.Kind, ref, w.desk.ledger.Cells(ref))
	}
}

// askAdd asks what kind of record to add: the kind of the tab comes first.
func (w *Window) askAdd() {
	first := ledger.Agreements
	if l := w.listingShown(); l != nil {
		first = l.table.kind
	}
	byWord := map[string]ledger.Kind{}
	var options []controls.Option
	for _, kind := range ledger.Kinds() {
		if kind == ledger.Summits {
			continue
		}
		byWord[kind.String()] = kind
		options = append(options, controls.Option{ID: kind.String(), Text: capital(w.printer.Record(kind))})
	}
	choice := choices(options)
	choice.Set("", options, first.String())
	w.ask(strings.TrimSuffix(w.printer.Text("command.add_record"), "..."), choice, 460, w.printer.Text("button.next"), func() {
		kind := byWord[choice.Current()]
		w.edit(kind, ledger.NoRef(), make([]string, len(kind.Columns())))
	})
	w.window.Canvas().Focus(choice)
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
func (w *Window) edit(kind ledger.Kind, ref ledger.Ref, cells []string) *form {
	p := w.printer
	f := &form{window: w, kind: kind, ref: ref, reason: controls.NewEntry(), source: entryWith(p.Text("edit.source_example")), note: prose("")}
	f.rows = container.New(fieldColumn{})
	for i, column := range kind.Columns() {
		in := f.newInput(column, cells[i])
		f.inputs = append(f.inputs, in)
		f.rows.Add(in.Container)
	}
	f.note.Importance = widget.DangerImportance
	f.note.Hide()
	why := container.NewGridWithColumns(2, newField(p.Text("edit.reason_hint"), false, f.reason).Container, newField(p.Text("edit.source_hint"), false, f.source).Container)
	f.scroll = container.NewVScroll(f.rows)
	title := p.Text("edit.change", p.Record(kind))
	if !ref.Exists() {
		title = p.Text("edit.add", p.Record(kind))
	}
	f.save = controls.NewStrongButton(p.Text("button.save"), "", f.keep)
	f.modal = w.openModal(title, container.NewBorder(nil, container.NewVBox(f.note, why), nil, nil, f.scroll), 680, w.window.Canvas().Size().Height,
		f.save, controls.NewButton(p.Text("button.cancel"), "", func() { f.modal.close() }))
	f.begin()
	return f
}

// begin gives the keys to the first field that a person will fill or change.
func (f *form) begin() {
	for _, in := range f.inputs {
		if in.value() == "" || f.ref.Exists() && in.column.Type != ledger.KeyColumn {
			f.window.window.Canvas().Focus(in.focusable())
			return
		}
	}
}

// newInput makes the control that fits a column.
func (f *form) newInput(column ledger.Column, value string) *input {
	p := f.window.printer
	in := &input{column: column, before: value}
	label := p.Column(f.kind, column.Name)
	if column.Type == ledger.WordColumn {
		options := []controls.Option{{Text: p.Text("edit.empty")}}
		for _, word := range column.Words.Words() {
			options = append(options, controls.Option{ID: word, Text: p.Word(column.Words.Name(), word)})
		}
		in.choice = controls.NewChoice(func(string) { f.check(in) })
		in.choice.Boxed = true
		in.choice.Set("", options, value)
		in.labelledField = newField(label, column.Required, in.choice)
		return in
	}
	if column.Type == ledger.TextColumn && column.Search && column.Name != "name" && !strings.HasPrefix(column.Name, "title") || column.Name == "note" || column.Name == "summary" {
		in.entry = controls.NewLongEntry(3)
	} else {
		in.entry = entryWith(exampleOf(column))
		in.entry.OnSubmitted = func(string) { f.keep() }
	}
	in.entry.SetText(value)
	in.entry.OnChanged = func(string) { f.check(in) }
	in.labelledField = newField(label, column.Required, in.entry)
	return in
}

// exampleOf shows how the values of a column are written.
func exampleOf(column ledger.Column) string {
	switch column.Type {
	case ledger.DateColumn:
		return "2016-12-16"
	case ledger.AmountColumn:
		return "1000000000"
	case ledger.CurrencyColumn:
		return "USD"
	case ledger.CountryColumn:
		return "JP"
	case ledger.CountriesColumn:
		return "JP;RU"
	case ledger.RegionsColumn:
		return "JP-35;RU-SAK"
	case ledger.LanguageColumn:
		return "en"
	case ledger.SectorCodeColumn:
		return "322"
	case ledger.URLColumn:
		return "https://"
	}
	return ""
}

// check says at the field what is wrong with its value.
func (f *form) check(in *input) bool {
	code, _, ok := in.column.Check(in.value())
	if ok {
		f.blame(in, "")
		return true
	}
	f.blame(in, f.window.printer.Text("fault."+string(code)))
	return false
}

func (f *form) blame(in *input, text string) {
	in.blame(text)
	f.rows.Refresh()
	f.scroll.Refresh()
}

// refuse says that nothing was saved, and goes to the first field at fault.
func (f *form) refuse(text string) {
	f.note.SetText(text)
	f.note.Show()
	f.modal.body.Refresh()
	for _, in := range f.inputs {
		if in.fault.Visible() {
			f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, in.Position().Y-fieldGap)))
			f.window.window.Canvas().Focus(in.focusable())
			return
		}
	}
}

// keep saves what was typed, as one action.
func (f *form) keep() {
	sound := true
	for _, in := range f.inputs {
		sound = f.check(in) && sound
	}
	if !sound {
		f.refuse(f.window.printer.Text("edit.faults"))
		return
	}
	if source := strings.TrimSpace(f.source.Text); source != "" {
		if _, ok := f.window.desk.ledger.Find(ledger.Sources, source); !ok {
			f.refuse(f.window.printer.Text("edit.no_source", source))
			return
		}
	}
	changes := f.changes()
	if len(changes) == 0 {
		f.modal.close()
		return
	}
	action := ledger.Action{Author: author(), Time: f.window.options.Now(), Reason: strings.TrimSpace(f.reason.Text), Source: strings.TrimSpace(f.source.Text), Changes: changes}
	f.save.OnPress = nil
	f.window.carryOut(action, func(err error) {
		f.save.OnPress = f.keep
		if err == nil {
			f.modal.close()
			return
		}
		f.explain(err)
	})
}

// explain shows a refused edit: at the fields where the fault is theirs.
func (f *form) explain(err error) {
	var faults ledger.Faults
	if !errors.As(err, &faults) {
		f.refuse(capital(err.Error()))
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
			others = append(others, f.window.printer.Fault(fault))
		}
	}
	f.refuse(strings.Join(append([]string{f.window.printer.Text("edit.faults")}, others...), "\n"))
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
			changes = append(changes, query.Rename(l, f.ref, value)...)
		default:
			changes = append(changes, l.Set(f.ref, in.column.Name, value))
		}
	}
	return changes
}
