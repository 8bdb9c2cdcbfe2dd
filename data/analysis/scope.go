package analysis

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// Form is the kind of answer that a claim can be given (RULES 8).
type Form string

// The forms of a claim.
const (
	FormCount        Form = "count"         // bridge by records
	FormSum          Form = "sum"           // bridge by amounts in the claim's currency
	FormLinked       Form = "linked"        // records funded by the one record of the scope
	FormComparison   Form = "comparison"    // claim beside the record's own figures
	FormNotCheckable Form = "not_checkable" // listed as said
)

// Forms lists the forms in their order.
func Forms() []Form {
	return []Form{FormCount, FormSum, FormLinked, FormComparison, FormNotCheckable}
}

// Scope says which records of one table a claim speaks of (RULES 8).
type Scope struct {
	Kind  ledger.Kind
	pairs []scopePair
}

// scopePair holds when the cell of a column is, or lists, one of the values.
type scopePair struct {
	column int
	list   bool
	values []string
}

// ParseScope reads a scope: field=value[,value] joined by &, where fields are
// columns of the table (RULES 8).
func ParseScope(kind ledger.Kind, text string) (Scope, error) {
	scope := Scope{Kind: kind}
	if text == "" {
		return scope, nil
	}
	for part := range strings.SplitSeq(text, "&") {
		field, cell, ok := strings.Cut(part, "=")
		if !ok || field == "" || cell == "" {
			return Scope{}, &ScopeError{Scope: text, Code: ScopeForm, Kind: kind, Value: part}
		}
		at := kind.Column(field)
		if at < 0 {
			return Scope{}, &ScopeError{Scope: text, Code: ScopeColumn, Kind: kind, Value: field}
		}
		column := &kind.Columns()[at]
		pair := scopePair{column: at, list: lists(column.Type), values: strings.Split(cell, ",")}
		for _, value := range pair.values {
			if value == "" {
				return Scope{}, &ScopeError{Scope: text, Code: ScopeEmpty, Kind: kind, Value: part}
			}
			if column.Words != nil {
				if _, ok := column.Words.Position(value); !ok {
					return Scope{}, &ScopeError{Scope: text, Code: ScopeWord, Kind: kind, Column: field, Value: value}
				}
			}
		}
		scope.pairs = append(scope.pairs, pair)
	}
	return scope, nil
}

// Empty reports whether the scope names nothing.
func (s Scope) Empty() bool { return len(s.pairs) == 0 }

// Matches reports whether a record is in the scope: all pairs hold.
func (s Scope) Matches(l *ledger.Ledger, ref ledger.Ref) bool {
	if ref.Kind != s.Kind {
		return false
	}
	for i := range s.pairs {
		if !s.pairs[i].holds(l.Cell(ref, s.pairs[i].column)) {
			return false
		}
	}
	return true
}

func (p *scopePair) holds(cell string) bool {
	if !p.list {
		return slices.Contains(p.values, cell)
	}
	for word := range strings.SplitSeq(cell, ";") {
		if slices.Contains(p.values, word) {
			return true
		}
	}
	return false
}

// oneKey gives the key when the scope is exactly one key.
func (s Scope) oneKey() (string, bool) {
	if len(s.pairs) != 1 || len(s.pairs[0].values) != 1 || s.pairs[0].column != s.Kind.KeyColumn() {
		return "", false
	}
	return s.pairs[0].values[0], true
}

// ClaimForm tells which answer a claim can be given, and its scope (RULES 8).
// The error tells why a scope was not understood; such a claim is not
// checkable, and a finding (RULES 15.1).
func ClaimForm(l *ledger.Ledger, claim ledger.Ref) (Form, Scope, error) {
	return ClaimFormWith(l, claim, l.Value(claim, "scope"))
}

// ClaimFormWith is ClaimForm under another scope than the claim's own.
func ClaimFormWith(l *ledger.Ledger, claim ledger.Ref, text string) (Form, Scope, error) {
	kind, ok := ledger.ParseTable(l.Value(claim, "counts"))
	if text == "" || !ok {
		return FormNotCheckable, Scope{}, nil
	}
	scope, err := ParseScope(kind, text)
	if err != nil {
		return FormNotCheckable, Scope{}, err
	}
	unit := unitOf(l, claim)
	_, single := scope.oneKey()
	switch {
	case single && (unit == ledger.UnitProjects || unit == ledger.UnitDocuments):
		return FormLinked, scope, nil
	case single && (unit == ledger.UnitMoney || unit == ledger.UnitPercent):
		return FormComparison, scope, nil
	case unit == ledger.UnitMoney && (kind == ledger.Agreements || kind == ledger.Deals || kind == ledger.Funds):
		return FormSum, scope, nil
	case kind == ledger.Agreements && unit == ledger.UnitDocuments, kind == ledger.Deals && unit == ledger.UnitProjects:
		return FormCount, scope, nil
	}
	return FormNotCheckable, scope, nil
}

// unitOf reads the unit of a claim.
func unitOf(l *ledger.Ledger, claim ledger.Ref) ledger.ClaimUnit {
	return ledger.ClaimUnit(word(l, claim, "unit"))
}

// word gives the position of a cell's word in the vocabulary of its column,
// which is the value of the ledger's type for it; 0 for an empty cell.
func word(l *ledger.Ledger, ref ledger.Ref, column string) uint8 {
	at := ref.Kind.Column(column)
	if at < 0 || ref.Kind.Columns()[at].Words == nil {
		return 0
	}
	position, _ := ref.Kind.Columns()[at].Words.Position(l.Cell(ref, at))
	return position
}
