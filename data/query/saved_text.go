package query

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"summitledger/data/ledger"
)

// TextOf writes the words and filters of a query as one line, which ReadText
// reads back: words as typed, then field:value,value for every filter in its
// order. What is not plain stands in quotes.
func TextOf(q Query) string {
	var parts []string
	if q.Typed != "" {
		typed := q.Typed
		for _, word := range strings.Split(typed, " ") {
			if !plainText(word) {
				typed = strconv.Quote(q.Typed)
				break
			}
		}
		parts = append(parts, typed)
	}
	for _, filter := range q.Filters {
		values := make([]string, len(filter.Values))
		for i, value := range filter.Values {
			if values[i] = value; !plainText(value) {
				values[i] = strconv.Quote(value)
			}
		}
		parts = append(parts, filter.Field+":"+strings.Join(values, ","))
	}
	return strings.Join(parts, " ")
}

// plainText reports whether a word or value can stand without quotes.
func plainText(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || r == unicode.ReplacementChar || strings.ContainsRune(`":,\`, r)
	})
}

// ReadText reads what TextOf writes, as a query over records of a kind.
// Whether fields and values are known is not asked.
func ReadText(kind ledger.Kind, text string) (Query, error) {
	q := Query{Kind: kind}
	var words []string
	rest := text
	for rest != "" {
		if rest[0] == ' ' {
			rest = rest[1:]
			continue
		}
		value, after, err := readValue(rest)
		if err != nil {
			return Query{Kind: kind}, err
		}
		if !strings.HasPrefix(after, ":") {
			words, rest = append(words, value), after
			continue
		}
		filter := Filter{Field: value}
		for more := true; more; more = strings.HasPrefix(after, ",") {
			if value, after, err = readValue(after[1:]); err != nil {
				return Query{Kind: kind}, err
			}
			filter.Values = append(filter.Values, value)
		}
		q.Filters, rest = append(q.Filters, filter), after
	}
	q.Typed = strings.Join(words, " ")
	return q, nil
}

// readValue takes a word or a quoted value off the beginning of a text.
func readValue(text string) (value, rest string, err error) {
	if strings.HasPrefix(text, `"`) {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return "", "", fmt.Errorf("the quotes in %q are not closed", text)
		}
		value, err = strconv.Unquote(quoted)
		return value, text[len(quoted):], err
	}
	end := strings.IndexAny(text, " :,")
	if end < 0 {
		end = len(text)
	}
	if end == 0 {
		return "", "", fmt.Errorf("a word or a value is missing before %q", text)
	}
	return text[:end], text[end:], nil
}
