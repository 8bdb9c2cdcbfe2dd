package ledger

import (
	"fmt"
	"slices"
	"sort"
)

// Apply makes the next ledger from this one and a list of changes, in order.
// The old ledger stays as it is. A change whose old value does not stand there
// gives a *ConflictError; a result that breaks the format gives Faults. Pages,
// indexes and texts that the changes do not touch are shared.
func (l *Ledger) Apply(changes []Change) (*Ledger, error) {
	e := newEdit(l)
	for i := range changes {
		if err := e.apply(&changes[i]); err != nil {
			return nil, err
		}
	}
	if e.insertsBetween {
		return e.rebuildWith(changes)
	}
	e.finish()
	if faults := e.check(); len(faults) > 0 {
		return nil, faults
	}
	if e.wide {
		return e.next.rebuilt(), nil
	}
	e.patch()
	return e.next, nil
}

// edit is a ledger under change.
type edit struct {
	old, next      *Ledger
	heads          [kindCount]*pagedEdit[rowHead]
	cells          [kindCount]*pagedEdit[textID]
	touched        map[Ref]bool // rows set or added or removed
	wide           bool         // known days of many rows change: derive everything anew
	insertsBetween bool         // a row comes back to a place that this ledger no longer has
}

func newEdit(l *Ledger) *edit {
	next := *l
	return &edit{old: l, next: &next, touched: map[Ref]bool{}}
}

func (e *edit) table(kind Kind) (*pagedEdit[rowHead], *pagedEdit[textID]) {
	if e.heads[kind] == nil {
		heads, cells := e.old.tables[kind].heads.fork(), e.old.tables[kind].cells.fork()
		e.heads[kind], e.cells[kind] = &heads, &cells
	}
	return e.heads[kind], e.cells[kind]
}

// place finds the row with a number by halving: numbers rise with the rows.
func (e *edit) place(kind Kind, id int64) (int32, bool) {
	heads, _ := e.table(kind)
	row := int32(sort.Search(int(heads.list.length), func(i int) bool { return heads.at(int32(i)).id >= id }))
	return row, row < heads.list.length && heads.at(row).id == id
}

func (e *edit) apply(c *Change) error {
	if c.Kind >= kindCount {
		return fmt.Errorf("change of an unknown kind of record %d", c.Kind)
	}
	heads, cells := e.table(c.Kind)
	width := int32(len(tables[c.Kind]))
	row, found := e.place(c.Kind, c.ID)
	name := fmt.Sprintf("%s number %d", c.Kind, c.ID)
	there := found && !heads.at(row).removed
	switch c.Operation {
	case SetCell:
		column := c.Kind.Column(c.Column)
		if column < 0 {
			return fmt.Errorf("%s: the table %s has no column %q", name, c.Kind.Table(), c.Column)
		}
		if !there {
			return &ConflictError{Record: name, Expected: "a row", Found: "none"}
		}
		at := row*width + int32(column)
		if stands := e.text(*cells.at(at)); stands != c.Old {
			return &ConflictError{Record: name, Column: c.Column, Expected: c.Old, Found: stands}
		}
		cells.set(at, e.intern(c.New, tables[c.Kind][column].Repeats))
		e.noteWide(c.Kind, c.Column, c.Old, c.New)
	case AddRow:
		if there {
			return &ConflictError{Record: name, Expected: "no row", Found: "one"}
		}
		if len(c.Cells) != int(width) {
			return fmt.Errorf("%s: %d cells given, %s has %d columns", name, len(c.Cells), c.Kind.Table(), width)
		}
		switch {
		case found:
			heads.set(row, rowHead{id: c.ID, recorded: c.Recorded})
			for i, value := range c.Cells {
				cells.set(row*width+int32(i), e.intern(value, tables[c.Kind][i].Repeats))
			}
		case row < heads.list.length:
			e.insertsBetween = true
			return nil
		default:
			heads.append(rowHead{id: c.ID, recorded: c.Recorded})
			for i, value := range c.Cells {
				cells.append(e.intern(value, tables[c.Kind][i].Repeats))
			}
		}
		e.next.tables[c.Kind].live++
		e.wide = e.wide || c.Kind == Summits
	case RemoveRow:
		if !there {
			return &ConflictError{Record: name, Expected: "a row", Found: "none"}
		}
		for i, value := range c.Cells {
			if stands := e.text(*cells.at(row*width + int32(i))); stands != value {
				return &ConflictError{Record: name, Column: tables[c.Kind][i].Name, Expected: value, Found: stands}
			}
		}
		head := *heads.at(row)
		head.removed = true
		heads.set(row, head)
		e.next.tables[c.Kind].live--
		e.wide = e.wide || c.Kind == Summits
	}
	e.touched[Ref{c.Kind, row}] = true
	return nil
}

// noteWide finds the few edits that change what many rows mean.
func (e *edit) noteWide(kind Kind, column, before, after string) {
	switch {
	case before == after:
	case kind == Sources && column == "published_on", kind == Summits:
		e.wide = true
	}
}

func (e *edit) text(id textID) string {
	if int(id) < len(e.next.strings) {
		return e.next.strings[id]
	}
	e.next.pool.mu.Lock()
	defer e.next.pool.mu.Unlock()
	return e.next.pool.all[id]
}

func (e *edit) intern(value string, repeats bool) textID {
	pool := e.next.pool
	pool.mu.Lock()
	defer pool.mu.Unlock()
	id := pool.add(value, repeats)
	e.next.strings = pool.all
	return id
}

// finish puts the changed pages and keys in place, so that the next ledger can
// be read.
func (e *edit) finish() {
	for kind := range kindCount {
		if e.heads[kind] != nil {
			e.next.tables[kind].heads = e.heads[kind].list
			e.next.tables[kind].cells = e.cells[kind].list
		}
	}
	for kind := range kindCount {
		if !kind.Keyed() || e.heads[kind] == nil {
			continue
		}
		patch := make(map[string]int32, len(e.old.keys[kind].patch)+len(e.touched))
		for key, row := range e.old.keys[kind].patch {
			patch[key] = row
		}
		index := keyIndex{e.old.keys[kind].base, patch}
		for ref := range e.touched { // keys go before others take them
			if ref.Kind != kind || !e.old.Has(ref) {
				continue
			}
			key := e.old.Key(ref)
			if row, ok := index.find(key); ok && row == ref.Row && (!e.next.Has(ref) || e.next.Key(ref) != key) {
				patch[key] = -1
			}
		}
		for ref := range e.touched {
			if ref.Kind != kind || !e.next.Has(ref) {
				continue
			}
			if _, taken := index.find(e.next.Key(ref)); !taken {
				patch[e.next.Key(ref)] = ref.Row
			}
		}
		e.next.keys[kind].patch = patch
	}
}

// check tests the touched rows, and that nothing refers to what is gone.
func (e *edit) check() Faults {
	var faults Faults
	l := e.next
	for _, ref := range e.inOrder() {
		if !l.Has(ref) {
			faults = append(faults, e.checkGone(ref)...)
			continue
		}
		if e.old.Has(ref) && e.old.Key(ref) != l.Key(ref) {
			faults = append(faults, e.checkGone(ref)...)
		}
		cells := l.Cells(ref)
		found := append(ref.Kind.CheckRow(cells), l.checkReferences(ref, cells)...)
		if other, taken := e.sameIdentity(ref); taken {
			column := ref.Kind.Columns()[ref.Kind.Identity()[0]].Name
			found = append(found, Fault{Column: column, Value: l.Name(other), Code: FaultDuplicate, Expected: "a row with these values is there already; each stands once"})
		}
		for _, fault := range found {
			fault.File, fault.Line = ref.Kind.Table()+".csv", int(ref.Row)+2
			faults = append(faults, fault)
		}
	}
	if e.heads[Summits] != nil {
		faults = append(faults, l.checkSummits()...)
	}
	if e.heads[Settings] != nil {
		faults = append(faults, l.checkThresholds()...)
	}
	return faults
}

func (e *edit) inOrder() []Ref {
	list := make([]Ref, 0, len(e.touched))
	for ref := range e.touched {
		list = append(list, ref)
	}
	slices.SortFunc(list, func(a, b Ref) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		return int(a.Row - b.Row)
	})
	return list
}

// sameIdentity finds another row with the identity of ref.
func (e *edit) sameIdentity(ref Ref) (Ref, bool) {
	l := e.next
	if ref.Kind.Keyed() {
		other, ok := l.Find(ref.Kind, l.Key(ref))
		return other, ok && other != ref
	}
	identity := l.identityOf(ref)
	for _, other := range e.beside(ref) {
		if other != ref && l.Has(other) && l.identityOf(other) == identity {
			return other, true
		}
	}
	return NoRef(), false
}

// beside lists the rows of a table without keys among which one of the same
// identity would be: those of the same subject, and those that changed.
func (e *edit) beside(ref Ref) []Ref {
	l := e.next
	var list []Ref
	switch ref.Kind {
	case Parties:
		if subject := l.resolve(l.Cell(ref, partyColumns.subjectKind), l.Cell(ref, partyColumns.subjectKey)); subject.Exists() {
			list = refs(Parties, e.old.partiesOf[subject.Kind].of(subject.Row))
		}
	case Links:
		if from := l.resolve(l.Cell(ref, linkColumns.fromKind), l.Cell(ref, linkColumns.fromKey)); from.Exists() {
			list = refs(Links, e.old.linksFrom[from.Kind].of(from.Row))
		}
	default:
		first := ref.Kind.Identity()[0]
		for other := range l.All(ref.Kind) {
			if l.cellID(other, first) == l.cellID(ref, first) {
				list = append(list, other)
			}
		}
		return list
	}
	for other := range e.touched {
		if other.Kind == ref.Kind {
			list = append(list, other)
		}
	}
	return list
}

// checkGone names the rows that still refer to a record that was removed or has
// another key now.
func (e *edit) checkGone(ref Ref) []Fault {
	if !ref.Kind.Keyed() || ref.Kind.Chosen() {
		return nil
	}
	if _, there := e.next.Find(ref.Kind, e.old.Key(ref)); there {
		e.wide = true // another record has the key now: rows that nobody touched name that one
		return nil
	}
	var faults []Fault
	for _, from := range e.next.referrers(ref.Kind, e.old.Key(ref), ref) {
		faults = append(faults, Fault{File: from.Kind.Table() + ".csv", Line: int(from.Row) + 2, Value: e.next.Name(from), Code: FaultReference,
			Expected: "it refers to " + e.old.Name(ref) + ", which cannot be removed before"})
	}
	return faults
}

// rebuilt derives all facts and indexes anew over the same rows.
func (l *Ledger) rebuilt() *Ledger {
	next := &Ledger{pool: l.pool, strings: l.strings, tables: l.tables, recorded: l.recorded}
	next.indexKeys()
	next.readSummit()
	next.readSources()
	next.readEvents()
	next.readRecords()
	next.joinRows()
	return next
}

// rebuildWith copies all rows into a new ledger and puts rows that come back
// into their places by number: needed when the ledger was loaded after they
// had been removed.
func (e *edit) rebuildWith(changes []Change) (*Ledger, error) {
	builder := NewBuilder(e.old.recorded)
	for kind := range kindCount {
		var returning []*Change
		for i := range changes {
			if c := &changes[i]; c.Operation == AddRow && c.Kind == kind {
				if _, found := e.place(kind, c.ID); !found {
					returning = append(returning, c)
				}
			}
		}
		slices.SortFunc(returning, func(a, b *Change) int { return int(a.ID - b.ID) })
		removed := func(c *Change) {
			if len(c.Cells) == len(tables[kind]) {
				builder.Add(kind, c.ID, c.Recorded, c.Cells)
				head := builder.ledger.tables[kind].heads.at(builder.ledger.tables[kind].heads.length - 1)
				head.removed = true
				builder.ledger.tables[kind].live--
			}
		}
		for row := range e.old.Rows(kind) {
			ref := Ref{kind, row}
			for len(returning) > 0 && returning[0].ID < e.old.ID(ref) {
				removed(returning[0])
				returning = returning[1:]
			}
			builder.Add(kind, e.old.ID(ref), e.old.Recorded(ref), e.old.Cells(ref))
			if !e.old.Has(ref) {
				builder.ledger.tables[kind].heads.at(builder.ledger.tables[kind].heads.length - 1).removed = true
				builder.ledger.tables[kind].live--
			}
		}
		for _, c := range returning {
			removed(c)
		}
	}
	return builder.Build().Apply(changes)
}
