package report

import "summitledger/data/ledger"

// The space between two sections of a sheet.
const (
	sectionGap = 6.0 // at least
	widestGap  = 13.0
)

// layout is how many rows each list shows, and how many blocks have a place.
type layout struct {
	rows   map[string]int
	blocks int
}

// with gives the layout with another number of rows of one list.
func (a layout) with(name string, rows int) layout {
	next := layout{rows: make(map[string]int, len(a.rows)), blocks: a.blocks}
	for key, value := range a.rows {
		next.rows[key] = value
	}
	next.rows[name] = rows
	return next
}

// blocks lists the blocks of the page, in the order of importance.
func (b *brief) blocks() []block {
	return []block{
		b.bridgeBlock(), b.stageBlock(),
		b.largestBlock(), b.moneyBlock(),
		b.verdictBlock(), b.unsettledBlock(),
		b.talksBlock(), b.eventsBlock(),
	}
}

// sections sets everything between header and footer. The notes are numbered
// anew, as they depend on the rows that are shown.
func (b *brief) sections(blocks []block, a layout) []part {
	b.notes = newNotes(b.view, b.printer)
	sections := []part{b.headline}
	set := make([]part, a.blocks)
	for i, one := range blocks[:a.blocks] {
		set[i] = b.page.set(one, a.rows[one.name], b.page.column)
	}
	if b.page.columns == 2 {
		// Two blocks side by side under one rule.
		for ; len(set) > 0; set = set[min(2, len(set)):] {
			sections = append(sections, b.page.abreast(set[:min(2, len(set))]...))
		}
	} else if len(set) > 0 {
		sections = append(sections, b.page.abreast(inColumns(set, b.page.columns)...))
	}
	limits, notes := b.limitsPart(blocks[a.blocks:]), b.notes.part(b.page, b.page.full)
	return append(sections, stack([]part{limits, space(3), ruled(b.page.full, hairline, true), space(2.5), notes}))
}

// abreast sets parts side by side in the columns of the page.
func (p *page) abreast(parts ...part) part {
	var whole part
	for _, one := range parts {
		whole.height = max(whole.height, one.height)
	}
	step := p.column + gutter
	whole.draw = func(p *page, x, y float64) {
		for i, one := range parts {
			one.draw(p, x+step*float64(i), y)
		}
	}
	return whole
}

// inColumns stacks parts in columns. The first of each column follow each other,
// then every part goes below the one that leaves it most room.
func inColumns(parts []part, columns int) []part {
	stacks := make([][]part, columns)
	heights := make([]float64, columns)
	for i, one := range parts {
		lowest := i
		if i >= columns {
			lowest = 0
			for c := range heights {
				if heights[c] < heights[lowest] {
					lowest = c
				}
			}
			stacks[lowest] = append(stacks[lowest], space(sectionGap))
			heights[lowest] += sectionGap
		}
		stacks[lowest] = append(stacks[lowest], one)
		heights[lowest] += one.height
	}
	set := make([]part, columns)
	for i, one := range stacks {
		set[i] = stack(one)
	}
	return set
}

// heightOf is the height of all sections with the least space between them.
func heightOf(sections []part) float64 {
	height := sectionGap * float64(len(sections)-1)
	for _, one := range sections {
		height += one.height
	}
	return height
}

// dealsThatMatter is how many of the largest deals have a place before the other
// lists grow.
const dealsThatMatter = 5

// arrange settles what stands on the sheet. Every list begins without rows; the
// deals that matter come first, then the other lists grow in turn, row by row, for as long as the sheet has room; when it has
// none even for the rest of the page, blocks give way from the end: two at a time
// where two stand side by side.
func (b *brief) arrange(blocks []block) layout {
	a := layout{rows: make(map[string]int), blocks: len(blocks)}
	var lists []block
	for _, one := range blocks {
		if one.rows > 0 {
			lists = append(lists, one)
			a.rows[one.name] = 0
		}
	}
	fits := func(a layout) bool { return heightOf(b.sections(blocks, a)) <= b.page.body }
	for a.blocks > 0 && !fits(a) {
		a.blocks--
		if b.page.columns == 2 {
			a.blocks -= a.blocks % 2
		}
	}
	grow := func(list block, most int) bool {
		if a.rows[list.name] >= min(list.rows, most) {
			return false
		}
		next := a.with(list.name, a.rows[list.name]+1)
		if !fits(next) {
			return false
		}
		a = next
		return true
	}
	for _, list := range lists {
		for list.name == largestName && grow(list, dealsThatMatter) {
		}
	}
	for grown := true; grown; {
		grown = false
		for _, list := range lists {
			if list.name != largestName && grow(list, list.rows) {
				grown = true
			}
		}
	}
	for _, list := range lists { // what room is left still takes the next deals
		for list.name == largestName && grow(list, list.rows) {
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
	blocks := b.blocks()
	sections := b.sections(blocks, b.arrange(blocks))
	gap := sectionGap
	if spare := b.page.body - heightOf(sections); spare > 0 && len(sections) > 1 {
		gap = min(gap+spare/float64(len(sections)-1), widestGap)
	}
	y := b.page.top
	for _, one := range sections {
		one.draw(p, b.page.margin, y)
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
	p.text(b.page.margin, b.page.header, program, noteStrongStyle)
	p.text(b.page.margin+p.width(program+" ", noteStrongStyle), b.page.header, kind, noteStyle)
	p.text(b.page.margin+b.page.full-p.width(days, noteStyle), b.page.header, days, noteStyle)
	p.line(b.page.margin, b.page.header+5, b.page.full, rule, true)
	p.say(program+" "+kind, days)
}

// drawFooter says what made the brief, and when, of which records it is, and
// that it is the only page.
func (b *brief) drawFooter() { b.footer(b.facts(), 1, 1) }

func (b *brief) drawPageFooter(at, of int) { b.footer("", at, of) }

func (b *brief) footer(middle string, at, of int) {
	p, say := b.page, b.printer
	baseline := p.measures.footer + 11.0
	made := p.typeface.clean(say.Text("report.made", b.Program, b.Version, say.Day(ledger.DayFromTime(b.Now))))
	number := p.typeface.clean(say.Text("report.page", say.Integer(at), say.Integer(of)))
	p.line(p.margin, p.measures.footer, p.full, hairline, true)
	p.text(p.margin, baseline, made, noteStyle)
	left, right := p.margin+p.width(made, noteStyle)+gutter, p.margin+p.full-p.width(number, noteStyle)
	if middle != "" {
		lines := p.wrap(middle, noteStyle, right-gutter-left-p.width("...", noteStyle))
		if middle = lines[0]; len(lines) > 1 {
			middle += "..."
		}
		p.text((left+right-gutter-p.width(middle, noteStyle))/2, baseline, middle, noteStyle)
	}
	p.text(right, baseline, number, noteStyle)
	p.say(made, middle, number)
}
