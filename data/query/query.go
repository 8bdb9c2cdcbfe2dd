package query

import (
	"context"
	"slices"

	"summitledger/data/ledger"
)

// Filter keeps the records whose value in a field is one of those chosen, or
// with Exclude all others; the empty value stands for records that have none.
type Filter struct {
	Field   string
	Values  []string
	Exclude bool
}

// Query says which records of a kind are wanted and in which order.
type Query struct {
	Kind       ledger.Kind
	Typed      string   // as typed, in the language of filters; plain words must all occur in title, names, aliases or summary
	Filters    []Filter // in the order in which they were applied
	Only       []ledger.Ref
	OnlyReason string   // says where Only comes from; its chip is removable like a filter
	Sort       []Order  // the first decides, the next one among equals; none: the order of the file
	Group      []string // fields to group by, the outermost first, at most MostGroups; none: no groups
}

// MostGroups is how many fields one may group by at a time.
const MostGroups = 3

// Order orders records by a field. Those without a value come last, whichever
// way it runs.
type Order struct {
	Field      string
	Descending bool
}

// By orders by one field, upwards.
func By(field string) []Order { return []Order{{Field: field}} }

// Down orders by one field, downwards.
func Down(field string) []Order { return []Order{{field, true}} }

// With gives the query with the chosen values of a field; none removes the filter.
func (q Query) With(field string, values []string) Query {
	return q.with(Filter{Field: field, Values: values})
}

// Without gives the query that leaves out the given values of a field; none
// leaves out nothing.
func (q Query) Without(field string, values []string) Query {
	return q.with(Filter{Field: field, Values: values, Exclude: true})
}

func (q Query) with(filter Filter) Query {
	filters := slices.Clone(q.Filters)
	at := slices.IndexFunc(filters, filter.sameAs)
	switch {
	case len(filter.Values) == 0 && at >= 0:
		filters = slices.Delete(filters, at, at+1)
	case len(filter.Values) > 0 && at >= 0:
		filters[at] = filter
	case len(filter.Values) > 0:
		filters = append(filters, filter)
	}
	q.Filters = filters
	return q
}

// Chosen lists the values chosen in a field.
func (q Query) Chosen(field string) []string { return q.values(Filter{Field: field}) }

// Excluded lists the values left out in a field.
func (q Query) Excluded(field string) []string { return q.values(Filter{Field: field, Exclude: true}) }

func (q Query) values(of Filter) []string {
	for _, filter := range q.Filters {
		if filter.sameAs(of) {
			return filter.Values
		}
	}
	return nil
}

// Toggle gives the query with one value of a field chosen or no longer chosen.
func (q Query) Toggle(field, value string) Query {
	return q.With(field, toggled(q.Chosen(field), value))
}

// ToggleExcluded gives the query with one value of a field left out or no
// longer left out.
func (q Query) ToggleExcluded(field, value string) Query {
	return q.Without(field, toggled(q.Excluded(field), value))
}

func toggled(values []string, value string) []string {
	values = slices.Clone(values)
	if at := slices.Index(values, value); at >= 0 {
		return slices.Delete(values, at, at+1)
	}
	return append(values, value)
}

// ReasonKind says what hides records.
type ReasonKind uint8

// What hides records, in the order in which it is applied: the days of the
// view, the records of an opened figure, the words typed, the filters.
const (
	HiddenByDay ReasonKind = iota
	HiddenByFigure
	HiddenByWords
	HiddenByFilter
)

// Reason says how many records are hidden and why. A record that several
// things hide counts under the first.
type Reason struct {
	Kind    ReasonKind
	Absence ledger.Absence // of HiddenByDay
	Field   string         // of HiddenByFilter
	Exclude bool           // of HiddenByFilter: the filter leaves values out
	Count   int
}

// Selection is what a query picks from a view: Shown and the counts of Hidden
// together are always All.
type Selection struct {
	Query  Query
	Rows   []ledger.Ref // in order
	Groups []Group      // empty without grouping; a group stands before the groups in it
	All    int          // records of the kind in the ledger
	Hidden []Reason
	Facets map[string][]Count // by field: values with the number of records under the other filters
}

// Count is how many records have a value.
type Count struct {
	Value string
	Count int
}

// Group is a run of rows with the same values of the grouping fields down to
// its level.
type Group struct {
	Level int // 0 of the outermost field
	Value string
	First int // place of its first row in Rows
	Rows  int
}

// Run carries out a query on a view. facets lists the fields to count. What was
// typed may hold a *Mistake; then nothing is carried out.
func Run(ctx context.Context, v *ledger.View, index *Index, q Query, facets []string, order Collator) (*Selection, error) {
	pass, err := newPass(ctx, v, index, q, facets)
	if err != nil {
		return nil, err
	}
	if err := pass.run(ctx); err != nil {
		return nil, err
	}
	selection := pass.selection()
	if err := arrange(ctx, v, selection, order); err != nil {
		return nil, err
	}
	return selection, nil
}
