package analysis

import "summitledger/data/ledger"

// CountAt is how far a record must have come to be counted in a bucket,
// whatever became of it later (RULES 9.4).
type CountAt uint8

// The levels; announced is the default.
const (
	AtAnnounced CountAt = iota
	AtSigned
	AtBinding
	AtFinanced
	AtDisbursed
)

// CountAtLevels lists the levels in order.
func CountAtLevels() []CountAt {
	return []CountAt{AtAnnounced, AtSigned, AtBinding, AtFinanced, AtDisbursed}
}

func (c CountAt) String() string {
	switch c {
	case AtSigned:
		return "signed"
	case AtBinding:
		return "binding"
	case AtFinanced:
		return "financed"
	case AtDisbursed:
		return "disbursed"
	}
	return "announced"
}

// ParseCountAt reads the name of a level.
func ParseCountAt(name string) (CountAt, bool) {
	for _, level := range CountAtLevels() {
		if level.String() == name {
			return level, true
		}
	}
	return AtAnnounced, false
}

// Reached reports whether a record of the view came as far as a level. An
// agreement is carried out by the deals and funds that implement it; a deal is
// signed and binds as the documents that it implements (RULES 9.4).
func Reached(v *ledger.View, ref ledger.Ref, level CountAt) bool {
	switch level {
	case AtSigned:
		return signed(v, ref)
	case AtBinding:
		return signed(v, ref) && force(v, ref) == ledger.ForceBinding
	case AtFinanced:
		since := ledger.NoDay
		if ref.Kind == ledger.Agreements {
			if since = signingDay(v, ref); since == ledger.NoDay {
				return false
			}
		}
		return anyCarrier(v, ref, func(carrier ledger.Ref) bool { return enteredFinanced(v, carrier, since) })
	case AtDisbursed:
		return anyCarrier(v, ref, func(carrier ledger.Ref) bool { return disbursed(v, carrier) })
	}
	return true
}

// signingDay is the last day of signing of a document; one that is only
// reported of the summit, without a day, counts from the summit's last day as it
// does in RULES 3.
func signingDay(v *ledger.View, agreement ledger.Ref) ledger.Day {
	l := v.Ledger()
	if signed := v.Agreement(agreement).SignedBy; signed != ledger.NoDay || l.Presence(agreement) != ledger.ReportedAtSummit {
		return signed
	}
	return l.Ends()
}

// implemented lists the documents of the view that a deal or fund implements.
func implemented(v *ledger.View, ref ledger.Ref) []ledger.Ref {
	l := v.Ledger()
	var documents []ledger.Ref
	for link := range v.From(ref) {
		if l.Relation(link) != ledger.Implements {
			continue
		}
		if _, to := l.LinkEnds(link); to.Kind == ledger.Agreements && l.IsDocument(to) {
			documents = append(documents, to)
		}
	}
	return documents
}

// signed tells of an agreement whether it is signed, of a deal or fund whether
// a document that it implements is (RULES 4.4).
func signed(v *ledger.View, ref ledger.Ref) bool {
	if ref.Kind == ledger.Agreements {
		return v.Agreement(ref).Signed
	}
	for _, document := range implemented(v, ref) {
		if v.Agreement(document).Signed {
			return true
		}
	}
	return false
}

// force tells whether a record binds: of a deal or fund, whether one of the
// signed documents that it implements does; not binding only when none of them
// leaves it open (RULES 4.5, 15.1).
func force(v *ledger.View, ref ledger.Ref) ledger.Force {
	l := v.Ledger()
	if ref.Kind == ledger.Agreements {
		return l.Force(ref)
	}
	found := ledger.ForceNotStated
	open := false
	for _, document := range implemented(v, ref) {
		if !v.Agreement(document).Signed {
			continue
		}
		switch l.Force(document) {
		case ledger.ForceBinding:
			return ledger.ForceBinding
		case ledger.ForceNotBinding:
			found = ledger.ForceNotBinding
		default:
			open = true
		}
	}
	if open {
		return ledger.ForceNotStated
	}
	return found
}

// anyCarrier asks of a deal or fund itself, of an agreement each visible deal
// or fund that implements it.
func anyCarrier(v *ledger.View, ref ledger.Ref, holds func(ledger.Ref) bool) bool {
	if ref.Kind != ledger.Agreements {
		return holds(ref)
	}
	l := v.Ledger()
	for link := range v.To(ref) {
		if l.Relation(link) != ledger.Implements {
			continue
		}
		from, _ := l.LinkEnds(link)
		if (from.Kind == ledger.Deals || from.Kind == ledger.Funds) && holds(from) {
			return true
		}
	}
	return false
}

// enteredFinanced reports whether a visible event on or after a day took a
// deal or fund into the stage financed or a further one.
func enteredFinanced(v *ledger.View, carrier ledger.Ref, since ledger.Day) bool {
	l := v.Ledger()
	for event := range v.Events(carrier) {
		if l.EventStage(event) >= ledger.Financed && l.HappenedOn(event) >= since {
			return true
		}
	}
	return false
}

// disbursed reports whether a visible event of a deal or fund has a disbursed
// or invested amount.
func disbursed(v *ledger.View, carrier ledger.Ref) bool {
	l := v.Ledger()
	for event := range v.Events(carrier) {
		if basis := l.EventBasis(event); basis == ledger.Disbursed || basis == ledger.Invested {
			return true
		}
	}
	return false
}
