package analysis

import (
	"fmt"
	"strings"

	"summitledger/data/ledger"
)

// What can be wrong with the text of a scope. The catalogue of texts has the
// sentence for people under "scope." and this.
const (
	ScopeForm   = "form"   // a part is not field=value
	ScopeColumn = "column" // the counted table has no such column
	ScopeEmpty  = "empty"  // an empty value between commas
	ScopeWord   = "word"   // not a word of the column's vocabulary
)

// ScopeError says why a scope is not understood (RULES 8).
type ScopeError struct {
	Scope  string // the whole text
	Code   string
	Kind   ledger.Kind // what the claim counts
	Column string      // of a word that is none of its column
	Value  string      // the part, column or word that is not understood
}

// Words lists what could stand in the place of Value: the columns of the table
// or the words of the column; nothing when it is a matter of form.
func (e *ScopeError) Words() []string {
	switch e.Code {
	case ScopeColumn:
		var names []string
		for _, column := range e.Kind.Columns() {
			names = append(names, column.Name)
		}
		return names
	case ScopeWord:
		return e.Kind.Columns()[e.Kind.Column(e.Column)].Words.Words()
	}
	return nil
}

func (e *ScopeError) Error() string {
	switch e.Code {
	case ScopeColumn:
		return fmt.Sprintf("scope %q: %s.csv has no column %q; name one of its columns", e.Scope, e.Kind.Table(), e.Value)
	case ScopeEmpty:
		return fmt.Sprintf("scope %q: an empty value in %q; separate values by single commas", e.Scope, e.Value)
	case ScopeWord:
		return fmt.Sprintf("scope %q: %q is no word of column %q; the words are %s", e.Scope, e.Value, e.Column, strings.Join(e.Words(), ", "))
	}
	return fmt.Sprintf("scope %q: %q is not written field=value; write for example at_summit=yes,reported&track=commercial", e.Scope, e.Value)
}
