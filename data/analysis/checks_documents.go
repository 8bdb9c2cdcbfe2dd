package analysis

import (
	"slices"
	"strings"
	"unicode"

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
	report := func(detail string, candidates []ledger.Ref, contentOf func(ledger.Ref) string) {
		first := make(map[string]ledger.Ref)
		for _, agreement := range candidates {
			content := contentOf(agreement)
			if content == "" {
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
	report("title", sameTitles(v), func(agreement ledger.Ref) string {
		return strings.ToLower(strings.Join(strings.Fields(l.Cell(agreement, agreementTitle)), " ")) + "\n" + l.Cell(agreement, agreementSign)
	})
	var dated []ledger.Ref
	for agreement := range v.All(ledger.Agreements) {
		if l.IsDocument(agreement) && l.Cell(agreement, agreementAmount) != "" && l.Cell(agreement, agreementSign) != "" {
			dated = append(dated, agreement)
		}
	}
	report("content", dated, func(agreement ledger.Ref) string {
		money, day := l.MoneyOf(agreement, "value_amount"), l.Cell(agreement, agreementSign)
		if !money.Stated() || day == "" {
			return ""
		}
		return strings.Join([]string{day, l.Value(agreement, "instrument"), money.String(), partiesKey(v, agreement)}, "\n")
	})
}

// sameTitles lists the documents whose title and day another one may have too,
// by a number made of both: most documents have a title of their own, and
// comparing the texts of all would take long.
func sameTitles(v *ledger.View) []ledger.Ref {
	l := v.Ledger()
	documents := make([]ledger.Ref, 0, v.Len(ledger.Agreements))
	for agreement := range v.All(ledger.Agreements) {
		if l.IsDocument(agreement) {
			documents = append(documents, agreement)
		}
	}
	numbers := make([]uint64, len(documents))
	inParts(len(documents), func(i int) {
		numbers[i] = titleNumber(l.Cell(documents[i], agreementTitle), l.Cell(documents[i], agreementSign))
	})
	slots := uint64(1)
	for slots < 8*uint64(len(documents)) {
		slots *= 2
	}
	times := make([]uint8, slots) // how often a number was met: once, or more
	for _, number := range numbers {
		if slot := &times[number%slots]; *slot < 2 {
			*slot++
		}
	}
	var same []ledger.Ref
	for i, number := range numbers {
		if times[number%slots] > 1 {
			same = append(same, documents[i])
		}
	}
	return same
}

// titleNumber gives the same number for titles that differ in case and spaces
// only.
func titleNumber(title, day string) uint64 {
	const prime = 1099511628211 // of the FNV hash
	number := uint64(14695981039346656037)
	for _, letter := range title {
		if !unicode.IsSpace(letter) {
			number = (number ^ uint64(unicode.ToLower(letter))) * prime
		}
	}
	for _, digit := range day {
		number = (number ^ uint64(digit)) * prime
	}
	return number ^ number>>32
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
