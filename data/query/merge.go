package query

import "summitledger/data/ledger"

// Merge is ledger.Merge that carries the keys to the filters of saved views,
// too.
func Merge(l *ledger.Ledger, records []ledger.Ref, values map[string]string, recorded ledger.Day) (ledger.Merge, error) {
	merge, err := l.Merge(records, values, recorded)
	if err != nil || l.Len(ledger.SavedViews) == 0 {
		return merge, err
	}
	key, stands := l.Key(merge.Keep), l
	for _, ref := range merge.Others {
		var filters []ledger.Change
		for _, change := range Rename(stands, ref, key) {
			if change.Kind == ledger.SavedViews && change.Column == "query" {
				filters = append(filters, change)
			}
		}
		// One view may name several of the others: each change begins where the last one ended.
		if stands, err = stands.Apply(filters); err != nil {
			return ledger.Merge{}, err
		}
		merge.Changes = append(merge.Changes, filters...)
	}
	return merge, nil
}
