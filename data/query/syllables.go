package query

import (
	"strings"
	"sync"
)

// syllables are the kana with their Latin letters (Hepburn) and their Cyrillic
// ones (Polivanov), as three words a line; of several spellings of one kana
// the first is written, all are read.
const syllables = `
あ a а|い i и|う u у|え e е|お o о|か ka ка|き ki ки|く ku ку|け ke ке|こ ko ко|さ sa са|し shi си|す su су|せ se се|そ so со
た ta та|ち chi ти|つ tsu цу|て te те|と to то|な na на|に ni ни|ぬ nu ну|ね ne не|の no но|は ha ха|ひ hi хи|ふ fu фу|へ he хе|ほ ho хо
ま ma ма|み mi ми|む mu му|め me ме|も mo мо|や ya я|ゆ yu ю|よ yo ё|ら ra ра|り ri ри|る ru ру|れ re ре|ろ ro ро|わ wa ва|を o о|ん n н
が ga га|ぎ gi ги|ぐ gu гу|げ ge ге|ご go го|ざ za дза|じ ji дзи|ず zu дзу|ぜ ze дзе|ぞ zo дзо|だ da да|ぢ ji дзи|づ zu дзу|で de де|ど do до
ば ba ба|び bi би|ぶ bu бу|べ be бе|ぼ bo бо|ぱ pa па|ぴ pi пи|ぷ pu пу|ぺ pe пе|ぽ po по|ゔ vu ву
きゃ kya кя|きゅ kyu кю|きょ kyo кё|しゃ sha ся|しゅ shu сю|しょ sho сё|ちゃ cha тя|ちゅ chu тю|ちょ cho тё|にゃ nya ня|にゅ nyu ню|にょ nyo нё
ひゃ hya хя|ひゅ hyu хю|ひょ hyo хё|みゃ mya мя|みゅ myu мю|みょ myo мё|りゃ rya ря|りゅ ryu рю|りょ ryo рё|ぎゃ gya гя|ぎゅ gyu гю|ぎょ gyo гё
じゃ ja дзя|じゅ ju дзю|じょ jo дзё|びゃ bya бя|びゅ byu бю|びょ byo бё|ぴゃ pya пя|ぴゅ pyu пю|ぴょ pyo пё
てぃ ti ти|でぃ di ди|とぅ tu ту|どぅ du ду|ふぁ fa фа|ふぃ fi фи|ふぇ fe фе|ふぉ fo фо|うぃ wi ви|うぇ we ве|うぉ wo во|ゔぁ va ва|ゔぃ vi ви|ゔぇ ve ве|ゔぉ vo во
ちぇ che че|しぇ she ше|じぇ je дже|つぁ tsa ца`

// syllable is one line of the table.
type syllable struct{ kana, latin, cyrillic string }

// syllableTable has the table by each of its columns.
type syllableTable struct{ kana, latin, cyrillic map[string]syllable }

var syllablesBy = sync.OnceValue(func() syllableTable {
	table := syllableTable{map[string]syllable{}, map[string]syllable{}, map[string]syllable{}}
	put := func(by map[string]syllable, key string, s syllable) {
		if _, twice := by[key]; !twice {
			by[key] = s
		}
	}
	for _, entry := range strings.FieldsFunc(syllables, func(r rune) bool { return r == '|' || r == '\n' }) {
		columns := strings.Fields(entry)
		if len(columns) != 3 {
			continue
		}
		s := syllable{columns[0], columns[1], columns[2]}
		put(table.kana, s.kana, s)
		put(table.latin, s.latin, s)
		put(table.cyrillic, s.cyrillic, s)
	}
	// Newspapers write Тойота for Тоёта, Токио for Токё, Мицубиши for Мицубиси.
	for written, kana := range map[string]string{"йо": "よ", "ио": "よ", "й": "い", "ши": "し", "чи": "ち", "дже": "じぇ", "джи": "じ", "зу": "ず", "за": "ざ", "зи": "じ"} {
		put(table.cyrillic, written, table.kana[kana])
	}
	for _, s := range table.kana {
		if beginning, ok := strings.CutSuffix(s.cyrillic, "ё"); ok && beginning != "" {
			put(table.cyrillic, beginning+"е", s) // only where no other syllable is written so
		}
	}
	return table
})

// longestSyllable is the most characters that one syllable has in any script.
const longestSyllable = 3

// split cuts a word into the syllables of a column, each as long as it can be;
// none when some character fits no syllable. doubled says how the script marks
// a doubled consonant: by っ, or by writing the consonant twice.
func split(word string, by map[string]syllable, kana bool) (list []syllable, ok bool) {
	letters := []rune(word)
	double := false
	for i := 0; i < len(letters); {
		if kana && letters[i] == 'っ' {
			double = true
			i++
			continue
		}
		if kana && letters[i] == 'ー' && len(list) > 0 {
			list = append(list, syllable{kana: "ー"})
			i++
			continue
		}
		if !kana && i+1 < len(letters) && letters[i] == letters[i+1] && !strings.ContainsRune("aiueonаиуеоыэюяён", letters[i]) {
			double = true
			i++
			continue
		}
		s, length := syllable{}, 0
		for n := min(longestSyllable, len(letters)-i); n > 0; n-- {
			if found, there := by[string(letters[i:i+n])]; there {
				s, length = found, n
				break
			}
		}
		if length == 0 {
			return nil, false
		}
		if double {
			s.kana = "っ" + s.kana
			s.latin = s.latin[:1] + s.latin
			s.cyrillic = string([]rune(s.cyrillic)[:1]) + s.cyrillic
			double = false
		}
		list = append(list, s)
		i += length
	}
	return list, len(list) > 0 && !double
}
