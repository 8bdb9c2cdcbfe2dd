package ledger

// Successor gives the record that speaks for the money of an agreement: a
// later document that follows, replaces or amends it, or a deal or fund that
// implements it (RULES 6.3). The agreement's own amount then stays out of sums.
func (v *View) Successor(agreement Ref) (Ref, bool) {
	for _, row := range v.ledger.linksTo[Agreements].of(agreement.Row) {
		link := v.ledger.facts.links.at(row)
		if !v.there[Links][row] {
			continue
		}
		joined := link.relation.Joins() && link.from.Kind == Agreements
		carriedOut := link.relation == Implements && (link.from.Kind == Deals || link.from.Kind == Funds)
		if joined || carriedOut {
			return link.from, true
		}
	}
	return NoRef(), false
}
