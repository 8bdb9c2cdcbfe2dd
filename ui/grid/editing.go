package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Editing changes cells where they stand. Texts are as whoever keeps them has
// them, which need not be what the cell shows.
type Editing struct {
	Begin func(row, column string) (draft Draft, ok bool)         // false: the cell is not changed here
	Check func(row, column, text string) (fault string)           // what is wrong with a text, "" for nothing
	Keep  func(row, column, text string, done func(fault string)) // done is told "" once the text is kept
}

// Draft is the value of a cell when a person begins to change it.
type Draft struct {
	Text    string
	Example string // shown while the field is empty
	Words   []Word // when only these can stand there
}

// Word is one of the values that can stand in a cell.
type Word struct{ ID, Text string }

// editor is the field in which a cell is changed, with what is wrong under it.
type editor struct {
	grid        *Grid
	row, column string
	before      string
	entry       *cellEntry
	keeping     bool
	sheet       *canvas.Rectangle
	fault       []*canvas.Text
	faulty      bool
}

// Measures of the field.
const (
	editHigh  float32 = 34
	editLeast float32 = 160
	faultWide float32 = 320
)

// cellEntry hands the keys that end the change to the editor.
type cellEntry struct {
	widget.Entry
	editor *editor
}

// TypedKey is part of Fyne's Focusable.
func (e *cellEntry) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		e.editor.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.editor.keep(0)
	case fyne.KeyTab:
		e.editor.keep(1)
	default:
		e.Entry.TypedKey(event)
	}
}

// AcceptsTab keeps Tab, which goes on to the next cell.
func (e *cellEntry) AcceptsTab() bool { return true }

// FocusLost keeps what was typed when nothing is wrong with it.
func (e *cellEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.editor.grid.editor == e.editor && !e.editor.keeping && !e.editor.faulty {
		e.editor.keep(0)
	}
}

// Edit begins to change the cell with the cursor. It reports whether that can
// be changed.
func (g *Grid) Edit() bool {
	row, column, ok := g.Cell()
	if !ok || g.Editing == nil || g.isGroup(g.cursor) {
		return false
	}
	draft, ok := g.Editing.Begin(row, column)
	if !ok {
		return false
	}
	g.reveal(g.cursor)
	g.revealColumn(g.cell)
	if len(draft.Words) > 0 {
		g.offer(row, column, draft)
		return true
	}
	e := &editor{grid: g, row: row, column: column, before: draft.Text, entry: &cellEntry{}, sheet: canvas.NewRectangle(color.Transparent)}
	e.sheet.StrokeWidth, e.sheet.CornerRadius = 1, look.RadiusChip
	e.entry.editor = e
	e.entry.ExtendBaseWidget(e.entry)
	e.entry.SetPlaceHolder(draft.Example)
	e.entry.SetText(draft.Text)
	e.entry.OnChanged = func(text string) { e.blame(g.Editing.Check(row, column, text)) }
	g.dropTip()
	g.editor = e
	g.Refresh()
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(g); canvas != nil {
		canvas.Focus(e.entry)
		e.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	return true
}

// offer lists the words that can stand in a cell.
func (g *Grid) offer(row, column string, draft Draft) {
	items := make([]*fyne.MenuItem, len(draft.Words))
	for i, word := range draft.Words {
		items[i] = fyne.NewMenuItem(word.Text, func() {
			if word.ID != draft.Text {
				g.Editing.Keep(row, column, word.ID, func(fault string) {
					if fault != "" && g.OnFault != nil {
						g.OnFault(fault)
					}
				})
			}
		})
		items[i].Checked = word.ID == draft.Text
	}
	driver := fyne.CurrentApp().Driver()
	at, size, seen := g.cellFrame(g.cursor, g.cell)
	if canvas := driver.CanvasForObject(g); canvas != nil && seen {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), canvas, driver.AbsolutePositionForObject(g).Add(at).AddXY(0, size.Height))
	}
}

// keep hands the text over, unless something is wrong with it. go on then
// moves the cursor by cells.
func (e *editor) keep(onward int) {
	g, text := e.grid, e.entry.Text
	if e.keeping {
		return
	}
	if text == e.before {
		e.close()
		g.onward(onward)
		return
	}
	if fault := g.Editing.Check(e.row, e.column, text); fault != "" {
		e.blame(fault)
		return
	}
	e.keeping = true
	g.Editing.Keep(e.row, e.column, text, func(fault string) {
		e.keeping = false
		if g.editor != e {
			return
		}
		if fault != "" {
			e.blame(fault)
			return
		}
		e.close()
		g.onward(onward)
	})
}

func (g *Grid) onward(by int) {
	if by != 0 {
		g.sideways(by)
	}
}

// blame says under the field what is wrong.
func (e *editor) blame(fault string) {
	e.faulty = fault != ""
	e.fault = e.fault[:0]
	if e.faulty {
		for _, line := range look.Wrap(fault, faultWide, look.SizeText, false, 4) {
			e.fault = append(e.fault, look.Text(line, look.SizeText, look.Brick, false))
		}
	}
	e.grid.Refresh()
}

// close takes the field away; the cell shows what it showed.
func (e *editor) close() {
	g := e.grid
	if g.editor != e {
		return
	}
	g.editor = nil
	g.Refresh()
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(g); canvas != nil && canvas.Focused() == fyne.Focusable(e.entry) {
		canvas.Focus(g)
	}
}

func (g *Grid) endEdit() {
	if g.editor != nil {
		g.editor.close()
	}
}

// endEditBy keeps what stands in the field when a person clicks beside it.
func (g *Grid) endEditBy(fyne.Position) {
	if g.editor != nil {
		if g.editor.faulty {
			g.editor.close()
			return
		}
		g.editor.keep(0)
	}
}

// appendTo places the field over its cell.
func (e *editor) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	g := e.grid
	row := g.cursor
	at, size, seen := g.cellFrame(row, g.indexOf(e.column))
	if !seen {
		return objects
	}
	wide := max(size.Width, editLeast)
	x := max(0, min(at.X, g.Size().Width-wide))
	y := max(0, at.Y-(editHigh-size.Height)/2)
	e.entry.Move(fyne.NewPos(x, y))
	e.entry.Resize(fyne.NewSize(wide, editHigh))
	objects = append(objects, e.entry)
	if len(e.fault) == 0 {
		return objects
	}
	sheet := fyne.NewSize(0, float32(len(e.fault))*look.LineText+8)
	for _, line := range e.fault {
		sheet.Width = max(sheet.Width, look.Width(line.Text, look.SizeText, false)+16)
	}
	x = max(0, min(x, g.Size().Width-sheet.Width))
	if y += editHigh + 2; y+sheet.Height > g.Size().Height {
		y -= editHigh + sheet.Height + 4
	}
	e.sheet.FillColor, e.sheet.StrokeColor = look.Color(look.Surface), look.Color(look.Brick)
	e.sheet.Move(fyne.NewPos(x, y))
	e.sheet.Resize(sheet)
	objects = append(objects, e.sheet)
	for i, line := range e.fault {
		look.Place(line, x+8, y+4+float32(i)*look.LineText)
		objects = append(objects, line)
	}
	return objects
}
