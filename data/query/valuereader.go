package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"summitledger/data/ledger"
)

// valueReader reads what stands after the operator of a field.
type valueReader struct {
	*parser
	field Field
	op    Operator
	not   bool
}

// term reads the values and makes the term of them.
func (r *valueReader) term() (Expression, *Mistake) {
	begin := r.at
	if r.op == notEqual {
		r.op, r.not = Is, true
	}
	var values []Value
	for {
		start := r.at
		piece, inQuotes, fault := r.piece()
		if fault != nil {
			return nil, fault
		}
		if piece == "" && !inQuotes {
			return nil, mistake(r.text, begin-len(r.op), r.at, "no_value", FieldName(r.kind, r.field.ID))
		}
		value, fault := r.value(piece, inQuotes, start)
		if fault != nil {
			return nil, fault
		}
		values = append(values, value)
		if c, width := r.next(); c == ',' || c == '，' || c == '、' {
			r.at += width
			continue
		}
		break
	}
	if r.op != Is && r.op != Matches {
		if len(values) > 1 {
			return nil, mistake(r.text, begin, r.at, "one_value", string(r.op))
		}
		if value := values[0]; value.Days != nil && value.Days.Range || value.Money != nil && !value.Money.single() || value.Until != "" {
			return nil, mistake(r.text, begin, r.at, "one_value", string(r.op))
		}
	}
	if len(values) == 1 && values[0].Absent() {
		return Not{Stated{r.kind, r.field.ID}}, nil
	}
	if r.op == Matches && r.field.exact() {
		r.op = Is
	}
	return Term{Kind: r.kind, Field: r.field.ID, Op: r.op, Values: values}, nil
}

// exact reports whether : says of the field no more than = does.
func (f *Field) exact() bool {
	switch f.Shape {
	case Word, Number, Amount:
		return true
	case Code:
		return f.coded()
	}
	return false
}

// coded reports whether the field holds codes with names: countries, languages, currencies.
func (f *Field) coded() bool {
	switch f.Type {
	case ledger.CountryColumn, ledger.CountriesColumn, ledger.LanguageColumn, ledger.CurrencyColumn:
		return f.Shape == Code
	}
	return false
}

// piece reads one value as written, up to a comma, blank or closing bracket.
func (r *valueReader) piece() (text string, inQuotes bool, fault *Mistake) {
	if c, _ := r.next(); r.at < len(r.text) && quote(c) {
		start := r.at
		text, err := r.quotedText()
		if err != nil {
			return "", false, mistake(r.text, start, len(r.text), "open_quote")
		}
		return text, true, nil
	}
	if r.field.Shape == Amount || r.field.Shape == Number {
		return r.amountPiece(), false, nil
	}
	return r.run(false), false, nil
}

// run passes characters up to the end of a value; of amounts also up to the
// dots of a range, but over commas that keep thousands apart.
func (r *valueReader) run(amounts bool) string {
	start, open := r.at, 0
	for r.at < len(r.text) && !spaceAt(r.text, r.at) {
		c, width := r.next()
		switch {
		case quote(c):
			return r.text[start:r.at]
		case opens(c):
			open++
		case closes(c):
			if open == 0 {
				return r.text[start:r.at]
			}
			open--
		case amounts && strings.HasPrefix(r.text[r.at:], ".."):
			return r.text[start:r.at]
		case c == ',' && amounts && thousands(r.text[start:r.at], r.text[r.at+1:]):
		case c == ',' || c == '，' || c == '、':
			return r.text[start:r.at]
		}
		r.at += width
	}
	return r.text[start:r.at]
}

// thousands reports whether a comma between the two texts keeps thousands apart.
func thousands(before, after string) bool {
	digits := func(s string) int {
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		return n
	}
	reversed := 0
	for i := len(before) - 1; i >= 0 && before[i] >= '0' && before[i] <= '9'; i-- {
		reversed++
	}
	return reversed >= 1 && reversed <= 3 && digits(after) == 3
}

// amountPiece reads an amount or a range of amounts: unit and currency may
// stand apart from the number.
func (r *valueReader) amountPiece() string {
	text := r.run(true)
	for {
		text = r.joined(text)
		if !strings.HasPrefix(r.text[r.at:], "..") || strings.Contains(text, "..") {
			return text
		}
		r.at += len("..")
		text += ".." + r.run(true)
	}
}

// joined adds to a number the unit and the currency that follow it apart, or
// to a currency its number.
func (r *valueReader) joined(text string) string {
	for text != "" {
		back := r.at
		r.space()
		next := r.run(true)
		first, _ := utf8.DecodeRuneInString(next)
		last := text[strings.LastIndex(text, " ")+1:]
		last = last[strings.LastIndex(last, "..")+1:]
		_, isCurrency := currencyNamed(next)
		_, currencyBefore := currencyNamed(strings.TrimLeft(last, "."))
		end := text[strings.LastIndex(text, "..")+1:] // of a range, the end at hand
		currencyBefore = currencyBefore && !strings.ContainsFunc(end, unicode.IsDigit)
		number := strings.ContainsFunc(last, unicode.IsDigit) || unitWord(last)
		if next != "" && (number && (isCurrency || unitWord(next)) || currencyBefore && unicode.IsDigit(first)) {
			text += " " + next
			continue
		}
		r.at = back
		return text
	}
	return text
}

// value understands one value as the shape of the field asks for.
func (r *valueReader) value(text string, inQuotes bool, start int) (Value, *Mistake) {
	fault := func(key string, values ...string) *Mistake {
		return mistake(r.text, start, r.at, key, append([]string{text}, values...)...)
	}
	compares := r.op != Is && r.op != Matches
	name := FieldName(r.kind, r.field.ID)
	if strings.TrimSpace(text) == "" {
		if compares {
			return Value{}, mistake(r.text, start, r.at, "no_value", name)
		}
		return Value{}, nil
	}
	switch r.field.Shape {
	case Day:
		period, ok := readPeriod(text)
		if !ok {
			return Value{}, fault("not_date")
		}
		if period.first() > period.last() {
			return Value{}, fault("backwards")
		}
		return Value{Days: period}, nil
	case Amount, Number:
		return r.amount(text, start)
	case Word:
		return r.word(text, inQuotes, start)
	}
	if compares {
		return Value{}, mistake(r.text, start-len(r.op), start, "no_order", name, string(r.op))
	}
	if code, named, ok := r.code(text); named {
		if !ok && !r.loose {
			return Value{}, fault("unknown_code")
		} else if !ok {
			code = text
		}
		return Value{Text: code}, nil
	}
	return Value{Text: text}, nil
}

// code understands the name of a country, a language or a currency.
func (r *valueReader) code(text string) (code string, named, ok bool) {
	if !r.field.coded() {
		return "", false, false
	}
	switch r.field.Type {
	case ledger.LanguageColumn:
		code, ok = tongueNamed(text)
	case ledger.CurrencyColumn:
		var currency ledger.Currency
		currency, ok = currencyNamed(text)
		code = string(currency)
	default:
		code, ok = countryNamed(text)
	}
	return code, true, ok
}

// word understands a word of a vocabulary, or a range of an ordered one.
func (r *valueReader) word(text string, inQuotes bool, start int) (Value, *Mistake) {
	name := FieldName(r.kind, r.field.ID)
	if r.op != Is && r.op != Matches && r.field.ranks() == 0 {
		return Value{}, mistake(r.text, start-len(r.op), start, "no_order", name, string(r.op))
	}
	first, last, ranged := strings.Cut(text, "..")
	if inQuotes || !ranged || r.field.ranks() == 0 {
		first, last, ranged = text, "", false
	}
	value := Value{}
	for i, part := range []string{first, last} {
		if i == 1 && !ranged {
			break
		}
		word, ok := wordNamed(r.field.Words, part)
		if !ok && r.loose && !ranged {
			word, ok = part, true
		}
		if !ok {
			return Value{}, mistake(r.text, start, r.at, "unknown_word", part, name).suggest(wordsLike(r.field.Words, part)...)
		}
		if i == 0 {
			value.Text = word
		} else {
			value.Until = word
		}
	}
	if value.Until != "" && r.field.rank(value.Text) > r.field.rank(value.Until) {
		return Value{}, mistake(r.text, start, r.at, "backwards", text)
	}
	return value, nil
}

// amount understands an amount of money, a plain number, or a range of them.
func (r *valueReader) amount(text string, start int) (Value, *Mistake) {
	name := FieldName(r.kind, r.field.ID)
	money := r.field.Shape == Amount && r.field.Plain == nil
	if code, ok := currencyNamed(text); ok && money {
		if r.op != Is && r.op != Matches {
			return Value{}, mistake(r.text, start, r.at, "not_amount", text)
		}
		return Value{Text: string(code)}, nil
	}
	low, high, ranged := strings.Cut(text, "..")
	amounts := &Amounts{}
	for i, part := range []string{low, high} {
		part = strings.TrimSpace(part)
		if part == "" || i == 1 && !ranged {
			continue
		}
		amount, currency, ok := readAmount(part)
		if !ok {
			return Value{}, mistake(r.text, start, r.at, "not_amount", part)
		}
		if currency != "" && amounts.Currency != "" && currency != amounts.Currency {
			return Value{}, mistake(r.text, start, r.at, "two_currencies", string(amounts.Currency), string(currency))
		}
		if currency != "" {
			amounts.Currency = currency
		}
		if i == 0 {
			amounts.Least = &amount
		} else {
			amounts.Most = &amount
		}
	}
	if !ranged {
		amounts.Most = amounts.Least
	}
	switch {
	case amounts.Least == nil && amounts.Most == nil:
		return Value{}, mistake(r.text, start, r.at, "not_amount", text)
	case money && amounts.Currency == "":
		return Value{}, mistake(r.text, start, r.at, "no_currency", text).suggest(text+" USD", text+" JPY", text+" EUR")
	case !money && amounts.Currency != "":
		return Value{}, mistake(r.text, start, r.at, "no_money", name)
	case amounts.Least != nil && amounts.Most != nil && amounts.Least.GreaterThan(*amounts.Most):
		return Value{}, mistake(r.text, start, r.at, "backwards", text)
	}
	return Value{Money: amounts}, nil
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }
