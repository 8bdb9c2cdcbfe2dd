package ui

import (
	"maps"
	"slices"

	"summitledger/data/query"
)

// narrowing holds the values that a person chose to narrow a list down by, by
// field. Values of a field are alternatives, fields hold together.
type narrowing map[string][]string

// toggle chooses a value, or lets it go.
func (n narrowing) toggle(field, value string) {
	values := slices.Clone(n[field])
	if at := slices.Index(values, value); at >= 0 {
		n[field] = slices.Delete(values, at, at+1)
		return
	}
	n[field] = append(values, value)
}

// takes reports whether something with these words is left, one field aside.
func (n narrowing) takes(word func(field string) string, besides string) bool {
	for field, values := range n {
		if field != besides && len(values) > 0 && !slices.Contains(values, word(field)) {
			return false
		}
	}
	return true
}

// chosen reports whether a value of a field is chosen.
func (n narrowing) chosen(field, value string) bool { return slices.Contains(n[field], value) }

// query writes the words and the chosen values down, by fields of the tab.
func (n narrowing) query(words string) query.Query {
	q := query.Query{Typed: words}
	for _, field := range slices.Sorted(maps.Keys(n)) {
		if len(n[field]) > 0 {
			q.Filters = append(q.Filters, query.Filter{Field: field, Values: slices.Clone(n[field])})
		}
	}
	return q
}

// narrowingOf reads what query wrote.
func narrowingOf(q query.Query) (n narrowing, words string) {
	n = narrowing{}
	for _, filter := range q.Filters {
		n[filter.Field] = slices.Clone(filter.Values)
	}
	return n, q.Typed
}
