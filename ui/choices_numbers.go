package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// numberSection is a tab of numbers, one under the other.
type numberSection struct {
	name    string
	fields  []*choiceField
	content fyne.CanvasObject
	also    func() bool // checks the fields against each other
}

func (s *numberSection) id() string                             { return s.name }
func (s *numberSection) object() fyne.CanvasObject              { return s.content }
func (s *numberSection) changes(*ledger.Ledger) []ledger.Change { return nil }
func (s *numberSection) first() fyne.Focusable                  { return s.fields[0].entry }

func (s *numberSection) own() int {
	own := 0
	for _, field := range s.fields {
		if field.value() != "" {
			own++
		}
	}
	return own
}

func (s *numberSection) check() bool {
	sound := true
	for _, field := range s.fields {
		sound = field.check() && sound
	}
	if s.also != nil {
		sound = s.also() && sound
	}
	return sound
}

func (s *numberSection) choices() []ledger.Choice {
	list := make([]ledger.Choice, len(s.fields))
	for i, field := range s.fields {
		list[i] = ledger.Choice{Name: field.name, Value: field.value()}
	}
	return list
}

func (s *numberSection) restore() {
	for _, field := range s.fields {
		field.entry.SetText(field.otherwise)
	}
}

func (s *numberSection) disable() {
	for _, field := range s.fields {
		field.entry.Disable()
	}
}

func (s *numberSection) listen(changed func()) {
	for _, field := range s.fields {
		field.changed = changed
	}
}

// flush is a paragraph that begins at the edge, as texts without the padding of
// a label do.
func flush(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, -labelPadding, -labelPadding), prose(text))
}

// labelPadding is what a label leaves free beside its text.
const labelPadding = 6

// heading is the heading of a group of fields with what it is about.
func heading(w *Window, key string) fyne.CanvasObject {
	return container.NewVBox(container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), look.Text(w.printer.Text("choices."+key), look.SizeHeading, look.Text1, true)),
		flush(w.printer.Text("choices."+key+".about")))
}

// newDaysSection edits the days of silence and the other single values.
func newDaysSection(w *Window, settings analysis.Settings) *numberSection {
	p, defaults := w.printer, analysis.DefaultSettings()
	s := &numberSection{name: "days"}
	field := func(topic ledger.Topic, percent bool, otherwise string) fyne.CanvasObject {
		f := newChoiceField(w, ledger.SettingName{Topic: topic}, percent, otherwise)
		s.fields = append(s.fields, f)
		remark := p.Text("choices.default", otherwise)
		if percent {
			remark += " %"
		}
		return f.row(p.Text("choices."+string(topic)), remark)
	}
	rows := container.NewVBox(
		heading(w, "silence"),
		field(ledger.ShelvedAfter, false, strconv.Itoa(defaults.Shelved)), field(ledger.LapsedAfter, false, strconv.Itoa(defaults.Lapsed)),
		heading(w, "base_rates"),
		field(ledger.OldEnough, false, strconv.Itoa(defaults.OldEnough)),
		heading(w, "amounts"),
		field(ledger.RateAge, false, strconv.Itoa(defaults.RateAge)), field(ledger.AboutMargin, true, defaults.AboutMargin.Shift(2).String()))
	s.content = container.NewVScroll(rows)
	shelved, lapsed := s.fields[0], s.fields[1]
	s.also = func() bool {
		lapsed.check() // what was said of the pair before goes
		if first, last := daysIn(shelved), daysIn(lapsed); first > 0 && last > 0 && last < first {
			return blameField(lapsed.fault, p.Text("fault.order"))
		}
		return true
	}
	shelved.together = func() { s.also() }
	lapsed.together = shelved.together
	return s
}

// daysIn gives the days of a field that holds some.
func daysIn(f *choiceField) int {
	text := f.value()
	if text == "" {
		text = f.otherwise
	}
	n, err := ledger.ParseDays(text)
	if err != nil {
		return 0 // said at the field already
	}
	return n
}

// newProbabilitySection edits the reader's own probabilities beside the base
// rates of the ledger.
func newProbabilitySection(w *Window, settings analysis.Settings, rates []analysis.StageRate) *numberSection {
	p := w.printer
	s := &numberSection{name: "probabilities"}
	rows := container.NewVBox(heading(w, "weights"))
	rows.Add(container.New(inColumns{choiceLabelWide, choiceEntryWide, choiceUnitWide},
		look.Text(p.Text("choices.stage"), look.SizeNote, look.Text2, false), look.Text(p.Text("choices.own_probability"), look.SizeNote, look.Text2, false),
		look.Text("", look.SizeNote, look.Text2, false), look.Text(p.Text("choices.base_rate"), look.SizeNote, look.Text2, false)))
	for _, rate := range rates {
		f := newChoiceField(w, ledger.SettingName{Topic: ledger.Probability, Stage: rate.From}, true, "")
		s.fields = append(s.fields, f)
		remark := p.Text("choices.k_of_n", p.Integer(rate.Reached.Count), p.Integer(rate.Seen.Count))
		if rate.Refused {
			remark = p.Text("choices.base_refused", p.Integer(rate.Seen.Count), p.Integer(analysis.SmallestBase))
		}
		rows.Add(f.row(p.Word("stage", rate.From.String()), remark))
	}
	rows.Add(flush(p.Text("choices.base_rate.about", p.Integer(settings.OldEnough))))
	s.content = container.NewVScroll(rows)
	return s
}
