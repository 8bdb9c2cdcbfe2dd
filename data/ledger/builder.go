package ledger

import "slices"

// Builder collects rows and makes a Ledger of them. It is for one goroutine
// and one ledger.
type Builder struct {
	ledger *Ledger
}

// NewBuilder starts a ledger whose facts were written down on the recorded day
// unless a row says otherwise.
func NewBuilder(recorded Day) *Builder {
	return &Builder{ledger: &Ledger{pool: newTexts(), recorded: recorded, starts: NoDay, ends: NoDay}}
}

// Recorded gives the recorded day of the summit folder.
func (b *Builder) Recorded() Day { return b.ledger.recorded }

// Add appends a row in file order. id is its number in the workspace, 0 for
// the next free one; recorded is its recorded day. Missing cells are empty.
func (b *Builder) Add(kind Kind, id int64, recorded Day, cells []string) {
	t := b.head(kind, id, recorded)
	for i := range tables[kind] {
		value := textID(0)
		if i < len(cells) {
			value = b.ledger.pool.add(cells[i], tables[kind][i].Repeats)
		}
		t.cells.append(value)
	}
}

// AddBytes is Add for a reader that hands out its own buffers, one cell at a
// time: cell gives the text of a column, which is copied when it is new.
func (b *Builder) AddBytes(kind Kind, id int64, recorded Day, cell func(column int) []byte) {
	t := b.head(kind, id, recorded)
	for i := range tables[kind] {
		t.cells.append(b.ledger.pool.addBytes(cell(i), tables[kind][i].Repeats))
	}
}

func (b *Builder) head(kind Kind, id int64, recorded Day) *table {
	t := &b.ledger.tables[kind]
	if id == 0 {
		id = 1
		if last := t.heads.length - 1; last >= 0 {
			id = t.heads.at(last).id + 1
		}
	}
	t.heads.append(rowHead{id: id, recorded: recorded})
	t.live++
	return t
}

// Build finishes the ledger. Nothing is refused here: Faults says what breaks
// the format. The builder is spent afterwards.
func (b *Builder) Build() *Ledger {
	l := b.ledger
	b.ledger = nil
	l.strings = l.pool.all
	l.indexKeys()
	l.readSummit()
	l.readSources()
	joined := make(chan struct{})
	go func() { // it and the rest read sources and keys only, so that both run at once
		l.joinRows()
		close(joined)
	}()
	l.readEvents()
	l.readRecords()
	<-joined
	return l
}

func (l *Ledger) indexKeys() {
	for kind := range kindCount {
		if !kind.Keyed() {
			continue
		}
		base := make(map[string]int32, l.tables[kind].heads.length)
		for ref := range l.All(kind) {
			key := l.Cell(ref, 0)
			if _, taken := base[key]; !taken {
				base[key] = ref.Row
			}
		}
		l.keys[kind] = keyIndex{base: base}
	}
}

func (l *Ledger) readSummit() {
	l.starts, l.ends = NoDay, NoDay
	if summit := l.Summit(); summit.Exists() {
		l.starts = l.Date(summit, "starts_on").First
		l.ends = l.Date(summit, "ends_on").Last
	}
}

func (l *Ledger) readSources() {
	l.facts.public.grow(int(l.Rows(Sources)))
	for ref := range l.All(Sources) {
		*l.facts.public.at(ref.Row) = l.publicDay(ref)
	}
}

func (l *Ledger) readEvents() {
	l.facts.events.grow(int(l.Rows(Events)))
	var pairs [kindCount][]pair
	for ref := range l.All(Events) {
		fact := l.readEvent(ref)
		*l.facts.events.at(ref.Row) = fact
		if fact.subject.Exists() {
			pairs[fact.subject.Kind] = append(pairs[fact.subject.Kind], pair{fact.subject.Row, ref.Row})
		}
	}
	for kind := range kindCount {
		index := newAdjacency(l.Rows(kind), pairs[kind])
		for owner := int32(0); int(owner)+1 < len(index.start); owner++ {
			if list := index.of(owner); len(list) > 1 {
				slices.SortFunc(list, l.compareEvents)
			}
		}
		l.eventsOf[kind] = index
	}
}

// compareEvents orders events by last day, first day and row (RULES 1.3).
func (l *Ledger) compareEvents(a, b int32) int {
	x, y := l.facts.events.at(a), l.facts.events.at(b)
	switch {
	case x.happened != y.happened:
		return int(int64(x.happened) - int64(y.happened))
	case x.first != y.first:
		return int(int64(x.first) - int64(y.first))
	}
	return int(a - b)
}

func (l *Ledger) readRecords() {
	l.facts.agreements.grow(int(l.Rows(Agreements)))
	for ref := range l.All(Agreements) {
		*l.facts.agreements.at(ref.Row) = l.readAgreement(ref)
	}
	l.facts.deals.grow(int(l.Rows(Deals)))
	for ref := range l.All(Deals) {
		*l.facts.deals.at(ref.Row) = l.readDeal(ref)
	}
	for _, kind := range plainKinds {
		l.facts.plain[kind].grow(int(l.Rows(kind)))
		for ref := range l.All(kind) {
			*l.facts.plain[kind].at(ref.Row) = l.readPlain(ref)
		}
	}
}

// plainKinds are the kinds whose facts are days only.
var plainKinds = []Kind{Summits, Funds, Tracks, Promises, Claims, Positions, Parties, Rates}

// joinRows builds the indexes from records to the rows that speak of them.
func (l *Ledger) joinRows() {
	l.facts.links.grow(int(l.Rows(Links)))
	var from, to [kindCount][]pair
	for ref := range l.All(Links) {
		fact := l.readLink(ref)
		*l.facts.links.at(ref.Row) = fact
		if fact.from.Exists() {
			from[fact.from.Kind] = append(from[fact.from.Kind], pair{fact.from.Row, ref.Row})
		}
		if fact.to.Exists() {
			to[fact.to.Kind] = append(to[fact.to.Kind], pair{fact.to.Row, ref.Row})
		}
	}
	var parties, promises [kindCount][]pair
	var roles, on, by []pair
	l.facts.parties.grow(int(l.Rows(Parties)))
	for ref := range l.All(Parties) {
		fact := l.readParty(ref)
		*l.facts.parties.at(ref.Row) = fact
		if fact.subject.Exists() {
			parties[fact.subject.Kind] = append(parties[fact.subject.Kind], pair{fact.subject.Row, ref.Row})
		}
		if fact.body >= 0 {
			roles = append(roles, pair{fact.body, ref.Row})
		}
	}
	for ref := range l.All(Promises) {
		if subject, ok := l.Subject(ref); ok {
			promises[subject.Kind] = append(promises[subject.Kind], pair{subject.Row, ref.Row})
		}
	}
	for ref := range l.All(Positions) {
		if track, ok := l.Find(Tracks, l.Value(ref, "track_key")); ok {
			on = append(on, pair{track.Row, ref.Row})
		}
		if body, ok := l.Find(Organisations, l.Value(ref, "organisation_key")); ok {
			by = append(by, pair{body.Row, ref.Row})
		}
	}
	for kind := range kindCount {
		rows := l.Rows(kind)
		l.linksFrom[kind] = newAdjacency(rows, from[kind])
		l.linksTo[kind] = newAdjacency(rows, to[kind])
		l.partiesOf[kind] = newAdjacency(rows, parties[kind])
		l.promisesOf[kind] = newAdjacency(rows, promises[kind])
	}
	l.rolesOf = newAdjacency(l.Rows(Organisations), roles)
	l.positionsOf = newAdjacency(l.Rows(Tracks), on)
	l.positionsBy = newAdjacency(l.Rows(Organisations), by)
}
