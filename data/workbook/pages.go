package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// page is a sheet that is worked out: figures, not records. Every total on it
// is a formula over the sheets of records or over the rows of the page, and
// carries the value that the program shows on the screen.
type page struct {
	id    string // by which it is asked for
	name  string // of the sheet, in the reader's language
	build func(*book, *grid)
}

// PageIDs lists the worked-out sheets in their order.
func PageIDs() []string {
	ids := make([]string, 0, len(allPages()))
	for _, p := range allPages() {
		ids = append(ids, p.id)
	}
	return ids
}

// PagesFor lists the worked-out sheets that a profile has: a pivot table and the
// lists to fill in from are for those who work on, not for readers of a
// publication.
func PagesFor(publication bool) []string {
	ids := PageIDs()
	if publication {
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == pivotPageID || id == listsPageID })
	}
	return ids
}

const pivotPageID = "pivot"

func allPages() []page {
	return []page{
		{id: "contents", build: (*book).contentsPage},
		{id: "summary", build: (*book).summaryPage},
		{id: "bridge", build: (*book).bridgePage},
		{id: "claim_list", build: (*book).claimListPage},
		{id: "board", build: (*book).boardPage},
		{id: "by_stage", build: (*book).byStagePage},
		{id: "cross", build: (*book).crossPage},
		{id: pivotPageID, build: (*book).pivotPage},
		{id: "funnel", build: (*book).funnelPage},
		{id: "money", build: (*book).moneyPage},
		{id: "ladder", build: (*book).ladderPage},
		{id: "score", build: (*book).scorePage},
		{id: "timeline", build: (*book).timelinePage},
		{id: "check_list", build: (*book).checksPage},
		{id: "method", build: (*book).methodPage},
		{id: "dictionary", build: (*book).dictionaryPage},
		{id: listsPageID, build: (*book).listsPage},
	}
}

// planPages makes the sheets that were asked for, empty and in their order.
func (b *book) planPages(names names) error {
	wanted := b.request.Pages
	for _, id := range wanted {
		if ids := PagesFor(b.request.Publication); !slices.Contains(ids, id) {
			return fmt.Errorf("there is no sheet %q; the sheets are %s", id, strings.Join(ids, ", "))
		}
	}
	if wanted == nil && b.request.Selections == nil && b.request.View.Ledger().Summit().Exists() {
		wanted = PagesFor(b.request.Publication)
	}
	for _, p := range allPages() {
		if !slices.Contains(wanted, p.id) {
			continue
		}
		p.name = names.sheet(b.request.Printer.Text("sheet." + p.id))
		if _, err := b.file.NewSheet(p.name); err != nil {
			return fmt.Errorf("sheet %s: %w", p.name, err)
		}
		b.pages = append(b.pages, p)
	}
	return nil
}

// writePages fills the worked-out sheets, once the places of all records are
// known.
func (b *book) writePages() error {
	// The checks take the most memory, and so come before the others take theirs.
	order := slices.Clone(b.pages)
	if checks := slices.IndexFunc(order, func(p page) bool { return p.id == "check_list" }); checks > 0 {
		order = slices.Concat(order[checks:checks+1], order[:checks], order[checks+1:])
	}
	for _, p := range order {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		g := newGrid(b, p.name)
		p.build(b, g)
		if err := g.write(); err != nil {
			return fmt.Errorf("sheet %s: %w", p.name, err)
		}
	}
	return nil
}

func (b *book) say(key string, values ...string) string {
	return b.request.Printer.Text("sheet."+key, values...)
}

// opening writes what stands at the head of every page: its name, what it
// shows, as of which days, and the way back.
func (b *book) opening(g *grid, id string, last int) {
	p, s := b.request.Printer, b.styles
	g.text(1, last, b.say(id), s.title, 22)
	asOf := b.request.View.AsOf()
	g.text(1, last, b.say("about."+id), s.note, 11)
	g.text(1, last, b.say("days", p.Day(asOf.Happened), p.Day(asOf.Known)), s.note, 11)
	for _, page := range b.pages {
		if page.id == "contents" && id != "contents" {
			g.put(1, b.say("back"), s.link)
			g.link(1, target{address: cellAddress(page.name, "A1")})
			g.row++
		}
	}
	g.row++
}

// heads writes the heads of columns; one that begins with # is of numbers.
func (b *book) heads(g *grid, texts ...string) {
	g.heads = append(g.heads, g.row)
	for i, text := range texts {
		style := b.styles.textHead
		text, number := strings.CutPrefix(text, "#")
		if number {
			style = b.styles.numberHead
		}
		g.put(i+1, text, style)
	}
	g.row++
}

// ranges gives the cells of a column on every sheet of a kind; none when the
// workbook does not hold all its records of the view: a formula over some of
// them would not tell what the page says.
func (b *book) ranges(kind ledger.Kind, id string) []string {
	rows := 0
	for _, selection := range b.selections {
		if selection.Kind == kind {
			rows += len(selection.Rows)
		}
	}
	if rows != b.request.View.Len(kind) {
		return nil
	}
	return b.rangesShown(kind, id)
}

// rangesShown is ranges over the rows that the workbook holds, be they some or
// all.
func (b *book) rangesShown(kind ledger.Kind, id string) []string {
	var list []string
	for _, d := range b.described {
		if place, ok := d.places[id]; ok && d.kind == kind && d.rows > 0 {
			letters := columnName(place)
			list = append(list, cellAddress(d.sheet, "$"+letters+"$2:$"+letters+"$"+strconv.Itoa(d.rows+1)))
		}
	}
	return list
}

// condition is a column of a kind that holds a text.
type condition struct{ id, text string }

// quoted writes a text as formulas do.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// countIf counts the rows of a kind that fulfil all conditions, over all its
// sheets; "" when the records are not in the workbook.
func (b *book) countIf(kind ledger.Kind, conditions ...condition) string {
	return b.over(b.ranges, kind, "COUNTIFS(", "", conditions)
}

// over applies a function of Excel to the rows of a kind that fulfil all
// conditions; sum is the column it adds up, "" when it only counts; of gives
// the cells of a column.
func (b *book) over(of func(ledger.Kind, string) []string, kind ledger.Kind, function, sum string, conditions []condition) string {
	var parts []string
	sheets := 0
	for _, condition := range conditions {
		sheets = max(sheets, len(of(kind, condition.id)))
	}
	for sheet := range sheets {
		var arguments []string
		if sum != "" {
			ranges := of(kind, sum)
			if sheet >= len(ranges) {
				return ""
			}
			arguments = append(arguments, ranges[sheet])
		}
		for _, condition := range conditions {
			ranges := of(kind, condition.id)
			if sheet >= len(ranges) {
				return ""
			}
			arguments = append(arguments, ranges[sheet], quoted(condition.text))
		}
		parts = append(parts, function+strings.Join(arguments, ",")+")")
	}
	return strings.Join(parts, "+")
}

// countRows counts all rows of a kind.
func (b *book) countRows(kind ledger.Kind) string {
	id := "key"
	if !kind.Keyed() {
		id = kind.Columns()[0].Name
	}
	var parts []string
	for _, cells := range b.ranges(kind, id) {
		parts = append(parts, "ROWS("+cells+")")
	}
	return strings.Join(parts, "+")
}

// figure writes a formula with its value, or the value alone when the records
// it would read are not in the workbook.
func (g *grid) figure(column int, formula string, value any, style int) {
	if formula == "" {
		g.put(column, value, style)
		return
	}
	g.formula(column, formula, value, style)
}

// sumRow adds up the rows of counts above it, column by column up to the last.
func (b *book) sumRow(g *grid, top, bottom, last int) {
	g.put(1, b.say("sum"), b.styles.total)
	for column := 2; column <= last; column++ {
		sum := 0
		for row := top; row <= bottom; row++ {
			if count, ok := g.at(row, column).Value.(int); ok {
				sum += count
			}
		}
		letters := columnName(column)
		g.formula(column, fmt.Sprintf("SUM(%s%d:%s%d)", letters, top, letters, bottom), sum, b.styles.totalNumber)
	}
	g.row++
}

// stageName is what a lane of the pipeline is called.
func (b *book) stageName(stage ledger.Stage) string {
	if stage == ledger.NoStage {
		return b.request.Printer.Word("stage", "none")
	}
	return b.request.Printer.Word("stage", stage.String())
}

// chartFont is the type of charts: that of the sheets, in publications never
// smaller than their smallest.
func (b *book) chartFont(size float64) excelize.Font {
	if b.request.Publication {
		size = max(size, 10)
	}
	return excelize.Font{Family: b.styles.family, Size: size, Color: softInk}
}
