package report

import (
	"slices"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// claim takes a claim apart: its bridge, the records of each row, its parts
// and other figures for the same thing (RULES 8 to 10).
func (s *sheets) claim(claim ledger.Ref) string {
	v, p := s.View, s.Printer
	settings := analysis.SettingsOf(v.Ledger())
	a := analysis.BridgeWith(v, claim, settings.Bridging(analysis.AtAnnounced, nil))
	title := s.title(claim)
	s.Unit = s.unit(a)
	said := Section{Heading: s.text("report.bridge.claimed_undated"), Aside: s.cited(claim), Sentences: []string{s.claimed(a)}}
	switch {
	case !a.InView:
		said.Sentences = append(said.Sentences, s.text("claims.absent"))
	case a.Finding != nil:
		said.Sentences = append(said.Sentences, s.text("answer.scope_not_read", a.Finding.Error()))
	case a.Comparison != nil:
		said.Sentences = append(said.Sentences, s.text("claims.compare.no_remainder"))
		if a.Comparison.Record.Exists() {
			said.Shares, said.Right = []float64{0.7, 0.3}, []bool{false, true}
			said.Rows = append(said.Rows, []string{s.title(a.Comparison.Record), s.headline(a.Comparison.Record)})
		}
	case !a.HasRemainder:
		said.Sentences = append(said.Sentences, s.text("answer.as_said"))
	}
	s.sections = append(s.sections, said)
	if a.InView && a.HasRemainder {
		s.bridge(a)
	}
	for _, split := range a.Splits {
		section := Section{Heading: s.text("sheet.bridge.part"), Aside: split.Word, Shares: []float64{0.75, 0.25}, Right: []bool{false, true}}
		for _, part := range split.Parts {
			section.Rows = append(section.Rows, []string{s.title(part.Claim), s.value(a, part.Amount)})
		}
		section.Rows = append(section.Rows, []string{s.text("claims.split.sum", s.value(a, split.Gap)), s.value(a, split.Sum)})
		s.sections = append(s.sections, section)
	}
	for _, dots := range s.charting().Claim(a, s.counted(a)).Rivals(analysis.OtherFiguresOf(v, a)) {
		s.sections = append(s.sections, Section{Heading: s.text("claims.others.heading"), Aside: s.claimed(a), Sentences: []string{s.text("claims.others.legend")}, Chart: dots})
	}
	if len(a.Rivals) > 0 {
		section := Section{Heading: s.text("claims.others.heading"), Aside: p.Integer(len(a.Rivals)), Shares: []float64{0.6, 0.25, 0.15}, Right: []bool{false, true}}
		for _, rival := range a.Rivals {
			other := analysis.BridgeWith(v, rival.Claim, settings.Bridging(analysis.AtAnnounced, nil))
			section.Rows = append(section.Rows, []string{s.title(rival.Claim), s.claimed(other), s.cited(rival.Claim)})
		}
		s.sections = append(s.sections, section)
	}
	return title
}

// bridge sets the rows of a bridge, which add up to the claim, then the records
// of each row.
func (s *sheets) bridge(a analysis.ClaimAnswer) {
	p := s.Printer
	rows := Section{Heading: s.text("report.bridge.heading"), Chart: s.charting().Claim(a, s.counted(a)).Bridge(), Shares: []float64{0.6, 0.25, 0.15}, Right: []bool{false, true, true},
		Heads: []string{"", s.text("answer.value"), s.text("answer.records")}}
	rows.Rows = append(rows.Rows, []string{s.text("report.bridge.claimed_undated"), s.claimed(a), ""})
	buckets := a.ByCertainty()
	for _, bucket := range buckets {
		rows.Rows = append(rows.Rows, []string{s.text("report.bridge." + bucket.ID), s.value(a, bucket.Value), p.Integer(len(bucket.Items))})
	}
	missing, remainder := s.text("report.bridge.not_found"), p.Qualified(a.RemainderQualifier, s.value(a, a.Remainder))
	if a.Remainder.IsNegative() {
		missing, remainder = s.text("report.bridge.beyond"), s.value(a, a.Remainder)
	}
	rows.Rows = append(rows.Rows, []string{missing, remainder, ""}, []string{s.text("report.bridge.sum"), s.value(a, a.Itemised.Add(a.Remainder)), ""})
	rows.Sentences = s.leftOut(a.LeftOut)
	s.sections = append(s.sections, rows)
	for _, bucket := range buckets {
		if len(bucket.Items) == 0 {
			continue
		}
		section := Section{Heading: s.text("report.bridge." + bucket.ID), Aside: p.Integer(len(bucket.Items)), Shares: []float64{0.62, 0.2, 0.18}, Right: []bool{false, true},
			Heads: []string{s.text("sheet.bridge.record"), s.text("answer.value"), p.Table(ledger.Sources)}}
		for _, item := range bucket.Items {
			section.Rows = append(section.Rows, []string{s.title(item.Ref), s.value(a, item.Value), s.cited(item.Ref)})
		}
		s.sections = append(s.sections, section)
	}
}

func (s *sheets) charting() Charting { return Charting{View: s.View, Printer: s.Printer} }

// counted is the table that a claim counts.
func (s *sheets) counted(a analysis.ClaimAnswer) ledger.Kind {
	l := s.View.Ledger()
	_, scope, err := analysis.SettingsOf(l).ClaimForm(l, a.Claim)
	switch {
	case a.Form != analysis.FormLinked && err == nil:
		return scope.Kind
	case a.Unit == ledger.UnitDocuments:
		return ledger.Agreements
	}
	return ledger.Deals
}

// claimed writes what a claim says: about JPY 300bn, 80 documents.
func (s *sheets) claimed(a analysis.ClaimAnswer) string {
	p := s.Printer
	switch a.Unit {
	case ledger.UnitMoney:
		return p.Qualified(a.Qualifier, p.Money(ledger.Money{Amount: a.Amount, Currency: a.Currency}))
	case ledger.UnitPercent:
		return p.Qualified(a.Qualifier, s.text("claims.percent", a.Amount.String()))
	}
	unit := a.Unit.String()
	number := s.text("claims.counted."+unit, p.Decimal(a.Amount, max(0, -a.Amount.Exponent())))
	return p.Count("claims.amount."+unit, int(a.Amount.IntPart()), p.Qualified(a.Qualifier, number))
}

// unit says what the figures of a claim count.
func (s *sheets) unit(a analysis.ClaimAnswer) string {
	if a.Unit == ledger.UnitMoney {
		return s.text("paper.unit.claim_money", string(a.Currency))
	}
	return s.Printer.Word("unit", a.Unit.String())
}

// value writes a part of a claim in its unit: money to the minor units.
func (s *sheets) value(a analysis.ClaimAnswer, amount decimal.Decimal) string {
	if a.Form == analysis.FormSum {
		return s.Printer.Exact(ledger.Money{Amount: amount.Round(a.Currency.MinorUnits()), Currency: a.Currency})
	}
	return s.Printer.Decimal(amount, 0)
}

// promises counts the verdicts and lists the promises, those that are past due
// without a report first (RULES 4.4).
func (s *sheets) promises() string {
	v, p := s.View, s.Printer
	score := analysis.PromiseScore(v)
	s.Unit = s.text("paper.unit.promises")
	title := s.text("answer.promises", p.Integer(score.Promised.Count), p.Integer(score.Assessed.Count))
	counts := Section{Heading: s.text("column.verdict"), Chart: s.charting().Verdicts(score), Shares: []float64{0.3, 0.1, 0.6}, Right: []bool{false, true}}
	for _, verdict := range score.Verdicts {
		counts.Rows = append(counts.Rows, []string{p.Word("verdict", verdict.ID), p.Integer(verdict.Count), s.text("definition." + verdict.Definition)})
	}
	s.sections = append(s.sections, counts)
	order := slices.Clone(score.Verdicts)
	slices.SortStableFunc(order, func(a, b analysis.Total) int { return overdueFirst(a) - overdueFirst(b) })
	for _, verdict := range order {
		if verdict.Count == 0 {
			continue
		}
		section := Section{Heading: locale.Capital(p.Word("verdict", verdict.ID)), Aside: p.Integer(verdict.Count), Shares: []float64{0.64, 0.18, 0.18},
			Heads: []string{locale.Capital(p.Record(ledger.Promises)), p.Column(ledger.Promises, "due_on"), p.Table(ledger.Sources)}}
		for _, promise := range verdict.Added {
			due := ".."
			if date := v.Ledger().Date(promise, "due_on"); date.Known() {
				due = s.date(date)
			}
			words := s.title(promise)
			if state := v.Promise(promise); state.Verdict == ledger.VerdictKeptLate {
				words = s.text("answer.late", words, p.Integer(state.LateAtLeast), p.Integer(state.LateAtMost))
			}
			section.Rows = append(section.Rows, []string{words, due, s.cited(promise)})
		}
		s.sections = append(s.sections, section)
	}
	return title
}

func overdueFirst(verdict analysis.Total) int {
	if verdict.ID == ledger.VerdictPastDue.String() {
		return 0
	}
	return 1
}
