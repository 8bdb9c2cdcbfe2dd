package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// modal is a question or a page over the window: a title, what is asked or
// told, and buttons under it. Escape closes it.
type modal struct {
	popup   *widget.PopUp
	heading string // cut in title where it has no room
	title   *canvas.Text
	body    fyne.CanvasObject
	foot    *fyne.Container
	height  float32 // of the body; 0 as high as it needs
	width   float32
}

// Measures of a modal.
const (
	modalInset  = 20
	modalHead   = 44
	modalFoot   = 60
	modalMargin = 40 // to the edges of the window
)

// openModal shows a modal. A height of 0 makes it as high as its body.
func (w *Window) openModal(title string, body fyne.CanvasObject, width, height float32, buttons ...*controls.Button) *modal {
	m := &modal{heading: title, title: look.Text(title, look.SizeHeading, look.Text1, true), body: body, width: width, height: height}
	m.foot = container.NewHBox()
	for _, button := range buttons {
		m.foot.Add(button)
	}
	page := container.New(modalLayout{m}, m.title, m.body, m.foot)
	m.popup = widget.NewModalPopUp(page, w.window.Canvas())
	room := w.window.Canvas().Size()
	m.width = min(width, room.Width-modalMargin)
	if height > 0 {
		m.height = min(height, room.Height-modalMargin)
	}
	m.body.Resize(fyne.NewSize(m.width-2*modalInset, m.body.MinSize().Height)) // wrapped words know their height only then
	m.popup.Resize(page.MinSize())
	m.popup.Show()
	w.lastModal = m
	if len(buttons) > 0 {
		w.window.Canvas().Focus(buttons[0])
	}
	return m
}

// fit makes the modal as high as its body has become.
func (m *modal) fit() { m.popup.Resize(fyne.NewSize(m.width, m.popup.MinSize().Height)) }

// close takes the modal away.
func (m *modal) close() { m.popup.Hide() }

// modalLayout gives the parts of a modal their places.
type modalLayout struct{ m *modal }

// Layout is part of Fyne's layout.
func (l modalLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	m := l.m
	m.title.Text = look.Cut(m.heading, size.Width-2*modalInset, look.SizeHeading, true)
	look.Place(m.title, modalInset, 12)
	m.body.Move(fyne.NewPos(modalInset, modalHead))
	m.body.Resize(fyne.NewSize(size.Width-2*modalInset, size.Height-modalHead-modalFoot))
	m.foot.Move(fyne.NewPos(modalInset, size.Height-modalFoot+14))
	m.foot.Resize(fyne.NewSize(size.Width-2*modalInset, 32))
}

// MinSize is part of Fyne's layout.
func (l modalLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	m := l.m
	if m.height > 0 {
		return fyne.NewSize(m.width, m.height)
	}
	return fyne.NewSize(m.width, modalHead+m.body.MinSize().Height+modalFoot)
}

// dismiss closes what lies over the page: a modal, a dialog, a menu. It
// reports whether there was anything.
func (w *Window) dismiss() bool {
	overlays := w.window.Canvas().Overlays()
	top := overlays.Top()
	if top == nil {
		return false
	}
	overlays.Remove(top)
	return true
}

// covered reports whether something lies over the page and has the keys.
func (w *Window) covered() bool { return w.window.Canvas().Overlays().Top() != nil }

// ask shows a question with one strong way to answer it, and Cancel.
func (w *Window) ask(title string, body fyne.CanvasObject, width float32, answer string, do func()) *modal {
	var m *modal
	yes := func() { m.close(); do() }
	if check, ok := body.(*controls.Check); ok {
		check.OnSubmit = yes
	}
	m = w.openModal(title, body, width, 0, controls.NewStrongButton(answer, "", yes),
		controls.NewButton(w.printer.Text("button.cancel"), "", func() { m.close() }))
	return m
}

// tellPage shows a page to read.
func (w *Window) tellPage(title string, body fyne.CanvasObject, width, height float32) {
	var m *modal
	m = w.openModal(title, body, width, height, controls.NewButton(w.printer.Text("button.close"), "", func() { m.close() }))
}

// prose is a paragraph of a modal, wrapped to its width.
func prose(text string) *widget.Label {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	return label
}

// choices is a group of which one is chosen, by keys too.
func choices(options []controls.Option) *controls.Choice {
	choice := controls.NewChoice(nil)
	choice.Boxed = true
	choice.Set("", options, options[0].ID)
	return choice
}
