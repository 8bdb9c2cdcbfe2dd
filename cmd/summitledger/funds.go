package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func (p *program) fundsCommand() *cobra.Command {
	var options counting
	command := &cobra.Command{
		Use:   "funds",
		Short: "Print the money of each fund step by step, traced to deals or not",
		Long: `Print the money of each fund step by step: announced, committed, deployed,
returned, and what of the deployed money deals report. The deployment rate needs
one currency or a dated rate, and is refused with the reason otherwise.`,
		Example: `  summitledger funds
  summitledger funds --as-of 2017-12-31 --json
  summitledger funds --unit deals`,
		Args: exactly(0),
		RunE: p.answering(&options, ledger.Funds,
			func(s *session, refs []ledger.Ref) any { return s.fundsForm(&options, refs) },
			func(refs []ledger.Ref) error { return p.printFunds(&options, refs) }),
	}
	options.addTo(command, "as JSON: {happened, known, funds: [{key, steps, rate, deals, claims}]}")
	return command
}

type fundsForm struct {
	daysForm
	Unit    string       `json:"unit"`
	CountAt string       `json:"count_at"`
	Count   string       `json:"count"`
	Funds   []fundForm   `json:"funds"`
	InUnit  *countedForm `json:"in_unit"`
}

type fundForm struct {
	Key       string          `json:"key"`
	Name      string          `json:"name"`
	Stage     *string         `json:"stage"`
	Outcome   *string         `json:"outcome"`
	Announced []moneyForm     `json:"announced"`
	Committed []moneyForm     `json:"committed"`
	Called    *string         `json:"called"` // always null: nothing in the data tells it (RULES 12)
	Deployed  []moneyForm     `json:"deployed"`
	Returned  []moneyForm     `json:"returned"`
	Traced    []moneyForm     `json:"traced"`
	Untraced  []moneyForm     `json:"untraced"`
	Rate      deploymentForm  `json:"deployment_rate"`
	Deals     []string        `json:"deals"`
	Claims    []fundClaimForm `json:"claims"`
}

type deploymentForm struct {
	Share   *string `json:"share"`
	Refused *string `json:"refused"`
	Lacking *string `json:"lacking_rate_of"`
}

type fundClaimForm struct {
	Measure *string  `json:"measure"`
	Unit    string   `json:"unit"`
	Differ  bool     `json:"differ"`
	Keys    []string `json:"keys"`
}

func (s *session) ladder(fund ledger.Ref) analysis.FundLadder {
	return analysis.LadderOf(s.view, fund, analysis.SettingsOf(s.view.Ledger()).RateAge)
}

func (s *session) fundsForm(options *counting, funds []ledger.Ref) fundsForm {
	form := fundsForm{daysForm: daysOf(s.view.AsOf()), Unit: analysis.Funds, CountAt: options.at.String(), Count: fmt.Sprint(len(funds)), Funds: []fundForm{}, InUnit: options.counted(s.withDeals(funds))}
	for _, fund := range funds {
		form.Funds = append(form.Funds, s.fundForm(s.ladder(fund)))
	}
	return form
}

// withDeals lists funds and the deals that they pay for.
func (s *session) withDeals(funds []ledger.Ref) []ledger.Ref {
	list := append([]ledger.Ref{}, funds...)
	for _, fund := range funds {
		list = append(list, s.view.Fund(fund).Deals...)
	}
	return list
}

func (s *session) fundForm(ladder analysis.FundLadder) fundForm {
	l := s.view.Ledger()
	sums := func(step string) []moneyForm { return sumsOf(ladder.Step(step).Total) }
	form := fundForm{Key: l.Key(ladder.Fund), Name: l.Value(ladder.Fund, "name"), Stage: orNull(ladder.Stage.String()), Outcome: orNull(ladder.Outcome.String()),
		Announced: sums(analysis.FundAnnounced), Committed: sums(analysis.FundCommitted), Deployed: sums(analysis.FundDeployed), Returned: sums(analysis.FundReturned),
		Traced: sums(analysis.FundTraced), Untraced: sums(analysis.FundUntraced), Deals: s.keys(ladder.Deals.Added), Claims: []fundClaimForm{},
		Rate: deploymentForm{Refused: orNull(ladder.Rate.Refused), Lacking: orNull(string(ladder.Rate.Lacking))}}
	if ladder.Rate.Refused == "" {
		form.Rate.Share = orNull(ladder.Rate.Share.String())
	}
	for _, group := range ladder.Claims {
		claims := make([]ledger.Ref, 0, len(group.Claims))
		for _, claim := range group.Claims {
			claims = append(claims, claim.Claim)
		}
		form.Claims = append(form.Claims, fundClaimForm{orNull(group.Measure), group.Unit.String(), group.Differ, s.keys(claims)})
	}
	return form
}

func (p *program) printFunds(options *counting, funds []ledger.Ref) error {
	s := options.session
	text := s.printer.Text
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", text("answer.days", s.printer.Day(s.view.AsOf().Happened), s.printer.Day(s.view.AsOf().Known)))
	if len(funds) == 0 {
		fmt.Fprintln(&out, s.printer.Records(ledger.Funds, 0))
	}
	for _, fund := range funds {
		ladder := s.ladder(fund)
		fmt.Fprintf(&out, "%s (%s)\n", s.printer.Title(s.view.Ledger(), fund), s.view.Ledger().Key(fund))
		for _, step := range ladder.Steps {
			line := s.moneyLine(step.Total)
			if !step.Known {
				line = text("answer.never_known")
			}
			fmt.Fprintf(&out, "  %s: %s\n", text("answer.step."+step.Total.ID), line)
		}
		rate := text("answer.deployment_refused." + ladder.Rate.Refused)
		if ladder.Rate.Refused == "" {
			rate = s.printer.Decimal(ladder.Rate.Share.Shift(2).Round(1), 1) + "%"
		} else if ladder.Rate.Lacking != "" {
			rate += " (" + string(ladder.Rate.Lacking) + ")"
		}
		fmt.Fprintf(&out, "  %s: %s\n", text("answer.deployment_rate"), rate)
		fmt.Fprintf(&out, "  %s: %s\n", text("answer.deals_named"), strings.Join(s.keys(ladder.Deals.Added), ", "))
		for _, group := range ladder.Claims {
			if group.Differ {
				fmt.Fprintf(&out, "  %s\n", text("answer.claims_differ", group.Measure, s.claimsOf(options, group)))
			}
		}
	}
	out.WriteString(options.countedLine(s.withDeals(funds)))
	_, err := fmt.Fprint(p.env.out, out.String())
	return err
}

func (s *session) claimsOf(options *counting, group analysis.FundClaims) string {
	said := make([]string, 0, len(group.Claims))
	for _, claim := range group.Claims {
		said = append(said, s.claimed(options.answer(claim.Claim, nil)))
	}
	return strings.Join(said, "; ")
}
