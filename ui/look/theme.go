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
	switch name {
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		return t.shade()
	}
	if token, ok := partOf(name); ok {
		return ColorIn(token, t.variant)
	}
	return theme.DefaultTheme().Color(name, t.variant)
}

// shade dims the page behind a dialog and gives menus an edge: white on white
// they would have none. Nothing else of the program casts a shadow.
func (t *Theme) shade() color.Color {
	if t.Dark() {
		return color.NRGBA{A: 0xa0}
	}
	return color.NRGBA{R: 0x1a, G: 0x1b, B: 0x1e, A: 0x48}
}

// partOf says which colour of the design a part of Fyne's own widgets has.
func partOf(name fyne.ThemeColorName) (Token, bool) {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameHeaderBackground:
		return Bg, true
	case theme.ColorNameForeground:
		return Text1, true
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return Text3, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return Accent, true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return OnAccent, true
	case theme.ColorNameInputBackground, theme.ColorNameButton, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return Surface, true
	case theme.ColorNameDisabledButton:
		return Sunken, true
	case theme.ColorNameHover:
		return Hover, true
	case theme.ColorNamePressed, theme.ColorNameSelection, theme.ColorNameFocus:
		return Select, true
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return Line2, true
	case theme.ColorNameSeparator:
		return Line, true
	case theme.ColorNameError:
		return Brick, true
	case theme.ColorNameWarning:
		return Ochre, true
	case theme.ColorNameSuccess:
		return Green, true
	}
	return 0, false
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
