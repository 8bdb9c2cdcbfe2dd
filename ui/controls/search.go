package controls

import (
	"fyne.io/fyne/v2"
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

	clear *IconButton
}

// NewSearchField makes an empty field.
func NewSearchField(search func(text string)) *SearchField {
	s := &SearchField{OnSearch: search}
	s.ExtendBaseWidget(s)
	s.clear = NewIconButton("icon-close", s.empty)
	s.Icon = look.Mark("icon-search")
	s.OnChanged = s.changed
	return s
}

func (s *SearchField) changed(text string) {
	shown := s.ActionItem != nil
	if wanted := text != ""; wanted != shown {
		s.ActionItem = nil
		if wanted {
			s.ActionItem = s.clear
		}
		s.Refresh()
	}
	if s.OnSearch != nil {
		s.OnSearch(text)
	}
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
	s.Icon = look.Mark("icon-search")
	s.Entry.Refresh()
}

// TypedKey empties and leaves the field.
func (s *SearchField) TypedKey(event *fyne.KeyEvent) {
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
		s.Entry.TypedKey(event)
	}
}
