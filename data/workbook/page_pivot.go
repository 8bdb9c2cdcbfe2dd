package workbook

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// The columns between the formulas and the pivot table, the rows that its
// slicers take above it, and how wide columns of counts are.
const (
	pivotGap   = 1
	slicerRows = 12
	countWidth = 20
)

// pivotPage counts the agreements by sector and binding force twice: by
// formulas, for every reader, and as a pivot table with slicers, for those who
// want to go on. Both count the rows of the sheet of agreements.
func (b *book) pivotPage(g *grid) {
	source, sheets := b.pivotSource()
	var cross crossing
	if source != nil {
		cross = b.crossing(source)
	}
	inner := len(cross.columns.items)
	last := max(5, 2+inner)
	g.widths = []float64{34}
	for range last - 1 {
		g.widths = append(g.widths, countWidth)
	}
	b.opening(g, "pivot", last)
	if source == nil {
		g.text(1, last, b.say("pivot.none"), b.styles.note, 11)
		return
	}
	note := b.say("pivot.note")
	if sheets > 1 {
		note = b.say("pivot.several", b.request.Printer.Integer(sheets))
	}
	g.text(1, last, note, b.styles.note, 11)
	g.row++
	top := g.row
	g.put(1, b.say("pivot.formulas"), b.styles.section)
	g.across(1, 2+inner, b.styles.section)
	g.row++
	b.crossFormulas(g, cross)
	if sheets > 1 {
		return
	}
	bottom := g.row
	g.row = top
	b.crossPivot(g, source, cross, last+pivotGap+1)
	g.row = max(g.row, bottom)
}

// pivotSource finds the sheet of agreements; of several it gives the first.
func (b *book) pivotSource() (first *sheet, sheets int) {
	for i := range b.sheets {
		if b.sheets[i].kind == ledger.Agreements {
			if sheets++; first == nil {
				first = &b.sheets[i]
			}
		}
	}
	return first, sheets
}

// crossing is the agreements of the workbook counted by two of its columns.
type crossing struct {
	rows, columns pivotField
	counts        map[[2]string]int
}

// crossing counts the agreements by sector, the largest first, and by force.
func (b *book) crossing(source *sheet) crossing {
	p := b.request.Printer
	fields := b.columnsOf(ledger.Agreements, source.rows)
	c := crossing{rows: fieldOf(fields, "sector"), columns: fieldOf(fields, "derived.force"), counts: map[[2]string]int{}}
	sums := map[string]int{}
	for _, of := range b.selections {
		if of.Kind != ledger.Agreements {
			continue
		}
		for _, ref := range of.Rows {
			sector, force := c.rows.text(ref), c.columns.text(ref)
			c.counts[[2]string{sector, force}]++
			sums[sector]++
			c.rows.meet(sector)
			c.columns.meet(force)
		}
	}
	slices.SortStableFunc(c.rows.items, func(x, y string) int { return cmp.Or(cmp.Compare(sums[y], sums[x]), cmp.Compare(x, y)) })
	var order []string
	for _, force := range []ledger.Force{ledger.ForceBinding, ledger.ForceNotBinding, ledger.ForceNotStated} {
		order = append(order, p.Word(ledger.ForceWords().Name(), force.String()))
	}
	slices.SortStableFunc(c.columns.items, func(x, y string) int { return slices.Index(order, x) - slices.Index(order, y) })
	c.rows.caption, c.columns.caption = p.Column(ledger.Agreements, "sector"), p.Column(ledger.Agreements, "binding")
	return c
}

// sum adds up the counts of a row of the crossing, of a column, or of all.
func (c *crossing) sum(matches func(pair [2]string) bool) int {
	sum := 0
	for pair, count := range c.counts {
		if matches(pair) {
			sum += count
		}
	}
	return sum
}

// crossFormulas writes the crossing as formulas over the sheet of agreements.
func (b *book) crossFormulas(g *grid, c crossing) {
	heads := []string{c.rows.caption, "#" + b.say("summary.all")}
	for _, force := range c.columns.items {
		heads = append(heads, "#"+b.named(force))
	}
	b.heads(g, heads...)
	top, last := g.row, 2+len(c.columns.items)
	for _, sector := range c.rows.items {
		here := cellRow(g.row)
		g.put(1, b.named(sector), b.styles.row)
		g.formula(2, "SUM(C"+here+":"+columnName(last)+here+")", c.sum(func(pair [2]string) bool { return pair[0] == sector }), b.styles.number)
		for i, force := range c.columns.items {
			g.figure(3+i, b.over(b.rangesShown, ledger.Agreements, "COUNTIFS(", "", []condition{{"sector", sector}, {"derived.force", force}}), c.counts[[2]string{sector, force}], b.styles.number)
		}
		g.row++
	}
	b.sumRow(g, top, g.row-1, last)
}

// named is what a value is called; one that is empty has a name too.
func (b *book) named(text string) string {
	if text == "" {
		return b.say("pivot.blank")
	}
	return text
}

// crossPivot places slicers and the pivot table, with the figures that it will
// show once it is worked out, from a column on. Nothing stands below it: it
// grows when its reader goes on with it.
func (b *book) crossPivot(g *grid, source *sheet, c crossing, from int) {
	inner := len(c.columns.items)
	g.widths = append(g.widths, 4, 34)
	for range inner + 1 {
		g.widths = append(g.widths, countWidth)
	}
	g.put(from, b.say("pivot.pivot", source.name), b.styles.section)
	g.across(from, from+inner+1, b.styles.section)
	g.row++
	pivot := pivot{book: b, sheet: g.name, source: source, crossing: c, style: b.styles}
	pivot.slicersAt(g, from)
	g.row += slicerRows
	top := g.row
	g.put(from, b.say("pivot.count"), b.styles.total)
	g.put(from+1, c.columns.caption, b.styles.total)
	g.across(from, from+inner+1, b.styles.total)
	g.row++
	g.put(from, c.rows.caption, b.styles.textHead)
	for i, force := range c.columns.items {
		g.put(from+1+i, b.named(force), b.styles.numberHead)
	}
	g.put(from+1+inner, b.say("sum"), b.styles.numberHead)
	g.row++
	line := func(label string, text, number int, counts func(force string) int) {
		g.put(from, label, text)
		sum := 0
		for i, force := range c.columns.items {
			count := counts(force)
			sum += count
			if count > 0 {
				g.put(from+1+i, count, number)
			}
		}
		g.put(from+1+inner, sum, number)
		g.across(from, from+1+inner, number)
		g.row++
	}
	for _, sector := range c.rows.items {
		line(b.named(sector), b.styles.row, b.styles.number, func(force string) int { return c.counts[[2]string{sector, force}] })
	}
	line(b.say("sum"), b.styles.total, b.styles.totalNumber, func(force string) int {
		return c.sum(func(pair [2]string) bool { return pair[1] == force })
	})
	pivot.area = columnName(from) + cellRow(top) + ":" + columnName(from+1+inner) + cellRow(g.row-1)
	g.before = pivot.place
}

// slicerField is a column of agreements that a slicer chooses from.
type slicerField struct{ id, caption string }

func (b *book) slicerFields() []slicerField {
	p := b.request.Printer
	return []slicerField{{"instrument", p.Column(ledger.Agreements, "instrument")}, {"field", p.Column(ledger.Agreements, "field")},
		{"at_summit", p.Column(ledger.Agreements, "at_summit")}, {"derived.signed", capital(p.Text("workbook.derived.signed"))}}
}

// slicersAt places the slicers side by side from a column on. Each stands in
// the column in which it begins: Excel does not look further.
func (p *pivot) slicersAt(g *grid, column int) {
	fields := p.book.columnsOf(ledger.Agreements, p.source.rows)
	left := 0
	for _, of := range p.book.slicerFields() {
		field := fieldOf(fields, of.id)
		field.caption = of.caption
		for _, ref := range p.source.rows {
			field.meet(field.text(ref))
		}
		slices.Sort(field.items)
		for left >= pixels(g.width(column)) {
			left -= pixels(g.width(column))
			column++
		}
		p.slicers = append(p.slicers, slicer{field: field, options: excelize.SlicerOptions{Name: field.heading, Cell: g.cell(column), Caption: field.caption,
			Width: slicerWidth, Height: slicerHeight, Format: excelize.GraphicOptions{AltText: p.book.say("pivot.slicer", field.caption), OffsetX: left, OffsetY: 6, Positioning: "oneCell"}}})
		left += slicerWidth + slicerSpace
	}
}

// The measures of slicers in pixels.
const (
	slicerWidth  = 176
	slicerHeight = 220
	slicerSpace  = 8
)

// pixels is how wide a column is drawn whose width is counted in digits.
func pixels(width float64) int { return int(width*7 + 5) }

// capital begins a text with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
