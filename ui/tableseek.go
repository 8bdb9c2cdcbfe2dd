package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"summitledger/data/query"
	"summitledger/ui/grid"
)

// seek looks, off the UI goroutine, for the next row whose text in a column
// begins with what was typed, or has it in it. Both are folded as words of the
// search are.
func (l *listing) seek(text, column string, from int, land func(row int)) {
	rows := l.rows
	if rows == nil {
		return
	}
	sought := query.Fold(text)
	l.window.work.Start("seek."+l.name, func(ctx context.Context) func() {
		row := grid.Seek(rows.Len(), from, sought, func(row int) (string, bool) {
			if _, ok := rows.ref(row); !ok || ctx.Err() != nil {
				return "", false
			}
			return query.Fold(rows.Cell(row, column).Text), true
		})
		return func() { land(row) }
	})
}

// groupable reports whether the rows of the tab can be grouped by a column.
func (w *Window) groupable(column string) bool {
	l := w.listingShown()
	if l == nil {
		return false
	}
	field, ok := query.FieldOf(l.table.kind, l.table.fieldOf(column))
	return ok && (field.Shape == query.Word || field.Shape == query.Code || field.Shape == query.Day)
}

// groupByColumn groups the rows of the tab by a column; also divides the
// groups that there are by it.
func (w *Window) groupByColumn(column string, also bool) {
	l := w.listingShown()
	if l == nil || !w.groupable(column) {
		w.tell("differ", w.printer.Text("table.no_group"), "", nil)
		return
	}
	field := l.table.fieldOf(column)
	level := 0
	if also {
		if slices.Contains(l.query.Group, field) {
			return
		}
		level = min(len(l.query.Group), query.MostGroups-1)
	}
	l.groupLevel(level, field)
}

// ungroup shows the rows of the tab without groups.
func (w *Window) ungroup() {
	if l := w.listingShown(); l != nil && len(l.query.Group) > 0 {
		l.groupLevel(0, "")
	}
}

// closeGroups closes every group of the tab, or opens them all.
func (w *Window) closeGroups(closed bool) {
	l := w.listingShown()
	if l == nil || l.rows == nil {
		return
	}
	for _, path := range l.rows.paths {
		l.closed[path] = closed
	}
	l.showRows()
}

// cellItems is what a secondary click on a cell offers besides what it offers
// of the record.
func (w *Window) cellItems(g *grid.Grid) []*fyne.MenuItem {
	p := w.printer
	var items []*fyne.MenuItem
	if row, column, ok := g.Cell(); ok && g.Editing != nil {
		if _, can := g.Editing.Begin(row, column); can {
			items = append(items, fyne.NewMenuItem(p.Text("table.edit_cell"), func() { g.Edit() }))
		}
		items = append(items, fyne.NewMenuItem(p.Text("table.copy_cell"), func() { w.app.Clipboard().SetContent(g.CellText()) }))
	}
	return append(items, fyne.NewMenuItem(p.Text("table.copy_plain"), func() { w.app.Clipboard().SetContent(g.CopyRows(false)) }))
}
