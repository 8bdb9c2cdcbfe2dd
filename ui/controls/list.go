package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// List is Fyne's list of lines that chooses with Enter as with Space and hands
// Escape and the function keys to the window.
type List struct{ widget.List }

// NewList makes a list; see widget.NewList.
func NewList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is part of Fyne's Focusable.
func (l *List) TypedKey(event *fyne.KeyEvent) {
	switch {
	case ofWindow(event.Name):
		Unwanted(event)
		return
	case event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter:
		event = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(event)
}
