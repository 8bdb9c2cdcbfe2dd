package analysis

import "summitledger/data/ledger"

// checkSources finds records and facts of the view that cite no source.
// Sources and organisations cite none; a deal moved by hand leaves an event
// without one, which is allowed and named here.
func checkSources(v *ledger.View, c *Check) {
	l := v.Ledger()
	cites := make(map[int32]bool) // by number of the cell: many rows cite the same sources
	for _, kind := range ledger.Kinds() {
		column := sourceColumns[kind]
		if column < 0 {
			continue
		}
		for ref := range v.All(kind) {
			number := l.CellNumber(ref, column)
			some, known := cites[number]
			if !known {
				some = len(l.SourcesOf(ref)) > 0
				cites[number] = some
			}
			if !some {
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
	type publication struct {
		sources int
		latest  ledger.Day
		open    bool // one of the sources has no day
	}
	known := make(map[int32]publication) // by number of the cell: many events cite the same sources
	read := func(event ledger.Ref) publication {
		number := l.CellNumber(event, sourceColumns[ledger.Events])
		told, ok := known[number]
		if ok {
			return told
		}
		told.latest = ledger.NoDay
		for _, source := range l.SourcesOf(event) {
			published := l.Date(source, "published_on")
			told.sources++
			told.open = told.open || !published.Known()
			told.latest = max(told.latest, published.Last)
		}
		known[number] = told
		return told
	}
	for event := range v.All(ledger.Events) {
		if l.EventStage(event) == ledger.NoStage && l.EventOutcome(event) == ledger.NoOutcome {
			continue
		}
		told := read(event)
		first, _ := l.EventDays(event)
		switch {
		case told.sources == 0 || first <= told.latest:
		case told.open:
			c.cannotTell(event)
		default:
			subject := l.EventSubject(event)
			if !subject.Exists() {
				subject, _ = l.Subject(event)
			}
			c.find("before_it_happened", event, subject)
		}
	}
}
