package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// MergeObstacle says why records cannot become one. The translation catalogue
// has the sentence for people under "merge.obstacle.CODE".
type MergeObstacle string

// The obstacles.
const (
	ObstacleKind     MergeObstacle = "kind"      // records of different kinds, or of one that cannot be merged
	ObstacleFew      MergeObstacle = "few"       // fewer than two records
	ObstacleSelfLink MergeObstacle = "self_link" // one follows, implements, is part of ... the other: it would do so with itself
	ObstacleCycle    MergeObstacle = "cycle"     // a chain would come back to where it began
	ObstacleParties  MergeObstacle = "parties"   // all parties of a record would be one organisation
	ObstacleSides    MergeObstacle = "sides"     // one organisation would stand on both sides of a record
	ObstacleDisagree MergeObstacle = "disagree"  // two rows would become one and say different things
)

// MergeError names what stands in the way of a merge.
type MergeError struct {
	Obstacle MergeObstacle
	Rows     []string // the rows that show it, by name; may be empty
	Column   string   // of ObstacleDisagree
}

var obstacleTexts = map[MergeObstacle]string{
	ObstacleKind:     "only records of one kind that have keys become one",
	ObstacleFew:      "at least two different records are needed",
	ObstacleSelfLink: "one of them refers to the other: it would refer to itself",
	ObstacleCycle:    "a chain would come back to where it began",
	ObstacleParties:  "all parties of a record would be one organisation",
	ObstacleSides:    "one organisation would stand on both sides of a record",
	ObstacleDisagree: "two rows would become one and say different things",
}

func (e *MergeError) Error() string {
	text := "not merged: " + obstacleTexts[e.Obstacle]
	if e.Column != "" {
		text += " in " + e.Column
	}
	if len(e.Rows) > 0 {
		text += ": " + strings.Join(e.Rows, ", ")
	}
	return text
}

// Merge is what making one record of several comes to.
type Merge struct {
	Keep    Ref
	Others  []Ref
	Changes []Change
	Moved   int      // rows that named one of the others and name the one that stays now
	Joined  []string // rows that became one with another that says the same, by name
}

// Merge makes one record of several: the first stays, with the values given by
// column or, for columns not given, those of MergeFields. Every reference to the
// others leads to it, and their keys stay as aliases. A *MergeError says what
// stands in the way; Faults that a value breaks the format. recorded is the day
// of the new aliases.
func (l *Ledger) Merge(records []Ref, values map[string]string, recorded Day) (Merge, error) {
	records = distinct(records)
	if len(records) < 2 {
		return Merge{}, &MergeError{Obstacle: ObstacleFew}
	}
	m := merging{draft: newDraft(l), records: records, keep: records[0], kind: records[0].Kind}
	for _, ref := range records {
		if ref.Kind != m.kind || !l.Has(ref) || !mergeable(m.kind) {
			return Merge{}, &MergeError{Obstacle: ObstacleKind}
		}
	}
	m.takeValues(values)
	if err := m.dropSameAs(); err != nil {
		return Merge{}, err
	}
	merged := Merge{Keep: m.keep, Others: records[1:]}
	moved := m.redirectAll()
	merged.Moved = len(moved)
	for _, test := range []func() error{m.testParts, m.testChains, m.testParties} {
		if err := test(); err != nil {
			return Merge{}, err
		}
	}
	joined, err := m.joinRows(moved)
	if err != nil {
		return Merge{}, err
	}
	merged.Joined = joined
	merged.Changes = m.changes(recorded)
	if _, err := l.Apply(merged.Changes); err != nil {
		return Merge{}, err
	}
	return merged, nil
}

// mergeable reports whether records of a kind can become one.
func mergeable(kind Kind) bool {
	_, ok := mergedKinds.Position(kind.String())
	return ok
}

// MergeKinds lists the kinds of which records can become one.
func MergeKinds() []Kind {
	return slices.DeleteFunc(Kinds(), func(k Kind) bool { return !mergeable(k) })
}

func distinct(records []Ref) []Ref {
	var kept []Ref
	seen := make(map[Ref]bool, len(records))
	for _, ref := range records {
		if !seen[ref] {
			seen[ref] = true
			kept = append(kept, ref)
		}
	}
	return kept
}

// merging is a merge under way.
type merging struct {
	*draft
	records []Ref
	keep    Ref
	kind    Kind
}

// takeValues writes what the record that stays is to say.
func (m *merging) takeValues(values map[string]string) {
	fields := m.ledger.MergeFields(m.records)
	var names []string
	for _, field := range fields {
		merged := field.Merged
		if value, chosen := values[field.Column]; chosen {
			merged = value
		}
		if field.Column == "name" || field.Column == "name_ja" || field.Column == "name_ru" {
			names = append(names, merged)
		}
		m.set(m.keep, m.kind.Column(field.Column), merged)
	}
	if _, chosen := values["aliases"]; m.kind != Organisations || chosen {
		return
	}
	// Other names than those of MergeFields may have been chosen: none is lost.
	at := Organisations.Column("aliases")
	said := []string{m.cell(m.keep, at)}
	for _, ref := range m.records {
		for _, column := range []string{"name", "name_ja", "name_ru"} {
			said = append(said, m.ledger.Value(ref, column))
		}
	}
	m.set(m.keep, at, withoutNames(united(said), names))
}

func (m *merging) merges(ref Ref) bool { return slices.Contains(m.records, ref) }

// dropSameAs takes the links away that say that the records are one: that is so
// now. Their sources become sources of the record. Any other link between them
// is an obstacle.
func (m *merging) dropSameAs() error {
	l := m.ledger
	for _, ref := range m.records {
		for _, link := range l.LinksFrom(ref) {
			_, to := l.LinkEnds(link)
			if !m.merges(to) || m.gone[link] {
				continue
			}
			if l.Relation(link) != SameAs {
				return &MergeError{Obstacle: ObstacleSelfLink, Rows: []string{l.Name(link)}}
			}
			if at := m.kind.SourceColumn(); at >= 0 && m.kind.Columns()[at].Type == ReferencesColumn {
				m.set(m.keep, at, united([]string{m.cell(m.keep, at), l.Cell(link, linkColumns.sources)}))
			}
			m.remove(link)
		}
	}
	return nil
}

// redirectAll lets everything that names one of the others name the record that
// stays, and takes the others away. It gives the rows that changed.
func (m *merging) redirectAll() []Ref {
	for _, ref := range m.records[1:] {
		m.remove(ref)
	}
	var moved []Ref
	key := m.ledger.Key(m.keep)
	for _, ref := range m.records[1:] {
		moved = append(moved, m.redirect(ref, key)...)
		for _, column := range referenceColumns(m.kind, m.kind) { // the values of the others may name each other
			if by := tables[m.kind][column].KindColumn; by == "" || m.value(m.keep, by) == m.kind.String() {
				m.set(m.keep, column, replaced(m.cell(m.keep, column), ";", m.ledger.Key(ref), key))
			}
		}
	}
	return slices.DeleteFunc(distinct(moved), func(row Ref) bool { return m.merges(row) })
}

// changes adds the old keys to what the draft did.
func (m *merging) changes(recorded Day) []Change {
	changes := m.draft.changes()
	id := m.ledger.NextID(Aliases)
	for _, ref := range m.records[1:] {
		cells := make([]string, len(tables[Aliases]))
		cells[aliasKind], cells[aliasOldKey], cells[aliasRecordKey] = m.kind.String(), m.ledger.Key(ref), m.ledger.Key(m.keep)
		changes = append(changes, Change{Operation: AddRow, Kind: Aliases, ID: id, Cells: cells, Recorded: recorded})
		id++
	}
	return changes
}

// joinRows makes one row of rows without keys that now say the same of the same
// records, such as one party entered twice. What only one of them says is kept.
func (m *merging) joinRows(moved []Ref) ([]string, error) {
	l := m.ledger
	candidates := append([]Ref(nil), l.Referrers(m.kind, l.Key(m.keep))...)
	candidates = distinct(append(candidates, moved...))
	first := map[string]Ref{}
	var joined []string
	for _, ref := range candidates {
		if ref.Kind.Keyed() || m.gone[ref] {
			continue
		}
		identity := ref.Kind.String() + "\x00" + m.identity(ref)
		stays, there := first[identity]
		if !there {
			first[identity] = ref
			continue
		}
		for i := range tables[ref.Kind] {
			one, other := m.cell(stays, i), m.cell(ref, i)
			column := &tables[ref.Kind][i]
			switch {
			case one == other || other == "":
			case one == "":
				m.set(stays, i, other)
			case listed(column):
				m.set(stays, i, united([]string{one, other}))
			case column.Name == "note":
				m.set(stays, i, one+"; "+other)
			default:
				return nil, &MergeError{Obstacle: ObstacleDisagree, Rows: []string{l.Name(stays), l.Name(ref)}, Column: fmt.Sprintf("%s.%s", ref.Kind.Table(), column.Name)}
			}
		}
		m.remove(ref)
		joined = append(joined, l.Name(ref))
	}
	return joined, nil
}
