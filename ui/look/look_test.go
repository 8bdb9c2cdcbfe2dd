package look

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, end string }{
		{"Memorandum of understanding on cooperation", "..."},
		{"Меморандум о взаимопонимании и сотрудничестве", "..."},
		{"国際協力銀行とロシア直接投資基金の覚書について", "…"},
	} {
		cut := Cut(c.text, 100, SizeText, false)
		if !strings.HasSuffix(cut, c.end) || Width(cut, SizeText, false) > 100 || len(cut) < 10 {
			t.Errorf("%q was cut to %q, %.0f wide", c.text, cut, Width(cut, SizeText, false))
		}
		if Cut(c.text, 2000, SizeText, false) != c.text {
			t.Errorf("%q was cut although it fits", c.text)
		}
	}
}

func TestWrapKeepsEveryLetter(t *testing.T) {
	for _, text := range []string{
		"Mitsui, Mitsubishi and Marubeni signed memoranda with Novatek in December 2016.",
		"三井物産、三菱商事、丸紅は2016年12月にノバテクと覚書を締結した（北極LNG2）。",
		"Соглашение о сотрудничестве в области здравоохранения между министерствами двух стран.",
	} {
		lines := Wrap(text, 140, SizeText, false, 0)
		if len(lines) < 3 {
			t.Errorf("%q took %d lines", text, len(lines))
		}
		for _, line := range lines {
			if Width(line, SizeText, false) > 141 {
				t.Errorf("%q is wider than asked", line)
			}
			if first := []rune(line)[0]; strings.ContainsRune(neverFirst, first) {
				t.Errorf("%q begins with %c", line, first)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if squeeze(strings.Join(lines, "")) != squeeze(text) {
			t.Errorf("%q came out as %q", text, lines)
		}
		if two := Wrap(text, 140, SizeText, false, 2); len(two) != 2 {
			t.Errorf("%d lines where two were allowed", len(two))
		}
	}
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Section 1 of the design: text 4.5:1, marks and borders of controls 3:1.
func TestContrast(t *testing.T) {
	for _, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		for _, ground := range []Token{Bg, Surface, Sunken, Hover, Select} {
			for token, least := range map[Token]float64{Text1: 4.5, Text2: 4.5, Text3: 4.5, Accent: 4.5, Line2: 3, Green: 3, Ochre: 3, Mauve: 3, Brick: 3, Blue: 3} {
				if got := contrast(ColorIn(token, variant), ColorIn(ground, variant)); got < least {
					t.Errorf("theme %d: token %d on ground %d has a contrast of %.2f, want %.1f", variant, token, ground, got, least)
				}
			}
		}
	}
}
