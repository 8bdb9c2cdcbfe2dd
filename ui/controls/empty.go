package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"summitledger/ui/look"
)

// Way is a way out of an empty state.
type Way struct {
	Text  string
	Press func()
}

// NewEmpty says why there is nothing to show and offers ways out.
func NewEmpty(title, sentence string, ways []Way) fyne.CanvasObject {
	buttons := container.NewHBox()
	for _, way := range ways {
		buttons.Add(NewButton(way.Text, "", way.Press))
	}
	return container.NewCenter(container.NewVBox(
		container.NewCenter(look.Text(title, look.SizeHeading, look.Text1, true)),
		container.NewCenter(look.Text(sentence, look.SizeText, look.Text2, false)),
		container.New(layout.NewCenterLayout(), buttons)))
}
