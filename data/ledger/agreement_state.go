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

// readEventsOf gives the last day of signing of an agreement, its first visible
// event, FarDay without one, and the outcome that the last event with one
// reports: all in one run, as the events of a record lie apart in memory.
func (v *View) readEventsOf(row int32) (signed, first Day, outcome Outcome) {
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
		if event.outcome != NoOutcome {
			outcome = event.outcome
		}
	}
	if fact.presence == AtSummit && v.ledger.ends != NoDay {
		signed = min(signed, v.ledger.ends)
	}
	return signed, first, outcome
}

// agreementVisible applies RULES 3 to an agreement and derives what its own
// events tell of it.
func (v *View) agreementVisible(row int32) bool {
	fact := v.ledger.facts.agreements.at(row)
	signed, first, outcome := v.readEventsOf(row)
	begins := min(signed, first, fact.known)
	if (fact.presence == AtSummit || fact.presence == ReportedAtSummit) && v.ledger.ends != NoDay {
		begins = min(begins, v.ledger.ends)
	}
	state := AgreementState{SignedBy: NoDay, Outcome: outcome}
	if signed != FarDay {
		state.SignedBy = signed
		state.Signed = signed <= v.asOf.Happened && (fact.presence == AtSummit || fact.presence == NotAtSummit)
	}
	v.agreements[row] = state
	return fact.known <= v.asOf.Known && begins <= v.asOf.Happened
}

// endAgreement works out whether an agreement ended through others, once deals
// and links are known; it keeps what agreementVisible said.
func (v *View) endAgreement(row int32) bool {
	if state := &v.agreements[row]; state.Outcome == NoOutcome {
		state.EndedThrough = v.allImplementersEnded(row)
	}
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
