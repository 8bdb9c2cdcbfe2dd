package workbook

import (
	"strconv"

	"github.com/rivo/uniseg"
	"github.com/xuri/excelize/v2"
)

// writeSheet writes the records of a sheet and makes them an Excel Table.
func (b *book) writeSheet(s *sheet) error {
	columns := b.columnsOf(s.kind, s.rows)
	widths := b.widths(columns, s)
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: pointer(true)}); err != nil {
		return err
	}
	// The stream writes what stands before the rows at the first row, and what
	// stands after them when it is flushed: every call here has its place.
	stream, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := b.setFrame(stream, s, columns, widths); err != nil {
		return err
	}
	if err := stream.SetRow("A1", b.headings(columns), excelize.RowOpts{Height: headingHeight(columns, widths)}); err != nil {
		return err
	}
	b.describe(s, columns)
	// The stream ends after the headings; the rows are set in when the archive
	// is written.
	kept := &store{}
	b.stores[sheetPath(stream.SheetID)] = kept
	if err := b.storeRows(s, columns, kept); err != nil {
		return err
	}
	area, err := areaOf(len(columns), len(s.rows)+1)
	if err != nil {
		return err
	}
	if err := b.numbersAsText(s.name, area); err != nil {
		return err
	}
	if err := b.offerWords(s, columns); err != nil {
		return err
	}
	if err := b.setPage(s.name, true, visibleWidths(columns, widths)); err != nil {
		return err
	}
	if err := stream.AddTable(&excelize.Table{Range: area, Name: s.table, StyleName: "TableStyleLight1", ShowRowStripes: pointer(false)}); err != nil {
		return err
	}
	return stream.Flush()
}

// setFrame sets widths and keeps the header row in sight, with the key beside
// it where records have one.
func (b *book) setFrame(stream *excelize.StreamWriter, s *sheet, columns []column, widths []float64) error {
	for i, width := range widths {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
		if columns[i].hidden {
			if err := stream.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	if b.request.Publication {
		return nil
	}
	panes := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}
	if s.kind.Keyed() {
		panes = excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: "B2", ActiveCell: "B2", Pane: "bottomRight"}}}
	}
	return stream.SetPanes(&panes)
}

func (b *book) headings(columns []column) []any {
	cells := make([]any, len(columns))
	for i := range columns {
		style := b.styles.header
		if columns[i].derived {
			style = b.styles.derivedHeader
		}
		cells[i] = excelize.Cell{StyleID: style, Value: columns[i].heading}
	}
	return cells
}

// The measures of columns, in characters of the body type.
const (
	narrowest     = 9
	cellPadding   = 2
	filterButton  = 3
	measuredRows  = 400
	lineHeight    = 15
	mostHeadLines = 4
)

// widths measures the first rows: wide enough for what is there, within what
// the column allows, and for the longest word of the heading.
func (b *book) widths(columns []column, s *sheet) []float64 {
	widths := make([]float64, len(columns))
	for i := range columns {
		heading := columns[i].heading
		widths[i] = max(narrowest, longestWord(heading)+filterButton, float64(uniseg.StringWidth(heading))/2+filterButton)
		for _, ref := range s.rows[:min(len(s.rows), measuredRows)] {
			widths[i] = max(widths[i], b.widthOf(columns[i].cell(ref))+cellPadding)
			if widths[i] >= columns[i].widest {
				widths[i] = columns[i].widest
				break
			}
		}
	}
	return widths
}

func (b *book) widthOf(content value) float64 {
	switch content.form {
	case nothing:
		return 0
	case plainText, linkText:
		return float64(uniseg.StringWidth(content.text))
	case calendarDay:
		return float64(len(dateFormat))
	}
	digits := len(strconv.FormatFloat(content.number, 'f', -1, 64))
	return float64(digits + digits/3)
}

// longestWord measures the part of a heading that cannot be broken. Japanese
// breaks anywhere.
func longestWord(heading string) float64 {
	longest, width, state := 0, 0, -1
	for len(heading) > 0 {
		var segment string
		segment, heading, _, state = uniseg.FirstLineSegmentInString(heading, state)
		width = uniseg.StringWidth(segment)
		longest = max(longest, width)
	}
	return float64(longest)
}

// headingHeight gives the header row as many lines as its headings need.
func headingHeight(columns []column, widths []float64) float64 {
	lines := 1
	for i := range columns {
		lines = max(lines, wrappedLines(columns[i].heading, int(widths[i])-filterButton))
	}
	return float64(min(lines, mostHeadLines))*lineHeight + 6
}

// wrappedLines counts the lines that a heading takes in a room of so many
// characters.
func wrappedLines(heading string, room int) int {
	lines, filled, state := 1, 0, -1
	for len(heading) > 0 {
		var segment string
		segment, heading, _, state = uniseg.FirstLineSegmentInString(heading, state)
		width := uniseg.StringWidth(segment)
		if filled > 0 && filled+width > room {
			lines, filled = lines+1, 0
		}
		filled += width
	}
	return lines
}

// areaOf names the cells from A1 to the last column and row.
func areaOf(columns, rows int) (string, error) {
	last, err := excelize.CoordinatesToCellName(columns, rows)
	return "A1:" + last, err
}

func pointer[T any](of T) *T { return &of }

func visibleWidths(columns []column, widths []float64) []float64 {
	var visible []float64
	for i, width := range widths {
		if !columns[i].hidden {
			visible = append(visible, width)
		}
	}
	return visible
}
