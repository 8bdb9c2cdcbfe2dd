package analysis

import (
	"slices"
	"strings"
	"unicode"

	"summitledger/data/query"
)

// skeleton brings a name to what stays the same in any spelling and script:
// folded, without legal forms, in Latin letters where a letter of another
// script sounds like them, without blanks and signs. Kanji stay.
func skeleton(name string) string {
	var words []string
	for word := range strings.FieldsFuncSeq(query.Fold(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != 'ー'
	}) {
		if !slices.Contains(legalForms, word) {
			words = append(words, word)
		}
	}
	joined := strings.Join(words, "")
	for _, form := range legalFormsInside {
		if rest := strings.Replace(joined, form, "", 1); rest != "" {
			joined = rest
		}
	}
	return inLatin(joined)
}

// legalForms are words that say what a firm is by law, not what it is called.
var legalForms = []string{"co", "corp", "corporation", "company", "inc", "incorporated", "ltd", "limited", "llc", "plc", "kk", "gmbh", "ag", "sa", "jsc", "pjsc", "ojsc",
	"cjsc", "ao", "oao", "zao", "pao", "ooo", "ао", "оао", "зао", "пао", "ооо", "the", "and", "энд", "ко", "гк", "group", "группа"}

// legalFormsInside stand before or after a Japanese name without a blank.
var legalFormsInside = []string{"株式会社", "有限会社", "合同会社", "(株)"}

// inLatin writes Cyrillic and hiragana in Latin letters, as names are mostly
// written there; letters that differ between systems come out alike.
func inLatin(text string) string {
	var out strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if i+1 < len(runes) {
			if sound, ok := kanaPairs[string(runes[i:i+2])]; ok {
				out.WriteString(sound)
				i++
				continue
			}
		}
		switch sound, ok := letters[runes[i]]; {
		case ok:
			out.WriteString(sound)
		case runes[i] == 'ー' || runes[i] == 'っ': // a long vowel, a double consonant: names leave them out
		default:
			out.WriteRune(runes[i])
		}
	}
	return alike.Replace(out.String())
}

// alike evens out how sounds are written.
var alike = strings.NewReplacer("kh", "h", "sh", "s", "ph", "f", "ts", "c", "tz", "c", "ck", "k", "q", "k", "x", "ks", "iy", "i", "yi", "i", "ou", "o", "oo", "o", "uu", "u", "dz", "z", "w", "v", "y", "i", "j", "i")

// letters gives the sound of Cyrillic letters and hiragana.
var letters = soundsOf(
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh sh . i . e iu ia",
	"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉゔ",
	"a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po a i u e o v")

// kanaPairs gives the sound of two kana that are one syllable.
var kanaPairs = pairSounds()

func soundsOf(tables ...string) map[rune]string {
	sounds := map[rune]string{}
	for i := 0; i+1 < len(tables); i += 2 {
		parts := strings.Fields(tables[i+1])
		for j, letter := range []rune(tables[i]) {
			sounds[letter] = strings.Trim(parts[j], ".")
		}
	}
	return sounds
}

func pairSounds() map[string]string {
	pairs := map[string]string{"ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di", "うぇ": "we", "うぃ": "wi", "ゔぁ": "va", "ゔぃ": "vi", "ゔぇ": "ve", "ゔぉ": "vo",
		"しぇ": "she", "ちぇ": "che", "じぇ": "je"}
	first, sounds := []rune("きしちにひみりぎじびぴ"), []string{"ki", "shi", "chi", "ni", "hi", "mi", "ri", "gi", "ji", "bi", "pi"}
	for i, letter := range first {
		stem := strings.TrimSuffix(sounds[i], "i")
		between := "y"
		if strings.HasSuffix(stem, "h") || stem == "j" {
			between = ""
		}
		if stem == "h" {
			between = "y"
		}
		for vowel, small := range map[string]string{"a": "ゃ", "u": "ゅ", "o": "ょ"} {
			pairs[string(letter)+small] = stem + between + vowel
		}
	}
	return pairs
}

// likeness gives how alike two texts are, from 0 to 1: the share of pairs of
// neighbouring letters that both have (Dice's coefficient).
func likeness(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common, i, j = common+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// letterPairs lists the pairs of neighbouring letters of a text, in order.
func letterPairs(text string) []string {
	runes := []rune(text)
	var pairs []string
	for i := 0; i+1 < len(runes); i++ {
		pairs = append(pairs, string(runes[i:i+2]))
	}
	slices.Sort(pairs)
	return pairs
}
