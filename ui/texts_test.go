package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/panel"
)

// textsOf joins what is written on a sheet.
func textsOf(objects []fyne.CanvasObject) string {
	var texts []string
	for _, object := range objects {
		if text, ok := object.(*canvas.Text); ok {
			texts = append(texts, text.Text)
		}
	}
	return strings.Join(texts, "\n")
}

// blockTexts gives what the blocks of a panel say.
func blockTexts(blocks []panel.Block) []string {
	var texts []string
	for _, block := range blocks {
		texts = append(texts, fmt.Sprintf("%+v", block))
	}
	return texts
}
