package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func (p *program) pipelineCommand() *cobra.Command {
	var options counting
	command := &cobra.Command{
		Use:   "pipeline",
		Short: "Print the deals by stage, what became of them, and what they may come to",
		Long: `Print the deals by the furthest stage that they reached and what became of them
there, with sums per currency; then the weighted value, how many deals came from
stage to stage, the age of the last news, and the deals that do not move.`,
		Example: `  summitledger pipeline
  summitledger pipeline --as-of 2018-12-31 --json
  summitledger pipeline --unit documents --count-at signed`,
		Args: exactly(0),
		RunE: p.answering(&options, ledger.Deals,
			func(s *session, refs []ledger.Ref) any { return s.pipelineForm(&options, refs) },
			func(refs []ledger.Ref) error { return p.printPipeline(&options, refs) }),
	}
	options.addTo(command, "as JSON: {happened, known, unit, count_at, lanes, weighted, funnel, ageing, stuck}")
	return command
}

type pipelineForm struct {
	daysForm
	Unit      string       `json:"unit"`
	CountAt   string       `json:"count_at"`
	Count     string       `json:"count"`
	Lanes     []laneForm   `json:"lanes"`
	Weighted  weightedForm `json:"weighted"`
	Funnel    []funnelForm `json:"funnel"`
	Ageing    []ageForm    `json:"ageing"`
	NoEvent   []string     `json:"no_dated_event"`
	StuckDays int          `json:"stuck_days"`
	Stuck     []stuckForm  `json:"stuck"`
	InUnit    *countedForm `json:"in_unit"`
}

type laneForm struct {
	Stage      *string             `json:"stage"`
	Count      string              `json:"count"`
	Counted    string              `json:"counted"`
	Keys       []string            `json:"keys"`
	Sums       []moneyForm         `json:"sums"`
	LeftOut    []leftOutForm       `json:"left_out"`
	Conditions map[string][]string `json:"conditions"`
}

type weightedForm struct {
	Sums    []moneyForm        `json:"sums"`
	Lines   []weightedLineForm `json:"lines"`
	LeftOut []leftOutForm      `json:"left_out"`
}

type weightedLineForm struct {
	Stage       string    `json:"stage"`
	Amount      moneyForm `json:"amount"`
	Weighted    moneyForm `json:"weighted"`
	Probability string    `json:"probability"`
	Own         bool      `json:"own"`
	Reached     *string   `json:"reached"`
	Seen        *string   `json:"seen"`
	Keys        []string  `json:"keys"`
}

type funnelForm struct {
	Stage     string   `json:"stage"`
	Next      rateForm `json:"next"`
	Operating rateForm `json:"operating"`
}

type rateForm struct {
	To       string   `json:"to"`
	Reached  string   `json:"reached"`
	Seen     string   `json:"seen"`
	Censored []string `json:"censored"`
	Share    *string  `json:"share"`
}

type ageForm struct {
	From int      `json:"from"`
	To   *int     `json:"to"`
	Keys []string `json:"keys"`
}

type stuckForm struct {
	Key     string  `json:"key"`
	Stage   string  `json:"stage"`
	Days    int     `json:"days"`
	AtLeast bool    `json:"at_least"`
	Silence *string `json:"silence"`
}

func (s *session) pipelineForm(options *counting, deals []ledger.Ref) pipelineForm {
	v := s.view
	settings := analysis.SettingsOf(v.Ledger())
	form := pipelineForm{daysForm: daysOf(v.AsOf()), Unit: analysis.Deals, CountAt: options.at.String(), Count: fmt.Sprint(len(deals)),
		Lanes: []laneForm{}, Funnel: []funnelForm{}, Ageing: []ageForm{}, Stuck: []stuckForm{}, StuckDays: settings.Shelved, InUnit: options.counted(deals)}
	for _, lane := range analysis.PipelineOf(v, deals) {
		form.Lanes = append(form.Lanes, s.laneForm(options, lane))
	}
	form.Weighted = s.weightedForm(analysis.Weighted(v))
	for _, stage := range analysis.Funnel(v, settings.OldEnough) {
		form.Funnel = append(form.Funnel, funnelForm{stage.Stage.String(), s.rateForm(stage.Next), s.rateForm(stage.Operating)})
	}
	study := analysis.Ageing(v)
	for _, bucket := range study.Buckets {
		age := ageForm{From: bucket.From, Keys: s.keys(bucket.Total.Added)}
		if bucket.To >= 0 {
			age.To = &bucket.To
		}
		form.Ageing = append(form.Ageing, age)
	}
	form.NoEvent = s.keys(study.NoEvent.Added)
	for _, one := range analysis.Stuck(v, settings.Shelved).Deals {
		form.Stuck = append(form.Stuck, stuckForm{v.Ledger().Key(one.Stay.Deal), one.Stay.Stage.String(), one.Stay.Days, one.Stay.AtLeast || one.Stay.Baseline, orNull(one.Silence.String())})
	}
	return form
}

func (s *session) laneForm(options *counting, lane analysis.Lane) laneForm {
	form := laneForm{Stage: orNull(lane.Stage.String()), Count: count(lane.All), Counted: count(analysis.CountIn(s.view, analysis.Deals, options.at, notNil(lane.All.Added))),
		Keys: s.keys(lane.All.Added), Sums: sumsOf(lane.All), LeftOut: s.leftOut(lane.All.LeftOut), Conditions: map[string][]string{}}
	for _, condition := range lane.Conditions {
		form.Conditions[condition.ID] = s.keys(condition.Added)
	}
	return form
}

// notNil gives an empty list for none: a count of no records is not one of all.
func notNil(refs []ledger.Ref) []ledger.Ref {
	if refs == nil {
		return []ledger.Ref{}
	}
	return refs
}

func (s *session) weightedForm(value analysis.WeightedValue) weightedForm {
	form := weightedForm{Sums: sumsOf(value.Total), Lines: []weightedLineForm{}, LeftOut: s.leftOut(value.Total.LeftOut)}
	for i := range form.LeftOut {
		form.LeftOut[i].Instead = nil
	}
	for _, line := range value.Lines {
		one := weightedLineForm{Stage: line.Stage.String(), Amount: moneyOf(line.Amount), Weighted: moneyOf(line.Weighted), Probability: line.Share.String(), Own: line.Own, Keys: s.keys(line.Deals)}
		if !line.Own {
			one.Reached, one.Seen = orNull(count(line.Rate.Reached)), orNull(count(line.Rate.Seen))
		}
		form.Lines = append(form.Lines, one)
	}
	return form
}

func (s *session) rateForm(rate analysis.StageRate) rateForm {
	form := rateForm{To: rate.To.String(), Reached: count(rate.Reached), Seen: count(rate.Seen), Censored: []string{}}
	for _, left := range rate.Seen.LeftOut {
		form.Censored = append(form.Censored, s.keys(left.Refs)...)
	}
	if share, ok := rate.Share(); ok {
		form.Share = orNull(share.String())
	}
	return form
}

// printPipeline writes the lanes, the weighted value and the funnel for people.
func (p *program) printPipeline(options *counting, deals []ledger.Ref) error {
	s := options.session
	v, text := s.view, s.printer.Text
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", text("answer.days", s.printer.Day(v.AsOf().Happened), s.printer.Day(v.AsOf().Known)))
	table := tabwriter.NewWriter(&out, 0, 8, 2, ' ', 0)
	for _, lane := range analysis.PipelineOf(v, deals) {
		stage := s.printer.Word("stage", lane.Stage.String())
		if lane.Stage == ledger.NoStage {
			stage = s.printer.Word("stage", "none")
		}
		var conditions []string
		for _, condition := range lane.Conditions {
			if condition.Count > 0 {
				conditions = append(conditions, s.printer.Integer(condition.Count)+" "+text("answer.condition."+condition.ID))
			}
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", stage, s.printer.Integer(lane.All.Count), strings.Join(conditions, ", "), s.moneyLine(lane.All))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if p.options.query != "" {
		fmt.Fprintf(&out, "%s\n", text("answer.pipeline_query", p.options.query))
	}
	weighted := analysis.Weighted(v)
	for i := range weighted.Total.Sums { // what may come is no cent
		weighted.Total.Sums[i].Money.Amount = weighted.Total.Sums[i].Money.Amount.Round(0)
	}
	fmt.Fprintf(&out, "%s: %s\n", text("answer.weighted"), s.moneyLine(weighted.Total))
	for _, line := range weighted.Lines {
		fmt.Fprintf(&out, "  %s\n", s.weightedLine(line))
	}
	for _, left := range weighted.Total.LeftOut {
		fmt.Fprintf(&out, "  %s\n", text("answer.left_out", s.printer.Integer(len(left.Refs)), text("reason."+left.Reason)))
	}
	settings := analysis.SettingsOf(v.Ledger())
	fmt.Fprintf(&out, "%s\n", text("answer.funnel"))
	for _, stage := range analysis.Funnel(v, settings.OldEnough) {
		fmt.Fprintf(&out, "  %s: %s\n", s.printer.Word("stage", stage.Stage.String()), s.rateLine(stage.Operating))
	}
	fmt.Fprintf(&out, "%s\n", text("answer.stuck", s.printer.Integer(analysis.Stuck(v, settings.Shelved).Total.Count), s.printer.Integer(settings.Shelved)))
	out.WriteString(options.countedLine(deals))
	_, err := fmt.Fprint(p.env.out, out.String())
	return err
}

// moneyLine writes the sums of a total, or that there is no amount.
func (s *session) moneyLine(total analysis.Total) string {
	if len(total.Sums) == 0 {
		return s.printer.Text("money.none")
	}
	parts := make([]string, 0, len(total.Sums))
	for _, sum := range total.Sums {
		money := sum.Money
		money.Amount = money.Amount.Round(money.Currency.MinorUnits())
		parts = append(parts, s.printer.Exact(money))
	}
	return strings.Join(parts, ", ")
}

func (s *session) weightedLine(line analysis.WeightedLine) string {
	p := s.printer
	amount := analysis.Total{Sums: []analysis.Sum{{Money: line.Amount}}}
	if line.Own {
		return p.Text("answer.weighted_own", p.Word("stage", line.Stage.String()), s.moneyLine(amount), line.Share.String())
	}
	return p.Text("answer.weighted_rate", p.Word("stage", line.Stage.String()), s.moneyLine(amount), p.Integer(line.Rate.Reached.Count), p.Integer(line.Rate.Seen.Count))
}

func (s *session) rateLine(rate analysis.StageRate) string {
	p := s.printer
	if rate.Refused {
		return p.Text("answer.rate_refused", p.Integer(rate.Seen.Count), p.Integer(analysis.SmallestBase))
	}
	return p.Text("answer.rate", p.Integer(rate.Reached.Count), p.Integer(rate.Seen.Count))
}
