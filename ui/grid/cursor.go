package grid

import (
	"slices"

	"fyne.io/fyne/v2"
)

// The cursor stands on a row; once a person goes sideways, on a cell of it.

// cellColumn names the column of the cell with the cursor, "" for none.
func (g *Grid) cellColumn() string {
	if g.cell < 0 || g.cell >= len(g.columns) {
		return ""
	}
	return g.columns[g.cell].ID
}

// Cell names the cell with the cursor: its row and its column; ok is false
// when the cursor is on no cell.
func (g *Grid) Cell() (row, column string, ok bool) {
	column = g.cellColumn()
	if column == "" || g.cursor < 0 || g.cursor >= g.rowCount() {
		return "", "", false
	}
	return g.source.ID(g.cursor), column, true
}

// CurrentColumn names the column that commands for columns mean: that of the
// cell with the cursor, else the first one.
func (g *Grid) CurrentColumn() string {
	if column := g.cellColumn(); column != "" {
		return column
	}
	if seen := g.seen(); len(seen) > 0 {
		return g.columns[seen[0]].ID
	}
	return ""
}

// GoTo puts the cursor on a cell of its row.
func (g *Grid) GoTo(column string) {
	if at := g.indexOf(column); at >= 0 && at < len(g.widths) && g.widths[at] > 0 {
		g.goTo(at)
	}
}

func (g *Grid) goTo(column int) {
	g.cell = column
	g.revealColumn(column)
	g.Refresh()
}

// sideways moves the cursor by cells. To the left of the first cell is the
// heading of the group, for which there is no cell.
func (g *Grid) sideways(by int) {
	seen := g.seen()
	if len(seen) == 0 || g.rowCount() == 0 {
		return
	}
	if g.cursor < 0 {
		first, _ := g.Shown()
		g.step(first, 1, true)
	}
	at := slices.Index(seen, g.cell)
	switch {
	case at < 0 && by > 0:
		g.goTo(seen[0])
	case at < 0, at == 0 && by < 0:
		g.cell = -1
		g.left = 0
		g.Refresh()
	case at+by < len(seen):
		g.goTo(seen[at+by])
	}
}

// revealColumn scrolls just far enough that a column is seen.
func (g *Grid) revealColumn(column int) {
	last, edge := g.pinned()
	if column <= last || column >= len(g.widths) {
		return
	}
	if last < 0 {
		edge = 0
	}
	x := inset
	for i := range column {
		x += g.widths[i]
	}
	if end := x + g.widths[column] - g.Size().Width; g.left < end {
		g.left = end
	}
	g.left = min(g.left, max(0, x-edge-4))
	g.clamp()
}

// cellFrame gives where a cell stands on the screen, without what is scrolled
// out of sight; seen is false when nothing of it is in sight.
func (g *Grid) cellFrame(row, column int) (at fyne.Position, size fyne.Size, seen bool) {
	first, last := g.Shown()
	if row < first || row >= last || column < 0 || column >= len(g.widths) || g.widths[column] == 0 {
		return at, size, false
	}
	y := headerHeight + float32(float64(row)*float64(g.rowHeight)-g.top)
	left := g.leftOf(column) - gap/2
	right := left + g.widths[column]
	if pinned, _ := g.pinned(); column > pinned {
		left = max(left, g.pinEdge())
	}
	left, right = max(left, 0), min(right, g.Size().Width)
	return fyne.NewPos(left, y), fyne.NewSize(right-left, g.rowHeight), right-left > gap
}
