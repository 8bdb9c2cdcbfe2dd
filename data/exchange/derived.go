package exchange

import (
	"summitledger/data/ledger"
)

// Derived gives what follows from a record as of the days of the view, in the
// form of RULES 15.3; nil for kinds of which nothing is derived.
func Derived(v *ledger.View, ref ledger.Ref) any {
	switch ref.Kind {
	case ledger.Deals:
		return derivedDeal(v, ref)
	case ledger.Agreements:
		return derivedAgreement(v, ref)
	case ledger.Promises:
		return derivedPromise(v, ref)
	case ledger.Funds:
		return derivedFund(v, ref)
	}
	return nil
}

// moneyForm is an amount as JSON has it: a decimal string and its currency.
type moneyForm struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

// moneyForms is never nil: nothing is an empty list, not an unknown one.
func moneyForms(list []ledger.Money) []moneyForm {
	forms := make([]moneyForm, 0, len(list))
	for _, money := range list {
		forms = append(forms, moneyForm{money.Amount.String(), string(money.Currency)})
	}
	return forms
}

type dealForm struct {
	Stage       *string                `json:"stage"`
	StageSince  *string                `json:"stage_since"`
	Outcome     string                 `json:"outcome"`
	Silence     *string                `json:"silence"`
	LastEvent   *string                `json:"last_event"`
	LastEventOn *string                `json:"last_event_on"`
	Rungs       map[string][]moneyForm `json:"rungs"`
}

func derivedDeal(v *ledger.View, ref ledger.Ref) any {
	state := v.Deal(ref)
	form := dealForm{Stage: text(state.Stage.String()), StageSince: text(state.StageSince.String()), Outcome: state.Outcome.String(),
		Silence: text(state.Silence.String()), LastEventOn: text(state.LastHappened.String()), Rungs: rungForms(v, ref)}
	if state.LastEvent >= 0 {
		form.LastEvent = text(v.Ledger().Key(ledger.Ref{Kind: ledger.Events, Row: state.LastEvent}))
	}
	return form
}

// rungForms lists the rungs that hold money; encoding/json sorts their names.
func rungForms(v *ledger.View, ref ledger.Ref) map[string][]moneyForm {
	ladder := v.Ladder(ref)
	forms := map[string][]moneyForm{}
	for _, rung := range ledger.Rungs() {
		if sums := ladder.At(rung); len(sums) > 0 {
			forms[rung.String()] = moneyForms(sums)
		}
	}
	return forms
}

type agreementForm struct {
	Signed       bool    `json:"signed"`
	SignedBy     *string `json:"signed_by"`
	Binding      string  `json:"binding"`
	Outcome      *string `json:"outcome"`
	EndedThrough bool    `json:"ended_through"`
}

func derivedAgreement(v *ledger.View, ref ledger.Ref) any {
	state := v.Agreement(ref)
	return agreementForm{Signed: state.Signed, SignedBy: text(state.SignedBy.String()), Binding: v.Ledger().Force(ref).String(),
		Outcome: text(state.Outcome.String()), EndedThrough: state.EndedThrough}
}

type promiseForm struct {
	Verdict         string `json:"verdict"`
	DaysLateAtLeast *int   `json:"days_late_at_least"`
	DaysLateAtMost  *int   `json:"days_late_at_most"`
}

func derivedPromise(v *ledger.View, ref ledger.Ref) any {
	state := v.Promise(ref)
	form := promiseForm{Verdict: state.Verdict.String()}
	if state.Verdict == ledger.VerdictKeptLate {
		form.DaysLateAtLeast, form.DaysLateAtMost = &state.LateAtLeast, &state.LateAtMost
	}
	return form
}

type fundForm struct {
	Stage     *string     `json:"stage"`
	Announced []moneyForm `json:"announced"`
	Committed []moneyForm `json:"committed"`
	Called    *string     `json:"called"` // always null: nothing in the data tells it (RULES 12)
	Deployed  []moneyForm `json:"deployed"`
	Returned  []moneyForm `json:"returned"`
	Traced    []moneyForm `json:"traced"`
	Untraced  []moneyForm `json:"untraced"`
}

func derivedFund(v *ledger.View, ref ledger.Ref) any {
	state := v.Fund(ref)
	return fundForm{Stage: text(state.Stage.String()), Announced: moneyForms(state.Announced), Committed: moneyForms(state.Committed),
		Deployed: moneyForms(state.Deployed), Returned: moneyForms(state.Returned), Traced: moneyForms(state.Traced), Untraced: moneyForms(state.Untraced)}
}
