package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// Details of what is the matter with input that figures have to go around.
const (
	DetailZeroRate    = "zero"   // a rate of nothing
	DetailSameRate    = "same"   // a rate between a currency and itself
	DetailNoDue       = "no_due" // nothing to measure lateness by
	DetailBeforeStart = "before" // an event before the record began
	DetailRing        = "ring"   // claims that are parts of each other
)

// checkRates finds rates by which nothing can be converted (RULES 7.5).
func checkRates(v *ledger.View, c *Check) {
	l := v.Ledger()
	for rate := range v.All(ledger.Rates) {
		value, err := ledger.ParseAmount(l.Value(rate, "rate"))
		switch {
		case err != nil || !value.IsPositive():
			c.find(DetailZeroRate, rate)
		case l.Value(rate, "base") == l.Value(rate, "quote"):
			c.find(DetailSameRate, rate)
		}
	}
}

// checkDue finds promises without a due day: nothing tells whether they are late
// (RULES 11).
func checkDue(v *ledger.View, c *Check) {
	for promise := range v.All(ledger.Promises) {
		if !firstDue(v, promise).Known() {
			c.find(DetailNoDue, promise)
		}
	}
}

// checkOpening finds events that happened for certain before the record that
// they happened to began: a deal was opened, a fund announced, talks opened, a
// promise made. A document may be spoken of long before it is signed.
func checkOpening(v *ledger.View, c *Check) {
	l := v.Ledger()
	var columns [ledger.SavedViews + 1]int
	for kind, column := range map[ledger.Kind]string{ledger.Deals: "opened_on", ledger.Funds: "announced_on", ledger.Tracks: "opened_on", ledger.Promises: "made_on"} {
		columns[kind] = kind.Column(column)
	}
	for event := range v.All(ledger.Events) {
		subject := l.EventSubject(event)
		if !subject.Exists() || columns[subject.Kind] == 0 {
			continue
		}
		opened := dateOf(l, subject, columns[subject.Kind])
		if opened.Known() && l.HappenedOn(event) < opened.First {
			c.find(DetailBeforeStart, event, subject)
		}
	}
}

// checkCurrencies finds, where amounts are in several currencies, those that no
// usable rate reaches: they can never be part of a sum in one currency (RULES
// 7.5). The detail of a case is the currency.
func checkCurrencies(v *ledger.View, c *Check) {
	l := v.Ledger()
	amounts := make(map[ledger.Currency][]ledger.Ref)
	var order []ledger.Currency
	for _, place := range []struct {
		kind   ledger.Kind
		column string
	}{{ledger.Agreements, "value_currency"}, {ledger.Deals, "currency"}, {ledger.Funds, "size_currency"}, {ledger.Events, "currency"}} {
		column := place.kind.Column(place.column)
		for ref := range v.All(place.kind) {
			if currency := ledger.Currency(l.Cell(ref, column)); currency != "" {
				if amounts[currency] == nil {
					order = append(order, currency)
				}
				amounts[currency] = append(amounts[currency], ref)
			}
		}
	}
	if len(order) < 2 {
		return
	}
	reached := make(map[ledger.Currency]bool)
	for pair := range RatesOf(v).rates {
		reached[pair[0]] = true
	}
	slices.Sort(order)
	for _, currency := range order {
		if !reached[currency] {
			c.find(string(currency), amounts[currency]...)
		}
	}
}

// checkRings finds claims that are, in steps, parts of themselves (RULES 10.1).
func checkRings(v *ledger.View, c *Check) {
	l := v.Ledger()
	seen := make(map[ledger.Ref]bool)
	for claim := range v.All(ledger.Claims) {
		if l.Value(claim, "part_of") == "" || seen[claim] {
			continue
		}
		ring := []ledger.Ref{claim}
		for other := range v.All(ledger.Claims) {
			if other != claim && l.Value(other, "part_of") != "" && partOf(l, claim, other) && partOf(l, other, claim) {
				ring = append(ring, other)
			}
		}
		if len(ring) > 1 || slices.Contains(ledger.Keys(l.Value(claim, "part_of")), l.Key(claim)) {
			for _, one := range ring {
				seen[one] = true
			}
			c.find(DetailRing, ring...)
		}
	}
}
