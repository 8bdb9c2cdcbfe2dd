package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"summitledger/ui/controls"
)

// The ways to show deals.
const (
	asBoard  = "board"
	asTable  = "table"
	asFunnel = "funnel"
)

func pipelineModes() []string { return []string{asBoard, asTable, asFunnel} }

// mode gives the remembered way to show deals, the board when none is.
func (p *pipeline) mode() string {
	mode := p.window.settings.store.String(settingPipeline)
	if !slices.Contains(pipelineModes(), mode) {
		return asBoard
	}
	return mode
}

func (p *pipeline) setMode(mode string) {
	p.window.settings.store.SetString(settingPipeline, mode)
	p.showBoard()
	p.window.focusView()
}

// nextMode goes from board to table to funnel and round again.
func (p *pipeline) nextMode() {
	modes := pipelineModes()
	p.setMode(modes[(slices.Index(modes, p.mode())+1)%len(modes)])
}

// showMode offers the ways and shows the chosen one.
func (p *pipeline) showMode(d *desk, mode string) {
	var options []controls.Option
	for _, id := range pipelineModes() {
		options = append(options, controls.Option{ID: id, Text: d.text("pipeline." + id)})
	}
	p.head.mode.Set(d.text("pipeline.as"), options, mode)
	p.showLanes(d, mode)
	none := mode == asBoard && len(p.selection.Rows) == 0 // the empty grid says why, and offers ways out
	p.grid.Hidden, p.board.Hidden, p.funnel.page.Hidden = mode != asTable && !none, mode != asBoard || none, mode != asFunnel
	p.studyDeals(d)
	p.band.redraw()
	if mode == asFunnel && p.study != nil {
		p.funnel.set(p.study)
	}
}

// showLanes offers the fields by which a board is divided; the table has its
// groups in the same place.
func (p *pipeline) showLanes(d *desk, mode string) {
	if mode != asBoard {
		p.showGroups(d)
		p.head.group.Hidden = mode == asFunnel
		return
	}
	p.head.group.Hidden = false
	options := []controls.Option{{Text: d.text("pipeline.no_lanes")}}
	for _, field := range p.laneFields() {
		options = append(options, controls.Option{ID: field, Text: p.fieldTitle(d, field)})
	}
	p.head.group.Set(d.text("pipeline.lanes"), options, p.lane())
}

// focus gives the keys to what is shown.
func (p *pipeline) focus() fyne.Focusable {
	switch p.mode() {
	case asTable:
		return p.grid
	case asFunnel:
		return p.funnel.parts[partOperating].plot
	}
	return p.board
}

// copyText gives the deals as a table, or the charts as tables.
func (p *pipeline) copyText() string {
	if p.mode() == asFunnel {
		return p.funnel.copyText()
	}
	return p.listing.copyText()
}

// markFigure keeps a frame round a number of the page that is open.
func (p *pipeline) markFigure(id string, opened bool) {
	p.band.markFigure(id, opened)
	for _, part := range p.funnel.parts {
		switch _, here := part.figures[id]; {
		case here && opened:
			part.plot.Mark(id)
		default:
			part.plot.Mark("")
		}
	}
}

// figureSpot gives what takes the keys when a figure closes.
func (p *pipeline) figureSpot(id string) fyne.Focusable {
	if place := p.band.figureSpot(id); place != nil {
		return place
	}
	for _, part := range p.funnel.parts {
		if _, here := part.figures[id]; here {
			return part.plot
		}
	}
	return nil
}

// bandLayout puts the weighted value over the deals.
type bandLayout struct{ p *pipeline }

// Layout is part of Fyne's layout.
func (l bandLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	band := l.p.band
	band.Resize(fyne.NewSize(size.Width, band.height)) // a new width draws it, which tells its height
	height := band.height
	band.Resize(fyne.NewSize(size.Width, height))
	l.p.both.Move(fyne.NewPos(0, height))
	l.p.both.Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// MinSize is part of Fyne's layout.
func (l bandLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }
