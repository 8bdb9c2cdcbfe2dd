package analysis

import (
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Split is one partition of a claim into other claims. Only inside a split do
// parts add up; splits are never added to each other (RULES 10).
type Split struct {
	Word  string // what divides: track, plan_point
	Parts []PartClaim
	Sum   decimal.Decimal // of the parts as claimed
	Gap   decimal.Decimal // the parent's amount less that sum

	// The law of parts, known when the parent and every part can be itemised: the parent's
	// remainder = Remainders + Gap - value of InNone + Extra + value of Outside.
	Itemised   bool
	Remainders decimal.Decimal // of the parts, added
	InNone     Part            // records of the parent in no part
	InSeveral  Part            // records of the parent in more than one part
	Extra      decimal.Decimal // value of InSeveral, once for every part beyond the first
	Outside    Part            // records of parts that the parent does not have
}

// PartClaim is a claim that is a part of another.
type PartClaim struct {
	Claim        ledger.Ref
	Amount       decimal.Decimal
	Form         Form
	Itemised     decimal.Decimal
	Remainder    decimal.Decimal
	HasRemainder bool
}

// splits finds the partitions of a claim among the claims of the view.
func splits(v *ledger.View, parent ClaimAnswer, with Bridging) []Split {
	l := v.Ledger()
	var words []string
	parts := make(map[string][]ClaimAnswer)
	for _, child := range children(v, parent) {
		word := splitWord(l, child, parent.Claim)
		if word == "" {
			continue
		}
		if _, ok := parts[word]; !ok {
			words = append(words, word)
		}
		parts[word] = append(parts[word], itemise(v, child, with))
	}
	if len(words) == 0 && !columnUsed(l, ledger.Claims, "split") {
		words, parts = splitsByScope(v, parent, with)
	}
	list := make([]Split, 0, len(words))
	for _, word := range words {
		list = append(list, newSplit(v.Ledger(), word, parent, parts[word]))
	}
	return list
}

// children lists the visible claims that name a claim as their parent and
// count in its unit and currency.
func children(v *ledger.View, parent ClaimAnswer) []ledger.Ref {
	l := v.Ledger()
	var list []ledger.Ref
	for claim := range v.All(ledger.Claims) {
		if claim != parent.Claim && slices.Contains(ledger.Keys(l.Value(claim, "part_of")), l.Key(parent.Claim)) &&
			unitOf(l, claim) == parent.Unit && ledger.Currency(l.Value(claim, "currency")) == parent.Currency {
			list = append(list, claim)
		}
	}
	return list
}

// splitWord reads the split in which a part stands under one of its parents:
// the columns part_of and split list the same number of entries.
func splitWord(l *ledger.Ledger, part, parent ledger.Ref) string {
	words := ledger.Keys(l.Value(part, "split"))
	at := slices.Index(ledger.Keys(l.Value(part, "part_of")), l.Key(parent))
	switch {
	case at < 0 || len(words) == 0:
		return ""
	case at < len(words):
		return strings.TrimSpace(words[at])
	}
	return words[len(words)-1] // one word for several parents
}

// columnUsed reports whether any record fills a column: files made before the
// column was introduced do not.
func columnUsed(l *ledger.Ledger, kind ledger.Kind, column string) bool {
	for ref := range l.All(kind) {
		if l.Value(ref, column) != "" {
			return true
		}
	}
	return false
}

// splitsByScope groups parts by a field that each of them names with values
// that do not overlap, for files without split words (RULES 10.1).
func splitsByScope(v *ledger.View, parent ClaimAnswer, with Bridging) ([]string, map[string][]ClaimAnswer) {
	l := v.Ledger()
	var words []string
	parts := make(map[string][]ClaimAnswer)
	taken := make(map[string][]string)
	for _, child := range children(v, parent) {
		_, scope, err := with.form(l, child)
		if err != nil {
			continue
		}
		for _, pair := range scope.pairs {
			field := scope.Kind.Columns()[pair.column].Name
			if slices.ContainsFunc(pair.values, func(value string) bool { return slices.Contains(taken[field], value) }) {
				continue
			}
			if _, ok := parts[field]; !ok {
				words = append(words, field)
			}
			taken[field] = append(taken[field], pair.values...)
			parts[field] = append(parts[field], itemise(v, child, with))
		}
	}
	words = slices.DeleteFunc(words, func(field string) bool { return len(parts[field]) < 2 })
	return words, parts
}

func newSplit(l *ledger.Ledger, word string, parent ClaimAnswer, parts []ClaimAnswer) Split {
	split := Split{Word: word, Itemised: parent.HasRemainder}
	times, inParent := newTally(l), newTally(l)
	for item := range items(parent) {
		inParent.add(item.Ref)
	}
	for _, part := range parts {
		split.Parts = append(split.Parts, PartClaim{Claim: part.Claim, Amount: part.Amount, Form: part.Form,
			Itemised: part.Itemised, Remainder: part.Remainder, HasRemainder: part.HasRemainder})
		split.Sum = split.Sum.Add(part.Amount)
		split.Itemised = split.Itemised && part.HasRemainder
		split.Remainders = split.Remainders.Add(part.Remainder)
		for item := range items(part) {
			times.add(item.Ref)
			if !inParent.has(item.Ref) {
				split.Outside.add(item)
			}
		}
	}
	split.Gap = parent.Amount.Sub(split.Sum)
	if !split.Itemised {
		split.Remainders, split.Outside = decimal.Zero, Part{}
		return split
	}
	for item := range items(parent) {
		switch n := times.of(item.Ref); {
		case n == 0:
			split.InNone.add(item)
		case n > 1:
			split.InSeveral.add(item)
			split.Extra = split.Extra.Add(item.Value.Mul(decimal.NewFromInt(int64(n - 1))))
		}
	}
	return split
}

// items runs over what a bridge counted, bucket by bucket.
func items(answer ClaimAnswer) iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for i := range answer.Buckets {
			for j := range answer.Buckets[i].Items {
				if !yield(&answer.Buckets[i].Items[j]) {
					return
				}
			}
		}
	}
}
