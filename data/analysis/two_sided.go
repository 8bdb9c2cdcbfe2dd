package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// TwoSided says which records the sides' own sources confirm (RULES 14.1). Each
// record counts in exactly one of All, one of Only, Some and None; Confirmed has
// it once for every side that speaks for it.
type TwoSided struct {
	Countries []string // those of the summit, then others that a source speaks for, by code
	All       Total    // confirmed by every country of the summit; of two: both
	Only      []Total  // by Countries: confirmed by that one alone
	Some      Total    // of more than two countries: confirmed by several, not by all of the summit
	None      Total    // no side's own source tells of it
	Confirmed []Total  // by Countries: confirmed by that one, whoever else does
}

// CompareSides sorts the records of a kind by whose own sources tell of them or
// of what happened to them. Of agreements only documents count. A source speaks
// for the country of its publisher, and only an official text, an official
// statement or a company does (RULES 14.1).
func CompareSides(v *ledger.View, kind ledger.Kind) TwoSided {
	l := v.Ledger()
	s := sides{tellers: newTellers(v), spoken: make(map[int32]countrySet)}
	for _, country := range ledger.Keys(l.Value(l.Summit(), "countries")) {
		s.place(country)
	}
	own := len(s.countries)
	s.readSources()
	unit := unitOfKind(kind)
	list := TwoSided{Countries: s.countries,
		All:  Total{ID: "all", Definition: "sides.all", Unit: unit},
		Some: Total{ID: "some", Definition: "sides.some", Unit: unit},
		None: Total{ID: "none", Definition: "sides.none", Unit: unit}}
	for _, country := range s.countries {
		list.Only = append(list.Only, Total{ID: country, Definition: "sides.only", Unit: unit})
		list.Confirmed = append(list.Confirmed, Total{ID: country, Definition: "sides.confirmed", Unit: unit})
	}
	for ref := range v.All(kind) {
		if kind == ledger.Agreements && !l.IsDocument(ref) {
			list.None.LeftOut = leaveOut(list.None.LeftOut, ReasonNoPaper, ref)
			continue
		}
		speaking := s.of(ref)
		several, last, all := 0, -1, own > 0
		for i := range s.countries {
			if speaking.has(i) {
				several, last = several+1, i
				list.Confirmed[i].add(ref)
			} else if i < own {
				all = false
			}
		}
		switch {
		case several == 0:
			list.None.add(ref)
		case all:
			list.All.add(ref)
		case several == 1:
			list.Only[last].add(ref)
		default:
			list.Some.add(ref)
		}
	}
	return list
}

// countrySet is a set of countries by their place in a list: ISO 3166-1 has
// fewer than 256.
type countrySet [4]uint64

func (s *countrySet) put(at int)      { s[at/64&3] |= 1 << (at % 64) }
func (s *countrySet) has(at int) bool { return s[at/64&3]&(1<<(at%64)) != 0 }

func (s *countrySet) join(other countrySet) {
	for i := range s {
		s[i] |= other[i]
	}
}

// sides reads for which countries the sources of records speak.
type sides struct {
	tellers   *tellers
	countries []string
	places    map[ledger.Ref]int   // of a source: the country that it speaks for
	spoken    map[int32]countrySet // by number of a cell of sources

	last   int32 // the cell read last, and what it says: rows side by side cite the same
	latest countrySet
}

func (s *sides) place(country string) int {
	at := slices.Index(s.countries, country)
	if at < 0 {
		at = len(s.countries)
		s.countries = append(s.countries, country)
	}
	return at
}

// readSources finds the visible sources that speak for a side. Countries beside
// those of the summit come in order of code.
func (s *sides) readSources() {
	v := s.tellers.view
	l := v.Ledger()
	var others []string
	s.places = make(map[ledger.Ref]int)
	for source := range v.All(ledger.Sources) {
		if country := speaksFor(l, source); country != "" && !slices.Contains(s.countries, country) && !slices.Contains(others, country) {
			others = append(others, country)
		}
	}
	slices.Sort(others)
	s.countries = append(s.countries, others...)
	for source := range v.All(ledger.Sources) {
		if country := speaksFor(l, source); country != "" {
			s.places[source] = s.place(country)
		}
	}
}

// speaksFor names the country for which a source speaks, "" for none.
func speaksFor(l *ledger.Ledger, source ledger.Ref) string {
	switch l.Value(source, "kind") {
	case "official_text", "official_statement", "company":
		return l.Value(source, "country")
	}
	return ""
}

func (s *sides) of(ref ledger.Ref) countrySet {
	set := s.cited(ref)
	for event := range s.tellers.view.Events(ref) {
		set.join(s.cited(event))
	}
	return set
}

func (s *sides) cited(row ledger.Ref) countrySet {
	column := sourceColumns[row.Kind]
	if column < 0 {
		return countrySet{}
	}
	number := s.tellers.view.Ledger().CellNumber(row, column)
	if number == s.last {
		return s.latest // of cell 0, which is empty, nobody speaks
	}
	set, ok := s.spoken[number]
	if !ok {
		for _, source := range s.tellers.cited(row) {
			if at, speaks := s.places[source]; speaks {
				set.put(at)
			}
		}
		s.spoken[number] = set
	}
	s.last, s.latest = number, set
	return set
}
