package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/facets"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// since shows what changed between two days of a clock: how many records in
// which way, where deals stood and stand, and each change with old and new.
type since struct {
	openFigures
	window *Window
	facets *facets.Facets
	head   *sinceHead
	ground *canvas.Rectangle
	counts *sheetBox // what changed in numbers, and the table from stage to stage
	grid   *grid.Grid
	body   *columns

	desk    *desk
	days    sinceDays
	changes analysis.Changes
	rows    []changeRow // all changes, in the order in which they are listed
	shown   []changeRow
	words   string
	only    narrowing
}

func newSince(w *Window) *since {
	s := &since{window: w, facets: facets.New(), grid: w.newGrid("since"), ground: canvas.NewRectangle(look.Color(look.Surface)), only: narrowing{}, days: newSinceDays()}
	s.head = newSinceHead(s)
	s.counts = newSheetBox(s.drawCounts)
	s.grid.OnSelect = func(id string) { s.open(id) }
	s.grid.OnOpen = func(id string) { s.open(id); w.focusRecord() }
	s.grid.OnMenu = func(id string, at fyne.Position) {
		if row, ok := s.row(id); ok {
			w.recordMenu(refID(s.desk.ledger, row.Change.Record), at)
		}
	}
	s.facets.OnToggle = func(field, value string) { s.only.toggle(field, value); s.show() }
	s.facets.OnOnly = func(field, value string) { s.narrow(field, []string{value}) }
	s.facets.OnClear = func(field string) { s.narrow(field, nil) }
	s.facets.OnKey = w.typedKey
	centre := &fyne.Container{Layout: sinceLayout{s}, Objects: []fyne.CanvasObject{s.head.Container, s.ground, s.counts.Container, s.grid}}
	s.body = newColumns(s.facets, centre)
	return s
}

func (s *since) id() string                { return "since" }
func (s *since) object() fyne.CanvasObject { return s.body.Container }
func (s *since) count(*desk) string        { return "" }
func (s *since) typed() string             { return s.words }
func (s *since) focus() fyne.Focusable     { return s.grid }
func (s *since) copyText() string          { return s.grid.CopyText() }

func (s *since) search(typed string) {
	s.words = typed
	s.show()
}

// toggleLeft shows or hides the filters.
func (s *since) toggleLeft() { s.body.showLeft(s.body.hidden) }

// reset takes every filter away.
func (s *since) reset() {
	s.only, s.words = narrowing{}, ""
	s.show()
}

func (s *since) narrow(field string, values []string) {
	s.only[field] = values
	s.show()
}

// refresh compares the two days anew, off the UI goroutine.
func (s *since) refresh(d *desk) {
	s.desk = d
	days := s.days
	s.window.work.Start("since", func(ctx context.Context) func() {
		from, to := days.views(d)
		if ctx.Err() != nil {
			return nil
		}
		changes := analysis.Since(from, to)
		rows := d.changeRows(changes, to)
		if ctx.Err() != nil {
			return nil
		}
		return func() {
			s.changes, s.rows = changes, rows
			s.show()
		}
	})
}

// choose compares other days.
func (s *since) choose(days sinceDays) {
	s.days = days
	if s.desk != nil {
		s.refresh(s.desk)
	}
}

// show puts what the filters leave on the screen.
func (s *since) show() {
	d := s.desk
	if d == nil || s.changes.New == nil && s.rows == nil && s.changes.Kinds == nil {
		return
	}
	s.shown = s.shown[:0:0]
	for _, row := range s.rows {
		if s.takes(row, "") {
			s.shown = append(s.shown, row)
		}
	}
	s.head.refresh()
	s.grid.SetColumns(d.changeColumns())
	s.grid.SetRowHeight(s.window.rowHeight())
	s.grid.SetEmpty(s.emptyState())
	s.grid.SetSource(newChangeRows(d, s.shown))
	s.facets.SetGroups(s.facetGroups())
	s.ground.FillColor = look.Color(look.Surface)
	s.counts.redraw()
	s.body.Refresh()
	s.window.showFoot()
}

// The fields by which changes are narrowed down.
const (
	fieldChange = "change"
	fieldKind   = "kind"
)

func (s *since) takes(row changeRow, besides string) bool {
	return s.only.takes(row.word, besides) && s.matches(row)
}

func (s *since) matches(row changeRow) bool {
	if s.words == "" {
		return true
	}
	folded := strings.ToLower(row.Title + " " + row.Before + " " + row.After)
	for _, word := range strings.Fields(strings.ToLower(s.words)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

func (s *since) row(id string) (changeRow, bool) {
	at := slices.IndexFunc(s.shown, func(row changeRow) bool { return row.id == id })
	if at < 0 {
		return changeRow{}, false
	}
	return s.shown[at], true
}

// open shows the record of a change.
func (s *since) open(id string) {
	if row, ok := s.row(id); ok {
		s.window.record.trail = nil
		s.window.showRecord(row.Change.Record)
	}
}

// facetGroups counts the changes by what changed and by kind of record, each
// under the other filter.
func (s *since) facetGroups() []facets.Group {
	d := s.desk
	var groups []facets.Group
	for _, field := range []string{fieldChange, fieldKind} {
		counts, most := map[string]int{}, 1
		for _, row := range s.rows {
			if s.takes(row, field) {
				counts[row.word(field)]++
				most = max(most, counts[row.word(field)])
			}
		}
		group := facets.Group{ID: field, Title: d.text("since." + field), Clear: d.text("checks.clear"), More: d.text("facet.more")}
		for _, word := range wordsOfChanges(field) {
			n := counts[word]
			if field == fieldKind && n == 0 && !s.only.chosen(field, word) {
				continue
			}
			group.Values = append(group.Values, facets.Value{ID: word, Label: d.changeWord(field, word), Count: d.printer.Integer(n), Share: float32(n) / float32(most), Checked: s.only.chosen(field, word), Zero: n == 0})
		}
		if len(group.Values) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

func (s *since) chips() []controls.Chip {
	d := s.desk
	var chips []controls.Chip
	left := s.rows
	hide := func(text string, takes func(changeRow) bool, press func()) {
		kept := left[:0:0]
		for _, row := range left {
			if takes(row) {
				kept = append(kept, row)
			}
		}
		chips = append(chips, controls.Chip{Text: "\u2212" + d.printer.Integer(len(left)-len(kept)) + " " + text, Press: press})
		left = kept
	}
	for _, field := range []string{fieldChange, fieldKind} {
		if values := s.only[field]; len(values) > 0 {
			hide(small(d.text("since."+field)), func(row changeRow) bool { return slices.Contains(values, row.word(field)) }, func() { s.narrow(field, nil) })
		}
	}
	if s.words != "" {
		hide(d.text("foot.without_words", s.words), s.matches, func() { s.window.header.search.SetText("") })
	}
	return chips
}

func (s *since) foot() (left string, chips []controls.Chip, right string, open func()) {
	d := s.desk
	if d == nil {
		return "", nil, "", nil
	}
	left = d.text("since.showing", d.printer.Integer(len(s.shown)), d.printer.Integer(len(s.rows)))
	if chips = s.chips(); len(chips) == 0 {
		left += "  " + d.text("foot.nothing_hidden")
	}
	return left, chips, d.text("since.clock_note."+string(s.days.clock), d.printer.Day(d.view.AsOf().Known), d.printer.Day(d.view.AsOf().Happened)), nil
}

// emptyState says that nothing changed, or what hides the changes.
func (s *since) emptyState() fyne.CanvasObject {
	if len(s.shown) > 0 {
		return nil
	}
	d := s.desk
	if len(s.rows) > 0 {
		empty := controls.NewEmpty("", "", nil)
		empty.Set(d.text("empty.all_hidden"), d.text("since.all_hidden", d.printer.Integer(len(s.rows))), s.chips(), []controls.Way{{Text: d.text("command.show_everything"), Press: s.reset, Strong: true}})
		return empty
	}
	from, to := s.days.between(d)
	title := d.text("since.nothing", d.printer.Day(from), d.printer.Day(to))
	ways := []controls.Way{{Text: d.text("since.other_clock." + string(s.days.clock)), Press: func() { s.choose(s.days.otherClock()) }}}
	if from != d.ledger.Ends() {
		ways = append(ways, controls.Way{Text: d.text("since.from_summit", d.printer.Day(d.ledger.Ends())), Press: func() { s.choose(s.days.since(d.ledger.Ends())) }})
	}
	if s.window.days != (days{ledger.NoDay, ledger.NoDay}) {
		ways = append(ways, controls.Way{Text: d.text("command.as_of_today"), Press: s.window.lookAtToday})
	}
	return controls.NewEmpty(title, d.text("since.nothing_sentence."+string(s.days.clock)), ways)
}
