// Package grid shows rows of text in columns, up to a million of them: what is
// drawn is what can be seen. It knows nothing of the ledger or of languages;
// every text comes in.
package grid

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// headerHeight is that of the line of headings.
const headerHeight float32 = 28

// Grid is the widget.
type Grid struct {
	widget.BaseWidget

	OnSort    func(column string, also bool)        // also: beside the columns that order the rows already
	OnSelect  func(id string)                       // the row that the cursor came to
	OnOpen    func(id string)                       // double click or Enter
	OnMenu    func(id string, at fyne.Position)     // secondary click; the place is that on the canvas
	OnGroup   func(id string)                       // the heading of a group was clicked; with it headings show that they open and close
	OnCount   func(id string)                       // the count in the heading of a group was clicked; with it a rule stands under counts
	OnColumns func()                                // a person set the columns up in another way
	OnHeading func(column string, at fyne.Position) // secondary click on a heading; the place is that on the canvas
	OnKey     func(event *fyne.KeyEvent)            // keys that the grid has no use for

	// OnSeek looks for the row whose text in a column begins with what was typed,
	// from a row on; land is told the row, -1 for none. nil: the grid looks itself.
	OnSeek func(text, column string, from int, land func(row int))
	// Later carries something out on the UI goroutine after a while, unless it is
	// stopped before. Without it tips show at once and nothing passes by itself.
	Later    func(after time.Duration, do func()) (stop func())
	Editing  *Editing            // how cells are changed; nil: they are not
	OnCancel func()              // Escape while other rows are on their way
	OnTotal  func(column string) // a total was clicked
	OnFault  func(fault string)  // a chosen word was refused

	Cells bool // single cells can be gone to by keys

	given       []Column // as the table has them
	arrangement Arrangement
	columns     []Column           // as they stand
	resized     map[string]float32 // widths that a person chose
	widths      []float32
	source      Source
	sources     int // that there have been
	version     int // grows with everything that changes cells
	rowHeight   float32
	sorts       []Sorted
	sortedAnew  bool // the order changed since the source came
	empty       fyne.CanvasObject

	top  float64 // how far the rows are scrolled up; single precision fails at a million rows
	left float32

	sought *sought // row that was scrolled to last, until a person scrolls

	cursor, anchor int // row with the cursor, and where a range began; -1 for none
	cell           int // column of the cell with the cursor, -1 for none
	selected       selection
	hover          int
	drawn          *renderer // what draws the grid, once something does
	tip            tip
	seeking        seeking
	editor         *editor
	busy           bool            // other rows are on their way
	totals         map[string]Cell // by column; nil without a line of totals
	focused        bool
	ringed         bool // the focus shows: it came by the keyboard
	pointer        pointer
}

// New makes an empty grid.
func New() *Grid {
	g := &Grid{rowHeight: 24, cursor: -1, anchor: -1, cell: -1, hover: -1, resized: map[string]float32{}}
	g.pointer.column = -1
	g.pointer.lastRow = -1
	g.ExtendBaseWidget(g)
	return g
}

// SetSource shows other rows. Selected rows stay selected wherever they stand
// now. The row with the cursor stays where it is on the screen; after another
// order, or when it is not in sight, the place of scrolling stays.
func (g *Grid) SetSource(source Source) {
	g.dropTip()
	g.endEdit()
	before := g.hold()
	g.source = source
	g.sources++
	g.hover, g.sought = -1, nil
	g.pointer.lastRow = -1
	g.restore(before, !g.sortedAnew)
	g.sortedAnew = false
	g.clamp()
	g.changed()
	if g.seeking.looks { // among the rows of before
		g.lookFor(max(g.cursor, 0))
	}
}

// Sorted is a column by which the rows are in order.
type Sorted struct {
	Column     string
	Descending bool
}

// SetSort shows by which columns the rows are in order: the first decides.
func (g *Grid) SetSort(sorts ...Sorted) {
	if slices.Equal(g.sorts, sorts) {
		return
	}
	g.sorts, g.sortedAnew = slices.Clone(sorts), true
	g.changed()
}

// sortedBy gives the place of a column in the order, counted from 1; 0 when it
// has none.
func (g *Grid) sortedBy(column string) (place int, descending bool) {
	for i, by := range g.sorts {
		if by.Column == column {
			return i + 1, by.Descending
		}
	}
	return 0, false
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

// SetBusy shows that other rows are on their way; those that are there stay.
func (g *Grid) SetBusy(busy bool) {
	if g.busy != busy {
		g.busy = busy
		g.Refresh()
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

// Redraw writes the cells anew: what the source says of them has changed.
func (g *Grid) Redraw() { g.changed() }

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
