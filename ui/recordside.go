package ui

import (
	"net/url"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/panel"
)

// recordSide is the panel at the right: one record, with a way back to those
// shown before.
type recordSide struct {
	*fyne.Container
	window *Window
	panel  *panel.Panel
	back   *controls.Button
	edit   *controls.Button
	close  *controls.Button
	line   *canvas.Rectangle
	ground *canvas.Rectangle
	trail  []string // records by kind and number, the shown one last
}

func newRecordSide(w *Window) *recordSide {
	r := &recordSide{window: w, panel: panel.New(), line: canvas.NewRectangle(look.Color(look.Line)), ground: canvas.NewRectangle(look.Color(look.Surface))}
	r.back = controls.NewButton("", "icon-left", w.recordBack)
	r.edit = controls.NewButton("", "", func() { w.do("edit_record") })
	r.close = controls.NewButton("", "icon-close", w.closeRecord)
	r.Container = container.New(recordLayout{r}, r.ground, r.panel, r.line, r.back, r.edit, r.close)
	return r
}

// recordLayout gives the parts of the panel their places.
type recordLayout struct{ r *recordSide }

const recordBar = 40

// Layout is part of Fyne's layout.
func (l recordLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	r.ground.FillColor, r.line.FillColor = look.Color(look.Surface), look.Color(look.Line)
	r.ground.Resize(size)
	r.line.Resize(fyne.NewSize(1, size.Height))
	r.panel.Move(fyne.NewPos(1, recordBar))
	r.panel.Resize(fyne.NewSize(size.Width-1, max(0, size.Height-recordBar)))
	x := float32(8)
	if r.back.Visible() {
		r.back.Move(fyne.NewPos(x, 6))
		r.back.Resize(fyne.NewSize(r.back.MinSize().Width, 28))
		x += r.back.MinSize().Width + 6
	}
	r.edit.Move(fyne.NewPos(x, 6))
	r.edit.Resize(fyne.NewSize(r.edit.MinSize().Width, 28))
	width := r.close.MinSize().Width
	r.close.Move(fyne.NewPos(size.Width-width-8, 6))
	r.close.Resize(fyne.NewSize(width, 28))
}

// MinSize is part of Fyne's layout.
func (l recordLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// shown gives the record at hand.
func (r *recordSide) shown() (ledger.Ref, bool) {
	if r.window.desk == nil || len(r.trail) == 0 || !r.Visible() {
		return ledger.NoRef(), false
	}
	return r.window.desk.find(r.trail[len(r.trail)-1])
}

// find gives the record that refID named.
func (d *desk) find(id string) (ledger.Ref, bool) {
	name, number, _ := strings.Cut(id, ":")
	kind, ok := ledger.ParseKind(name)
	if !ok {
		return ledger.NoRef(), false
	}
	id64, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return ledger.NoRef(), false
	}
	for ref := range d.ledger.All(kind) {
		if d.ledger.ID(ref) == id64 {
			return ref, true
		}
	}
	return ledger.NoRef(), false
}

// refresh shows the record as another desk has it.
func (r *recordSide) refresh(d *desk) {
	r.Container.Layout.Layout(r.Objects, r.Size())
	ref, ok := r.shown()
	if !ok {
		r.Hide()
		return
	}
	blocks, foot := r.window.recordOf(d, ref)
	r.edit.SetText(d.text("command.edit_record"))
	r.panel.Replace(blocks, foot)
}

func (r *recordSide) forget() {
	r.trail = nil
	r.Hide()
}

// showRecordID shows the record of a row.
func (w *Window) showRecordID(id string) {
	if ref, ok := w.desk.find(id); ok {
		w.dropFigure()
		w.record.trail = nil
		w.showRecord(ref)
	}
}

// showRecord shows a record in the panel.
func (w *Window) showRecord(ref ledger.Ref) {
	r, id := w.record, refID(w.desk.ledger, ref)
	if len(r.trail) == 0 || r.trail[len(r.trail)-1] != id {
		r.trail = append(r.trail, id)
	}
	w.showTrail()
}

func (w *Window) showTrail() {
	r := w.record
	ref, ok := w.desk.find(r.trail[len(r.trail)-1])
	if !ok {
		return
	}
	blocks, foot := w.recordOf(w.desk, ref)
	r.back.Hidden = len(r.trail) < 2 && !w.figure.waiting()
	r.edit.SetText(w.desk.text("command.edit_record"))
	r.panel.Set(blocks, foot)
	wasHidden := !r.Visible()
	r.Show()
	r.Container.Layout.Layout(r.Objects, r.Size())
	if wasHidden {
		w.page.Layout.Layout(w.page.Objects, w.page.Size())
	}
	r.Refresh()
}

// recordBack shows the record that was shown before.
func (w *Window) recordBack() {
	if r := w.record; len(r.trail) > 1 {
		r.trail = r.trail[:len(r.trail)-1]
		w.showTrail()
	} else if w.figure.waiting() {
		w.backToFigure()
	}
}

// closeRecord closes what lies over the page: the figure, or the record, which
// leads back to the figure that opened it.
func (w *Window) closeRecord() {
	switch {
	case w.figure.waiting():
		w.backToFigure()
		return
	case w.figure.opened:
		w.closeFigure()
		return
	}
	w.record.forget()
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
	w.page.Refresh()
	w.focusView()
}

// focusRecord gives the keys to the links of the panel.
func (w *Window) focusRecord() {
	w.window.Canvas().Focus(w.record.panel.Focus())
}

// visit opens a page in the browser.
func (w *Window) visit(address string) {
	target, err := url.Parse(address)
	if err != nil || (target.Scheme != "http" && target.Scheme != "https") {
		w.tell("differ", w.printer.Text("window.not_an_address", address), "", nil)
		return
	}
	w.failIf(w.app.OpenURL(target))
}
