package query

import (
	"context"
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// evaluation finds the rows for which an expression holds.
type evaluation struct {
	context context.Context
	view    *ledger.View
	index   *Index
	kind    ledger.Kind
	there   []bool // by row: in the view
}

// Where marks, by row, the records of a kind in the view for which an
// expression holds.
func Where(ctx context.Context, v *ledger.View, index *Index, kind ledger.Kind, x Expression) ([]bool, error) {
	e := evaluation{ctx, v, index, kind, make([]bool, v.Ledger().Rows(kind))}
	for ref := range v.All(kind) {
		e.there[ref.Row] = true
	}
	return e.where(x, e.there)
}

// where marks those of the rows within for which the expression holds. The
// slice that it gives is new.
func (e *evaluation) where(x Expression, within []bool) ([]bool, error) {
	switch x := x.(type) {
	case And:
		return e.all(x, within)
	case Or:
		found := make([]bool, len(within))
		for _, part := range x {
			some, err := e.where(part, within)
			if err != nil {
				return nil, err
			}
			for i, yes := range some {
				found[i] = found[i] || yes
			}
		}
		return found, nil
	case Not:
		found, err := e.where(x.Of, within)
		for i := range found {
			found[i] = within[i] && !found[i]
		}
		return found, err
	case Occurs:
		return e.find([][]spelling{spellings(x.Text)}, within)
	case Stated:
		field, ok := FieldOf(e.kind, x.Field)
		if !ok {
			return make([]bool, len(within)), nil
		}
		return e.scan(within, func(ref ledger.Ref) bool { return len(field.Values(e.view, ref)) > 0 })
	case Term:
		test, err := e.test(x)
		if err != nil {
			return nil, err
		}
		return e.scan(within, test)
	}
	return slices.Clone(within), nil
}

// all narrows step by step: words first, which are looked for together, for
// they cost the least. A word that is only a legal form is passed over where
// other words stand beside it: Gazprom PJSC is also found as Gazprom.
func (e *evaluation) all(parts And, within []bool) ([]bool, error) {
	var words, forms [][]spelling
	for _, part := range parts {
		if word, ok := part.(Occurs); ok && isLegalForm(Fold(word.Text)) {
			forms = append(forms, spellings(word.Text))
		} else if ok {
			words = append(words, spellings(word.Text))
		}
	}
	if len(words) == 0 {
		words = forms
	}
	found, err := e.find(words, within)
	for _, part := range parts {
		if err != nil {
			return nil, err
		}
		if _, ok := part.(Occurs); !ok {
			found, err = e.where(part, found)
		}
	}
	return found, err
}

// find looks for words among the rows within; without words all of them stay.
func (e *evaluation) find(words [][]spelling, within []bool) ([]bool, error) {
	if len(words) == 0 {
		return slices.Clone(within), nil
	}
	if len(within) == 0 || &within[0] != &e.there[0] {
		return e.index.find(e.context, e.kind, words, within)
	}
	// Among the whole view: what is found among all rows serves the next letter, too.
	found, err := e.index.find(e.context, e.kind, words, nil)
	if err != nil {
		return nil, err
	}
	return inBoth(found, within), nil
}

// scan tests the rows within, on all cores.
func (e *evaluation) scan(within []bool, test func(ref ledger.Ref) bool) ([]bool, error) {
	found := make([]bool, len(within))
	err := each(e.context, (len(within)+chunkRows-1)/chunkRows, func(chunk int) {
		for row := chunk * chunkRows; row < min(len(within), (chunk+1)*chunkRows); row++ {
			found[row] = within[row] && test(ledger.Ref{Kind: e.kind, Row: int32(row)})
		}
	})
	return found, err
}

// test makes what tells of one record whether a term holds. A term of a field
// that the kind does not have holds nowhere.
func (e *evaluation) test(x Term) (func(ref ledger.Ref) bool, error) {
	field, ok := FieldOf(e.kind, x.Field)
	if !ok {
		return func(ledger.Ref) bool { return false }, nil
	}
	absent := slices.ContainsFunc(x.Values, Value.Absent)
	var holds func(ref ledger.Ref) bool
	switch {
	case field.Shape == Day:
		holds = e.days(x, field)
	case field.Shape == Amount || field.Shape == Number:
		var err error
		if holds, err = e.amounts(x, field); err != nil {
			return nil, err
		}
	case field.Shape == Word && (x.Op != Is || slices.ContainsFunc(x.Values, func(v Value) bool { return v.Until != "" })):
		holds = e.ranked(x, field)
	case x.Op == Matches && field.Named != nil:
		return e.records(x, field)
	case x.Op == Matches:
		holds = e.contains(x, field)
	default:
		values := make([]string, len(x.Values))
		for i, value := range x.Values {
			values[i] = value.Text
		}
		wanted, err := newChosen(e.context, e.view, e.index, e.kind, field, values)
		return func(ref ledger.Ref) bool { return wanted.takes(e.view, ref) }, err
	}
	return func(ref ledger.Ref) bool {
		return holds(ref) || absent && len(field.Values(e.view, ref)) == 0
	}, nil
}

// days compares a date. A date matches a period, or what is before or after a
// day, when it can lie there; it is counted where its last day lies.
func (e *evaluation) days(x Term, field Field) func(ref ledger.Ref) bool {
	return func(ref ledger.Ref) bool {
		date := field.Date(e.view, ref)
		if !date.Known() {
			return false
		}
		for _, value := range x.Values {
			if value.Days != nil && x.Op.lies(date, value.Days) {
				return true
			}
		}
		return false
	}
}

// lies reports whether a date stands so to a period.
func (op Operator) lies(date ledger.Date, period *Period) bool {
	first, last := period.first(), period.last()
	switch op {
	case Is:
		return first <= date.Last && date.Last <= last
	case Below:
		return date.First < first
	case AtMost:
		return date.First <= last
	case Above:
		return date.Last > last
	case AtLeast:
		return date.Last >= first
	}
	return date.First <= last && first <= date.Last
}

// amounts compares an amount of money, a number, or the currency of an amount.
// An amount that nobody states, or that nothing dates yet, fits no comparison.
func (e *evaluation) amounts(x Term, field Field) (func(ref ledger.Ref) bool, error) {
	wanted, err := e.currencies(x, field)
	if err != nil {
		return nil, err
	}
	wholly := e.wholly(x, field)
	return func(ref ledger.Ref) bool {
		var at ledger.Money
		state := ledger.HeadlineCounts
		switch {
		case field.Shape == Number:
			at.Amount = whole(field.Count(e.view, ref))
		case field.Plain != nil:
			if len(field.Values(e.view, ref)) == 0 {
				return false
			}
			at.Amount = field.Plain(e.view, ref)
		default:
			if !wanted(ref) {
				return false
			}
			if yes, sure := wholly(ref); sure {
				return yes
			}
			headline := field.Money(e.view, ref)
			if at, state = headline.Money, headline.State; !at.Stated() {
				return false
			}
		}
		for _, value := range x.Values {
			if value.Money == nil {
				if value.Text != "" && value.Text == string(at.Currency) {
					return true
				}
				continue
			}
			if state != ledger.NotDatedAmount && value.Money.Currency == at.Currency && x.Op.compares(at, value.Money) {
				return true
			}
		}
		return false
	}, nil
}

// currencies tells of a record, without reading its amount, whether it can be in
// a currency of the values: most are not.
func (e *evaluation) currencies(x Term, field Field) (func(ref ledger.Ref) bool, error) {
	if field.Shape != Amount || field.Plain != nil {
		return nil, nil
	}
	var list []string
	for _, value := range x.Values {
		if value.Money != nil {
			list = append(list, string(value.Money.Currency))
		} else if value.Text != "" {
			list = append(list, value.Text)
		}
	}
	wanted, err := newChosen(e.context, e.view, e.index, e.kind, field, list)
	return func(ref ledger.Ref) bool { return wanted.takes(e.view, ref) }, err
}

// compares reports whether an amount stands so to a range of amounts.
func (op Operator) compares(at ledger.Money, amounts *Amounts) bool {
	switch op {
	case Below:
		return at.Amount.LessThan(*amounts.Least)
	case AtMost:
		return at.Amount.LessThanOrEqual(*amounts.Least)
	case Above:
		return at.Amount.GreaterThan(*amounts.Least)
	case AtLeast:
		return at.Amount.GreaterThanOrEqual(*amounts.Least)
	}
	return amounts.holds(at.Amount)
}

// ranked compares words of an ordered vocabulary.
func (e *evaluation) ranked(x Term, field Field) func(ref ledger.Ref) bool {
	return func(ref ledger.Ref) bool {
		for _, word := range field.Values(e.view, ref) {
			rank := field.rank(word)
			for _, value := range x.Values {
				if !value.Absent() && x.Op.ranks(rank, field.rank(value.Text), field.rank(value.last())) {
					return true
				}
			}
		}
		return false
	}
}

func (v Value) last() string {
	if v.Until != "" {
		return v.Until
	}
	return v.Text
}

// ranks reports whether a rank stands so to a range of ranks.
func (op Operator) ranks(rank, first, last int) bool {
	switch op {
	case Below:
		return rank < first
	case AtMost:
		return rank <= first
	case Above:
		return rank > first
	case AtLeast:
		return rank >= first
	}
	return first <= rank && rank <= last
}

// contains looks for words in the text of a field.
func (e *evaluation) contains(x Term, field Field) func(ref ledger.Ref) bool {
	var sought []spelling
	for _, value := range x.Values {
		if !value.Absent() {
			sought = append(sought, spellings(value.Text)...)
		}
	}
	return func(ref ledger.Ref) bool {
		for _, text := range field.Values(e.view, ref) {
			folded := Fold(text)
			if slices.ContainsFunc(sought, func(s spelling) bool { return strings.Contains(folded, string(s.text)) }) {
				return true
			}
		}
		return false
	}
}

// records looks for words in the names of the records that a field names; a
// key names its record, too.
func (e *evaluation) records(x Term, field Field) (func(ref ledger.Ref) bool, error) {
	keys := map[string]bool{}
	found := map[ledger.Kind][]bool{}
	for _, value := range x.Values {
		keys[value.Text] = true
		if value.Absent() {
			continue
		}
		for _, kind := range ledger.Kinds() {
			if field.Keys && kind != field.Target {
				continue
			}
			some, err := e.index.find(e.context, kind, [][]spelling{spellings(value.Text)}, nil)
			if err != nil {
				return nil, err
			}
			either := make([]bool, len(some))
			for i, yes := range some {
				either[i] = yes || found[kind] != nil && found[kind][i]
			}
			found[kind] = either
		}
	}
	return func(ref ledger.Ref) bool {
		values := field.Values(e.view, ref)
		if len(values) == 0 {
			return keys[""]
		}
		return slices.ContainsFunc(values, func(value string) bool { return keys[value] }) ||
			slices.ContainsFunc(field.Named(e.view, ref), func(named ledger.Ref) bool { return found[named.Kind][named.Row] })
	}, nil
}
