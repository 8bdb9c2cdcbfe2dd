package facets

import "sort"

// Measures of the design, in device-independent pixels.
const (
	head       float32 = 8 // above everything
	headHeight float32 = 22
	headSpace  float32 = 5 // above a title
	rowHeight  float32 = 21
	linkHeight float32 = 18
	spanHeight float32 = 54
	inset      float32 = 16
	indent     float32 = 20 // of labels after the check boxes
)

// kind is what a row of the column is.
type kind uint8

const (
	title kind = iota
	value
	more
	less
	span
)

// item is one row of the column.
type item struct {
	kind   kind
	group  int
	value  int // of a value; how many more there are
	y      float32
	height float32
}

// lay works out which rows there are.
func (f *Facets) lay() {
	f.items = f.items[:0]
	y := head
	put := func(kind kind, group, value int, height float32) {
		f.items = append(f.items, item{kind, group, value, y, height})
		y += height
	}
	for g, group := range f.groups {
		if g > 0 {
			y += headSpace
		}
		put(title, g, 0, headHeight)
		if f.closed[group.ID] {
			continue
		}
		if len(group.Span) > 0 {
			put(span, g, 0, spanHeight)
		}
		long := len(group.Values) > firstShown+1
		hidden := 0
		for v := range group.Values {
			chosen := group.Values[v].Checked || group.Values[v].Excluded
			if sought := f.sought[group.ID]; sought != "" {
				if chosen || f.Match(group.Values[v].Label, sought) {
					put(value, g, v, rowHeight)
				}
				continue
			}
			if long && v >= firstShown && !f.opened[group.ID] && !chosen {
				hidden++
				continue
			}
			put(value, g, v, rowHeight)
		}
		switch {
		case f.sought[group.ID] != "":
		case hidden > 0:
			put(more, g, hidden, linkHeight)
		case long && f.opened[group.ID] && group.Less != "":
			put(less, g, 0, linkHeight)
		}
	}
	f.height = y + head
	f.cursor = max(0, min(f.cursor, len(f.items)-1))
	f.clamp()
}

func (f *Facets) clamp() { f.top = max(0, min(f.top, f.height-f.Size().Height)) }

// firstAt gives the first row that ends below a height of the whole column.
func (f *Facets) firstAt(y float32) int {
	return sort.Search(len(f.items), func(i int) bool { return f.items[i].y+f.items[i].height > y })
}

// itemAt gives the row at a height of the screen, -1 for none.
func (f *Facets) itemAt(y float32) int {
	y += f.top
	if i := f.firstAt(y); i < len(f.items) && y >= f.items[i].y {
		return i
	}
	return -1
}

// name is a row by what it shows: it outlives other counts.
type name struct {
	kind         kind
	group, value string
}

func (f *Facets) nameOf(at int) name {
	it := f.items[at]
	n := name{kind: it.kind, group: f.groups[it.group].ID}
	if it.kind == value {
		n.value = f.groups[it.group].Values[it.value].ID
	}
	return n
}

// find gives the row of a name, else that of the title of its group, else -1.
func (f *Facets) find(n name) int {
	heading := -1
	for i := range f.items {
		switch f.nameOf(i) {
		case n:
			return i
		case name{kind: title, group: n.group}:
			heading = i
		}
	}
	return heading
}

// held is where the cursor and a row in sight are while other rows come.
type held struct {
	cursor, row name
	y           float32 // of the row on the screen
	any         bool
}

// hold remembers the cursor, and the place of its row or else of the first in sight.
func (f *Facets) hold() held {
	if len(f.items) == 0 {
		return held{}
	}
	row := f.cursor
	if y := f.items[row].y - f.top; y < 0 || y >= f.Size().Height {
		row = min(f.firstAt(f.top), len(f.items)-1)
	}
	return held{cursor: f.nameOf(f.cursor), row: f.nameOf(row), y: f.items[row].y - f.top, any: true}
}

func (f *Facets) restore(h held) {
	if !h.any {
		return
	}
	if at := f.find(h.cursor); at >= 0 {
		f.cursor = at
	}
	if at := f.find(h.row); at >= 0 {
		f.top = f.items[at].y - h.y
	}
	f.clamp()
}
