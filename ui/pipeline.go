package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/ui/board"
)

// pipeline shows deals by the furthest stage that each reached, as a board, as
// a table or as a funnel, under what the open ones may come to.
type pipeline struct {
	*listing
	board  *board.Board
	funnel *funnel
	band   *weightedBand
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
	if mode == asBoard {
		columns := boardColumns(d, p.selection.Rows)
		p.markAges(columns)
		p.board.SetColumns(columns)
	}
	p.head.set(text)
	p.both.Refresh()
}

// dealGroup says in which part of a column a card lies.
type dealGroup int

const (
	openDeals dealGroup = iota
	endedDeals
	silentDeals
	dealGroups
)

func groupOf(state ledger.DealState) dealGroup {
	switch {
	case state.Outcome.Ended() || state.Outcome == ledger.Suspended:
		return endedDeals
	case state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred:
		return silentDeals
	}
	return openDeals
}

// boardHeadline says how the deals stand.
func (d *desk) boardHeadline(refs []ledger.Ref) string {
	var counts [dealGroups]int
	for _, ref := range refs {
		counts[groupOf(d.view.Deal(ref))]++
	}
	p := d.printer
	return p.Text("pipeline.headline", p.Records(ledger.Deals, len(refs)), p.Integer(counts[openDeals]), p.Integer(counts[endedDeals]), p.Integer(counts[silentDeals]))
}

// boardColumns lays deals out: a column for every stage, also empty ones, and
// one for deals of no known stage when there are any.
func boardColumns(d *desk, refs []ledger.Ref) []board.Column {
	byStage := map[ledger.Stage][]ledger.Ref{}
	for _, ref := range refs {
		stage := d.view.Deal(ref).Stage
		byStage[stage] = append(byStage[stage], ref)
	}
	stages := ledger.Stages()
	if len(byStage[ledger.NoStage]) > 0 {
		stages = append([]ledger.Stage{ledger.NoStage}, stages...)
	}
	columns := make([]board.Column, 0, len(stages))
	for _, stage := range stages {
		columns = append(columns, boardColumn(d, stage, byStage[stage]))
	}
	return columns
}

func boardColumn(d *desk, stage ledger.Stage, refs []ledger.Ref) board.Column {
	p := d.printer
	word := stage.String()
	title := p.Short("stage", word)
	if stage == ledger.NoStage {
		title = p.Word("stage", "none")
	}
	column := board.Column{ID: word, Title: title, Count: p.Integer(len(refs)), Unit: unitOf(p, ledger.Deals, len(refs)),
		Empty: p.Text("pipeline.empty"), More: func(n int) string { return p.Text("pipeline.more", p.Integer(n)) },
		Above: func(n int) string { return p.Text("pipeline.above", p.Integer(n)) }}
	total := analysis.HeadlineTotal(d.view, refs)
	var texts []string
	for _, sum := range total.Sums {
		texts = append(texts, strings.ReplaceAll(p.Money(sum.Money), " ", "\u00a0")) // a sum stays on one line
	}
	if len(texts) > 0 {
		column.Notes = append(column.Notes, strings.Join(texts, ", "))
	}
	for _, left := range total.LeftOut {
		key := "pipeline.without"
		if left.Reason == analysis.ReasonNotDated {
			key = "foot.not_dated"
		}
		column.Notes = append(column.Notes, p.Text(key, p.Integer(len(left.Refs))))
	}
	var groups [dealGroups]board.Group
	for i, key := range []string{"pipeline.open", "pipeline.ended", "pipeline.silent"} {
		groups[i].Title = p.Text(key)
	}
	for _, ref := range refs {
		group := groupOf(d.view.Deal(ref))
		groups[group].Cards = append(groups[group].Cards, card(d, ref, group))
	}
	for _, group := range groups {
		if len(group.Cards) > 0 {
			column.Groups = append(column.Groups, group)
		}
	}
	return column
}

// unitOf is what stands after the number of so many records: deals, 件.
func unitOf(p *locale.Printer, kind ledger.Kind, n int) string {
	_, after, _ := strings.Cut(p.Records(kind, n), p.Integer(n))
	return strings.TrimSpace(after)
}

// card writes one deal.
func card(d *desk, ref ledger.Ref, group dealGroup) board.Card {
	p, state := d.printer, d.view.Deal(ref)
	c := board.Card{ID: refID(d.ledger, ref), Title: p.Title(d.ledger, ref), Mark: markOfOutcome(state.Outcome), Status: capital(p.Word("outcome", state.Outcome.String())),
		Ended: group == endedDeals, Quiet: group == silentDeals}
	if state.Silence != ledger.NotSilent {
		c.Mark, c.Status = markOfSilence(state.Silence), capital(p.Short("silence", state.Silence.String()))
	}
	headline := d.view.Headline(ref)
	switch headline.State {
	case ledger.NoAmount:
		c.Amount, c.Undone = p.Text("money.none"), true
	case ledger.NotDatedAmount:
		c.Amount, c.Undone = p.Money(headline.Money)+" ("+p.Text("pipeline.undated")+")", true
	default:
		c.Amount = p.QualifiedShort(headline.Qualifier, p.Money(headline.Money))
	}
	if last, ok := query.FieldOf(ledger.Deals, "last_event"); ok {
		if date := last.Date(d.view, ref); date.Known() {
			c.Date = p.MonthOf(date)
		}
	}
	return c
}
