package ledger

// FundState is the money of a fund as of the view, one line per currency.
// What has been called from its investors is not in the data: never known
// (RULES 12).
type FundState struct {
	Stage     Stage // furthest stage that an event of the fund reports
	Outcome   Outcome
	Announced []Money // latest pledge, else the size on record
	FromSize  bool    // Announced is the size on record
	Committed []Money
	Deployed  []Money
	Returned  []Money
	Traced    []Money // disbursed to deals that the fund pays for
	Untraced  []Money // deployed less traced
	Deals     []Ref   // deals named as funded by it
	LeftOut   []LeftOutAmount
}

// Fund works out the state of a fund (RULES 12).
func (v *View) Fund(ref Ref) FundState {
	ladder := v.Ladder(ref)
	state := FundState{Outcome: v.Outcome(ref), Announced: ladder.At(AnnouncedRung), Committed: ladder.At(CommittedRung),
		Deployed: ladder.At(DisbursedRung), Returned: ladder.At(ReturnedRung), LeftOut: ladder.LeftOut}
	if len(state.Announced) == 0 {
		state.FromSize = true
		state.Announced = AddMoney(nil, v.Headline(ref).Money)
	}
	for _, row := range v.ledger.eventsOf[Funds].of(ref.Row) {
		if event := v.ledger.facts.events.at(row); v.there[Events][row] {
			state.Stage = max(state.Stage, event.stage)
		}
	}
	for _, row := range v.ledger.linksTo[Funds].of(ref.Row) {
		link := v.ledger.facts.links.at(row)
		if link.relation != FundedBy || !v.there[Links][row] || link.from.Kind != Deals {
			continue
		}
		state.Deals = append(state.Deals, link.from)
		for _, money := range v.Ladder(link.from).At(DisbursedRung) {
			state.Traced = AddMoney(state.Traced, money)
		}
	}
	for _, deployed := range state.Deployed {
		for _, traced := range state.Traced {
			if traced.Currency == deployed.Currency {
				deployed.Amount = deployed.Amount.Sub(traced.Amount)
			}
		}
		state.Untraced = append(state.Untraced, deployed)
	}
	return state
}
