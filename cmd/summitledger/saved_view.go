package main

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// checkView refuses changes after which a saved view refers to something that
// it did not refer to before and that there is not: a slip in typing.
func checkView(l *ledger.Ledger, id int64, changes []ledger.Change) error {
	after, err := l.Apply(changes)
	if err != nil {
		return nil // the edit itself says what breaks the format
	}
	missing := func(l *ledger.Ledger) map[query.Missing]bool {
		found := map[query.Missing]bool{}
		for ref := range l.All(ledger.SavedViews) {
			if l.ID(ref) == id {
				for _, one := range query.OpenView(l, ref).Missing {
					found[one] = true
				}
			}
		}
		return found
	}
	before := missing(l)
	for one := range missing(after) {
		switch {
		case before[one]:
		case one.Part == query.MissingQuery:
			return usagef("query: %q cannot be read; write words and field:value,value", one.Value)
		case one.Part == query.MissingValue:
			return usagef("query: %s is never %q", one.Field, one.Value)
		default:
			return usagef("there is no %s %q", strings.ReplaceAll(string(one.Part), "sort", "field to order by:"), one.Value)
		}
	}
	return nil
}
