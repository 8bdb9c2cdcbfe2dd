package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// allActions lists everything a person can do from menus, keys and palette.
func (w *Window) allActions() []*Action {
	needsFile := func() string {
		if w.file == nil {
			return "refused.no_file"
		}
		return ""
	}
	needsWriting := func() string {
		switch {
		case w.file == nil:
			return "refused.no_file"
		case w.file.readOnly() != "":
			return "refused.read_only"
		}
		return ""
	}
	needsRecord := func() string {
		if refused := needsWriting(); refused != "" {
			return refused
		}
		if _, ok := w.record.shown(); !ok {
			return "refused.no_record"
		}
		return ""
	}
	needsViews := func() string {
		if w.file == nil || w.file.ledger().Len(ledger.SavedViews) == 0 {
			return "refused.no_views"
		}
		return ""
	}
	needsOpenView := func() string {
		if refused := needsWriting(); refused != "" {
			return refused
		}
		return w.needsView()
	}
	list := []*Action{
		{ID: "new", Menu: "file", Shortcut: ctrl(fyne.KeyN), Run: w.askNew},
		{ID: "open", Menu: "file", Shortcut: ctrl(fyne.KeyO), Run: w.askOpen},
		{ID: "save_copy", Menu: "file", Apart: true, Shortcut: ctrlShift(fyne.KeyS), Refused: needsFile, Run: w.askSaveCopy},
		{ID: "import_folder", Menu: "file", Run: w.askImport},
		{ID: "import_workbook", Menu: "file", Refused: needsWriting, Run: w.askImportWorkbook},
		{ID: "export_folder", Menu: "file", Refused: needsFile, Run: w.askExportFolder},
		{ID: "export_excel", Menu: "file", Apart: true, Shortcut: ctrl(fyne.KeyE), Refused: needsFile, Run: func() { w.askExportExcel(false) }},
		{ID: "export_excel_view", Menu: "file", Shortcut: ctrlShift(fyne.KeyE), Refused: needsFile, Run: func() { w.askExportExcel(true) }},
		{ID: "export_choose", Menu: "file", Refused: needsFile, Run: w.askExportChoices},
		{ID: "save_brief", Menu: "file", Refused: needsFile, Run: w.askSaveBrief},
		{ID: "print", Menu: "file", Shortcut: ctrl(fyne.KeyP), Refused: needsFile, Run: w.askPrint},
		{ID: "save_page", Menu: "file", Refused: w.needsPage, Run: w.askSavePage},
		{ID: "print_page", Menu: "file", Shortcut: ctrlShift(fyne.KeyP), Refused: w.needsPage, Run: w.askPrintPage},
		{ID: "close", Menu: "file", Apart: true, Shortcut: ctrl(fyne.KeyW), Refused: needsFile, Run: w.closeAndReturn},
		{ID: "quit", Menu: "file", Shortcut: ctrl(fyne.KeyQ), Run: w.quit},

		{ID: "undo", Menu: "edit", Shortcut: ctrl(fyne.KeyZ), Refused: needsWriting, Run: w.undo},
		{ID: "redo", Menu: "edit", Shortcut: ctrlShift(fyne.KeyZ), Refused: needsWriting, Run: w.redo},
		{ID: "history", Menu: "edit", Shortcut: ctrlShift(fyne.KeyH), Refused: needsFile, Run: w.showSteps},
		{ID: "choices", Menu: "edit", Apart: true, Refused: needsFile, Run: w.askChoices},
		{ID: "set_many", Menu: "edit", Apart: true, Shortcut: ctrl(fyne.KeyF2), Refused: w.needsRows, Run: func() { w.askSetMany() }},
		{ID: "replace", Menu: "edit", Shortcut: ctrl(fyne.KeyR), Refused: needsWriting, Run: func() { w.askReplace() }},
		{ID: "paste_cells", Menu: "edit", Shortcut: ctrlShift(fyne.KeyV), Refused: needsWriting, Run: w.pasteCells},
		{ID: "copy_rows", Menu: "edit", Apart: true, Shortcut: ctrlShift(fyne.KeyC), Refused: needsFile, Run: w.copyRows},
		{ID: "find", Menu: "edit", Shortcut: ctrl(fyne.KeyF), Run: func() { w.window.Canvas().Focus(w.header.search) }},
		{ID: "palette", Menu: "edit", Shortcut: ctrl(fyne.KeyK), Run: w.openPalette},
		{ID: "refresh", Menu: "edit", Shortcut: plain(fyne.KeyF5), Refused: needsFile, Run: w.letGo},
		{ID: "show_everything", Menu: "edit", Shortcut: plain(fyne.KeyF8), Refused: needsFile, Run: w.showEverything},

		{ID: "back", Menu: "view", Shortcut: alt(fyne.KeyLeft), Refused: needsFile, Run: w.goBack},
		{ID: "forward", Menu: "view", Shortcut: alt(fyne.KeyRight), Refused: needsFile, Run: w.goForward},
		{ID: "view_open", Menu: "view", Apart: true, Shortcut: ctrlShift(fyne.KeyO), Refused: needsViews, Run: func() { w.openPaletteOf(true) }},
		{ID: "view_save", Menu: "view", Shortcut: ctrl(fyne.KeyS), Refused: needsWriting, Run: w.saveView},
		{ID: "view_save_as", Menu: "view", Refused: needsWriting, Run: w.askSaveView},
		{ID: "view_reset", Menu: "view", Refused: w.needsView, Run: w.resetView},
		{ID: "view_rename", Menu: "view", Refused: needsOpenView, Run: w.askRenameView},
		{ID: "view_delete", Menu: "view", Refused: needsOpenView, Run: w.deleteView},
		{ID: "as_of", Menu: "view", Apart: true, Shortcut: ctrl(fyne.KeyD), Refused: needsFile, Run: func() { w.askDay(true) }},
		{ID: "as_of_summit", Menu: "view", Refused: needsFile, Run: w.lookAtSummit},
		{ID: "as_of_today", Menu: "view", Refused: needsFile, Run: w.lookAtToday},
		{ID: "facets", Menu: "view", Apart: true, Shortcut: plain(fyne.KeyF9), Run: w.toggleFacets},
		{ID: "board", Menu: "view", Run: w.toggleBoard},
		{ID: "dark", Menu: "view", Apart: true, Shortcut: plain(fyne.KeyF10), Run: func() { w.setDark(!w.settings.Dark()) }},

		{ID: "edit_record", Menu: "record", Shortcut: plain(fyne.KeyF2), Refused: needsRecord, Run: w.editShown},
		{ID: "add_record", Menu: "record", Shortcut: ctrlShift(fyne.KeyN), Refused: needsWriting, Run: w.askAdd},
		{ID: "add_event", Menu: "record", Refused: needsRecord, Run: w.addEvent},
		{ID: "move_deal", Menu: "record", Shortcut: ctrl(fyne.KeyM), Refused: needsRecord, Run: w.moveShown},
		{ID: "record_rows", Menu: "record", Shortcut: ctrl(fyne.KeyL), Refused: needsRecord, Run: w.showRecordRows},
		{ID: "merge", Menu: "record", Apart: true, Shortcut: ctrlShift(fyne.KeyM), Refused: w.needsRows, Run: w.askMerge},
		{ID: "duplicates", Menu: "record", Refused: needsFile, Run: w.findDuplicates},
		{ID: "remove_record", Menu: "record", Refused: needsRecord, Run: w.removeShown},
		{ID: "record_history", Menu: "record", Apart: true, Shortcut: ctrl(fyne.KeyH), Refused: needsFile, Run: w.showHistory},
		{ID: "record_back", Menu: "record", Run: w.recordBack},
		{ID: "record_close", Menu: "record", Shortcut: plain(fyne.KeyEscape), Run: w.closeRecord},

		{ID: "shortcuts", Menu: "help", Shortcut: plain(fyne.KeyF1), Run: w.showShortcuts},
		{ID: "about", Menu: "help", Run: w.showAbout},
	}
	list = append(list, w.tableActions()...)
	for _, language := range locale.Languages() {
		list = append(list, &Action{ID: "language_" + string(language), Menu: "view", Apart: language == locale.English, Run: func() { w.setLanguage(language) }})
	}
	for _, level := range analysis.CountAtLevels() {
		list = append(list, &Action{ID: "count_at_" + level.String(), Menu: "view", Apart: level == analysis.AtAnnounced, Refused: needsFile, Run: func() { w.setCountAt(level) }})
	}
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, name := range TabNames() {
		action := &Action{ID: "tab_" + name, Menu: "go", Run: func() { w.goTo(name) }}
		if i < len(keys) {
			action.Shortcut = ctrl(keys[i])
		}
		list = append(list, action)
	}
	return list
}

// do carries out an action by its name, unless a question lies over the page
// and waits for its answer.
func (w *Window) do(id string) {
	if w.covered() {
		return
	}
	for _, action := range w.actions {
		if action.ID != id {
			continue
		}
		if refused := action.refusal(); refused != "" {
			w.tell("differ", w.printer.Text(refused), "", nil)
			return
		}
		action.Run()
		return
	}
}

// buildMenu makes the menu bar in the language of the window.
func (w *Window) buildMenu() {
	var menus []*fyne.Menu
	for _, name := range []string{"file", "edit", "view", "table", "go", "record", "help"} {
		var items []*fyne.MenuItem
		for _, action := range w.actions {
			if action.Menu != name {
				continue
			}
			if action.Apart {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			item := fyne.NewMenuItem(w.printer.Text("command."+action.ID), func() { w.fromMenu(action.ID) })
			if action.Shortcut != nil && (action.Shortcut.Modifier != 0 || runtime.GOOS != "darwin") {
				item.Shortcut = menuShortcut(action.Shortcut) // a plain key is only shown there: typedKey carries it out
			}
			item.IsQuit = action.ID == "quit"
			items = append(items, item)
			if action.ID == "open" {
				items = append(items, w.recentItem())
			}
		}
		menus = append(menus, fyne.NewMenu(w.printer.Text("menu."+name), items...))
	}
	w.window.SetMainMenu(fyne.NewMainMenu(menus...))
}

// fromMenu carries out what was chosen in a menu or by its keys. Undo and redo
// belong to the text in which somebody types; menus get their keys first.
func (w *Window) fromMenu(id string) {
	if text, ok := w.window.Canvas().Focused().(interface {
		Undo()
		Redo()
	}); ok {
		switch id {
		case "undo":
			text.Undo()
			return
		case "redo":
			text.Redo()
			return
		}
	}
	w.do(id)
}

// menuShortcut gives the shortcut that Fyne makes of the keys: it has one of
// its own for undo, and a menu with any other would never hear of Ctrl+Z.
func menuShortcut(shortcut *desktop.CustomShortcut) fyne.Shortcut {
	if *shortcut == *ctrl(fyne.KeyZ) {
		return &fyne.ShortcutUndo{}
	}
	return shortcut
}

// recentItem lists the workspaces that were opened last.
func (w *Window) recentItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.printer.Text("command.recent"), nil)
	var items []*fyne.MenuItem
	for _, path := range w.settings.recent() {
		items = append(items, fyne.NewMenuItem(path, func() { w.openPath(path) }))
	}
	if len(items) == 0 {
		empty := fyne.NewMenuItem(w.printer.Text("command.recent_none"), nil)
		empty.Disabled = true
		items = append(items, empty)
	}
	item.ChildMenu = fyne.NewMenu("", items...)
	return item
}

// registerShortcuts binds the keys of actions that stand in no menu, and plain
// keys, which menus do not carry.
func (w *Window) registerShortcuts() {
	for _, action := range w.actions {
		switch {
		case action.Shortcut == nil || action.Shortcut.Modifier == 0:
		case action.Menu == "":
			w.window.Canvas().AddShortcut(action.Shortcut, func(fyne.Shortcut) { action.do() })
		}
	}
	w.window.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.do("redo") }) // Ctrl+Y
	w.window.Canvas().SetOnTypedKey(w.typedKey)
}

// typedKey carries out the action of a plain key that nothing else wanted.
// Escape first closes what lies over the page.
func (w *Window) typedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && w.dismiss() {
		return
	}
	if w.toRows(event) {
		return
	}
	for _, action := range w.actions {
		if action.Shortcut != nil && action.Shortcut.Modifier == 0 && action.Shortcut.KeyName == event.Name {
			w.do(action.ID)
		}
	}
}

// toRows hands a key that moves about to the rows of the tab when nothing has
// the keys: after a command of the palette or a click beside everything.
func (w *Window) toRows(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
	default:
		return false
	}
	if w.window.Canvas().Focused() != nil || w.covered() || w.desk == nil {
		return false
	}
	rows := w.view().focus()
	if rows == nil {
		return false
	}
	w.window.Canvas().Focus(rows)
	rows.TypedKey(event)
	return true
}
