package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Fyne's own fields, menus and dialogs stand between our controls: their words
// must be readable on their grounds, in both themes.
func TestPartsOfFyneAreReadable(t *testing.T) {
	for _, dark := range []bool{false, true} {
		ours := NewTheme(dark)
		for _, pair := range []struct {
			ink, ground fyne.ThemeColorName
			least       float64
		}{
			{theme.ColorNameForeground, theme.ColorNameBackground, 4.5}, {theme.ColorNameForeground, theme.ColorNameMenuBackground, 4.5}, {theme.ColorNameForeground, theme.ColorNameHover, 4.5},
			{theme.ColorNameForeground, theme.ColorNameSelection, 4.5}, {theme.ColorNameForeground, theme.ColorNameFocus, 4.5}, {theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, 4.5},
			{theme.ColorNameDisabled, theme.ColorNameDisabledButton, 4.5}, {theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, 4.5}, {theme.ColorNameHyperlink, theme.ColorNameOverlayBackground, 4.5},
			{theme.ColorNameInputBorder, theme.ColorNameInputBackground, 3}, {theme.ColorNameScrollBar, theme.ColorNameBackground, 3}, {theme.ColorNameError, theme.ColorNameOverlayBackground, 3},
		} {
			if got := contrast(ours.Color(pair.ink, theme.VariantLight), ours.Color(pair.ground, theme.VariantLight)); got < pair.least {
				t.Errorf("dark %t: %s on %s has a contrast of %.2f, want %.1f", dark, pair.ink, pair.ground, got, pair.least)
			}
		}
		if _, _, _, alpha := ours.Color(theme.ColorNameShadow, theme.VariantLight).RGBA(); alpha == 0 || alpha == 0xffff {
			t.Errorf("dark %t: a menu has no edge, or a dialog hides the page (alpha %d)", dark, alpha)
		}
	}
}

// One family for everything: glyphs never flip between typefaces.
func TestEveryStyleIsOfOneFamily(t *testing.T) {
	ours := NewTheme(false)
	for _, c := range []struct {
		style fyne.TextStyle
		name  string
	}{
		{fyne.TextStyle{}, "NotoSansJP-Regular.ttf"}, {fyne.TextStyle{Bold: true}, "NotoSansJP-Bold.ttf"}, {fyne.TextStyle{Monospace: true}, "NotoSansJP-Regular.ttf"},
		{fyne.TextStyle{Italic: true, Bold: true}, "NotoSansJP-Bold.ttf"}, {fyne.TextStyle{Symbol: true}, "NotoSansJP-Regular.ttf"},
	} {
		if got := ours.Font(c.style).Name(); got != c.name {
			t.Errorf("%+v is written in %s, want %s", c.style, got, c.name)
		}
	}
}
