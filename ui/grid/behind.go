package grid

import "fyne.io/fyne/v2"

// behind is what a column draws once behind all rows.
type behind struct {
	brush   Brush
	version int
	height  float32
	parts   []part
}

// appendBehind adds what the columns draw behind the rows; it is drawn anew
// only when cells or the height are.
func (r *renderer) appendBehind(objects []fyne.CanvasObject, size fyne.Size) []fyne.CanvasObject {
	g := r.grid
	height := max(0, size.Height-headerHeight)
	x, at := inset, 0
	last, _ := g.pinned()
	for i, column := range g.columns {
		if column.Painter != nil && column.Painter.Behind != nil && g.widths[i] > 0 && g.rowCount() > 0 {
			if at == len(r.behind) {
				r.behind = append(r.behind, &behind{version: -1})
			}
			b := r.behind[at]
			at++
			if b.version != g.version || b.height != height {
				b.version, b.height, b.parts = g.version, height, b.parts[:0]
				left := x
				b.brush.begin(g.widths[i]-gap, height, func(object fyne.CanvasObject, x, y float32) {
					b.parts = append(b.parts, part{object: object, x: left + x, y: y})
				})
				column.Painter.Behind(&b.brush)
			}
			for _, p := range b.parts {
				p.object.Move(fyne.NewPos(p.x-g.left, p.y))
				if p.x-g.left >= g.pinEdge() || i <= last {
					objects = append(objects, p.object)
				}
			}
		}
		x += g.widths[i]
	}
	return objects
}
