package query

import (
	"context"
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// pass goes once over the rows of a kind and decides for each whether it is
// shown, what hides it, and in which facets it counts.
type pass struct {
	view    *ledger.View
	query   Query
	all     int
	words   []bool // by row: what was typed holds; nil when nothing is typed
	only    map[ledger.Ref]bool
	filters []chosen
	facets  []faceted
	chunks  []*chunk
}

// chosen is a filter ready to test rows.
type chosen struct {
	field   Field
	values  map[string]bool
	exclude bool
	column  *column // nil for fields with too many values
	wanted  []bool  // of a column: by number of the value
}

// faceted is a field whose values are counted.
type faceted struct {
	field    Field
	column   *column // nil for fields with too many values
	filtered bool    // some filter is of the field
}

// chunk is what a part of the rows gives.
type chunk struct {
	rows    []ledger.Ref
	absent  [ledger.NotDated + 1]int
	figure  int
	words   int
	filters []int
	facets  []map[string]int // of fields without a column
	counts  [][]int32        // of fields with one, by number of the value
}

// chunkRows is how many rows are worked out at a time; a cancelled query
// stops after the chunk at hand.
const chunkRows = 16384

func newPass(ctx context.Context, v *ledger.View, index *Index, q Query, facets []string) (*pass, error) {
	if index == nil { // only words and names are looked up in it
		index = &Index{ledger: v.Ledger(), columns: newColumns(), found: &lastFound{}}
	}
	p := &pass{view: v, query: q, all: v.Ledger().Len(q.Kind)}
	typed, err := Parse(q.Typed, q.Kind)
	if err != nil {
		return nil, err
	}
	if everything, ok := typed.(And); !ok || len(everything) > 0 {
		if p.words, err = Where(ctx, v, index, q.Kind, typed); err != nil {
			return nil, err
		}
	}
	if q.Only != nil {
		p.only = make(map[ledger.Ref]bool, len(q.Only))
		for _, ref := range q.Only {
			p.only[ref] = true
		}
	}
	for _, filter := range q.Filters {
		field, ok := FieldOf(q.Kind, filter.Field)
		if !ok {
			continue
		}
		wanted, err := newChosen(ctx, v, index, q.Kind, field, filter.Values)
		if err != nil {
			return nil, err
		}
		wanted.exclude = filter.Exclude
		p.filters = append(p.filters, wanted)
	}
	for _, id := range facets {
		field, ok := FieldOf(q.Kind, id)
		if !ok {
			continue
		}
		column, err := index.column(ctx, v, q.Kind, field)
		if err != nil {
			return nil, err
		}
		p.facets = append(p.facets, faceted{field, column, slices.ContainsFunc(p.filters, func(f chosen) bool { return f.field.ID == id })})
	}
	return p, nil
}

func newChosen(ctx context.Context, v *ledger.View, index *Index, kind ledger.Kind, field Field, values []string) (chosen, error) {
	column, err := index.column(ctx, v, kind, field)
	c := chosen{field: field, values: make(map[string]bool, len(values)), column: column}
	for _, value := range values {
		c.values[value] = true
	}
	if column != nil {
		c.wanted = make([]bool, len(column.words))
		for code, word := range column.words {
			c.wanted[code] = c.values[word]
		}
	}
	return c, err
}

func (p *pass) run(ctx context.Context) error {
	rows := int(p.view.Ledger().Rows(p.query.Kind))
	p.chunks = make([]*chunk, (rows+chunkRows-1)/chunkRows)
	return each(ctx, len(p.chunks), func(i int) {
		c := &chunk{filters: make([]int, len(p.filters)), facets: make([]map[string]int, len(p.facets)), counts: make([][]int32, len(p.facets))}
		for f := range p.facets {
			if column := p.facets[f].column; column != nil {
				c.counts[f] = make([]int32, len(column.words))
			} else {
				c.facets[f] = map[string]int{}
			}
		}
		first, end := i*chunkRows, min(rows, (i+1)*chunkRows)
		if p.words != nil && !slices.Contains(p.words[first:end], true) && p.only == nil && p.whole() {
			c.words = end - first
		} else {
			for row := first; row < end; row++ {
				p.test(c, ledger.Ref{Kind: p.query.Kind, Row: int32(row)})
			}
		}
		for f := range p.facets {
			p.facets[f].count(c, f, p.view, c.rows)
		}
		p.chunks[i] = c
	})
}

// whole reports whether the view has every place of the table: then nothing
// needs to be asked of single rows to know why they are not shown.
func (p *pass) whole() bool {
	return p.view.Len(p.query.Kind) == int(p.view.Ledger().Rows(p.query.Kind))
}

// test sorts one row into a chunk.
func (p *pass) test(c *chunk, ref ledger.Ref) {
	switch {
	case p.words != nil && p.words[ref.Row] && p.only == nil: // it is in the view
	case !p.view.Has(ref):
		if p.view.Ledger().Has(ref) {
			c.absent[p.view.Absence(ref)]++
		}
		return
	case p.only != nil && !p.only[ref]:
		c.figure++
		return
	case p.words != nil && !p.words[ref.Row]:
		c.words++
		return
	}
	first, fields := -1, 0 // the first filter that fails, and of how many fields some do
	for i := range p.filters {
		if p.filters[i].takes(p.view, ref) == p.filters[i].exclude {
			if first < 0 {
				first, fields = i, 1
			} else if p.filters[i].field.ID != p.filters[first].field.ID {
				fields = 2
			}
		}
	}
	if fields == 0 {
		c.rows = append(c.rows, ref)
		return
	}
	c.filters[first]++
	if fields > 1 {
		return
	}
	for i := range p.facets {
		// A row counts under the other filters: those of the facet's own field may fail.
		if p.facets[i].filtered && p.filters[first].field.ID == p.facets[i].field.ID {
			p.facets[i].count(c, i, p.view, []ledger.Ref{ref})
		}
	}
}

// count adds the values of rows to a facet.
func (f *faceted) count(c *chunk, at int, v *ledger.View, rows []ledger.Ref) {
	if f.column == nil {
		for _, ref := range rows {
			values := f.field.Values(v, ref)
			if len(values) == 0 {
				c.facets[at][""]++
			}
			for _, value := range values {
				c.facets[at][value]++
			}
		}
		return
	}
	counts, codes := c.counts[at], f.column.codes
	if f.column.starts == nil {
		for _, ref := range rows {
			counts[codes[ref.Row]]++
		}
		return
	}
	for _, ref := range rows {
		for _, code := range f.column.of(ref.Row) {
			counts[code]++
		}
	}
}

func (c *chosen) takes(v *ledger.View, ref ledger.Ref) bool {
	if c.column != nil {
		for _, code := range c.column.of(ref.Row) {
			if c.wanted[code] {
				return true
			}
		}
		return false
	}
	values := c.field.Values(v, ref)
	if len(values) == 0 {
		return c.values[""]
	}
	for _, value := range values {
		if c.values[value] {
			return true
		}
	}
	return false
}

// selection puts the chunks together.
func (p *pass) selection() *Selection {
	s := &Selection{Query: p.query, All: p.all, Facets: map[string][]Count{}}
	var absent [ledger.NotDated + 1]int
	figure, words, shown, filters := 0, 0, 0, make([]int, len(p.filters))
	for _, c := range p.chunks {
		shown += len(c.rows)
	}
	if shown > 0 {
		s.Rows = make([]ledger.Ref, 0, shown)
	}
	for _, c := range p.chunks {
		s.Rows = append(s.Rows, c.rows...)
		for i, n := range c.absent {
			absent[i] += n
		}
		figure += c.figure
		words += c.words
		for i, n := range c.filters {
			filters[i] += n
		}
	}
	for i, n := range absent {
		if n > 0 {
			s.Hidden = append(s.Hidden, Reason{Kind: HiddenByDay, Absence: ledger.Absence(i), Count: n})
		}
	}
	if p.only != nil {
		s.Hidden = append(s.Hidden, Reason{Kind: HiddenByFigure, Count: figure})
	}
	if p.words != nil {
		s.Hidden = append(s.Hidden, Reason{Kind: HiddenByWords, Count: words})
	}
	for i, filter := range p.filters {
		s.Hidden = append(s.Hidden, Reason{Kind: HiddenByFilter, Field: filter.field.ID, Exclude: filter.exclude, Count: filters[i]})
	}
	for i := range p.facets {
		s.Facets[p.facets[i].field.ID] = p.counts(i)
	}
	return s
}

// counts lists the values of a facet: those of a vocabulary in its order,
// others by count. Chosen values stay listed when nothing has them.
func (p *pass) counts(facet int) []Count {
	field, sums := p.facets[facet].field, map[string]int{}
	if column := p.facets[facet].column; column != nil {
		totals := make([]int, len(column.words))
		for _, c := range p.chunks {
			for code, n := range c.counts[facet] {
				totals[code] += int(n)
			}
		}
		for code, n := range totals {
			if n > 0 {
				sums[column.words[code]] = n
			}
		}
	}
	for _, c := range p.chunks {
		for value, n := range c.facets[facet] {
			sums[value] += n
		}
	}
	for _, value := range slices.Concat(p.query.Chosen(field.ID), p.query.Excluded(field.ID)) {
		sums[value] += 0
	}
	list := make([]Count, 0, len(sums))
	for value, n := range sums {
		list = append(list, Count{value, n})
	}
	slices.SortFunc(list, func(a, b Count) int {
		if (a.Value == "") != (b.Value == "") {
			return later(a.Value == "")
		}
		if field.Shape == Word && field.Words != nil {
			one, _ := field.Words.Position(a.Value)
			other, _ := field.Words.Position(b.Value)
			return int(one) - int(other)
		}
		if field.Shape != Day && a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Value, b.Value)
	})
	return list
}

func later(yes bool) int {
	if yes {
		return 1
	}
	return -1
}
