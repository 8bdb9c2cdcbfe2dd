package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Charting describes the charts of a view in a language, once for the window
// and for paper.
type Charting struct {
	View    *ledger.View
	Printer *locale.Printer
}

func (c Charting) text(key string, values ...string) string { return c.Printer.Text(key, values...) }

// CountTick writes the ticks of an axis of counts.
func (c Charting) CountTick(value decimal.Decimal) string {
	return c.Printer.Integer(int(value.IntPart()))
}

// Unit names what a column of numbers counts, as inside a sentence.
func (c Charting) Unit(kind ledger.Kind) string { return small(c.Printer.Table(kind)) }

// counted is a piece of a bar of counts.
func counted(count int, fill chart.Fill) chart.Segment {
	return chart.Segment{Value: decimal.NewFromInt(int64(count)), Fill: fill}
}

// Stages describes deals by the furthest stage reached: open, silent (inferred),
// suspended or ended.
func (c Charting) Stages(lanes []analysis.Lane) chart.Bars {
	bars := chart.Bars{Unit: c.Unit(ledger.Deals), Tick: c.CountTick, Whole: true}
	for _, lane := range lanes {
		word := lane.Stage.String()
		if lane.Stage == ledger.NoStage {
			word = "none"
		}
		row := chart.BarRow{ID: word, Label: locale.Capital(c.Printer.Word("stage", word)), Number: c.Printer.Integer(lane.All.Count)}
		var open, silent, ended int
		for _, deal := range lane.All.Added {
			switch state := c.View.Deal(deal); {
			case state.Outcome.Ended() || state.Outcome == ledger.Suspended:
				ended++
			case state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred:
				silent++
			default:
				open++
			}
		}
		row.Note = c.conditions(open, silent, ended)
		row.Segments = []chart.Segment{counted(open, chart.Confirmed), counted(silent, chart.Silent), counted(ended, chart.Ended)}
		bars.Rows = append(bars.Rows, row)
	}
	return bars
}

// conditions says of which deals a bar is made.
func (c Charting) conditions(open, silent, ended int) string {
	var words []string
	for _, one := range []struct {
		key   string
		count int
	}{{"reports.stage_open", open}, {"reports.stage_silent", silent}, {"reports.stage_ended", ended}} {
		if one.count > 0 {
			words = append(words, c.Printer.Count(one.key, one.count))
		}
	}
	return strings.Join(words, c.text("reports.comma"))
}

// Rates describes conversions from each stage: gone on, stayed, too young to
// tell. Names of rows begin with name.
func (c Charting) Rates(name string, rates []analysis.StageRate) chart.Bars {
	p := c.Printer
	var rows []chart.Conversion
	for _, rate := range rates {
		row := chart.Conversion{ID: "funnel." + name + "." + rate.From.String(), Label: locale.Capital(p.Word("stage", rate.From.String())), Reached: rate.Reached.Count, OldEnough: rate.Seen.Count}
		for _, left := range rate.Seen.LeftOut {
			row.Young += len(left.Refs)
		}
		row.Number = c.text("funnel.k_of_n", p.Integer(row.Reached), p.Integer(row.OldEnough))
		row.Note = c.text("funnel.refused", p.Integer(analysis.SmallestBase))
		if share, ok := rate.Share(); ok {
			row.Note = c.Percent(share)
		}
		if row.Young > 0 {
			row.Note += ", " + p.Count("funnel.n_young", row.Young)
		}
		rows = append(rows, row)
	}
	return chart.Funnel(c.Unit(ledger.Deals), c.CountTick, rows)
}

// Percent writes a share in whole percent.
func (c Charting) Percent(share decimal.Decimal) string {
	return c.text("pipeline.percent", c.Printer.Integer(int(share.Mul(decimal.NewFromInt(100)).Round(0).IntPart())))
}

// Ages describes open deals by the age of their last news; those that count as
// silent are empty.
func (c Charting) Ages(study analysis.AgeStudy) chart.Bars {
	thresholds := c.View.Thresholds()
	bars := chart.Bars{Unit: c.Unit(ledger.Deals), Tick: c.CountTick, Whole: true}
	put := func(label string, fill chart.Fill, total analysis.Total) {
		bars.Rows = append(bars.Rows, chart.BarRow{ID: "funnel.age." + total.ID, Label: label, Number: c.Printer.Integer(total.Count), Segments: []chart.Segment{counted(total.Count, fill)}})
	}
	for _, bucket := range study.Buckets {
		fill := chart.Confirmed
		if bucket.From >= thresholds.Shelved {
			fill = chart.Silent
		}
		put(c.ageText(bucket), fill, bucket.Total)
	}
	put(locale.Capital(c.Printer.Word("silence", ledger.NoDatedEvent.String())), chart.Pending, study.NoEvent)
	return bars
}

// ageText says how old the news of a bucket is.
func (c Charting) ageText(bucket analysis.AgeBucket) string {
	p := c.Printer
	switch {
	case bucket.To < 0:
		return p.Text("funnel.age_over", p.Integer(bucket.From-1))
	case bucket.From == 0:
		return p.Text("funnel.age_to", p.Integer(bucket.To))
	}
	return p.Text("funnel.age_between", p.Integer(bucket.From), p.Integer(bucket.To))
}

// Stays describes the mean days that deals spent in each stage before they went
// on or ended.
func (c Charting) Stays(times []analysis.StageTime) chart.Bars {
	p := c.Printer
	bars := chart.Bars{Unit: c.text("funnel.days"), Tick: c.CountTick, Whole: true}
	for _, time := range times {
		row := chart.BarRow{ID: "funnel.stay." + time.Stage.String(), Label: locale.Capital(p.Word("stage", time.Stage.String())), Number: p.Integer(int(time.Mean.Round(0).IntPart())),
			Note: p.Count("funnel.mean_of", time.Ended), Segments: []chart.Segment{{Value: time.Mean, Fill: chart.Confirmed}}}
		if time.Ended == 0 {
			row.ID, row.Number, row.Note = "", c.text("value.unknown"), c.text("funnel.no_stay")
		}
		still := 0
		for _, stay := range time.Stays {
			if stay.Still {
				still++
			}
		}
		if still > 0 {
			row.Note += ", " + p.Count("funnel.n_still", still)
		}
		bars.Rows = append(bars.Rows, row)
	}
	return bars
}

// Verdicts describes promises by what became of them; what nobody assessed is
// empty.
func (c Charting) Verdicts(score analysis.Score) chart.Bars {
	bars := chart.Bars{Unit: c.Unit(ledger.Promises), Tick: c.CountTick, Whole: true}
	for _, verdict := range score.Verdicts {
		fill := chart.Silent
		switch verdict.ID {
		case ledger.VerdictKept.String(), ledger.VerdictKeptLate.String(), ledger.VerdictLatenessUnknown.String():
			fill = chart.Confirmed
		case ledger.VerdictPartlyKept.String():
			fill = chart.Unconfirmed
		case ledger.VerdictBroken.String(), ledger.VerdictConditionNotMet.String(), ledger.VerdictSuperseded.String():
			fill = chart.Ended
		}
		bars.Rows = append(bars.Rows, chart.BarRow{ID: verdict.ID, Label: locale.Capital(c.Printer.Word("verdict", verdict.ID)), Number: c.Printer.Integer(verdict.Count), Segments: []chart.Segment{counted(verdict.Count, fill)}})
	}
	return bars
}
