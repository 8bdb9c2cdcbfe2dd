package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"summitledger/assets"
)

// Theme is the light or the dark look of the program. It asks nothing of the
// system: what is chosen is what is shown.
type Theme struct {
	variant       fyne.ThemeVariant
	regular, bold fyne.Resource
}

// NewTheme makes the light or the dark theme.
func NewTheme(dark bool) *Theme {
	t := &Theme{variant: theme.VariantLight, regular: fyne.NewStaticResource("NotoSansJP-Regular.ttf", assets.Font(false)),
		bold: fyne.NewStaticResource("NotoSansJP-Bold.ttf", assets.Font(true))}
	if dark {
		t.variant = theme.VariantDark
	}
	return t
}

// Dark reports whether this is the dark theme.
func (t *Theme) Dark() bool { return t.variant == theme.VariantDark }

// Color gives the colour of a part of Fyne's own widgets.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	token, ok := map[fyne.ThemeColorName]Token{
		theme.ColorNameBackground: Bg, theme.ColorNameForeground: Text1, theme.ColorNamePrimary: Accent, theme.ColorNameForegroundOnPrimary: OnAccent,
		theme.ColorNameInputBackground: Surface, theme.ColorNameInputBorder: Line2, theme.ColorNameButton: Surface, theme.ColorNameDisabledButton: Sunken,
		theme.ColorNameDisabled: Text3, theme.ColorNamePlaceHolder: Text3, theme.ColorNameHover: Hover, theme.ColorNamePressed: Select, theme.ColorNameSelection: Select,
		theme.ColorNameSeparator: Line, theme.ColorNameScrollBar: Line2, theme.ColorNameMenuBackground: Surface, theme.ColorNameOverlayBackground: Surface,
		theme.ColorNameHeaderBackground: Bg, theme.ColorNameError: Brick, theme.ColorNameWarning: Ochre, theme.ColorNameSuccess: Green, theme.ColorNameHyperlink: Accent,
		theme.ColorNameForegroundOnError: OnAccent, theme.ColorNameForegroundOnSuccess: OnAccent, theme.ColorNameForegroundOnWarning: OnAccent,
	}[name]
	switch {
	case ok:
		return ColorIn(token, t.variant)
	case name == theme.ColorNameFocus:
		return ColorIn(Select, t.variant)
	case name == theme.ColorNameScrollBarBackground, name == theme.ColorNameShadow:
		return color.Transparent
	}
	return theme.DefaultTheme().Color(name, t.variant)
}

// Font gives one typeface for everything: glyphs never flip between fonts.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return t.bold
	}
	return t.regular
}

// Icon gives Fyne's own icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives the measures of Fyne's own widgets.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return SizeText
	case theme.SizeNameHeadingText:
		return SizeTitle
	case theme.SizeNameSubHeadingText:
		return SizeHeading
	case theme.SizeNameCaptionText:
		return SizeNote
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInlineIcon:
		return 16
	case theme.SizeNameScrollBar:
		return 8
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return RadiusField
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1
	}
	return theme.DefaultTheme().Size(name)
}
