package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// over is what lies over the rows: the frame of the cell with the cursor, what
// is dragged, the tip of a cut text, what is searched for, the field in which
// a cell is changed.
type over struct {
	rows   *container.Clip // over the rows only
	layer  *fyne.Container
	frame  *canvas.Rectangle
	ghost  *canvas.Rectangle // the heading that is dragged
	name   *canvas.Text
	insert *canvas.Rectangle // where it will stand
	sheet  *canvas.Rectangle // under the words of a tip
	tip    []*canvas.Text
	seek   *canvas.Rectangle
	sought *canvas.Text
	shown  []fyne.CanvasObject
}

func newOver() *over {
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	text := func() *canvas.Text { return look.Text("", look.SizeText, look.Text1, false) }
	o := &over{layer: container.NewWithoutLayout(), frame: rectangle(), ghost: rectangle(), name: text(), insert: rectangle(), sheet: rectangle(), seek: rectangle(), sought: text()}
	o.rows = container.NewClip(o.layer)
	o.layer.Objects = []fyne.CanvasObject{o.frame}
	o.frame.StrokeWidth, o.ghost.StrokeWidth, o.sheet.StrokeWidth, o.seek.StrokeWidth = 2, 1, 1, 1
	o.sheet.CornerRadius, o.seek.CornerRadius = look.RadiusChip, look.RadiusChip
	return o
}

// paint gives what lies over the rows its colours.
func (o *over) paint() {
	accent, surface := look.Color(look.Accent), look.Color(look.Surface)
	o.frame.StrokeColor, o.insert.FillColor = accent, accent
	o.ghost.StrokeColor, o.ghost.FillColor = accent, look.Color(look.Select)
	for _, sheet := range []*canvas.Rectangle{o.sheet, o.seek} {
		sheet.StrokeColor, sheet.FillColor = look.Color(look.Line2), surface
	}
	o.name.Color, o.sought.Color = look.Color(look.Text1), look.Color(look.Text1)
	for _, object := range []fyne.CanvasObject{o.frame, o.ghost, o.insert, o.sheet, o.seek, o.name, o.sought} {
		object.Refresh()
	}
	for _, line := range o.tip {
		line.Color = look.Color(look.Text1)
		line.Refresh()
	}
}

// appendTo adds what lies over everything else.
func (o *over) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return append(objects, o.shown...)
}

// draw gives everything its place.
func (o *over) draw(g *Grid, size fyne.Size) {
	o.rows.Move(fyne.NewPos(0, headerHeight))
	o.rows.Resize(fyne.NewSize(size.Width, float32(g.page())))
	o.layer.Resize(o.rows.Size())
	at, frame, seen := g.cellFrame(g.cursor, g.cell)
	o.frame.Hidden = !seen || !g.focused
	if seen {
		o.frame.Move(at.SubtractXY(-1, headerHeight-1)) // a stroke is drawn half outside
		o.frame.Resize(frame.SubtractWidthHeight(2, 2))
	}
	o.shown = o.shown[:0]
	o.drawDrag(g)
	o.drawTip(g, size)
	o.drawSeek(g, size)
	if g.editor != nil {
		o.shown = g.editor.appendTo(o.shown)
	}
}
