// Package query picks records: a language of filters, words to search for in
// any script, facets, order and groups give a Selection over a view, which
// says what it hides and why.
package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a text to the form in which words are compared: compatible forms
// of a character become one, capitals small, Latin letters lose their accents,
// ё and э become е, katakana hiragana, old kanji new, white space one space. It
// serves search only; nothing folded is ever stored or shown.
func Fold(text string) string {
	if folded, ok := foldASCII(text); ok {
		return folded
	}
	var out strings.Builder
	out.Grow(len(text))
	usual := newKanji()
	latin, space := false, false
	before := rune(0)
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
		case (r == 'ゝ' || r == 'ヽ') && before != 0:
			r = before // says the kana before again
		case r >= '㐀':
			if one, ok := usual[r]; ok {
				r = one
			}
		}
		space = false
		if r = unicode.ToLower(r); r == 'э' {
			r = 'е'
		}
		// ё is е with two dots: after decomposition its dots fall away like an accent's.
		latin = unicode.Is(unicode.Latin, r) || r == 'е'
		before = 0
		if unicode.Is(unicode.Hiragana, r) {
			before = r
		}
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
