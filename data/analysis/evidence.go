package analysis

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// Evidence says on what the records of a kind rest. Each record counts in
// exactly one of NoSource, CopiesOnly, OneSource and Several, and in one line of
// Confidence where the kind has that column.
type Evidence struct {
	NoSource   Total   // no source in the view tells of it
	CopiesOnly Total   // every source that does is a copy on a blog
	OneSource  Total   // exactly one source, itself no copy
	Several    Total   // several, not all of them copies
	Confidence []Total // by word: high, medium, low, then nothing stated; nil for kinds without the column
	Conflicts  []Conflict
}

// Conflict is a set of claims that name different figures for the same thing:
// rivals by RULES 10.3. None of them is chosen, merged or averaged.
type Conflict struct {
	Record     ledger.Ref // the one record that they speak of, NoRef when they speak of a set
	Measure    string     // what they measure, as the file has it
	Unit       ledger.ClaimUnit
	Claims     Total             // Added in file order; sums are of no meaning and are not there
	Currencies []ledger.Currency // of money, in the order in which they appear
	Forecasts  []ledger.Ref      // those of Claims that were said before the summit
	Headline   ledger.Headline   // what the record has itself
}

// copyKind is the kind of source that only repeats what stood elsewhere.
const copyKind = "blog_copy"

// EvidenceOf weighs the sources of all records of a kind in the view: those of
// their rows and of their visible events. Of agreements results without a paper
// count too, as they are records that rest on sources.
func EvidenceOf(v *ledger.View, kind ledger.Kind) Evidence {
	l := v.Ledger()
	total := func(id string) Total { return Total{ID: id, Definition: "evidence." + id, Unit: evidenceUnit(kind)} }
	evidence := Evidence{NoSource: total("no_source"), CopiesOnly: total("copies_only"), OneSource: total("one_source"), Several: total("several")}
	reading := evidenceReading{tellers: newTellers(v), copies: make(map[ledger.Ref]bool)}
	for source := range v.All(ledger.Sources) {
		if l.Value(source, "kind") == copyKind {
			reading.copies[source] = true
		}
	}
	confidence := kind.Column("confidence")
	byWord := make(map[string]int)
	if confidence >= 0 {
		for i, word := range append(kind.Columns()[confidence].Words.Words(), "") {
			byWord[word] = i
			id := "confidence_" + word
			if word == "" {
				id = "confidence_unstated"
			}
			evidence.Confidence = append(evidence.Confidence, Total{ID: word, Definition: "evidence." + id, Unit: evidenceUnit(kind)})
		}
	}
	for ref := range v.All(kind) {
		switch first, several, copies := reading.of(ref); {
		case !first.Exists():
			evidence.NoSource.add(ref)
		case copies:
			evidence.CopiesOnly.add(ref)
		case several:
			evidence.Several.add(ref)
		default:
			evidence.OneSource.add(ref)
		}
		if confidence >= 0 {
			if at, ok := byWord[l.Cell(ref, confidence)]; ok {
				evidence.Confidence[at].add(ref)
			}
		}
	}
	for _, conflict := range Conflicts(v) {
		if conflict.Record.Exists() && conflict.Record.Kind == kind {
			evidence.Conflicts = append(evidence.Conflicts, conflict)
		}
	}
	return evidence
}

// evidenceUnit counts agreements as records: results without a paper are among
// them.
func evidenceUnit(kind ledger.Kind) string {
	if kind == ledger.Agreements {
		return Records
	}
	return unitOfKind(kind)
}

// evidenceReading reads sources without making lists of them.
type evidenceReading struct {
	tellers *tellers
	copies  map[ledger.Ref]bool
}

// of gives the first source that tells of a record, whether another one does
// too, and whether all of them are copies.
func (r *evidenceReading) of(ref ledger.Ref) (first ledger.Ref, several, copies bool) {
	first, copies = ledger.NoRef(), true
	look := func(row ledger.Ref) {
		for _, source := range r.tellers.cited(row) {
			switch {
			case !first.Exists():
				first = source
			case source != first:
				several = true
			}
			copies = copies && r.copies[source]
		}
	}
	look(ref)
	for event := range r.tellers.view.Events(ref) {
		look(event)
	}
	return first, several, copies && first.Exists()
}

// Conflicts finds among the visible claims the sets of rivals that name
// different figures, in the order of their first claims (RULES 10.3). Scopes are
// those of the settings.
func Conflicts(v *ledger.View) []Conflict {
	l := v.Ledger()
	with := SettingsOf(l).Bridging(AtAnnounced, nil)
	groups := make(map[string][]ledger.Ref)
	var order []string
	for claim := range v.All(ledger.Claims) {
		scope := with.scope(l, claim)
		if scope == "" {
			continue // nobody can tell what it speaks of
		}
		matter := strings.Join([]string{l.Value(claim, "counts"), l.Value(claim, "unit"), scope, l.Value(claim, "measure")}, "\n")
		if groups[matter] == nil {
			order = append(order, matter)
		}
		groups[matter] = append(groups[matter], claim)
	}
	var list []Conflict
	for _, matter := range order {
		group := groups[matter]
		set := slices.DeleteFunc(slices.Clone(group), func(claim ledger.Ref) bool {
			return slices.ContainsFunc(group, func(whole ledger.Ref) bool { return whole != claim && partOf(l, claim, whole) })
		})
		if len(set) < 2 {
			continue
		}
		if conflict := newConflict(v, set, with); conflict.differ(l) {
			list = append(list, conflict)
		}
	}
	return list
}

func newConflict(v *ledger.View, set []ledger.Ref, with Bridging) Conflict {
	l := v.Ledger()
	conflict := Conflict{Record: ledger.NoRef(), Measure: l.Value(set[0], "measure"), Unit: unitOf(l, set[0]),
		Claims: Total{ID: "conflict", Definition: "evidence.conflict", Unit: ledger.Claims.Table()}}
	if _, scope, err := with.form(l, set[0]); err == nil {
		if key, single := scope.oneKey(); single {
			if record, ok := l.Find(scope.Kind, key); ok && v.Has(record) {
				conflict.Record, conflict.Headline = record, v.Headline(record)
			}
		}
	}
	for _, claim := range set {
		conflict.Claims.add(claim)
		if currency := ledger.Currency(l.Value(claim, "currency")); currency != "" && !slices.Contains(conflict.Currencies, currency) {
			conflict.Currencies = append(conflict.Currencies, currency)
		}
		if Forecast(l, claim) {
			conflict.Forecasts = append(conflict.Forecasts, claim)
		}
	}
	return conflict
}

// differ reports whether two of the claims name different amounts, currencies
// or qualifiers.
func (c *Conflict) differ(l *ledger.Ledger) bool {
	first := c.Claims.Added[0]
	return slices.ContainsFunc(c.Claims.Added[1:], func(claim ledger.Ref) bool {
		return slices.ContainsFunc([]string{"amount", "currency", "qualifier"}, func(column string) bool {
			return l.Value(claim, column) != l.Value(first, column)
		})
	})
}
