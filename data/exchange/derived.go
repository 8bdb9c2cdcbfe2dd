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
	}
	return nil
}

type dealForm struct {
	Stage      *string `json:"stage"`
	StageSince *string `json:"stage_since"`
	Outcome    string  `json:"outcome"`
	Silence    *string `json:"silence"`
	LastEvent  *string `json:"last_event"`
}

func derivedDeal(v *ledger.View, ref ledger.Ref) any {
	state := v.Deal(ref)
	form := dealForm{Stage: text(state.Stage.String()), StageSince: text(state.StageSince.String()), Outcome: state.Outcome.String(), Silence: text(state.Silence.String())}
	if state.LastEvent >= 0 {
		form.LastEvent = text(v.Ledger().Key(ledger.Ref{Kind: ledger.Events, Row: state.LastEvent}))
	}
	return form
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
	return agreementForm{Signed: state.Signed, SignedBy: text(state.SignedBy.String()), Binding: forceWord(v.Ledger().Force(ref)),
		Outcome: text(state.Outcome.String()), EndedThrough: state.EndedThrough}
}

func forceWord(force ledger.Force) string {
	switch force {
	case ledger.ForceBinding:
		return "binding"
	case ledger.ForceNotBinding:
		return "not_binding"
	}
	return "not_stated"
}
