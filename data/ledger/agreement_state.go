package ledger

// AgreementState is what a view derives of an agreement.
type AgreementState struct {
	SignedBy     Day     // last day of signing, NoDay when none is stated (RULES 4.4)
	Signed       bool    // signed by the day of the view, and not merely reported
	Outcome      Outcome // its own, NoOutcome when no event reports one
	EndedThrough bool    // every deal and fund that implements it ended (RULES 4.6)
}

// Agreement gives the derived state of an agreement.
func (v *View) Agreement(ref Ref) AgreementState { return v.agreements[ref.Row] }

// Presence tells whether an agreement was signed at the summit, as recorded.
func (l *Ledger) Presence(agreement Ref) Presence {
	return l.facts.agreements.at(agreement.Row).presence
}

// Force tells whether an agreement binds (RULES 4.5).
func (l *Ledger) Force(agreement Ref) Force {
	return l.facts.agreements.at(agreement.Row).binding.Force()
}

// IsDocument reports whether an agreement is a document; a result announced
// without a paper is not (RULES 6.1).
func (l *Ledger) IsDocument(agreement Ref) bool {
	return l.facts.agreements.at(agreement.Row).instrument != NoPaper
}

// signing gives the last day of signing of an agreement and the first visible
// event of it, FarDay without one.
func (v *View) signing(row int32) (signed, first Day) {
	fact := v.ledger.facts.agreements.at(row)
	signed, first = dayOr(fact.signed, FarDay), FarDay
	for _, at := range v.ledger.eventsOf[Agreements].of(row) {
		if !v.there[Events][at] {
			continue
		}
		event := v.ledger.facts.events.at(at)
		first = min(first, event.happened)
		if event.kind == EventSigned {
			signed = min(signed, event.happened)
		}
	}
	if fact.presence == AtSummit && v.ledger.ends != NoDay {
		signed = min(signed, v.ledger.ends)
	}
	return signed, first
}

// agreementVisible applies RULES 3 to an agreement.
func (v *View) agreementVisible(row int32) bool {
	fact := v.ledger.facts.agreements.at(row)
	signed, first := v.signing(row)
	begins := min(signed, first, fact.known)
	if (fact.presence == AtSummit || fact.presence == ReportedAtSummit) && v.ledger.ends != NoDay {
		begins = min(begins, v.ledger.ends)
	}
	return fact.known <= v.asOf.Known && begins <= v.asOf.Happened
}

// deriveAgreement works out the state of an agreement, once deals and links
// are known; it keeps what agreementVisible said.
func (v *View) deriveAgreement(row int32) bool {
	fact := v.ledger.facts.agreements.at(row)
	signed, _ := v.signing(row)
	state := AgreementState{SignedBy: NoDay}
	if signed != FarDay {
		state.SignedBy = signed
		state.Signed = signed <= v.asOf.Happened && (fact.presence == AtSummit || fact.presence == NotAtSummit)
	}
	state.Outcome, _ = v.outcomeEvent(Ref{Agreements, row})
	if state.Outcome == NoOutcome {
		state.EndedThrough = v.allImplementersEnded(row)
	}
	v.agreements[row] = state
	return v.there[Agreements][row]
}

// allImplementersEnded reports whether at least one deal or fund implements
// the agreement and all that do have ended.
func (v *View) allImplementersEnded(row int32) bool {
	found := false
	for _, link := range v.ledger.linksTo[Agreements].of(row) {
		fact := v.ledger.facts.links.at(link)
		if fact.relation != Implements || (fact.from.Kind != Deals && fact.from.Kind != Funds) || !v.there[Links][link] {
			continue
		}
		if !v.Outcome(fact.from).Ended() {
			return false
		}
		found = true
	}
	return found
}
