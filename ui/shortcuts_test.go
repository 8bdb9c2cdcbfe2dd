package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"summitledger/data/locale"
	"summitledger/ui/look"
)

// The sheet has every action that has keys, once, and no line is cut in any
// language.
func TestTheSheetOfShortcutsHasAllKeysWhole(t *testing.T) {
	w, settle := opened(t)
	column := (keysWidth - 2*modalInset - 8 - keysGap*(keysColumns-1)) / keysColumns
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		var keys []string
		for _, section := range w.keySections() {
			for _, line := range section.lines {
				keys = append(keys, line[1])
				if width := look.Width(line[0], look.SizeText, false) + look.Width(line[1], look.SizeText, false) + 12; width > column {
					t.Errorf("%s: %q and %q are %.0f wide, there is room for %.0f", language, line[0], line[1], width, column)
				}
			}
		}
		for _, action := range w.actions {
			if action.Shortcut != nil && !slices.Contains(keys, shortcutText(action.Shortcut)) {
				t.Errorf("%s: the keys of %s are not in the sheet", language, action.ID)
			}
		}
	}
	// No two actions have the same keys.
	seen := map[string]string{}
	for _, action := range w.actions {
		if action.Shortcut == nil {
			continue
		}
		if other, twice := seen[shortcutText(action.Shortcut)]; twice {
			t.Errorf("%s and %s have the same keys", other, action.ID)
		}
		seen[shortcutText(action.Shortcut)] = action.ID
	}
}

// The count of a group and that of a column of the board open by keys too.
func TestCountsOpenByKeys(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	p, ok := w.view().(*pipeline)
	if !ok || p.mode() != asBoard {
		t.Fatal("the deals are not on the board")
	}
	w.focusView()
	p.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	settle()
	card, there := w.desk.find(p.board.Selected())
	if !there || !w.figure.opened || w.figure.shown.id != "board."+w.desk.view.Deal(card).Stage.String() {
		t.Errorf("Space on the card %q opens the figure %q", p.board.Selected(), w.figure.shown.id)
	}
	w.closeFigure()
	w.goTo("agreements")
	settle()
	w.focusView()
	grid := w.listingShown().grid
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierControl})
	settle()
	if !w.figure.opened {
		t.Error("Ctrl+Space on the heading of a group does not open its count")
	}
}
