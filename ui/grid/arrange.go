package grid

import (
	"maps"
	"slices"
)

// Arrangement is how a person set the columns up. Its zero value is the table
// as it comes: its own columns in its own order, the first one pinned.
type Arrangement struct {
	Shown  []string           `json:"shown,omitempty"`  // names of columns, in order; none: those that the table shows by itself
	Widths map[string]float32 `json:"widths,omitempty"` // of the columns that were made wider or narrower
	Pinned int                `json:"pinned"`           // columns at the left that stay when the others scroll, 1 more than it says, so that 0 is the first
}

// Clone gives an arrangement that shares nothing with this one.
func (a Arrangement) Clone() Arrangement {
	return Arrangement{slices.Clone(a.Shown), maps.Clone(a.Widths), a.Pinned}
}

// Arrangement gives how the columns were set up.
func (g *Grid) Arrangement() Arrangement {
	a := g.arrangement.Clone()
	a.Widths = maps.Clone(g.resized)
	return a
}

// Arrange sets the columns up. Names of columns that there are not are kept
// for when there are.
func (g *Grid) Arrange(a Arrangement) {
	g.arrangement = a.Clone()
	clear(g.resized)
	maps.Copy(g.resized, a.Widths)
	g.order()
	g.changed()
}

// ShownColumns names the columns that show, in order; those that left for want
// of room and those that the rows are grouped by among them.
func (g *Grid) ShownColumns() []string {
	var shown []string
	for _, column := range g.columns {
		if !column.Hidden {
			shown = append(shown, column.ID)
		}
	}
	return shown
}

// ShowColumns shows columns by name, in order, and no others; none shows those
// that the table shows by itself.
func (g *Grid) ShowColumns(names []string) {
	g.arrangement.Shown = slices.Clone(names)
	g.order()
	g.changed()
	if g.OnColumns != nil {
		g.OnColumns()
	}
}

// HideColumn hides a column, unless it is the last one.
func (g *Grid) HideColumn(name string) {
	shown := g.ShownColumns()
	if at := slices.Index(shown, name); at >= 0 && len(shown) > 1 {
		g.ShowColumns(slices.Delete(shown, at, at+1))
	}
}

// MoveColumn puts a column before another one; "" puts it at the end.
func (g *Grid) MoveColumn(name, before string) {
	shown := g.ShownColumns()
	at := slices.Index(shown, name)
	if at < 0 || name == before {
		return
	}
	shown = slices.Delete(shown, at, at+1)
	to := slices.Index(shown, before)
	if to < 0 {
		to = len(shown)
	}
	current := g.cellColumn()
	g.ShowColumns(slices.Insert(shown, to, name))
	if current != "" {
		g.cell = g.indexOf(current)
	}
}

// Shift moves a column by places among those that can be seen.
func (g *Grid) Shift(name string, by int) {
	seen := g.seen()
	at := slices.Index(seen, g.indexOf(name))
	to := at + by
	if at < 0 || to < 0 || to >= len(seen) {
		return
	}
	if by > 0 {
		to++
	}
	before := ""
	if to < len(seen) {
		before = g.columns[seen[to]].ID
	}
	g.MoveColumn(name, before)
}

// Pin keeps the columns up to and with this one at the left when the others
// scroll; the last of those that stay already lets the ones after it go.
func (g *Grid) Pin(name string) {
	if at := slices.Index(g.seen(), g.indexOf(name)); at >= 0 {
		g.arrangement.Pinned = at
		g.changed()
		if g.OnColumns != nil {
			g.OnColumns()
		}
	}
}

// PinBefore lets a column scroll, and those after it.
func (g *Grid) PinBefore(name string) {
	if at := slices.Index(g.seen(), g.indexOf(name)); at >= 0 {
		g.arrangement.Pinned = at - 1
		g.changed()
		if g.OnColumns != nil {
			g.OnColumns()
		}
	}
}

// Fit makes a column as wide as its heading and the rows in sight need.
func (g *Grid) Fit(name string) {
	if at := g.indexOf(name); at >= 0 && at < len(g.widths) && g.widths[at] > 0 {
		g.fitColumn(at)
	}
}

// Widen makes a column wider, by less than nothing narrower.
func (g *Grid) Widen(name string, by float32) {
	if at := g.indexOf(name); at >= 0 && at < len(g.widths) && g.widths[at] > 0 {
		g.resizeColumn(at, g.widths[at]+by)
	}
}

// Pinned tells whether a column stays at the left when the others scroll.
func (g *Grid) Pinned(name string) bool {
	at := slices.Index(g.seen(), g.indexOf(name))
	return at >= 0 && at < g.arrangement.Pinned+1
}

// ResetColumns gives every column its place and the width it asked for.
func (g *Grid) ResetColumns() {
	g.arrangement = Arrangement{}
	clear(g.resized)
	g.order()
	for i := range g.columns {
		g.columns[i].Fixed = false
	}
	g.changed()
}

// order puts the columns in the order that a person chose; what they did not
// choose is hidden and stands at the end.
func (g *Grid) order() {
	if len(g.arrangement.Shown) == 0 {
		g.columns = slices.Clone(g.given)
		return
	}
	g.columns = g.columns[:0:0]
	for _, name := range g.arrangement.Shown {
		if at := slices.IndexFunc(g.given, func(c Column) bool { return c.ID == name }); at >= 0 {
			column := g.given[at]
			column.Hidden, column.Leaves = false, 0 // who asked for it does not want it to leave
			g.columns = append(g.columns, column)
		}
	}
	if len(g.columns) == 0 {
		g.columns = slices.Clone(g.given)
		return
	}
	for _, column := range g.given {
		if !slices.Contains(g.arrangement.Shown, column.ID) {
			column.Hidden = true
			g.columns = append(g.columns, column)
		}
	}
}

func (g *Grid) indexOf(name string) int {
	return slices.IndexFunc(g.columns, func(c Column) bool { return c.ID == name })
}

// seen lists the columns that are drawn, from the left.
func (g *Grid) seen() []int {
	var seen []int
	for i, width := range g.widths {
		if width > 0 && i < len(g.columns) {
			seen = append(seen, i)
		}
	}
	return seen
}

// mostPinned is the share of the width that pinned columns may take; where
// they would take more, all columns scroll.
const mostPinned = 0.6

// pinned counts the columns that stay at the left, and how wide they are with
// the space before them.
func (g *Grid) pinned() (last int, edge float32) {
	edge = inset
	last = -1
	for n, i := range g.seen() {
		if n > g.arrangement.Pinned {
			break
		}
		last, edge = i, edge+g.widths[i]
	}
	if last < 0 || edge > mostPinned*g.Size().Width {
		return -1, 0
	}
	return last, edge
}

// pinEdge is where the pinned columns end on the screen once the others are
// scrolled; 0 while nothing is.
func (g *Grid) pinEdge() float32 {
	if g.left <= 0 {
		return 0
	}
	_, edge := g.pinned()
	return edge
}

// leftOf gives where a column begins on the screen.
func (g *Grid) leftOf(column int) float32 {
	x := inset
	for i := range column {
		x += g.widths[i]
	}
	if last, _ := g.pinned(); column > last {
		x -= g.left
	}
	return x
}
