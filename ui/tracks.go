package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// tracks shows the talks that are no deals: at the left how each stands, in
// the middle the chosen one with positions, meetings and moves, at the right
// who gives and who gets.
type tracks struct {
	*listing
	openFigures
	chosen  string // the track, by kind and number
	talks   analysis.Talks
	balance []analysis.CountryBalance
	state   analysis.TrackState
	shown   *desk // of state; nil: none is chosen

	top, middle, side        *sheetBox
	middleScroll, sideScroll *container.Scroll
	ground                   *canvas.Rectangle
	edges                    [2]*canvas.Rectangle
	page                     *fyne.Container
	apart                    bool // the side has a column of its own
	narrow                   bool // the list is hidden
}

// Widths of the three columns.
const (
	tracksList        float32 = 316
	tracksSide        float32 = 388
	tracksMiddleLeast float32 = 520
	trackRow          float32 = 41
)

func newTracks(w *Window) *tracks {
	t := &tracks{listing: newListing(w, "tracks", ledger.Tracks), ground: canvas.NewRectangle(look.Color(look.Surface))}
	t.high = trackRow
	t.grid.SetRowHeight(trackRow)
	t.painters = map[string]*grid.Painter{titleColumn: {Cell: t.paintRow}}
	t.gather = t.takeStock
	t.onRows = t.keepChosen
	t.grid.OnSelect = t.choose
	t.top, t.middle, t.side = newSheetBox(t.drawTop), newSheetBox(t.drawMiddle), newSheetBox(t.drawSide)
	t.middle.least, t.side.least = 320, 240
	t.middleScroll, t.sideScroll = container.NewVScroll(t.middle.Container), container.NewVScroll(t.side.Container)
	for i := range t.edges {
		t.edges[i] = canvas.NewRectangle(look.Color(look.Line))
	}
	list := &fyne.Container{Layout: headOver{t.top}, Objects: []fyne.CanvasObject{t.top.Container, t.grid}}
	t.page = &fyne.Container{Layout: tracksLayout{t}, Objects: []fyne.CanvasObject{t.ground, list, t.edges[0], t.middleScroll, t.edges[1], t.sideScroll}}
	return t
}

func (t *tracks) object() fyne.CanvasObject { return t.page }

// toggleLeft shows or hides the list, as it does the facets of other tabs.
func (t *tracks) toggleLeft() {
	t.narrow = !t.narrow
	t.page.Layout.Layout(t.page.Objects, t.page.Size())
	t.page.Refresh()
}

// tracksLayout gives the three columns their places; where there is no room
// for the third its content stands under that of the second.
type tracksLayout struct{ t *tracks }

// Layout is part of Fyne's layout.
func (l tracksLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t := l.t
	t.ground.FillColor = look.Color(look.Surface)
	t.ground.Resize(size)
	list := min(tracksList, size.Width*0.36)
	objects[1].Show()
	if t.narrow {
		list = 0
		objects[1].Hide()
	}
	objects[1].Resize(fyne.NewSize(list, size.Height))
	for _, edge := range t.edges {
		edge.FillColor = look.Color(look.Line)
		edge.Resize(fyne.NewSize(1, size.Height))
	}
	t.edges[0].Move(fyne.NewPos(list, 0))
	middle := size.Width - list - 1
	apart := middle-tracksSide >= tracksMiddleLeast
	if apart {
		middle -= tracksSide + 1
		t.edges[1].Move(fyne.NewPos(list+1+middle, 0))
		t.sideScroll.Move(fyne.NewPos(list+2+middle, 0))
		t.sideScroll.Resize(fyne.NewSize(tracksSide, size.Height))
	}
	if apart {
		t.edges[1].Show()
		t.sideScroll.Show()
	} else {
		t.edges[1].Hide()
		t.sideScroll.Hide()
	}
	redraw := t.apart != apart
	t.apart = apart
	t.middleScroll.Move(fyne.NewPos(list+1, 0))
	t.middleScroll.Resize(fyne.NewSize(max(0, middle), size.Height))
	if redraw {
		t.middle.redraw()
	}
}

// MinSize is part of Fyne's layout.
func (l tracksLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 200) }

// takeStock works out what stands beside the list, off the UI goroutine.
func (t *tracks) takeStock(d *desk, _ *query.Selection) func() {
	talks, balance := analysis.TalksScore(d.view), analysis.Balance(d.view)
	return func() {
		t.desk, t.talks, t.balance = d, talks, balance
		t.top.redraw()
		t.side.redraw()
		t.page.Refresh()
	}
}

// keepChosen stays at the chosen track; when it is not listed the first is.
func (t *tracks) keepChosen() {
	id := t.chosen
	if ref, ok := t.desk.find(id); !ok || !t.lists(ref) {
		id = ""
		if ref, ok := t.rows.ref(0); ok {
			id = refID(t.desk.ledger, ref)
		}
	}
	t.grid.Select(id)
	t.choose(id)
}

func (t *tracks) lists(ref ledger.Ref) bool {
	for _, row := range t.selection.Rows {
		if row == ref {
			return true
		}
	}
	return false
}

// choose shows a track in the middle.
func (t *tracks) choose(id string) {
	if id != t.chosen {
		t.middleScroll.ScrollToTop()
	}
	t.chosen = id
	d := t.desk
	ref, ok := d.find(id)
	if !ok {
		t.window.work.Cancel("tracks.chosen")
		t.shown = nil
		t.middle.redraw()
		t.middleScroll.Refresh()
		return
	}
	t.window.work.Start("tracks.chosen", func(context.Context) func() {
		state := analysis.Track(d.view, ref)
		return func() {
			t.state, t.shown = state, d
			t.middle.redraw()
			t.middleScroll.Refresh()
		}
	})
}

// foot says at the right what positions are not.
func (t *tracks) foot() (left string, chips []controls.Chip, right string, open func()) {
	left, chips, _, _ = t.listing.foot()
	if t.desk != nil {
		right = t.desk.text("tracks.foot")
	}
	return left, chips, right, nil
}

// outcomeText says how a track stands and since which report.
func (d *desk) outcomeText(track ledger.Ref) (mark, text string) {
	outcome := d.view.Outcome(track)
	if outcome == ledger.NoOutcome {
		return "dots", d.text("tracks.no_outcome")
	}
	text = d.printer.Word("outcome", outcome.String())
	if event, ok := d.view.OutcomeEvent(track); ok {
		text = d.text("tracks.outcome_on", text, d.printer.ShortDate(d.ledger.Date(event, "date")))
	}
	return markOfOutcome(outcome), text
}

// paintRow draws a track in the list: its title over how it stands.
func (t *tracks) paintRow(b *grid.Brush, row int) {
	ref, ok := t.rows.ref(row)
	if !ok {
		return
	}
	d := t.rows.desk
	mark, text := d.outcomeText(ref)
	b.Text(look.Cut(d.printer.Title(d.ledger, ref), b.Width, look.SizeText, false), 0, 1, look.SizeText, look.Text1, false)
	b.Mark(mark, 0, 24)
	b.Text(look.Cut(capital(text), b.Width-look.MarkSize-6, look.SizeText, false), look.MarkSize+6, 19, look.SizeText, look.Text2, false)
	b.Rect(look.Line, 0, b.Height-1, b.Width, 1)
}
