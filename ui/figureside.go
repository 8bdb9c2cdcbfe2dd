package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/panel"
)

// figureMarker is a tab that knows which of its numbers is open.
type figureMarker interface {
	markFigure(id string, opened bool)
	figureSpot(id string) fyne.Focusable // what takes the keys there; nil: nothing
}

// mark keeps a frame round the number that is open, where the tab can.
func (w *Window) mark(id string, opened bool) {
	if marker, ok := w.view().(figureMarker); ok && id != "" {
		marker.markFigure(id, opened)
	}
}

// figureSide is the panel of a figure: over the page, from the right.
type figureSide struct {
	*fyne.Container
	window *Window
	panel  *panel.Panel
	close  *controls.IconButton
	ground *canvas.Rectangle
	line   *canvas.Rectangle
	copy   *controls.Button
	others []*controls.Button // records, Excel, print

	shown   figure
	lastID  string
	opened  bool            // shown, or waiting behind a record that it opened
	more    map[string]bool // lists that show more than their first rows
	before  fyne.Focusable  // what had the keys before
	sources []ledger.Ref    // of the added records; nil: not gathered yet
}

// Measures of the panel, as the design draws it.
const (
	figureWidth  = 448
	figureInset  = 24
	figureButton = 8 // between the buttons
)

func newFigureSide(w *Window) *figureSide {
	f := &figureSide{window: w, panel: panel.New(), ground: canvas.NewRectangle(look.Color(look.Surface)), line: canvas.NewRectangle(look.Color(look.Text1)), more: map[string]bool{}}
	f.panel.SetInset(figureInset)
	f.close = controls.NewIconButton("icon-close", w.closeFigure)
	f.copy = controls.NewStrongButton("", "icon-copy", w.copyFigure)
	f.others = []*controls.Button{controls.NewButton("", "", w.showFigureRecords), controls.NewButton("", "icon-table", w.exportFigure), controls.NewButton("", "icon-print", w.printFigure)}
	objects := []fyne.CanvasObject{f.ground, f.panel, f.line, f.close}
	for _, button := range f.buttons() {
		objects = append(objects, button)
	}
	f.Container = &fyne.Container{Layout: figureLayout{f}, Objects: objects}
	f.Hide()
	return f
}

func (f *figureSide) buttons() []*controls.Button {
	return append([]*controls.Button{f.copy}, f.others...)
}

// figureLayout gives the parts of the panel their places.
type figureLayout struct{ f *figureSide }

// Layout is part of Fyne's layout.
func (l figureLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	f.ground.FillColor, f.line.FillColor = look.Color(look.Surface), look.Color(look.Text1)
	f.ground.Resize(size)
	f.line.Resize(fyne.NewSize(1, size.Height))
	// Buttons that do not stand side by side go on to a second row.
	rows, x := [][]*controls.Button{nil}, float32(figureInset)
	for _, button := range f.buttons() {
		if button.Hidden {
			continue
		}
		if width := button.MinSize().Width; x+width > size.Width-figureInset+1 && x > figureInset {
			rows, x = append(rows, nil), figureInset
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], button)
		x += button.MinSize().Width + figureButton
	}
	y := size.Height - 16 - float32(len(rows))*(32+figureButton) + figureButton
	f.panel.Move(fyne.NewPos(1, 4))
	f.panel.Resize(fyne.NewSize(size.Width-1, max(0, y-12-4)))
	for _, row := range rows {
		x = figureInset
		for _, button := range row {
			button.Move(fyne.NewPos(x, y))
			button.Resize(fyne.NewSize(button.MinSize().Width, 32))
			x += button.MinSize().Width + figureButton
		}
		y += 32 + figureButton
	}
	width := f.close.MinSize().Width
	f.close.Move(fyne.NewPos(size.Width-width-figureInset+6, 6))
	f.close.Resize(fyne.NewSize(width, f.close.MinSize().Height))
}

// MinSize is part of Fyne's layout.
func (l figureLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// set shows the figure at hand, from the top or where it stood. Where many
// records stand behind it, their sources are gathered while it is shown.
func (f *figureSide) set(d *desk, top bool) {
	f.copy.SetText(d.text("figure.copy"))
	for i, key := range []string{"figure.records", "window.excel", "window.print"} {
		f.others[i].SetText(d.text(key))
	}
	f.others[0].Hidden = !f.window.canShow(f.shown.records())
	f.others[1].Hidden = len(f.shown.records()) == 0
	shown := f.shown
	if f.sources == nil {
		if len(shown.records()) <= sourcesAtOnce {
			f.sources = d.sourcesOf(shown.records())
		} else {
			f.window.work.Start("figure.sources", func(context.Context) func() {
				sources := d.sourcesOf(shown.records())
				return func() {
					if f.opened && f.window.desk == d && f.shown.id == shown.id && f.shown.name == shown.name {
						f.sources = sources
						f.set(d, false)
					}
				}
			})
		}
	}
	blocks := f.blocks(d)
	if top {
		f.panel.Set(blocks, "")
	} else {
		f.panel.Replace(blocks, "")
	}
	f.Container.Layout.Layout(f.Objects, f.Size())
	f.Refresh()
}

// sourcesAtOnce is up to how many records the sources are gathered before the
// panel shows.
const sourcesAtOnce = 2000

// forget takes the panel away.
func (f *figureSide) forget() {
	f.lastID = f.shown.id
	f.shown, f.opened, f.sources, f.before = figure{}, false, nil, nil
	f.Hide()
}

// wait hides the panel behind a record that was opened from it.
func (f *figureSide) wait() { f.Hide() }

// waiting tells whether a record stands where the panel was.
func (f *figureSide) waiting() bool { return f.opened && !f.Visible() }

// back shows the panel again after a record that was opened from it.
func (w *Window) backToFigure() {
	w.record.forget()
	w.figure.Show()
	w.layPage()
	w.window.Canvas().Focus(w.figure.panel.Focus())
}

// openFromFigure shows a record in place of the panel; closing it leads back.
func (w *Window) openFromFigure(ref ledger.Ref) {
	if w.desk == nil || !w.desk.ledger.Has(ref) {
		return
	}
	w.figure.wait()
	w.record.trail = nil
	w.showRecord(ref)
	w.layPage()
	w.focusRecord()
}
