// Package grid shows rows of text in columns, up to a million of them: what is
// drawn is what can be seen. It knows nothing of the ledger or of languages;
// every text comes in.
package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// headerHeight is that of the line of headings.
const headerHeight float32 = 28

// Grid is the widget.
type Grid struct {
	widget.BaseWidget

	OnSort    func(column string)
	OnSelect  func(id string)                   // the row that the cursor came to
	OnOpen    func(id string)                   // double click or Enter
	OnMenu    func(id string, at fyne.Position) // secondary click; the place is that on the canvas
	OnGroup   func(id string)                   // the heading of a group was clicked; with it headings show that they open and close
	OnCount   func(id string)                   // the count in the heading of a group was clicked; with it a rule stands under counts
	OnColumns func()                            // a person made a column wider or narrower
	OnKey     func(event *fyne.KeyEvent)        // keys that the grid has no use for

	columns    []Column
	resized    map[string]float32 // widths that a person chose
	widths     []float32
	source     Source
	version    int // grows with everything that changes cells
	rowHeight  float32
	sort       string
	descending bool
	sortedAnew bool // the order changed since the source came
	empty      fyne.CanvasObject

	top  float64 // how far the rows are scrolled up; single precision fails at a million rows
	left float32

	sought *sought // row that was scrolled to last, until a person scrolls

	cursor, anchor int // row with the cursor, and where a range began; -1 for none
	selected       selection
	hover          int
	focused        bool
	ringed         bool // the focus shows: it came by the keyboard
	pointer        pointer
}

// New makes an empty grid.
func New() *Grid {
	g := &Grid{rowHeight: 24, cursor: -1, anchor: -1, hover: -1, resized: map[string]float32{}}
	g.pointer.column = -1
	g.pointer.lastRow = -1
	g.ExtendBaseWidget(g)
	return g
}

// SetSource shows other rows. Selected rows stay selected wherever they stand
// now. The row with the cursor stays where it is on the screen; after another
// order, or when it is not in sight, the place of scrolling stays.
func (g *Grid) SetSource(source Source) {
	before := g.hold()
	g.source = source
	g.hover, g.sought = -1, nil
	g.pointer.lastRow = -1
	g.restore(before, !g.sortedAnew)
	g.sortedAnew = false
	g.clamp()
	g.changed()
}

// SetSort shows by which column the rows are in order.
func (g *Grid) SetSort(column string, descending bool) {
	if g.sort == column && g.descending == descending {
		return
	}
	g.sort, g.descending, g.sortedAnew = column, descending, true
	g.changed()
}

// SetRowHeight makes rows compact (24) or comfortable (32); the first row in
// sight stays the first.
func (g *Grid) SetRowHeight(height float32) {
	if g.rowHeight != height && height > 0 {
		g.top *= float64(height) / float64(g.rowHeight)
		g.rowHeight = height
		g.clamp()
		g.changed()
	}
}

// SetEmpty gives what stands in place of rows when there are none.
func (g *Grid) SetEmpty(object fyne.CanvasObject) {
	g.empty = object
	g.Refresh()
}

// Select moves the cursor to a row by its name, without telling OnSelect. An
// unknown name selects nothing.
func (g *Grid) Select(id string) {
	row := g.find(id)
	g.cursor, g.anchor, g.selected = row, row, nil
	if row >= 0 {
		g.selected = selection{{row, row}}
		g.reveal(row)
	}
	g.Refresh()
}

// Selected names the selected rows, in order; headings of groups are not rows.
func (g *Grid) Selected() []string {
	var ids []string
	for row := range g.selectedRows {
		ids = append(ids, g.source.ID(row))
	}
	return ids
}

// SelectAll selects every row.
func (g *Grid) SelectAll() {
	if n := g.rowCount(); n > 0 {
		g.selected = selection{{0, n - 1}}
		g.Refresh()
	}
}

// selectedRows goes through the selected rows without headings of groups.
func (g *Grid) selectedRows(yield func(int) bool) {
	for row := range g.selected.rows {
		if row >= g.rowCount() {
			return
		}
		if _, group := g.source.Group(row); !group && !yield(row) {
			return
		}
	}
}

// changed draws every cell anew.
func (g *Grid) changed() {
	g.version++
	g.Refresh()
}

func (g *Grid) rowCount() int {
	if g.source == nil {
		return 0
	}
	return g.source.Len()
}

// MinSize is small: the grid scrolls.
func (g *Grid) MinSize() fyne.Size { return fyne.NewSize(160, 100) }
