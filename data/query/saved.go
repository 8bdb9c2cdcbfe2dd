package query

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// Opened is a saved view ready to be shown: whatever of it still means
// something. It is what the window, the command line, Excel and print share.
type Opened struct {
	Saved   ledger.SavedView
	Kind    ledger.Kind // of the records that its tab lists
	Lists   bool        // the tab lists records of Kind; false for the overview, the checks and Since
	Query   Query       // words, filters, order and groups
	Own     []Filter    // by what only the tab filters: the form of a claim; of the checks and Since all filters
	Columns []string    // fields and columns of the tab, in order; empty for those of the tab
	Missing []Missing   // what the view says and nothing answers to any more
}

// Part is a part of a saved view.
type Part string

// The parts of a saved view that can go missing.
const (
	MissingQuery  Part = "query"  // the query cannot be read: Value has it
	MissingField  Part = "field"  // no records of the kind have this field
	MissingValue  Part = "value"  // a filter asks for a word or a record that there is not
	MissingColumn Part = "column" // no column has this name
	MissingSort   Part = "sort"   // nor field to order by
	MissingGroup  Part = "group"  // nor to group by
	MissingRecord Part = "record" // the record that was open is gone
)

// Missing is something that a saved view refers to and that is gone.
type Missing struct {
	Part  Part
	Field string // of a value: the field that was filtered
	Value string
}

// tabKinds says which records a tab lists; the tabs that list none are not
// there.
var tabKinds = map[string]ledger.Kind{"agreements": ledger.Agreements, "pipeline": ledger.Deals, "funds": ledger.Funds, "claims": ledger.Claims,
	"promises": ledger.Promises, "tracks": ledger.Tracks, "timeline": ledger.Events, "organisations": ledger.Organisations, "sources": ledger.Sources}

// KindOfTab gives the records that a tab lists, false when it lists none.
func KindOfTab(tab string) (ledger.Kind, bool) {
	kind, lists := tabKinds[tab]
	return kind, lists
}

// TabOfKind gives the tab that lists records of a kind, false when none does.
func TabOfKind(kind ledger.Kind) (string, bool) {
	for tab, listed := range tabKinds {
		if listed == kind {
			return tab, true
		}
	}
	return "", false
}

// tabFields lists the fields by which only the tab of a kind filters.
var tabFields = map[ledger.Kind][]string{ledger.Claims: {"form"}}

// TextOfTab writes what a tab is narrowed down by as a saved view keeps it: the
// filters of a query over records, then those that only the tab knows.
func TextOfTab(tab string, q Query, own []Filter) string {
	var parts []string
	if _, lists := KindOfTab(tab); lists {
		text := q.Text()
		if read, err := ParseQuery(text, q.Kind); err == nil {
			text = read.Text() // conditions typed and conditions chosen stand in one order
		}
		if text != "" {
			parts = append(parts, text)
		}
	} else {
		for _, word := range strings.Fields(q.Typed) {
			parts = append(parts, `"`+strings.ReplaceAll(word, `"`, "")+`"`)
		}
	}
	for _, filter := range own {
		parts = append(parts, filter.Field+":"+strings.Join(filter.Values, ","))
	}
	return strings.Join(parts, " ")
}

// OpenView reads a saved view of a ledger. What is gone is left away and named.
func OpenView(l *ledger.Ledger, ref ledger.Ref) Opened { return OpenSaved(l, l.SavedView(ref)) }

// OpenSaved is OpenView for a view that is not kept yet.
func OpenSaved(l *ledger.Ledger, saved ledger.SavedView) Opened {
	o := Opened{Saved: saved}
	o.Kind, o.Lists = KindOfTab(saved.Tab)
	if kind, key, _, ok := ledger.ParseName(saved.Record); saved.Record != "" {
		if _, there := l.Find(kind, key); !ok || !there {
			o.miss(MissingRecord, "", saved.Record)
			o.Saved.Record = ""
		}
	}
	q, err := readSaved(saved.Query, o.Kind)
	if err != nil {
		o.miss(MissingQuery, "", saved.Query)
	} else if _, err := Parse(q.Typed, o.Kind); err != nil {
		o.miss(MissingQuery, "", q.Typed)
		q.Typed = ""
	}
	o.Query = q
	if !o.Lists {
		o.Own, o.Query.Filters = q.Filters, nil
		return o
	}
	o.Query.Filters = o.known(l, q.Filters)
	for _, column := range saved.Columns {
		if !KnownColumn(o.Kind, column) {
			o.miss(MissingColumn, "", column)
			continue
		}
		o.Columns = append(o.Columns, column)
	}
	for _, sort := range saved.Sort {
		field, descending := ReadSort(o.Kind, sort)
		if _, ok := FieldOf(o.Kind, field); !ok {
			o.miss(MissingSort, "", field)
		} else {
			o.Query.Sort = append(o.Query.Sort, Order{field, descending})
		}
	}
	for _, group := range saved.Group {
		field := FieldOfColumn(o.Kind, group)
		if _, ok := FieldOf(o.Kind, field); !ok {
			o.miss(MissingGroup, "", field)
		} else if len(o.Query.Group) < MostGroups {
			o.Query.Group = append(o.Query.Group, field)
		}
	}
	return o
}

func (o *Opened) miss(part Part, field, value string) {
	o.Missing = append(o.Missing, Missing{part, field, value})
}

// known leaves away the filters and values to which nothing answers.
func (o *Opened) known(l *ledger.Ledger, filters []Filter) []Filter {
	var kept []Filter
	for _, filter := range filters {
		field, ok := FieldOf(o.Kind, filter.Field)
		switch {
		case !ok && slices.Contains(tabFields[o.Kind], filter.Field):
			o.Own = append(o.Own, filter)
			continue
		case !ok:
			o.miss(MissingField, "", filter.Field)
			continue
		}
		values := slices.DeleteFunc(slices.Clone(filter.Values), func(value string) bool {
			gone := !field.can(l, o.Kind, value)
			if gone {
				o.miss(MissingValue, field.ID, value)
			}
			return gone
		})
		if len(values) > 0 {
			kept = append(kept, Filter{filter.Field, values, filter.Exclude})
		}
	}
	return kept
}

// can reports whether records can have a value in the field: a word of its
// vocabulary, a record that there is. Of other values nothing is known.
func (f *Field) can(l *ledger.Ledger, kind ledger.Kind, value string) bool {
	switch {
	case value == "":
		return true
	case f.Words != nil:
		_, ok := f.Words.Position(value)
		return ok
	case f.ID == subjectField:
		named, key, _, ok := ledger.ParseName(value)
		_, there := l.Find(named, key)
		return ok && there
	case f.Keys:
		_, ok := l.Find(f.Target, value)
		return ok
	case f.ID == "key":
		_, ok := l.Find(kind, value)
		return ok
	}
	return true
}

// AsOf gives the days from which the view looks; those that it does not fix
// are those of whoever looks.
func (o *Opened) AsOf(otherwise ledger.AsOf) ledger.AsOf {
	for _, fixed := range []struct {
		text string
		day  *ledger.Day
	}{{o.Saved.AsOf, &otherwise.Happened}, {o.Saved.Known, &otherwise.Known}} {
		if day, err := ledger.ParseDay(fixed.text); err == nil {
			*fixed.day = day
		}
	}
	return otherwise
}

// subjectField holds full names of records: see subject.
const subjectField = "subject"

// titleColumn is the column of the title, whatever the kind calls it.
const titleColumn = "title"

// FieldOfColumn gives the field behind a column; "title" stands for that by
// which people know the kind.
func FieldOfColumn(kind ledger.Kind, column string) string {
	if at := kind.TitleColumn(); column == titleColumn && at >= 0 {
		return kind.Columns()[at].Name
	}
	return column
}

// ownColumns lists the columns of tabs that are no fields.
var ownColumns = map[ledger.Kind][]string{ledger.Deals: {"age"}, ledger.Funds: {"announced", "committed", "deployed", "returned", "untraced"}}

// KnownColumn reports whether records of a kind can be shown with a column: one
// of its fields, "title", or a column that only its tab has.
func KnownColumn(kind ledger.Kind, column string) bool {
	_, ok := FieldOf(kind, FieldOfColumn(kind, column))
	return ok || slices.Contains(ownColumns[kind], column)
}

// ReadSort reads a field to order by: a minus before it turns the order round.
func ReadSort(kind ledger.Kind, sort string) (field string, descending bool) {
	field, descending = strings.CutPrefix(sort, "-")
	return FieldOfColumn(kind, field), descending
}

// SortOf writes the order of a query as a saved view keeps it.
func SortOf(q Query) []string {
	var list []string
	for _, by := range q.Sort {
		if by.Descending {
			list = append(list, "-"+by.Field)
		} else {
			list = append(list, by.Field)
		}
	}
	return list
}

// GroupOf writes the groups of a query as a saved view keeps them.
func GroupOf(q Query) []string {
	return slices.Clone(q.Group)
}

// Rename gives the changes that give a record another key and carry it to
// every row, setting and saved view that names it, those that filter by it
// too.
func Rename(l *ledger.Ledger, ref ledger.Ref, key string) []ledger.Change {
	changes := l.Rename(ref, key)
	for row := range l.All(ledger.SavedViews) {
		saved := l.SavedView(row)
		kind, lists := KindOfTab(saved.Tab)
		p := parser{text: saved.Query, kind: kind, fields: true, loose: true}
		filter, err := p.all()
		if err != nil || !lists {
			continue
		}
		if renamed, any := renameIn(filter, l, ref, key); any {
			changes = append(changes, l.Set(row, "query", renamed.String()))
		}
	}
	return changes
}

// renameIn gives an expression in which a record has another key; any tells
// whether the record stands in it at all.
func renameIn(x Expression, l *ledger.Ledger, ref ledger.Ref, key string) (renamed Expression, any bool) {
	list := func(parts []Expression) []Expression {
		parts = slices.Clone(parts)
		for i, part := range parts {
			one, did := renameIn(part, l, ref, key)
			parts[i], any = one, any || did
		}
		return parts
	}
	switch x := x.(type) {
	case And:
		renamed = And(list(x))
		return renamed, any
	case Or:
		renamed = Or(list(x))
		return renamed, any
	case Not:
		of, did := renameIn(x.Of, l, ref, key)
		return Not{of}, did
	case Term:
		field, ok := FieldOf(x.Kind, x.Field)
		was, is := l.Key(ref), key
		switch {
		case ok && field.ID == subjectField:
			was, is = l.Name(ref), ref.Kind.String()+":"+key
		case !ok || !(field.Keys && field.Target == ref.Kind || field.ID == "key" && x.Kind == ref.Kind):
			return x, false
		}
		x.Values = slices.Clone(x.Values)
		for i := range x.Values {
			if x.Values[i].Text == was {
				x.Values[i].Text, any = is, true
			}
		}
		return x, any
	}
	return x, false
}
