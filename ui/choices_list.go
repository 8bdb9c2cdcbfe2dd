package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
)

// choiceList is a list at the left with what is chosen in it at the right.
type choiceList struct {
	list   *controls.List
	detail *fyne.Container
	object fyne.CanvasObject
}

// choiceListWide is the width of the list.
const choiceListWide float32 = 320

// newChoiceList makes the list. text gives a line and whether something is
// wrong in it; above and below may be nil.
func newChoiceList(length func() int, text func(i int) (line string, wrong bool), chosen func(i int), above, below fyne.CanvasObject) *choiceList {
	c := &choiceList{detail: container.NewStack()}
	c.list = controls.NewList(length,
		func() fyne.CanvasObject {
			label := widget.NewLabel("")
			label.Truncation = fyne.TextTruncateEllipsis
			return label
		},
		func(i widget.ListItemID, object fyne.CanvasObject) {
			label, ok := object.(*widget.Label)
			if !ok {
				return
			}
			line, wrong := text(i)
			label.Importance = widget.MediumImportance
			if wrong {
				label.Importance = widget.DangerImportance
			}
			label.SetText(line)
		})
	c.list.OnSelected = chosen
	left := container.New(layout.NewBorderLayout(above, below, nil, nil)) // in the order in which Tab goes through
	for _, object := range []fyne.CanvasObject{above, c.list, below} {
		if object != nil {
			left.Add(object)
		}
	}
	c.object = container.New(besides{}, left, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 2, scrollRoom), c.detail)))
	return c
}

// set puts something into the detail.
func (c *choiceList) set(object fyne.CanvasObject) {
	c.detail.Objects = []fyne.CanvasObject{object}
	c.detail.Refresh()
}

// besides lays a list and what is chosen in it out beside each other.
type besides struct{}

// Layout is part of Fyne's layout.
func (besides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := min(choiceListWide, size.Width*0.45)
	objects[0].Move(fyne.NewPos(0, 8))
	objects[0].Resize(fyne.NewSize(wide, size.Height-8))
	objects[1].Move(fyne.NewPos(wide+16, 8))
	objects[1].Resize(fyne.NewSize(size.Width-wide-16, size.Height-8))
}

// MinSize is part of Fyne's layout.
func (besides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(520, 240) }
