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
	facets  []Field
	chunks  []*chunk
}

// chosen is a filter ready to test rows.
type chosen struct {
	field   Field
	values  map[string]bool
	exclude bool
}

// chunk is what a part of the rows gives.
type chunk struct {
	rows    []ledger.Ref
	absent  [ledger.NotDated + 1]int
	figure  int
	words   int
	filters []int
	facets  []map[string]int
}

// chunkRows is how many rows are worked out at a time; a cancelled query
// stops after the chunk at hand.
const chunkRows = 16384

func newPass(ctx context.Context, v *ledger.View, index *Index, q Query, facets []string) (*pass, error) {
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
		values := make(map[string]bool, len(filter.Values))
		for _, value := range filter.Values {
			values[value] = true
		}
		p.filters = append(p.filters, chosen{field, values, filter.Exclude})
	}
	for _, id := range facets {
		if field, ok := FieldOf(q.Kind, id); ok {
			p.facets = append(p.facets, field)
		}
	}
	return p, nil
}

func (p *pass) run(ctx context.Context) error {
	rows := int(p.view.Ledger().Rows(p.query.Kind))
	p.chunks = make([]*chunk, (rows+chunkRows-1)/chunkRows)
	return each(ctx, len(p.chunks), func(i int) {
		c := &chunk{filters: make([]int, len(p.filters)), facets: make([]map[string]int, len(p.facets))}
		for f := range c.facets {
			c.facets[f] = map[string]int{}
		}
		for row := i * chunkRows; row < min(rows, (i+1)*chunkRows); row++ {
			p.test(c, ledger.Ref{Kind: p.query.Kind, Row: int32(row)})
		}
		p.chunks[i] = c
	})
}

// test sorts one row into a chunk.
func (p *pass) test(c *chunk, ref ledger.Ref) {
	switch {
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
	} else {
		c.filters[first]++
	}
	if fields > 1 {
		return
	}
	for i := range p.facets {
		// A row counts under the other filters: those of the facet's own field may fail.
		if fields == 1 && p.filters[first].field.ID != p.facets[i].ID {
			continue
		}
		values := p.facets[i].Values(p.view, ref)
		if len(values) == 0 {
			c.facets[i][""]++
		}
		for _, value := range values {
			c.facets[i][value]++
		}
	}
}

func (c *chosen) takes(v *ledger.View, ref ledger.Ref) bool {
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
	figure, words, filters := 0, 0, make([]int, len(p.filters))
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
	for i, field := range p.facets {
		s.Facets[field.ID] = p.counts(i, field)
	}
	return s
}

// counts lists the values of a facet: those of a vocabulary in its order,
// others by count. Chosen values stay listed when nothing has them.
func (p *pass) counts(facet int, field Field) []Count {
	sums := map[string]int{}
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
