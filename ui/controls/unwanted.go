package controls

import "fyne.io/fyne/v2"

// Unwanted hands a key that a control has no use for to the window it stands
// in: a control with the focus must not swallow Escape or the function keys.
func Unwanted(event *fyne.KeyEvent) {
	app := fyne.CurrentApp()
	if app == nil {
		return
	}
	for _, window := range app.Driver().AllWindows() {
		if handle := window.Canvas().OnTypedKey(); handle != nil {
			handle(event)
			return
		}
	}
}

// ofWindow reports whether a key belongs to the window, also while words are
// typed into a field.
func ofWindow(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}
