package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// overview is the first tab: what was announced, what of it can be named, what
// became of it. Every number on it opens.
type overview struct {
	window *Window
	desk   *desk
	data   *overviewData
	box    *sheetBox
	scroll *container.Scroll
	ground *canvas.Rectangle
	page   *fyne.Container
	sheet  *sheet
	spots  map[string][]opener // what opens a figure, by the figure
	order  []keyPlace          // everything that takes the keys, from the top
}

// opener is a place or a cell that keeps a frame while its figure is open.
type opener interface {
	fyne.Focusable
	SetOpened(opened bool)
}

func newOverview(w *Window) *overview {
	o := &overview{window: w, ground: canvas.NewRectangle(look.Color(look.Surface))}
	o.box = newSheetBox(o.draw)
	o.scroll = container.NewVScroll(o.box.Container)
	o.page = container.NewStack(o.ground, o.scroll)
	return o
}

func (o *overview) id() string                { return "overview" }
func (o *overview) object() fyne.CanvasObject { return o.page }
func (o *overview) count(*desk) string        { return "" }
func (o *overview) typed() string             { return "" }

// focus gives the keys to the number that had them last, the first at first.
func (o *overview) focus() fyne.Focusable {
	if len(o.order) == 0 {
		return nil
	}
	return o.order[0].object
}

// copyText writes the figures as lines of a spreadsheet.
func (o *overview) copyText() string {
	if o.data == nil {
		return ""
	}
	text := ""
	for _, cell := range o.data.cells {
		f := o.data.figures[cell.id]
		text += capital(f.name) + "\t" + f.number + "\t" + f.whole + "\n"
	}
	return text
}

// search goes to the agreements, where words can be found.
func (o *overview) search(typed string) {
	if typed != "" {
		o.window.showTab("agreements")
		o.window.listingShown().search(typed)
		o.window.header.search.SetText(typed)
	}
}

// foot says what the days hide; with nothing hidden the page needs no foot.
func (o *overview) foot() (left string, chips []controls.Chip, right string, open func()) {
	d := o.desk
	if d == nil {
		return "", nil, "", nil
	}
	absent := 0
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events} {
		absent += d.ledger.Len(kind) - d.view.Len(kind)
	}
	if absent == 0 {
		return "", nil, "", nil
	}
	left = d.text("overview.foot", d.printer.Records(ledger.Agreements, d.view.Len(ledger.Agreements)), d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals)), d.printer.Records(ledger.Events, d.view.Len(ledger.Events)))
	chips = []controls.Chip{{Text: "\u2212" + d.text("overview.absent", d.printer.Integer(absent)), Press: o.window.lookAtToday}}
	return left, chips, d.text("overview.undated", d.printer.Integer(d.ledger.Undated(ledger.Events)), d.printer.Integer(d.ledger.Len(ledger.Events))), nil
}

// refresh works the figures out off the UI goroutine; the old ones stay until
// the new ones are whole.
func (o *overview) refresh(d *desk) {
	o.desk = d
	o.window.work.Start("overview", func(ctx context.Context) func() {
		begun := overviewBegun(d)
		if ctx.Err() != nil {
			return nil
		}
		if d.view.Len(ledger.Agreements)+d.view.Len(ledger.Events) > overviewAtOnce {
			o.window.work.Show(func() {
				if o.desk == d {
					o.show(begun)
				}
			})
		}
		data := begun.finished()
		if ctx.Err() != nil {
			return nil
		}
		return func() { o.show(data) }
	})
	o.window.showFoot()
}

// overviewAtOnce is up to how many records the whole page is worked out before
// it shows; with more the first screen comes first.
const overviewAtOnce = 50000

// show puts other figures on the page.
func (o *overview) show(data *overviewData) {
	o.data = data
	o.ground.FillColor = look.Color(look.Surface)
	o.ground.Refresh()
	o.box.redraw()
	o.scroll.Refresh()
}

// The page margins and columns of the design.
const (
	overviewMargin = 24
	overviewGap    = 24
	overviewNarrow = 1000 // below this two columns stand where three do not
)

// draw lays the page out for a width.
func (o *overview) draw(width float32) ([]fyne.CanvasObject, float32) {
	o.spots, o.order = map[string][]opener{}, nil
	if o.data == nil {
		return nil, 100
	}
	o.sheet = &sheet{width: width}
	y := o.headline(14)
	y = o.cells(y + 15)
	inner := width - 2*overviewMargin
	x := float32(overviewMargin)
	if width < overviewNarrow {
		half := (inner - overviewGap) / 2
		left, right := o.column(x, y+19, half, o.sectors, o.money, o.tracks, o.rests), o.column(x+half+overviewGap, y+19, half, o.stages, o.latest, o.promises, o.rungs, o.sides)
		return o.done(max(left, right) + 24)
	}
	unit := (inner - 2*overviewGap) / (376 + 476 + 492)
	first, second, third := 376*unit, 476*unit, 492*unit
	left := o.column(x, y+19, first, o.sectors, o.tracks, o.rests)
	x += first + overviewGap
	middle := o.column(x, y+19, second, o.stages, o.money, o.rungs)
	x += second + overviewGap
	right := o.column(x, y+19, third, o.latest, o.promises, o.sides)
	return o.done(max(left, middle, right) + 24)
}

// done marks what is open and gives what was drawn.
func (o *overview) done(height float32) ([]fyne.CanvasObject, float32) {
	if side := o.window.figure; side != nil && side.opened {
		o.markFigure(side.shown.id, true)
	}
	return o.sheet.objects, height
}

// column draws blocks under each other.
func (o *overview) column(x, y, width float32, blocks ...func(x, y, width float32) float32) float32 {
	for _, block := range blocks {
		if end := block(x, y, width); end > y {
			y = end + 14
		}
	}
	return y
}

// noteLeast is the room in which a note beside a heading still says something.
const noteLeast = 80

// heading opens a block: a rule, its name, and what it counts.
func (o *overview) heading(x, y, width float32, title, note string) float32 {
	s := o.sheet
	s.rect(look.Text1, x, y, width, 1)
	// The heading is never cut for the sake of its note.
	used := s.text(title, x, y+5, width, look.SizeHeading, look.Text1, true)
	if room := width - used - 12; room > look.Width(note, look.SizeNote, false) || room > noteLeast {
		s.right(look.Cut(note, room, look.SizeNote, false), x+width, y+9, look.SizeNote, look.Text2, false)
	}
	return y + 30
}

// tabOf names the tab that shows records of a kind.
func tabOf(refs []ledger.Ref) string {
	if len(refs) > 0 {
		switch refs[0].Kind {
		case ledger.Deals:
			return "pipeline"
		case ledger.Events:
			return "timeline"
		case ledger.Funds:
			return "funds"
		case ledger.Promises:
			return "promises"
		case ledger.Claims:
			return "claims"
		case ledger.Tracks:
			return "tracks"
		}
	}
	return "agreements"
}
