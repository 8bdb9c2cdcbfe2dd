package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// missing stands where the typeface has no sign: the printers' own mark for
// a letter that is not in the case.
const missing = '〓'

// typeface knows which signs the embedded face has and how wide they are.
type typeface struct {
	regular, bold weight
}

// weight is one weight of the face with the signs looked up so far.
type weight struct {
	font   *sfnt.Font
	buffer *sfnt.Buffer
	signs  map[rune]float64 // width as a share of the size, negative when the face lacks the sign
}

func newTypeface(regular, bold []byte) (*typeface, error) {
	var t typeface
	for _, one := range []struct {
		into    *weight
		content []byte
	}{{&t.regular, regular}, {&t.bold, bold}} {
		parsed, err := sfnt.Parse(one.content)
		if err != nil {
			return nil, fmt.Errorf("the built-in typeface cannot be read: %w", err)
		}
		*one.into = weight{font: parsed, buffer: new(sfnt.Buffer), signs: make(map[rune]float64)}
	}
	return &t, nil
}

// advance gives the width of a sign, negative when the face lacks it.
func (w weight) advance(sign rune) float64 {
	if width, seen := w.signs[sign]; seen {
		return width
	}
	width := -1.0
	if index, err := w.font.GlyphIndex(w.buffer, sign); err == nil && index != 0 {
		const em = 1000
		if units, err := w.font.GlyphAdvance(w.buffer, index, fixed.I(em), font.HintingNone); err == nil {
			width = float64(units) / 64 / em
		}
	}
	w.signs[sign] = width
	return width
}

// has reports whether the face can print a sign in both weights.
func (t *typeface) has(sign rune) bool {
	return t.regular.advance(sign) >= 0 && t.bold.advance(sign) >= 0
}

// width gives the width of a text as a share of its size.
func (t *typeface) width(text string, bold bool) float64 {
	weight := t.regular
	if bold {
		weight = t.bold
	}
	width := 0.0
	for _, sign := range text {
		width += max(weight.advance(sign), 0)
	}
	return width
}

// clean makes a text fit to print: composed, without controls and double
// spaces, each sign that the face lacks replaced by a visible mark.
func (t *typeface) clean(text string) string {
	var out strings.Builder
	space := false
	for _, sign := range norm.NFC.String(text) {
		switch {
		case sign == '\u00a0':
		case unicode.IsSpace(sign):
			space = out.Len() > 0
			continue
		case unicode.IsControl(sign), unicode.Is(unicode.Cf, sign), unicode.Is(unicode.Variation_Selector, sign):
			continue
		case !t.has(sign):
			sign = missing
		}
		if space {
			out.WriteByte(' ')
			space = false
		}
		out.WriteRune(sign)
	}
	return out.String()
}

// wrap breaks a text into lines that fit the width: between words, Japanese by
// its own rules, and inside a word only when it is wider than the line. Nothing
// of the text is lost but the spaces at the breaks.
func (p *page) wrap(text string, s style, width float64) []string {
	text = p.typeface.clean(text)
	var lines []string
	line, state := "", -1
	for text != "" {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		if p.width(line+strings.TrimRight(segment, " "), s) <= width {
			line += segment
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		if p.width(strings.TrimRight(segment, " "), s) > width {
			var whole []string
			whole, segment = p.split(segment, s, width)
			lines = append(lines, whole...)
		}
		line = segment
	}
	if line = strings.TrimRight(line, " "); line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// split cuts a word that is wider than a line between its letters: the full
// lines, and what is left for the next.
func (p *page) split(word string, s style, width float64) (lines []string, rest string) {
	state := -1
	for word != "" {
		var letter string
		letter, word, _, state = uniseg.FirstGraphemeClusterInString(word, state)
		if rest != "" && p.width(rest+strings.TrimRight(letter, " "), s) > width {
			lines = append(lines, rest)
			rest = ""
		}
		rest += letter
	}
	return lines, rest
}
