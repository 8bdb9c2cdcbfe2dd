package workbook

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// grid is a sheet that is worked out rather than a table of records. It is
// filled from the top and then streamed, because only a stream can write a
// formula together with its value: readers that do not calculate, such as
// previews, show the same figures.
type grid struct {
	book    *book
	name    string
	row     int               // being filled, from 1
	cells   [][]excelize.Cell // by row and column, from 1
	heights map[int]float64
	levels  map[int]int // of the outline
	widths  []float64
	merges  [][2]string
	links   []link
	charts  []placedChart
	breaks  []string     // cells above which a new page begins in print
	heads   []int        // rows of the heads of columns
	single  bool         // one page in print, when it is not too long
	before  func() error // what has to be made before the sheet is streamed; nil: nothing
	last    int          // lowest row filled
	wide    int          // rightmost column filled
	err     error
}

type placedChart struct {
	cell    string
	chart   *excelize.Chart
	with    []*excelize.Chart
	outline string // colour of bars that get an outline, so that an empty one is a stroke; "": none
}

func newGrid(b *book, name string, widths ...float64) *grid {
	return &grid{book: b, name: name, row: 1, widths: widths, heights: map[int]float64{}, levels: map[int]int{}}
}

// put writes a value into a column of the row at hand, from 1.
func (g *grid) put(column int, content any, style int) {
	g.set(column, excelize.Cell{Value: content, StyleID: style})
}

// formula writes a formula with the value that the program has worked out.
func (g *grid) formula(column int, formula string, cached any, style int) {
	g.set(column, excelize.Cell{Formula: formula, Value: cached, StyleID: style})
}

func (g *grid) set(column int, cell excelize.Cell) {
	if text, ok := cell.Value.(string); ok {
		cell.Value, _ = cellText(text)
	}
	for len(g.cells) <= g.row {
		g.cells = append(g.cells, nil)
	}
	if g.cells[g.row] == nil {
		g.cells[g.row] = make([]excelize.Cell, 0, max(len(g.widths), column)+1)
	}
	for len(g.cells[g.row]) <= column {
		g.cells[g.row] = append(g.cells[g.row], excelize.Cell{})
	}
	g.cells[g.row][column] = cell
	g.last, g.wide = max(g.last, g.row), max(g.wide, column)
}

// at gives a cell that was filled, an empty one where none was.
func (g *grid) at(row, column int) excelize.Cell {
	if row >= len(g.cells) || column >= len(g.cells[row]) {
		return excelize.Cell{}
	}
	return g.cells[row][column]
}

func blank(cell excelize.Cell) bool {
	return cell.Value == nil && cell.Formula == "" && cell.StyleID == 0
}

// style gives cells of the row a style of their own: rules that go across.
func (g *grid) across(from, to, style int) {
	for column := from; column <= to; column++ {
		if blank(g.at(g.row, column)) {
			g.set(column, excelize.Cell{StyleID: style})
		}
	}
}

// text writes a text over several columns, wrapped, with the height it needs.
func (g *grid) text(from, to int, content string, style int, size float64) {
	g.put(from, content, style)
	room := 0.0
	for column := from; column <= to; column++ {
		room += g.width(column)
	}
	if to > from {
		g.merges = append(g.merges, [2]string{g.cell(from), g.cell(to)})
	}
	g.heights[g.row] = max(g.heights[g.row], linesOf(content, room*11/size)*size*1.4+rowPadding)
	g.row++
}

func (g *grid) width(column int) float64 {
	if column <= len(g.widths) {
		return g.widths[column-1]
	}
	return narrowest
}

// link makes a cell of the row at hand lead somewhere.
func (g *grid) link(column int, to target) {
	if to.address != "" {
		g.links = append(g.links, link{g.cell(column), to})
	}
}

// cell names a cell of the row at hand.
func (g *grid) cell(column int) string { return columnName(column) + strconv.Itoa(g.row) }

// fixed names it as formulas of other cells do.
func (g *grid) fixed(column int) string { return "$" + columnName(column) + "$" + strconv.Itoa(g.row) }

func columnName(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return "A"
	}
	return name
}

// area names a block of this sheet as charts and formulas of other sheets do.
func (g *grid) area(from, top, to, bottom int) string {
	return cellAddress(g.name, fmt.Sprintf("$%s$%d:$%s$%d", columnName(from), top, columnName(to), bottom))
}

// height gives a row the lines that its texts need; programs do not do it by
// themselves for rows that are written.
func (g *grid) height(row int) float64 {
	if g.heights[row] > 0 {
		return g.heights[row]
	}
	lines := 1.0
	for column, cell := range g.cells[row] {
		if text, ok := cell.Value.(string); ok && text != "" {
			lines = max(lines, linesOf(text, g.width(column)-2))
		}
	}
	if lines == 1 {
		return 0
	}
	return lines*15.4 + rowPadding
}

// chart places a chart with its corner in a cell.
func (g *grid) chart(cell string, chart *excelize.Chart, with ...*excelize.Chart) {
	g.charts = append(g.charts, placedChart{cell: cell, chart: chart, with: with})
}

// write streams the sheet.
func (g *grid) write() error {
	if g.err != nil {
		return g.err
	}
	file := g.book.file
	// Hairlines of the sheet would compete with those of the page.
	if err := file.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: pointer(true), OutlineSummaryBelow: pointer(false)}); err != nil {
		return err
	}
	if g.before != nil {
		if err := g.before(); err != nil {
			return err
		}
	}
	stream, err := file.NewStreamWriter(g.name)
	if err != nil {
		return err
	}
	for i, width := range g.widths {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := file.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: pointer(false)}); err != nil {
		return err
	}
	for row := 1; row <= g.last; row++ {
		cells := make([]any, g.wide)
		for column, cell := range g.cells[row] {
			if !blank(cell) {
				cells[column-1] = cell
			}
		}
		var options []excelize.RowOpts
		if height := g.height(row); height > 0 || g.levels[row] > 0 {
			options = append(options, excelize.RowOpts{Height: height, OutlineLevel: g.levels[row]})
		}
		if err := stream.SetRow("A"+strconv.Itoa(row), cells, options...); err != nil {
			return err
		}
	}
	for _, merge := range g.merges {
		if err := stream.MergeCell(merge[0], merge[1]); err != nil {
			return err
		}
	}
	if len(g.links) > 0 {
		links := g.links[:min(len(g.links), g.book.limits.links)]
		if len(links) < len(g.links) {
			g.book.unlinked = append(g.book.unlinked, g.name)
		}
		if err := g.book.storeLinks(sheetPath(stream.SheetID), links); err != nil {
			return err
		}
	}
	for _, placed := range g.charts {
		if err := file.AddChart(g.name, placed.cell, placed.chart, placed.with...); err != nil {
			return err
		}
		if placed.outline != "" {
			outlineBars(file, placed.outline)
		}
	}
	for _, cell := range g.breaks {
		if err := file.InsertPageBreak(g.name, cell); err != nil {
			return err
		}
	}
	if err := g.setPage(); err != nil {
		return err
	}
	return stream.Flush()
}

// setPage sets the sheet up for print. A page with one table repeats its heads.
func (g *grid) setPage() error {
	if err := g.book.setPage(g.name, false, g.widths); err != nil {
		return err
	}
	file := g.book.file
	if g.single && g.last <= rowsOnOnePage {
		return file.SetPageLayout(g.name, &excelize.PageLayoutOptions{FitToHeight: pointer(1)})
	}
	if len(g.heads) != 1 || g.last <= rowsOnOnePage/2 {
		return nil
	}
	row := "$" + strconv.Itoa(g.heads[0])
	return file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: cellAddress(g.name, row+":"+row), Scope: g.name})
}

// outlineBars gives the bars of a colour an outline in the chart that was added
// last; excelize has outlines for lines only.
func outlineBars(file *excelize.File, colour string) {
	for number := 1; ; number++ {
		if _, more := file.Pkg.Load(chartPath(number + 1)); more {
			continue
		}
		if markup, ok := file.Pkg.Load(chartPath(number)); ok {
			filled := []byte(`<a:solidFill><a:srgbClr val="` + colour + `"></a:srgbClr></a:solidFill>`)
			outlined := append(append([]byte{}, filled...), `<a:ln w="12700">`...)
			outlined = append(append(outlined, filled...), `</a:ln></spPr>`...)
			file.Pkg.Store(chartPath(number), bytes.ReplaceAll(markup.([]byte), append(filled, `</spPr>`...), outlined))
		}
		return
	}
}

func chartPath(number int) string { return "xl/charts/chart" + strconv.Itoa(number) + ".xml" }
