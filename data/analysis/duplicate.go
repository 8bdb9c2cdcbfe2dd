package analysis

import "summitledger/data/ledger"

// Two records that are one: the same under two keys, one that another one
// replaces, one that was superseded; for money also a document that a later one
// follows or amends (RULES 6.2, 6.3, 9).

// isDuplicate reports whether another record of a set speaks for this one on
// the days of the view.
func isDuplicate(v *ledger.View, ref ledger.Ref, inside func(ledger.Ref) bool, money bool) bool {
	_, duplicate := spokenFor(v, ref, inside, money)
	return duplicate
}

// spokenFor is isDuplicate with the record that speaks instead, NoRef when the
// record was superseded by one that nobody names.
func spokenFor(v *ledger.View, ref ledger.Ref, inside func(ledger.Ref) bool, money bool) (ledger.Ref, bool) {
	l := v.Ledger()
	for link := range v.To(ref) {
		if other, _ := l.LinkEnds(link); other != ref && inside(other) && speaksInstead(l, link, other, ref, money) && !speaksBack(v, ref, other, money) {
			return other, true
		}
	}
	for link := range v.From(ref) {
		if _, other := l.LinkEnds(link); other != ref && l.Relation(link) == ledger.SameAs && inside(other) && l.Key(other) < l.Key(ref) {
			return other, true
		}
	}
	return ledger.NoRef(), v.Outcome(ref) == ledger.Superseded
}

// becomesDuplicate reports whether it is known by the known day of the view that
// a record is or will be a duplicate of one that belongs to the set. Such a record counts at no level, not even
// before that happened: else what has been reached would fall as days go on
// (RULES 9.4).
func becomesDuplicate(v *ledger.View, ref ledger.Ref, belongs func(ledger.Ref) bool, money bool) bool {
	l, known := v.Ledger(), v.AsOf().Known
	speaks := func(link, other ledger.Ref) bool {
		return other != ref && l.KnownDay(link) <= known && l.KnownDay(other) <= known && belongs(other)
	}
	for link := range l.EachLinkTo(ref) {
		if other, _ := l.LinkEnds(link); speaksInstead(l, link, other, ref, money) && speaks(link, other) && !speaksBack(v, ref, other, money) {
			return true
		}
	}
	for link := range l.EachLinkFrom(ref) {
		if _, other := l.LinkEnds(link); l.Relation(link) == ledger.SameAs && other.Kind == ref.Kind && l.Key(other) < l.Key(ref) && speaks(link, other) {
			return true
		}
	}
	if !l.SupersededOnce(ref) {
		return false
	}
	for event := range l.EachEvent(ref) {
		if l.EventOutcome(event) == ledger.Superseded && l.KnownDay(event) <= known && l.HappenedOn(event) <= known {
			return true
		}
	}
	return false
}

// speaksInstead reports whether a link lets its beginning speak for its end.
func speaksInstead(l *ledger.Ledger, link, from, to ledger.Ref, money bool) bool {
	switch l.Relation(link) {
	case ledger.SameAs:
		return l.Key(from) < l.Key(to)
	case ledger.Replaces:
		return true
	case ledger.Follows, ledger.Amends:
		return money
	}
	return false
}

// speaksBack reports whether a record speaks, in steps, for the one that speaks
// for it: in such a loop each counts by itself (RULES 6.3). The happened day
// plays no part, so that a record does not stop counting as days go on.
func speaksBack(v *ledger.View, ref, other ledger.Ref, money bool) bool {
	l, known := v.Ledger(), v.AsOf().Known
	seen := map[ledger.Ref]bool{ref: true}
	for next := []ledger.Ref{ref}; len(next) > 0; next = next[1:] {
		for link := range l.EachLinkFrom(next[0]) {
			_, to := l.LinkEnds(link)
			if seen[to] || l.KnownDay(link) > known || !speaksInstead(l, link, next[0], to, money) {
				continue
			}
			if to == other {
				return true
			}
			seen[to] = true
			next = append(next, to)
		}
	}
	return false
}
