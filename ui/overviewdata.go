package ui

import (
	"maps"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// overviewData is everything that the overview shows of a desk, worked out by
// the analysis. It does not change.
type overviewData struct {
	desk      *desk
	settings  analysis.Settings
	answer    analysis.ClaimAnswer // of the claim that stands for the summit, at the level of the desk
	signed    analysis.ClaimAnswer // the same at signed
	sum       analysis.ClaimAnswer // of the claim of money
	groups    []squareGroup
	noPaper   int
	parts     []claimPart
	cells     []overviewCell
	sectors   []barRow
	stages    []barRow
	tracks    []barRow
	rungs     []rungRow
	sides     []countRow
	rests     []countRow
	moneyRows []moneyRow
	latest    []ledger.Ref
	due       []ledger.Ref // pending first, then those past due, the latest first
	figures   map[string]figure
	below     bool // what stands below the first screen is there, or being worked out
}

// overviewCell is a figure of the row with the marks under it.
type overviewCell struct {
	id            string
	number, whole string // as they stand in the cell; empty: as in the figure
	notes         []controls.Note
}

// overviewOf works out what the overview shows.
func overviewOf(d *desk) *overviewData {
	return overviewBegun(d).finished()
}

// overviewBegun works out what stands on the first screen.
func overviewBegun(d *desk) *overviewData {
	o := &overviewData{desk: d, settings: analysis.SettingsOf(d.ledger), figures: map[string]figure{}}
	o.gatherClaim()
	o.gatherCells()
	o.gatherBars()
	o.latest = analysis.LatestEvents(d.view, latestShown)
	o.gatherDue()
	return o
}

// finished adds what stands below: money by rung and evidence, which look at
// every event and source. What was begun stays as it is.
func (o *overviewData) finished() *overviewData {
	whole := *o
	whole.figures, whole.below = maps.Clone(o.figures), true
	whole.gatherRungs()
	whole.gatherEvidence()
	return &whole
}

// add keeps a figure under a name; from another desk it is taken anew.
func (o *overviewData) add(f figure) string {
	id, work := f.id, overviewBegun
	if o.below {
		work = overviewOf
	}
	f.remake = func(d *desk) (figure, bool) {
		again, there := work(d).figures[id]
		return again, there
	}
	o.figures[id] = f
	return id
}

func (o *overviewData) ofDeals() string {
	return o.desk.text("overview.of", o.desk.printer.Records(ledger.Deals, o.desk.view.Len(ledger.Deals)))
}

// gatherCells makes the six figures of the row.
func (o *overviewData) gatherCells() {
	d := o.desk
	p := d.printer
	o.gatherMoney()
	operating := analysis.DealsOperating(d.view)
	open, ended := 0, 0
	for _, ref := range operating.Added {
		if groupOf(d.view.Deal(ref)) == endedDeals {
			ended++
		} else {
			open++
		}
	}
	o.cell(figure{id: "operating", name: d.text("overview.operating"), number: p.Integer(operating.Count), whole: o.ofDeals(), total: operating},
		controls.Note{Mark: "ring.accent", Text: d.text("overview.still_open", p.Integer(open), p.Integer(ended))})
	stopped := analysis.DealsStopped(d.view)
	o.cell(figure{id: "stopped", name: d.text("overview.deals_ended"), number: p.Integer(stopped.Count), whole: o.ofDeals(), total: stopped}, o.outcomes(stopped)...)
	silent := analysis.DealsSilent(d.view)
	years := p.Integer(d.view.Thresholds().Shelved / 365)
	rule := d.text("overview.silent_rule", years)
	if d.view.Thresholds().Shelved%365 != 0 {
		rule = d.text("overview.silent_days", p.Count("unit.day", d.view.Thresholds().Shelved))
	}
	o.cell(figure{id: "silent", name: d.text("overview.deals_silent"), number: p.Integer(silent.Count), whole: o.ofDeals(), total: silent}, controls.Note{Mark: "diamond_o", Text: rule})
	score := analysis.PromiseScore(d.view)
	kept := score.PromisesKept()
	o.cell(figure{id: "kept", name: d.text("overview.promises_kept"), number: p.Integer(kept.Count), whole: d.text("overview.assessed", p.Integer(score.Assessed.Count), p.Integer(score.Promised.Count)), total: kept,
		left: func(left analysis.LeftOut) string { return p.Word(ledger.VerdictWords().Name(), left.Reason) }},
		controls.Note{Mark: "dots", Text: d.text("overview.not_assessed", p.Integer(score.NotAssessed.Count))})
	talks := analysis.TalksScore(d.view)
	halted := talks.Stopped()
	o.cell(figure{id: "talks", name: d.text("overview.talks"), number: p.Integer(halted.Count), whole: d.text("overview.of_tracks", p.Integer(talks.All.Count)), total: halted},
		controls.Note{Mark: "pause", Text: p.Integer(talks.Suspended.Count) + " " + p.Word("outcome", "suspended")}, controls.Note{Mark: "cross", Text: d.text("overview.talks_ended", p.Integer(talks.Ended.Count))})
}

func (o *overviewData) cell(f figure, notes ...controls.Note) {
	o.cells = append(o.cells, overviewCell{id: o.add(f), notes: notes})
}

// outcomes counts deals by how they were suspended or ended.
func (o *overviewData) outcomes(t analysis.Total) []controls.Note {
	counts := map[ledger.Outcome]int{}
	for _, ref := range t.Added {
		counts[o.desk.view.Outcome(ref)]++
	}
	var notes []controls.Note
	for _, outcome := range []ledger.Outcome{ledger.Suspended, ledger.Cancelled, ledger.Withdrawn, ledger.Lapsed, ledger.Superseded} {
		if n := counts[outcome]; n > 0 {
			notes = append(notes, controls.Note{Mark: markOfOutcome(outcome), Text: o.desk.printer.Integer(n) + " " + o.desk.printer.Word("outcome", outcome.String())})
		}
	}
	return notes
}

// gatherDue lists the promises whose day is near or has passed without a
// report: the near ones first, then those that passed last.
func (o *overviewData) gatherDue() {
	score := analysis.PromiseScore(o.desk.view)
	byDue := func(refs []ledger.Ref, later bool) []ledger.Ref {
		return sortedBy(refs, func(ref ledger.Ref) ledger.Day { return o.desk.ledger.Date(ref, "due_on").Last }, later)
	}
	o.due = append(byDue(score.Verdict(ledger.VerdictPending).Added, false), byDue(score.Verdict(ledger.VerdictPastDue).Added, true)...)
}
