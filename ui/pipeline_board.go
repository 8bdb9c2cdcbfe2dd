package ui

import (
	"context"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/ui/board"
)

// boardCards is what the board shows: columns, and lanes across them when the
// deals are divided by a field as well.
type boardCards struct {
	columns []board.Column
	strips  []board.Lane
}

// laneFields lists the fields by which the board may be divided into lanes.
func (p *pipeline) laneFields() []string {
	var fields []string
	for _, field := range p.table.groups {
		if field != "stage_now" {
			fields = append(fields, field)
		}
	}
	return fields
}

// lane gives the field of the lanes, "" for none.
func (p *pipeline) lane() string { return p.window.settings.store.String(settingLanes) }

// groupOrLane divides the board into lanes, or groups the table.
func (p *pipeline) groupOrLane(field string) {
	if p.mode() != asBoard {
		p.groupBy(field)
		return
	}
	p.window.settings.store.SetString(settingLanes, field)
	p.refresh(p.desk)
}

// gatherCards lays the board out, off the UI goroutine.
func (p *pipeline) gatherCards(d *desk, s *query.Selection) (land func()) {
	lane := p.lane()
	cards := &boardCards{}
	if lane == "" {
		cards.columns = p.boardColumns(d, s.Rows)
		return func() { p.cards = cards }
	}
	q := s.Query
	q.Group = []string{lane}
	divided, err := d.run(context.Background(), q, nil)
	if err != nil {
		return func() { p.window.fail(err) }
	}
	cards.columns = p.boardColumns(d, s.Rows)
	cards.divide(p, d, divided)
	return func() { p.cards = cards }
}

// divide puts the cards of every column into lanes. The lane of the deals
// without a value is always there, so that nobody takes them for lost.
func (b *boardCards) divide(p *pipeline, d *desk, s *query.Selection) {
	field, _ := query.FieldOf(ledger.Deals, s.Query.Group[0])
	groups := s.Groups
	if n := len(groups); n == 0 || groups[n-1].Value != "" {
		groups = append(groups, query.Group{First: len(s.Rows)})
	}
	at := map[string]int{}
	for i := range b.columns {
		at[b.columns[i].ID] = i
		b.columns[i].Groups = make([]board.Group, len(groups))
	}
	for lane, group := range groups {
		refs := s.Rows[group.First : group.First+group.Rows]
		byStage := map[ledger.Stage][]ledger.Ref{}
		for _, ref := range refs {
			stage := d.view.Deal(ref).Stage
			byStage[stage] = append(byStage[stage], ref)
		}
		for stage, refs := range byStage {
			b.columns[at[stage.String()]].Groups[lane] = p.cardsOf(d, "", refs)
		}
		note := []string{d.printer.Records(ledger.Deals, group.Rows)}
		for _, sum := range analysis.HeadlineTotal(d.view, refs).Sums {
			note = append(note, d.printer.Money(sum.Money))
		}
		b.strips = append(b.strips, board.Lane{Title: capital(d.valueText(field, group.Value)), Note: strings.Join(note, "  ")})
	}
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
// first the deals of no known stage.
func (p *pipeline) boardColumns(d *desk, refs []ledger.Ref) []board.Column {
	byStage := map[ledger.Stage][]ledger.Ref{}
	for _, ref := range refs {
		stage := d.view.Deal(ref).Stage
		byStage[stage] = append(byStage[stage], ref)
	}
	stages := append([]ledger.Stage{ledger.NoStage}, ledger.Stages()...)
	columns := make([]board.Column, 0, len(stages))
	for _, stage := range stages {
		columns = append(columns, p.boardColumn(d, stage, byStage[stage]))
	}
	return columns
}

func (p *pipeline) boardColumn(d *desk, stage ledger.Stage, refs []ledger.Ref) board.Column {
	printer := d.printer
	word := stage.String()
	title := printer.Short("stage", word)
	empty := "pipeline.empty"
	if stage == ledger.NoStage {
		empty = "pipeline.none_without_stage"
		title = printer.Word("stage", "none")
	}
	column := board.Column{ID: word, Fixed: stage == ledger.NoStage, Title: title, Count: printer.Integer(len(refs)), Unit: unitOf(printer, ledger.Deals, len(refs)),
		Empty: printer.Text(empty), More: func(n int) string { return printer.Text("pipeline.more", printer.Integer(n)) },
		Above: func(n int) string { return printer.Text("pipeline.above", printer.Integer(n)) }}
	total := analysis.HeadlineTotal(d.view, refs)
	var texts []string
	for _, sum := range total.Sums {
		texts = append(texts, strings.ReplaceAll(printer.Money(sum.Money), " ", "\u00a0")) // a sum stays on one line
	}
	if len(texts) > 0 {
		column.Notes = append(column.Notes, strings.Join(texts, ", "))
	}
	for _, left := range total.LeftOut {
		key := "pipeline.without"
		if left.Reason == analysis.ReasonNotDated {
			key = "foot.not_dated"
		}
		column.Notes = append(column.Notes, printer.Text(key, printer.Integer(len(left.Refs))))
	}
	var groups [dealGroups][]ledger.Ref
	for _, ref := range refs {
		group := groupOf(d.view.Deal(ref))
		groups[group] = append(groups[group], ref)
	}
	for i, key := range []string{"pipeline.open", "pipeline.ended", "pipeline.silent"} {
		if len(groups[i]) > 0 {
			column.Groups = append(column.Groups, p.cardsOf(d, printer.Text(key), groups[i]))
		}
	}
	return column
}

// cardsOf makes a group of deals, whose cards are written when they come into
// sight.
func (p *pipeline) cardsOf(d *desk, title string, refs []ledger.Ref) board.Group {
	group := board.Group{Title: title, IDs: make([]string, len(refs))}
	for i, ref := range refs {
		group.IDs[i] = refID(d.ledger, ref)
	}
	group.Card = func(i int) board.Card {
		card := card(d, refs[i])
		p.markAge(&card)
		return card
	}
	return group
}

// unitOf is what stands after the number of so many records: deals, 件.
func unitOf(p *locale.Printer, kind ledger.Kind, n int) string {
	_, after, _ := strings.Cut(p.Records(kind, n), p.Integer(n))
	return strings.TrimSpace(after)
}

// card writes one deal.
func card(d *desk, ref ledger.Ref) board.Card {
	p, state := d.printer, d.view.Deal(ref)
	group := groupOf(state)
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
