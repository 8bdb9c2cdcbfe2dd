package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Painter draws a column whose cells are more than text. What the source
// gives as the text of such a cell is copied, not drawn.
type Painter struct {
	Heading func(b *Brush)          // in place of the title; nil writes the title
	Behind  func(b *Brush)          // once, behind all rows, as high as they can be seen; may be nil
	Cell    func(b *Brush, row int) // one row; rows move as a whole, so places are within the row
}

// Brush draws for a painter, from the left and upper edge of what it paints.
// It uses its objects again: a row that comes into sight makes no new ones.
type Brush struct {
	Width, Height float32

	rects   []*canvas.Rectangle
	hatches []*hatch
	marks   []*canvas.Image
	texts   []*canvas.Text
	used    struct{ rects, hatches, marks, texts int }
	put     func(object fyne.CanvasObject, x, y float32)
}

// hatch is a hatched area and what it was made for.
type hatch struct {
	*canvas.Raster
	token   look.Token
	variant fyne.ThemeVariant
}

// begin makes the brush ready for other content.
func (b *Brush) begin(width, height float32, put func(object fyne.CanvasObject, x, y float32)) {
	b.Width, b.Height, b.put = width, height, put
	b.used = struct{ rects, hatches, marks, texts int }{}
}

// Rect fills a rectangle.
func (b *Brush) Rect(token look.Token, x, y, width, height float32) {
	if b.used.rects == len(b.rects) {
		b.rects = append(b.rects, canvas.NewRectangle(look.Transparent()))
	}
	rect := b.rects[b.used.rects]
	b.used.rects++
	tint(rect, token)
	rect.Resize(fyne.NewSize(width, height))
	b.put(rect, x, y)
}

// Hatch fills a rectangle with lines at 45 degrees.
func (b *Brush) Hatch(token look.Token, x, y, width, height float32) {
	if b.used.hatches == len(b.hatches) {
		b.hatches = append(b.hatches, &hatch{})
	}
	area := b.hatches[b.used.hatches]
	b.used.hatches++
	if area.Raster == nil || area.token != token || area.variant != look.Variant() {
		*area = hatch{look.Hatch(token), token, look.Variant()}
	}
	if size := fyne.NewSize(width, height); area.Size() != size {
		area.Resize(size)
	}
	b.put(area.Raster, x, y)
}

// Mark draws a mark at its size of 12 by 12, by the name look.Mark knows.
func (b *Brush) Mark(name string, x, y float32) {
	resource := look.Mark(name)
	if b.used.marks == len(b.marks) {
		b.marks = append(b.marks, look.Icon(resource))
	}
	mark := b.marks[b.used.marks]
	b.used.marks++
	if mark.Resource != resource {
		mark.Resource = resource
		mark.Refresh()
	}
	b.put(mark, x, y)
}

// Text writes a line of a size of type with its upper edge at y.
func (b *Brush) Text(text string, x, y, size float32, token look.Token, bold bool) {
	if b.used.texts == len(b.texts) {
		b.texts = append(b.texts, look.Text("", size, token, bold))
	}
	object := b.texts[b.used.texts]
	b.used.texts++
	if object.TextSize != size {
		object.TextSize, object.Text = size, ""
	}
	write(object, text, token, bold)
	b.put(object, x, y-riseText)
}

// Divided is a source that has rules between some of its rows: one stands
// above each row it names.
type Divided interface{ Divides(row int) bool }

func (g *Grid) divides(row int) bool {
	divided, ok := g.source.(Divided)
	return ok && row > 0 && divided.Divides(row)
}
