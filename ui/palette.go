package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/look"
)

// found is a line of the palette: an action or a record.
type found struct {
	mark, text, note string
	run              func()
}

// palette finds actions and records by a few letters.
type palette struct {
	window *Window
	entry  *paletteEntry
	list   *fyne.Container
	popup  *widget.PopUp
	found  []found
	at     int
	views  bool // only saved views are found
}

// The size of the palette.
const (
	paletteWidth  = 620
	paletteLines  = 12
	paletteLine   = 28
	recordsSought = 400 // records looked at per kind before the list is full
)

// paletteEntry hands the keys that move in the list on to it.
type paletteEntry struct {
	widget.Entry
	palette *palette
}

// TypedKey moves, runs or closes.
func (e *paletteEntry) TypedKey(event *fyne.KeyEvent) {
	p := e.palette
	switch event.Name {
	case fyne.KeyDown:
		p.move(1)
	case fyne.KeyUp:
		p.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.run()
	case fyne.KeyEscape:
		p.popup.Hide()
	default:
		e.Entry.TypedKey(event)
	}
}

// openPalette shows the palette over the page.
func (w *Window) openPalette() { w.openPaletteOf(false) }

// openPaletteOf shows the palette, of everything or of the saved views only.
func (w *Window) openPaletteOf(views bool) {
	p := &palette{window: w, list: container.NewWithoutLayout(), views: views}
	p.entry = &paletteEntry{palette: p}
	p.entry.ExtendBaseWidget(p.entry)
	p.entry.SetPlaceHolder(w.printer.Text("palette.hint"))
	if views {
		p.entry.SetPlaceHolder(w.printer.Text("view.hint"))
	}
	p.entry.OnChanged = func(string) { p.search() }
	size := canvas.NewRectangle(look.Color(look.Surface))
	size.SetMinSize(fyne.NewSize(paletteWidth, paletteLines*paletteLine))
	p.popup = widget.NewModalPopUp(container.NewBorder(p.entry, nil, nil, nil, container.NewStack(size, p.list)), w.window.Canvas())
	p.search()
	p.popup.Show()
	w.window.Canvas().Focus(p.entry)
}

func (p *palette) move(by int) {
	if len(p.found) > 0 {
		p.at = (p.at + by + len(p.found)) % len(p.found)
		p.draw()
	}
}

func (p *palette) run() {
	p.popup.Hide()
	if p.at < len(p.found) {
		p.found[p.at].run()
	}
}

// search lists what fits the typed words: saved views, actions, then records.
func (p *palette) search() {
	w := p.window
	words := query.Words(p.entry.Text)
	p.found, p.at = nil, 0
	fits := func(text string) bool {
		folded := query.Fold(text)
		for _, word := range words {
			if !strings.Contains(folded, word) {
				return false
			}
		}
		return true
	}
	if len(words) > 0 || p.views {
		p.found = p.savedViews(fits)
	}
	for _, action := range w.actions {
		if p.views {
			break
		}
		if label := w.printer.Text("command." + action.ID); action.ID != "palette" && fits(label) && len(p.found) < paletteLines {
			note := shortcutText(action.Shortcut)
			if refused := action.refusal(); refused != "" {
				note = w.printer.Text(refused)
			}
			p.found = append(p.found, found{text: label, note: note, run: func() { w.do(action.ID) }})
		}
	}
	if len(words) > 0 && w.desk != nil && !p.views {
		records := p.records(words)
		keep := max(0, min(len(p.found), paletteLines-min(len(records), paletteLines-3)))
		p.found = append(p.found[:keep], records...)
	}
	p.found = p.found[:min(len(p.found), paletteLines)]
	p.draw()
}

// savedViews finds saved views by their names.
func (p *palette) savedViews(fits func(text string) bool) []found {
	w, d := p.window, p.window.desk
	if d == nil {
		return nil
	}
	var list []found
	for _, ref := range d.savedViews() {
		if name := d.ledger.Value(ref, "name"); fits(name) && len(list) < paletteLines {
			list = append(list, found{mark: "icon-table", text: name, note: d.text("view.in_tab", d.text("tab."+d.ledger.Value(ref, "tab"))), run: func() { w.openView(ref) }})
		}
	}
	return list
}

// records finds records of the view by the words of their titles.
func (p *palette) records(words []string) []found {
	w, d := p.window, p.window.desk
	var list []found
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Organisations, ledger.Tracks, ledger.Promises, ledger.Claims, ledger.Sources} {
		sought := 0
		for ref := range d.view.All(kind) {
			if sought++; len(list) >= paletteLines || sought > recordsSought {
				break
			}
			title := d.printer.Title(d.ledger, ref)
			folded := query.Fold(title + " " + d.ledger.Key(ref))
			all := true
			for _, word := range words {
				all = all && strings.Contains(folded, word)
			}
			if all {
				list = append(list, found{mark: d.markOf(ref), text: title, note: d.printer.Record(kind), run: func() { w.record.trail = nil; w.showRecord(ref) }})
			}
		}
	}
	return list
}

// draw shows the lines, the chosen one on the select ground.
func (p *palette) draw() {
	p.list.Objects = nil
	put := func(object fyne.CanvasObject, x, y, width, height float32) {
		object.Move(fyne.NewPos(x, y))
		object.Resize(fyne.NewSize(width, height))
		p.list.Objects = append(p.list.Objects, object)
	}
	for i, line := range p.found {
		y := float32(i * paletteLine)
		if i == p.at {
			put(canvas.NewRectangle(look.Color(look.Select)), 0, y, paletteWidth, paletteLine)
		}
		if line.mark != "" {
			put(look.Icon(look.Mark(line.mark)), 10, y+8, look.MarkSize, look.MarkSize)
		}
		note := look.Cut(line.note, paletteWidth*0.45, look.SizeText, false)
		width := look.Width(note, look.SizeText, false)
		put(look.Text(look.Cut(line.text, paletteWidth-width-64, look.SizeText, false), look.SizeText, look.Text1, false), 30, y+4, paletteWidth-width-60, look.LineText)
		put(look.Text(note, look.SizeText, look.Text3, false), paletteWidth-width-10, y+4, width+2, look.LineText)
		put(newPress(func() { p.at = i; p.run() }), 0, y, paletteWidth, paletteLine)
	}
	if len(p.found) == 0 {
		put(look.Text(p.window.printer.Text("palette.nothing"), look.SizeText, look.Text3, false), 30, 4, paletteWidth, look.LineText)
	}
	p.list.Refresh()
}

// press is an area that can be clicked.
type press struct {
	widget.BaseWidget
	tapped func()
}

func newPress(tapped func()) *press {
	p := &press{tapped: tapped}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped is a click.
func (p *press) Tapped(*fyne.PointEvent) { p.tapped() }

// CreateRenderer draws nothing.
func (p *press) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(look.Transparent()))
}
