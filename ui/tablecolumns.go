package ui

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
	"summitledger/ui/grid"
)

// newGrid makes a table of the window. How a person sets its columns up is
// kept under the name of the table from one start to the next.
func (w *Window) newGrid(name string) *grid.Grid {
	g := grid.New()
	g.OnKey = w.typedKey
	g.Later = w.later
	g.Arrange(w.settings.arrangement(name))
	g.OnColumns = func() { w.settings.setArrangement(name, g.Arrangement()) }
	g.OnHeading = func(column string, at fyne.Position) {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", w.columnItems(g, column)...), w.window.Canvas(), at)
	}
	return g
}

// later carries something out on the UI goroutine after a while.
func (w *Window) later(after time.Duration, do func()) (stop func()) {
	timer := time.AfterFunc(after, func() { w.work.Show(do) })
	return func() { timer.Stop() }
}

// settingColumns is where the columns of a table are kept, before its name.
const settingColumns = "columns."

// arrangement gives how the columns of a table were set up; what cannot be
// read any more is the table as it comes.
func (s *Settings) arrangement(table string) grid.Arrangement {
	var kept grid.Arrangement
	if err := json.Unmarshal([]byte(s.store.String(settingColumns+table)), &kept); err != nil {
		return grid.Arrangement{}
	}
	return kept
}

func (s *Settings) setArrangement(table string, a grid.Arrangement) {
	if text, err := json.Marshal(a); err == nil {
		s.store.SetString(settingColumns+table, string(text))
	}
}

// gridShown is the table that commands mean: the one with the keys, else that
// of the tab; nil where there is none.
func (w *Window) gridShown() *grid.Grid {
	if g, ok := w.window.Canvas().Focused().(*grid.Grid); ok {
		return g
	}
	if g, ok := w.view().focus().(*grid.Grid); ok {
		return g
	}
	return nil
}

// withColumn carries out what is meant for the current column of the table.
func (w *Window) withColumn(do func(g *grid.Grid, column string)) func() {
	return func() {
		if g := w.gridShown(); g != nil && g.CurrentColumn() != "" {
			do(g, g.CurrentColumn())
		}
	}
}

// needsTable refuses where no table is shown.
func (w *Window) needsTable() string {
	switch {
	case w.file == nil:
		return "refused.no_file"
	case w.gridShown() == nil:
		return "refused.no_table"
	}
	return ""
}

// columnStep is by how much keys make a column wider or narrower.
const columnStep = 16

// tableActions lists what can be done with the table of a tab.
func (w *Window) tableActions() []*Action {
	column := func(id string, apart bool, key fyne.KeyName, shift bool, do func(g *grid.Grid, column string)) *Action {
		shortcut := alt(key)
		if shift {
			shortcut.Modifier |= fyne.KeyModifierShift
		}
		return &Action{ID: id, Menu: "table", Apart: apart, Shortcut: shortcut, Refused: w.needsTable, Run: w.withColumn(do)}
	}
	sort := func(also bool) func(g *grid.Grid, column string) {
		return func(g *grid.Grid, column string) {
			if g.OnSort != nil {
				g.OnSort(column, also)
			}
		}
	}
	group := func(also bool) func(g *grid.Grid, column string) {
		return func(_ *grid.Grid, column string) { w.groupByColumn(column, also) }
	}
	list := []*Action{
		{ID: "columns", Menu: "table", Shortcut: plain(fyne.KeyF6), Refused: w.needsTable, Run: func() { w.askColumns(w.gridShown()) }},
		column("sort_column", true, fyne.KeyS, false, sort(false)),
		column("sort_column_also", false, fyne.KeyS, true, sort(true)),
		column("group_column", false, fyne.KeyG, false, group(false)),
		column("group_column_also", false, fyne.KeyG, true, group(true)),
		column("hide_column", true, fyne.KeyH, false, func(g *grid.Grid, column string) { g.HideColumn(column) }),
		column("pin_column", false, fyne.KeyP, false, func(g *grid.Grid, column string) { w.pin(g, column) }),
		column("fit_column", false, fyne.KeyF, false, func(g *grid.Grid, column string) { g.Fit(column) }),
		column("column_left", false, fyne.KeyLeft, true, func(g *grid.Grid, column string) { g.Shift(column, -1) }),
		column("column_right", false, fyne.KeyRight, true, func(g *grid.Grid, column string) { g.Shift(column, 1) }),
		column("column_wider", false, fyne.KeyUp, true, func(g *grid.Grid, column string) { g.Widen(column, columnStep) }),
		column("column_narrower", false, fyne.KeyDown, true, func(g *grid.Grid, column string) { g.Widen(column, -columnStep) }),
		{ID: "columns_reset", Menu: "table", Refused: w.needsTable, Run: func() { w.resetColumns(w.gridShown()) }},
		{ID: "ungroup", Menu: "table", Refused: w.needsTable, Run: w.ungroup},
		{ID: "groups", Menu: "table", Apart: true, Shortcut: plain(fyne.KeyF7), Refused: w.needsTable, Run: w.toggleGroups},
		{ID: "open_groups", Menu: "table", Refused: w.needsTable, Run: func() { w.closeGroups(false) }},
		{ID: "close_groups", Menu: "table", Refused: w.needsTable, Run: func() { w.closeGroups(true) }},
		{ID: "totals", Menu: "table", Refused: w.needsTable, Run: w.toggleTotals},
	}
	for i, density := range densities() {
		list = append(list, &Action{ID: "density_" + density.name, Menu: "table", Apart: i == 0, Run: func() { w.setDensity(density.name) }})
	}
	return list
}

// columnItems is what a secondary click on a heading offers.
func (w *Window) columnItems(g *grid.Grid, column string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	offer := func(id string, do func()) {
		items = append(items, fyne.NewMenuItem(w.printer.Text("command."+id), do))
	}
	if g.OnSort != nil {
		offer("sort_column", func() { g.OnSort(column, false) })
		offer("sort_column_also", func() { g.OnSort(column, true) })
	}
	if w.groupable(column) {
		offer("group_column", func() { w.groupByColumn(column, false) })
		offer("group_column_also", func() { w.groupByColumn(column, true) })
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	offer("hide_column", func() { g.HideColumn(column) })
	pin := fyne.NewMenuItem(w.printer.Text("command.pin_column"), func() { w.pin(g, column) })
	pin.Checked = g.Pinned(column)
	items = append(items, pin)
	offer("fit_column", func() { g.Fit(column) })
	items = append(items, fyne.NewMenuItemSeparator())
	offer("columns", func() { w.askColumns(g) })
	offer("columns_reset", func() { w.resetColumns(g) })
	return items
}

// pin keeps the columns up to one in sight, or lets it go.
func (w *Window) pin(g *grid.Grid, column string) {
	if g.Pinned(column) {
		g.PinBefore(column)
		return
	}
	g.Pin(column)
}

func (w *Window) resetColumns(g *grid.Grid) {
	g.ResetColumns()
	if g.OnColumns != nil {
		g.OnColumns()
	}
}

// askColumns lists the columns of a table: which are shown, in which order.
// What is chosen shows at once.
func (w *Window) askColumns(g *grid.Grid) {
	chooser := grid.NewChooser(choosable(g))
	chooser.OnChange = g.ShowColumns
	chooser.OnKey = controls.Unwanted
	hint := prose(w.printer.Text("table.columns_hint"))
	var m *modal
	m = w.openModal(strings.TrimSuffix(w.printer.Text("command.columns"), "..."), container.NewBorder(nil, hint, nil, nil, chooser.In()), 420, 640,
		controls.NewStrongButton(w.printer.Text("button.close"), "", func() { m.close() }),
		controls.NewButton(w.printer.Text("command.columns_reset"), "", func() {
			w.resetColumns(g)
			chooser.Set(choosable(g))
		}))
	w.window.Canvas().Focus(chooser)
}

// choosable lists the columns of a table: those shown in their order, then the
// others by name.
func choosable(g *grid.Grid) []grid.Choosable {
	var shown, hidden []grid.Choosable
	for _, column := range g.Columns() {
		switch {
		case column.Title == "":
		case column.Hidden:
			hidden = append(hidden, grid.Choosable{ID: column.ID, Title: column.Title})
		default:
			shown = append(shown, grid.Choosable{ID: column.ID, Title: column.Title, Shown: true})
		}
	}
	slices.SortFunc(hidden, func(a, b grid.Choosable) int { return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)) })
	return append(shown, hidden...)
}
