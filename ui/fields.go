package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// labelledField is a field of a form under its label, with what is wrong with
// its value below.
type labelledField struct {
	*fyne.Container
	field fyne.CanvasObject
	fault *widget.Label
}

// newField labels a field; required ones carry a star.
func newField(label string, required bool, field fyne.CanvasObject) *labelledField {
	if required {
		label += " *"
	}
	f := &labelledField{field: field, fault: prose("")}
	f.fault.Importance = widget.DangerImportance
	f.fault.SizeName = theme.SizeNameCaptionText
	f.fault.Hide()
	f.Container = container.New(fieldLayout{f}, look.Text(label, look.SizeNote, look.Text2, false), field, f.fault)
	return f
}

// blame says what is wrong with the value; "" that nothing is.
func (f *labelledField) blame(text string) {
	if text == f.fault.Text && f.fault.Visible() == (text != "") {
		return
	}
	f.fault.SetText(text)
	f.fault.Hidden = text == ""
	f.fault.Refresh()
}

// fieldLayout puts label, field and fault under each other.
type fieldLayout struct{ f *labelledField }

const (
	fieldLabel = 18
	fieldGap   = 8 // under a field
	faultRise  = 6 // of a fault, which has the padding of a label
)

// Layout is part of Fyne's layout.
func (l fieldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(1, 0))
	height := max(32, l.f.field.MinSize().Height)
	l.f.field.Move(fyne.NewPos(0, fieldLabel))
	l.f.field.Resize(fyne.NewSize(size.Width, height))
	l.f.fault.Move(fyne.NewPos(-4, fieldLabel+height-faultRise))
	l.f.fault.Resize(fyne.NewSize(size.Width+8, l.f.fault.MinSize().Height))
}

// MinSize is part of Fyne's layout.
func (l fieldLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	height := fieldLabel + max(32, l.f.field.MinSize().Height) + fieldGap
	if l.f.fault.Visible() {
		height += l.f.fault.MinSize().Height - faultRise - fieldGap/2
	}
	return fyne.NewSize(120, height)
}

// fieldColumn puts fields under each other and leaves room for the scroll bar.
type fieldColumn struct{}

const scrollRoom = 16

// Layout is part of Fyne's layout.
func (fieldColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, object := range objects {
		height := object.MinSize().Height
		object.Move(fyne.NewPos(0, y))
		object.Resize(fyne.NewSize(size.Width-scrollRoom, height))
		y += height
	}
}

// MinSize is part of Fyne's layout.
func (fieldColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, object := range objects {
		height += object.MinSize().Height
	}
	return fyne.NewSize(160, height)
}

// entryWith makes a field with an example of what belongs into it.
func entryWith(placeholder string) *controls.Entry {
	entry := controls.NewEntry()
	entry.SetPlaceHolder(placeholder)
	return entry
}
