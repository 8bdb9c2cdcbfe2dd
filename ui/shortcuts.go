package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// keySection is a part of the sheet of shortcuts: keys with what they do.
type keySection struct {
	title string
	lines [][2]string // what is done, and the keys
}

// ownKeys lists what keys do in parts of the page, beside the actions of the
// menus: the keys, by the section of the catalogue and the text under it.
var ownKeys = []struct {
	section string
	lines   [][2]string
}{
	{"everywhere", [][2]string{{"next", "Tab"}, {"before", "Shift+Tab"}, {"close", "Esc"}}},
	{"table", [][2]string{{"move", "↑ ↓  PgUp PgDn"}, {"ends", "Home, End"}, {"open", "Enter"}, {"several", "Shift+↑ ↓"}, {"one_more", "Ctrl+Space"}, {"all", "Ctrl+A"}, {"copy", "Ctrl+C"}, {"change", "→ F2"}, {"sideways", "← →"}, {"group", "← → Enter"}, {"count", "Ctrl+Space"}, {"letters", "A ... Z"}}},
	{"board", [][2]string{{"move", "← → ↑ ↓"}, {"open", "Enter"}, {"column", "Space"}, {"send", "Ctrl+← →"}}},
	{"filters", [][2]string{{"move", "↑ ↓"}, {"choose", "Space"}, {"only", "Ctrl+Space"}, {"fold", "← →"}}},
	{"charts", [][2]string{{"move", "↑ ↓"}, {"open", "Enter"}, {"records", "Space"}, {"quarter", "← →"}}},
	{"foot", [][2]string{{"move", "← →"}, {"press", "Enter"}}},
}

// keySections lists all keys: those of the parts of the page, then those of
// the menus.
func (w *Window) keySections() []keySection {
	p := w.printer
	var list []keySection
	for _, own := range ownKeys {
		section := keySection{title: p.Text("keys." + own.section)}
		for _, line := range own.lines {
			section.lines = append(section.lines, [2]string{p.Text("keys." + own.section + "." + line[0]), line[1]})
		}
		list = append(list, section)
	}
	for _, menu := range w.menuNames() {
		section := keySection{title: p.Text("menu." + menu)}
		for _, action := range w.actions {
			if action.Menu == menu && action.Shortcut != nil {
				section.lines = append(section.lines, [2]string{strings.TrimSuffix(p.Text("command."+action.ID), "..."), shortcutText(action.Shortcut)})
			}
		}
		if len(section.lines) > 0 {
			list = append(list, section)
		}
	}
	return list
}

// menuNames lists the menus in their order.
func (w *Window) menuNames() []string {
	var names []string
	for _, action := range w.actions {
		if action.Menu != "" && !slices.Contains(names, action.Menu) {
			names = append(names, action.Menu)
		}
	}
	return names
}

// Measures of the sheet of shortcuts.
const (
	keysWidth   float32 = 1080
	keysColumns         = 3
	keysGap     float32 = 28
	keysLine    float32 = 21
	keysApart   float32 = 14
	keysStep    float32 = 3 * keysLine
)

// showShortcuts lists every key with what it does.
func (w *Window) showShortcuts() {
	sections := w.keySections()
	room := w.window.Canvas().Size()
	width := min(keysWidth, room.Width-modalMargin) - 2*modalInset - 8
	objects, height := drawKeys(sections, width)
	page := container.NewWithoutLayout(objects...)
	scroll := container.NewVScroll(container.New(fixedSize{fyne.NewSize(width, height)}, page))
	var m *modal
	done := controls.NewButton(w.printer.Text("button.close"), "", func() { m.close() })
	done.OnArrow = func(key fyne.KeyName) {
		switch key {
		case fyne.KeyDown:
			scroll.ScrollToOffset(fyne.NewPos(0, min(scroll.Offset.Y+keysStep, max(0, height-scroll.Size().Height))))
		case fyne.KeyUp:
			scroll.ScrollToOffset(fyne.NewPos(0, max(0, scroll.Offset.Y-keysStep)))
		}
	}
	m = w.openModal(w.printer.Text("command.shortcuts"), scroll, keysWidth, height+modalHead+modalFoot+4, done)
}

// fixedSize keeps what it lays out at a size.
type fixedSize struct{ size fyne.Size }

// Layout is part of Fyne's layout.
func (f fixedSize) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, object := range objects {
		object.Resize(f.size)
	}
}

// MinSize is part of Fyne's layout.
func (f fixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

// drawKeys writes the sections in columns of about the same height; a section
// goes on in the next column under its heading.
func drawKeys(sections []keySection, width float32) (objects []fyne.CanvasObject, height float32) {
	total := float32(0)
	for _, section := range sections {
		total += keysApart + keysLine*float32(len(section.lines)+1)
	}
	column := (width - keysGap*(keysColumns-1)) / keysColumns
	s := &sheet{width: width}
	x, y := float32(0), float32(0)
	for _, section := range sections {
		needed := keysLine * float32(len(section.lines)+1)
		if y > 0 && y+needed/2 > total/keysColumns && x+column < width-1 {
			x, y = x+column+keysGap, 0
		}
		s.text(section.title, x, y, column, look.SizeText, look.Text1, true)
		s.rect(look.Line, x, y+keysLine, column, 1)
		y += keysLine + 3
		for _, line := range section.lines {
			keys := look.Width(line[1], look.SizeText, false)
			s.text(line[0], x, y, column-keys-12, look.SizeText, look.Text1, false)
			s.right(line[1], x+column, y, look.SizeText, look.Text2, false)
			y += keysLine
		}
		y += keysApart
		height = max(height, y)
	}
	return s.objects, height
}
