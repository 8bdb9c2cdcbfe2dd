package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Action is one thing that a person can do. The list of actions feeds the
// menus, the palette, the shortcuts and the sheet of shortcuts, so that
// nothing can be reached in one of them and not in the others.
type Action struct {
	ID       string // its name and its label in the catalogue: "command." + ID
	Menu     string // the menu in which it stands: "file", "edit", "view", "table", "record", "help"; "" for none
	Apart    bool   // a line stands above it in the menu
	Shortcut *desktop.CustomShortcut
	Refused  func() string // catalogue key of the reason why it cannot be done now; nil or "" when it can
	Run      func()
}

// refusal gives the reason why an action cannot be done now, "" when it can.
func (a *Action) refusal() string {
	if a.Refused == nil {
		return ""
	}
	return a.Refused()
}

// do carries the action out unless it is refused.
func (a *Action) do() {
	if a.refusal() == "" {
		a.Run()
	}
}

// ctrl, ctrlShift and plain make shortcuts.
func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func plain(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key}
}

// shortcutText writes a shortcut as keyboards label it: Ctrl+Shift+Z.
func shortcutText(s *desktop.CustomShortcut) string {
	if s == nil {
		return ""
	}
	var parts []string
	for _, modifier := range []struct {
		is   fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if s.Modifier&modifier.is != 0 {
			parts = append(parts, modifier.name)
		}
	}
	return strings.Join(append(parts, string(s.KeyName)), "+")
}
