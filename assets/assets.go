// Package assets holds what is built into the program: typeface, marks, icons
// and texts. It imports nothing of the program.
package assets

import (
	"embed"
	"fmt"
)

//go:embed fonts/NotoSansJP-Regular.ttf
var regular []byte

//go:embed fonts/NotoSansJP-Bold.ttf
var bold []byte

//go:embed marks/*.svg
var marks embed.FS

//go:embed icons/icon-512.png
var icon []byte

// Font gives the typeface of the program, Noto Sans JP, as TrueType. Callers
// do not write to it.
func Font(inBold bool) []byte {
	if inBold {
		return bold
	}
	return regular
}

// Mark gives a mark or an icon of the interface as SVG, drawn in black.
func Mark(name string) ([]byte, error) {
	content, err := marks.ReadFile("marks/" + name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("there is no mark %q: %w", name, err)
	}
	return content, nil
}

// Icon gives the icon of the program as PNG, 512 pixels wide.
func Icon() []byte { return icon }
