package workbook

import (
	"fmt"
	"strconv"

	"github.com/rivo/uniseg"
	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// viewSheet is a saved view on its sheet, being written.
type viewSheet struct {
	book    *book
	saved   SavedSheet
	name    string
	columns []viewColumn
	groups  bool // groups stand in a column of their own, before the others
	widths  []float64
	stream  *excelize.StreamWriter
	row     int
	links   []link
}

// viewHeadRows are the rows of a view above the heads of its columns: name, rows,
// filter, order, days, an empty one and the sums.
const viewHeadRows = 7

// planViews makes the sheets of saved views, empty and in their order.
func (b *book) planViews(names names) error {
	for _, saved := range b.request.Views {
		v := &viewSheet{book: b, saved: saved, name: names.sheet(saved.Opened.Saved.Name), groups: len(saved.Selection.Groups) > 0}
		if _, err := b.file.NewSheet(v.name); err != nil {
			return fmt.Errorf("sheet %s: %w", v.name, err)
		}
		if lines := len(saved.Selection.Rows) + len(saved.Selection.Groups) + viewHeadRows + 1; lines > b.limits.rows {
			return fmt.Errorf("the view %q lists %d records in groups, more than a sheet holds: narrow it down", saved.Opened.Saved.Name, len(saved.Selection.Rows))
		}
		b.views = append(b.views, v)
	}
	return nil
}

// writeViews fills the sheets of saved views.
func (b *book) writeViews() error {
	for _, v := range b.views {
		v.columns = b.columnsOfView(v.saved)
		if err := v.write(); err != nil {
			return fmt.Errorf("sheet %s: %w", v.name, err)
		}
	}
	return nil
}

// write streams the sheet.
func (v *viewSheet) write() (err error) {
	b, file := v.book, v.book.file
	v.measure()
	if err := file.SetSheetProps(v.name, &excelize.SheetPropsOptions{FitToPage: pointer(true), OutlineSummaryBelow: pointer(false)}); err != nil {
		return err
	}
	if v.stream, err = file.NewStreamWriter(v.name); err != nil {
		return err
	}
	if err := v.frame(); err != nil {
		return err
	}
	if err := v.head(); err != nil {
		return err
	}
	if err := v.rows(); err != nil {
		return err
	}
	path := sheetPath(v.stream.SheetID)
	if len(v.links) > 0 {
		if err := b.storeLinks(path, v.links); err != nil {
			return err
		}
	}
	area, err := areaOf(len(v.widths), max(v.row, viewHeadRows+2))
	if err != nil {
		return err
	}
	if err := b.numbersAsText(v.name, area); err != nil {
		return err
	}
	heads := "$" + strconv.Itoa(viewHeadRows+1)
	if !b.request.Publication && !v.groups && len(v.saved.Selection.Rows) > 0 {
		cells := fmt.Sprintf("A%d:%s%d", viewHeadRows+1, columnName(len(v.widths)), v.row)
		if err := file.AutoFilter(v.name, cells, nil); err != nil {
			return err
		}
	}
	if err := b.setPage(v.name, false, v.widths); err != nil {
		return err
	}
	if err := file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: cellAddress(v.name, heads+":"+heads), Scope: v.name}); err != nil {
		return err
	}
	return v.stream.Flush()
}

// first is the number of the first column of the view.
func (v *viewSheet) first() int {
	if v.groups {
		return 2
	}
	return 1
}

// measure gives the columns their widths, by their first rows.
func (v *viewSheet) measure() {
	if v.groups {
		width := float64(narrowest)
		for i := range v.saved.Selection.Groups {
			label, level := v.label(&v.saved.Selection.Groups[i])
			width = max(width, float64(uniseg.StringWidth(label)+4*level+cellPadding))
		}
		v.widths = append(v.widths, min(width, widestWord))
	}
	rows := v.saved.Selection.Rows
	for _, column := range v.columns {
		width := max(narrowest, longestWord(column.heading)+filterButton, float64(uniseg.StringWidth(column.heading))/2+filterButton)
		if column.added != nil { // room for the sum
			width = max(width, v.book.widthOf(amountValue(column.sumOf(rows)))+cellPadding)
		}
		for _, ref := range rows[:min(len(rows), measuredRows)] {
			width = max(width, v.book.widthOf(column.cell(ref))+cellPadding)
		}
		v.widths = append(v.widths, min(width, max(column.widest, longestWord(column.heading)+filterButton)))
	}
	v.widths = append(v.widths, narrowest+filterButton)
}

// label names a group by its value.
func (v *viewSheet) label(group *query.Group) (label string, level int) {
	q := v.saved.Selection.Query
	field, _ := query.FieldOf(q.Kind, q.Group[group.Level])
	return locale.Capital(v.book.fieldValue(v.saved.View.Ledger(), field, group.Value)), group.Level
}

func (v *viewSheet) frame() error {
	for i, width := range v.widths {
		if err := v.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if v.book.request.Publication {
		return nil
	}
	top := "A" + strconv.Itoa(viewHeadRows+2)
	return v.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: viewHeadRows + 1, TopLeftCell: top, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: top, ActiveCell: top, Pane: "bottomLeft"}}})
}

// set writes the next row.
func (v *viewSheet) set(cells []any, options excelize.RowOpts) error {
	v.row++
	return v.stream.SetRow("A"+strconv.Itoa(v.row), cells, options)
}

// across writes a text over all columns.
func (v *viewSheet) across(text string, style int, size float64) error {
	text, _ = cellText(text)
	room := 0.0
	for _, width := range v.widths {
		room += width
	}
	if err := v.set([]any{excelize.Cell{StyleID: style, Value: text}}, excelize.RowOpts{Height: linesOf(text, room*11/size)*size*1.4 + rowPadding}); err != nil {
		return err
	}
	if len(v.widths) == 1 {
		return nil
	}
	return v.stream.MergeCell("A"+strconv.Itoa(v.row), columnName(len(v.widths))+strconv.Itoa(v.row))
}

// head writes what the view is, what it leaves out, and its sums above the
// heads of the columns, where they stay in sight and follow a filter.
func (v *viewSheet) head() error {
	b, p, s := v.book, v.book.request.Printer, v.book.styles
	l, o := v.saved.View.Ledger(), v.saved.Opened
	selection, asOf := v.saved.Selection, v.saved.View.AsOf()
	for _, line := range []struct {
		text  string
		style int
		size  float64
	}{
		{o.Saved.Name, s.title, 22},
		{b.say("view.rows", p.Records(o.Kind, len(selection.Rows)), p.Integer(selection.All)), s.note, 11},
		{b.say("view.filter", selection.Query.Describe(p, l)), s.note, 11},
		{v.order(), s.note, 11},
		{b.say("days", p.Day(asOf.Happened), p.Day(asOf.Known)), s.note, 11},
	} {
		if err := v.across(line.text, line.style, line.size); err != nil {
			return err
		}
	}
	if err := v.back(); err != nil {
		return err
	}
	from, to := viewHeadRows+2, max(viewHeadRows+2, viewHeadRows+1+len(selection.Rows)+len(selection.Groups))
	if err := v.sums(b.say("sum"), selection.Rows, from, to, excelize.RowOpts{}, s.total, s.totalNumber); err != nil {
		return err
	}
	cells := make([]any, 0, len(v.widths))
	if v.groups {
		cells = append(cells, excelize.Cell{StyleID: s.header, Value: b.say("view.group")})
	}
	for _, column := range v.columns {
		cells = append(cells, excelize.Cell{StyleID: s.header, Value: column.heading})
	}
	cells = append(cells, excelize.Cell{StyleID: s.header, Value: b.say("contents.rows")})
	height := 1
	for i, column := range v.columns {
		height = max(height, wrappedLines(column.heading, int(v.widths[v.first()-1+i])-filterButton))
	}
	return v.set(cells, excelize.RowOpts{Height: float64(min(height, mostHeadLines))*lineHeight + 6})
}

// back leads to the contents, where there is one.
func (v *viewSheet) back() error {
	cells := []any{}
	for _, page := range v.book.pages {
		if page.id == "contents" {
			cells = append(cells, excelize.Cell{StyleID: v.book.styles.link, Value: v.book.say("back")})
			v.links = append(v.links, link{"A" + strconv.Itoa(v.row+1), target{address: cellAddress(page.name, "A1")}})
		}
	}
	return v.set(cells, excelize.RowOpts{})
}

// order says in words how the rows are ordered and grouped.
func (v *viewSheet) order() string {
	b, p, q := v.book, v.book.request.Printer, v.saved.Selection.Query
	text := ""
	for _, by := range q.Sort {
		key := "view.up"
		if by.Descending {
			key = "view.down"
		}
		if text != "" {
			text += ", "
		}
		text += b.say(key, p.Column(q.Kind, by.Field))
	}
	if text == "" {
		text = b.say("view.as_filed")
	}
	text = b.say("view.order", text)
	groups := ""
	for i, field := range q.Group {
		if i > 0 {
			groups += ", "
		}
		groups += p.Column(q.Kind, field)
	}
	if groups != "" {
		text += " " + b.say("view.grouped", groups)
	}
	return text
}

// sums writes a line of sums over the rows from one to another: of the whole
// view, or of a group of it. SUBTOTAL passes over sums among them, so that
// groups inside groups count once.
func (v *viewSheet) sums(label string, refs []ledger.Ref, from, to int, options excelize.RowOpts, text, number int) error {
	cells := make([]any, len(v.widths))
	for i := range cells {
		cells[i] = excelize.Cell{StyleID: text}
	}
	label, _ = cellText(label)
	cells[0] = excelize.Cell{StyleID: text, Value: label}
	subtotal := func(column int, cached any) {
		letters := columnName(column)
		cells[column-1] = excelize.Cell{StyleID: number, Formula: fmt.Sprintf("SUBTOTAL(109,%s%d:%s%d)", letters, from, letters, to), Value: cached}
	}
	for i, column := range v.columns {
		if column.added != nil {
			subtotal(v.first()+i, exact(column.sumOf(refs)))
		}
	}
	subtotal(len(v.widths), len(refs))
	return v.set(cells, options)
}

// rows writes the records under the lines of their groups.
func (v *viewSheet) rows() error {
	selection, s := v.saved.Selection, v.book.styles
	groups := selection.Groups
	level := 0
	for i, ref := range selection.Rows {
		if i%rowsBetweenLooks == 0 {
			if err := v.book.ctx.Err(); err != nil {
				return err
			}
		}
		for len(groups) > 0 && groups[0].First == i {
			group := groups[0]
			inner := 0 // groups that stand inside it
			for _, next := range groups[1:] {
				if next.First >= group.First+group.Rows || next.Level <= group.Level {
					break
				}
				inner++
			}
			label, _ := v.label(&group)
			options := excelize.RowOpts{OutlineLevel: group.Level}
			if err := v.sums(label, selection.Rows[group.First:group.First+group.Rows], v.row+2, v.row+1+inner+group.Rows, options, s.groupInner[group.Level], s.groupNumber); err != nil {
				return err
			}
			level, groups = group.Level+1, groups[1:]
		}
		cells, height := make([]any, 0, len(v.widths)), 1.0
		if v.groups {
			cells = append(cells, excelize.Cell{StyleID: s.row})
		}
		for j, column := range v.columns {
			content := column.cell(ref)
			if column.leads && content.form == plainText && len(v.links) < v.book.limits.links {
				if to := v.book.rowOf(ref); to.address != "" {
					v.links = append(v.links, link{columnName(v.first()+j) + strconv.Itoa(v.row+1), to})
					content.form = linkText
				}
			}
			if content.form == plainText || content.form == linkText {
				height = max(height, linesOf(content.text, v.widths[v.first()-1+j]-cellPadding))
			}
			cells = append(cells, v.cell(content))
		}
		cells = append(cells, excelize.Cell{StyleID: s.number, Value: 1})
		options := excelize.RowOpts{OutlineLevel: level}
		if height > 1 {
			options.Height = min(height*15.4+rowPadding, highestRow)
		}
		if err := v.set(cells, options); err != nil {
			return err
		}
	}
	return nil
}

// highestRow is how high Excel lets a row be, in points.
const highestRow = 409

// cell writes a value.
func (v *viewSheet) cell(content value) excelize.Cell {
	s := v.book.styles
	cell := excelize.Cell{StyleID: [...]int{nothing: s.row, plainText: s.row, linkText: s.link, wholeNumber: s.number, fraction: s.rate, calendarDay: s.rowDay}[content.form]}
	switch content.form {
	case plainText, linkText:
		text, cut := cellText(content.text)
		if cut {
			v.book.cut++
		}
		cell.Value = text
	case wholeNumber, calendarDay:
		cell.Value = int64(content.number)
	case fraction:
		cell.Value = content.number
	}
	return cell
}
