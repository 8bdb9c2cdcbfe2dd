package query

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// Text writes everything that a query filters by - the words typed and the
// chosen values - as one text in the language of filters. Parts of the text
// typed that are no filter are left out.
func (q Query) Text() string { return q.Expression().String() }

// Expression gives everything that a query filters by.
func (q Query) Expression() Expression {
	var parts []Expression
	if typed, err := Parse(q.Typed, q.Kind); err == nil {
		parts = append(parts, typed)
	}
	for _, filter := range q.Filters {
		if x, ok := filter.expression(q.Kind); ok {
			parts = append(parts, x)
		}
	}
	return both(parts...)
}

// ParseQuery reads the text of a query: conditions that choose values of a
// field become its filters, all others are what was typed.
func ParseQuery(text string, kind ledger.Kind) (Query, error) {
	return readQuery(parser{text: strings.ToValidUTF8(text, "\uFFFD"), kind: kind, fields: true})
}

// readSaved is ParseQuery for a text that was kept: fields and words that
// there are no more stay among the filters, for whoever asks to name them.
func readSaved(text string, kind ledger.Kind) (Query, error) {
	return readQuery(parser{text: strings.ToValidUTF8(text, "\uFFFD"), kind: kind, fields: true, loose: true})
}

func readQuery(p parser) (Query, error) {
	q := Query{Kind: p.kind}
	expression, err := p.all()
	if err != nil {
		return q, err
	}
	parts, ok := expression.(And)
	if !ok {
		parts = And{expression}
	}
	var typed []Expression
	for _, part := range parts {
		filter, ok := filterOf(part)
		if !ok || slices.ContainsFunc(q.Filters, filter.sameAs) {
			typed = append(typed, part)
			continue
		}
		q.Filters = append(q.Filters, filter)
	}
	q.Typed = both(typed...).String()
	return q, nil
}

// expression gives the condition that a filter is; none without values. A
// field that the kind does not have is one of a tab's own: its values are texts.
func (f Filter) expression(kind ledger.Kind) (Expression, bool) {
	field, _ := FieldOf(kind, f.Field)
	if len(f.Values) == 0 {
		return nil, false
	}
	var x Expression
	if len(f.Values) == 1 && f.Values[0] == "" {
		x = Not{Stated{kind, f.Field}}
	} else {
		term := Term{Kind: kind, Field: f.Field, Op: Is}
		for _, value := range f.Values {
			term.Values = append(term.Values, field.valueOf(value))
		}
		x = term
	}
	if f.Exclude {
		x = negate(x)
	}
	return x, true
}

// valueOf gives the value of the language for a value of a facet: of days a
// year, of amounts a currency, of numbers a number.
func (f *Field) valueOf(value string) Value {
	switch f.Shape {
	case Day:
		if period, ok := readPeriod(value); ok {
			return Value{Days: period}
		}
	case Number:
		if amount, ok := readNumber(value); ok {
			return Value{Money: &Amounts{Least: &amount, Most: &amount}}
		}
	case Amount:
		if f.Plain == nil {
			break
		}
		if amount, ok := readNumber(value); ok {
			return Value{Money: &Amounts{Least: &amount, Most: &amount}}
		}
	}
	return Value{Text: value}
}

// filterOf gives the filter that a condition is, if it chooses values of a
// field as facets do.
func filterOf(x Expression) (Filter, bool) {
	exclude := false
	if not, ok := x.(Not); ok {
		exclude, x = true, not.Of
	}
	switch x := x.(type) {
	case Stated:
		return Filter{Field: x.Field, Values: []string{""}, Exclude: !exclude}, true
	case Term:
		field, _ := FieldOf(x.Kind, x.Field) // one that there is not has values all the same
		if x.Op != Is {
			return Filter{}, false
		}
		filter := Filter{Field: x.Field, Exclude: exclude}
		for _, value := range x.Values {
			text := value.Text
			switch {
			case value.Until != "" || value.Days != nil && (value.Days.Range || value.Days.From.Precision != ledger.ByYear):
				return Filter{}, false
			case value.Money != nil && (!value.Money.single() || value.Money.Currency != ""):
				return Filter{}, false
			case value.Days != nil:
				text = dateText(value.Days.From)
			case value.Money != nil:
				text = value.Money.Least.String()
			}
			if field.valueOf(text).String() != value.String() {
				return Filter{}, false
			}
			filter.Values = append(filter.Values, text)
		}
		return filter, true
	}
	return Filter{}, false
}

// sameAs reports whether a filter is of the same field and direction.
func (f Filter) sameAs(other Filter) bool {
	return f.Field == other.Field && f.Exclude == other.Exclude
}
