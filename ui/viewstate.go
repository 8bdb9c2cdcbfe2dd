package ui

import (
	"fmt"
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// tabState is what a tab shows, as far as a person chose it.
type tabState struct {
	query   query.Query // of tabs that list no records: words, and values of fields of their own
	columns []string    // in their order; none for those of the tab
	lane    string      // of the board: the field of its lanes
	layout  string      // as the vocabulary of layouts has it; empty where there is one only
	record  string      // the record that the tab takes apart, by its name
	period  string      // of the timeline: the chosen quarter in words
	quarter int
}

// stated is a tab of which more than one thing can be shown.
type stated interface {
	standing() tabState
	bring(tabState) // without showing it yet
}

// viewState is what the window shows: a tab, from two days, at a level of
// counting.
type viewState struct {
	tab string
	tabState
	days    days
	countAt analysis.CountAt
}

// state takes down what the window shows.
func (w *Window) state() viewState {
	s := viewState{tab: w.view().id(), days: w.days, countAt: w.countAt}
	if v, ok := w.view().(stated); ok {
		s.tabState = v.standing()
	}
	return s
}

// key writes everything in which two states can differ, the words typed apart.
func (s viewState) key() string {
	q, only := s.query, ""
	if q.Only != nil {
		only = fmt.Sprint(len(q.Only), q.OnlyReason, q.Only[:min(1, len(q.Only))])
	}
	return fmt.Sprint(s.tab, q.Filters, only, q.Sort, q.Group, s.columns, "/", s.lane, "/", s.layout, "/", s.record, "/", s.days, s.countAt)
}

// sameState reports whether two states show the same. A tab that has not
// shown yet which record it takes apart shows whichever it will.
func sameState(a, b viewState) bool {
	if a.record == "" || b.record == "" {
		a.record, b.record = "", ""
	}
	return a.query.Typed == b.query.Typed && a.key() == b.key()
}

// noteState takes a step of the way through what was shown, if it is one.
func (w *Window) noteState() {
	now, run := w.state(), ""
	if last, ok := w.ways.Last(); ok {
		other := last
		other.record = now.record
		switch {
		case last.key() == now.key():
			run = "typing." + now.tab
		case other.key() == now.key() && last.query.Typed == now.query.Typed:
			run = "moving." + now.tab // from one claim or track to the next
		}
	}
	w.ways.Note(now, run)
	w.showSwitcher()
}

// goBack shows what was shown before: a record in the panel first, then what
// the tabs showed.
func (w *Window) goBack() {
	if len(w.record.trail) > 1 && w.record.Visible() || w.figure.waiting() {
		w.recordBack()
		return
	}
	w.viewBack()
}

// viewBack shows what the tabs showed before.
func (w *Window) viewBack() {
	if state, ok := w.ways.Back(); ok {
		w.restore(state)
		return
	}
	w.tell("differ", w.printer.Text("view.no_way_back"), "", nil)
}

// goForward shows again what goBack came from.
func (w *Window) goForward() {
	if state, ok := w.ways.Forward(); ok {
		w.restore(state)
		return
	}
	w.tell("differ", w.printer.Text("view.no_way_forward"), "", nil)
}

// restore shows a state again.
func (w *Window) restore(s viewState) {
	at := slices.IndexFunc(w.views, func(v view) bool { return v.id() == s.tab })
	if at < 0 || w.desk == nil {
		return
	}
	if v, ok := w.views[at].(stated); ok {
		v.bring(s.tabState)
	}
	moved := w.days != s.days || w.countAt != s.countAt
	w.days, w.countAt = s.days, s.countAt
	w.settings.store.SetString(settingCountAt, s.countAt.String())
	w.stale[at] = true
	w.goTo(s.tab)
	if moved {
		w.look() // with the days and the level at hand
	}
}

// standing of a listing is its query and its columns.
func (l *listing) standing() tabState {
	return tabState{query: l.query, columns: l.grid.Arrangement().Shown}
}

func (l *listing) bring(s tabState) {
	l.query = s.query
	if a := l.grid.Arrangement(); !slices.Equal(a.Shown, s.columns) {
		a.Shown = s.columns
		l.grid.Arrange(a)
	}
}

func (p *pipeline) standing() tabState {
	s := p.listing.standing()
	s.layout, s.lane = p.mode(), p.lane()
	return s
}

func (p *pipeline) bring(s tabState) {
	p.listing.bring(s)
	p.window.settings.store.SetString(settingLanes, s.lane)
	if slices.Contains(pipelineModes(), s.layout) {
		p.window.settings.store.SetString(settingPipeline, s.layout)
	}
}

func (f *funds) standing() tabState {
	s := f.listing.standing()
	if s.layout = asLadder; f.asTable() {
		s.layout = asTable
	}
	return s
}

func (f *funds) bring(s tabState) {
	f.listing.bring(s)
	if s.layout != "" {
		f.window.settings.store.SetBool(settingFunds, s.layout == asTable)
	}
}

func (t *timeline) standing() tabState {
	s := t.listing.standing()
	if s.query.Only != nil {
		s.period, s.quarter = t.period, t.quarter
	}
	return s
}

func (t *timeline) bring(s tabState) {
	t.listing.bring(s)
	t.period, t.quarter = s.period, s.quarter
	if s.period != "" {
		t.lanes.Choose(s.quarter)
	}
}

func (t *tracks) standing() tabState {
	s := t.listing.standing()
	s.record = t.desk.nameOf(t.chosen)
	return s
}

func (t *tracks) bring(s tabState) {
	t.listing.bring(s)
	if id := t.window.desk.idOf(s.record); id != "" {
		t.chosen = id
	}
}

// The form of claims is a filter of their tab only.
func (c *claims) standing() tabState {
	s := c.listing.standing()
	s.record = c.desk.nameOf(c.chosen)
	if c.form != "" {
		s.query = s.query.With(claimForm, []string{string(c.form)})
	}
	return s
}

func (c *claims) bring(s tabState) {
	c.form = ""
	if forms := s.query.Chosen(claimForm); len(forms) > 0 {
		c.form = analysis.Form(forms[0])
	}
	s.query = s.query.With(claimForm, nil)
	c.listing.bring(s)
	if id := c.window.desk.idOf(s.record); id != "" && id != c.chosen {
		c.chosen, c.bucket = id, ""
	}
}

func (c *checks) standing() tabState { return tabState{query: c.only.query(c.words)} }

func (c *checks) bring(s tabState) { c.only, c.words = narrowingOf(s.query) }

// The days of Since are values of fields of its own.
func (s *since) standing() tabState {
	q := s.only.query(s.words)
	for field, value := range s.days.words() {
		q = q.With(field, value)
	}
	slices.SortFunc(q.Filters, func(a, b query.Filter) int { return strings.Compare(a.Field, b.Field) })
	return tabState{query: q}
}

func (s *since) bring(t tabState) {
	q := t.query
	s.days = newSinceDays().read(q.Chosen)
	q = q.With(sinceFrom, nil).With(sinceTo, nil).With(sinceClock, nil)
	s.only, s.words = narrowingOf(q)
}

// nameOf gives the name of a record that refID named, "" when it is gone.
func (d *desk) nameOf(id string) string {
	if d == nil {
		return ""
	}
	if ref, ok := d.find(id); ok {
		return d.ledger.Name(ref)
	}
	return ""
}

// idOf gives the id of the record of a name, "" when there is none.
func (d *desk) idOf(name string) string {
	kind, key, _, ok := ledger.ParseName(name)
	if d == nil || !ok {
		return ""
	}
	ref, ok := d.ledger.Find(kind, key)
	if !ok {
		return ""
	}
	return refID(d.ledger, ref)
}
