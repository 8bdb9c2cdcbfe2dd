package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Fyne turns Ctrl+Z into a shortcut of its own before it asks the menus.
func TestTheMenuHearsOfCtrlZ(t *testing.T) {
	w, _ := opened(t)
	names := map[string]string{}
	for _, menu := range w.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil {
				names[item.Label] = item.Shortcut.ShortcutName()
			}
		}
	}
	if got, want := names[w.printer.Text("command.undo")], (&fyne.ShortcutUndo{}).ShortcutName(); got != want {
		t.Errorf("the menu waits for %q, Fyne sends %q", got, want)
	}
}

// Undo belongs to the field in which somebody types, not to the summit.
func TestUndoInAFieldOfText(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	w.window.Canvas().Focus(w.header.search)
	test.Type(w.header.search, "arctic")
	settle()
	w.fromMenu("undo")
	settle()
	if got := w.header.search.Text; got == "arctic" {
		t.Error("the field keeps what was typed")
	}
	if said := w.bar.Text(); said != "" {
		t.Errorf("the window tried to undo an edit: %q", said)
	}
	w.fromMenu("redo")
	if got := w.header.search.Text; got != "arctic" {
		t.Errorf("redo gives %q back", got)
	}
}
