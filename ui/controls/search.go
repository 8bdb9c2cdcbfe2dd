package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// SearchField is the field for words to look for, with a mark that clears it
// once there are some. Escape empties it, then leaves it.
type SearchField struct {
	widget.Entry
	OnSearch func(text string) // every time the words change
	OnEscape func()            // Escape in the empty field: give the keys back
	OnDown   func()            // Down or Enter: on to what was found
	FocusIn  func()
	FocusOut func()
	OnMove   func()                      // the cursor moved, or the words changed
	Takes    func(key fyne.KeyName) bool // a key that whoever helps to type takes for itself; Tab among them

	clear *IconButton
	hint  *hint
	end   *fyne.Container // holds both: a field draws only the end that it began with
}

// NewSearchField makes an empty field.
func NewSearchField(search func(text string)) *SearchField {
	s := &SearchField{OnSearch: search}
	s.ExtendBaseWidget(s)
	s.clear = NewIconButton("icon-close", s.empty)
	s.hint = newHint()
	s.end = container.New(fieldEnd{s}, s.clear, s.hint)
	s.ActionItem = s.end
	s.mend()
	s.Icon = look.FieldMark("icon-search")
	s.OnChanged = s.changed
	s.OnCursorChanged = s.moved
	return s
}

func (s *SearchField) changed(text string) {
	s.mend()
	if s.OnSearch != nil {
		s.OnSearch(text)
	}
	s.moved()
}

func (s *SearchField) moved() {
	if s.OnMove != nil {
		s.OnMove()
	}
}

// AcceptsTab takes Tab while there is something to take with it.
func (s *SearchField) AcceptsTab() bool { return s.Takes != nil && s.Takes("") }

// FocusLost tells who listens that the field is left.
func (s *SearchField) FocusLost() {
	s.Entry.FocusLost()
	if s.FocusOut != nil {
		s.FocusOut()
	}
}

// SetHint prints the keys that lead here at the end of the empty field: "Ctrl+K".
func (s *SearchField) SetHint(keys string) {
	if s.hint.text == keys {
		return
	}
	s.hint.text = keys
	s.hint.Refresh()
	s.mend()
	// A field lays its end out anew only when its size changes.
	size := s.Size()
	s.Resize(size.AddWidthHeight(1, 0))
	s.Resize(size)
}

// mend puts what belongs at the end of the field there: the mark that clears,
// or the keys.
func (s *SearchField) mend() {
	clear, hint := s.Text != "", s.Text == "" && s.hint.text != ""
	if s.clear.Visible() == clear && s.hint.Visible() == hint {
		return
	}
	s.clear.Hidden, s.hint.Hidden = !clear, !hint
	s.Refresh()
}

// fieldEnd is as wide as the widest of what may stand at the end of the field,
// so that nothing moves when words are typed.
type fieldEnd struct{ s *SearchField }

// Layout is part of Fyne's layout.
func (f fieldEnd) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, object := range []fyne.CanvasObject{f.s.clear, f.s.hint} {
		least := object.MinSize()
		object.Resize(least)
		object.Move(fyne.NewPos(size.Width-least.Width, (size.Height-least.Height)/2))
	}
}

// MinSize is part of Fyne's layout.
func (f fieldEnd) MinSize([]fyne.CanvasObject) fyne.Size {
	least := f.s.clear.MinSize()
	if f.s.hint.text != "" {
		least = least.Max(f.s.hint.MinSize())
	}
	return least
}

// hint is the small type at the end of a field.
type hint struct {
	widget.BaseWidget
	text string
}

func newHint() *hint {
	h := &hint{}
	h.ExtendBaseWidget(h)
	return h
}

const hintInset float32 = 10

// MinSize holds the keys.
func (h *hint) MinSize() fyne.Size {
	return fyne.NewSize(look.Width(h.text, look.SizeNote, false)+hintInset, look.LineNote)
}

// CreateRenderer draws the keys.
func (h *hint) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: h, least: h.MinSize, paint: func(d *drawing, size fyne.Size) {
		d.text(h.text, 0, (size.Height-look.LineNote)/2, size.Width, look.SizeNote, look.Text3, false)
	}}
}

func (s *SearchField) empty() { s.SetText("") }

// FocusGained tells who listens that the field is in use.
func (s *SearchField) FocusGained() {
	s.Entry.FocusGained()
	if s.FocusIn != nil {
		s.FocusIn()
	}
}

// Refresh takes the mark in the colour of the theme.
func (s *SearchField) Refresh() {
	s.Icon = look.FieldMark("icon-search")
	s.Entry.Refresh()
}

// TypedKey empties and leaves the field.
func (s *SearchField) TypedKey(event *fyne.KeyEvent) {
	if event.Name != "" && s.Takes != nil && s.Takes(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyEscape:
		if s.Text != "" {
			s.empty()
		} else if s.OnEscape != nil {
			s.OnEscape()
		}
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		if s.OnDown != nil {
			s.OnDown()
		}
	default:
		if ofWindow(event.Name) {
			Unwanted(event)
			return
		}
		s.Entry.TypedKey(event)
	}
}
