package look

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"summitledger/assets"
)

// hues are the colours that marks have by the design when nothing else is
// said. A mark is named by its file, and by a hue after a dot where it has
// several: "disc.green".
func hue(name string) (file string, token Token) {
	file, wanted, found := strings.Cut(name, ".")
	if found {
		return file, tokenNamed(wanted)
	}
	switch file {
	case "disc", "half", "icon-check":
		return file, Accent
	case "step", "late":
		return file, Green
	case "square":
		return file, Ochre
	case "pause", "diamond", "cross", "minus":
		return file, Brick
	}
	if strings.HasPrefix(file, "icon-") || file == "past" || file == "slash" || file == "chev2" || file == "differ" {
		return file, Text2
	}
	return file, Text3
}

func tokenNamed(name string) Token {
	switch name {
	case "green":
		return Green
	case "ochre":
		return Ochre
	case "mauve":
		return Mauve
	case "brick":
		return Brick
	case "accent":
		return Accent
	case "on_accent":
		return OnAccent
	case "text1":
		return Text1
	case "text2":
		return Text2
	case "line":
		return Line
	}
	return Text3
}

type markKey struct {
	name    string
	variant fyne.ThemeVariant
}

var markCache sync.Map // markKey to fyne.Resource

// Mark gives a mark in the colour it has in the running theme. An unknown
// name gives an empty drawing.
func Mark(name string) fyne.Resource {
	key := markKey{name, Variant()}
	if known, ok := markCache.Load(key); ok {
		return known.(fyne.Resource)
	}
	file, token := hue(name)
	content, err := assets.Mark(file)
	if err != nil {
		content = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" width="12" height="12" fill="#000000"/>`)
	}
	c := palette(key.variant)[token]
	content = bytes.ReplaceAll(content, []byte("#000000"), fmt.Appendf(nil, "#%06X", c))
	shade := "light"
	if key.variant == theme.VariantDark {
		shade = "dark"
	}
	resource := fyne.NewStaticResource(strings.ReplaceAll(name, ".", "-")+"-"+shade+".svg", content)
	markCache.Store(key, resource)
	return resource
}

// FieldMark gives a mark for the icon of a field: Fyne draws that at the size of
// its own icons and too high, so the mark is set into a larger drawing, where
// it keeps its size and stands beside the words.
func FieldMark(name string) fyne.Resource {
	mark := Mark(name)
	content := bytes.Replace(mark.Content(), []byte(`viewBox="0 0 12 12" width="12" height="12"`), []byte(`viewBox="-3 -4 16 16" width="16" height="16"`), 1)
	return fyne.NewStaticResource("field-"+mark.Name(), content)
}

// Icon draws a mark at its size of 12 by 12.
func Icon(resource fyne.Resource) *canvas.Image {
	image := canvas.NewImageFromResource(resource)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(MarkSize))
	image.Resize(fyne.NewSquareSize(MarkSize))
	return image
}
