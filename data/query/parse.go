package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"summitledger/data/ledger"
)

// The words of the language itself. They are the same in every language.
const (
	andWord     = "AND"
	orWord      = "OR"
	notWord     = "NOT"
	hasWord     = "has"
	missingWord = "missing"
)

// deepest bounds brackets within brackets and signs before signs.
const deepest = 200

// Parse reads a filter of records of a kind. The empty text is the filter that
// holds everywhere. The error is a *Mistake.
func Parse(text string, kind ledger.Kind) (Expression, error) {
	p := parser{text: strings.ToValidUTF8(text, "\uFFFD"), kind: kind, fields: true}
	return p.all()
}

// parser goes through the text from left to right.
type parser struct {
	text   string
	kind   ledger.Kind
	fields bool // names before operators are fields; without, only words are read
	loose  bool // fields and words that there are not are read, too: whoever asks names them
	at     int  // byte that comes next
	depth  int
}

func (p *parser) all() (Expression, error) {
	p.space()
	if p.at == len(p.text) {
		return And{}, nil
	}
	expression, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.text) {
		return nil, mistake(p.text, p.at, p.at+p.width(), "closing_bracket")
	}
	return expression, nil
}

func (p *parser) alternatives() (Expression, error) {
	first, err := p.together()
	if err != nil {
		return nil, err
	}
	parts := []Expression{first}
	for p.keyword(orWord) {
		part, err := p.together()
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return either(parts...), nil
}

func (p *parser) together() (Expression, error) {
	var parts []Expression
	joined := -1 // where an AND waits for what follows
	for {
		if at := p.at; p.keyword(andWord) {
			if len(parts) == 0 {
				return nil, mistake(p.text, at, at+len(andWord), "nothing_before", andWord)
			}
			if joined = at; p.sees(andWord) {
				break
			}
		}
		if p.ends() || p.sees(orWord) {
			break
		}
		part, err := p.single()
		if err != nil {
			return nil, err
		}
		parts, joined = append(parts, part), -1
	}
	if joined >= 0 {
		return nil, mistake(p.text, joined, joined+len(andWord), "nothing_after", andWord)
	}
	if len(parts) == 0 {
		return nil, p.nothing()
	}
	return both(parts...), nil
}

// nothing tells what stands where a condition was expected.
func (p *parser) nothing() *Mistake {
	before := strings.TrimRightFunc(p.text[:p.at], unicode.IsSpace)
	for _, word := range []string{orWord, notWord} {
		if strings.HasSuffix(before, word) {
			return mistake(p.text, len(before)-len(word), len(before), "nothing_after", word)
		}
	}
	if p.sees(orWord) {
		return mistake(p.text, p.at, p.at+len(orWord), "nothing_before", orWord)
	}
	return mistake(p.text, p.at, p.at+p.width(), "closing_bracket")
}

func (p *parser) single() (Expression, error) {
	if p.depth++; p.depth > deepest {
		return nil, mistake(p.text, p.at, p.at+1, "too_deep")
	}
	defer func() { p.depth-- }()
	start := p.at
	switch r, width := p.next(); {
	case p.sees(notWord):
		p.at += len(notWord)
		p.space()
		return p.negated(start)
	case minus(r) && p.at+width < len(p.text) && !spaceAt(p.text, p.at+width):
		p.at += width
		return p.negated(start)
	case opens(r) && !p.legalForm():
		return p.bracketed(start)
	case quote(r):
		text, err := p.quotedText()
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(text) == "" {
			return nil, mistake(p.text, start, p.at, "empty_phrase")
		}
		p.space()
		return Occurs{text}, nil
	}
	return p.wordOrTerm()
}

func (p *parser) negated(start int) (Expression, error) {
	if p.ends() || p.sees(orWord) || p.sees(andWord) {
		return nil, mistake(p.text, start, p.at, "nothing_after", strings.TrimSpace(p.text[start:p.at]))
	}
	of, err := p.single()
	if err != nil {
		return nil, err
	}
	return negate(of), nil
}

func (p *parser) bracketed(start int) (Expression, error) {
	opening, width := p.next()
	p.at += width
	p.space()
	if r, _ := p.next(); closes(r) {
		return nil, mistake(p.text, start, p.at+p.width(), "empty_brackets")
	}
	if p.at == len(p.text) {
		return nil, mistake(p.text, start, start+width, "open_bracket")
	}
	inner, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	r, width := p.next()
	if !closes(r) {
		return nil, mistake(p.text, start, start+utf8.RuneLen(opening), "open_bracket")
	}
	p.at += width
	p.space()
	return inner, nil
}

// wordOrTerm reads a word, or a field with its values.
func (p *parser) wordOrTerm() (Expression, error) {
	start := p.at
	for p.at < len(p.text) && !spaceAt(p.text, p.at) {
		r, width := p.next()
		if p.at > start && opens(r) {
			if !p.closesInWord() {
				break
			}
			p.at += strings.IndexFunc(p.text[p.at:], closes)
			_, width = p.next()
		} else if p.at == start && opens(r) {
			p.at += p.legalFormLength()
			continue
		} else if closes(r) || quote(r) && p.at > start {
			break
		}
		if p.fields && p.at > start && fieldLike(p.text[start:p.at]) {
			if op, length := operatorAt(p.text[p.at:]); length > 0 {
				expression, is, err := p.term(start, op, length)
				if is || err != nil {
					return expression, err
				}
			}
		}
		p.at += width
	}
	word := Occurs{p.text[start:p.at]}
	p.space()
	return word, nil
}

// term reads the values of the field whose name ends here. It is none when the
// name is of no field and what follows cannot be meant as a value.
func (p *parser) term(start int, op Operator, length int) (Expression, bool, error) {
	name := p.text[start:p.at]
	after := p.text[p.at+length:]
	valued := after != "" && !spaceAt(after, 0)
	if lower := Fold(name); op == Matches && (lower == hasWord || lower == missingWord) {
		return p.stated(start, lower == missingWord, length, valued)
	}
	field, err := fieldNamed(p.kind, name)
	if err != nil && p.loose && valued {
		field, err, op = Field{ID: name, Shape: Code}, nil, Is
	}
	if err != nil {
		if r, _ := utf8.DecodeRuneInString(after); !valued || strings.HasPrefix(after, "//") || closes(r) {
			return nil, false, nil
		}
		found := mistake(p.text, start, p.at, err.key, name)
		return nil, true, found.suggest(err.suggestions...)
	}
	p.at += length
	values := valueReader{parser: p, field: field, op: op}
	expression, fault := values.term()
	if fault != nil {
		return nil, true, fault
	}
	p.space()
	if values.not {
		expression = negate(expression)
	}
	return expression, true, nil
}

// stated reads the field after has: or missing:.
func (p *parser) stated(begin int, missing bool, length int, valued bool) (Expression, bool, error) {
	p.at += length
	start := p.at
	if !valued {
		return nil, true, mistake(p.text, begin, p.at, "no_field")
	}
	for p.at < len(p.text) && !spaceAt(p.text, p.at) {
		r, width := p.next()
		if closes(r) || opens(r) {
			break
		}
		p.at += width
	}
	name := p.text[start:p.at]
	field, fault := fieldNamed(p.kind, name)
	if fault != nil && p.loose {
		field, fault = Field{ID: name}, nil
	}
	if fault != nil {
		return nil, true, mistake(p.text, start, p.at, fault.key, name).suggest(fault.suggestions...)
	}
	p.space()
	var expression Expression = Stated{p.kind, field.ID}
	if missing {
		expression = Not{expression}
	}
	return expression, true, nil
}

// quotedText reads a text in quotation marks, without them.
func (p *parser) quotedText() (string, error) {
	start := p.at
	opening, width := p.next()
	p.at += width
	var out strings.Builder
	for p.at < len(p.text) {
		r, width := p.next()
		p.at += width
		if r != opening && (opening != '“' || r != '”') {
			out.WriteRune(r)
			continue
		}
		if again, width := p.next(); r == '"' && again == '"' {
			out.WriteByte('"')
			p.at += width
			continue
		}
		return out.String(), nil
	}
	return "", mistake(p.text, start, start+width, "open_quote")
}
