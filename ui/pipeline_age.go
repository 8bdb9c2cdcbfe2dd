package ui

import (
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/board"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// ageColumn is the column of the days since the last dated event of a deal.
const ageColumn = "age"

// ageCell writes the days since the last dated event: of every deal, whatever
// became of it. Without an event there is nothing to count from.
func (d *desk) ageCell(deal ledger.Ref) grid.Cell {
	state := d.view.Deal(deal)
	if state.LastEvent < 0 {
		return grid.Cell{Text: d.text("value.unknown"), Token: look.Text3}
	}
	cell := grid.Cell{Text: d.printer.Integer(int(d.view.AsOf().Happened - state.LastHappened))}
	if state.Outcome != ledger.Open || state.Stage >= ledger.Operating {
		cell.Token = look.Text3 // nothing is inferred from its age
	}
	return cell
}

// markAge writes on a card how old its last news is.
func (p *pipeline) markAge(card *board.Card) {
	if p.study != nil {
		card.Age, card.Ages = p.study.ages[card.ID], len(p.study.ageing.Buckets)
	}
}

// ageSteps says where the steps of the bar of age lie: "90, 180, ... days".
func (s *dealStudy) ageSteps() string {
	var steps []string
	for _, bucket := range s.ageing.Buckets {
		if bucket.To > 0 {
			steps = append(steps, s.desk.printer.Integer(bucket.To))
		}
	}
	return s.desk.text("pipeline.age_steps", strings.Join(steps, ", "))
}

// stuckFigure is the number of deals that do not move, as a figure that opens:
// each with its stage and the days in it.
func (d *desk) stuckFigure() figure {
	p := d.printer
	study := analysis.Stuck(d.view, d.view.Thresholds().Shelved)
	f := figure{id: "pipeline.stuck", name: d.text("pipeline.stuck_name"), number: p.Integer(study.Total.Count), whole: d.text("overview.of", p.Records(ledger.Deals, d.view.Len(ledger.Deals))), total: study.Total,
		items: []figureItem{}}
	for _, one := range study.Deals {
		days := p.Count("unit.day", one.Stay.Days)
		if one.Stay.AtLeast || one.Stay.Baseline {
			days = d.text("funnel.at_least", days)
		}
		f.items = append(f.items, figureItem{ref: one.Stay.Deal, note: p.Short("stage", one.Stay.Stage.String()), amount: days})
	}
	f.remake = func(other *desk) (figure, bool) { return other.stuckFigure(), true }
	return f
}
