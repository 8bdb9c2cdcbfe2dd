package grid

import (
	"time"

	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// tipAfter is how long the pointer rests on a cut text before all of it shows.
const tipAfter = 500 * time.Millisecond

// Measures of a tip.
const (
	tipWidth float32 = 420
	tipLines         = 8
	tipInset float32 = 8
	tipBelow float32 = 4
)

// tip is the whole text of a cell or a heading in which it is cut.
type tip struct {
	text        string
	row, column int // row -1 is the line of headings
	shown       bool
	stop        func()
}

// rest begins to wait for the tip of what is under the pointer.
func (g *Grid) rest(at fyne.Position) {
	row, column := g.rowAt(at.Y), g.columnAt(at.X)
	heading := at.Y >= 0 && at.Y < headerHeight
	if g.tip.text != "" && g.tip.row == row && g.tip.column == column {
		return
	}
	g.dropTip()
	if row < 0 && !heading || column < 0 || g.pointer.moving || g.pointer.resizing > 0 || g.editor != nil {
		return
	}
	text := g.cutText(row, column)
	if text == "" {
		return
	}
	g.tip = tip{text: text, row: row, column: column}
	show := func() {
		if g.tip.text == text && g.tip.row == row && g.tip.column == column {
			g.tip.shown = true
			g.Refresh()
		}
	}
	if g.Later == nil {
		show()
		return
	}
	g.tip.stop = g.Later(tipAfter, show)
}

// cutText gives the text of a cell of which a part is not drawn, else "". Row
// -1 is the line of headings.
func (g *Grid) cutText(row, column int) string {
	of := g.columns[column]
	room := g.widths[column] - gap
	if row < 0 {
		if headingWidth(of) > room {
			return of.Title
		}
		return ""
	}
	if _, group := g.source.Group(row); group || of.Painter != nil {
		return ""
	}
	if line := g.lineOf(row); line == nil || column >= len(line.places) || !line.places[column].cut {
		return ""
	}
	return g.source.Cell(row, of.ID).Text
}

// lineOf gives the line that draws a row, nil when none does.
func (g *Grid) lineOf(row int) *line {
	if g.drawn == nil || len(g.drawn.lines) == 0 {
		return nil
	}
	if line := g.drawn.lines[row%len(g.drawn.lines)]; line.row == row && line.version == g.version {
		return line
	}
	return nil
}

// dropTip takes the tip away.
func (g *Grid) dropTip() {
	if g.tip.stop != nil {
		g.tip.stop()
	}
	shown := g.tip.shown
	g.tip = tip{}
	if shown {
		g.Refresh()
	}
}

// drawTip shows the whole text under its row, or over it at the lower edge.
func (o *over) drawTip(g *Grid, size fyne.Size) {
	if !g.tip.shown || g.tip.column >= len(g.columns) {
		return
	}
	lines := look.Wrap(g.tip.text, min(tipWidth, size.Width-4*tipInset), look.SizeText, false, tipLines)
	wide := float32(0)
	for len(o.tip) < len(lines) {
		o.tip = append(o.tip, look.Text("", look.SizeText, look.Text1, false))
	}
	for _, line := range lines {
		wide = max(wide, look.Width(line, look.SizeText, false))
	}
	sheet := fyne.NewSize(wide+2*tipInset, float32(len(lines))*look.LineText+tipInset)
	x := min(max(tipInset, g.leftOf(g.tip.column)-tipInset), size.Width-sheet.Width-tipInset)
	y := headerHeight + tipBelow
	if g.tip.row >= 0 {
		y += float32(float64(g.tip.row+1)*float64(g.rowHeight) - g.top)
	}
	if y+sheet.Height > size.Height && g.tip.row >= 0 {
		y -= g.rowHeight + sheet.Height + 2*tipBelow
	}
	o.sheet.Move(fyne.NewPos(x, y))
	o.sheet.Resize(sheet)
	o.shown = append(o.shown, o.sheet)
	for i, line := range lines {
		write(o.tip[i], line, look.Text1, false)
		look.Place(o.tip[i], x+tipInset, y+tipInset/2+float32(i)*look.LineText)
		o.shown = append(o.shown, o.tip[i])
	}
}
