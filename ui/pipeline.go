package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/board"
)

// pipeline shows deals by the furthest stage that each reached, as a board, as
// a table or as a funnel, under what the open ones may come to.
type pipeline struct {
	*listing
	board  *board.Board
	funnel *funnel
	band   *weightedBand
	cards  *boardCards
	study  *dealStudy // of the desk at hand, or of the one before while it is worked out
	both   *fyne.Container
}

func newPipeline(w *Window) *pipeline {
	p := &pipeline{listing: newListing(w, "pipeline", ledger.Deals), board: board.New()}
	p.funnel, p.band = newFunnel(p), newWeightedBand(p)
	p.both = container.NewStack(p.grid, p.board, p.funnel.page)
	p.lay(&fyne.Container{Layout: bandLayout{p}, Objects: []fyne.CanvasObject{p.band.Container, p.both}}, p.setMode)
	p.board.OnSelect = w.showRecordID
	p.board.OnOpen = func(id string) { w.showRecordID(id); w.focusRecord() }
	p.board.OnFigure = p.openStage
	p.board.OnKey = w.typedKey
	p.board.OnMove = p.askMove
	p.head.group.OnChoose = p.groupOrLane
	p.gather = p.gatherCards
	p.onRows = p.showBoard
	return p
}

// openStage takes the figure of a column apart.
func (p *pipeline) openStage(stage string) {
	if f, there := p.stageFigure(p.desk, p.selection.Rows, stage); there {
		p.window.openFigure(f)
	}
}

// stageFigure counts the shown deals of one column. From another desk the same
// question is asked again.
func (p *pipeline) stageFigure(d *desk, rows []ledger.Ref, stage string) (figure, bool) {
	var deals []ledger.Ref
	for _, ref := range rows {
		if d.view.Deal(ref).Stage.String() == stage {
			deals = append(deals, ref)
		}
	}
	word, total := stage, analysis.HeadlineTotal(d.view, deals)
	total.Definition = "stage"
	if stage == ledger.NoStage.String() {
		word, total.Definition = "none", "stage.none"
	}
	f := figure{id: "board." + stage, name: d.printer.Word("stage", word), number: d.printer.Integer(len(deals)), whole: d.text("overview.of", d.printer.Records(ledger.Deals, len(rows))), total: total}
	q := p.query
	f.remake = func(d *desk) (figure, bool) {
		selection, err := d.run(context.Background(), q, nil)
		if err != nil {
			return figure{}, false // the listing itself says what went wrong
		}
		return p.stageFigure(d, selection.Rows, stage)
	}
	return f, len(rows) > 0
}

// showBoard brings the board to the rows of the listing.
func (p *pipeline) showBoard() {
	if p.desk == nil || p.selection == nil {
		return
	}
	d, mode := p.desk, p.mode()
	table := mode == asTable
	p.showMode(d, mode)
	p.body.showLeft(table || mode == asBoard && p.window.settings.store.Bool(settingFacets))
	text := p.headline(d, p.selection)
	if !table {
		text = d.boardHeadline(p.selection.Rows)
	}
	if mode == asBoard && p.cards != nil {
		p.board.SetColumns(p.cards.columns, p.cards.strips...)
	}
	p.head.set(text)
	p.both.Refresh()
}
