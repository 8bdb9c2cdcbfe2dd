// Package controls holds the small controls of the window in the look of the
// design. They know nothing of the ledger or of languages.
package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Pressable is what buttons, chips and links share: a click, a key, hover,
// focus.
type Pressable struct {
	widget.BaseWidget
	OnPress func()
	OnArrow func(key fyne.KeyName) // the arrow keys, where they lead on to other things; nil: they are not wanted
	OnFocus func()                 // the keys have arrived
	hover   bool
	focused bool
}

// Tapped is a click.
func (p *Pressable) Tapped(*fyne.PointEvent) {
	if p.OnPress != nil {
		p.OnPress()
	}
}

// Cursor shows a hand over what can be pressed.
func (p *Pressable) Cursor() desktop.Cursor {
	if p.OnPress == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn is part of Fyne's Hoverable.
func (p *Pressable) MouseIn(*desktop.MouseEvent) { p.hover = true; p.Refresh() }

// MouseMoved is part of Fyne's Hoverable.
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's Hoverable.
func (p *Pressable) MouseOut() { p.hover = false; p.Refresh() }

// FocusGained is part of Fyne's Focusable.
func (p *Pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost is part of Fyne's Focusable.
func (p *Pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (p *Pressable) TypedRune(rune) {}

// TypedKey presses with Space and Enter; the window gets the other keys.
func (p *Pressable) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		if p.OnArrow != nil {
			p.OnArrow(event.Name)
		}
	default:
		Unwanted(event)
	}
}

// drawing is a renderer that makes its objects anew from a size: for controls
// of a handful of objects.
type drawing struct {
	owner   fyne.CanvasObject
	least   func() fyne.Size
	paint   func(d *drawing, size fyne.Size)
	objects []fyne.CanvasObject
}

// Layout is part of Fyne's renderer.
func (d *drawing) Layout(size fyne.Size) {
	d.objects = d.objects[:0]
	d.paint(d, size)
}

// MinSize is part of Fyne's renderer.
func (d *drawing) MinSize() fyne.Size { return d.least() }

// Objects is part of Fyne's renderer.
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Destroy is part of Fyne's renderer.
func (d *drawing) Destroy() {}

// Refresh draws the control anew.
func (d *drawing) Refresh() {
	d.Layout(d.owner.Size())
	canvas.Refresh(d.owner)
}

func (d *drawing) put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
	d.objects = append(d.objects, object)
}

func (d *drawing) rect(token look.Token, x, y, width, height float32) *canvas.Rectangle {
	rectangle := canvas.NewRectangle(look.Color(token))
	d.put(rectangle, x, y, width, height)
	return rectangle
}

// outline draws the border of a box only.
func (d *drawing) outline(token look.Token, x, y, width, height float32) *canvas.Rectangle {
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = look.Color(token), 1
	d.put(frame, x, y, width, height)
	return frame
}

// text writes one line, cut to the room there is, and gives its width.
func (d *drawing) text(s string, x, y, room, size float32, token look.Token, bold bool) float32 {
	if s == "" {
		return 0
	}
	object := look.Text(look.Cut(s, room, size, bold), size, token, bold)
	look.Place(object, x, y)
	d.objects = append(d.objects, object)
	return look.Width(object.Text, size, bold)
}

// opens draws the rule under a figure that opens: a hairline, and two of the
// accent when the next press opens it.
func (d *drawing) opens(x, y, width float32, ready bool) {
	if ready {
		d.rect(look.Accent, x, y-1, width, 2)
		return
	}
	d.rect(look.Line2, x, y, width, 1)
}

func (d *drawing) mark(name string, x, y float32) { d.markOf(name, x, y, look.MarkSize) }

// markOf draws a mark smaller than usual, beside small type or inside a chip.
func (d *drawing) markOf(name string, x, y, size float32) {
	d.put(look.Icon(look.Mark(name)), x, y, size, size)
}

// frame draws the border of focus, inside.
func (d *drawing) frame(focused bool, size fyne.Size, radius float32) {
	if !focused {
		return
	}
	frame := d.outline(look.Accent, 0, 0, size.Width, size.Height)
	frame.StrokeWidth, frame.CornerRadius = 2, radius
}
