package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
)

// foot says how many records the listing shows, what hides the others, and
// what the shown ones add up to.
func (l *listing) foot() (left string, chips []controls.Chip, right string, open func()) {
	d, s := l.desk, l.selection
	if d == nil || s == nil {
		return "", nil, "", nil
	}
	p := d.printer
	left = p.Text("foot.showing", p.Integer(len(s.Rows)), p.Integer(s.All))
	if n := len(l.rows.kept); n > 0 {
		chips = append(chips, controls.Chip{Text: "+" + p.Count("kept.rows", n), Press: l.letGo})
	}
	for _, reason := range s.Hidden {
		chips = append(chips, l.chip(reason))
	}
	if len(s.Rows) == s.All {
		left += "  " + p.Text("foot.nothing_hidden")
	}
	right, open = l.sums()
	return left, chips, right, open
}

// chip is a reason that hides records; pressing it takes the reason away.
func (l *listing) chip(reason query.Reason) controls.Chip {
	p := l.desk.printer
	count := "\u2212" + p.Integer(reason.Count) + " "
	switch reason.Kind {
	case query.HiddenByDay:
		return controls.Chip{Text: count + p.Word("absence", reason.Absence.String()), Press: l.window.withoutDay(reason.Absence)}
	case query.HiddenByFigure:
		return controls.Chip{Text: count + l.query.OnlyReason, Press: func() {
			q := l.query
			q.Only, q.OnlyReason = nil, ""
			l.ask(q)
		}}
	case query.HiddenByWords:
		return controls.Chip{Text: count + p.Text("foot.without_words", l.query.Typed), Press: func() { l.window.header.search.SetText("") }}
	}
	if reason.Exclude {
		return controls.Chip{Text: count + l.filterText(reason), Press: func() { l.ask(l.query.Without(reason.Field, nil)) }}
	}
	return controls.Chip{Text: count + l.filterText(reason), Press: func() { l.ask(l.query.With(reason.Field, nil)) }}
}

// withoutDay gives what takes away the day that hides records in a way; nil
// when neither day is chosen: what is still to come, nothing can show.
func (w *Window) withoutDay(absence ledger.Absence) func() {
	happened, known := w.days.Happened, w.days.Known
	switch {
	case happened == ledger.NoDay && known == ledger.NoDay:
		return nil
	case absence == ledger.NotYetHappened && happened != ledger.NoDay && (known == ledger.NoDay || happened < known):
		return func() { w.setDays(ledger.NoDay, known) }
	case absence != ledger.NotYetHappened && happened != ledger.NoDay && known != ledger.NoDay:
		return func() { w.setDays(happened, ledger.NoDay) }
	}
	return func() { w.setDays(ledger.NoDay, ledger.NoDay) }
}

// valuesNamed is how many values of a filter its chip names.
const valuesNamed = 2

// filterText says what a filter asks for: its field and its first values.
func (l *listing) filterText(reason query.Reason) string {
	d, id := l.desk, reason.Field
	title := l.fieldTitle(d, id)
	field, ok := query.FieldOf(l.table.kind, id)
	values, key := l.query.Chosen(id), "foot.filter"
	if reason.Exclude {
		values, key = l.query.Excluded(id), "foot.filter_not"
	}
	if !ok || len(values) == 0 {
		return title
	}
	var words []string
	for _, value := range values[:min(len(values), valuesNamed)] {
		words = append(words, d.valueText(field, value))
	}
	text := strings.Join(words, ", ")
	if more := len(values) - len(words); more > 0 {
		text = d.text("foot.and_more", text, d.printer.Integer(more))
	}
	return d.text(key, title, text)
}

// sums adds the amounts of the shown records, one sum per currency. Amounts
// that a deal or a later document speaks for are left out (RULES 6.3), and so
// are those that nothing dates yet (RULES 7.4). It opens as a figure.
func (l *listing) sums() (text string, open func()) {
	d, total := l.desk, l.total
	p := d.printer
	if total.Definition == "" {
		return "", nil
	}
	text = p.Text("foot.sums", d.sumWords(total))
	if left := l.leftOut(d, total); left != "" {
		text += ", " + left
	}
	if len(l.selection.Rows) == 0 {
		return text, nil
	}
	return text, func() { l.window.openFigure(l.sumFigure(d, total)) }
}

// sumsOf adds up the headline amounts of records of a kind that has some.
func (d *desk) sumsOf(kind ledger.Kind, refs []ledger.Ref) analysis.Total {
	switch kind {
	case ledger.Agreements, ledger.Deals, ledger.Funds:
		return analysis.HeadlineTotal(d.view, refs)
	}
	return analysis.Total{}
}

// sumWords writes the sums of a total, or that there is none.
func (d *desk) sumWords(total analysis.Total) string {
	var texts []string
	for _, sum := range total.Sums {
		texts = append(texts, d.printer.Money(sum.Money))
	}
	if len(texts) == 0 {
		return d.text("foot.no_sum")
	}
	return strings.Join(texts, ", ")
}

// sumFigure is what the shown records add up to. From another desk the same
// question is asked again.
func (l *listing) sumFigure(d *desk, total analysis.Total) figure {
	f := figure{id: l.name + ".sum", name: d.text("foot.sum_of"), number: d.sumWords(total), total: total, sums: true,
		whole: d.text("foot.sum_whole", d.printer.Records(l.table.kind, total.Count))}
	q := l.query
	f.remake = func(d *desk) (figure, bool) {
		selection, err := d.run(context.Background(), q, nil)
		if err != nil || len(selection.Rows) == 0 {
			return figure{}, false // the listing itself says what went wrong
		}
		return l.sumFigure(d, analysis.HeadlineTotal(d.view, selection.Rows)), true
	}
	return f
}

// emptyState says why a listing shows nothing and offers ways out.
func (w *Window) emptyState(l *listing) fyne.CanvasObject {
	d, s := l.desk, l.selection
	if len(s.Rows) > 0 {
		return nil
	}
	if s.All == 0 {
		ways := []controls.Way{{Text: d.text("command.add_record"), Press: func() { w.do("add_record") }}}
		if d.ledger.Len(ledger.Agreements)+d.ledger.Len(ledger.Deals) == 0 {
			ways = append(ways, controls.Way{Text: d.text("command.import_folder"), Press: func() { w.do("import_folder") }})
		}
		return controls.NewEmpty(d.text("empty.none", d.printer.Table(l.table.kind)), d.text("empty.none_sentence"), ways)
	}
	var chips []controls.Chip
	for _, reason := range s.Hidden {
		if reason.Count > 0 {
			chips = append(chips, l.chip(reason))
		}
	}
	empty := controls.NewEmpty("", "", nil)
	empty.Set(d.text("empty.all_hidden"), d.text("empty.all_hidden_sentence", d.printer.Records(l.table.kind, s.All)), chips,
		[]controls.Way{{Text: d.text("command.show_everything"), Press: w.showEverything, Strong: true}})
	return empty
}

// showEverything takes away whatever hides records of the current tab.
func (w *Window) showEverything() {
	if l := w.listingShown(); l != nil {
		l.query = query.Query{Kind: l.query.Kind, Sort: l.query.Sort, Group: l.query.Group}
	}
	if v, ok := w.view().(interface{ reset() }); ok {
		v.reset()
	}
	if c, ok := w.view().(*claims); ok {
		c.form = ""
	}
	w.header.search.SetText("")
	w.setDays(ledger.NoDay, ledger.NoDay)
}

// listingShown gives the listing of the current tab, nil when it has none.
func (w *Window) listingShown() *listing { return listingOf(w.view()) }

// listingOf gives the listing of a tab, nil when it has none.
func listingOf(v view) *listing {
	switch v := v.(type) {
	case *listing:
		return v
	case *pipeline:
		return v.listing
	case *timeline:
		return v.listing
	case *promises:
		return v.listing
	case *funds:
		return v.listing
	case *tracks:
		return v.listing
	case *claims:
		return v.listing
	}
	return nil
}

// showRecords shows the records behind a figure in their tab.
func (w *Window) showRecords(tab, reason string, refs []ledger.Ref) {
	w.showTab(tab)
	if l := w.listingShown(); l != nil {
		if refs == nil {
			refs = []ledger.Ref{}
		}
		q := query.Query{Kind: l.query.Kind, Sort: l.query.Sort, Group: l.query.Group, Only: refs, OnlyReason: reason}
		l.desk = w.desk
		l.ask(q)
	}
}
