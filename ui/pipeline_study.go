package ui

import (
	"context"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// dealStudy is what the pipeline shows of all deals of a desk besides the deals
// themselves. It is worked out off the UI goroutine, once for each desk.
type dealStudy struct {
	desk      *desk
	weighted  analysis.WeightedValue
	refused   string
	stuck     figure
	ageing    analysis.AgeStudy
	ages      map[string]int // by card: how many steps old the last news is
	oldEnough int
	operating []analysis.StageRate
	further   []analysis.StageRate
	stays     []analysis.StageTime
}

func (d *desk) studyDeals() *dealStudy {
	own := analysis.SettingsOf(d.ledger)
	s := &dealStudy{desk: d, weighted: analysis.Weighted(d.view), stuck: d.stuckFigure(), ageing: analysis.Ageing(d.view), ages: map[string]int{},
		oldEnough: own.OldEnough, operating: analysis.BaseRates(d.view, own.OldEnough), stays: analysis.TimeInStage(d.view)}
	s.refused = d.refusedText(s.operating, own)
	stages := ledger.Stages()
	for i, stage := range stages[:len(stages)-1] {
		s.further = append(s.further, analysis.StageConversion(d.view, stage, stages[i+1], own.OldEnough))
	}
	for i, bucket := range s.ageing.Buckets {
		for _, deal := range bucket.Total.Added {
			s.ages[refID(d.ledger, deal)] = i + 1
		}
	}
	return s
}

// studyDeals works the study of a desk out, unless it is there, and shows the
// pipeline again when it is.
func (p *pipeline) studyDeals(d *desk) {
	if p.study != nil && p.study.desk == d {
		return
	}
	p.window.work.Start("pipeline.study", func(ctx context.Context) func() {
		study := d.studyDeals()
		if ctx.Err() != nil {
			return nil
		}
		return func() {
			p.study = study
			p.showBoard()
		}
	})
}
