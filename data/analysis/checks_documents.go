package analysis

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// signingDate gives the date of signing as stated, or as the first event of
// signing has it; a document of the summit without a day was signed during it
// (RULES 4.4).
func signingDate(v *ledger.View, agreement ledger.Ref) ledger.Date {
	l := v.Ledger()
	if date := dateOf(l, agreement, agreementSign); date.Known() {
		return date
	}
	for event := range v.Events(agreement) {
		if l.EventKind(event) == ledger.EventSigned {
			return dateOf(l, event, eventDate)
		}
	}
	if l.Presence(agreement) == ledger.AtSummit && l.Starts() != ledger.NoDay {
		return ledger.Date{First: l.Starts(), Last: l.Ends(), Precision: ledger.Period}
	}
	return ledger.NoDate()
}

// checkInForce finds documents in force before any day on which they can have
// been signed.
func checkInForce(v *ledger.View, c *Check) {
	l := v.Ledger()
	for agreement := range v.All(ledger.Agreements) {
		for event := range v.Events(agreement) {
			if l.EventKind(event) != ledger.EventInForce {
				continue
			}
			switch date := signingDate(v, agreement); {
			case !date.Known():
				c.cannotTell(agreement)
			case dateOf(l, event, eventDate).Last < date.First:
				c.find("before_signing", agreement, event)
			}
		}
	}
}

// checkChains finds chains that lead back to themselves and documents signed
// before the ones that they follow, replace or amend (RULES 6.1, 6.3).
func checkChains(v *ledger.View, c *Check) {
	l := v.Ledger()
	for _, chain := range DocumentChains(v) {
		if chain.Loop {
			c.find("loop", chain.Documents...)
		}
	}
	for link := range v.All(ledger.Links) {
		if !l.Relation(link).Joins() {
			continue
		}
		later, earlier := l.LinkEnds(link)
		if later.Kind != earlier.Kind {
			c.find("kinds", link, later, earlier)
			continue
		}
		if later.Kind != ledger.Agreements {
			continue
		}
		after, before := signingDate(v, later), signingDate(v, earlier)
		switch {
		case !after.Known() || !before.Known():
			c.cannotTell(link)
		case after.Last < before.First:
			c.find("order", link, later, earlier)
		}
	}
}

// checkTwice finds documents that say the same under two keys: one title, or
// one day, instrument, amount and set of parties. Documents that a link relates
// are two on purpose (RULES 6.2).
func checkTwice(v *ledger.View, c *Check) {
	l := v.Ledger()
	found := make(map[[2]ledger.Ref]bool)
	report := func(detail string, contentOf func(ledger.Ref) string) {
		first := make(map[string]ledger.Ref)
		for agreement := range v.All(ledger.Agreements) {
			content := contentOf(agreement)
			if content == "" || !l.IsDocument(agreement) {
				continue
			}
			earlier, ok := first[content]
			if !ok {
				first[content] = agreement
				continue
			}
			if pair := [2]ledger.Ref{earlier, agreement}; !found[pair] && !linked(v, earlier, agreement) {
				found[pair] = true
				c.find(detail, earlier, agreement)
			}
		}
	}
	report("title", func(agreement ledger.Ref) string {
		return strings.ToLower(strings.Join(strings.Fields(l.Value(agreement, "title")), " ")) + "\n" + l.Cell(agreement, agreementSign)
	})
	report("content", func(agreement ledger.Ref) string {
		money, day := l.MoneyOf(agreement, "value_amount"), l.Cell(agreement, agreementSign)
		if !money.Stated() || day == "" {
			return ""
		}
		return strings.Join([]string{day, l.Value(agreement, "instrument"), money.String(), partiesKey(v, agreement)}, "\n")
	})
}

// partiesKey names the set of parties of a record.
func partiesKey(v *ledger.View, ref ledger.Ref) string {
	var keys []string
	for party := range v.Parties(ref) {
		keys = append(keys, v.Ledger().Cell(party, partyOf))
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), ";")
}

// linked reports whether a visible link joins two records directly.
func linked(v *ledger.View, a, b ledger.Ref) bool {
	for link := range v.From(a) {
		if _, to := v.Ledger().LinkEnds(link); to == b {
			return true
		}
	}
	for link := range v.To(a) {
		if from, _ := v.Ledger().LinkEnds(link); from == b {
			return true
		}
	}
	return false
}
