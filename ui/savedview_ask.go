package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// viewsListed is how many views the menu of the switcher has; the palette has
// them all.
const viewsListed = 15

// viewAsked is how wide the questions about views are at least.
const viewAsked = 480

// listViews opens the list of the saved views over the switcher, with what can
// be done with the one that is open.
func (w *Window) listViews() {
	if w.desk == nil || w.covered() {
		return
	}
	p, l := w.printer, w.desk.ledger
	shown, open := w.openedView()
	var items []*fyne.MenuItem
	for i, ref := range w.desk.savedViews() {
		if i == viewsListed {
			items = append(items, fyne.NewMenuItem(p.Text("command.view_open"), func() { w.do("view_open") }))
			break
		}
		item := fyne.NewMenuItem(p.Text("view.of_tab", l.Value(ref, "name"), p.Text("tab."+l.Value(ref, "tab"))), func() { w.openView(ref) })
		item.Checked = open && ref == shown
		items = append(items, item)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	names := []string{"view_save_as"}
	if open {
		names = []string{"view_save", "view_reset", "view_save_as", "view_rename", "view_delete"}
	}
	for _, name := range names {
		item := fyne.NewMenuItem(p.Text("command."+name), func() { w.do(name) })
		item.Disabled = open && !w.changed(shown) && (name == "view_save" || name == "view_reset") || name != "view_reset" && w.file.readOnly() != ""
		items = append(items, item)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.window.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.switcher)
	menu.ShowAtPosition(at.AddXY(58, -menu.MinSize().Height-2))
}

// askSaveView asks for the name of a view of what is shown, and whether its
// days are part of it.
func (w *Window) askSaveView() {
	p, d, state := w.printer, w.desk, w.state()
	name := controls.NewEntry()
	field := newField(p.Text("view.name"), true, name)
	rows := container.NewVBox(field.Container)
	width := float32(viewAsked)
	var keepDays, keepLevel *controls.Check
	keep := func(text string) *controls.Check {
		check := controls.NewCheck(text, nil)
		check.SetChecked(true)
		rows.Add(check)
		width = max(width, check.MinSize().Width+2*modalInset)
		return check
	}
	if state.days != (days{ledger.NoDay, ledger.NoDay}) {
		asOf := d.view.AsOf()
		keepDays = keep(p.Text("view.keep_days", w.header.dayText(d, state.days.Happened, asOf.Happened), w.header.dayText(d, state.days.Known, asOf.Known)))
	}
	if state.countAt != analysis.AtAnnounced {
		keepLevel = keep(p.Text("view.keep_level", p.Word("count_at", state.countAt.String())))
	}
	if n := len(state.query.Only); state.query.Only != nil {
		rows.Add(prose(p.Text("view.keeps_records", p.Integer(n))))
	}
	note := prose("")
	note.Hide()
	rows.Add(note)
	// taken gives the view of the tab that has the name already.
	taken := func() (ledger.SavedView, bool) {
		for _, ref := range d.savedViews() {
			if strings.EqualFold(d.ledger.Value(ref, "name"), strings.TrimSpace(name.Text)) {
				return d.ledger.SavedView(ref), true
			}
		}
		return ledger.SavedView{}, false
	}
	var m *modal
	save := func() {
		view := w.saved(state)
		if view.Name = strings.TrimSpace(name.Text); view.Name == "" {
			field.blame(p.Text("fault.required"))
			m.fit()
			return
		}
		if old, there := taken(); there {
			view.Key = old.Key
		}
		if keepDays != nil && !keepDays.Checked {
			view.AsOf, view.Known = "", ""
		}
		if keepLevel != nil && !keepLevel.Checked {
			view.CountAt = ""
		}
		m.close()
		w.keepView(view)
	}
	name.OnChanged = func(string) {
		field.blame("")
		note.Hide()
		if old, there := taken(); there {
			note.SetText(p.Text("view.replaces", old.Name, p.Text("tab."+old.Tab)))
			note.Show()
		}
		if m != nil {
			m.fit()
		}
	}
	name.OnSubmitted = func(string) { save() }
	m = w.openModal(strings.TrimSuffix(p.Text("command.view_save_as"), "..."), rows, width, 0, controls.NewStrongButton(p.Text("button.save"), "", save),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(name)
}

// askRenameView asks for another name of the view that is open.
func (w *Window) askRenameView() {
	ref, open := w.openedView()
	if !open {
		return
	}
	p, l := w.printer, w.desk.ledger
	name := controls.NewEntry()
	name.SetText(l.Value(ref, "name"))
	field := newField(p.Text("view.name"), true, name)
	var m *modal
	save := func() {
		view := l.SavedView(ref)
		if view.Name = strings.TrimSpace(name.Text); view.Name == "" {
			field.blame(p.Text("fault.required"))
			m.fit()
			return
		}
		m.close()
		w.keepView(view)
	}
	name.OnSubmitted = func(string) { save() }
	m = w.openModal(strings.TrimSuffix(p.Text("command.view_rename"), "..."), field.Container, viewAsked, 0, controls.NewStrongButton(p.Text("button.save"), "", save),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(name)
	name.SelectAll()
}
