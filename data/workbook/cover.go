package workbook

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// coverWidths are the columns of the cover in characters: a margin, labels,
// values, and two of running text.
func coverWidths() []float64 { return []float64{2, 27, 20, 52, 52} }

// The columns of the cover.
const (
	labelColumn = "B"
	valueColumn = "C"
	textColumn  = "D"
	lastColumn  = "E"
)

// rowPadding is what rows of the cover are higher than their text, in points.
const rowPadding = 3

// coverPage is the cover being filled from the top. The first error stops it.
type coverPage struct {
	book *book
	row  int
	err  error
}

// writeCover fills the first sheet: what the file is, as of which days, what
// each sheet holds and leaves out, when and with what it was made.
func (b *book) writeCover() error {
	c := &coverPage{book: b, row: 1}
	for i, width := range coverWidths() {
		letters, err := excelize.ColumnNumberToName(i + 1)
		c.do(errors.Join(err, b.file.SetColWidth(b.cover, letters, letters, width)))
	}
	c.do(b.file.SetSheetView(b.cover, 0, &excelize.ViewOptions{ShowGridLines: pointer(false)}))
	c.do(b.file.SetSheetProps(b.cover, &excelize.SheetPropsOptions{FitToPage: pointer(true), TabColorRGB: pointer("FF" + accent)}))
	c.banner()
	c.heading()
	c.days()
	c.list()
	c.making()
	c.do(b.setPage(b.cover, false, coverWidths()))
	if c.row <= rowsOnOnePage {
		c.do(b.file.SetPageLayout(b.cover, &excelize.PageLayoutOptions{FitToHeight: pointer(1)}))
	}
	return c.err
}

func (c *coverPage) do(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *coverPage) text(key string, values ...string) string {
	return c.book.request.Printer.Text("workbook."+key, values...)
}

// put writes a value in a column of the row at hand.
func (c *coverPage) put(column string, content any, style int) {
	cell := column + strconv.Itoa(c.row)
	if text, ok := content.(string); ok {
		text, _ = cellText(text)
		c.do(c.book.file.SetCellStr(c.book.cover, cell, text))
	} else {
		c.do(c.book.file.SetCellValue(c.book.cover, cell, content))
	}
	c.do(c.book.file.SetCellStyle(c.book.cover, cell, cell, style))
}

func (c *coverPage) height(points float64) {
	c.do(c.book.file.SetRowHeight(c.book.cover, c.row, points))
}

// across writes a text over several columns, wrapped, with the height it needs.
func (c *coverPage) across(from, to, content string, style int, size float64) {
	row := strconv.Itoa(c.row)
	c.do(c.book.file.MergeCell(c.book.cover, from+row, to+row))
	c.put(from, content, style)
	c.do(c.book.file.SetCellStyle(c.book.cover, from+row, to+row, style))
	room := 0.0
	for i, width := range coverWidths() {
		if letters := string(rune('A' + i)); letters >= from && letters <= to {
			room += width
		}
	}
	c.height(linesOf(content, room*11/size)*size*1.4 + rowPadding)
}

// linesOf estimates how many lines a text takes in a room of so many
// characters; a little is left for words that do not fit.
func linesOf(text string, room float64) float64 {
	lines := 0
	for part := range strings.SplitSeq(text, "\n") {
		width := float64(uniseg.StringWidth(part))
		if width < 1.3*float64(utf8.RuneCountInString(part)) {
			width *= narrowness(part) // letters are narrower than digits, signs of East Asia exactly two of them
		}
		lines += 1 + int(width/room)
	}
	return float64(lines)
}

// narrowness is how wide the letters of a text are on average, to a digit.
func narrowness(text string) float64 {
	const latin, cyrillic = 0.91, 0.99
	if strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) >= 0 {
		return cyrillic
	}
	return latin
}

// banner says in large letters that the data are made up, when they are.
func (c *coverPage) banner() {
	if !c.book.request.Generated {
		return
	}
	c.across(labelColumn, lastColumn, c.text("generated"), c.book.styles.banner, 30)
	c.row += 2
}

func (c *coverPage) heading() {
	r, p := c.book.request, c.book.request.Printer
	l := r.View.Ledger()
	summit := l.Summit()
	if !summit.Exists() {
		c.across(labelColumn, lastColumn, c.text("no_summit"), c.book.styles.title, 22)
		c.row++
	} else {
		c.across(labelColumn, lastColumn, p.Title(l, summit), c.book.styles.title, 22)
		c.row++
		c.across(labelColumn, lastColumn, summitLine(l, p, summit), c.book.styles.subtitle, 13)
		c.row++
	}
	if r.Title != "" {
		c.across(labelColumn, lastColumn, r.Title, c.book.styles.subtitle, 13)
		c.row++
	}
	c.row++
	c.across(labelColumn, lastColumn, c.text("purpose"), c.book.styles.note, 11)
	c.row += 2
}

// summitLine gives days, places and countries of the summit.
func summitLine(l *ledger.Ledger, p *locale.Printer, summit ledger.Ref) string {
	parts := []string{p.Days(l.Starts(), l.Ends())}
	for _, name := range []string{"places", "countries"} {
		if text := p.Cell(l, summit, ledger.Summits.Column(name)); text != "" {
			parts = append(parts, listed(text))
		}
	}
	return strings.Join(parts, " · ")
}

// listed writes a cell of several parts as running text.
func listed(cell string) string {
	parts := ledger.Keys(cell)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, ", ")
}

func (c *coverPage) section(title string) {
	c.put(labelColumn, title, c.book.styles.section)
	row := strconv.Itoa(c.row)
	c.do(c.book.file.SetCellStyle(c.book.cover, labelColumn+row, lastColumn+row, c.book.styles.section))
	c.height(24)
	c.row++
}

// day writes a day with what it means.
func (c *coverPage) day(label string, day ledger.Day, meaning string) {
	c.put(labelColumn, label, c.book.styles.label)
	switch content := dayValue(day); content.form {
	case calendarDay:
		c.put(valueColumn, int64(content.number), c.book.styles.day)
	case plainText:
		c.put(valueColumn, content.text, c.book.styles.value)
	}
	c.across(textColumn, lastColumn, meaning, c.book.styles.note, 11)
	c.row++
}

func (c *coverPage) days() {
	v := c.book.request.View
	asOf := v.AsOf()
	c.section(c.text("section.days"))
	c.day(c.text("happened"), asOf.Happened, c.text("happened.meaning"))
	c.day(c.text("known"), asOf.Known, c.text("known.meaning"))
	c.day(c.text("recorded"), v.Ledger().RecordedDay(), c.text("recorded.meaning"))
	c.row++
}

// list names the sheets, how many rows each has, and what was left out.
func (c *coverPage) list() {
	s := c.book.styles
	c.section(c.text("section.sheets"))
	c.put(labelColumn, c.text("list.sheet"), s.columnHead)
	c.put(valueColumn, c.text("list.rows"), s.rightHead)
	c.put(textColumn, "  "+c.text("list.filter"), s.columnHead)
	c.put(lastColumn, c.text("list.hidden"), s.columnHead)
	c.height(18)
	c.row++
	for _, view := range c.book.views {
		c.view(view)
	}
	for of, selection := range c.book.selections {
		c.selection(of, selection)
	}
	c.row++
}

// view writes the line of a saved view.
func (c *coverPage) view(v *viewSheet) {
	p, l, selection := c.book.request.Printer, v.saved.View.Ledger(), v.saved.Selection
	asOf := v.saved.View.AsOf()
	c.put(labelColumn, v.name, c.book.styles.sheetLink)
	c.do(c.book.setLink(c.book.cover, labelColumn+strconv.Itoa(c.row), target{address: cellAddress(v.name, "A1")}))
	c.line(v.saved.Opened.Kind, len(selection.Rows), selection.Query.Describe(p, l), c.book.say("days", p.Day(asOf.Happened), p.Day(asOf.Known)))
}

// selection writes one line per sheet of a selection; one without rows has no
// sheet and says so.
func (c *coverPage) selection(of int, selection Selection) {
	p, s := c.book.request.Printer, c.book.styles
	filter := selection.Filter
	if filter == "" {
		filter = c.text("list.all")
	}
	var hidden []string
	for _, reason := range selection.Hidden {
		hidden = append(hidden, c.text("list.reason", p.Integer(reason.Count), reason.Text))
	}
	left := strings.Join(hidden, "\n")
	if left == "" {
		left = c.text("list.nothing")
	}
	if len(selection.Rows) == 0 {
		c.put(labelColumn, p.Table(selection.Kind), s.listMuted)
		c.line(selection.Kind, 0, filter, left)
	}
	for _, sheet := range c.book.sheets {
		if sheet.of != of {
			continue
		}
		if !sheet.first {
			left = c.text("list.continued")
		}
		c.put(labelColumn, sheet.name, s.sheetLink)
		c.do(c.book.setLink(c.book.cover, labelColumn+strconv.Itoa(c.row), target{address: cellAddress(sheet.name, "A1")}))
		c.line(selection.Kind, len(sheet.rows), filter, left)
	}
}

// line writes count, filter and what is left out. The count is a real number
// whose format carries the unit, so that it can be read and added up.
func (c *coverPage) line(kind ledger.Kind, count int, filter, left string) {
	p := c.book.request.Printer
	format := countFormat(p.Records(kind, count), p.Integer(count))
	style, err := c.book.file.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Size: 11, Color: ink, Family: fontFamily(p.Language())},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "right"}, Border: line("bottom", hairline, 1)})
	c.do(err)
	c.put(valueColumn, count, style)
	c.put(textColumn, filter, c.book.styles.listIndented)
	c.put(lastColumn, left, c.book.styles.listText)
	room := coverWidths()
	c.height(max(linesOf(filter, room[3]-2), linesOf(left, room[4]))*15.4 + rowPadding)
	c.row++
}

// countFormat makes a number format of a counted text: "123 deals" becomes
// #,##0" deals".
func countFormat(counted, number string) string {
	before, after, found := strings.Cut(counted, number)
	if !found {
		return "#,##0"
	}
	quoted := func(text string) string {
		if text == "" {
			return ""
		}
		return `"` + strings.ReplaceAll(text, `"`, "") + `"`
	}
	return quoted(before) + "#,##0" + quoted(after)
}

// making says when and with what the file was made, and how to read it.
func (c *coverPage) making() {
	r, p, s := c.book.request, c.book.request.Printer, c.book.styles
	c.section(c.text("section.making"))
	if !r.Now.IsZero() {
		c.put(labelColumn, c.text("made"), s.label)
		c.put(valueColumn, r.Now.UTC().Format("2006-01-02 15:04 MST"), s.value)
		c.row++
	}
	if program := strings.TrimSpace(r.Program + " " + r.Version); program != "" {
		c.put(labelColumn, c.text("program"), s.label)
		c.put(valueColumn, program, s.value)
		c.row++
	}
	c.row++
	notes := []string{c.text("note.sources"), c.text("note.derived", c.text("derived", "…")), c.text("note.dates"), c.text("note.amounts")}
	if r.Generated {
		notes[0] = c.text("note.generated")
	}
	if len(c.book.pages) > 0 { // or the workbook has no answers to claims
		if own, _ := c.book.ownClaims(); len(own) > 0 {
			notes = append(notes, p.Text("sheet.own", p.Records(ledger.Claims, len(own))))
		}
	}
	if c.book.cut > 0 {
		notes = append(notes, p.Count("workbook.note.cut", c.book.cut, strings.TrimSpace(cutMark)))
	}
	if len(c.book.unlinked) > 0 {
		notes = append(notes, c.text("note.links", p.Integer(c.book.limits.links), strings.Join(c.book.unlinked, ", ")))
	}
	for _, note := range notes {
		c.across(labelColumn, lastColumn, note, s.note, 11)
		c.row++
	}
}
