package grid

import "strings"

// CopyText is CopyRows with headings.
func (g *Grid) CopyText() string { return g.CopyRows(true) }

// CellText gives the text of the cell with the cursor, as it is copied.
func (g *Grid) CellText() string {
	if _, column, ok := g.Cell(); ok {
		return whole(g.source.Cell(g.cursor, column))
	}
	return ""
}

// whole is the text of a cell with its unit.
func whole(cell Cell) string {
	if cell.Unit != "" && cell.Text != "" {
		return cell.Unit + " " + cell.Text
	}
	return cell.Text
}

// CopyRows gives the selected rows, or all rows when none is selected, as
// lines of cells apart by tabs, if wanted under a line of headings: what
// spreadsheets take from the clipboard. A column that left for want of room is
// copied all the same, a hidden one is not.
func (g *Grid) CopyRows(headings bool) string {
	if g.source == nil {
		return ""
	}
	var out strings.Builder
	plain := strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ") // a cell keeps its place
	record := func(cell func(column Column) string) {
		first := true
		for _, column := range g.columns {
			if column.Hidden || column.Away {
				continue
			}
			if !first {
				out.WriteByte('\t')
			}
			first = false
			out.WriteString(plain.Replace(cell(column)))
		}
		out.WriteByte('\n')
	}
	if headings {
		record(func(column Column) string { return column.Title })
	}
	rows := g.selectedRows
	if len(g.selected) == 0 {
		rows = g.allRows
	}
	for row := range rows {
		record(func(column Column) string { return whole(g.source.Cell(row, column.ID)) })
	}
	return out.String()
}

// allRows goes through the rows without headings of groups.
func (g *Grid) allRows(yield func(int) bool) {
	for row := range g.source.Len() {
		if _, group := g.source.Group(row); !group && !yield(row) {
			return
		}
	}
}
