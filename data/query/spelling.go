package query

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The fewest letters of a word that is looked for in another script: shorter
// ones would be found within words that have nothing to do with them.
const (
	fewestLatin    = 4
	fewestCyrillic = 3
	fewestKana     = 2
)

// spelling is a folded text to look for and the script that it needs.
type spelling struct {
	text   []byte
	script script
}

// script is what a page of texts must hold for a spelling to be in it.
type script uint8

const (
	anyScript script = iota
	cyrillicScript
	kanaScript
)

// spellings gives the folded texts by which a word or phrase may be written:
// itself without its legal form, and, where it is of one script that is read
// aloud, as other scripts write the same sounds. Kanji are not read aloud:
// names in several languages, which the ledger has, join them.
func spellings(text string) []spelling {
	word := withoutForm(strings.TrimSpace(Fold(text)))
	list := []spelling{{[]byte(word), anyScript}}
	add := func(spelled string, script script) {
		spelled = Fold(spelled)
		if spelled != "" && !slices.ContainsFunc(list, func(s spelling) bool { return string(s.text) == spelled }) {
			list = append(list, spelling{[]byte(spelled), script})
		}
	}
	// ё says more than the folded е does.
	read := strings.ReplaceAll(strings.ToLower(norm.NFKC.String(text)), "э", "е")
	read = withoutForm(strings.TrimSpace(read))
	letters := 0
	var of *unicode.RangeTable
	for _, r := range word {
		for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Hiragana} {
			if unicode.Is(table, r) || table == unicode.Hiragana && r == 'ー' {
				if of != nil && of != table {
					return list // of two scripts
				}
				of = table
				letters++
			}
		}
		if unicode.Is(unicode.Han, r) {
			return list
		}
	}
	switch {
	case of == unicode.Hiragana && letters >= fewestKana:
		latin, cyrillic := fromKana(word)
		for _, spelled := range latin {
			if len(spelled) >= fewestLatin {
				add(spelled, anyScript)
			}
		}
		for _, spelled := range cyrillic {
			if len([]rune(spelled)) >= fewestCyrillic {
				add(spelled, cyrillicScript)
			}
		}
	case of == unicode.Cyrillic && letters >= fewestCyrillic:
		for _, spelled := range latinOfCyrillic(read) {
			add(spelled, anyScript)
		}
		if list, ok := split(read, syllablesBy().cyrillic, false); ok {
			add(join(list, func(s syllable) string { return s.latin }), anyScript)
			add(join(list, func(s syllable) string { return s.kana }), kanaScript)
		}
	case of == unicode.Latin && letters >= fewestLatin:
		add(cyrillicOfLatin(word), cyrillicScript)
		if list, ok := split(word, syllablesBy().latin, false); ok {
			add(join(list, func(s syllable) string { return s.kana }), kanaScript)
			add(join(list, func(s syllable) string { return s.cyrillic }), cyrillicScript)
		}
	}
	return list
}

func join(list []syllable, column func(syllable) string) string {
	var out strings.Builder
	for _, s := range list {
		out.WriteString(column(s))
	}
	return out.String()
}

// fromKana writes a word of kana in Latin and in Cyrillic letters, long vowels
// both as written and as one.
func fromKana(word string) (latin, cyrillic []string) {
	list, ok := split(word, syllablesBy().kana, true)
	if !ok {
		return nil, nil
	}
	full := join(list, func(s syllable) string { return s.latin })
	short := strings.NewReplacer("ou", "o", "uu", "u", "oo", "o").Replace(full)
	latin = []string{full, short}
	if before := strings.NewReplacer("nb", "mb", "nm", "mm", "np", "mp").Replace(short); before != short {
		latin = append(latin, before)
	}
	written := join(list, func(s syllable) string { return s.cyrillic })
	cyrillic = []string{written, strings.NewReplacer("оу", "о", "уу", "у").Replace(written)}
	usual := strings.NewReplacer("аи", "ай", "ои", "ой", "уи", "уй", "ё", "йо").Replace(written)
	return latin, append(cyrillic, usual)
}

// The letters of Russian in Latin ones, as on maps, and as names in the press
// often have them.
var (
	latinOnMaps  = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "yo", "ж", "zh", "з", "z", "и", "i", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "ю", "yu", "я", "ya")
	latinInPress = strings.NewReplacer("ия", "ia", "ий", "y", "кс", "x", "дж", "j", "х", "h", "й", "i", "ё", "e", "ю", "iu", "ц", "c")
)

// latinOfCyrillic writes a Russian word in Latin letters.
func latinOfCyrillic(word string) []string {
	return []string{latinOnMaps.Replace(word), latinOnMaps.Replace(latinInPress.Replace(word))}
}

// cyrillicLetters writes Latin letters in Russian ones, longer ones first.
var cyrillicLetters = strings.NewReplacer("shch", "щ", "zh", "ж", "kh", "х", "ts", "ц", "ch", "ч", "sh", "ш", "yu", "ю", "ya", "я", "yo", "е", "ye", "е", "ia", "ия",
	"ay", "ай", "ey", "ей", "oy", "ой", "uy", "уй", "a", "а", "b", "б", "c", "к", "d", "д", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "дж", "k", "к", "l", "л", "m", "м",
	"n", "н", "o", "о", "p", "п", "q", "к", "r", "р", "s", "с", "t", "т", "u", "у", "v", "в", "w", "в", "x", "кс", "y", "ы", "z", "з")

func cyrillicOfLatin(word string) string { return cyrillicLetters.Replace(word) }
