package report

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// record tells all that is known of a record: its fields, what follows on the
// days of the view, money by rung, parties, links, events, sources.
func (s *sheets) record(ref ledger.Ref) string {
	v, l, p := s.View, s.View.Ledger(), s.Printer
	s.Unit = s.text("paper.unit.money")
	fields := Section{Heading: locale.Capital(p.Record(ref.Kind)), Aside: l.Name(ref), Shares: []float64{0.25, 0.75}}
	if absence := v.Absence(ref); absence != ledger.Present {
		fields.Sentences = append(fields.Sentences, s.text("command.not_in_view", p.Word("absence", absence.String())))
	}
	for i, column := range ref.Kind.Columns() {
		if l.Cell(ref, i) != "" && column.Name != "key" && column.Target != ledger.Sources {
			fields.Rows = append(fields.Rows, []string{p.Column(ref.Kind, column.Name), p.Cell(l, ref, i)})
		}
	}
	fields.Rows = append(fields.Rows, s.derived(ref)...)
	if cited := s.cited(ref); cited != "" {
		fields.Rows = append(fields.Rows, []string{p.Table(ledger.Sources), cited})
	}
	s.sections = append(s.sections, fields)
	s.money(ref)
	parties := Section{Heading: p.Table(ledger.Parties), Shares: []float64{0.82, 0.18}}
	for _, party := range v.PartiesOf(ref) {
		parties.Rows = append(parties.Rows, []string{s.title(party), s.cited(party)})
	}
	links := Section{Heading: p.Table(ledger.Links), Shares: []float64{0.25, 0.57, 0.18}}
	for _, link := range v.LinksFrom(ref) {
		_, to := l.LinkEnds(link)
		links.Rows = append(links.Rows, []string{p.Relation(l.Value(link, "relation"), false), s.title(to), s.cited(link)})
	}
	for _, link := range v.LinksTo(ref) {
		from, _ := l.LinkEnds(link)
		links.Rows = append(links.Rows, []string{p.Relation(l.Value(link, "relation"), true), s.title(from), s.cited(link)})
	}
	events := Section{Heading: p.Table(ledger.Events), Shares: []float64{0.16, 0.22, 0.47, 0.15},
		Heads: []string{p.Column(ledger.Events, "date"), p.Column(ledger.Events, "kind"), p.Column(ledger.Events, "note"), p.Table(ledger.Sources)}}
	for _, event := range v.EventsOf(ref) {
		events.Rows = append(events.Rows, []string{s.date(l.Date(event, "date")), p.Word("event_kind", l.Value(event, "kind")), l.Value(event, "note"), s.cited(event)})
	}
	for _, section := range []Section{parties, links, events} {
		if len(section.Rows) > 0 {
			section.Aside = p.Integer(len(section.Rows))
			s.sections = append(s.sections, section)
		}
	}
	return s.title(ref)
}

// derived says what follows of a record as of the days of the view.
func (s *sheets) derived(ref ledger.Ref) (rows [][]string) {
	v, p := s.View, s.Printer
	row := func(column, value string) { rows = append(rows, []string{p.Column(ref.Kind, column), value}) }
	switch ref.Kind {
	case ledger.Deals:
		state := v.Deal(ref)
		if state.Stage != ledger.NoStage {
			since := "command.stage_since"
			if state.SinceBaseline {
				since = "command.stage_since_or_before"
			}
			row("stage_now", s.text(since, p.Word("stage", state.Stage.String()), p.Day(state.StageSince)))
		}
		row("outcome", p.Word("outcome", state.Outcome.String()))
		if state.Silence != ledger.NotSilent {
			row("silence", p.Word("silence", state.Silence.String()))
		}
	case ledger.Agreements:
		state := v.Agreement(ref)
		if state.SignedBy.Known() {
			row("signed_by", p.Day(state.SignedBy))
		}
		row("force", p.Word("force", v.Ledger().Force(ref).String()))
		if state.Outcome != ledger.NoOutcome {
			row("outcome", p.Word("outcome", state.Outcome.String()))
		} else if state.EndedThrough {
			row("outcome", p.Word("outcome", "ended_through"))
		}
	case ledger.Promises:
		row("verdict", p.Word("verdict", v.Promise(ref).Verdict.String()))
	}
	return rows
}

// money sets the amounts of a record on the rungs from word to payment.
func (s *sheets) money(ref ledger.Ref) {
	ladder := s.View.Ladder(ref)
	section := Section{Heading: s.text("report.money.heading"), Sentences: []string{s.text("report.money.separate")}, Shares: []float64{0.6, 0.4}, Right: []bool{false, true}}
	for _, rung := range ledger.Rungs() {
		for _, money := range ladder.At(rung) {
			section.Rows = append(section.Rows, []string{s.Printer.Word("rung", rung.String()), s.Printer.Exact(money)})
		}
	}
	if len(section.Rows) > 0 {
		s.sections = append(s.sections, section)
	}
}

// fund sets the money of a fund step by step, the share that was deployed and
// the deals that it pays for (RULES 12).
func (s *sheets) fund(fund ledger.Ref) string {
	p := s.Printer
	s.Unit = s.text("paper.unit.money")
	ladder := analysis.LadderOf(s.View, fund, analysis.SettingsOf(s.View.Ledger()).RateAge)
	steps := Section{Heading: s.text("report.money.heading"), Aside: s.cited(fund), Chart: s.charting().Fund(ladder), Shares: []float64{0.5, 0.5}, Right: []bool{false, true}}
	for _, step := range ladder.Steps {
		value := s.sums(step.Total)
		if !step.Known {
			value = s.text("answer.never_known")
		}
		steps.Rows = append(steps.Rows, []string{s.text("answer.step." + step.Total.ID), value})
	}
	rate := s.text("answer.deployment_refused." + ladder.Rate.Refused)
	if ladder.Rate.Refused == "" {
		rate = s.text("claims.percent", p.Decimal(ladder.Rate.Share.Shift(2).Round(1), 1))
	}
	steps.Rows = append(steps.Rows, []string{s.text("answer.deployment_rate"), rate})
	deals := Section{Heading: s.text("answer.deals_named"), Aside: p.Integer(ladder.Deals.Count), Shares: []float64{0.55, 0.27, 0.18}, Right: []bool{false, true},
		Heads: []string{locale.Capital(p.Record(ledger.Deals)), p.Column(ledger.Deals, "value"), p.Table(ledger.Sources)}}
	for _, deal := range ladder.Deals.Added {
		deals.Rows = append(deals.Rows, []string{s.title(deal), s.headline(deal), s.cited(deal)})
	}
	s.sections = append(s.sections, steps, deals)
	return s.title(fund)
}

// pipeline counts the deals by stage and what became of them, weighs the open
// ones, lists those that do not move, then all by stage.
func (s *sheets) pipeline() string {
	v, p := s.View, s.Printer
	lanes := analysis.Pipeline(v)
	s.Unit = s.text("paper.unit.deals")
	stage := func(lane analysis.Lane) string {
		if lane.Stage == ledger.NoStage {
			return p.Word("stage", "none")
		}
		return p.Word("stage", lane.Stage.String())
	}
	counts := Section{Heading: s.text("sheet.summary.stage"), Chart: s.charting().Stages(lanes), Right: []bool{false, true}, Heads: []string{"", s.text("sheet.summary.deals")}}
	for _, condition := range analysis.Conditions() {
		counts.Heads = append(counts.Heads, s.text("answer.condition."+condition))
	}
	counts.Shares = append([]float64{0.18, 0.1}, even(len(analysis.Conditions()), 0.72)...)
	amounts := Section{Heading: p.Column(ledger.Deals, "value"), Shares: []float64{0.3, 0.7}, Right: []bool{false, true}}
	for range counts.Shares[len(counts.Right):] {
		counts.Right = append(counts.Right, true)
	}
	for _, lane := range lanes {
		row := []string{stage(lane), p.Integer(lane.All.Count)}
		for _, condition := range lane.Conditions {
			row = append(row, p.Integer(condition.Count))
		}
		counts.Rows = append(counts.Rows, row)
		amounts.Rows = append(amounts.Rows, []string{stage(lane), s.sums(lane.All)})
	}
	weighted := analysis.Weighted(v)
	value := Section{Heading: s.text("sheet.weighted"), Sentences: s.leftOut(weighted.Total.LeftOut), Shares: []float64{0.25, 0.3, 0.15, 0.3}, Right: []bool{false, true, true, true},
		Heads: []string{"", s.text("sheet.weighted.amount"), s.text("sheet.weighted.rate"), s.text("sheet.weighted.value")}}
	for _, line := range weighted.Lines {
		rate := p.Decimal(line.Share, 3)
		if !line.Own {
			rate = s.text("answer.rate", p.Integer(line.Rate.Reached.Count), p.Integer(line.Rate.Seen.Count))
		}
		worth := line.Weighted
		worth.Amount = worth.Amount.Round(0) // what may come is no cent
		value.Rows = append(value.Rows, []string{p.Word("stage", line.Stage.String()), p.Exact(line.Amount), rate, p.Exact(worth)})
	}
	settings := analysis.SettingsOf(v.Ledger())
	study := analysis.Stuck(v, settings.Shelved)
	stuck := Section{Heading: s.text("answer.stuck", p.Integer(study.Total.Count), p.Integer(settings.Shelved)), Shares: []float64{0.6, 0.25, 0.15}, Right: []bool{false, false, true}}
	for _, one := range study.Deals {
		days := p.Integer(one.Stay.Days)
		if one.Stay.AtLeast || one.Stay.Baseline {
			days = p.Qualified(ledger.AtLeast, days)
		}
		stuck.Rows = append(stuck.Rows, []string{s.title(one.Stay.Deal), p.Word("stage", one.Stay.Stage.String()), days})
	}
	thresholds := v.Thresholds()
	ages := Section{Heading: s.text("funnel.ages"), Sentences: []string{s.text("funnel.ages_note", p.Integer(thresholds.Shelved), p.Integer(thresholds.Lapsed))}, Chart: s.charting().Ages(analysis.Ageing(v))}
	gone := Section{Heading: s.text("funnel.operating"), Sentences: []string{s.text("funnel.old_enough", p.Integer(settings.OldEnough)), s.text("reports.legend_rates")}, Chart: s.charting().Rates("operating", analysis.BaseRates(v, settings.OldEnough))}
	stays := Section{Heading: s.text("funnel.stays"), Sentences: []string{s.text("funnel.stays_note")}, Chart: s.charting().Stays(analysis.TimeInStage(v))}
	s.sections = append(s.sections, counts, amounts, value, ages, stuck, gone, stays)
	for _, lane := range lanes {
		if lane.All.Count == 0 {
			continue
		}
		section := Section{Heading: stage(lane), Aside: p.Integer(lane.All.Count), Shares: []float64{0.45, 0.19, 0.2, 0.16}, Right: []bool{false, false, true},
			Heads: []string{locale.Capital(p.Record(ledger.Deals)), s.text("sheet.stage.status"), p.Column(ledger.Deals, "value"), p.Table(ledger.Sources)}}
		for _, deal := range lane.All.Added {
			state := v.Deal(deal)
			status := p.Word("outcome", state.Outcome.String())
			if state.Silence != ledger.NotSilent {
				status = p.Word(ledger.SilenceWords().Name(), state.Silence.String())
			}
			section.Rows = append(section.Rows, []string{s.title(deal), status, s.headline(deal), s.cited(deal)})
		}
		s.sections = append(s.sections, section)
	}
	return p.Count("report.stages.heading", v.Len(ledger.Deals))
}

// even divides a share among columns.
func even(columns int, share float64) []float64 {
	list := make([]float64, columns)
	for i := range list {
		list[i] = share / float64(columns)
	}
	return list
}
