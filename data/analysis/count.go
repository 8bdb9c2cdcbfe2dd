package analysis

import "summitledger/data/ledger"

// Reasons for which counts leave records out.
const (
	ReasonNoPaper = "no_paper" // a result announced without a document (RULES 6.1)
)

// CountDocuments counts the documents of the view; results announced without a
// paper are left out (RULES 6.1). Each document of a chain is one (RULES 6.2).
func CountDocuments(v *ledger.View) Total { return CountIn(v, Documents, AtAnnounced, nil) }

// CountChains counts chains; Added has the first document of each (RULES 6.1).
func CountChains(v *ledger.View) Total { return CountIn(v, Chains, AtAnnounced, nil) }

// CountDeals counts the deals of the view.
func CountDeals(v *ledger.View) Total { return CountIn(v, Deals, AtAnnounced, nil) }

// CountEvents counts the visible events.
func CountEvents(v *ledger.View) Total { return CountIn(v, Events, AtAnnounced, nil) }

// CountOrganisations counts the distinct parties of the documents in the view
// (RULES 6.1).
func CountOrganisations(v *ledger.View) Total { return CountIn(v, Organisations, AtAnnounced, nil) }
