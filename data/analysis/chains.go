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
	group := make(map[ledger.Ref]ledger.Ref)
	var first func(ref ledger.Ref) ledger.Ref
	first = func(ref ledger.Ref) ledger.Ref {
		above, ok := group[ref]
		if !ok || above == ref {
			return ref
		}
		above = first(above)
		group[ref] = above
		return above
	}
	next := make(map[ledger.Ref][]ledger.Ref)
	for link := range v.All(ledger.Links) {
		if !l.Relation(link).Joins() {
			continue
		}
		from, to := l.LinkEnds(link)
		if from.Kind != ledger.Agreements || to.Kind != ledger.Agreements || !l.IsDocument(from) || !l.IsDocument(to) {
			continue
		}
		next[from] = append(next[from], to)
		a, b := first(from), first(to)
		if a.Row > b.Row {
			a, b = b, a
		}
		group[b] = a
	}
	var chains []Chain
	place := make(map[ledger.Ref]int)
	for ref := range v.All(ledger.Agreements) {
		if !l.IsDocument(ref) {
			continue
		}
		head := first(ref)
		at, ok := place[head]
		if !ok {
			at = len(chains)
			place[head] = at
			chains = append(chains, Chain{})
		}
		chains[at].Documents = append(chains[at].Documents, ref)
	}
	for i := range chains {
		chains[i].Loop = leadsBack(chains[i].Documents, next)
	}
	return chains
}

// leadsBack reports whether following links from some document comes back to it.
func leadsBack(documents []ledger.Ref, next map[ledger.Ref][]ledger.Ref) bool {
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
