package grid

import "strings"

// CopyText gives the selected rows, or all rows when none is selected, as
// lines of cells apart by tabs, under a line of headings: what spreadsheets
// take from the clipboard. A column that left for want of room is copied all
// the same, a hidden one is not.
func (g *Grid) CopyText() string {
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
	record(func(column Column) string { return column.Title })
	rows := g.selectedRows
	if len(g.selected) == 0 {
		rows = g.allRows
	}
	for row := range rows {
		record(func(column Column) string {
			cell := g.source.Cell(row, column.ID)
			if cell.Unit != "" && cell.Text != "" {
				return cell.Unit + " " + cell.Text
			}
			return cell.Text
		})
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
