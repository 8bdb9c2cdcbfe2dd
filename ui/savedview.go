package ui

import (
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// openedView gives the saved view that is open in the tab that is shown.
func (w *Window) openedView() (ledger.Ref, bool) {
	key := w.opened[w.view().id()]
	if w.desk == nil || key == "" {
		return ledger.NoRef(), false
	}
	return w.desk.ledger.Find(ledger.SavedViews, key)
}

func (w *Window) needsView() string {
	if _, open := w.openedView(); !open {
		return "refused.no_view_open"
	}
	return ""
}

// openNamed opens a saved view by its name or key.
func (w *Window) openNamed(name string) {
	if name == "" {
		return
	}
	ref, err := w.desk.ledger.FindView(name)
	if err != nil {
		w.tell("differ", w.printer.Text("view.not_found", name), "", nil) // none of the name, or several
		return
	}
	w.openView(ref)
}

// openView shows what a saved view says, as far as it can be shown, and names
// the rest.
func (w *Window) openView(ref ledger.Ref) {
	l, p := w.desk.ledger, w.printer
	o := query.OpenView(l, ref)
	w.opened[o.Saved.Tab] = o.Saved.Key
	w.restore(w.stateOf(o))
	w.showFoot()
	if len(o.Missing) == 0 {
		return
	}
	var lines []string
	for _, missing := range o.Missing {
		lines = append(lines, p.Missing(o.Kind, string(missing.Part), missing.Field, missing.Value))
	}
	w.tell("differ", p.Text("view.missing", o.Saved.Name, strings.Join(lines, " ")), "", nil)
}

// stateOf gives the state that a saved view stands for. What it leaves open,
// days, level and way of showing, stays as the window has it.
func (w *Window) stateOf(o query.Opened) viewState {
	s := viewState{tab: o.Saved.Tab, days: w.days, countAt: w.countAt}
	for _, v := range w.views {
		if tab, ok := v.(stated); ok && v.id() == s.tab {
			now := tab.standing()
			s.layout, s.record, s.lane = now.layout, now.record, now.lane
			s.query = now.query
		}
	}
	tableGroup := s.query.Group
	s.query, s.columns = o.Query, o.Columns
	s.query.Filters = append(slices.Clone(s.query.Filters), o.Own...)
	if !o.Lists {
		s.query.Typed = strings.ReplaceAll(s.query.Typed, `"`, "")
	}
	if o.Saved.Layout != "" {
		s.layout = o.Saved.Layout
	}
	if o.Saved.Record != "" {
		s.record = o.Saved.Record
	}
	if s.layout == asBoard { // its groups are lanes, those of the table stay
		s.lane, s.query.Group = "", tableGroup
		if len(o.Query.Group) > 0 {
			s.lane = o.Query.Group[0]
		}
	}
	if day, err := ledger.ParseDay(o.Saved.AsOf); err == nil {
		s.days.Happened = day
	}
	if day, err := ledger.ParseDay(o.Saved.Known); err == nil {
		s.days.Known = day
	}
	if level, ok := analysis.ParseCountAt(o.Saved.CountAt); ok {
		s.countAt = level
	}
	return s
}

// saved writes a state as a saved view, with the days and the level that it
// has.
func (w *Window) saved(s viewState) ledger.SavedView {
	q := s.query
	if q.Only != nil {
		keys := make([]string, len(q.Only))
		for i, ref := range q.Only {
			keys[i] = w.desk.ledger.Key(ref)
		}
		slices.Sort(keys)
		q = q.With("key", keys)
	}
	view := ledger.SavedView{Tab: s.tab, Query: queryText(s.tab, q), Columns: s.columns, Sort: query.SortOf(q), Group: query.GroupOf(q), AsOf: s.days.Happened.String(), Known: s.days.Known.String(),
		Layout: s.layout, Record: s.record}
	if s.layout == asBoard {
		view.Group = nil
		if s.lane != "" {
			view.Group = []string{s.lane}
		}
	}
	if s.countAt != analysis.AtAnnounced {
		view.CountAt = s.countAt.String()
	}
	return view
}

// queryText writes what a tab is narrowed down by.
func queryText(tab string, q query.Query) string {
	kind, lists := query.KindOfTab(tab)
	var own []query.Filter
	q.Filters = slices.DeleteFunc(slices.Clone(q.Filters), func(filter query.Filter) bool {
		_, known := query.FieldOf(kind, filter.Field)
		if !lists || !known {
			own = append(own, filter)
		}
		return !lists || !known
	})
	return query.TextOfTab(tab, q, own)
}

// changed reports whether the window shows something else than the saved view
// that is open says.
func (w *Window) changed(ref ledger.Ref) bool {
	expected := w.saved(w.stateOf(query.OpenView(w.desk.ledger, ref)))
	now := w.saved(w.state())
	return !slices.Equal(expected.Cells(), now.Cells())
}

// resetView shows the saved view as it was saved.
func (w *Window) resetView() {
	if ref, open := w.openedView(); open {
		w.openView(ref)
	}
}

// showSwitcher says which view is open, and whether it was changed.
func (w *Window) showSwitcher() {
	p := w.printer
	ref, open := w.openedView()
	name, changed := p.Text("view.views"), ""
	if open {
		name = w.desk.ledger.Value(ref, "name")
		if w.changed(ref) {
			changed = p.Text("view.changed")
		}
	}
	was := w.switcher.WidthIn(w.page.Size().Width)
	w.switcher.Set(name, open, changed, w.ways.CanBack(), w.ways.CanForward())
	if w.switcher.WidthIn(w.page.Size().Width) != was {
		w.layPage()
	}
}

// saveView saves the changes of the view that is open; where none is, it asks
// for a name.
func (w *Window) saveView() {
	ref, open := w.openedView()
	if !open {
		w.askSaveView()
		return
	}
	if !w.changed(ref) {
		w.tell("icon-check", w.printer.Text("view.unchanged", w.desk.ledger.Value(ref, "name")), "", nil)
		return
	}
	stored, view := w.desk.ledger.SavedView(ref), w.saved(w.state())
	view.Key, view.Name = stored.Key, stored.Name
	// A view that follows the window goes on to follow it.
	if stored.AsOf == "" && stored.Known == "" {
		view.AsOf, view.Known = "", ""
	}
	if stored.CountAt == "" {
		view.CountAt = ""
	}
	w.keepView(view)
}

// keepView saves a view as one action and opens it.
func (w *Window) keepView(view ledger.SavedView) {
	l := w.desk.ledger
	changes := l.SaveView(w.today(), view)
	if len(changes) == 0 {
		return
	}
	if changes[0].Operation == ledger.AddRow {
		view.Key = changes[0].Cells[0]
	}
	w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Changes: changes}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.opened[view.Tab] = view.Key
	})
}

// deleteView removes the view that is open; what is shown stays. Undo brings
// it back.
func (w *Window) deleteView() {
	ref, open := w.openedView()
	if !open {
		return
	}
	tab := w.view().id()
	w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Changes: []ledger.Change{w.desk.ledger.Remove(ref)}}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		delete(w.opened, tab)
	})
}

// savedViews lists the saved views of the ledger in the order of their names.
func (d *desk) savedViews() []ledger.Ref {
	list := slices.Collect(d.ledger.All(ledger.SavedViews))
	slices.SortStableFunc(list, func(a, b ledger.Ref) int {
		return strings.Compare(query.Fold(d.ledger.Value(a, "name")), query.Fold(d.ledger.Value(b, "name")))
	})
	return list
}
