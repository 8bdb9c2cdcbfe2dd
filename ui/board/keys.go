package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained marks the first card, unless a click gives the focus: it says
// itself what it marks.
func (b *Board) FocusGained() {
	b.focused = true
	b.markFirst()
	b.Refresh()
}

// FocusLost is part of Fyne's Focusable.
func (b *Board) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (b *Board) TypedRune(rune) {}

// TypedShortcut sends the marked card to the next column with Ctrl+Left and
// Ctrl+Right; other shortcuts are those of the window.
func (b *Board) TypedShortcut(shortcut fyne.Shortcut) {
	if typed, ok := shortcut.(*desktop.CustomShortcut); ok && typed.Modifier == fyne.KeyModifierShortcutDefault {
		switch typed.KeyName {
		case fyne.KeyLeft:
			b.MoveSelected(-1)
			return
		case fyne.KeyRight:
			b.MoveSelected(1)
			return
		}
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(b).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// TypedKey moves among the cards; Enter opens one, Space the figure of
// its column, other keys go to OnKey.
func (b *Board) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		if !b.giveBack() && b.OnKey != nil {
			b.OnKey(event)
		}
	case fyne.KeyLeft:
		b.Step(-1, 0)
	case fyne.KeyRight:
		b.Step(1, 0)
	case fyne.KeyUp:
		b.Step(0, -1)
	case fyne.KeyDown:
		b.Step(0, 1)
	case fyne.KeySpace:
		if column, _ := b.find(b.selected); column >= 0 && b.OnFigure != nil {
			b.OnFigure(b.columns[column].data.ID)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.selected != "" && b.OnOpen != nil {
			b.OnOpen(b.selected)
		}
	default:
		if b.OnKey != nil {
			b.OnKey(event)
		}
	}
}
