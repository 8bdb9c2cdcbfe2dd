package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Choosable is a column that can be shown or hidden.
type Choosable struct {
	ID, Title string
	Shown     bool
}

// Chooser lists the columns of a table: which are shown, in which order.
// Space shows and hides, Ctrl with an arrow or a drag moves.
type Chooser struct {
	widget.BaseWidget
	OnChange func(shown []string)
	OnKey    func(event *fyne.KeyEvent) // keys that the list has no use for

	columns []Choosable
	cursor  int
	hover   int
	focused bool
	pressed int // column that was pressed, -1 for none
	onBox   bool
	target  int // where a dragged column would stand, -1 while none is dragged
	scroll  *container.Scroll
}

// Measures of the list.
const (
	chooserRow   float32 = 28
	chooserInset float32 = 8
	boxSize      float32 = 14
	boxCheck     float32 = 10
	boxReach     float32 = 30
)

// NewChooser makes a list of columns, those that are shown first.
func NewChooser(columns []Choosable) *Chooser {
	c := &Chooser{hover: -1, pressed: -1, target: -1}
	c.ExtendBaseWidget(c)
	c.Set(columns)
	return c
}

// Set lists other columns.
func (c *Chooser) Set(columns []Choosable) {
	c.columns = slices.Clone(columns)
	c.cursor = min(c.cursor, max(0, len(c.columns)-1))
	c.Refresh()
}

// In puts the list into a place where it scrolls.
func (c *Chooser) In() *container.Scroll {
	c.scroll = container.NewVScroll(c)
	return c.scroll
}

// Shown names the columns that are shown, in order.
func (c *Chooser) Shown() []string {
	var shown []string
	for _, column := range c.columns {
		if column.Shown {
			shown = append(shown, column.ID)
		}
	}
	return shown
}

// MinSize holds every column.
func (c *Chooser) MinSize() fyne.Size {
	return fyne.NewSize(200, chooserRow*float32(len(c.columns)))
}

// toggle shows a column or hides it; the last one that is shown stays.
func (c *Chooser) toggle(at int) {
	if at < 0 || at >= len(c.columns) || c.columns[at].Shown && len(c.Shown()) == 1 {
		return
	}
	c.columns[at].Shown = !c.columns[at].Shown
	c.changed()
}

// move puts a column before the one at a place.
func (c *Chooser) move(from, to int) {
	if from < 0 || from >= len(c.columns) || to < 0 || to > len(c.columns) || to == from || to == from+1 {
		return
	}
	column := c.columns[from]
	c.columns = slices.Delete(c.columns, from, from+1)
	if to > from {
		to--
	}
	c.columns = slices.Insert(c.columns, to, column)
	c.cursor = to
	c.changed()
}

func (c *Chooser) changed() {
	c.Refresh()
	if c.OnChange != nil {
		c.OnChange(c.Shown())
	}
}

func (c *Chooser) goTo(row int) {
	c.cursor = max(0, min(row, len(c.columns)-1))
	c.Refresh()
	if c.scroll == nil {
		return
	}
	y, offset := float32(c.cursor)*chooserRow, c.scroll.Offset.Y
	switch {
	case y < offset:
		offset = y
	case y+chooserRow > offset+c.scroll.Size().Height:
		offset = y + chooserRow - c.scroll.Size().Height
	}
	c.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// TypedKey moves the cursor, shows and hides.
func (c *Chooser) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDown:
		c.goTo(c.cursor + 1)
	case fyne.KeyUp:
		c.goTo(c.cursor - 1)
	case fyne.KeyHome:
		c.goTo(0)
	case fyne.KeyEnd:
		c.goTo(len(c.columns) - 1)
	case fyne.KeySpace:
		c.toggle(c.cursor)
	default:
		if c.OnKey != nil {
			c.OnKey(event)
		}
	}
}

// TypedShortcut moves the column at the cursor.
func (c *Chooser) TypedShortcut(shortcut fyne.Shortcut) {
	s, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || s.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return
	}
	switch s.KeyName {
	case fyne.KeyUp:
		c.move(c.cursor, c.cursor-1)
	case fyne.KeyDown:
		c.move(c.cursor, c.cursor+2)
	}
	c.goTo(c.cursor)
}

// TypedRune goes to the next column whose name begins with a letter.
func (c *Chooser) TypedRune(letter rune) {
	if letter == ' ' {
		return
	}
	if row := Seek(len(c.columns), c.cursor+1, folded(string(letter)), func(row int) (string, bool) { return folded(c.columns[row].Title), true }); row >= 0 {
		c.goTo(row)
	}
}

// FocusGained is part of Fyne's Focusable.
func (c *Chooser) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (c *Chooser) FocusLost() { c.focused = false; c.Refresh() }

func (c *Chooser) rowAt(y float32) int {
	if row := int(y / chooserRow); y >= 0 && row < len(c.columns) {
		return row
	}
	return -1
}

// MouseDown shows or hides at the box, and else takes hold of the column.
func (c *Chooser) MouseDown(event *desktop.MouseEvent) {
	row := c.rowAt(event.Position.Y)
	if row < 0 {
		return
	}
	c.pressed, c.cursor, c.onBox = row, row, event.Position.X < chooserInset+boxReach
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	c.Refresh()
}

// MouseUp ends a press: at the box the column is shown or hidden.
func (c *Chooser) MouseUp(event *desktop.MouseEvent) {
	if c.target < 0 && c.onBox && c.rowAt(event.Position.Y) == c.pressed {
		c.toggle(c.pressed)
	}
	c.DragEnd()
}

// Dragged moves the column that was pressed.
func (c *Chooser) Dragged(event *fyne.DragEvent) {
	if c.pressed < 0 {
		return
	}
	c.target = max(0, min(int(event.Position.Y/chooserRow+0.5), len(c.columns)))
	c.Refresh()
}

// DragEnd puts the dragged column where it is.
func (c *Chooser) DragEnd() {
	from, to := c.pressed, c.target
	c.pressed, c.target = -1, -1
	if from >= 0 && to >= 0 {
		c.move(from, to)
	}
	c.Refresh()
}

// MouseIn is part of Fyne's Hoverable.
func (c *Chooser) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved keeps the column under the pointer.
func (c *Chooser) MouseMoved(event *desktop.MouseEvent) {
	if row := c.rowAt(event.Position.Y); row != c.hover {
		c.hover = row
		c.Refresh()
	}
}

// MouseOut is part of Fyne's Hoverable.
func (c *Chooser) MouseOut() { c.hover = -1; c.Refresh() }

// CreateRenderer draws the list.
func (c *Chooser) CreateRenderer() fyne.WidgetRenderer { return &chooserRenderer{chooser: c} }

// chooserRenderer makes its objects anew each time: there are some dozens.
type chooserRenderer struct {
	chooser *Chooser
	objects []fyne.CanvasObject
}

// Destroy is part of Fyne's renderer.
func (r *chooserRenderer) Destroy() {}

// MinSize is that of the list.
func (r *chooserRenderer) MinSize() fyne.Size { return r.chooser.MinSize() }

// Objects lists what is drawn.
func (r *chooserRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh draws the list anew.
func (r *chooserRenderer) Refresh() {
	r.Layout(r.chooser.Size())
	canvas.Refresh(r.chooser)
}

func (r *chooserRenderer) rect(token look.Token, x, y, width, height float32) *canvas.Rectangle {
	rect := canvas.NewRectangle(look.Color(token))
	rect.Move(fyne.NewPos(x, y))
	rect.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, rect)
	return rect
}

// Layout draws every column: whether it is shown, and its name.
func (r *chooserRenderer) Layout(size fyne.Size) {
	c := r.chooser
	r.objects = r.objects[:0]
	for i, column := range c.columns {
		y := float32(i) * chooserRow
		if i == c.hover || i == c.pressed {
			r.rect(look.Hover, 0, y, size.Width, chooserRow)
		}
		box := r.rect(look.Surface, chooserInset+sharp, y+(chooserRow-boxSize)/2+sharp, boxSize-1, boxSize-1)
		box.StrokeWidth, box.CornerRadius, box.StrokeColor = 1, look.RadiusCheck, look.Color(look.Line2)
		token := look.Text2
		if column.Shown {
			token = look.Text1
			box.FillColor, box.StrokeColor = look.Color(look.Accent), look.Color(look.Accent)
			check := look.Icon(look.Mark("icon-check.on_accent"))
			check.Resize(fyne.NewSquareSize(boxCheck))
			check.Move(fyne.NewPos(chooserInset+(boxSize-boxCheck)/2, y+(chooserRow-boxCheck)/2))
			r.objects = append(r.objects, check)
		}
		x := chooserInset + boxSize + 8
		text := look.Text(look.Cut(column.Title, size.Width-x-chooserInset, look.SizeText, false), look.SizeText, token, false)
		look.Place(text, x, y+(chooserRow-look.LineText)/2)
		r.objects = append(r.objects, text)
		if i == c.cursor && c.focused {
			frame := r.rect(look.Surface, 1, y+1, size.Width-2, chooserRow-2)
			frame.FillColor, frame.StrokeWidth, frame.StrokeColor = look.Transparent(), 2, look.Color(look.Accent)
		}
	}
	if c.target >= 0 {
		r.rect(look.Accent, 0, float32(c.target)*chooserRow-1, size.Width, 2)
	}
}
