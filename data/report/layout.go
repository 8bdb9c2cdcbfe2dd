package report

import "summitledger/data/ledger"

// The sheet from top to bottom.
const (
	headerBaseline = 34.0 // header and footer stand in the margins
	bodyTop        = margin + 3
	footerRule     = pageHeight - 38.0
	bodyHeight     = footerRule - 5 - bodyTop
	sectionGap     = 6.0 // least space between two sections
	widestGap      = 13.0
)

// pair is two blocks side by side under one rule.
type pair struct{ left, right block }

// layout is how many rows each list shows, and how many pairs have a place.
type layout struct {
	rows  map[string]int
	pairs int
}

// with gives the layout with another number of rows of one list.
func (a layout) with(name string, rows int) layout {
	next := layout{rows: make(map[string]int, len(a.rows)), pairs: a.pairs}
	for key, value := range a.rows {
		next.rows[key] = value
	}
	next.rows[name] = rows
	return next
}

// pairs lists the blocks of the page, in the order of importance.
func (b *brief) pairs() []pair {
	return []pair{
		{b.bridgeBlock(), b.stageBlock()},
		{b.largestBlock(), b.moneyBlock()},
		{b.verdictBlock(), b.unsettledBlock()},
		{b.talksBlock(), b.eventsBlock()},
	}
}

// sections sets everything between header and footer. The notes are numbered
// anew, as they depend on the rows that are shown.
func (b *brief) sections(pairs []pair, a layout) []part {
	b.notes = newNotes(b.view, b.printer)
	sections := []part{b.headline}
	for _, two := range pairs[:a.pairs] {
		left := b.page.set(two.left, a.rows[two.left.name], half)
		right := b.page.set(two.right, a.rows[two.right.name], half)
		sections = append(sections, part{
			height: max(left.height, right.height),
			draw: func(p *page, x, y float64) {
				left.draw(p, x, y)
				right.draw(p, x+half+gutter, y)
			},
		})
	}
	limits, notes := b.limitsPart(pairs[a.pairs:]), b.notes.part(b.page, full)
	return append(sections, stack([]part{limits, space(3), ruled(full, hairline, true), space(2.5), notes}))
}

// heightOf is the height of all sections with the least space between them.
func heightOf(sections []part) float64 {
	height := sectionGap * float64(len(sections)-1)
	for _, one := range sections {
		height += one.height
	}
	return height
}

// arrange settles what stands on the sheet. Every list begins without rows and
// they grow in turn, row by row, for as long as the sheet has room; when it has
// none even for the rest of the page, whole pairs of blocks give way from the
// end.
func (b *brief) arrange(pairs []pair) layout {
	a := layout{rows: make(map[string]int), pairs: len(pairs)}
	var lists []block
	for _, two := range pairs {
		for _, one := range []block{two.left, two.right} {
			if one.rows > 0 {
				lists = append(lists, one)
				a.rows[one.name] = 0
			}
		}
	}
	fits := func(a layout) bool { return heightOf(b.sections(pairs, a)) <= bodyHeight }
	for a.pairs > 0 && !fits(a) {
		a.pairs--
	}
	for grown := true; grown; {
		grown = false
		for _, list := range lists {
			if a.rows[list.name] >= list.rows {
				continue
			}
			if next := a.with(list.name, a.rows[list.name]+1); fits(next) {
				a, grown = next, true
			}
		}
	}
	return a
}

// draw sets the page.
func (b *brief) draw() {
	p := b.page
	if b.Generated {
		p.watermark(ledger.GeneratedName)
	}
	b.drawHeader(b.printer.Text("report.brief"))
	b.headline = b.headlinePart()
	pairs := b.pairs()
	sections := b.sections(pairs, b.arrange(pairs))
	gap := sectionGap
	if spare := bodyHeight - heightOf(sections); spare > 0 && len(sections) > 1 {
		gap = min(gap+spare/float64(len(sections)-1), widestGap)
	}
	y := bodyTop
	for _, one := range sections {
		one.draw(p, margin, y)
		y += one.height + gap
	}
	b.drawFooter()
}

// drawHeader names the paper at the left and its days at the right.
func (b *brief) drawHeader(paper string) {
	p := b.page
	program := p.typeface.clean(b.Program)
	kind := p.typeface.clean(paper)
	days := p.typeface.clean(b.days())
	p.text(margin, headerBaseline, program, noteStrongStyle)
	p.text(margin+p.width(program+" ", noteStrongStyle), headerBaseline, kind, noteStyle)
	p.text(margin+full-p.width(days, noteStyle), headerBaseline, days, noteStyle)
	p.line(margin, headerBaseline+5, full, rule, true)
	p.say(program+" "+kind, days)
}

// drawFooter says what made the page, and when.
func (b *brief) drawFooter() { b.drawPageFooter(1, 1) }

func (b *brief) drawPageFooter(at, of int) {
	p, say := b.page, b.printer
	baseline := footerRule + 11.0
	made := p.typeface.clean(say.Text("report.made", b.Program, b.Version, say.Day(ledger.DayFromTime(b.Now))))
	number := p.typeface.clean(say.Text("report.page", say.Integer(at), say.Integer(of)))
	p.line(margin, footerRule, full, hairline, true)
	p.text(margin, baseline, made, noteStyle)
	p.text(margin+full-p.width(number, noteStyle), baseline, number, noteStyle)
	p.say(made, number)
}
