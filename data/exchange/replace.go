package exchange

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// SetFields proposes values, by name of their fields, for many records. Records
// of kinds that have no such field are passed over.
func SetFields(l *ledger.Ledger, rows []ledger.Ref, values map[string]string) Proposal {
	c := newComparison(l, l)
	for _, ref := range rows {
		if !l.Has(ref) {
			continue
		}
		var places []int
		for place, column := range ref.Kind.Columns() {
			if _, given := values[column.Name]; given {
				places = append(places, place)
			}
		}
		c.propose(ref, places, func(place int, _ string) string { return values[ref.Kind.Columns()[place].Name] })
	}
	return c.proposal()
}

// Replacement is a text to look for and what stands in its place.
type Replacement struct {
	Find, With string
	MatchCase  bool
	WholeCell  bool // the whole cell, or a whole part of a list
}

// ErrNothingToFind says that a replacement looks for nothing.
var ErrNothingToFind = errors.New("there is no text to look for")

// Replace proposes to replace a text in the given fields of records; no fields
// stands for all of them. Each change of a cell is one suggestion; those that
// would break the format or a reference are named as problems.
func Replace(l *ledger.Ledger, rows []ledger.Ref, fields []string, r Replacement) (Proposal, error) {
	if r.Find == "" {
		return Proposal{}, ErrNothingToFind
	}
	replace, err := r.replacer()
	if err != nil {
		return Proposal{}, err
	}
	places := map[ledger.Kind][]int{}
	c := newComparison(l, l)
	for _, ref := range rows {
		if !l.Has(ref) {
			continue
		}
		if _, known := places[ref.Kind]; !known {
			places[ref.Kind] = placesOf(ref.Kind, fields, r.WholeCell)
		}
		c.propose(ref, places[ref.Kind], func(place int, cell string) string { return replace(&ref.Kind.Columns()[place], cell) })
	}
	return c.proposal(), nil
}

// placesOf gives the places of fields in a kind. No fields stands for all but the
// key; a part of a word of a vocabulary, of a key or a number means nothing, so
// that these are searched for whole cells only.
func placesOf(kind ledger.Kind, fields []string, whole bool) []int {
	var places []int
	for place, column := range kind.Columns() {
		free := column.Type == ledger.TextColumn || column.Type == ledger.ListColumn || column.Type == ledger.URLColumn
		if slices.Contains(fields, column.Name) || len(fields) == 0 && place != kind.KeyColumn() && (free || whole) {
			places = append(places, place)
		}
	}
	return places
}

// replacer gives what a cell becomes.
func (r Replacement) replacer() (func(column *ledger.Column, cell string) string, error) {
	if r.WholeCell {
		same := func(text string) bool { return text == r.Find || !r.MatchCase && strings.EqualFold(text, r.Find) }
		return func(column *ledger.Column, cell string) string {
			if same(cell) {
				return r.With
			}
			if !strings.Contains(cell, ";") || column.Type == ledger.TextColumn {
				return cell
			}
			var parts []string
			for part := range strings.SplitSeq(cell, ";") {
				if same(part) {
					part = r.With
				}
				if part != "" && !slices.Contains(parts, part) {
					parts = append(parts, part)
				}
			}
			return strings.Join(parts, ";")
		}, nil
	}
	if r.MatchCase {
		return func(_ *ledger.Column, cell string) string { return strings.ReplaceAll(cell, r.Find, r.With) }, nil
	}
	pattern, err := regexp.Compile("(?i)" + regexp.QuoteMeta(r.Find))
	if err != nil {
		return nil, err
	}
	return func(_ *ledger.Column, cell string) string { return pattern.ReplaceAllLiteralString(cell, r.With) }, nil
}

// propose adds what becomes of cells of a row.
func (c *comparison) propose(ref ledger.Ref, places []int, value func(place int, cell string) string) {
	began := len(c.list)
	for _, place := range places {
		column := &ref.Kind.Columns()[place]
		old := c.now.Cell(ref, place)
		s := Suggestion{Verdict: Changed, Kind: ref.Kind, ID: c.now.ID(ref), Record: c.now.Name(ref), Field: column.Name, Base: old, Old: old,
			New: c.current(ref.Kind, ref, place, value(place, old))}
		switch {
		case s.New == s.Old:
			continue
		case !sound(column, s.New):
			s.Verdict, s.Reason = Problem, ReasonNotValid
		case !ref.Kind.Keyed() && slices.Contains(ref.Kind.Identity(), place):
			s.Verdict, s.Reason = Problem, ReasonUnchangeable
		}
		s.Accepted = s.Verdict == Changed
		c.list = append(c.list, s)
	}
	c.settle(ref.Kind, ref, began)
	c.claimKeys(c.list[began:])
}

// claimKeys refuses a new key that another row of the proposal takes already.
func (c *comparison) claimKeys(proposed []Suggestion) {
	for i := range proposed {
		s := &proposed[i]
		if s.Verdict == Problem || s.Kind.Column(s.Field) != s.Kind.KeyColumn() {
			continue
		}
		name := s.Kind.String() + ":" + s.New
		if c.coming[name] {
			s.Verdict, s.Reason, s.Accepted = Problem, ReasonKeyTaken, false
		}
		c.coming[name] = true
	}
}
