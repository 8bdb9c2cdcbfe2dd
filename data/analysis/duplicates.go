package analysis

import (
	"context"
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// DuplicateRule says why records may be one. The translation catalogue has the
// sentence under "duplicates.rule.CODE".
type DuplicateRule string

// The rules, the surest first.
const (
	SameAddress   DuplicateRule = "same_address"   // sources of one page
	SameName      DuplicateRule = "same_name"      // a name or alias of one is, in any script and without legal forms, one of the other's
	SameTitle     DuplicateRule = "same_title"     // the same title in any language, and no different day, instrument, amount or parties
	SameDocument  DuplicateRule = "same_document"  // the same parties, instrument and day, and titles that are alike
	SameStatement DuplicateRule = "same_statement" // events of one record on one day, claims of one figure, promises about one record: words that are alike
	NearName      DuplicateRule = "near_name"      // names that differ in a letter or two, and no different country
)

// Duplicate is two or more records that may be one. It only suggests: nothing is
// merged by it.
type Duplicate struct {
	Rule    DuplicateRule // the surest of those that hold
	Records []ledger.Ref  // in the order of the file
	Said    string        // what the first of them is called
}

// Bounds of the search.
const (
	nearNames   = 0.85 // from which likeness names are near
	nearTitles  = 0.6  // from which likeness titles of one day and the same parties are
	nearWords   = 0.75 // from which likeness statements are
	shortest    = 5    // letters of a name that can be near another
	mostCompare = 400  // records of which each is compared with each
)

// Duplicates looks for records that were entered twice, across scripts and
// spellings. Records that a link joins are told apart on purpose, or are told to
// be the same already, and are not suggested. Organisations of different
// countries are never suggested by their names.
func Duplicates(ctx context.Context, l *ledger.Ledger) ([]Duplicate, error) {
	var found []Duplicate
	for _, kind := range ledger.MergeKinds() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := duplicateSearch{ledger: l, kind: kind, parent: map[ledger.Ref]ledger.Ref{}, rule: map[ledger.Ref]DuplicateRule{}}
		switch kind {
		case ledger.Organisations:
			s.organisations()
		case ledger.Sources:
			s.blocks(SameAddress, 0, func(ref ledger.Ref) string { return addressOf(l.Value(ref, "url")) })
			s.blocks(SameTitle, 0, func(ref ledger.Ref) string {
				return joined(skeleton(l.Value(ref, "title")), skeleton(l.Value(ref, "publisher")), l.Value(ref, "published_on"))
			})
		case ledger.Events:
			s.blocks(SameStatement, nearWords, func(ref ledger.Ref) string {
				return joined(l.Value(ref, "subject_kind"), l.Value(ref, "subject_key"), l.Value(ref, "date"), l.Value(ref, "kind"), l.Value(ref, "to_stage")+" ", l.Value(ref, "amount")+" ")
			})
		case ledger.Promises:
			s.blocks(SameStatement, nearWords, func(ref ledger.Ref) string {
				return joined(l.Value(ref, "subject_kind"), l.Value(ref, "subject_key"), skeleton(l.Value(ref, "made_by")), l.Value(ref, "due_on")+" ")
			})
		case ledger.Claims:
			s.blocks(SameStatement, nearWords, func(ref ledger.Ref) string {
				return joined(l.Value(ref, "counts"), l.Value(ref, "unit"), l.Value(ref, "amount"), l.Value(ref, "currency")+" ", l.Value(ref, "as_of")+" ", l.Value(ref, "scope")+" ")
			})
		default:
			s.titles()
		}
		found = append(found, s.groups()...)
	}
	return found, nil
}

// duplicateSearch looks among the records of one kind. Pairs that were found
// join into groups.
type duplicateSearch struct {
	ledger *ledger.Ledger
	kind   ledger.Kind
	parent map[ledger.Ref]ledger.Ref
	rule   map[ledger.Ref]DuplicateRule // of a group, by its first record
}

// rules lists the rules, the surest first.
var rules = []DuplicateRule{SameAddress, SameName, SameTitle, SameDocument, SameStatement, NearName}

// pair says that two records may be one.
func (s *duplicateSearch) pair(a, b ledger.Ref, rule DuplicateRule) {
	if a == b || s.linked(a, b) {
		return
	}
	one, other := s.root(a), s.root(b)
	if other.Row < one.Row {
		one, other = other, one
	}
	surest := rule
	for _, root := range []ledger.Ref{one, other} {
		if known, ok := s.rule[root]; ok && slices.Index(rules, known) < slices.Index(rules, surest) {
			surest = known
		}
	}
	s.parent[other] = one
	s.parent[one] = one
	s.rule[one] = surest
}

func (s *duplicateSearch) root(ref ledger.Ref) ledger.Ref {
	for {
		next, ok := s.parent[ref]
		if !ok || next == ref {
			return ref
		}
		ref = next
	}
}

// linked reports whether a link joins two records.
func (s *duplicateSearch) linked(a, b ledger.Ref) bool {
	for link := range s.ledger.EachLinkFrom(a) {
		if _, to := s.ledger.LinkEnds(link); to == b {
			return true
		}
	}
	for link := range s.ledger.EachLinkFrom(b) {
		if _, to := s.ledger.LinkEnds(link); to == a {
			return true
		}
	}
	return false
}

// groups gives what was found, in the order of the file.
func (s *duplicateSearch) groups() []Duplicate {
	members := map[ledger.Ref][]ledger.Ref{}
	for ref := range s.parent {
		root := s.root(ref)
		members[root] = append(members[root], ref)
	}
	var list []Duplicate
	for root, records := range members {
		slices.SortFunc(records, func(a, b ledger.Ref) int { return int(a.Row - b.Row) })
		said := ""
		if at := s.kind.TitleColumn(); at >= 0 {
			said = s.ledger.Cell(records[0], at)
		}
		list = append(list, Duplicate{Rule: s.rule[root], Records: records, Said: said})
	}
	slices.SortFunc(list, func(a, b Duplicate) int {
		if a.Rule != b.Rule {
			return slices.Index(rules, a.Rule) - slices.Index(rules, b.Rule)
		}
		return int(a.Records[0].Row - b.Records[0].Row)
	})
	return list
}

// joined makes one text of parts; "" when one of them is empty: nothing is the
// same as what nobody says.
func joined(parts ...string) string {
	if slices.Contains(parts, "") {
		return ""
	}
	return strings.Join(parts, "\x00")
}

// addressOf evens out how the address of a page is written.
func addressOf(url string) string {
	url = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(url), "https://"), "http://")
	return strings.TrimRight(strings.TrimPrefix(url, "www."), "/")
}

// blocks pairs records that share a text; with a likeness above 0, their words
// must be that much alike, too.
func (s *duplicateSearch) blocks(rule DuplicateRule, alike float64, share func(ledger.Ref) string) {
	blocks := map[string][]ledger.Ref{}
	for ref := range s.ledger.All(s.kind) {
		if text := share(ref); text != "" {
			blocks[text] = append(blocks[text], ref)
		}
	}
	for _, block := range blocks {
		s.within(block, rule, alike)
	}
}

// within compares records of a block with each other.
func (s *duplicateSearch) within(block []ledger.Ref, rule DuplicateRule, alike float64) {
	block = block[:min(len(block), mostCompare)]
	if alike == 0 {
		for i := range block {
			for j := range i {
				if s.samePeople(block[j], block[i]) {
					s.pair(block[j], block[i], rule)
				}
			}
		}
		return
	}
	words := make([][]string, len(block))
	for i, ref := range block {
		words[i] = letterPairs(skeleton(s.ledger.Cell(ref, s.kind.TitleColumn())))
	}
	for i := range block {
		for j := range i {
			if likeness(words[i], words[j]) >= alike {
				s.pair(block[j], block[i], rule)
			}
		}
	}
}

// titles pairs agreements, deals, funds and talks.
func (s *duplicateSearch) titles() {
	l := s.ledger
	// What tells records of one title apart: the day, the instrument, the amount.
	apart := func(ref ledger.Ref) string {
		var parts []string
		for _, column := range []string{"instrument", "signed_on", "opened_on", "value_amount", "amount", "size_amount"} {
			parts = append(parts, l.Value(ref, column))
		}
		return strings.Join(parts, "\x00")
	}
	column := l.Cell
	for _, title := range []string{"title", "title_ja", "title_ru", "name", "name_ja", "name_ru"} {
		if at := s.kind.Column(title); at >= 0 {
			s.blocks(SameTitle, 0, func(ref ledger.Ref) string {
				if text := skeleton(column(ref, at)); text != "" {
					return text + "\x00" + apart(ref)
				}
				return ""
			})
		}
	}
	s.blocks(SameDocument, nearTitles, func(ref ledger.Ref) string {
		parties := s.parties(ref)
		if len(parties) < 2 {
			return ""
		}
		day := l.Value(ref, "signed_on") + l.Value(ref, "opened_on")
		if s.kind == ledger.Agreements {
			day += l.Value(ref, "at_summit")
		}
		return strings.Join(append(parties, apart(ref), day, l.Value(ref, "sector")), "\x00")
	})
}

// parties lists the keys of the organisations that take part in a record.
func (s *duplicateSearch) parties(ref ledger.Ref) []string {
	var keys []string
	for _, party := range s.ledger.PartiesOf(ref) {
		keys = append(keys, s.ledger.Value(party, "organisation_key"))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// samePeople reports whether all parties of one record are parties of the other:
// nobody else is told to have signed it.
func (s *duplicateSearch) samePeople(a, b ledger.Ref) bool {
	one, other := s.parties(a), s.parties(b)
	within := func(few, many []string) bool {
		return !slices.ContainsFunc(few, func(key string) bool { return !slices.Contains(many, key) })
	}
	return within(one, other) || within(other, one)
}
