package analysis

import (
	"slices"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// The steps of a fund's money (RULES 12).
const (
	FundAnnounced = "announced"
	FundCommitted = "committed"
	FundCalled    = "called" // has no basis in the vocabulary: never known
	FundDeployed  = "deployed"
	FundTraced    = "traced"   // of what is deployed: disbursed to deals that the fund pays for
	FundUntraced  = "untraced" // of what is deployed: the rest
	FundReturned  = "returned"
)

// FundSteps lists the steps in the order in which money goes through them.
func FundSteps() []string {
	return []string{FundAnnounced, FundCommitted, FundCalled, FundDeployed, FundTraced, FundUntraced, FundReturned}
}

// FundStep is what stands on one step, per currency.
type FundStep struct {
	Total  Total
	Known  bool          // false where the data can never tell: what was called
	Scaled []ScaledMoney // each sum of Total on the scale of the fund's bars
}

// ScaledMoney is a sum in the currency in which the steps of a fund can be
// compared.
type ScaledMoney struct {
	Of        ledger.Money
	In        ledger.Money
	Converted bool // false: there is no rate, and no bar can be drawn
	Rate      Conversion
}

// FundLadder is the money of a fund step by step.
type FundLadder struct {
	Fund     ledger.Ref
	Stage    ledger.Stage
	Outcome  ledger.Outcome
	FromSize bool // what is announced is the size on record, not a pledge
	Steps    []FundStep
	Scale    ledger.Currency // of Scaled; empty when no amount is known
	Rate     DeploymentRate
	Deals    Total // named as paid for by the fund
	Claims   []FundClaims
}

// Step gives one step of the ladder.
func (f FundLadder) Step(id string) FundStep {
	for _, step := range f.Steps {
		if step.Total.ID == id {
			return step
		}
	}
	return FundStep{}
}

// Reasons for which a deployment rate is refused (RULES 12).
const (
	RefusedNothingDeployed = "nothing_deployed"
	RefusedNoCommitment    = "no_commitment"
	RefusedNoRate          = "no_rate"
)

// DeploymentRate is what was deployed as a share of what was committed, in the
// currency of the commitment. It is refused where an amount is missing or
// cannot be converted.
type DeploymentRate struct {
	Refused             string // "" when the rate stands
	Share               decimal.Decimal
	Deployed, Committed ledger.Money // in one currency
	Lacking             ledger.Currency
	Conversions         []Conversion
}

// FundClaims are the claims about a fund that measure the same thing. They are
// never merged or averaged (RULES 10.3).
type FundClaims struct {
	Measure string
	Unit    ledger.ClaimUnit
	Claims  []Rival
	Differ  bool // they name different amounts or currencies
}

// LadderOf works out the money of a fund (RULES 12). rateAge is how old a rate
// may be (RULES 7.5).
func LadderOf(v *ledger.View, fund ledger.Ref, rateAge int) FundLadder {
	state := v.Fund(fund)
	ladder := v.Ladder(fund)
	out := FundLadder{Fund: fund, Stage: state.Stage, Outcome: state.Outcome, FromSize: state.FromSize,
		Deals: Total{ID: "deals_named", Definition: "fund.deals_named", Unit: Deals}}
	for _, deal := range state.Deals {
		out.Deals.add(deal)
	}
	for _, id := range FundSteps() {
		out.Steps = append(out.Steps, FundStep{Total: fundStep(v, fund, id, state, ladder), Known: id != FundCalled})
	}
	out.Scale = out.scale()
	for i := range out.Steps {
		for _, sum := range out.Steps[i].Total.Sums {
			out.Steps[i].Scaled = append(out.Steps[i].Scaled, scaled(v, sum, out.Scale, rateAge))
		}
	}
	out.Rate = out.deploymentRate()
	out.Claims = claimsAbout(v, fund)
	return out
}

// fundStep totals one step.
func fundStep(v *ledger.View, fund ledger.Ref, id string, state ledger.FundState, ladder ledger.Ladder) Total {
	total := Total{ID: id, Definition: "fund." + id, Unit: Records}
	rung := map[string]ledger.Rung{FundAnnounced: ledger.AnnouncedRung, FundCommitted: ledger.CommittedRung, FundDeployed: ledger.DisbursedRung, FundReturned: ledger.ReturnedRung}[id]
	switch {
	case id == FundAnnounced && state.FromSize:
		if len(state.Announced) > 0 {
			total.add(fund)
			total.addMoney(state.Announced[0], fund)
		}
	case id == FundTraced:
		for _, deal := range state.Deals {
			total.addRung(v.Ladder(deal), ledger.DisbursedRung)
		}
	case id == FundUntraced:
		total.addRung(ladder, ledger.DisbursedRung)
		for _, deal := range state.Deals {
			for _, amount := range v.Ladder(deal).Amounts {
				if amount.Rung == ledger.DisbursedRung {
					total.LeftOut = leaveOutMoney(total.LeftOut, ReasonTraced, amount.From, deal, amount.Money)
				}
			}
		}
		for i := range total.Sums {
			for _, rest := range state.Untraced {
				if rest.Currency == total.Sums[i].Money.Currency {
					total.Sums[i].Money = rest
				}
			}
		}
	case rung != ledger.NoRung:
		total.addRung(ladder, rung)
	}
	for _, left := range ladder.LeftOut {
		if left.Rung == rung && rung != ledger.NoRung || id == FundAnnounced && left.Rung == ledger.PledgedRung {
			instead := ledger.NoRef()
			if left.Reason == ledger.ReplacedByLater {
				instead = lastOn(ladder, left.Rung)
			}
			total.LeftOut = leaveOutMoney(total.LeftOut, left.Reason.String(), left.Event, instead, left.Money)
		}
	}
	return total
}

// addRung adds what stands on a rung of a ladder.
func (t *Total) addRung(ladder ledger.Ladder, rung ledger.Rung) {
	for _, amount := range ladder.Amounts {
		if amount.Rung == rung {
			t.add(amount.From)
			t.addMoney(amount.Money, amount.From)
		}
	}
}

// scale picks the currency in which the bars of a fund are compared: that of
// the commitment, else of the announcement, else of what was deployed.
func (f FundLadder) scale() ledger.Currency {
	for _, id := range []string{FundCommitted, FundAnnounced, FundDeployed, FundReturned} {
		if sums := f.Step(id).Total.Sums; len(sums) > 0 {
			return sums[0].Money.Currency
		}
	}
	return ""
}

// scaled converts a sum at the day of the last event in it (RULES 7.5).
func scaled(v *ledger.View, sum Sum, to ledger.Currency, rateAge int) ScaledMoney {
	l := v.Ledger()
	basis := ledger.NoDay
	for _, ref := range sum.Records {
		column := "date"
		if ref.Kind == ledger.Funds {
			column = "announced_on"
		}
		basis = max(basis, l.Date(ref, column).Happened(l.Recorded(ref)))
	}
	conversion, ok := Convert(v, sum.Money, to, basis, rateAge)
	return ScaledMoney{Of: sum.Money, In: conversion.Money, Converted: ok, Rate: conversion}
}

// deploymentRate divides what was deployed by what was committed.
func (f FundLadder) deploymentRate() DeploymentRate {
	committed, deployed := f.Step(FundCommitted), f.Step(FundDeployed)
	switch {
	case len(deployed.Total.Sums) == 0:
		return DeploymentRate{Refused: RefusedNothingDeployed}
	case len(committed.Total.Sums) == 0:
		return DeploymentRate{Refused: RefusedNoCommitment}
	}
	rate := DeploymentRate{Deployed: ledger.Money{Currency: f.Scale}, Committed: ledger.Money{Currency: f.Scale}}
	for _, part := range []struct {
		step FundStep
		into *ledger.Money
	}{{committed, &rate.Committed}, {deployed, &rate.Deployed}} {
		for _, money := range part.step.Scaled {
			if !money.Converted {
				return DeploymentRate{Refused: RefusedNoRate, Lacking: money.Of.Currency}
			}
			if money.Rate.Rate.Exists() {
				rate.Conversions = append(rate.Conversions, money.Rate)
			}
			part.into.Amount = part.into.Amount.Add(money.In.Amount)
		}
	}
	if !rate.Committed.Amount.IsPositive() {
		return DeploymentRate{Refused: RefusedNoCommitment}
	}
	rate.Share = rate.Deployed.Amount.Div(rate.Committed.Amount)
	return rate
}

// claimsAbout gathers the visible claims whose scope is exactly this fund, by
// what they measure, in the order of the file.
func claimsAbout(v *ledger.View, fund ledger.Ref) []FundClaims {
	l := v.Ledger()
	var groups []FundClaims
	for claim := range v.All(ledger.Claims) {
		if l.Value(claim, "counts") != ledger.Funds.Table() {
			continue // before the scope is read: a ledger has many claims
		}
		_, scope, err := ClaimForm(l, claim)
		if err != nil || scope.Empty() {
			continue
		}
		if key, single := scope.oneKey(); !single || key != l.Key(fund) {
			continue
		}
		measure, unit := l.Value(claim, "measure"), unitOf(l, claim)
		at := slices.IndexFunc(groups, func(g FundClaims) bool { return g.Measure == measure && g.Unit == unit && measure != "" })
		if at < 0 {
			at = len(groups)
			groups = append(groups, FundClaims{Measure: measure, Unit: unit})
		}
		group := &groups[at]
		for _, other := range group.Claims {
			for _, column := range []string{"amount", "currency"} {
				group.Differ = group.Differ || l.Value(other.Claim, column) != l.Value(claim, column)
			}
		}
		group.Claims = append(group.Claims, Rival{Claim: claim, Forecast: Forecast(l, claim)})
	}
	return groups
}
