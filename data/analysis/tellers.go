package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// tellers lists the sources of the view that tell of a record: those that its
// row cites, then those of its visible events, each once.
func tellers(v *ledger.View, ref ledger.Ref) []ledger.Ref {
	l := v.Ledger()
	var list []ledger.Ref
	take := func(row ledger.Ref) {
		for _, source := range l.SourcesOf(row) {
			if v.Has(source) && !slices.Contains(list, source) {
				list = append(list, source)
			}
		}
	}
	take(ref)
	for event := range v.Events(ref) {
		take(event)
	}
	return list
}
