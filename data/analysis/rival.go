package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// Rival is another claim about the same thing. Rivals stand side by side and
// are never merged or averaged (RULES 10.3).
type Rival struct {
	Claim    ledger.Ref
	Forecast bool // said of a time before the summit
}

// Forecast reports whether a claim speaks of a time before the summit.
func Forecast(l *ledger.Ledger, claim ledger.Ref) bool {
	made := l.Date(claim, "as_of")
	return made.Known() && l.Starts() != ledger.NoDay && made.Happened(l.Recorded(claim)) < l.Starts()
}

// rivals lists the visible claims with the same counts, unit, scope and
// measure, none part of another. Claims without a scope do not say what they
// speak of: nobody can tell whether they are rivals.
func rivals(v *ledger.View, claim ledger.Ref, with Bridging) []Rival {
	l := v.Ledger()
	scope := with.scope(l, claim)
	if scope == "" {
		return nil
	}
	var list []Rival
	for other := range v.All(ledger.Claims) {
		if other == claim || partOf(l, other, claim) || partOf(l, claim, other) {
			continue
		}
		same := !slices.ContainsFunc([]string{"counts", "unit", "measure"}, func(column string) bool {
			return l.Value(other, column) != l.Value(claim, column)
		})
		if same && with.scope(l, other) == scope {
			list = append(list, Rival{Claim: other, Forecast: Forecast(l, other)})
		}
	}
	return list
}

// partOf reports whether a claim is a part of another, directly or in steps.
func partOf(l *ledger.Ledger, part, whole ledger.Ref) bool {
	seen := map[ledger.Ref]bool{part: true}
	queue := []ledger.Ref{part}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, key := range ledger.Keys(l.Value(at, "part_of")) {
			parent, ok := l.Find(ledger.Claims, key)
			switch {
			case !ok || seen[parent]:
				continue
			case parent == whole:
				return true
			}
			seen[parent] = true
			queue = append(queue, parent)
		}
	}
	return false
}
