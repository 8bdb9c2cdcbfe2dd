package ledger

import "slices"

// patch carries the touched rows into facts and indexes; the rest is shared
// with the old ledger.
func (e *edit) patch() {
	l := e.next
	e.patchSources()
	owners := e.patchEvents()
	e.patchLinks()
	e.patchParties()
	e.patchJoins(Parties, &l.partiesOf, "subject")
	e.patchJoins(Promises, &l.promisesOf, "subject")
	e.patchReferences(Parties, "organisation_key", Organisations, &l.rolesOf)
	e.patchReferences(Positions, "track_key", Tracks, &l.positionsOf)
	e.patchReferences(Positions, "organisation_key", Organisations, &l.positionsBy)
	for ref := range e.touched {
		owners[ref] = true
	}
	e.patchRecords(owners)
}

func (e *edit) of(kind Kind) []Ref {
	var list []Ref
	for _, ref := range e.inOrder() {
		if ref.Kind == kind {
			list = append(list, ref)
		}
	}
	return list
}

func writeFact[T any](edit *pagedEdit[T], row int32, fact T) {
	for edit.list.length <= row {
		var empty T
		edit.append(empty)
	}
	edit.set(row, fact)
}

func (e *edit) patchSources() {
	sources := e.of(Sources)
	if len(sources) == 0 {
		return
	}
	public := e.old.facts.public.fork()
	for _, ref := range sources {
		writeFact(&public, ref.Row, e.next.publicDay(ref))
	}
	e.next.facts.public = public.list
}

// patchEvents reads the touched events anew and gives the records whose list
// of events changed.
func (e *edit) patchEvents() map[Ref]bool {
	owners := map[Ref]bool{}
	events := e.of(Events)
	if len(events) == 0 {
		return owners
	}
	l := e.next
	facts := e.old.facts.events.fork()
	for _, ref := range events {
		if e.old.Has(ref) {
			owners[e.old.facts.events.at(ref.Row).subject] = true
		}
		fact := l.readEvent(ref)
		writeFact(&facts, ref.Row, fact)
		if l.Has(ref) {
			owners[fact.subject] = true
		}
	}
	l.facts.events = facts.list
	delete(owners, NoRef())
	for kind := range kindCount {
		l.eventsOf[kind] = e.regroup(&e.old.eventsOf[kind], kind, owners, events, func(ref Ref) Ref { return l.facts.events.at(ref.Row).subject }, l.compareEvents)
	}
	return owners
}

// regroup rebuilds the lists of the given owners after some items changed.
func (e *edit) regroup(index *adjacency, kind Kind, owners map[Ref]bool, items []Ref, ownerOf func(Ref) Ref, compare func(a, b int32) int) adjacency {
	next := index.fork()
	for owner := range owners {
		if owner.Kind != kind {
			continue
		}
		list := slices.DeleteFunc(slices.Clone(index.of(owner.Row)), func(row int32) bool {
			return e.touched[Ref{items[0].Kind, row}]
		})
		for _, item := range items {
			if e.next.Has(item) && ownerOf(item) == owner {
				list = append(list, item.Row)
			}
		}
		slices.SortFunc(list, compare)
		next.replace(owner.Row, list)
	}
	return next
}

func byRow(a, b int32) int { return int(a - b) }

func (e *edit) patchLinks() {
	links := e.of(Links)
	if len(links) == 0 {
		return
	}
	l := e.next
	facts := e.old.facts.links.fork()
	froms, tos := map[Ref]bool{}, map[Ref]bool{}
	for _, ref := range links {
		if e.old.Has(ref) {
			was := e.old.facts.links.at(ref.Row)
			froms[was.from], tos[was.to] = true, true
		}
		fact := l.readLink(ref)
		writeFact(&facts, ref.Row, fact)
		if l.Has(ref) {
			froms[fact.from], tos[fact.to] = true, true
		}
	}
	l.facts.links = facts.list
	for kind := range kindCount {
		l.linksFrom[kind] = e.regroup(&e.old.linksFrom[kind], kind, froms, links, func(ref Ref) Ref { return l.facts.links.at(ref.Row).from }, byRow)
		l.linksTo[kind] = e.regroup(&e.old.linksTo[kind], kind, tos, links, func(ref Ref) Ref { return l.facts.links.at(ref.Row).to }, byRow)
	}
}

func (e *edit) patchParties() {
	parties := e.of(Parties)
	if len(parties) == 0 {
		return
	}
	facts := e.old.facts.parties.fork()
	for _, ref := range parties {
		writeFact(&facts, ref.Row, e.next.readParty(ref))
	}
	e.next.facts.parties = facts.list
}

// patchJoins mends the lists of rows that name a subject by kind and key.
func (e *edit) patchJoins(kind Kind, index *[kindCount]adjacency, prefix string) {
	items := e.of(kind)
	if len(items) == 0 {
		return
	}
	subjectIn := func(l *Ledger, ref Ref) Ref {
		return l.resolve(l.Value(ref, prefix+"_kind"), l.Value(ref, prefix+"_key"))
	}
	owners := e.ownersOf(items, subjectIn)
	for owned := range kindCount {
		index[owned] = e.regroup(&index[owned], owned, owners, items, func(ref Ref) Ref { return subjectIn(e.next, ref) }, byRow)
	}
}

// patchReferences mends the lists of rows that name a record in one column.
func (e *edit) patchReferences(kind Kind, column string, target Kind, index *adjacency) {
	items := e.of(kind)
	if len(items) == 0 {
		return
	}
	targetIn := func(l *Ledger, ref Ref) Ref { return l.resolve(target.String(), l.Value(ref, column)) }
	owners := e.ownersOf(items, targetIn)
	*index = e.regroup(index, target, owners, items, func(ref Ref) Ref { return targetIn(e.next, ref) }, byRow)
}

func (e *edit) ownersOf(items []Ref, ownerIn func(*Ledger, Ref) Ref) map[Ref]bool {
	owners := map[Ref]bool{}
	for _, ref := range items {
		if e.old.Has(ref) {
			owners[ownerIn(e.old, ref)] = true
		}
		if e.next.Has(ref) {
			owners[ownerIn(e.next, ref)] = true
		}
	}
	delete(owners, NoRef())
	return owners
}

// patchRecords reads the facts of the given records anew.
func (e *edit) patchRecords(records map[Ref]bool) {
	l := e.next
	agreements, deals := e.old.facts.agreements.fork(), e.old.facts.deals.fork()
	var plain [kindCount]*pagedEdit[plainFact]
	for ref := range records {
		switch {
		case ref.Kind == Agreements:
			writeFact(&agreements, ref.Row, l.readAgreement(ref))
		case ref.Kind == Deals:
			writeFact(&deals, ref.Row, l.readDeal(ref))
		case slices.Contains(plainKinds, ref.Kind):
			if plain[ref.Kind] == nil {
				fork := e.old.facts.plain[ref.Kind].fork()
				plain[ref.Kind] = &fork
			}
			writeFact(plain[ref.Kind], ref.Row, l.readPlain(ref))
		}
	}
	l.facts.agreements, l.facts.deals = agreements.list, deals.list
	for kind := range kindCount {
		if plain[kind] != nil {
			l.facts.plain[kind] = plain[kind].list
		}
	}
}
