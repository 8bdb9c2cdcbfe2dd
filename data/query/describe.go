package query

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Describe says a filter in words, in the reader's language. The ledger names
// the records that the filter names by their keys; without one keys stay keys.
func Describe(x Expression, p *locale.Printer, l *ledger.Ledger) string {
	d := description{p, l}
	return d.say(x, false)
}

// Describe says everything that a query filters by, in words.
func (q Query) Describe(p *locale.Printer, l *ledger.Ledger) string {
	return Describe(q.Expression(), p, l)
}

type description struct {
	*locale.Printer
	ledger *ledger.Ledger
}

// say describes an expression; inside puts brackets around alternatives.
func (d *description) say(x Expression, inside bool) string {
	switch x := x.(type) {
	case And:
		if len(x) == 0 {
			return d.Text("query.says.everything")
		}
		return d.join(x, "query.says.and", true)
	case Or:
		text := d.join(x, "query.says.or", false)
		if inside {
			return d.Text("query.says.brackets", text)
		}
		return text
	case Not:
		return d.not(x.Of)
	case Occurs:
		return d.Text("query.says.word", x.Text)
	case Stated:
		return d.Text("query.says.stated", d.label(x.Kind, x.Field))
	case Term:
		return d.term(x)
	}
	return x.String()
}

func (d *description) join(parts []Expression, key string, inside bool) string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = d.say(part, inside)
	}
	return strings.Join(texts, d.Text(key))
}

// not says the opposite in plain words where there are some.
func (d *description) not(x Expression) string {
	switch x := x.(type) {
	case Occurs:
		return d.Text("query.says.not_word", x.Text)
	case Stated:
		return d.Text("query.says.not_stated", d.label(x.Kind, x.Field))
	case Term:
		field, _ := FieldOf(x.Kind, x.Field)
		switch {
		case field.Shape == Day || x.Op != Is && x.Op != Matches:
		case field.Shape != Amount && x.Op == Is:
			return d.Text("query.says.is_not", d.label(x.Kind, x.Field), d.values(x, field))
		case x.Op == Matches:
			return d.Text("query.says.not_contains", d.label(x.Kind, x.Field), d.values(x, field))
		}
	}
	return d.Text("query.says.not", d.say(x, false))
}

func (d *description) label(kind ledger.Kind, field string) string { return d.Column(kind, field) }

// comparisons end the keys of the texts of operators.
var comparisons = map[Operator]string{Below: "below", AtMost: "most", Above: "above", AtLeast: "least"}

func (d *description) term(x Term) string {
	field, _ := FieldOf(x.Kind, x.Field)
	key, comparison := "query.says.", comparisons[x.Op]
	switch {
	case field.Shape == Day && x.Op == Is:
		key += "day_counted"
	case field.Shape == Day && comparison != "":
		key += "day_" + comparison
	case field.Shape == Day:
		key += "day"
	case comparison != "" && field.Shape == Word && field.ranks() > 0:
		key += "word_" + comparison
	case comparison != "":
		key += comparison
	case field.Shape == Amount && x.Values[0].Text != "":
		key += "currency"
	case x.Op == Matches:
		key += "contains"
	default:
		key += "is"
	}
	return d.Text(key, d.label(x.Kind, x.Field), d.values(x, field))
}

func (d *description) values(x Term, field Field) string {
	texts := make([]string, len(x.Values))
	for i, value := range x.Values {
		texts[i] = d.value(value, field, x.Op)
	}
	return strings.Join(texts, d.Text("query.says.value_or"))
}

func (d *description) value(v Value, field Field, op Operator) string {
	switch {
	case v.Days != nil && !v.Days.Range:
		return d.Date(v.Days.From)
	case v.Days != nil:
		return d.between("days", "since", "until", v.Days.From.Known(), v.Days.To.Known(), d.Date(v.Days.From), d.Date(v.Days.To))
	case v.Money != nil && v.Money.single():
		return d.amount(v.Money.Least, v.Money.Currency)
	case v.Money != nil:
		return d.between("range", "from", "to", v.Money.Least != nil, v.Money.Most != nil, d.amount(v.Money.Least, v.Money.Currency), d.amount(v.Money.Most, v.Money.Currency))
	case v.Until != "":
		return d.Text("query.says.range", d.word(v.Text, field), d.word(v.Until, field))
	case v.Absent():
		return d.Text("query.says.none")
	case op == Matches:
		return d.Text("query.says.quote", v.Text)
	}
	return d.word(v.Text, field)
}

func (d *description) between(whole, from, to string, hasFrom, hasTo bool, first, last string) string {
	switch {
	case !hasTo:
		return d.Text("query.says."+from, first)
	case !hasFrom:
		return d.Text("query.says."+to, last)
	}
	return d.Text("query.says."+whole, first, last)
}

// mostDigits is how many digits of an amount are written in millions or
// billions without being rounded; with more of them all are written.
const mostDigits = 4

// amount writes an end of a range; an open one as nothing.
func (d *description) amount(end *decimal.Decimal, currency ledger.Currency) string {
	switch {
	case end == nil:
		return ""
	case currency == "":
		return d.Decimal(*end, max(0, -end.Exponent()))
	}
	money := ledger.Money{Amount: *end, Currency: currency}
	if digits := strings.TrimRight(strings.ReplaceAll(end.String(), ".", ""), "0"); len(digits) > mostDigits {
		return d.Exact(money)
	}
	return d.MoneySaid(money)
}

// word names a value as the reader knows it.
func (d *description) word(value string, field Field) string {
	switch {
	case field.Words != nil:
		return d.Word(field.Words.Name(), value)
	case field.coded() && field.Type == ledger.LanguageColumn:
		return d.Tongue(value)
	case field.coded() && field.Type != ledger.CurrencyColumn:
		return d.Country(value)
	case field.Named != nil && d.ledger != nil:
		kind, key := field.Target, value
		if !field.Keys {
			named, rest, hasKind, ok := ledger.ParseName(value)
			if !hasKind || !ok {
				return value
			}
			kind, key = named, rest
		}
		if ref, ok := d.ledger.Find(kind, key); ok {
			return d.Title(d.ledger, ref)
		}
	}
	return value
}
