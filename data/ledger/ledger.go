package ledger

import (
	"iter"
	"sort"
	"strings"
)

// Ledger is everything that is recorded about one summit. It is immutable and
// safe for concurrent reading; Edit yields a changed one.
type Ledger struct {
	pool    *texts
	strings []string // the prefix of the pool that this ledger may read
	tables  [kindCount]table
	keys    [kindCount]keyIndex

	facts facts

	eventsOf     [kindCount]adjacency // events of a record, in order of events
	partiesOf    [kindCount]adjacency // parties of a record
	promisesOf   [kindCount]adjacency // promises about a record
	linksFrom    [kindCount]adjacency // links that begin at a record
	linksTo      [kindCount]adjacency // links that end at a record
	rolesOf      adjacency            // parties in which an organisation stands
	positionsOf  adjacency            // positions on a track
	positionsBy  adjacency            // positions of an organisation
	recorded     Day                  // the recorded day of the summit folder
	starts, ends Day                  // first and last day of the summit
}

// Rows gives the number of places in a table, removed rows included: rows run
// from 0 to Rows-1.
func (l *Ledger) Rows(kind Kind) int32 { return l.tables[kind].heads.length }

// Len gives the number of records of a kind.
func (l *Ledger) Len(kind Kind) int { return int(l.tables[kind].live) }

// Has reports whether ref names a row that is there and not removed.
func (l *Ledger) Has(ref Ref) bool {
	return ref.Row >= 0 && ref.Kind < kindCount && ref.Row < l.Rows(ref.Kind) && !l.head(ref).removed
}

func (l *Ledger) head(ref Ref) *rowHead { return l.tables[ref.Kind].heads.at(ref.Row) }

// ID gives the row's number in its workspace, stable across edits.
func (l *Ledger) ID(ref Ref) int64 { return l.head(ref).id }

// Recorded gives the day on which the row was written down.
func (l *Ledger) Recorded(ref Ref) Day { return l.head(ref).recorded }

// RecordedDay gives the recorded day of the summit as a whole (RULES 2.1).
func (l *Ledger) RecordedDay() Day { return l.recorded }

// Starts gives the first day of the summit, NoDay when there is no summit row.
func (l *Ledger) Starts() Day { return l.starts }

// Ends gives the last day of the summit, NoDay when there is no summit row.
func (l *Ledger) Ends() Day { return l.ends }

// Cell gives the text of one cell exactly as the file has it.
func (l *Ledger) Cell(ref Ref, column int) string {
	return l.strings[l.cellID(ref, column)]
}

func (l *Ledger) cellID(ref Ref, column int) textID {
	width := int32(len(tables[ref.Kind]))
	return *l.tables[ref.Kind].cells.at(ref.Row*width + int32(column))
}

// Value gives the text of a cell by the name of its column; empty when the
// table has no such column.
func (l *Ledger) Value(ref Ref, column string) string {
	at := ref.Kind.Column(column)
	if at < 0 {
		return ""
	}
	return l.Cell(ref, at)
}

// Cells gives all cells of a row, as a new slice.
func (l *Ledger) Cells(ref Ref) []string {
	cells := make([]string, len(tables[ref.Kind]))
	for i := range cells {
		cells[i] = l.Cell(ref, i)
	}
	return cells
}

// Key gives the key of a record, empty for tables without keys.
func (l *Ledger) Key(ref Ref) string {
	if !ref.Kind.Keyed() {
		return ""
	}
	return l.Cell(ref, 0)
}

// Name gives the full name of a record, "deal:arctic-lng-2"; rows without a
// key are named by the columns that identify them, joined by slashes.
func (l *Ledger) Name(ref Ref) string {
	parts := make([]string, 0, 5)
	for _, column := range ref.Kind.Identity() {
		parts = append(parts, l.Cell(ref, column))
	}
	return ref.Kind.String() + ":" + strings.Join(parts, "/")
}

// Find looks a record up by kind and key.
func (l *Ledger) Find(kind Kind, key string) (Ref, bool) {
	row, ok := l.keys[kind].find(key)
	return Ref{Kind: kind, Row: row}, ok
}

// FindID looks a row up by its number in the workspace.
func (l *Ledger) FindID(kind Kind, id int64) (Ref, bool) {
	row, ok := l.RowOf(kind, id)
	ref := Ref{kind, row}
	return ref, ok && l.Has(ref)
}

// RowOf gives the place of a row by its number in the workspace, also that of a
// row which was removed.
func (l *Ledger) RowOf(kind Kind, id int64) (row int32, ok bool) {
	heads := &l.tables[kind].heads
	row = int32(sort.Search(int(heads.length), func(i int) bool { return heads.at(int32(i)).id >= id }))
	return row, row < heads.length && heads.at(row).id == id
}

// FindAll looks a key up in all tables: a few keys are used by two kinds.
func (l *Ledger) FindAll(key string) []Ref {
	var found []Ref
	for _, kind := range Kinds() {
		if ref, ok := l.Find(kind, key); ok {
			found = append(found, ref)
		}
	}
	return found
}

// Summit gives the row of the summit, NoRef in an empty ledger.
func (l *Ledger) Summit() Ref {
	for ref := range l.All(Summits) {
		return ref
	}
	return NoRef()
}

// All runs over every record of a kind, in file order.
func (l *Ledger) All(kind Kind) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for row := range l.Rows(kind) {
			if ref := (Ref{kind, row}); !l.head(ref).removed && !yield(ref) {
				return
			}
		}
	}
}

// Keys splits a cell of keys or words separated by semicolons.
func Keys(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

// refs turns rows of one kind into references.
func refs(kind Kind, rows []int32) []Ref {
	if len(rows) == 0 {
		return nil
	}
	list := make([]Ref, len(rows))
	for i, row := range rows {
		list[i] = Ref{kind, row}
	}
	return list
}

// EventsOf lists the events of a record: by last day, first day, row (RULES 1.3).
func (l *Ledger) EventsOf(ref Ref) []Ref { return refs(Events, l.eventsOf[ref.Kind].of(ref.Row)) }

// PartiesOf lists the parties of a record, in file order.
func (l *Ledger) PartiesOf(ref Ref) []Ref { return refs(Parties, l.partiesOf[ref.Kind].of(ref.Row)) }

// PromisesOf lists the promises about a record, in file order.
func (l *Ledger) PromisesOf(ref Ref) []Ref { return refs(Promises, l.promisesOf[ref.Kind].of(ref.Row)) }

// LinksFrom lists the links that begin at a record, in file order.
func (l *Ledger) LinksFrom(ref Ref) []Ref { return refs(Links, l.linksFrom[ref.Kind].of(ref.Row)) }

// LinksTo lists the links that end at a record, in file order.
func (l *Ledger) LinksTo(ref Ref) []Ref { return refs(Links, l.linksTo[ref.Kind].of(ref.Row)) }

// RolesOf lists the party rows in which an organisation stands, in file order.
func (l *Ledger) RolesOf(organisation Ref) []Ref {
	return refs(Parties, l.rolesOf.of(organisation.Row))
}

// PositionsOf lists the positions held on a track, in file order.
func (l *Ledger) PositionsOf(track Ref) []Ref { return refs(Positions, l.positionsOf.of(track.Row)) }

// PositionsBy lists the positions that an organisation holds, in file order.
func (l *Ledger) PositionsBy(organisation Ref) []Ref {
	return refs(Positions, l.positionsBy.of(organisation.Row))
}

// SourcesOf lists the sources that a row cites, in the order of the cell.
func (l *Ledger) SourcesOf(ref Ref) []Ref {
	column := ref.Kind.SourceColumn()
	if column < 0 {
		return nil
	}
	var list []Ref
	for _, key := range Keys(l.Cell(ref, column)) {
		if source, ok := l.Find(Sources, key); ok {
			list = append(list, source)
		}
	}
	return list
}

// Subject gives the record that an event, promise or party row speaks of.
func (l *Ledger) Subject(ref Ref) (Ref, bool) {
	kind, ok := ParseKind(l.Value(ref, "subject_kind"))
	if !ok {
		return NoRef(), false
	}
	return l.Find(kind, l.Value(ref, "subject_key"))
}

// LinkEnds gives both ends of a link.
func (l *Ledger) LinkEnds(link Ref) (from, to Ref) {
	f := l.facts.links.at(link.Row)
	return f.from, f.to
}
