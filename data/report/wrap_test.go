package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/summits"
)

// Signs that begin no line of Japanese, and signs that end none.
const (
	neverFirst = "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〕〉》ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?)]}:;"
	neverLast  = "（［｛「『【〔〈《([{"
)

// printed lists what the bundled summit and the program say in a language.
func printed(t *testing.T) []string {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	l := summit.Ledger
	var texts []string
	for _, language := range locale.Languages() {
		printer, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Promises, ledger.Tracks, ledger.Claims, ledger.Sources} {
			for ref := range l.All(kind) {
				texts = append(texts, printer.Title(l, ref))
				for i, column := range kind.Columns() {
					if column.Name == "summary" || column.Name == "title_ja" || column.Name == "title_ru" {
						texts = append(texts, l.Cell(ref, i))
					}
				}
			}
		}
		for _, key := range []string{"paper.notation", "report.promises.warning", "report.limits.own_scope", "answer.promises", "definition.documents"} {
			texts = append(texts, printer.Text(key))
		}
	}
	return texts
}

// Texts of the summit in three languages, broken for any width: nothing of them
// is lost, no line is wider than its column, and no line of words that fit begins
// or ends with a sign that must not stand there.
func TestLinesBreakByTheRules(t *testing.T) {
	texts := printed(t)
	if len(texts) < 1000 {
		t.Fatalf("%d texts", len(texts))
	}
	page, err := newPage(Paper{})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		joined := rapid.IntRange(1, 3).Draw(t, "texts")
		var parts []string
		for range joined {
			parts = append(parts, texts[rapid.IntRange(0, len(texts)-1).Draw(t, "text")])
		}
		checkLines(t, page, strings.Join(parts, " "), styleOf(t), rapid.Float64Range(24, 520).Draw(t, "width"))
	})
}

// The same for texts of any signs.
func TestLinesOfAnySignsAreWhole(t *testing.T) {
	page, err := newPage(Paper{})
	if err != nil {
		t.Fatal(err)
	}
	signs := []rune("aZя Ж—-/.,()「」、。ー々アっ漢字１2%…〓\u00a0\u0301😀𠮷\x00\u200d\n\t'\"\\")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom(signs), 0, 80).Draw(t, "signs"))
		checkLines(t, page, text, styleOf(t), rapid.Float64Range(20, 200).Draw(t, "width"))
	})
}

func styleOf(t *rapid.T) style {
	return rapid.SampledFrom([]style{titleStyle, headingStyle, bodyStyle, strongStyle, noteStyle}).Draw(t, "style")
}

func checkLines(t *rapid.T, page *page, text string, s style, width float64) {
	lines := page.wrap(text, s, width)
	clean := page.typeface.clean(text)
	without := func(text string) string { return strings.ReplaceAll(text, " ", "") }
	if got := without(strings.Join(lines, "")); got != without(clean) {
		t.Fatalf("%q became %q", clean, got)
	}
	forced := splits(page, clean, s, width)
	for i, line := range lines {
		if page.width(line, s) > width+0.001 && uniseg.GraphemeClusterCount(line) > 1 {
			t.Fatalf("%q is %.2f wide in a column of %.2f", line, page.width(line, s), width)
		}
		for _, sign := range line {
			if !page.typeface.has(sign) || sign < ' ' {
				t.Fatalf("%q has a sign that cannot be printed", line)
			}
		}
		if i == 0 || forced {
			continue
		}
		// Between lines that are words of their own a space is dropped; where there
		// was none, the signs on both sides must bear the break.
		before := strings.Join(lines[:i], "")
		if spaced(clean, before) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(line)
		last, _ := utf8.DecodeLastRuneInString(lines[i-1])
		if strings.ContainsRune(neverFirst, first) {
			t.Fatalf("a line begins with %q:\n%s", first, strings.Join(lines, "\n"))
		}
		if strings.ContainsRune(neverLast, last) {
			t.Fatalf("a line ends with %q:\n%s", last, strings.Join(lines, "\n"))
		}
	}
}

// splits reports whether a text has a word that is wider than a column and has to
// be cut anywhere.
func splits(page *page, clean string, s style, width float64) bool {
	state := -1
	for clean != "" {
		var segment string
		segment, clean, _, state = uniseg.FirstLineSegmentInString(clean, state)
		if page.width(strings.TrimRight(segment, " "), s) > width {
			return true
		}
	}
	return false
}

// spaced reports whether a space follows the part of a text that has the signs
// of before, spaces aside.
func spaced(clean, before string) bool {
	left := len(strings.ReplaceAll(before, " ", ""))
	for _, sign := range clean {
		if left == 0 {
			return sign == ' '
		}
		if sign != ' ' {
			left -= utf8.RuneLen(sign)
		}
	}
	return true
}
