// Package query picks records: words to search for, facets, order and groups
// give a Selection over a view, which says what it hides and why.
package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a text to the form in which words are compared: compatible forms
// of a character become one, capitals small, Latin letters lose their accents,
// ё becomes е, katakana hiragana, white space one space. It serves search
// only; nothing folded is ever stored or shown.
func Fold(text string) string {
	if folded, ok := foldASCII(text); ok {
		return folded
	}
	var out strings.Builder
	out.Grow(len(text))
	latin, space := false, false
	for _, r := range norm.NFD.String(norm.NFKC.String(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			if !latin {
				out.WriteRune(r) // the two dots of が and the bow of й are letters' own
			}
			continue
		case unicode.IsSpace(r):
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		case r >= 'ァ' && r <= 'ヶ':
			r -= 'ァ' - 'ぁ'
		}
		space = false
		r = unicode.ToLower(r)
		// ё is е with two dots: after decomposition its dots fall away like an accent's.
		latin = unicode.Is(unicode.Latin, r) || r == 'е'
		out.WriteRune(r)
	}
	return norm.NFC.String(out.String())
}

// foldASCII folds a text of plain ASCII without the machinery of Unicode.
func foldASCII(text string) (string, bool) {
	plain := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		if c >= 'A' && c <= 'Z' || c < ' ' {
			plain = false
		}
	}
	if plain {
		return text, true
	}
	folded := []byte(text)
	for i, c := range folded {
		switch {
		case c >= 'A' && c <= 'Z':
			folded[i] = c + 'a' - 'A'
		case c < ' ':
			folded[i] = ' '
		}
	}
	return string(folded), true
}

// Words splits what a reader typed into folded words; all of them must occur.
func Words(typed string) []string { return strings.Fields(Fold(typed)) }
