package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/facets"
	"summitledger/ui/grid"
)

// listing shows the records of a kind as a table, with facets at its left. It
// keeps its query from one desk to the next.
type listing struct {
	window *Window
	name   string
	table  table
	query  query.Query

	facets *facets.Facets
	grid   *grid.Grid
	head   *listHead
	body   *columns

	desk      *desk
	selection *query.Selection
	total     analysis.Total // of the shown records, with their sums
	rows      *rows
	kept      keptRows                                        // what the rows are: the selection, with what an edit took out of it
	closed    map[string]bool                                 // groups of the grouping field that show only their headings
	onRows    func()                                          // called when other rows are shown
	high      float32                                         // of rows that are drawn; 0: the density that a person chose
	gather    func(d *desk, s *query.Selection) (land func()) // works out, off the UI goroutine, what else the tab shows; nil for nothing
	painters  map[string]*grid.Painter                        // by column: what draws its cells
	shows     func(*desk, *query.Selection)                   // shows an answer in place of the listing itself
}

func newListing(w *Window, name string, kind ledger.Kind) *listing {
	t := tableOf(kind)
	l := &listing{window: w, name: name, table: t, facets: facets.New(), grid: w.newGrid(name),
		query: query.Query{Kind: kind, Sort: t.sort, Group: t.group}}
	l.lay(l.grid, nil)
	l.grid.Cells = true
	l.grid.OnSort = l.sortBy
	l.grid.OnSeek = l.seek
	l.grid.Editing = l.editing()
	l.grid.OnCancel = l.stop
	l.grid.OnFault = func(fault string) { w.tell("cross", fault, "", nil) }
	l.grid.OnTotal = func(string) { l.openSums() }
	l.grid.OnSelect = func(id string) { w.showRecordID(id) }
	l.grid.OnOpen = func(id string) { w.showRecordID(id); w.focusRecord() }
	l.grid.OnMenu = func(id string, at fyne.Position) { w.recordMenu(id, at, w.cellItems(l.grid)...) }
	keep := l.grid.OnColumns
	l.grid.OnColumns = func() { keep(); w.noteState() }
	l.facets.OnKey = w.typedKey
	l.facets.OnToggle = l.toggleValue
	l.facets.OnExclude = func(field, value string) { l.ask(l.query.With(field, nil).ToggleExcluded(field, value)) }
	l.facets.OnSpan = l.chooseYears
	l.facets.OnMenu, l.facets.Match = l.facetMenu, holdsLetters
	l.grid.OnGroup = l.toggleGroup
	l.grid.OnCount = l.openGroup
	l.facets.OnClear = func(field string) { l.ask(l.query.With(field, nil).Without(field, nil)) }
	l.facets.OnOnly = func(field, value string) { l.ask(l.query.Without(field, nil).With(field, []string{value})) }
	return l
}

// lay puts the listing together; rows is what shows its records.
func (l *listing) lay(rows fyne.CanvasObject, mode func(id string)) {
	l.head = newListHead(l.groupBy, mode)
	l.head.isTable = func() bool { return !l.grid.Hidden }
	centre := under{l.head.Container, rows}
	l.body = newColumns(l.facets, container.New(centre, l.head.Container, rows))
}

func (l *listing) id() string                { return l.name }
func (l *listing) object() fyne.CanvasObject { return l.body.Container }
func (l *listing) typed() string             { return l.query.Typed }
func (l *listing) focus() fyne.Focusable     { return l.grid }
func (l *listing) copyText() string          { return l.grid.CopyText() }

func (l *listing) count(d *desk) string { return d.printer.Integer(d.ledger.Len(l.table.kind)) }

// search filters by what was typed. While it holds a mistake the last answer
// stays.
func (l *listing) search(typed string) {
	if _, err := query.Parse(typed, l.query.Kind); err != nil {
		return
	}
	q := l.query
	q.Typed = typed
	l.ask(q)
}

// sortBy orders by a column; the same column again turns the order round, and
// a third time leaves it out. also keeps the columns that order the rows
// already: this one decides among their equals.
func (l *listing) sortBy(column string, also bool) {
	q, field := l.query, l.table.fieldOf(column)
	sorts := slices.Clone(q.Sort)
	at := slices.IndexFunc(sorts, func(by query.Order) bool { return by.Field == field })
	if !also && (len(sorts) > 1 || at < 0) {
		q.Sort = query.By(field)
		l.ask(q)
		return
	}
	switch {
	case at < 0:
		sorts = append(sorts, query.Order{Field: field})
	case !sorts[at].Descending:
		sorts[at].Descending = true
	default:
		sorts = slices.Delete(sorts, at, at+1)
	}
	q.Sort = sorts
	l.ask(q)
}

// ask shows the answer to another query.
func (l *listing) ask(q query.Query) {
	l.query = q
	l.refresh(l.desk)
}

// refresh works the listing out anew, off the UI goroutine.
func (l *listing) refresh(d *desk) { l.refreshFrom(d, l.rows) }

// refreshFrom is refresh that keeps those of some rows, or none, which an edit
// took out.
func (l *listing) refreshFrom(d *desk, before *rows) {
	l.desk = d
	if d == nil {
		return
	}
	q := l.query
	shown := l.selection
	l.window.wait("waiting."+l.name, func() {
		switch {
		case l.selection != shown:
		case shown == nil:
			l.head.set(d.text("window.loading", d.printer.Table(l.table.kind)))
			l.grid.SetEmpty(controls.NewWaiting(l.window.rowHeight()))
		default:
			l.grid.SetBusy(true)
		}
	})
	l.window.work.Start("listing."+l.name, func(ctx context.Context) func() {
		selection, err := d.run(ctx, q, l.table.facets)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { l.failed(err) }
		}
		total, kept := d.sumsOf(l.table.kind, selection.Rows), keep(before, d, selection)
		var land func()
		if l.gather != nil {
			land = l.gather(d, selection)
		}
		return func() {
			l.window.work.Cancel("waiting." + l.name)
			l.grid.SetBusy(false)
			l.total, l.kept = total, kept
			if land != nil {
				land()
			}
			if l.shows != nil {
				l.shows(d, selection)
				return
			}
			l.show(d, selection)
		}
	})
}

// failed says that a query cannot be answered; what was shown before stays.
func (l *listing) failed(err error) {
	l.window.work.Cancel("waiting." + l.name)
	l.grid.SetBusy(false)
	if l.selection != nil {
		l.query = l.selection.Query
		l.window.fail(err)
		return
	}
	l.grid.SetEmpty(controls.NewEmpty(l.window.printer.Text("fail.title"), capital(err.Error()),
		[]controls.Way{{Text: l.window.printer.Text("table.again"), Press: func() { l.refresh(l.desk) }, Strong: true}}))
}

// stop gives up a query that is on its way: what is shown stays as it is.
func (l *listing) stop() {
	if l.selection == nil || l.rows == nil || l.rows.desk != l.desk {
		return // what is shown is of another day or from before an edit
	}
	l.window.work.Cancel("listing." + l.name)
	l.window.work.Cancel("waiting." + l.name)
	l.grid.SetBusy(false)
	l.query = l.selection.Query
	l.show(l.desk, l.selection)
}

// show puts an answer on the screen.
func (l *listing) show(d *desk, s *query.Selection) {
	languageChanged := l.rows == nil || l.rows.printer != d.printer
	regrouped := l.selection == nil || !slices.Equal(l.selection.Query.Group, s.Query.Group)
	if regrouped {
		l.closed = map[string]bool{}
	}
	if l.kept.of != s {
		l.kept = keptRows{of: s, shown: s}
	}
	l.selection, l.rows = s, newRows(d, l.kept, l.closed)
	if languageChanged || regrouped {
		columns := l.table.gridColumns(d, s.Query.Group) // all fields of the kind, those that are not shown hidden
		for i := range columns {
			columns[i].Painter = l.painters[columns[i].ID]
		}
		l.grid.SetColumns(columns)
	}
	if l.high == 0 {
		l.grid.SetRowHeight(l.window.rowHeight())
	}
	l.grid.SetSort(l.sortedColumns()...)
	l.grid.SetEmpty(l.window.emptyState(l))
	l.grid.SetSource(l.rows)
	l.showTotals()
	l.addUp()
	l.showGroups(d)
	l.head.set(l.headline(d, s))
	l.facets.SetGroups(facetGroups(d, s, l.table.facets))
	if l.onRows != nil {
		l.onRows()
	}
	l.window.showFoot()
}

// toggleGroup closes a group or opens it again, by the name of its heading.
func (l *listing) toggleGroup(id string) {
	path := strings.TrimPrefix(id, groupRow)
	l.closed[path] = !l.closed[path]
	l.showRows()
}

// toggleGroups closes every group, or opens all of them when none is open.
func (l *listing) toggleGroups() {
	if l.selection == nil {
		return
	}
	anyOpen := false
	for _, path := range l.rows.paths {
		anyOpen = anyOpen || !l.closed[path]
	}
	for _, path := range l.rows.paths {
		l.closed[path] = anyOpen
	}
	l.showRows()
}

// showRows shows the rows at hand with other groups closed.
func (l *listing) showRows() {
	notes, totals := l.rows.notes, l.rows.totals
	l.rows = newRows(l.desk, l.kept, l.closed)
	l.rows.notes, l.rows.totals = notes, totals
	l.grid.SetSource(l.rows)
}

// sortedFirst reports whether a field decides the order first.
func sortedFirst(q query.Query, field string) bool {
	return len(q.Sort) > 0 && q.Sort[0].Field == field
}

// sortedColumns lists the columns that order the rows, the first decides.
func (l *listing) sortedColumns() []grid.Sorted {
	var sorted []grid.Sorted
	for _, by := range l.query.Sort {
		for _, column := range l.grid.Columns() {
			if l.table.fieldOf(column.ID) == by.Field {
				sorted = append(sorted, grid.Sorted{Column: column.ID, Descending: by.Descending})
				break
			}
		}
	}
	return sorted
}

// facetGroups turns counted fields into the groups of the facet column.
func facetGroups(d *desk, s *query.Selection, fields []string) []facets.Group {
	var groups []facets.Group
	for _, id := range fields {
		counts := s.Facets[id]
		field, ok := query.FieldOf(s.Query.Kind, id)
		if !ok || len(counts) == 0 {
			continue
		}
		most := 1
		for _, count := range counts {
			most = max(most, count.Count)
		}
		chosen := map[string]bool{}
		for _, value := range s.Query.Chosen(id) {
			chosen[value] = true
		}
		excluded := map[string]bool{}
		for _, value := range s.Query.Excluded(id) {
			excluded[value] = true
		}
		group := facets.Group{ID: id, Title: capital(d.columnTitle(s.Query.Kind, id)), More: d.text("facet.more"), Less: d.text("facet.less"), Clear: d.text("facet.clear")}
		if field.Shape == query.Day && !slices.Contains(listedYears, id) {
			group.Span = d.years(counts, chosen)
			counts = slices.DeleteFunc(slices.Clone(counts), func(count query.Count) bool { return count.Value != "" })
		}
		for _, count := range counts {
			group.Values = append(group.Values, facets.Value{ID: count.Value, Label: d.valueText(field, count.Value), Count: d.printer.Integer(count.Count),
				Mark: markOfValue(s.Query.Kind, field, count.Value), Share: float32(count.Count) / float32(most), Checked: chosen[count.Value], Excluded: excluded[count.Value], Zero: count.Count == 0})
		}
		groups = append(groups, group)
	}
	return groups
}
