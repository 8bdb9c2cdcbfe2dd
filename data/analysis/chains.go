package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// Chain is a line of documents joined by follows, replaces or amends; a
// document that nothing joins is a chain of one (RULES 6.1).
type Chain struct {
	Documents []ledger.Ref // in file order
	Loop      bool         // the links lead back to where they began: a finding (RULES 6.3)
}

// DocumentChains joins the documents of the view to chains, in the order of
// their first documents (RULES 6.1).
func DocumentChains(v *ledger.View) []Chain {
	l := v.Ledger()
	next := documentLinks(v)
	above := make(map[int32]int32) // by row of a document: an earlier one of its chain
	first := func(row int32) int32 {
		for earlier, ok := above[row]; ok; earlier, ok = above[row] {
			if further, more := above[earlier]; more {
				above[row] = further // shorter ways keep long chains fast
			}
			row = earlier
		}
		return row
	}
	for from, list := range next {
		for _, to := range list {
			if a, b := first(from.Row), first(to.Row); a != b {
				above[max(a, b)] = min(a, b)
			}
		}
	}
	chains := make([]Chain, 0, v.Len(ledger.Agreements))
	documents := make([]ledger.Ref, 0, v.Len(ledger.Agreements)) // most chains are one document: a share of this list
	place := make(map[int32]int)                                 // by row of the first document, of chains that have others
	for ref := range v.All(ledger.Agreements) {
		if !l.IsDocument(ref) {
			continue
		}
		if len(above) > 0 {
			if head := first(ref.Row); head != ref.Row {
				at := place[head]
				chains[at].Documents = append(chains[at].Documents, ref)
				continue
			}
			place[ref.Row] = len(chains)
		}
		n := len(documents)
		documents = append(documents, ref)
		chains = append(chains, Chain{Documents: documents[n : n+1 : n+1]})
	}
	if len(next) > 0 {
		for i := range chains {
			chains[i].Loop = leadsBack(chains[i].Documents, next)
		}
	}
	return chains
}

// documentLinks lists for each document those that a visible link joins it to.
func documentLinks(v *ledger.View) map[ledger.Ref][]ledger.Ref {
	l := v.Ledger()
	next := make(map[ledger.Ref][]ledger.Ref)
	for link := range v.All(ledger.Links) {
		if !l.Relation(link).Joins() {
			continue
		}
		from, to := l.LinkEnds(link)
		if from.Kind == ledger.Agreements && to.Kind == ledger.Agreements && l.IsDocument(from) && l.IsDocument(to) {
			next[from] = append(next[from], to)
		}
	}
	return next
}

// leadsBack reports whether following links from some document comes back to it.
func leadsBack(documents []ledger.Ref, next map[ledger.Ref][]ledger.Ref) bool {
	if len(documents) == 1 && next[documents[0]] == nil {
		return false
	}
	const open, done = 1, 2
	state := make(map[ledger.Ref]int)
	var visit func(ref ledger.Ref) bool
	visit = func(ref ledger.Ref) bool {
		state[ref] = open
		for _, to := range next[ref] {
			if state[to] == open || state[to] == 0 && visit(to) {
				return true
			}
		}
		state[ref] = done
		return false
	}
	return slices.ContainsFunc(documents, func(ref ledger.Ref) bool { return state[ref] == 0 && visit(ref) })
}
