package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for words that hands Escape and the function keys to the
// window.
type Entry struct{ widget.Entry }

// NewEntry makes a field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// NewLongEntry makes a field of several lines that wraps its words; Tab leaves
// it, as it leaves a short one.
func NewLongEntry(lines int) *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(lines)
	return e
}

// SelectAll selects what stands in the field, so that typing replaces it.
func (e *Entry) SelectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// AcceptsTab keeps Tab for going on to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey is part of Fyne's Focusable.
func (e *Entry) TypedKey(event *fyne.KeyEvent) {
	if ofWindow(event.Name) {
		Unwanted(event)
		return
	}
	e.Entry.TypedKey(event)
}

// Check is a check box that hands on the keys it has no use for.
type Check struct {
	widget.Check
	OnSubmit func() // Enter: what the question is for
}

// NewCheck makes a box with its label; changed may be nil.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey is part of Fyne's Focusable.
func (c *Check) TypedKey(event *fyne.KeyEvent) {
	switch {
	case ofWindow(event.Name):
		Unwanted(event)
	case (event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter) && c.OnSubmit != nil:
		c.OnSubmit()
	default:
		c.Check.TypedKey(event)
	}
}
