// Package look is how the program looks: colours, type, sizes and marks, as
// the design fixes them, and the cutting and wrapping of text.
package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Token names a colour by its use; the theme says which colour it is.
type Token uint8

// The colours of the design.
const (
	Text1    Token = iota // text and strong rules
	Text2                 // labels
	Text3                 // notes, empty values
	Bg                    // menu, header, tabs, facets, foot, group rows, board columns
	Surface               // data, fields, cards, panels
	Sunken                // ended cards, bars behind facets
	Hover                 // row under the pointer
	Select                // selected row, as-of day in the past
	Line                  // hairlines
	Line2                 // borders of controls, rule under a figure
	Accent                // selection, focus, links
	OnAccent              // text on the accent
	Mid                   // reported, unconfirmed
	Blue                  // signed, in force
	Green                 // stage reached, kept
	Ochre                 // money, late
	Mauve                 // announced
	Brick                 // suspended, ended, broken
	tokenCount
)

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// palette gives the colours of a theme by token.
func palette(variant fyne.ThemeVariant) [tokenCount]uint32 {
	if variant == theme.VariantDark {
		return [tokenCount]uint32{Text1: 0xEDECE8, Text2: 0xC2C1BD, Text3: 0x9E9D9A, Bg: 0x15161A, Surface: 0x1C1E22, Sunken: 0x101114, Hover: 0x25272D, Select: 0x24344F,
			Line: 0x34373E, Line2: 0x7D8089, Accent: 0x8DAEFA, OnAccent: 0x15161A, Mid: 0x4A6494, Blue: 0x8DAEFA, Green: 0x3D9B83, Ochre: 0xF6C37A, Mauve: 0xAB6FAF, Brick: 0xE3593D}
	}
	return [tokenCount]uint32{Text1: 0x1A1B1E, Text2: 0x4A4B4F, Text3: 0x66666A, Bg: 0xF4F3EF, Surface: 0xFFFFFF, Sunken: 0xEBE9E3, Hover: 0xF0EEE8, Select: 0xDFE8F3,
		Line: 0xDAD7CF, Line2: 0x85817A, Accent: 0x104882, OnAccent: 0xFFFFFF, Mid: 0xA9C1DE, Blue: 0x104882, Green: 0x138E71, Ochre: 0xC26A1E, Mauve: 0x9472A0, Brick: 0xA42F34}
}

// colours holds the colours of the light and the dark theme, made once: a page
// asks for thousands.
var colours = sync.OnceValue(func() (themes [2][tokenCount]color.Color) {
	for i, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		for token, hex := range palette(variant) {
			themes[i][token] = rgb(hex)
		}
	}
	return themes
})

// ColorIn gives the colour of a token in a theme.
func ColorIn(token Token, variant fyne.ThemeVariant) color.Color {
	if variant == theme.VariantDark {
		return colours()[1][token]
	}
	return colours()[0][token]
}

// Color gives the colour of a token in the theme of the running app.
func Color(token Token) color.Color { return ColorIn(token, Variant()) }

// Variant tells whether the running app is light or dark.
func Variant() fyne.ThemeVariant {
	app := fyne.CurrentApp()
	if app == nil {
		return theme.VariantLight
	}
	if ours, ok := app.Settings().Theme().(*Theme); ok {
		return ours.variant
	}
	return theme.VariantLight
}

// Sizes of type, in device-independent pixels.
const (
	SizeFigure  float32 = 32
	SizeTitle   float32 = 20
	SizeHeading float32 = 15
	SizeText    float32 = 13
	SizeNote    float32 = 11
)

// Heights of a line of each size.
const (
	LineFigure  float32 = 40
	LineTitle   float32 = 28
	LineHeading float32 = 24
	LineText    float32 = 20
	LineNote    float32 = 16
)

// Radii of corners and the size of marks.
const (
	RadiusField float32 = 4
	RadiusCard  float32 = 3
	RadiusChip  float32 = 3
	RadiusCheck float32 = 2
	MarkSize    float32 = 12
)

// Transparent is no colour at all.
func Transparent() color.Color { return color.Transparent }
