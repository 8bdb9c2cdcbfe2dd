package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// scopeSection edits the scopes of claims, one claim at a time.
type scopeSection struct {
	window   *Window
	claims   []ledger.Ref      // those that the search finds
	texts    map[string]string // by key of the claim: what is typed, where it is not the scope of the file
	search   *controls.Entry
	list     *choiceList
	field    *scopeField
	at       ledger.Ref
	readOnly bool
	changed  func()
}

func newScopeSection(w *Window, settings analysis.Settings) *scopeSection {
	s := &scopeSection{window: w, texts: map[string]string{}, search: entryWith(w.printer.Text("choices.claim_search")), at: ledger.NoRef()}
	for key, text := range settings.Scopes {
		s.texts[key] = text // those of claims that are gone stand among the moved records
	}
	s.search.OnChanged = func(string) { s.find() }
	s.list = newChoiceList(func() int { return len(s.claims) }, s.line, func(i int) { s.choose(s.claims[i]) }, s.search, nil)
	s.find()
	s.list.set(prose(w.printer.Text("choices.scopes.about")))
	return s
}

func (s *scopeSection) id() string                             { return "scopes" }
func (s *scopeSection) object() fyne.CanvasObject              { return s.list.object }
func (s *scopeSection) own() int                               { return len(s.texts) }
func (s *scopeSection) changes(*ledger.Ledger) []ledger.Change { return nil }
func (s *scopeSection) listen(changed func())                  { s.changed = changed }
func (s *scopeSection) first() fyne.Focusable                  { return s.search }
func (s *scopeSection) disable()                               { s.readOnly = true }

// find lists the claims with all words that are searched for; those with a
// scope of the reader's come first.
func (s *scopeSection) find() {
	l, p := s.window.desk.ledger, s.window.printer
	words := strings.Fields(query.Fold(s.search.Text))
	s.claims = s.claims[:0]
	for claim := range l.All(ledger.Claims) {
		text := query.Fold(p.Title(l, claim) + " " + l.Key(claim))
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) }) {
			s.claims = append(s.claims, claim)
		}
	}
	slices.SortStableFunc(s.claims, func(a, b ledger.Ref) int { return s.rank(a) - s.rank(b) })
	s.list.list.UnselectAll()
	s.list.list.Refresh()
}

func (s *scopeSection) rank(claim ledger.Ref) int {
	if _, own := s.texts[s.window.desk.ledger.Key(claim)]; own {
		return 0
	}
	return 1
}

func (s *scopeSection) line(i int) (string, bool) {
	l, p := s.window.desk.ledger, s.window.printer
	text, own := s.texts[l.Key(s.claims[i])]
	if !own {
		return p.Title(l, s.claims[i]), false
	}
	_, _, err := analysis.ClaimFormWith(l, s.claims[i], text)
	return p.Text("choices.own_scope", p.Title(l, s.claims[i])), err != nil
}

// choose shows the field of a claim.
func (s *scopeSection) choose(claim ledger.Ref) {
	l := s.window.desk.ledger
	s.at = claim
	text, own := s.texts[l.Key(claim)]
	if !own {
		text = l.Value(claim, "scope")
	}
	s.field = newScopeField(s.window, claim, text, func(string) {
		s.keep(s.field.choice())
		s.list.list.Refresh()
		if s.changed != nil {
			s.changed()
		}
	})
	if s.readOnly {
		s.field.disable()
	}
	s.list.set(s.field.object)
}

func (s *scopeSection) keep(choice ledger.Choice) {
	if choice.Value == "" {
		delete(s.texts, choice.Name.Claim)
		return
	}
	s.texts[choice.Name.Claim] = choice.Value
}

func (s *scopeSection) check() bool {
	l := s.window.desk.ledger
	for claim := range l.All(ledger.Claims) {
		if text, own := s.texts[l.Key(claim)]; own {
			if _, _, err := analysis.ClaimFormWith(l, claim, text); err != nil {
				s.choose(claim)
				return false
			}
		}
	}
	return true
}

func (s *scopeSection) choices() []ledger.Choice {
	var list []ledger.Choice
	for name := range chosenNames(s.window.desk.ledger, ledger.ClaimScope) {
		if _, stays := s.texts[name.Claim]; !stays && hasClaim(s.window.desk.ledger, name) {
			list = append(list, ledger.Choice{Name: name})
		}
	}
	for _, key := range sortedKeys(s.texts) {
		list = append(list, ledger.Choice{Name: ledger.SettingName{Topic: ledger.ClaimScope, Claim: key}, Value: s.texts[key]})
	}
	return list
}

func (s *scopeSection) restore() {
	clear(s.texts)
	s.find()
	if s.at.Exists() {
		s.choose(s.at)
	}
}

// sortedKeys gives the keys of a map in order.
func sortedKeys(texts map[string]string) []string {
	keys := make([]string, 0, len(texts))
	for key := range texts {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// hasClaim reports whether the claim that a setting speaks of is there.
func hasClaim(l *ledger.Ledger, name ledger.SettingName) bool {
	_, ok := l.Find(ledger.Claims, name.Claim)
	return ok
}

// chosenNames runs over the settings of a topic that the ledger has.
func chosenNames(l *ledger.Ledger, topic ledger.Topic) func(yield func(ledger.SettingName) bool) {
	return func(yield func(ledger.SettingName) bool) {
		for ref := range l.All(ledger.Settings) {
			if name, ok := ledger.ParseSetting(l.Key(ref)); ok && name.Topic == topic && !yield(name) {
				return
			}
		}
	}
}

// movedSection lists the records that the reader moved to other buckets, and
// scopes of claims that are gone, and leaves them to the rules again.
type movedSection struct {
	window  *Window
	names   []ledger.SettingName
	back    []ledger.SettingName
	content *fyne.Container
	fixed   bool
	changed func()
}

func newMovedSection(w *Window, _ analysis.Settings) *movedSection {
	s := &movedSection{window: w, content: container.NewStack(), names: slices.Collect(chosenNames(w.desk.ledger, ledger.ClaimBucket))}
	for name := range chosenNames(w.desk.ledger, ledger.ClaimScope) {
		if !hasClaim(w.desk.ledger, name) {
			s.names = append(s.names, name)
		}
	}
	s.show()
	return s
}

func (s *movedSection) id() string                             { return "moved" }
func (s *movedSection) object() fyne.CanvasObject              { return s.content }
func (s *movedSection) own() int                               { return len(s.names) }
func (s *movedSection) changes(*ledger.Ledger) []ledger.Change { return nil }
func (s *movedSection) check() bool                            { return true }
func (s *movedSection) first() fyne.Focusable                  { return nil }
func (s *movedSection) listen(changed func())                  { s.changed = changed }
func (s *movedSection) disable()                               { s.fixed = true; s.show() }

// show lists what is moved, or says how to move something.
func (s *movedSection) show() {
	p, l := s.window.printer, s.window.desk.ledger
	if len(s.names) == 0 {
		s.content.Objects = []fyne.CanvasObject{controls.NewEmpty(p.Text("choices.moved_none"), p.Text("choices.moved.about"), nil)}
		s.content.Refresh()
		return
	}
	rows := container.NewVBox(heading(s.window, "moved"))
	for _, name := range s.names {
		value, _ := l.Setting(name)
		if name.Topic == ledger.ClaimBucket {
			value = p.Text("choices.moved_to", p.Text("report.bridge."+value))
		}
		to := look.Text(value, look.SizeText, look.Text1, true)
		rows.Add(flush(p.Setting(l, name.String())))
		rows.Add(to)
		if !s.fixed {
			rows.Add(container.NewHBox(controls.NewButton(p.Text("choices.moved_back"), "", func() { s.leave(name) })))
		}
		rows.Add(widget.NewSeparator())
	}
	s.content.Objects = []fyne.CanvasObject{container.NewVScroll(rows)}
	s.content.Refresh()
}

// leave gives a record back to the rules.
func (s *movedSection) leave(name ledger.SettingName) {
	s.names = slices.DeleteFunc(s.names, func(one ledger.SettingName) bool { return one == name })
	s.back = append(s.back, name)
	s.show()
	if s.changed != nil {
		s.changed()
	}
}

func (s *movedSection) choices() []ledger.Choice {
	list := make([]ledger.Choice, len(s.back))
	for i, name := range s.back {
		list[i] = ledger.Choice{Name: name}
	}
	return list
}

func (s *movedSection) restore() {
	for len(s.names) > 0 {
		s.leave(s.names[0])
	}
}
