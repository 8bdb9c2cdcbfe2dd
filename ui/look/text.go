package look

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Text makes a text object of our typeface.
func Text(text string, size float32, token Token, bold bool) *canvas.Text {
	object := canvas.NewText(text, Color(token))
	object.TextSize = size
	object.TextStyle = fyne.TextStyle{Bold: bold}
	return object
}

// Place puts a text on its line: the baseline is where the design has it,
// beside marks that stand in the middle of the line. Fyne draws the letters of
// our typeface a pixel lower, and where a line is lower than the typeface asks
// for, as that of figures, it does not centre at all.
func Place(object *canvas.Text, x, y float32) {
	rise := float32(1)
	if object.TextSize == SizeFigure {
		rise = 4
	}
	object.Move(fyne.NewPos(x, y-rise))
	object.Resize(fyne.NewSize(Width(object.Text, object.TextSize, object.TextStyle.Bold)+2, LineOf(object.TextSize)))
}

// LineOf gives the height of a line of a size of type.
func LineOf(size float32) float32 {
	switch size {
	case SizeFigure:
		return LineFigure
	case SizeTitle:
		return LineTitle
	case SizeHeading:
		return LineHeading
	case SizeText:
		return LineText
	}
	return LineNote
}

// japanese reports whether a letter is of the Japanese scripts: such text
// breaks anywhere and is cut with one wide ellipsis.
func japanese(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// ellipsis is the sign for what was cut off after a letter: the typeface's own
// ellipsis is a full em wide and fits Japanese only.
func ellipsis(last rune) string {
	if japanese(last) {
		return "…"
	}
	return "..."
}

// Cut shortens a text to a width; what was cut shows as an ellipsis.
func Cut(text string, width, size float32, bold bool) string {
	if Width(text, size, bold) <= width {
		return text
	}
	a := face(bold)
	room := width * 1000 / size
	used, best, before := float32(0), "", rune(0)
	for i, r := range text {
		mark := ellipsis(r)
		used += a.step(before, r)
		before = r
		if used+a.width(mark) > room {
			break
		}
		best = strings.TrimRightFunc(text[:i+utf8.RuneLen(r)], unicode.IsSpace) + mark
	}
	return best
}

// Wrap breaks a text into lines of a width: at spaces, and between Japanese
// letters. maxLines bounds the lines, 0 does not; the last of them is cut when
// more text remains.
func Wrap(text string, width, size float32, bold bool, maxLines int) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		rest := strings.TrimSpace(paragraph)
		for rest != "" {
			if maxLines > 0 && len(lines) == maxLines-1 {
				return append(lines, Cut(rest, width, size, bold))
			}
			line, after := breakLine(rest, width, size, bold)
			lines = append(lines, line)
			rest = strings.TrimLeftFunc(after, unicode.IsSpace)
		}
	}
	return lines
}

// Letters that may not begin or end a line of Japanese.
const (
	neverFirst = "、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.;:!?"
	neverLast  = "（「『【〔〈《([{"
)

// breakLine gives the longest beginning of a text that fits, and what remains.
func breakLine(text string, width, size float32, bold bool) (line, rest string) {
	a := face(bold)
	room := width * 1000 / size
	used := float32(0)
	lastBreak := 0
	var before rune
	for i, r := range text {
		if i > 0 && breaksBetween(before, r) {
			lastBreak = i
		}
		used += a.step(before, r)
		if used > room && i > 0 && !unicode.IsSpace(r) {
			if lastBreak == 0 {
				lastBreak = i // a word longer than the line
			}
			return strings.TrimRightFunc(text[:lastBreak], unicode.IsSpace), text[lastBreak:]
		}
		before = r
	}
	return text, ""
}

func breaksBetween(before, after rune) bool {
	switch {
	case before == ' ' || before == '\u3000':
		return true
	case before == '\u00a0' || after == '\u00a0':
		return false
	case strings.ContainsRune(neverFirst, after) || strings.ContainsRune(neverLast, before):
		return false
	case before == '-' || before == '/':
		return !unicode.IsDigit(after)
	}
	return japanese(before) || japanese(after) && !unicode.IsSpace(after)
}
