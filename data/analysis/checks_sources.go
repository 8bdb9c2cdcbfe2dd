package analysis

import "summitledger/data/ledger"

// checkSources finds records and facts of the view that cite no source.
// Sources and organisations cite none; a deal moved by hand leaves an event
// without one, which is allowed and named here.
func checkSources(v *ledger.View, c *Check) {
	l := v.Ledger()
	for _, kind := range ledger.Kinds() {
		if kind.SourceColumn() < 0 {
			continue
		}
		for ref := range v.All(kind) {
			if len(l.SourcesOf(ref)) == 0 {
				c.find(kind.String(), ref)
			}
		}
	}
}

// checkNewerThanSource finds events that report a stage or an outcome of a
// time after every source that they cite was published: what is to come is
// written there as if it had happened. A source without a day does not tell.
func checkNewerThanSource(v *ledger.View, c *Check) {
	l := v.Ledger()
	for event := range v.All(ledger.Events) {
		if l.EventStage(event) == ledger.NoStage && l.EventOutcome(event) == ledger.NoOutcome {
			continue
		}
		sources := l.SourcesOf(event)
		latest, open := ledger.NoDay, false
		for _, source := range sources {
			published := l.Date(source, "published_on")
			open = open || !published.Known()
			latest = max(latest, published.Last)
		}
		date := dateOf(l, event, eventDate)
		switch {
		case len(sources) == 0 || date.First <= latest:
		case open:
			c.cannotTell(event)
		default:
			subject, _ := l.Subject(event)
			c.find("before_it_happened", event, subject)
		}
	}
}
