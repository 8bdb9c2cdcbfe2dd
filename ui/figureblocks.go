package ui

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// How many rows of each list stand in the panel at first, and at most when a
// person asks for more: the tab shows them all.
const (
	addedAtFirst   = 6
	insteadAtFirst = 3
	sourcesAtFirst = 5
	rowsAtMost     = 200
)

// records lists what the figure adds up: the items when it has its own, of
// sums the records that state amounts.
func (f figure) records() []ledger.Ref {
	switch {
	case f.items != nil:
		refs := make([]ledger.Ref, len(f.items))
		for i, item := range f.items {
			refs[i] = item.ref
		}
		return refs
	case !f.sums:
		return f.total.Added
	case len(f.total.Sums) == 1:
		return f.total.Sums[0].Records
	}
	var refs []ledger.Ref
	for _, sum := range f.total.Sums {
		refs = append(refs, sum.Records...)
	}
	return refs
}

// settled tells a number that is a sum from the count of a total that has both.
func (f figure) settled(d *desk) figure {
	f.sums = f.items == nil && (f.sums || len(f.total.Sums) > 0 && f.number != d.printer.Integer(f.total.Count))
	return f
}

// leftOut lists what is left out of the number: of a count, not the records
// that only the sums of its total leave out.
func (f figure) leftOut(d *desk) []analysis.LeftOut {
	if f.items != nil || f.sums || len(f.total.Sums) == 0 && !onlyOfSums(f.total) {
		return f.total.LeftOut
	}
	var list []analysis.LeftOut
	for _, left := range f.total.LeftOut {
		if len(left.Refs) == 0 || !slices.Contains(f.total.Added, left.Refs[0]) {
			list = append(list, left)
		}
	}
	return list
}

// onlyOfSums reports whether a total leaves out records that it counts.
func onlyOfSums(t analysis.Total) bool {
	for _, left := range t.LeftOut {
		if left.Reason == analysis.ReasonNoAmount || left.Reason == analysis.ReasonNotDated {
			return true
		}
	}
	return false
}

// blocks takes the figure at hand apart, in the order of the design.
func (f *figureSide) blocks(d *desk) []panel.Block {
	shown := f.shown
	blocks := []panel.Block{panel.Caption{Left: d.text("figure.caption")}, panel.Heading{Text: capital(shown.name)}, panel.Figure{Number: shown.number, Unit: shown.whole}}
	if definition := shown.defined(d); definition != "" {
		blocks = append(blocks, panel.Paragraph{Text: definition})
	}
	blocks = append(blocks, panel.Terms{Items: f.terms(d)})
	blocks = append(blocks, f.added(d)...)
	blocks = append(blocks, f.leftOut(d)...)
	return append(blocks, f.sourceBlocks(d)...)
}

// defined says in words what the figure means, "" where nobody has said it yet.
func (f figure) defined(d *desk) string {
	if f.definition != "" {
		return f.definition
	}
	if key := "definition." + f.total.Definition; f.total.Definition != "" && d.printer.Has(key) {
		return d.text(key)
	}
	return ""
}

// unitWords says what the figure counts or in which money it is.
func (f figure) unitWords(d *desk) string {
	if f.unit != "" {
		return f.unit
	}
	if f.sums {
		codes := make([]string, len(f.total.Sums))
		for i, sum := range f.total.Sums {
			codes[i] = string(sum.Money.Currency)
		}
		if len(codes) == 1 {
			return codes[0]
		}
		return d.text("figure.unit.sums", strings.Join(codes, ", "))
	}
	if key := "figure.unit." + f.total.Unit; f.total.Unit != "" && d.printer.Has(key) {
		return d.text(key)
	}
	return ""
}

// dayWords says as of which days the figure stands.
func (d *desk) dayWords() string {
	asOf := d.view.AsOf()
	return d.text("figure.days", d.printer.Day(asOf.Happened), d.printer.Day(asOf.Known))
}

// kindsOf counts records by kind: "44 documents, 6 results without a paper".
func (d *desk) kindsOf(refs []ledger.Ref) string {
	var counts [64]int
	unpapered := 0
	for _, ref := range refs {
		if ref.Kind == ledger.Agreements && !d.ledger.IsDocument(ref) {
			unpapered++
			continue
		}
		counts[ref.Kind]++
	}
	var parts []string
	for _, kind := range ledger.Kinds() {
		n := counts[kind]
		switch {
		case n > 0 && kind == ledger.Agreements:
			parts = append(parts, d.printer.Count("unit.document", n))
		case n > 0:
			parts = append(parts, d.printer.Records(kind, n))
		}
		if kind == ledger.Agreements && unpapered > 0 {
			parts = append(parts, d.printer.Count("figure.unpapered", unpapered))
		}
	}
	return strings.Join(parts, ", ")
}

// all lists every record that the figure speaks of, added or left out, once.
func (f figure) all(d *desk) []ledger.Ref {
	added := f.records()
	if len(added) > sourcesAtOnce { // no record is added and left out at once
		list := slices.Clone(added)
		for _, left := range f.leftOut(d) {
			list = append(list, left.Refs...)
		}
		return list
	}
	seen := make(map[ledger.Ref]bool, len(added))
	list := make([]ledger.Ref, 0, len(added))
	add := func(refs []ledger.Ref) {
		for _, ref := range refs {
			if !seen[ref] {
				seen[ref] = true
				list = append(list, ref)
			}
		}
	}
	add(added)
	for _, left := range f.leftOut(d) {
		add(left.Refs)
	}
	return list
}

func (f *figureSide) terms(d *desk) []panel.Term {
	shown := f.shown
	var terms []panel.Term
	if unit := shown.unitWords(d); unit != "" {
		terms = append(terms, panel.Term{Label: d.text("figure.unit"), Text: unit})
	}
	terms = append(terms, panel.Term{Label: d.text("window.as_of"), Text: d.dayWords()})
	if all := shown.all(d); len(all) > 0 {
		term := panel.Term{Label: d.text("figure.of_records"), Link: d.printer.Integer(len(all)), Text: d.text("figure.colon") + d.kindsOf(all)}
		if f.window.canShow(all) {
			term.Open = func() { f.window.leaveFigure(all, shown.name) }
		}
		terms = append(terms, term)
	}
	for _, rate := range shown.rates {
		terms = append(terms, panel.Term{Label: d.text("figure.rate"), Text: d.rateWords(rate), Open: func() { f.window.openFromFigure(rate) }})
	}
	terms = append(terms, f.amounts(d)...)
	if shown.spread != "" {
		terms = append(terms, panel.Term{Label: d.text("figure.range"), Text: shown.spread})
	}
	return terms
}

// amounts says of a count what its records add up to, and of sums what they can
// mean by the qualifiers of their amounts (RULES 7.6).
func (f *figureSide) amounts(d *desk) []panel.Term {
	shown := f.shown
	switch {
	case shown.items != nil || len(shown.total.Sums) == 0:
		return nil
	case !shown.sums:
		sums := shown
		sums.sums, sums.name, sums.whole = true, d.text("foot.sum_of")+d.text("figure.colon")+shown.name, d.text("foot.sum_whole", d.kindsOf(shown.total.Added))
		sums.number = d.sumWords(shown.total)
		sums.remake = nil
		return []panel.Term{{Label: d.text("figure.amounts"), Link: sums.number, Open: func() { f.window.openFigure(sums) }}}
	}
	var terms []panel.Term
	for _, spread := range analysis.Ranges(d.view, shown.total, analysis.SettingsOf(d.ledger).AboutMargin) {
		if !spread.Exact() {
			terms = append(terms, panel.Term{Label: d.text("figure.range"), Text: d.spreadWords(spread)})
		}
	}
	return terms
}

// spreadWords writes what a sum can mean at least and at most.
func (d *desk) spreadWords(spread analysis.SumRange) string {
	money := func(amount decimal.Decimal) string {
		return d.printer.MoneyTenths(ledger.Money{Amount: amount, Currency: spread.Currency})
	}
	low, high := money(spread.Low), money(spread.High)
	if spread.Open {
		high = d.text("overview.open_end")
	}
	if spread.OpenLow {
		low = d.text("figure.open_low")
	}
	return d.text("figure.spread", low, high)
}

// rateWords writes a rate with its publisher and day: "USD 1 = JPY 111, Reuters,
// 21 Nov 2016".
func (d *desk) rateWords(rate ledger.Ref) string {
	l := d.ledger
	words := d.text("figure.rate_of", l.Value(rate, "base"), l.Value(rate, "quote"), l.Value(rate, "rate"))
	for _, source := range l.SourcesOf(rate) {
		words += ", " + l.Value(source, "publisher")
		break
	}
	return words + ", " + d.printer.ShortDate(l.Date(rate, "date"))
}

// added lists the records that the figure adds up, over their sum.
func (f *figureSide) added(d *desk) []panel.Block {
	shown := f.shown
	items := shown.items
	if items == nil {
		items = d.itemsOf(shown, f.limit("added", addedAtFirst))
	}
	count := len(shown.records())
	section := panel.Section{Heading: d.text("figure.added"), Link: d.printer.Count("unit.record", count)}
	if count == 0 {
		section.Link, section.Note = "", "0"
		return []panel.Block{section, panel.Note{Text: d.text("figure.none_added")}}
	}
	if refs := shown.records(); f.window.canShow(refs) {
		section.Open = func() { f.window.leaveFigure(refs, shown.name) }
	}
	blocks := []panel.Block{section}
	limit := f.limit("added", addedAtFirst)
	for _, item := range items[:min(limit, len(items))] {
		entry := panel.Entry{Text: d.titleOf(item.ref), Under: item.note, Right: item.amount, Open: func() { f.window.openFromFigure(item.ref) }}
		if entry.Right == "" {
			entry.Mark, entry.Right, entry.Under = d.markOf(item.ref), item.note, ""
		}
		blocks = append(blocks, entry)
	}
	blocks = append(blocks, f.moreRows(d, "added", count-min(limit, len(items)), limit)...)
	switch {
	case shown.sum != "":
		blocks = append(blocks, panel.Sum{Text: d.text("figure.sum"), Right: shown.sum})
	case shown.sums:
		for i, sum := range shown.total.Sums {
			text := ""
			if i == 0 {
				text = d.text("figure.sum")
			}
			blocks = append(blocks, panel.Sum{Text: text, Right: d.printer.Exact(sum.Money)})
		}
	}
	return blocks
}

// limit is how many rows of a list stand in the panel.
func (f *figureSide) limit(list string, first int) int {
	if f.more[list] {
		return rowsAtMost
	}
	return first
}

// moreRows says how many rows of a list are not in sight, and shows more.
func (f *figureSide) moreRows(d *desk, list string, hidden, limit int) []panel.Block {
	if hidden <= 0 {
		return nil
	}
	text := d.text("figure.more", d.printer.Integer(hidden))
	if limit >= rowsAtMost {
		return []panel.Block{panel.Note{Text: text}}
	}
	return []panel.Block{panel.Note{Text: text, Open: func() { f.more[list] = true; f.set(f.window.desk, false) }}}
}

// leftOut lists why records are left out, how many for each reason, and what
// speaks in their place.
func (f *figureSide) leftOut(d *desk) []panel.Block {
	shown := f.shown
	list := shown.leftOut(d)
	count := 0
	for _, left := range list {
		count += len(left.Refs)
	}
	section := panel.Section{Heading: d.text("figure.left_out"), Link: d.printer.Count("unit.record", count), Note: d.text("figure.why")}
	if count == 0 {
		section.Link, section.Note = "", "0"
	}
	blocks := []panel.Block{section}
	if len(list) == 0 {
		blocks = append(blocks, panel.Note{Text: d.text("figure.none_left_out")})
	}
	for _, left := range list {
		blocks = append(blocks, f.reason(d, left)...)
	}
	if n := len(shown.rivals); n > 0 {
		reason := panel.Reason{Mark: "differ", Text: d.printer.Count("figure.rivals", n)}
		if f.window.canShow(shown.rivals) {
			reason.Open = func() { f.window.leaveFigure(shown.rivals, shown.name) }
		} else {
			reason.Open = func() { f.window.openFromFigure(shown.rivals[0]) }
		}
		blocks = append(blocks, reason)
	}
	return blocks
}

func (f *figureSide) reason(d *desk, left analysis.LeftOut) []panel.Block {
	text := f.shown.reasonWords(d, left)
	reason := panel.Reason{Count: d.printer.Integer(len(left.Refs)), Text: capital(text), Muted: len(left.Refs) == 0}
	if len(left.Refs) == 1 {
		ref := left.Refs[0]
		reason.Text = d.leftWords(left, 0) + d.text("figure.colon") + text
		reason.Open = func() { f.window.openFromFigure(ref) }
	} else if f.window.canShow(left.Refs) {
		reason.Open = func() { f.window.leaveFigure(left.Refs, text) }
	}
	blocks := []panel.Block{reason}
	list := "left." + left.Reason
	limit := f.limit(list, insteadAtFirst)
	spoken, of := 0, 0
	for i := range left.Refs {
		if i >= len(left.Instead) || !left.Instead[i].Exists() {
			continue
		}
		if of++; spoken >= limit {
			continue
		}
		spoken++
		instead := left.Instead[i]
		words := d.text("figure.instead", d.titleOf(instead))
		if len(left.Refs) > 1 {
			words = d.leftWords(left, i) + d.text("figure.colon") + words
		}
		blocks = append(blocks, panel.Reason{Text: words, Muted: true, Open: func() { f.window.openFromFigure(instead) }})
	}
	return append(blocks, f.moreRows(d, list, of-spoken, limit)...)
}

// reasonWords says why records are left out.
func (f figure) reasonWords(d *desk, left analysis.LeftOut) string {
	if f.left != nil {
		if words := f.left(left); words != "" {
			return words
		}
	}
	for _, key := range []string{"reason." + left.Reason, "word.money_reason." + left.Reason, "word.absence." + left.Reason} {
		if d.printer.Has(key) {
			return d.text(key)
		}
	}
	return strings.ReplaceAll(left.Reason, "_", " ")
}

// leftWords names a record that is left out, with its amount when it is one.
func (d *desk) leftWords(left analysis.LeftOut, i int) string {
	words := d.titleOf(left.Refs[i])
	if i < len(left.Money) && left.Money[i].Stated() {
		words += ", " + d.printer.Money(left.Money[i])
	}
	return words
}

// sourceBlocks lists the sources of the added records.
func (f *figureSide) sourceBlocks(d *desk) []panel.Block {
	if len(f.shown.records()) == 0 {
		return nil
	}
	section := panel.Section{Heading: d.printer.Table(ledger.Sources), Note: d.printer.Integer(len(f.sources))}
	if f.sources == nil {
		section.Note = d.text("figure.counting")
	}
	blocks := []panel.Block{section}
	limit := f.limit("sources", sourcesAtFirst)
	for i, source := range f.sources {
		if i == limit {
			break
		}
		blocks = append(blocks, panel.Row{Lead: d.printer.Integer(i + 1), Text: d.printer.Title(d.ledger, source), Right: d.printer.ShortDate(d.ledger.Date(source, "published_on")),
			Open: func() { f.window.openFromFigure(source) }})
	}
	return append(blocks, f.moreRows(d, "sources", len(f.sources)-limit, limit)...)
}
