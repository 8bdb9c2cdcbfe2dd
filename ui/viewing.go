package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
)

// copyRows puts the rows of the current tab on the clipboard, as spreadsheets
// take them.
func (w *Window) copyRows() {
	text := w.view().copyText()
	w.app.Clipboard().SetContent(text)
	w.tell("icon-copy", w.printer.Count("window.copied", max(0, strings.Count(text, "\n")-1)), "", nil)
}

// recordMenu is what a secondary click on a row offers.
func (w *Window) recordMenu(id string, at fyne.Position, more ...*fyne.MenuItem) {
	w.showRecordID(id)
	var items []*fyne.MenuItem
	for _, name := range []string{"edit_record", "add_event", "record_rows", "merge", "set_many", "record_history", "copy_rows", "export_excel_view", "remove_record"} {
		items = append(items, fyne.NewMenuItem(w.printer.Text("command."+name), func() { w.do(name) }))
	}
	if len(more) > 0 {
		items = append(append(items, fyne.NewMenuItemSeparator()), more...)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.window.Canvas(), at)
}

// toggleFacets shows or hides the column of facets.
func (w *Window) toggleFacets() {
	if v, ok := w.view().(interface{ toggleLeft() }); ok {
		v.toggleLeft()
		return
	}
	l := w.listingShown()
	if l == nil {
		return
	}
	if p, ok := w.view().(*pipeline); ok && p.mode() != asTable {
		w.settings.store.SetBool(settingFacets, !w.settings.store.Bool(settingFacets))
		p.showBoard()
		return
	}
	l.body.showLeft(l.body.hidden)
}

// toggleGroups closes the groups of the current tab, or opens them.
func (w *Window) toggleGroups() {
	if l := w.listingShown(); l != nil {
		l.toggleGroups()
	}
}

// toggleBoard shows the pipeline as a board or as a table.
func (w *Window) toggleBoard() {
	w.showTab("pipeline")
	if p, ok := w.view().(*pipeline); ok && p.desk != nil {
		p.nextMode()
	}
}

// showAbout says what the program is and where its facts come from.
func (w *Window) showAbout() {
	text := w.printer.Text("about.text", w.options.Version)
	if w.desk != nil {
		text += "\n\n" + w.printer.Text("about.facts", w.printer.Title(w.desk.ledger, w.desk.ledger.Summit()), w.printer.Records(ledger.Sources, w.desk.ledger.Len(ledger.Sources)))
	}
	w.tellPage(programName, prose(text), 480, 0)
}
