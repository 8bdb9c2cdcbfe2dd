package ledger

// facts are the typed readings of cells that every view needs, worked out once
// when the ledger is built.
type facts struct {
	public     paged[Day] // of sources: the day from which the source was public (RULES 2.2)
	events     paged[eventFact]
	agreements paged[agreementFact]
	deals      paged[dealFact]
	links      paged[linkFact]
	parties    paged[partyFact]
	plain      [kindCount]paged[plainFact] // funds, tracks, promises, claims, positions, rates, parties
}

// eventFact is an event as derivations read it.
type eventFact struct {
	subject   Ref
	first     Day // earliest day that the date can mean
	happened  Day // the day by which it has happened (RULES 1.2)
	known     Day // RULES 2.3: not before the first day of what it tells
	kind      EventKind
	stage     Stage
	outcome   Outcome
	basis     Basis
	hasAmount bool
}

// agreementFact is an agreement as derivations read it.
type agreementFact struct {
	known      Day // from its own sources and those of its events
	signed     Day // last day of signed_on, NoDay without one
	presence   Presence
	binding    Binding
	instrument Instrument
	superseded bool // an event says so, seen by a view or not
}

// dealFact is a deal as derivations read it.
type dealFact struct {
	known      Day
	opened     Day // by opened_on, NoDay without one
	baseline   Stage
	hasAmount  bool
	superseded bool // an event says so, seen by a view or not
}

// linkFact is a link as derivations read it.
type linkFact struct {
	from, to Ref
	known    Day
	relation Relation
}

// partyFact is a party row as derivations read it.
type partyFact struct {
	subject Ref   // NoRef when its key names none
	body    int32 // row of the organisation, -1 when its key names none
}

// plainFact is the days of a record of another kind.
type plainFact struct {
	known  Day // from its own sources and those of its events
	begins Day // by its own date column, NoDay without one
	first  Day // earliest day of that date: nothing is known before it (promises, claims)
}

// beginColumn names the column that says when a record of the kind began.
func beginColumn(kind Kind) string {
	switch kind {
	case Funds:
		return "announced_on"
	case Tracks:
		return "opened_on"
	case Promises:
		return "made_on"
	case Claims, Positions:
		return "as_of"
	case Rates:
		return "date"
	}
	return ""
}

// date reads a date cell. Cells were checked when they came in; a cell that is
// no date all the same counts as not stated.
func (l *Ledger) date(ref Ref, column int) Date {
	d, err := ParseDate(l.Cell(ref, column))
	if err != nil {
		return noDate
	}
	return d
}

// Date reads a date column by name.
func (l *Ledger) Date(ref Ref, column string) Date {
	at := ref.Kind.Column(column)
	if at < 0 {
		return noDate
	}
	return l.date(ref, at)
}

// publicDay gives the day from which a source was public (RULES 2.2).
func (l *Ledger) publicDay(source Ref) Day {
	published := l.date(source, sourcePublished)
	if !published.Known() {
		return l.Recorded(source)
	}
	return published.Last
}

// citedDay gives the earliest public day of the sources that a row cites, or
// its recorded day when it cites none (RULES 2.1).
func (l *Ledger) citedDay(ref Ref, column int) Day {
	if column < 0 {
		return l.Recorded(ref)
	}
	earliest := FarDay
	cell := l.Cell(ref, column)
	for len(cell) > 0 {
		key := cell
		cell = ""
		for i := 0; i < len(key); i++ {
			if key[i] == ';' {
				key, cell = key[:i], key[i+1:]
				break
			}
		}
		if row, ok := l.keys[Sources].find(key); ok {
			earliest = min(earliest, *l.facts.public.at(row))
		}
	}
	if earliest == FarDay {
		return l.Recorded(ref)
	}
	return earliest
}

// The places of the columns that derivations read often.
var (
	sourcePublished = Sources.Column("published_on")
	eventColumns    = struct{ subjectKind, subjectKey, date, kind, stage, outcome, amount, currency, basis, sources int }{
		Events.Column("subject_kind"), Events.Column("subject_key"), Events.Column("date"), Events.Column("kind"), Events.Column("to_stage"),
		Events.Column("outcome"), Events.Column("amount"), Events.Column("currency"), Events.Column("basis"), Events.Column("source_keys")}
	agreementColumns = struct{ instrument, binding, signed, presence, sources int }{Agreements.Column("instrument"), Agreements.Column("binding"),
		Agreements.Column("signed_on"), Agreements.Column("at_summit"), Agreements.Column("source_keys")}
	dealColumns = struct{ opened, stage, amount, currency, sources int }{Deals.Column("opened_on"), Deals.Column("stage"), Deals.Column("amount"),
		Deals.Column("currency"), Deals.Column("source_keys")}
	linkColumns = struct{ fromKind, fromKey, relation, toKind, toKey, sources int }{Links.Column("from_kind"), Links.Column("from_key"),
		Links.Column("relation"), Links.Column("to_kind"), Links.Column("to_key"), Links.Column("source_keys")}
	partyColumns = struct{ subjectKind, subjectKey, organisation int }{Parties.Column("subject_kind"), Parties.Column("subject_key"), Parties.Column("organisation_key")}
)

// resolve finds the record that a kind word and a key name.
func (l *Ledger) resolve(kindWord, key string) Ref {
	kind, ok := ParseKind(kindWord)
	if !ok {
		return NoRef()
	}
	row, ok := l.keys[kind].find(key)
	if !ok {
		return NoRef()
	}
	return Ref{kind, row}
}

func position(words *Vocabulary, word string) uint8 {
	at, _ := words.Position(word)
	return at
}

func (l *Ledger) readEvent(ref Ref) eventFact {
	c := &eventColumns
	date := l.date(ref, c.date)
	return eventFact{
		subject:   l.resolve(l.Cell(ref, c.subjectKind), l.Cell(ref, c.subjectKey)),
		first:     date.First,
		happened:  date.Happened(l.Recorded(ref)),
		known:     max(l.citedDay(ref, c.sources), date.First),
		kind:      EventKind(position(eventKinds, l.Cell(ref, c.kind))),
		stage:     Stage(position(stages, l.Cell(ref, c.stage))),
		outcome:   Outcome(position(outcomes, l.Cell(ref, c.outcome))),
		basis:     Basis(position(bases, l.Cell(ref, c.basis))),
		hasAmount: l.cellID(ref, c.amount) != 0,
	}
}

// knownThroughEvents gives the earliest of a record's own known day and the
// days of its events' sources (RULES 2.3).
func (l *Ledger) knownThroughEvents(ref Ref, own Day) Day {
	for _, row := range l.eventsOf[ref.Kind].of(ref.Row) {
		own = min(own, l.facts.events.at(row).known)
	}
	return own
}

// anySuperseded reports whether an event of a record says that it was
// superseded.
func (l *Ledger) anySuperseded(ref Ref) bool {
	for _, row := range l.eventsOf[ref.Kind].of(ref.Row) {
		if l.facts.events.at(row).outcome == Superseded {
			return true
		}
	}
	return false
}

func (l *Ledger) readAgreement(ref Ref) agreementFact {
	c := &agreementColumns
	return agreementFact{
		known:      l.knownThroughEvents(ref, l.citedDay(ref, c.sources)),
		signed:     l.date(ref, c.signed).Happened(l.Recorded(ref)),
		presence:   Presence(position(presences, l.Cell(ref, c.presence))),
		binding:    Binding(position(bindings, l.Cell(ref, c.binding))),
		instrument: Instrument(position(instruments, l.Cell(ref, c.instrument))),
		superseded: l.anySuperseded(ref),
	}
}

func (l *Ledger) readDeal(ref Ref) dealFact {
	c := &dealColumns
	return dealFact{
		known:      l.knownThroughEvents(ref, l.citedDay(ref, c.sources)),
		opened:     l.date(ref, c.opened).Happened(l.Recorded(ref)),
		baseline:   Stage(position(stages, l.Cell(ref, c.stage))),
		hasAmount:  l.cellID(ref, c.amount) != 0,
		superseded: l.anySuperseded(ref),
	}
}

func (l *Ledger) readLink(ref Ref) linkFact {
	c := &linkColumns
	return linkFact{
		from:     l.resolve(l.Cell(ref, c.fromKind), l.Cell(ref, c.fromKey)),
		to:       l.resolve(l.Cell(ref, c.toKind), l.Cell(ref, c.toKey)),
		known:    l.citedDay(ref, c.sources),
		relation: Relation(position(relations, l.Cell(ref, c.relation))),
	}
}

func (l *Ledger) readParty(ref Ref) partyFact {
	c := &partyColumns
	fact := partyFact{subject: l.resolve(l.Cell(ref, c.subjectKind), l.Cell(ref, c.subjectKey)), body: -1}
	if row, ok := l.keys[Organisations].find(l.Cell(ref, c.organisation)); ok {
		fact.body = row
	}
	return fact
}

func (l *Ledger) readPlain(ref Ref) plainFact {
	known := l.knownThroughEvents(ref, l.citedDay(ref, ref.Kind.SourceColumn()))
	begin := noDate
	if column := beginColumn(ref.Kind); column != "" {
		begin = l.Date(ref, column)
	}
	if begin.Known() && (ref.Kind == Promises || ref.Kind == Claims) {
		known = max(known, begin.First)
	}
	return plainFact{known: known, begins: begin.Happened(l.Recorded(ref)), first: begin.First}
}
