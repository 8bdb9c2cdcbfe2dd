package query

import (
	"strings"

	"summitledger/data/ledger"
)

// Expression is a filter as a tree. Its String is the one text that means it:
// parsing that text gives the same tree again.
type Expression interface {
	// String writes the filter in the language of filters.
	String() string
	// write appends the text; inside says that the expression stands within
	// another one, where what binds more loosely needs brackets.
	write(out *strings.Builder, inside bool)
}

// And holds where all of its parts do; without parts, everywhere.
type And []Expression

// Or holds where at least one of its parts does.
type Or []Expression

// Not holds exactly where its part does not: also where nobody says.
type Not struct{ Of Expression }

// Occurs holds where its text occurs in title, names, aliases or summary.
type Occurs struct{ Text string }

// Operator says how a field is compared.
type Operator string

// The operators of a term.
const (
	Matches Operator = ":"  // words occur, a day can lie there
	Is      Operator = "="  // exactly one of these values
	Below   Operator = "<"  // smaller, earlier
	AtMost  Operator = "<=" // at most, by the end of
	Above   Operator = ">"  // larger, later
	AtLeast Operator = ">=" // at least, from the beginning of
)

// Term compares a field of a kind with values, of which one must fit.
type Term struct {
	Kind   ledger.Kind
	Field  string // the field's ID
	Op     Operator
	Values []Value
}

// Stated holds where a field has a value.
type Stated struct {
	Kind  ledger.Kind
	Field string
}

// both joins what must hold together: lists are flat, and of one part that part.
func both(parts ...Expression) Expression {
	list := And{}
	for _, part := range parts {
		if inner, ok := part.(And); ok {
			list = append(list, inner...)
			continue
		}
		list = append(list, part)
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

// either joins alternatives, flat as both does.
func either(parts ...Expression) Expression {
	list := Or{}
	for _, part := range parts {
		if inner, ok := part.(Or); ok {
			list = append(list, inner...)
			continue
		}
		list = append(list, part)
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

// negate turns an expression round; twice is not at all.
func negate(part Expression) Expression {
	if inner, ok := part.(Not); ok {
		return inner.Of
	}
	return Not{part}
}

func (x And) String() string    { return textOf(x) }
func (x Or) String() string     { return textOf(x) }
func (x Not) String() string    { return textOf(x) }
func (x Occurs) String() string { return textOf(x) }
func (x Term) String() string   { return textOf(x) }
func (x Stated) String() string { return textOf(x) }

func textOf(x Expression) string {
	var out strings.Builder
	x.write(&out, false)
	return out.String()
}

func (x And) write(out *strings.Builder, inside bool) {
	brackets(out, inside, func() {
		for i, part := range x {
			if i > 0 {
				out.WriteByte(' ')
			}
			_, loose := part.(Or)
			part.write(out, loose)
		}
	})
}

func (x Or) write(out *strings.Builder, inside bool) {
	brackets(out, inside, func() {
		for i, part := range x {
			if i > 0 {
				out.WriteString(" OR ")
			}
			part.write(out, false)
		}
	})
}

func brackets(out *strings.Builder, needed bool, content func()) {
	if needed {
		out.WriteByte('(')
	}
	content()
	if needed {
		out.WriteByte(')')
	}
}

func (x Not) write(out *strings.Builder, _ bool) {
	if stated, ok := x.Of.(Stated); ok {
		out.WriteString(missingWord + ":" + FieldName(stated.Kind, stated.Field))
		return
	}
	out.WriteByte('-')
	x.Of.write(out, true)
}

func (x Occurs) write(out *strings.Builder, _ bool) {
	if plainWord(x.Text) {
		out.WriteString(x.Text)
		return
	}
	out.WriteString(quoted(x.Text))
}

func (x Term) write(out *strings.Builder, _ bool) {
	out.WriteString(FieldName(x.Kind, x.Field) + string(x.Op))
	before := ""
	for i, value := range x.Values {
		text := value.String()
		if i > 0 {
			out.WriteByte(',')
			if value.Money != nil && thousands(before, text) {
				text = quoted(text) // 80,100 would read as one number
			}
		}
		out.WriteString(text)
		before = text
	}
}

func (x Stated) write(out *strings.Builder, _ bool) {
	out.WriteString(hasWord + ":" + FieldName(x.Kind, x.Field))
}

// quoted puts a text in quotation marks; a mark within it is doubled.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// plainWord reports whether a word reads as itself without quotation marks.
func plainWord(text string) bool {
	if text == "-" || strings.ContainsAny(text, ":=<>!≤≥≦≧≠：＝＜＞") {
		return false
	}
	p := parser{text: text}
	expression, err := p.all()
	word, ok := expression.(Occurs)
	return err == nil && ok && word.Text == text
}
