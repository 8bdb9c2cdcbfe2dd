package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// CompletionKind says what a completion is.
type CompletionKind uint8

// The kinds of completion.
const (
	FieldCompletion CompletionKind = iota
	OperatorCompletion
	ValueCompletion
)

// Completion is a text that may stand where something is being typed.
type Completion struct {
	Kind     CompletionKind
	From, To int    // bytes of the text that it stands in place of
	Text     string // what to write there
	Label    string // what it is called in the reader's language
}

// Apply gives the text with a completion in it and the byte after it.
func (c Completion) Apply(text string) (string, int) {
	return text[:c.From] + c.Text + text[c.To:], c.From + len(c.Text)
}

// mostCompletions is how many are offered.
const mostCompletions = 8

// completer knows what is being typed.
type completer struct {
	view    *ledger.View
	kind    ledger.Kind
	printer *locale.Printer
	text    string
	at      int // the byte up to which is typed
	list    []Completion
}

// Complete lists what may stand at a place of a filter, the likeliest first:
// fields of which the beginning of name or label is typed, operators after a
// field, values of it. at is the byte up to which is typed.
func Complete(v *ledger.View, kind ledger.Kind, p *locale.Printer, text string, at int) []Completion {
	at = max(0, min(at, len(text)))
	c := completer{view: v, kind: kind, printer: p, text: text, at: at}
	token, start, ok := typedToken(text[:at])
	if !ok || token == "" {
		return nil
	}
	for i := range token {
		op, length := operatorAt(token[i:])
		if length == 0 || !fieldLike(token[:i]) {
			continue
		}
		name, typed := token[:i], token[i+length:]
		from := start + i + length
		if lower := Fold(name); op == Matches && (lower == hasWord || lower == missingWord) {
			c.fields(typed, from, "")
		} else if field, fault := fieldNamed(kind, name); fault == nil {
			if at := strings.LastIndexAny(typed, ",，"); at >= 0 {
				_, width := utf8.DecodeRuneInString(typed[at:])
				typed, from = typed[at+width:], from+at+width
			}
			c.values(field, typed, from)
		}
		return c.list
	}
	if field, fault := fieldNamed(kind, token); fault == nil {
		c.operators(field, start, start+len(token))
	}
	c.fields(token, start, ":")
	return c.list[:min(len(c.list), mostCompletions)]
}

// typedToken gives the condition at the end of a text; none within quotes.
func typedToken(text string) (token string, start int, ok bool) {
	inQuotes := false
	for i, r := range text {
		switch {
		case quote(r):
			inQuotes = !inQuotes
		case inQuotes:
		case isSpace(r) || opens(r) || closes(r):
			start = i + utf8.RuneLen(r)
		case minus(r) && i == start:
			start = i + utf8.RuneLen(r)
		}
	}
	return text[start:], start, !inQuotes
}

func (c *completer) add(kind CompletionKind, from int, text, label string) {
	if c.text[from:c.at] == text || slices.ContainsFunc(c.list, func(have Completion) bool { return have.Text == text }) {
		return
	}
	c.list = append(c.list, Completion{kind, from, c.at, text, label})
}

// fields offers fields whose name or label begins as typed, and the words that
// ask whether a field is stated.
func (c *completer) fields(typed string, from int, after string) {
	sought := labelKey(typed)
	for _, whole := range []bool{true, false} { // beginnings before what stands within
		for _, field := range Fields(c.kind) {
			name, label := FieldName(c.kind, field.ID), c.printer.Column(c.kind, field.ID)
			begins := strings.HasPrefix(name, sought) || strings.HasPrefix(labelKey(label), sought)
			within := strings.Contains(name, "_"+sought) || strings.Contains(labelKey(label), "_"+sought)
			if whole && begins || !whole && within && !begins {
				c.add(FieldCompletion, from, name+after, label)
			}
		}
	}
	if after == "" {
		c.list = c.list[:min(len(c.list), mostCompletions)]
		return
	}
	for _, word := range []string{hasWord, missingWord} {
		if sought != "" && strings.HasPrefix(word, sought) {
			c.add(OperatorCompletion, from, word+":", c.printer.Text("query.offer."+word))
		}
	}
	for _, word := range []string{orWord, notWord} {
		if typed != "" && strings.HasPrefix(word, typed) {
			c.add(OperatorCompletion, from, word+" ", c.printer.Text("query.offer."+strings.ToLower(word)))
		}
	}
}

// operators offers what can follow the whole name of a field.
func (c *completer) operators(field Field, from, to int) {
	signs := []Operator{Matches, Is}
	switch {
	case field.Shape == Day || field.Shape == Amount || field.Shape == Number:
		signs = []Operator{Matches, AtLeast, AtMost, Above, Below}
	case field.Shape == Word && field.ranks() != 0:
		signs = []Operator{Matches, AtLeast, AtMost}
	case field.exact():
		signs = []Operator{Matches}
	}
	for _, sign := range signs {
		key := comparisons[sign]
		if key == "" {
			key = map[Operator]string{Matches: "matches", Is: "is"}[sign]
		}
		c.add(OperatorCompletion, from, c.text[from:to]+string(sign), c.printer.Text("query.offer."+key))
	}
}

// offered is a value with how many records of the view have it.
type offered struct {
	value, label string
	count        int
}

// mostSampled bounds the records whose values are offered.
const mostSampled = 20_000

// values offers values of a field whose word or label begins as typed: those
// that most records have first, of a vocabulary in its order.
func (c *completer) values(field Field, typed string, from int) {
	sought := labelKey(strings.TrimPrefix(typed, `"`))
	counts := map[string]int{}
	sampled := 0
	for ref := range c.view.All(c.kind) {
		if sampled++; sampled > mostSampled {
			break
		}
		for _, value := range field.Values(c.view, ref) {
			counts[value]++
		}
	}
	if field.Words != nil {
		for _, word := range field.Words.Words() {
			counts[word] += 0
		}
	}
	d := description{c.printer, c.view.Ledger()}
	var list []offered
	for value, count := range counts {
		label := d.word(value, field)
		key := labelKey(label)
		if strings.HasPrefix(labelKey(value), sought) || strings.HasPrefix(key, sought) || strings.Contains(key, "_"+sought) {
			list = append(list, offered{value, label, count})
		}
	}
	slices.SortFunc(list, func(a, b offered) int {
		switch {
		case field.Words != nil:
			one, _ := field.Words.Position(a.value)
			other, _ := field.Words.Position(b.value)
			return int(one) - int(other)
		case field.Shape != Day && a.count != b.count:
			return b.count - a.count
		}
		return cmp.Compare(a.value, b.value)
	})
	for _, value := range list[:min(len(list), mostCompletions)] {
		label := value.label
		if label == value.value {
			label = ""
		}
		c.add(ValueCompletion, from, plainValue(value.value), label)
	}
}
