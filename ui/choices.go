package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// choicesDialog edits what the reader of a workspace chose for its figures, and
// its exchange rates. Nothing stands before Save, which is one action.
type choicesDialog struct {
	window   *Window
	refused  string // why nothing can be edited; empty when it can
	sections []choiceSection
	tabs     *controls.Tabs
	body     *fyne.Container
	note     *widget.Label
	save     *controls.Button
	page     *fyne.Container
	modal    *modal
	buttons  []*controls.Button
}

// choiceSection is one tab of the dialog.
type choiceSection interface {
	id() string
	object() fyne.CanvasObject
	own() int                                 // how many values are the reader's own
	check() bool                              // says at the fields what is wrong
	choices() []ledger.Choice                 // settings as they stand in the fields
	changes(l *ledger.Ledger) []ledger.Change // of rows that are no settings
	restore()                                 // fills in the defaults
	disable()                                 // for a file that can only be read
	first() fyne.Focusable                    // where the keys go; nil for nowhere
	listen(changed func())                    // hears that a field changed
}

// askChoices opens the dialog.
func (w *Window) askChoices() { w.openChoices("days") }

// editChoice opens the dialog where a setting is chosen.
func (w *Window) editChoice(name ledger.SettingName) {
	tab := "days"
	switch name.Topic {
	case ledger.Probability:
		tab = "probabilities"
	case ledger.ClaimScope:
		if tab = "scopes"; !hasClaim(w.desk.ledger, name) {
			tab = "moved"
		}
	case ledger.ClaimBucket:
		tab = "moved"
	}
	w.openChoices(tab)
}

// openChoices opens a tab of the dialog. Base rates of a large ledger take time.
func (w *Window) openChoices(tab string) {
	if w.desk == nil {
		return
	}
	view := w.desk.view
	settings := analysis.SettingsOf(view.Ledger())
	w.work.Start("choices", func(context.Context) func() {
		rates := analysis.BaseRates(view, settings.OldEnough)
		return func() {
			d := newChoicesDialog(w, settings, rates)
			d.show()
			if tab != d.sections[0].id() {
				d.open(tab)
			}
		}
	})
}

func newChoicesDialog(w *Window, settings analysis.Settings, rates []analysis.StageRate) *choicesDialog {
	p := w.printer
	d := &choicesDialog{window: w, tabs: controls.NewTabs(), body: container.NewStack(), note: prose("")}
	d.sections = []choiceSection{newDaysSection(w, settings), newProbabilitySection(w, settings, rates), newRateSection(w), newScopeSection(w, settings), newMovedSection(w, settings)}
	d.note.Hide()
	d.tabs.OnSelect = d.open
	leave := controls.NewButton(p.Text("button.cancel"), "", func() { d.modal.close() })
	d.buttons = []*controls.Button{leave}
	if why := w.file.readOnly(); why != "" {
		d.refused = p.Text("read_only." + why)
		d.say(d.refused, widget.MediumImportance)
		leave.SetText(p.Text("button.close"))
		for _, section := range d.sections {
			section.disable()
		}
	} else {
		d.save = controls.NewStrongButton(p.Text("button.save"), "", d.keep)
		d.buttons = []*controls.Button{d.save, leave, controls.NewButton(p.Text("choices.restore"), "", d.restore)}
		for _, section := range d.sections {
			section.listen(d.showTabs)
		}
	}
	d.open(d.sections[0].id())
	return d
}

func (d *choicesDialog) show() {
	note := container.New(layout.NewCustomPaddedLayout(0, 0, -labelPadding, -labelPadding), d.note)
	d.page = container.New(layout.NewBorderLayout(d.tabs, note, nil, nil), d.tabs, d.body, note) // in the order in which Tab goes through
	d.modal = d.window.openModal(d.window.printer.Text("choices.title"), d.page, 920, 680, d.buttons...)
	if first := d.sections[0].first(); first != nil && d.refused == "" {
		d.window.window.Canvas().Focus(first)
		if entry, ok := first.(*controls.Entry); ok {
			entry.SelectAll()
		}
	}
}

// open shows a section.
func (d *choicesDialog) open(id string) {
	d.tabs.Select(id)
	d.showTabs()
	for _, section := range d.sections {
		if section.id() == id {
			d.body.Objects = []fyne.CanvasObject{section.object()}
			d.body.Refresh()
		}
	}
}

// showTabs says on every tab how many values are the reader's own.
func (d *choicesDialog) showTabs() {
	p := d.window.printer
	tabs := make([]controls.Tab, len(d.sections))
	for i, section := range d.sections {
		tabs[i] = controls.Tab{ID: section.id(), Title: p.Text("choices." + section.id())}
		if own := section.own(); own > 0 {
			tabs[i].Count = p.Integer(own)
		}
	}
	d.tabs.SetTabs(tabs)
}

// restore fills in the defaults; they stand once they are saved. Rates are facts
// with sources and stay.
func (d *choicesDialog) restore() {
	for _, section := range d.sections {
		section.restore()
	}
	d.showTabs()
	d.say(d.window.printer.Text("choices.restored"), widget.MediumImportance)
}

// changes gives what the dialog changes, of all sections together.
func (d *choicesDialog) changes() []ledger.Change {
	l := d.window.desk.ledger
	var choices []ledger.Choice
	var changes []ledger.Change
	for _, section := range d.sections {
		choices = append(choices, section.choices()...)
		changes = append(changes, section.changes(l)...)
	}
	return append(l.Choose(d.window.today(), choices...), changes...)
}

// keep saves everything as one action.
func (d *choicesDialog) keep() {
	wrong := ""
	for _, section := range d.sections {
		if !section.check() && wrong == "" {
			wrong = section.id()
		}
	}
	if wrong != "" {
		d.open(wrong)
		d.blame(d.window.printer.Text("edit.faults"))
		return
	}
	changes := d.changes()
	if len(changes) == 0 {
		d.modal.close()
		return
	}
	d.save.OnPress = nil
	d.window.carryOut(ledger.Action{Author: author(), Time: d.window.options.Now(), Changes: changes}, func(err error) {
		d.save.OnPress = d.keep
		if err != nil {
			d.explain(err)
			return
		}
		d.modal.close()
	})
}

func (d *choicesDialog) blame(text string) { d.say(text, widget.DangerImportance) }

// say writes a line over the buttons.
func (d *choicesDialog) say(text string, importance widget.Importance) {
	d.note.Importance = importance
	d.note.SetText(text)
	d.note.Show()
	if d.page != nil {
		d.page.Refresh()
	}
}

// explain says why the whole was refused.
func (d *choicesDialog) explain(err error) {
	var faults ledger.Faults
	if !errors.As(err, &faults) {
		d.blame(capital(err.Error()))
		return
	}
	lines := make([]string, len(faults))
	for i, fault := range faults {
		lines[i] = fault.Value + ": " + d.window.printer.Text("fault."+string(fault.Code))
	}
	d.blame(strings.Join(lines, "\n"))
}
