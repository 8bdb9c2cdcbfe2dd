package grid

// Align says at which side of its column a text stands.
type Align uint8

// The sides.
const (
	Left Align = iota
	Right
	Centre
)

// Column is a column of the grid.
type Column struct {
	ID, Title string
	Width     float32 // what it asks for, the gap to the next column included
	MinWidth  float32
	Grow      float32 // its share of width that is left over
	Align     Align
	Sortable  bool
	Leaves    int      // the column with the largest leaves first when there is little room; 0 stays
	Hidden    bool     // neither drawn nor copied
	Away      bool     // shown, but neither drawn nor copied now: the rows are grouped by it
	Fixed     bool     // a person chose the width: it neither grows nor shrinks
	Painter   *Painter // draws the cells; nil for cells of text
}

// Measures of columns, in device-independent pixels.
const (
	inset       float32 = 16 // before the first column
	gap         float32 = 12 // after the content of each column
	leastColumn float32 = 40
)

// SetColumns shows other columns; widths that a person chose are kept.
func (g *Grid) SetColumns(columns []Column) {
	current := g.cellColumn()
	g.given = append([]Column(nil), columns...)
	g.order()
	g.cell = g.indexOf(current)
	for _, column := range columns {
		if chosen, ok := g.resized[column.ID]; column.Fixed && !ok {
			g.resized[column.ID] = column.Width
		} else if ok && chosen < column.MinWidth {
			g.resized[column.ID] = max(leastColumn, chosen)
		}
	}
	g.changed()
}

// Columns gives the columns as they stand now; one whose width a person chose
// is marked as fixed, so that saved columns come back as they were.
func (g *Grid) Columns() []Column {
	columns := append([]Column(nil), g.columns...)
	for i := range columns {
		if i < len(g.widths) && g.widths[i] > 0 {
			columns[i].Width = g.widths[i]
		}
		_, columns[i].Fixed = g.resized[columns[i].ID]
	}
	return columns
}

// layColumns shares a width out: what columns ask for, less those that leave,
// and what is left over by their share; growing columns also give way, down to
// their least. A column without width is not drawn.
func (g *Grid) layColumns(width float32) {
	g.widths = make([]float32, len(g.columns))
	room, total := width-inset, float32(0)
	for i, column := range g.columns {
		if column.Hidden || column.Away {
			continue
		}
		g.widths[i] = max(leastColumn, column.Width)
		if chosen, ok := g.resized[column.ID]; ok {
			g.widths[i] = chosen
		}
		total += g.widths[i]
	}
	g.share(room - g.leave(total, room))
}

// leave takes columns away, those that leave first, until the others fit; it
// gives the width that is left.
func (g *Grid) leave(total, room float32) float32 {
	for total > room {
		first := -1
		for i, column := range g.columns {
			if column.Leaves > 0 && g.widths[i] > 0 && (first < 0 || column.Leaves > g.columns[first].Leaves) {
				first = i
			}
		}
		if first < 0 {
			return total
		}
		total -= g.widths[first]
		g.widths[first] = 0
	}
	return total
}

// share gives spare width, or takes what is missing, by the columns' shares;
// what one cannot give below its least the others give.
func (g *Grid) share(spare float32) {
	least := make([]bool, len(g.columns))
	for {
		grow := float32(0)
		for i, column := range g.columns {
			if g.grows(i) && !least[i] {
				grow += column.Grow
			}
		}
		if grow == 0 {
			return
		}
		again := false
		for i, column := range g.columns {
			if lowest := max(leastColumn, column.MinWidth); g.grows(i) && !least[i] && g.widths[i]+spare*column.Grow/grow < lowest {
				spare += g.widths[i] - lowest
				g.widths[i], least[i], again = lowest, true, true
				break
			}
		}
		if again {
			continue
		}
		for i, column := range g.columns {
			if g.grows(i) && !least[i] {
				g.widths[i] += spare * column.Grow / grow
			}
		}
		return
	}
}

func (g *Grid) grows(column int) bool {
	_, chosen := g.resized[g.columns[column].ID]
	return !chosen && g.columns[column].Grow > 0 && g.widths[column] > 0
}

// wide is the width of all columns.
func (g *Grid) wide() float32 {
	total := inset
	for _, width := range g.widths {
		total += width
	}
	return total
}

// resizeColumn makes a column as wide as a person wants it.
func (g *Grid) resizeColumn(at int, width float32) {
	g.resized[g.columns[at].ID] = max(leastColumn, width)
	g.changed()
	if g.OnColumns != nil {
		g.OnColumns()
	}
}

// fitColumn makes a column as wide as its heading and the rows in sight need.
func (g *Grid) fitColumn(at int) {
	column := g.columns[at]
	if column.Painter != nil {
		return // what is drawn fits any width
	}
	width := headingWidth(column)
	first, last := g.Shown()
	for row := first; row < last; row++ {
		if _, group := g.source.Group(row); !group {
			width = max(width, cellWidth(g.source.Cell(row, column.ID)))
		}
	}
	g.resizeColumn(at, width+gap+1)
}
