package analysis

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// ClaimLine is a claim in a list in which parts stand under their whole.
type ClaimLine struct {
	Claim ledger.Ref
	Depth int // 0 for a whole claim, or one whose whole is not in the list
	Form  Form
}

// ClaimLines orders claims so that each part stands under the first of its
// wholes that is in the list, each claim once, otherwise as they come. Claims
// that are parts of each other in a ring stand where they come.
func ClaimLines(l *ledger.Ledger, claims []ledger.Ref) []ClaimLine {
	in := make(map[ledger.Ref]bool, len(claims))
	for _, claim := range claims {
		in[claim] = true
	}
	under := make(map[ledger.Ref][]ledger.Ref)
	var tops []ledger.Ref
	for _, claim := range claims {
		if whole := wholeOf(l, claim, in); whole.Exists() && !partOf(l, whole, claim) {
			under[whole] = append(under[whole], claim)
		} else {
			tops = append(tops, claim)
		}
	}
	settings := SettingsOf(l)
	lines := make([]ClaimLine, 0, len(claims))
	var put func(claim ledger.Ref, depth int)
	put = func(claim ledger.Ref, depth int) {
		form, _, err := settings.ClaimForm(l, claim)
		if err != nil {
			form = FormNotCheckable
		}
		lines = append(lines, ClaimLine{claim, depth, form})
		for _, part := range under[claim] {
			put(part, depth+1)
		}
	}
	for _, claim := range tops {
		put(claim, 0)
	}
	return lines
}

// wholeOf gives the first whole of a claim that is in a list, NoRef without one.
func wholeOf(l *ledger.Ledger, claim ledger.Ref, in map[ledger.Ref]bool) ledger.Ref {
	for _, key := range ledger.Keys(l.Value(claim, "part_of")) {
		if whole, ok := l.Find(ledger.Claims, key); ok && in[whole] && whole != claim {
			return whole
		}
	}
	return ledger.NoRef()
}

// OtherFigures are what else was said of the matter of a claim. They stand side
// by side and are never merged (RULES 10.3).
type OtherFigures struct {
	Rivals    []ledger.Ref // of the same records in the same unit
	Forecasts []ledger.Ref // of the same records, said before
	Unscoped  []ledger.Ref // of the same table and unit, whole claims made since the summit that name no records
}

// forecastMeasure is the word of the column measure for what was only expected.
const forecastMeasure = "forecast"

// matter is the measure of a claim apart from its being a forecast: what was
// expected of a matter speaks of the same matter.
func matter(l *ledger.Ledger, claim ledger.Ref) string {
	if measure := l.Value(claim, "measure"); measure != forecastMeasure {
		return measure
	}
	return ""
}

// expected reports whether a claim says what was still to come.
func expected(l *ledger.Ledger, claim ledger.Ref) bool {
	return l.Value(claim, "measure") == forecastMeasure || Forecast(l, claim)
}

// OtherFiguresOf gathers them among the visible claims: by currency, larger
// ones first. The claim stands among its own kind.
func OtherFiguresOf(v *ledger.View, answer ClaimAnswer) OtherFigures {
	l, claim := v.Ledger(), answer.Claim
	var others OtherFigures
	with := SettingsOf(l).Bridging(AtAnnounced, nil)
	own, said := with.scope(l, claim), !expected(l, claim)
	for other := range v.All(ledger.Claims) {
		if l.Value(other, "counts") != l.Value(claim, "counts") || unitOf(l, other) != answer.Unit || other != claim && (partOf(l, other, claim) || partOf(l, claim, other)) {
			continue
		}
		switch scope := with.scope(l, other); {
		case other == claim || scope != "" && scope == own && matter(l, other) == matter(l, claim):
			if expected(l, other) {
				others.Forecasts = append(others.Forecasts, other)
			} else {
				others.Rivals = append(others.Rivals, other)
			}
		case scope == "" && answer.HasRemainder && said && !expected(l, other) && l.Value(other, "currency") == l.Value(claim, "currency") &&
			l.Value(claim, "part_of") == "" && l.Value(other, "part_of") == "":
			others.Unscoped = append(others.Unscoped, other)
		}
	}
	for _, list := range [][]ledger.Ref{others.Rivals, others.Forecasts, others.Unscoped} {
		slices.SortStableFunc(list, func(a, b ledger.Ref) int {
			if order := strings.Compare(l.Value(a, "currency"), l.Value(b, "currency")); order != 0 {
				return order
			}
			first, _ := ledger.ParseAmount(l.Value(a, "amount"))
			second, _ := ledger.ParseAmount(l.Value(b, "amount"))
			if order := second.Cmp(first); order != 0 {
				return order
			}
			return int(a.Row - b.Row)
		})
	}
	return others
}

// Itemise answers a claim without its splits and rivals: for parts of another.
func Itemise(v *ledger.View, claim ledger.Ref, with Bridging) ClaimAnswer {
	return itemise(v, claim, with)
}

// OutsideScope counts the records of the table of a claim that its scope does
// not name, whether they are in the view or not.
func OutsideScope(l *ledger.Ledger, claim ledger.Ref) []ledger.Ref {
	_, scope, err := SettingsOf(l).ClaimForm(l, claim)
	if err != nil {
		return nil
	}
	var outside []ledger.Ref
	for ref := range l.All(scope.Kind) {
		if !scope.Matches(l, ref) {
			outside = append(outside, ref)
		}
	}
	return outside
}

// ScopeTerm is one condition of a scope: a column holds one of the values.
type ScopeTerm struct {
	Column int // of the counted table
	Values []string
}

// Terms lists the conditions of a scope; all of them hold for its records.
func (s Scope) Terms() []ScopeTerm {
	terms := make([]ScopeTerm, 0, len(s.pairs))
	for _, pair := range s.pairs {
		terms = append(terms, ScopeTerm{Column: pair.column, Values: slices.Clone(pair.values)})
	}
	return terms
}
