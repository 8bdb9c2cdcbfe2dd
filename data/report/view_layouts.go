package report

import (
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// timeline sets the events by quarter.
func (s *viewed) timeline() {
	section := Section{Heading: s.text("tab.timeline"), Sentences: []string{s.text("timeline.coarse")}}
	if len(s.asked.Selection.Rows) > 0 {
		section.Chart = s.charting().Timeline(s.asked.Selection.Rows)
	}
	s.sections = append(s.sections, section)
}

// mostBars is how many groups a chart on paper shows one by one.
const mostBars = 30

// chart sets bars by group; without groups the studies of deals, or bars by the
// first thing that records of the kind are told apart by.
func (s *viewed) chart() {
	selection := s.asked.Selection
	kind := selection.Query.Kind
	if kind == ledger.Deals && len(selection.Query.Group) == 0 {
		s.funnel()
		return
	}
	groups := s.outer()
	section := Section{Heading: s.headline(), Sentences: s.shown()}
	bars := chart.Bars{Unit: small(s.Printer.Table(kind)), Tick: s.charting().CountTick, Whole: true}
	for i, group := range groups {
		if i == mostBars {
			break
		}
		row := chart.BarRow{ID: group.words, Label: group.words, Number: s.Printer.Integer(len(group.refs)), Segments: []chart.Segment{counted(len(group.refs), chart.Confirmed)}}
		if s.adds() {
			if total := analysis.HeadlineTotal(s.View, group.refs); len(total.Sums) > 0 {
				row.Note = s.Printer.Text("table.subtotal", s.moneyOf(total), s.Printer.Integer(len(total.Added)), s.Printer.Integer(len(group.refs)))
			}
		}
		bars.Rows = append(bars.Rows, row)
	}
	if len(bars.Rows) > 0 {
		section.Chart = bars
	}
	table := &Table{Columns: []TableColumn{{Title: s.by()}, {Title: small(s.Printer.Table(kind)), Right: true}}}
	if s.adds() {
		table.Columns = append(table.Columns, TableColumn{Title: s.text("foot.sum_of")})
	}
	for _, group := range groups {
		line := TableLine{Cells: []TableCell{{Text: group.words}, {Text: s.Printer.Integer(len(group.refs))}}}
		if s.adds() {
			line.Cells = append(line.Cells, TableCell{Text: s.moneyOf(analysis.HeadlineTotal(s.View, group.refs))})
		}
		table.Lines = append(table.Lines, line)
	}
	sum := TableLine{Sum: true, Cells: []TableCell{{Text: s.text("since.sum")}, {Text: s.Printer.Integer(len(selection.Rows))}}}
	if s.adds() {
		sum.Cells = append(sum.Cells, TableCell{Text: s.moneyOf(analysis.HeadlineTotal(s.View, selection.Rows))})
	}
	if len(groups) > 0 {
		table.Lines = append(table.Lines, sum)
		section.Table = table
	}
	s.sections = append(s.sections, section)
}

// grouped is a value with the records that have it.
type grouped struct {
	words string
	refs  []ledger.Ref
}

// chartFields are what records are told apart by in a chart when they are not
// grouped.
func chartField(kind ledger.Kind) string {
	switch kind {
	case ledger.Agreements:
		return "sector"
	case ledger.Promises:
		return "verdict"
	case ledger.Claims:
		return "unit"
	case ledger.Organisations:
		return "country"
	case ledger.Sources, ledger.Events:
		return "kind"
	}
	return "outcome"
}

// by names what the bars are told apart by.
func (s *viewed) by() string {
	if group := s.asked.Selection.Query.Group; len(group) > 0 {
		return s.cells.heading(group[0])
	}
	return s.cells.heading(chartField(s.asked.Selection.Query.Kind))
}

// outer gives the outermost groups of the selection; records that are not
// grouped are sorted into them here, vocabularies in their order.
func (s *viewed) outer() []grouped {
	selection := s.asked.Selection
	var groups []grouped
	if len(selection.Query.Group) > 0 {
		field := s.cells.fields[selection.Query.Group[0]]
		for i := range selection.Groups {
			if group := &selection.Groups[i]; group.Level == 0 {
				groups = append(groups, grouped{s.cells.value(field, group.Value), selection.Rows[group.First : group.First+group.Rows]})
			}
		}
		return groups
	}
	field, ok := s.cells.fields[chartField(selection.Query.Kind)]
	if !ok {
		return nil
	}
	at := map[string]int{}
	var values []string
	for _, ref := range selection.Rows {
		value := ""
		if list := field.Values(s.View, ref); len(list) > 0 {
			value = list[0]
		}
		place, there := at[value]
		if !there {
			place = len(groups)
			at[value] = place
			values = append(values, value)
			groups = append(groups, grouped{words: s.cells.value(field, value)})
		}
		groups[place].refs = append(groups[place].refs, ref)
	}
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if field.Words == nil {
			return len(groups[b].refs) - len(groups[a].refs)
		}
		return wordPlace(field, values[a]) - wordPlace(field, values[b])
	})
	sorted := make([]grouped, len(groups))
	for i, from := range order {
		sorted[i] = groups[from]
	}
	return sorted
}

// wordPlace is where a word of a vocabulary sorts; none comes last.
func wordPlace(field query.Field, word string) int {
	if word == "" {
		return 1 << 20
	}
	at, _ := field.Words.Position(word)
	return int(at)
}

// funnel sets the studies of all deals of the view: what went on, how old the
// last news is, how long deals stay.
func (s *viewed) funnel() {
	p, settings, thresholds := s.Printer, analysis.SettingsOf(s.View.Ledger()), s.View.Thresholds()
	all := s.text("reports.all_deals", p.Records(ledger.Deals, s.View.Len(ledger.Deals)))
	old := s.text("funnel.old_enough", p.Integer(settings.OldEnough))
	var further []analysis.StageRate
	stages := ledger.Stages()
	for i, stage := range stages[:len(stages)-1] {
		further = append(further, analysis.StageConversion(s.View, stage, stages[i+1], settings.OldEnough))
	}
	s.sections = append(s.sections,
		Section{Heading: s.text("funnel.operating"), Sentences: []string{all, old, s.text("reports.legend_rates")}, Chart: s.charting().Rates("operating", analysis.BaseRates(s.View, settings.OldEnough))},
		Section{Heading: s.text("funnel.further"), Sentences: []string{s.text("reports.legend_rates")}, Chart: s.charting().Rates("further", further)},
		Section{Heading: s.text("funnel.ages"), Sentences: []string{s.text("funnel.ages_note", p.Integer(thresholds.Shelved), p.Integer(thresholds.Lapsed))}, Chart: s.charting().Ages(analysis.Ageing(s.View))},
		Section{Heading: s.text("funnel.stays"), Sentences: []string{s.text("funnel.stays_note")}, Chart: s.charting().Stays(analysis.TimeInStage(s.View))})
}

// board sets deals as cards in columns by stage; groups are boards under each
// other, as lanes are on the screen.
func (s *viewed) board() {
	p := s.Printer
	var counts [3]int
	for _, ref := range s.asked.Selection.Rows {
		counts[conditionOf(s.View.Deal(ref))]++
	}
	s.sections = append(s.sections, Section{Heading: p.Text("pipeline.headline", p.Records(ledger.Deals, len(s.asked.Selection.Rows)), p.Integer(counts[0]), p.Integer(counts[1]), p.Integer(counts[2])), Sentences: s.shown()})
	switch {
	case len(s.asked.Selection.Rows) == 0:
	case len(s.asked.Selection.Query.Group) == 0:
		s.sections[len(s.sections)-1].Board = s.boardOf(s.asked.Selection.Rows)
	default:
		for _, lane := range s.outer() {
			s.sections = append(s.sections, Section{Heading: lane.words, Aside: p.Records(ledger.Deals, len(lane.refs)), Board: s.boardOf(lane.refs)})
		}
	}
}

// boardOf lays deals out by stage.
func (s *viewed) boardOf(deals []ledger.Ref) *Board {
	p := s.Printer
	byStage := make(map[ledger.Stage][]ledger.Ref)
	for _, ref := range deals {
		stage := s.View.Deal(ref).Stage
		byStage[stage] = append(byStage[stage], ref)
	}
	stages := ledger.Stages()
	if len(byStage[ledger.NoStage]) > 0 {
		stages = append([]ledger.Stage{ledger.NoStage}, stages...)
	}
	board := &Board{}
	for _, stage := range stages {
		refs := byStage[stage]
		column := BoardColumn{Title: StageShort(p, stage), Count: p.Integer(len(refs))}
		total := analysis.HeadlineTotal(s.View, refs)
		for _, sum := range total.Sums {
			column.Notes = append(column.Notes, strings.ReplaceAll(p.Money(sum.Money), " ", "\u00a0"))
		}
		for _, left := range total.LeftOut {
			key := "pipeline.without"
			if left.Reason == analysis.ReasonNotDated {
				key = "foot.not_dated"
			}
			column.Notes = append(column.Notes, p.Text(key, p.Integer(len(left.Refs))))
		}
		slices.SortStableFunc(refs, func(a, b ledger.Ref) int { return conditionOf(s.View.Deal(a)) - conditionOf(s.View.Deal(b)) })
		for _, ref := range refs {
			column.Cards = append(column.Cards, s.card(ref))
		}
		board.Columns = append(board.Columns, column)
	}
	return board
}

// conditionOf says in which part of a column a card lies: open, ended, silent.
func conditionOf(state ledger.DealState) int {
	switch {
	case state.Outcome.Ended() || state.Outcome == ledger.Suspended:
		return 1
	case state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred:
		return 2
	}
	return 0
}

// card writes a deal as the board of the window does.
func (s *viewed) card(ref ledger.Ref) BoardCard {
	p, state := s.Printer, s.View.Deal(ref)
	card := BoardCard{Title: p.Title(s.View.Ledger(), ref), Sign: OutcomeSign(state.Outcome), Status: locale.Capital(p.Word("outcome", state.Outcome.String())), Quiet: conditionOf(state) > 0}
	if state.Silence != ledger.NotSilent {
		card.Sign, card.Status = SilenceSign(state.Silence), locale.Capital(p.Short("silence", state.Silence.String()))
	}
	headline := s.View.Headline(ref)
	switch headline.State {
	case ledger.NoAmount:
		card.Amount = p.Text("money.none")
	case ledger.NotDatedAmount:
		card.Amount = p.Money(headline.Money) + " (" + p.Text("pipeline.undated") + ")"
	default:
		card.Amount = p.QualifiedShort(headline.Qualifier, p.Money(headline.Money))
	}
	if last, ok := s.cells.fields["last_event"]; ok {
		if date := last.Date(s.View, ref); date.Known() {
			card.Date = p.MonthOf(date)
		}
	}
	return card
}
