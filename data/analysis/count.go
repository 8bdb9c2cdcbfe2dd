package analysis

import "summitledger/data/ledger"

// Reasons for which counts leave records out.
const (
	ReasonNoPaper = "no_paper" // a result announced without a document (RULES 6.1)
)

// CountDocuments counts the documents of the view; results announced without a
// paper are left out (RULES 6.1). Each document of a chain is one (RULES 6.2).
func CountDocuments(v *ledger.View) Total {
	total := Total{ID: Documents, Definition: Documents, Unit: Documents}
	for ref := range v.All(ledger.Agreements) {
		if v.Ledger().IsDocument(ref) {
			total.add(ref)
		} else {
			total.LeftOut = leaveOut(total.LeftOut, ReasonNoPaper, ref)
		}
	}
	return total
}

// CountChains counts chains; Added has the first document of each (RULES 6.1).
func CountChains(v *ledger.View) Total {
	total := Total{ID: Chains, Definition: Chains, Unit: Chains}
	for _, chain := range DocumentChains(v) {
		total.add(chain.Documents[0])
	}
	return total
}

// CountDeals counts the deals of the view.
func CountDeals(v *ledger.View) Total { return countAll(v, ledger.Deals, Deals) }

// CountEvents counts the visible events.
func CountEvents(v *ledger.View) Total { return countAll(v, ledger.Events, Events) }

func countAll(v *ledger.View, kind ledger.Kind, unit string) Total {
	total := Total{ID: unit, Definition: unit, Unit: unit, Added: make([]ledger.Ref, 0, v.Len(kind))}
	for ref := range v.All(kind) {
		total.add(ref)
	}
	return total
}

// CountOrganisations counts the distinct parties of the documents in the view
// (RULES 6.1).
func CountOrganisations(v *ledger.View) Total {
	l := v.Ledger()
	total := Total{ID: Organisations, Definition: Organisations, Unit: Organisations}
	named := make(map[ledger.Ref]bool)
	for party := range v.All(ledger.Parties) {
		document, ok := l.Subject(party)
		if !ok || document.Kind != ledger.Agreements || !l.IsDocument(document) {
			continue
		}
		if organisation, ok := l.Find(ledger.Organisations, l.Cell(party, partyOf)); ok && !named[organisation] {
			named[organisation] = true
			total.add(organisation)
		}
	}
	return total
}
