package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// clock is the one of the two days that moves between what is compared; the
// other one stands where the window has it.
type clock string

// The clocks.
const (
	happenedClock clock = "happened" // what happened in between, by what is known
	knownClock    clock = "known"    // what became known in between
)

// sinceDays are the days that are compared. NoDay: the usual ones, from the
// last day of the summit to the as-of day.
type sinceDays struct {
	from, to ledger.Day
	clock    clock
}

func newSinceDays() sinceDays {
	return sinceDays{from: ledger.NoDay, to: ledger.NoDay, clock: happenedClock}
}

func (s sinceDays) since(day ledger.Day) sinceDays {
	s.from = day
	return s
}

func (s sinceDays) otherClock() sinceDays {
	if s.clock == happenedClock {
		s.clock = knownClock
	} else {
		s.clock = happenedClock
	}
	return s
}

// The fields under which a saved view keeps the days of Since.
const (
	sinceFrom  = "from"
	sinceTo    = "to"
	sinceClock = "clock"
)

// words writes the chosen days down; usual ones are left out.
func (s sinceDays) words() map[string][]string {
	words := map[string][]string{}
	if s.from != ledger.NoDay {
		words[sinceFrom] = []string{s.from.String()}
	}
	if s.to != ledger.NoDay {
		words[sinceTo] = []string{s.to.String()}
	}
	if s.clock != happenedClock {
		words[sinceClock] = []string{string(s.clock)}
	}
	return words
}

// read takes the days that words wrote; what is no day stays the usual one.
func (s sinceDays) read(word func(field string) []string) sinceDays {
	for field, day := range map[string]*ledger.Day{sinceFrom: &s.from, sinceTo: &s.to} {
		if values := word(field); len(values) > 0 {
			if read, err := ledger.ParseDay(values[0]); err == nil {
				*day = read
			}
		}
	}
	if values := word(sinceClock); len(values) > 0 && values[0] == string(knownClock) {
		s.clock = knownClock
	}
	return s
}

// between gives the two days.
func (s sinceDays) between(d *desk) (from, to ledger.Day) {
	from, to = s.from, s.to
	if from == ledger.NoDay {
		from = d.ledger.Ends()
	}
	if to == ledger.NoDay {
		to = s.usualTo(d)
	}
	return from, to
}

// usualTo gives the day up to which is compared when none is chosen: that of
// the window.
func (s sinceDays) usualTo(d *desk) ledger.Day {
	if s.clock == knownClock {
		return d.view.AsOf().Known
	}
	return d.view.AsOf().Happened
}

// views gives the ledger as of both days.
func (s sinceDays) views(d *desk) (from, to *ledger.View) {
	first, last := s.between(d)
	at := func(day ledger.Day) *ledger.View {
		asOf := d.view.AsOf()
		if s.clock == knownClock {
			asOf.Known = day
		} else {
			asOf.Happened = day
		}
		if asOf == d.view.AsOf() {
			return d.view
		}
		return d.ledger.View(asOf)
	}
	return at(first), at(last)
}

// sinceHead stands over the changes: the days in words, and what they can be
// changed to.
type sinceHead struct {
	*fyne.Container
	since  *since
	ground *canvas.Rectangle
	title  *canvas.Text
	text   string
	from   *controls.Choice
	to     *controls.Choice
	clock  *controls.Choice
}

func newSinceHead(s *since) *sinceHead {
	h := &sinceHead{since: s, ground: canvas.NewRectangle(look.Color(look.Surface)), title: look.Text("", look.SizeHeading, look.Text1, true)}
	h.from = controls.NewChoice(h.chooseFrom)
	h.to = controls.NewChoice(h.chooseTo)
	h.clock = controls.NewChoice(func(id string) {
		days := s.days
		days.clock = clock(id)
		s.choose(days)
	})
	h.Container = &fyne.Container{Layout: sinceHeadLayout{h}, Objects: []fyne.CanvasObject{h.ground, h.title, h.from, h.to, h.clock}}
	return h
}

// otherDay is the choice of a day that is typed.
const otherDay = "other"

// option is a day that can be chosen, with why one would.
type dayOption struct {
	day  ledger.Day
	text string
}

// quickDays are the days that people compare with.
func (h *sinceHead) quickDays() []dayOption {
	d, w := h.since.desk, h.since.window
	p := d.printer
	_, to := h.since.days.between(d)
	year, month, day := to.YearMonthDay()
	options := []dayOption{
		{d.ledger.Ends(), "since.day.summit"},
		{d.ledger.Ends() + 1, "since.day.after_summit"},
		{ledger.DayOf(year-1, month, day), "since.day.year"},
	}
	if looked := w.lookedBefore(); looked != ledger.NoDay {
		options = append(options, dayOption{looked, "since.day.looked"})
	}
	for i := range options {
		options[i].text = p.Text(options[i].text, p.Day(options[i].day))
	}
	return options
}

// refresh says the days of the view at hand.
func (h *sinceHead) refresh() {
	d, days := h.since.desk, h.since.days
	p := d.printer
	from, to := days.between(d)
	h.text = p.Text("since.headline."+string(days.clock), p.Day(from), p.Day(to))
	var options []controls.Option
	current := ""
	for _, option := range h.quickDays() {
		id := option.day.String()
		if option.day == from && current == "" {
			current = id
		}
		options = append(options, controls.Option{ID: id, Text: option.text})
	}
	if current == "" {
		current = from.String()
		options = append(options, controls.Option{ID: current, Text: p.Day(from)})
	}
	options = append(options, controls.Option{ID: otherDay, Text: p.Text("since.day.other")})
	h.from.Set(p.Text("since.from"), options, current)

	asOf := days.usualTo(d)
	ends := []controls.Option{{ID: asOf.String(), Text: p.Text("since.day.as_of", p.Day(asOf))}}
	if to != asOf {
		ends = append(ends, controls.Option{ID: to.String(), Text: p.Day(to)})
	}
	ends = append(ends, controls.Option{ID: otherDay, Text: p.Text("since.day.other")})
	h.to.Set(p.Text("since.to"), ends, to.String())
	h.clock.Set(p.Text("since.clock"), []controls.Option{{ID: string(happenedClock), Text: p.Text("since.clock.happened")}, {ID: string(knownClock), Text: p.Text("since.clock.known")}}, string(days.clock))
	h.Container.Layout.Layout(nil, h.Size())
	h.Container.Refresh()
}

// chooseFrom compares with another first day. What was looked at before is
// compared by what became known since.
func (h *sinceHead) chooseFrom(id string) {
	if id == otherDay {
		h.askDay(h.from, "since.from", func(day ledger.Day) { h.since.choose(h.since.days.since(day)) })
		return
	}
	day, err := ledger.ParseDay(id)
	if err != nil {
		return // an id that refresh did not make
	}
	days := h.since.days.since(day)
	if day == h.since.window.lookedBefore() {
		days.clock = knownClock
	}
	h.since.choose(days)
}

// chooseTo compares up to another last day.
func (h *sinceHead) chooseTo(id string) {
	set := func(day ledger.Day) {
		days := h.since.days
		days.to = day
		if day == days.usualTo(h.since.desk) {
			days.to = ledger.NoDay // it follows the as-of day
		}
		h.since.choose(days)
	}
	if id == otherDay {
		h.askDay(h.to, "since.to", set)
		return
	}
	if day, err := ledger.ParseDay(id); err == nil {
		set(day)
	}
}

// askDay asks for a day. Without an answer the days stay as they were.
func (h *sinceHead) askDay(choice *controls.Choice, title string, apply func(ledger.Day)) {
	w, p := h.since.window, h.since.desk.printer
	h.refresh() // the choice shows the day at hand again
	entry := controls.NewEntry()
	entry.SetText(choice.Current())
	fault := prose("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	var m *modal
	typed := func() {
		day, err := ledger.ParseDay(strings.TrimSpace(entry.Text))
		if err != nil {
			fault.SetText(p.Text("day.unreadable"))
			fault.Show()
			m.popup.Resize(m.popup.MinSize())
			return
		}
		m.close()
		apply(day)
	}
	entry.OnSubmitted = func(string) { typed() }
	m = w.openModal(p.Text(title), container.NewVBox(entry, fault), 420, 0, controls.NewStrongButton(p.Text("day.show"), "", typed),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(entry)
	entry.SelectAll()
}

// sinceHeadLayout gives the parts of the head their places: the choices stand
// at the left, in the order in which they are read.
type sinceHeadLayout struct{ h *sinceHead }

const sinceHeadHeight = listHeadHeight + 28

// Layout is part of Fyne's layout.
func (l sinceHeadLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := l.h
	h.ground.FillColor, h.title.Color = look.Color(look.Surface), look.Color(look.Text1)
	h.ground.Resize(size)
	h.title.Text = look.Cut(h.text, max(0, size.Width-32), look.SizeHeading, true)
	look.Place(h.title, 16, 6)
	x := float32(10)
	for _, choice := range []*controls.Choice{h.from, h.to, h.clock} {
		width := min(choice.MinSize().Width, max(0, size.Width-x))
		choice.Move(fyne.NewPos(x, 32))
		choice.Resize(fyne.NewSize(width, 28))
		x += width + 12
	}
}

// MinSize is part of Fyne's layout.
func (l sinceHeadLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, sinceHeadHeight)
}
