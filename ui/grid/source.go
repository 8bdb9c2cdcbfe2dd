package grid

import "summitledger/ui/look"

// Cell is what stands in one place.
type Cell struct {
	Text  string
	Mark  string     // name of a mark before the text, as look.Mark knows it: "disc", "disc.green"
	Token look.Token // colour of the text
	Bold  bool
	Tag   string // in a frame before the text, such as EN; it is not copied
	Unit  string // small and pale before the text, such as USD; it is copied
}

// GroupRow is the heading over the rows of a group.
type GroupRow struct {
	Title, Count, Note string
	Closed             bool   // its rows are not among those of the source
	Level              int    // 0 of a group in no other
	Total              string // what the rows of the group add up to, with what that leaves out
	In                 string // the column that the total is of: it stands at its right end
}

// Source gives the rows. Its answers do not change; other rows are another source.
type Source interface {
	Len() int
	Cell(row int, column string) Cell
	ID(row int) string // names a row for as long as it exists, wherever it stands
	Group(row int) (GroupRow, bool)
}

// Finder is a source that knows where a row stands. Without it the grid looks
// through the rows, and through no more than searched of them.
type Finder interface {
	Row(id string) (row int, found bool)
}

// searched bounds how many rows are looked through for one that moved.
const searched = 200_000

// find gives the row of a name, -1 for none.
func (g *Grid) find(id string) int {
	if id == "" || g.source == nil {
		return -1
	}
	return g.findAll([]string{id}, []int{g.cursor})[0]
}

// findAll gives the rows of names, -1 for those that are gone. A name is first
// looked for where it was.
func (g *Grid) findAll(ids []string, before []int) []int {
	rows := make([]int, len(ids))
	missing := map[string]int{}
	finder, finds := g.source.(Finder)
	for i, id := range ids {
		rows[i] = -1
		switch at := before[i]; {
		case at >= 0 && at < g.rowCount() && g.source.ID(at) == id:
			rows[i] = at
		case finds:
			if row, found := finder.Row(id); found {
				rows[i] = row
			}
		default:
			missing[id] = i
		}
	}
	for row := 0; row < min(g.rowCount(), searched) && len(missing) > 0; row++ {
		id := g.source.ID(row)
		if i, wanted := missing[id]; wanted {
			rows[i] = row
			delete(missing, id)
		}
	}
	return rows
}
