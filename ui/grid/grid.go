// Package grid shows rows of text in columns, up to a million of them: what is
// drawn is what can be seen. It knows nothing of the ledger or of languages;
// every text comes in.
package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Align says at which side of its column a text stands.
type Align uint8

// The sides.
const (
	Left Align = iota
	Right
)

// Column is a column of the grid.
type Column struct {
	ID, Title string
	Width     float32 // what it asks for
	MinWidth  float32
	Grow      float32 // its share of width that is left over
	Align     Align
	Sortable  bool
}

// Cell is what stands in one place.
type Cell struct {
	Text  string
	Mark  string     // name of a mark before the text
	Token look.Token // colour of the text
	Bold  bool
	Tag   string // small tag after the text, such as EN
}

// GroupRow is the heading over the rows of a group.
type GroupRow struct{ Title, Count, Note string }

// Source gives the rows. Its answers do not change; other rows are another source.
type Source interface {
	Len() int
	Cell(row int, column string) Cell
	ID(row int) string // names a row for as long as it exists, wherever it stands
	Group(row int) (GroupRow, bool)
}

// Measures of the design.
const (
	headerHeight float32 = 28
	padding      float32 = 8
	barWidth     float32 = 10
	leastColumn  float32 = 40
)

// Grid is the widget.
type Grid struct {
	widget.BaseWidget

	OnSort   func(column string)
	OnSelect func(id string)
	OnOpen   func(id string) // double click or Enter
	OnMenu   func(id string, at fyne.Position)
	OnKey    func(event *fyne.KeyEvent) // keys that the grid has no use for

	columns    []Column
	resized    map[string]float32 // widths that a person chose
	widths     []float32
	source     Source
	version    int // grows with everything that changes cells
	rowHeight  float32
	sort       string
	descending bool
	empty      fyne.CanvasObject

	top  float64 // how far the rows are scrolled up; single precision fails at a million rows
	left float32

	cursor, anchor int // row with the cursor, and where a range began; -1 for none
	marked         map[int]bool
	hover          int
	focused        bool
	pointer        pointer
}

// New makes an empty grid.
func New() *Grid {
	g := &Grid{rowHeight: 24, cursor: -1, anchor: -1, hover: -1, resized: map[string]float32{}, marked: map[int]bool{}}
	g.ExtendBaseWidget(g)
	return g
}

// SetColumns shows other columns; widths that a person chose are kept.
func (g *Grid) SetColumns(columns []Column) {
	g.columns = columns
	g.changed()
}

// Columns gives the columns with the widths they have now.
func (g *Grid) Columns() []Column {
	columns := append([]Column(nil), g.columns...)
	for i := range columns {
		if i < len(g.widths) {
			columns[i].Width = g.widths[i]
		}
	}
	return columns
}

// SetSource shows other rows. The row with the cursor keeps it wherever it
// stands now; the place of scrolling is kept when it still exists.
func (g *Grid) SetSource(source Source) {
	id := ""
	if g.source != nil && g.cursor >= 0 && g.cursor < g.source.Len() {
		id = g.source.ID(g.cursor)
	}
	g.source = source
	g.marked = map[int]bool{}
	g.cursor, g.anchor, g.hover = -1, -1, -1
	if row := g.find(id); row >= 0 {
		g.cursor, g.anchor = row, row
	}
	g.clamp()
	g.changed()
}

// searched bounds how many rows are looked through for one that moved.
const searched = 200_000

func (g *Grid) find(id string) int {
	if id == "" || g.source == nil {
		return -1
	}
	for row := range min(g.source.Len(), searched) {
		if g.source.ID(row) == id {
			return row
		}
	}
	return -1
}

// SetSort shows by which column the rows are in order.
func (g *Grid) SetSort(column string, descending bool) {
	g.sort, g.descending = column, descending
	g.changed()
}

// SetRowHeight makes rows compact (24) or comfortable (32).
func (g *Grid) SetRowHeight(height float32) {
	if g.rowHeight != height {
		g.rowHeight = height
		g.changed()
	}
}

// SetEmpty gives what stands in place of rows when there are none.
func (g *Grid) SetEmpty(object fyne.CanvasObject) { g.empty = object }

// Select moves the cursor to a row by its name, without telling OnSelect.
func (g *Grid) Select(id string) {
	row := g.find(id)
	g.cursor, g.anchor = row, row
	g.marked = map[int]bool{}
	if row >= 0 {
		g.reveal(row)
	}
	g.changed()
}

// Selected names the selected rows, in order.
func (g *Grid) Selected() []string {
	var ids []string
	for _, row := range g.selectedRows() {
		ids = append(ids, g.source.ID(row))
	}
	return ids
}

// SelectAll selects every row.
func (g *Grid) SelectAll() {
	if g.source == nil {
		return
	}
	for row := range g.source.Len() {
		g.marked[row] = true
	}
	g.changed()
}

func (g *Grid) isSelected(row int) bool { return row == g.cursor || g.marked[row] }

func (g *Grid) selectedRows() []int {
	var rows []int
	if g.source == nil {
		return nil
	}
	if len(g.marked) == 0 {
		if g.cursor >= 0 && g.cursor < g.source.Len() {
			return []int{g.cursor}
		}
		return nil
	}
	for row := range g.source.Len() {
		if g.isSelected(row) {
			if _, group := g.source.Group(row); !group {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

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

// page is the height in which rows are seen.
func (g *Grid) page() float64 { return float64(max(0, g.Size().Height-headerHeight)) }

func (g *Grid) clamp() {
	most := float64(g.rowCount())*float64(g.rowHeight) - g.page()
	g.top = max(0, min(g.top, most))
	g.left = max(0, min(g.left, g.wide()-g.Size().Width))
}

// reveal scrolls just far enough that a row is seen.
func (g *Grid) reveal(row int) {
	height := float64(g.rowHeight)
	if y := float64(row) * height; y < g.top {
		g.top = y
	} else if y+height > g.top+g.page() {
		g.top = y + height - g.page()
	}
	g.clamp()
}

// layColumns shares the width out: what columns ask for, and what is left over
// by their share; never less than their least.
func (g *Grid) layColumns(width float32) {
	g.widths = make([]float32, len(g.columns))
	total, grow := float32(0), float32(0)
	for i, column := range g.columns {
		g.widths[i] = column.Width
		if chosen, ok := g.resized[column.ID]; ok {
			g.widths[i] = chosen
		} else {
			grow += column.Grow
		}
		total += g.widths[i]
	}
	spare := width - barWidth - total
	for i, column := range g.columns {
		if _, chosen := g.resized[column.ID]; chosen || column.Grow == 0 || grow == 0 {
			continue
		}
		g.widths[i] = max(column.MinWidth, g.widths[i]+spare*column.Grow/grow)
	}
}

// wide is the width of all columns.
func (g *Grid) wide() float32 {
	total := barWidth
	for _, width := range g.widths {
		total += width
	}
	return total
}

// MinSize is small: the grid scrolls.
func (g *Grid) MinSize() fyne.Size { return fyne.NewSize(160, 100) }
