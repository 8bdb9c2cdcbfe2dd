package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/ui/look"
)

// totalsHigh is the height of the line of totals.
const totalsHigh float32 = 28

// totals is the line under the rows that says what columns add up to.
type totals struct {
	rule    *canvas.Rectangle
	body    *fyne.Container
	clip    *container.Clip
	line    *line
	version int
}

func newTotals() *totals {
	t := &totals{rule: canvas.NewRectangle(color.Transparent), body: container.NewWithoutLayout(), line: newLine(), version: -1}
	t.clip = container.NewClip(t.body)
	return t
}

// SetTotals shows under the rows what columns add up to; nil takes the line
// away. What a total leaves out belongs to its text.
func (g *Grid) SetTotals(totals map[string]Cell) {
	g.totals = totals
	g.clamp()
	g.changed()
}

func (g *Grid) totalsHeight() float32 {
	if g.totals == nil {
		return 0
	}
	return totalsHigh
}

// drawTotals writes the totals anew, or only moves them.
func (r *renderer) drawTotals(size fyne.Size) {
	t, g := r.totals, r.grid
	t.rule.Hidden, t.clip.Hidden = g.totals == nil, g.totals == nil
	if g.totals == nil {
		return
	}
	y := size.Height - totalsHigh
	t.rule.Move(fyne.NewPos(0, y))
	t.rule.Resize(fyne.NewSize(size.Width, 1))
	t.clip.Move(fyne.NewPos(0, y+1))
	t.clip.Resize(fyne.NewSize(size.Width, totalsHigh-1))
	t.body.Resize(t.clip.Size())
	if t.version != g.version {
		t.version = g.version
		t.line.parts = t.line.parts[:0]
		for len(t.line.places) < len(g.columns) {
			t.line.places = append(t.line.places, &place{text: look.Text("", look.SizeText, look.Text1, false)})
		}
		x, end := inset, inset
		last, _ := g.pinned()
		for i, column := range g.columns {
			if cell, ok := g.totals[column.ID]; ok && g.widths[i] > 0 {
				t.line.pinned = i <= last
				from := x
				if column.Align == Right {
					from = end
				}
				t.line.fillCell(t.line.places[i], cell, column.Align, from, x+g.widths[i]-gap-from)
				end = from + cellWidth(cell) + gap
			}
			x += g.widths[i]
		}
	}
	edge := g.pinEdge()
	t.body.Objects = t.body.Objects[:0]
	for _, p := range t.line.parts {
		x := p.x
		if !p.pinned || edge == 0 {
			x -= g.left
		}
		if !p.pinned && edge > 0 && x < edge {
			continue // under the pinned columns
		}
		p.object.Move(fyne.NewPos(x, (totalsHigh-look.LineText)/2-1+p.y))
		t.body.Objects = append(t.body.Objects, p.object)
	}
}

// pressTotals tells which total was clicked.
func (g *Grid) pressTotals(at fyne.Position) bool {
	if g.totals == nil || at.Y < g.Size().Height-totalsHigh {
		return false
	}
	if column := g.columnAt(at.X); column >= 0 && g.OnTotal != nil {
		if _, has := g.totals[g.columns[column].ID]; has {
			g.OnTotal(g.columns[column].ID)
		}
	}
	return true
}
