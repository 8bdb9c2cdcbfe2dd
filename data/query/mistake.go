package query

import (
	"strings"
	"unicode/utf8"

	"summitledger/data/locale"
)

// Mistake says what of a filter was not understood, and where.
type Mistake struct {
	Text        string
	Byte, Bytes int // where in the text, in bytes
	Rune, Runes int // the same, in characters
	Key         string
	Values      []string // of the text of the catalogue under Key
	Suggestions []string // texts that could stand there instead
}

// Unfinished reports whether no more is wrong than that something is still to
// be typed at the end.
func (m *Mistake) Unfinished() bool {
	return m.Byte+m.Bytes == len(m.Text) && (m.Key == "query.mistake.no_value" || m.Key == "query.mistake.no_field")
}

// Error tells the mistake in English, with the place of its first character.
func (m *Mistake) Error() string {
	for _, p := range printers() {
		if p.Language() == locale.English {
			return m.Message(p)
		}
	}
	return m.Key + ": " + strings.Join(m.Values, ", ")
}

// Message tells the mistake in the reader's language, with suggestions.
func (m *Mistake) Message(p *locale.Printer) string {
	text := p.Text(m.Key, m.Values...)
	if len(m.Suggestions) > 0 {
		text += " " + p.Text("query.perhaps", strings.Join(m.Suggestions, p.Text("query.perhaps_or")))
	}
	return text
}

// mistake makes one of the bytes from to before to of the text.
func mistake(text string, from, to int, key string, values ...string) *Mistake {
	from = min(from, len(text))
	to = max(from, min(to, len(text)))
	return &Mistake{Text: text, Byte: from, Bytes: to - from, Rune: utf8.RuneCountInString(text[:from]), Runes: utf8.RuneCountInString(text[from:to]),
		Key: "query.mistake." + key, Values: values}
}

func (m *Mistake) suggest(suggestions ...string) *Mistake {
	m.Suggestions = suggestions
	return m
}
