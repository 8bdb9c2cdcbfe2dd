package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// ReasonDuplicate: another record is the same one, or replaced it (RULES 6.2).
const ReasonDuplicate = "duplicate_or_replaced"

// ReasonNoLevel: records of this kind do not come as far as any level.
const ReasonNoLevel = "no_level"

// Units lists what the records of a ledger can be counted in (RULES 6.1).
func Units() []string { return []string{Documents, Deals, Chains, Organisations, Events} }

// CountIn counts in a unit what came as far as a count-at level (RULES 6, 9.4).
// among, when it is not nil, limits the count to what belongs to these records:
// documents themselves or implemented by a deal or fund among them, deals
// themselves or implementing a document among them, the chains of the
// documents, the parties and the events of the records. What is left out says
// why and, where another record speaks for it, names that one.
func CountIn(v *ledger.View, unit string, at CountAt, among []ledger.Ref) Total {
	c := counting{view: v, at: at, total: Total{ID: unit, Definition: unit, Unit: unit}}
	if at != AtAnnounced {
		c.total.Definition += "." + at.String()
	}
	if among != nil {
		c.among = make(map[ledger.Ref]bool, len(among))
		for _, ref := range among {
			c.among[ref] = true
		}
	}
	switch unit {
	case Documents:
		c.records(ledger.Agreements)
	case Deals:
		c.records(ledger.Deals)
	case Chains:
		c.chains()
	case Organisations:
		c.organisations()
	case Events:
		c.events()
	}
	return c.total
}

// counting is one count in the making.
type counting struct {
	view  *ledger.View
	at    CountAt
	among map[ledger.Ref]bool // nil: all
	total Total
}

// meant reports whether a record belongs to the set that is counted, itself or
// through what it implements or is implemented by.
func (c *counting) meant(ref ledger.Ref) bool {
	if c.among == nil || c.among[ref] {
		return true
	}
	l := c.view.Ledger()
	switch ref.Kind {
	case ledger.Agreements:
		for link := range c.view.To(ref) {
			if from, _ := l.LinkEnds(link); l.Relation(link) == ledger.Implements && from.Kind != ledger.Agreements && c.among[from] {
				return true
			}
		}
	case ledger.Deals, ledger.Funds:
		for link := range c.view.From(ref) {
			if _, to := l.LinkEnds(link); l.Relation(link) == ledger.Implements && to.Kind == ledger.Agreements && c.among[to] {
				return true
			}
		}
	}
	return false
}

// why tells for which reason a record does not count, and what speaks instead;
// an empty reason: it counts.
func (c *counting) why(ref ledger.Ref) (reason string, instead ledger.Ref) {
	v, l := c.view, c.view.Ledger()
	same := func(other ledger.Ref) bool { return other.Kind == ref.Kind && c.meant(other) }
	if ref.Kind == ledger.Agreements && !l.IsDocument(ref) {
		return ReasonNoPaper, ledger.NoRef()
	}
	if instead, duplicate := spokenFor(v, ref, func(other ledger.Ref) bool { return v.Has(other) && same(other) }, false); duplicate || becomesDuplicate(v, ref, same, false) {
		return ReasonDuplicate, instead
	}
	if !Reached(v, ref, c.at) {
		return ReasonBelowLevel, ledger.NoRef()
	}
	return "", ledger.NoRef()
}

func (c *counting) records(kind ledger.Kind) {
	if c.among == nil {
		c.total.Added = make([]ledger.Ref, 0, c.view.Len(kind))
	}
	for ref := range c.view.All(kind) {
		if c.meant(ref) {
			c.count(ref)
		}
	}
}

// count adds a record or leaves it out.
func (c *counting) count(ref ledger.Ref) {
	reason, instead := c.why(ref)
	switch {
	case reason == "":
		c.total.add(ref)
	case reason == ReasonDuplicate:
		at := leftOutAt(&c.total.LeftOut, reason)
		c.total.LeftOut[at].Refs = append(c.total.LeftOut[at].Refs, ref)
		c.total.LeftOut[at].Instead = append(c.total.LeftOut[at].Instead, instead)
	default:
		c.total.LeftOut = leaveOut(c.total.LeftOut, reason, ref)
	}
}

// chains counts each chain once, by the first of its documents that counts; the
// other documents of the chain are spoken for by that one.
func (c *counting) chains() {
	for _, chain := range DocumentChains(c.view) {
		meant := chain.Documents
		if c.among != nil {
			meant = slices.DeleteFunc(slices.Clone(meant), func(ref ledger.Ref) bool { return !c.meant(ref) })
		}
		if len(meant) == 0 {
			continue
		}
		first := ledger.NoRef()
		for _, ref := range meant {
			if reason, _ := c.why(ref); reason == "" {
				first = ref
				break
			}
		}
		if !first.Exists() {
			for _, ref := range meant {
				c.count(ref)
			}
			continue
		}
		c.total.add(first)
		for _, ref := range meant {
			if ref != first {
				at := leftOutAt(&c.total.LeftOut, ReasonSameChain)
				c.total.LeftOut[at].Refs = append(c.total.LeftOut[at].Refs, ref)
				c.total.LeftOut[at].Instead = append(c.total.LeftOut[at].Instead, first)
			}
		}
	}
}

// ReasonSameChain: another document of its chain is counted for all of it.
const ReasonSameChain = "same_chain"

// organisations counts the distinct parties of the documents that count; with a
// set, also those of its deals and funds.
func (c *counting) organisations() {
	kinds := []ledger.Kind{ledger.Agreements}
	if c.among != nil {
		kinds = append(kinds, ledger.Deals, ledger.Funds)
	}
	var below []ledger.Ref
	named := make(map[ledger.Ref]bool)
	for _, kind := range kinds {
		for ref := range c.view.All(kind) {
			if c.among != nil && !c.among[ref] {
				continue
			}
			switch reason, _ := c.why(ref); reason {
			case "":
				c.parties(ref, named, c.total.add)
			case ReasonBelowLevel:
				below = append(below, ref)
			}
		}
	}
	for _, ref := range below { // bodies that stand in no record that counts
		c.parties(ref, named, func(body ledger.Ref) { c.total.LeftOut = leaveOut(c.total.LeftOut, ReasonBelowLevel, body) })
	}
}

// parties hands over the bodies of a record that were not named before.
func (c *counting) parties(ref ledger.Ref, named map[ledger.Ref]bool, take func(ledger.Ref)) {
	l := c.view.Ledger()
	for party := range c.view.Parties(ref) {
		if body := l.Body(party); body.Exists() && !named[body] {
			named[body] = true
			take(body)
		}
	}
}

// events counts the events of records that came as far as the level, all events
// when announced is enough.
func (c *counting) events() {
	l := c.view.Ledger()
	if c.among == nil && c.at == AtAnnounced {
		c.total.Added = make([]ledger.Ref, 0, c.view.Len(ledger.Events))
	}
	const came, didNot = 1, 2
	reached := make([][]uint8, len(ledger.Kinds())) // by kind, then row: 0 where nobody asked yet
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds} {
		reached[kind] = make([]uint8, l.Rows(kind))
	}
	for event := range c.view.All(ledger.Events) {
		subject := l.EventSubject(event)
		if c.among != nil && !c.among[subject] {
			continue
		}
		if c.at == AtAnnounced {
			c.total.add(event)
			continue
		}
		if !subject.Exists() || reached[subject.Kind] == nil {
			c.total.LeftOut = leaveOut(c.total.LeftOut, ReasonNoLevel, event)
			continue
		}
		answer := &reached[subject.Kind][subject.Row]
		if *answer == 0 {
			*answer = didNot
			if Reached(c.view, subject, c.at) {
				*answer = came
			}
		}
		if *answer == came {
			c.total.add(event)
		} else {
			c.total.LeftOut = leaveOut(c.total.LeftOut, ReasonBelowLevel, event)
		}
	}
}
