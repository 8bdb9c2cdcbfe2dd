package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Reasons for which deals stand apart from the weighted value, in the order in
// which they are tried (RULES 13.2); also no_amount and amount_not_dated.
const (
	ReasonEnded     = "ended"
	ReasonCompleted = "completed"
	ReasonSuspended = "suspended"
	ReasonLapsed    = "lapsed_inferred"
	ReasonOperating = "operating"
	ReasonNoStage   = "no_stage"
	ReasonNoRate    = "no_rate"
)

// WeightedLine is the weighted value of one stage and currency.
type WeightedLine struct {
	Stage    ledger.Stage
	Amount   ledger.Money    // the sum of the amounts
	Weighted ledger.Money    // Amount times the rate, not rounded
	Share    decimal.Decimal // the rate
	Own      bool            // Share is the reader's own probability
	Rate     StageRate       // where Share comes from; Seen is empty for a rate that the user gave
	Deals    []ledger.Ref
}

// WeightedValue is what open deals may come to by the rates of their stages.
type WeightedValue struct {
	Total Total // of deals, weighted sums per currency; deals apart are left out by reason
	Lines []WeightedLine
}

// Weighted is Weigh by what the reader of the ledger chose.
func Weighted(v *ledger.View) WeightedValue {
	settings := SettingsOf(v.Ledger())
	return Weigh(v, settings.OldEnough, settings.Probabilities)
}

// Weigh multiplies the amounts of open deals below operating by the rate of
// their stage, per currency (RULES 13.2). A rate is the user's own, given by
// stage in own, which may be nil, or the base rate of this ledger; where that
// is refused the deal stands apart.
func Weigh(v *ledger.View, oldEnough int, own map[ledger.Stage]decimal.Decimal) WeightedValue {
	rates := make(map[ledger.Stage]StageRate)
	for _, rate := range BaseRates(v, oldEnough) {
		rates[rate.From] = rate
	}
	value := WeightedValue{Total: Total{ID: "weighted", Definition: "weighted", Unit: Deals}}
	for deal := range v.All(ledger.Deals) {
		headline := v.Headline(deal)
		stage := v.Deal(deal).Stage
		reason := apart(v.Deal(deal), headline)
		share, ok := own[stage]
		rate := StageRate{From: stage, To: ledger.Operating}
		if !ok {
			rate = rates[stage]
			share, ok = rate.Share()
		}
		if reason == "" && !ok {
			reason = ReasonNoRate
		}
		if reason != "" {
			value.Total.LeftOut = leaveOutMoney(value.Total.LeftOut, reason, deal, ledger.NoRef(), headline.Money)
			continue
		}
		value.Total.add(deal)
		value.addLine(deal, headline.Money, share, rate)
	}
	for i := range value.Lines {
		line := &value.Lines[i]
		_, line.Own = own[line.Stage]
		line.Weighted = ledger.Money{Amount: weighted(line.Amount.Amount, line.Share, line.Rate), Currency: line.Amount.Currency}
		value.Total.addMoney(line.Weighted, line.Deals...)
	}
	return value
}

// apart names why a deal is not weighed, before rates are asked for.
func apart(state ledger.DealState, headline ledger.Headline) string {
	switch {
	case state.Outcome.Ended():
		return ReasonEnded
	case state.Outcome == ledger.Completed:
		return ReasonCompleted
	case state.Outcome == ledger.Suspended:
		return ReasonSuspended
	case state.Silence == ledger.LapsedInferred:
		return ReasonLapsed
	case state.Stage == ledger.Operating:
		return ReasonOperating
	case headline.State == ledger.NoAmount:
		return ReasonNoAmount
	case headline.State == ledger.NotDatedAmount:
		return ReasonNotDated
	case state.Stage == ledger.NoStage:
		return ReasonNoStage
	}
	return ""
}

// weighted multiplies before it divides, so that k of n loses nothing.
func weighted(amount, share decimal.Decimal, rate StageRate) decimal.Decimal {
	if rate.Seen.Count == 0 {
		return amount.Mul(share)
	}
	return amount.Mul(decimal.NewFromInt(int64(rate.Reached.Count))).Div(decimal.NewFromInt(int64(rate.Seen.Count)))
}

func (w *WeightedValue) addLine(deal ledger.Ref, money ledger.Money, share decimal.Decimal, rate StageRate) {
	at := -1
	for i := range w.Lines {
		if w.Lines[i].Stage == rate.From && w.Lines[i].Amount.Currency == money.Currency {
			at = i
		}
	}
	if at < 0 {
		at = len(w.Lines)
		w.Lines = append(w.Lines, WeightedLine{Stage: rate.From, Amount: ledger.Money{Currency: money.Currency}, Share: share, Rate: rate})
	}
	w.Lines[at].Amount.Amount = w.Lines[at].Amount.Amount.Add(money.Amount)
	w.Lines[at].Deals = append(w.Lines[at].Deals, deal)
}
