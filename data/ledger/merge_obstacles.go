package ledger

import "slices"

// testParts refuses records that would speak of themselves, and claims that
// would be part of themselves in steps.
func (m *merging) testParts() error {
	for _, column := range referenceColumns(m.kind, m.kind) {
		if by := tables[m.kind][column].KindColumn; by != "" && m.value(m.keep, by) != m.kind.String() {
			continue
		}
		if slices.Contains(Keys(m.cell(m.keep, column)), m.ledger.Key(m.keep)) {
			return &MergeError{Obstacle: ObstacleSelfLink, Rows: []string{m.ledger.Name(m.keep)}}
		}
	}
	if m.kind != Claims {
		return nil
	}
	at := Claims.Column("part_of")
	parents := func(ref Ref) []Ref {
		var list []Ref
		for _, key := range Keys(m.cell(ref, at)) {
			if parent, ok := m.ledger.Find(Claims, key); ok {
				list = append(list, parent)
			}
		}
		return list
	}
	if way := m.wayBack(parents); way != nil {
		return &MergeError{Obstacle: ObstacleCycle, Rows: way}
	}
	return nil
}

// orderings are relations that lead from one record to another and never back.
var orderings = [][]Relation{{Follows, Replaces, Amends}, {Implements}, {PartOf}, {FundedBy}, {Unlocks}}

// testChains refuses chains that would come back to the record.
func (m *merging) testChains() error {
	l := m.ledger
	for _, relations := range orderings {
		next := func(ref Ref) []Ref {
			var list []Ref
			from := []Ref{ref}
			if ref == m.keep {
				from = m.records
			}
			for _, ref := range from {
				for _, link := range l.LinksFrom(ref) {
					if _, to := l.LinkEnds(link); slices.Contains(relations, l.Relation(link)) && !m.gone[link] {
						if m.merges(to) {
							to = m.keep
						}
						list = append(list, to)
					}
				}
			}
			return list
		}
		if way := m.wayBack(next); way != nil && !m.wentBack(relations) {
			return &MergeError{Obstacle: ObstacleCycle, Rows: way}
		}
	}
	return nil
}

// wayBack walks from the record that stays and gives the records on a way that
// leads back to it, nil when none does.
func (m *merging) wayBack(next func(Ref) []Ref) []string {
	seen := map[Ref]bool{}
	var walk func(ref Ref) []string
	walk = func(ref Ref) []string {
		for _, to := range next(ref) {
			switch {
			case to == m.keep:
				return []string{m.ledger.Name(ref)}
			case !to.Exists() || seen[to]:
				continue
			}
			seen[to] = true
			if way := walk(to); way != nil {
				return append([]string{m.ledger.Name(ref)}, way...)
			}
		}
		return nil
	}
	return walk(m.keep)
}

// wentBack reports whether a chain of one of the records came back to it before:
// a merge is not to blame for that.
func (m *merging) wentBack(relations []Relation) bool {
	l := m.ledger
	for _, begin := range m.records {
		seen, open := map[Ref]bool{}, []Ref{begin}
		for len(open) > 0 {
			ref := open[len(open)-1]
			open = open[:len(open)-1]
			for _, link := range l.LinksFrom(ref) {
				_, to := l.LinkEnds(link)
				if !slices.Contains(relations, l.Relation(link)) || seen[to] || !to.Exists() {
					continue
				}
				if to == begin {
					return true
				}
				seen[to] = true
				open = append(open, to)
			}
		}
	}
	return false
}

// sides says who gives and who gets: nobody does both with himself.
var sides = map[string]string{"lender": "gives", "investor": "gives", "guarantor": "gives", "supplier": "gives", "contractor": "gives",
	"borrower": "gets", "beneficiary": "gets", "buyer": "gets"}

// testParties refuses organisations of which one deals with the other: as one
// they would deal with themselves.
func (m *merging) testParties() error {
	l := m.ledger
	if m.kind != Organisations {
		return nil
	}
	of := map[Ref][]Ref{} // by subject: the parties that are merged
	var order []Ref
	for _, ref := range m.records {
		for _, role := range l.RolesOf(ref) {
			subject, ok := l.Subject(role)
			if !ok {
				continue
			}
			if of[subject] == nil {
				order = append(order, subject)
			}
			of[subject] = append(of[subject], role)
		}
	}
	organisation := Parties.Column("organisation_key")
	for _, subject := range order {
		bodies, gives, gets := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, role := range of[subject] {
			body := l.Cell(role, organisation)
			bodies[body] = true
			switch sides[l.Value(role, "role")] {
			case "gives":
				gives[body] = true
			case "gets":
				gets[body] = true
			}
		}
		switch {
		case len(bodies) < 2:
		case apart(gives, gets):
			return &MergeError{Obstacle: ObstacleSides, Rows: []string{l.Name(subject)}}
		case len(of[subject]) == len(l.PartiesOf(subject)):
			return &MergeError{Obstacle: ObstacleParties, Rows: []string{l.Name(subject)}}
		}
	}
	at := Tracks.Column("parties")
	for track := range l.All(Tracks) {
		if before := Keys(l.Cell(track, at)); len(before) > 1 && len(Keys(m.cell(track, at))) == 1 {
			return &MergeError{Obstacle: ObstacleParties, Rows: []string{l.Name(track)}}
		}
	}
	return nil
}

// apart reports whether one body gives and another gets.
func apart(gives, gets map[string]bool) bool {
	for one := range gives {
		for other := range gets {
			if one != other {
				return true
			}
		}
	}
	return false
}
