package ui

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// sheet is a page drawn from top to bottom for a width: texts, rules, squares,
// and places that open what stands behind them.
type sheet struct {
	objects []fyne.CanvasObject
	width   float32
}

func (s *sheet) put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
	s.objects = append(s.objects, object)
}

func (s *sheet) rect(token look.Token, x, y, width, height float32) *canvas.Rectangle {
	rectangle := canvas.NewRectangle(look.Color(token))
	s.put(rectangle, x, y, width, height)
	return rectangle
}

// text writes one line, cut to its room, and gives its width.
func (s *sheet) text(text string, x, y, room, size float32, token look.Token, bold bool) float32 {
	text = look.Cut(text, room, size, bold)
	width := look.Width(text, size, bold)
	object := look.Text(text, size, token, bold)
	look.Place(object, x, y)
	s.objects = append(s.objects, object)
	return width
}

// wrapped writes lines of a width, at most so many (0: all), and gives where
// the next line stands.
func (s *sheet) wrapped(text string, x, y, width, size float32, token look.Token, bold bool, most int) float32 {
	for _, line := range look.Wrap(text, width, size, bold, most) {
		s.text(line, x, y, width+1, size, token, bold)
		y += look.LineOf(size)
	}
	return y
}

// right writes one line that ends at x.
func (s *sheet) right(text string, x, y, size float32, token look.Token, bold bool) {
	s.text(text, x-look.Width(text, size, bold), y, float32(math.Inf(1)), size, token, bold)
}

func (s *sheet) mark(name string, x, y float32) {
	s.put(look.Icon(look.Mark(name)), x, y, look.MarkSize, look.MarkSize)
}

// opens makes an area open something by click and key.
func (s *sheet) opens(x, y, width, height float32, open func()) *spot {
	place := newSpot(open)
	s.put(place, x, y, width, height)
	return place
}

// fill says how sure what a square stands for is (section 4 of the design).
type fill int

const (
	signedFill   fill = iota // confirmed: the accent
	reportedFill             // unconfirmed: mid with a border
	endedFill                // brick with a cross
	silentFill               // an empty square
	missingFill              // not found: hatched
	countedFill              // known, but it has not come as far as records must to be counted
	otherFill                // money of another kind: nobody's commitment
)

// square draws one record.
func (s *sheet) square(f fill, x, y, size, height float32) {
	box := canvas.NewRectangle(look.Color(look.Accent))
	switch f {
	case reportedFill:
		box.FillColor, box.StrokeColor, box.StrokeWidth = look.Color(look.Mid), look.Color(look.Accent), 1
	case endedFill:
		box.FillColor = look.Color(look.Brick)
	case silentFill:
		box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, look.Color(look.Text3), 1
	case missingFill:
		box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, look.Color(look.Text3), 1
	}
	switch f {
	case countedFill:
		box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, look.Color(look.Accent), 1
	case otherFill:
		box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, look.Color(look.Accent), 2
	}
	s.put(box, x, y, size, height)
	if f == endedFill { // the cross says it without the hue
		long := min(8, size-1, height-1)
		s.put(look.Icon(look.Mark("cross.on_accent")), x+(size-long)/2, y+(height-long)/2, long, long)
	}
	if f == missingFill {
		for offset := float32(4); offset < size+height; offset += 4 {
			line := canvas.NewLine(look.Color(look.Text3))
			line.StrokeWidth = 1
			line.Position1 = fyne.NewPos(x+max(0, offset-height), y+min(offset, height))
			line.Position2 = fyne.NewPos(x+min(offset, size), y+max(0, offset-size))
			s.objects = append(s.objects, line)
		}
	}
}

// spot is a place on the sheet that opens something.
type spot = controls.Spot

func newSpot(open func()) *spot { return controls.NewSpot(open) }

// sheetBox shows a sheet that is drawn anew for every width.
type sheetBox struct {
	*fyne.Container
	draw   func(width float32) (objects []fyne.CanvasObject, height float32)
	width  float32
	height float32
	least  float32 // the narrowest that can be read
}

func newSheetBox(draw func(width float32) ([]fyne.CanvasObject, float32)) *sheetBox {
	b := &sheetBox{draw: draw, least: 720}
	b.Container = &fyne.Container{Layout: sheetLayout{b}}
	return b
}

// sheetLayout draws the sheet for the width that it gets.
type sheetLayout struct{ b *sheetBox }

// Layout draws for a width unless it is the one at hand.
func (l sheetLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.b
	if size.Width != b.width && size.Width > 0 {
		b.width = size.Width
		b.redraw()
	}
}

// redraw draws for the width at hand.
func (b *sheetBox) redraw() {
	if b.width <= 0 {
		return
	}
	b.Objects, b.height = b.draw(b.width)
	b.Refresh()
}

// MinSize is as high as what was drawn.
func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.b.least, l.b.height)
}
