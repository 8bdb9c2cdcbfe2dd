package ui

import (
	"errors"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/searchbox"
)

// searching helps to type a filter into the search field: it says what the
// filter means, where its mistake is, and what could come next.
type searching struct {
	window *Window
	panel  *searchbox.Panel
	offers []query.Completion
	inUse  bool // the field has the keys
	moved  bool // an offer was chosen by the arrow keys: Enter takes it
}

func newSearching(w *Window) *searching {
	s := &searching{window: w, panel: searchbox.New()}
	s.panel.OnTake = s.take
	field := w.header.search
	field.FocusIn = func() { s.inUse = true; s.show() }
	field.FocusOut = func() { s.inUse = false; s.show() }
	field.OnMove, field.Takes = s.show, s.takes
	return s
}

// kind gives the records that what is typed filters; none on tabs that list
// none, whose search is for plain words.
func (s *searching) kind() (ledger.Kind, bool) {
	if l := s.window.listingShown(); l != nil {
		return l.query.Kind, true
	}
	return 0, false
}

// show brings the panel to what is typed.
func (s *searching) show() {
	s.moved = false
	s.panel.Set(s.state())
	s.lay()
}

func (s *searching) state() searchbox.State {
	field, d := s.window.header.search, s.window.desk
	kind, ok := s.kind()
	s.offers = nil
	if !ok || d == nil || !s.inUse || field.Text == "" {
		return searchbox.State{}
	}
	p, state := d.printer, searchbox.State{}
	s.offers = query.Complete(d.view, kind, p, field.Text, bytesBefore(field.Text, field.CursorColumn))
	for _, offer := range s.offers {
		state.Offers = append(state.Offers, searchbox.Offer{Text: offer.Text, Label: offer.Label})
	}
	x, err := query.Parse(field.Text, kind)
	var mistake *query.Mistake
	switch {
	case err == nil:
		state.Said = capital(query.Describe(x, p, d.ledger))
	case errors.As(err, &mistake) && !(mistake.Unfinished() && len(s.offers) > 0):
		state.Typed, state.From, state.To = mistake.Text, mistake.Byte, mistake.Byte+mistake.Bytes
		state.Mistake, state.Kept = mistake.Message(p), p.Text("query.kept")
	}
	state.Hint = p.Text("query.tab")
	return state
}

// bytesBefore turns a column of the cursor into a place in the text.
func bytesBefore(text string, column int) int {
	at := 0
	for range column {
		_, width := utf8.DecodeRuneInString(text[at:])
		at += width
	}
	return min(at, len(text))
}

// takes carries out a key that chooses among the offers, and tells whether it
// did. Without a name it is asked whether Tab would.
func (s *searching) takes(key fyne.KeyName) bool {
	chosen := s.panel.Chosen()
	if chosen < 0 {
		return false
	}
	switch key {
	case "":
		return true
	case fyne.KeyTab:
		s.take(chosen)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !s.moved {
			return false
		}
		s.take(chosen)
	case fyne.KeyDown, fyne.KeyUp:
		// Down leads to the rows, unless values or operators are offered.
		if by := (map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1})[key]; s.moved || s.offers[0].Kind != query.FieldCompletion {
			if !s.moved && by > 0 {
				by = 0 // the first one stands chosen already
			}
			s.panel.Choose(by)
			s.moved = true
			return true
		}
		return false
	default:
		return false
	}
	return true
}

// take writes an offer into the field and goes on typing after it.
func (s *searching) take(offer int) {
	if offer < 0 || offer >= len(s.offers) {
		return
	}
	field := s.window.header.search
	text, at := s.offers[offer].Apply(field.Text)
	field.SetText(text)
	field.CursorColumn = utf8.RuneCountInString(text[:at])
	s.window.window.Canvas().Focus(field)
	field.Refresh()
	s.show()
}

// lay puts the panel under the field.
func (s *searching) lay() {
	if !s.panel.Visible() {
		return
	}
	field := s.window.header.search
	size := s.panel.MinSize()
	right := field.Position().X + field.Size().Width
	s.panel.Move(fyne.NewPos(max(8, right-size.Width), field.Position().Y+field.Size().Height+2))
	s.panel.Resize(size)
}
