package grid

import "slices"

// span is rows from the first to the last, both among them.
type span struct{ first, last int }

// selection is rows as spans in order, apart from each other: a million
// selected rows are one span.
type selection []span

func (s selection) contains(row int) bool {
	_, found := s.place(row)
	return found
}

// place finds the span that holds a row, or where one would stand.
func (s selection) place(row int) (int, bool) {
	return slices.BinarySearchFunc(s, row, func(at span, row int) int {
		switch {
		case at.last < row:
			return -1
		case at.first > row:
			return 1
		}
		return 0
	})
}

// toggle adds a row or takes it away.
func (s selection) toggle(row int) selection {
	at, found := s.place(row)
	if !found {
		return slices.Insert(slices.Clone(s), at, span{row, row})
	}
	var parts []span
	if s[at].first < row {
		parts = append(parts, span{s[at].first, row - 1})
	}
	if s[at].last > row {
		parts = append(parts, span{row + 1, s[at].last})
	}
	return slices.Replace(slices.Clone(s), at, at+1, parts...)
}

// count is how many rows there are.
func (s selection) count() int {
	n := 0
	for _, at := range s {
		n += at.last - at.first + 1
	}
	return n
}

// rows goes through the rows in order.
func (s selection) rows(yield func(int) bool) {
	for _, at := range s {
		for row := at.first; row <= at.last; row++ {
			if !yield(row) {
				return
			}
		}
	}
}

// kept bounds how many selected rows are found again among other rows.
const kept = 10_000

// held is what is selected, by name, while other rows come.
type held struct {
	ids            []string
	rows           []int
	cursor, anchor string
	all            bool
	offset         float64 // of the cursor's row on the screen
	seen           bool    // the cursor's row was on the screen
}

func (g *Grid) hold() held {
	h := held{}
	if g.source == nil {
		return h
	}
	h.all = g.rowCount() > 1 && g.selected.count() == g.rowCount()
	if n := g.selected.count(); n <= kept && !h.all {
		for row := range g.selected.rows {
			h.ids, h.rows = append(h.ids, g.source.ID(row)), append(h.rows, row)
		}
	}
	if g.cursor >= 0 && g.cursor < g.rowCount() {
		h.cursor = g.source.ID(g.cursor)
		h.offset = float64(g.cursor)*float64(g.rowHeight) - g.top
		h.seen = h.offset >= 0 && h.offset < g.page()
	}
	if g.anchor >= 0 && g.anchor < g.rowCount() {
		h.anchor = g.source.ID(g.anchor)
	}
	return h
}

// restore selects among new rows what was held.
func (g *Grid) restore(h held, follow bool) {
	names := append(slices.Clone(h.ids), h.cursor, h.anchor)
	before := append(slices.Clone(h.rows), g.cursor, g.anchor)
	g.selected = nil
	if g.source == nil {
		g.cursor, g.anchor = -1, -1
		return
	}
	rows := g.findAll(names, before)
	g.cursor, g.anchor = rows[len(rows)-2], rows[len(rows)-1]
	if h.anchor == h.cursor {
		g.anchor = g.cursor
	}
	found := slices.DeleteFunc(rows[:len(rows)-2], func(row int) bool { return row < 0 })
	slices.Sort(found)
	for _, row := range found {
		if last := len(g.selected) - 1; last >= 0 && g.selected[last].last == row-1 {
			g.selected[last].last = row
		} else if last < 0 || g.selected[last].last != row {
			g.selected = append(g.selected, span{row, row})
		}
	}
	if h.all && g.rowCount() > 0 {
		g.selected = selection{{0, g.rowCount() - 1}}
	}
	if follow && h.seen && g.cursor >= 0 {
		g.top = float64(g.cursor)*float64(g.rowHeight) - h.offset
	}
}
