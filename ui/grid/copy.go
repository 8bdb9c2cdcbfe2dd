package grid

import "strings"

// CopyText gives the selected rows, or all rows when none is selected, as
// lines of cells apart by tabs, under a line of headings: what spreadsheets
// take from the clipboard.
func (g *Grid) CopyText() string {
	if g.source == nil {
		return ""
	}
	var out strings.Builder
	for i, column := range g.columns {
		if i > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(plain(column.Title))
	}
	out.WriteByte('\n')
	line := func(row int) {
		for i, column := range g.columns {
			if i > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(plain(g.source.Cell(row, column.ID).Text))
		}
		out.WriteByte('\n')
	}
	if rows := g.selectedRows(); len(rows) > 0 {
		for _, row := range rows {
			line(row)
		}
		return out.String()
	}
	for row := range g.source.Len() {
		if _, group := g.source.Group(row); !group {
			line(row)
		}
	}
	return out.String()
}

// plain keeps a cell in its place: tabs and line ends become spaces.
func plain(text string) string {
	return strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace(text)
}
