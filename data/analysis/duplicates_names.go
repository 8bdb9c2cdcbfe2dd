package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// known is a name by which an organisation is known.
type known struct {
	ref      ledger.Ref
	skeleton string
	pairs    []string
}

// organisations pairs those of one name, and those whose names are near.
func (s *duplicateSearch) organisations() {
	l := s.ledger
	country := l.Value
	names := map[string][]ledger.Ref{}
	var near []known
	for ref := range l.All(ledger.Organisations) {
		for _, name := range namesOf(l, ref) {
			text := skeleton(name)
			if len([]rune(text)) < 2 {
				continue
			}
			if refs := names[text]; len(refs) == 0 || refs[len(refs)-1] != ref {
				names[text] = append(refs, ref)
			}
			if len([]rune(text)) >= shortest {
				near = append(near, known{ref: ref, skeleton: text})
			}
		}
	}
	contradicts := func(a, b ledger.Ref) bool {
		one, other := country(a, "country"), country(b, "country")
		return one != "" && other != "" && one != other
	}
	for _, refs := range names {
		for i := range refs {
			for j := range min(i, mostCompare) {
				if !contradicts(refs[i], refs[j]) {
					s.pair(refs[j], refs[i], SameName)
				}
			}
		}
	}
	s.near(near, contradicts)
}

func namesOf(l *ledger.Ledger, ref ledger.Ref) []string {
	return append([]string{l.Value(ref, "name"), l.Value(ref, "name_ja"), l.Value(ref, "name_ru")}, ledger.Keys(l.Value(ref, "aliases"))...)
}

// near compares names that share a beginning or, as slips often stand there, an
// end.
func (s *duplicateSearch) near(names []known, contradicts func(a, b ledger.Ref) bool) {
	for i := range names {
		names[i].pairs = letterPairs(names[i].skeleton)
	}
	const edge = 3
	for _, cut := range []func(runes []rune) string{
		func(runes []rune) string { return string(runes[:edge]) },
		func(runes []rune) string { return string(runes[len(runes)-edge:]) },
	} {
		blocks := map[string][]int{}
		for i := range names {
			at := cut([]rune(names[i].skeleton))
			blocks[at] = append(blocks[at], i)
		}
		for _, block := range blocks {
			block = block[:min(len(block), mostCompare)]
			for i, a := range block {
				for _, b := range block[:i] {
					one, other := &names[a], &names[b]
					if one.ref != other.ref && one.skeleton != other.skeleton && sameNumbers(one.skeleton, other.skeleton) &&
						!contradicts(one.ref, other.ref) && likeness(one.pairs, other.pairs) >= nearNames {
						s.pair(other.ref, one.ref, NearName)
					}
				}
			}
		}
	}
}

// sameNumbers reports whether two names hold the same digits: Arctic LNG 1 is
// not Arctic LNG 2.
func sameNumbers(a, b string) bool { return slices.Equal(digits(a), digits(b)) }

func digits(text string) []rune {
	var list []rune
	for _, r := range text {
		if r >= '0' && r <= '9' {
			list = append(list, r)
		}
	}
	return list
}
