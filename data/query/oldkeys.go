package query

import "summitledger/data/ledger"

// oldKeys gives, by row of a kind, the keys of records that were merged into
// it: whoever looks for one finds the record.
func oldKeys(l *ledger.Ledger, kind ledger.Kind) map[int32][]string {
	if l.Len(ledger.Aliases) == 0 {
		return nil
	}
	keys := map[int32][]string{}
	word := kind.String()
	for alias := range l.All(ledger.Aliases) {
		if l.Value(alias, "record_kind") != word {
			continue
		}
		if ref, ok := l.Find(kind, l.Value(alias, "record_key")); ok {
			keys[ref.Row] = append(keys[ref.Row], l.Value(alias, "old_key"))
		}
	}
	return keys
}

// alsoStale adds the records whose old keys changed to the rows that are folded
// again.
func alsoStale(before, after *ledger.Ledger, changes []ledger.Change, stale map[ledger.Kind]map[int64]bool) {
	add := func(l *ledger.Ledger, cells []string) {
		kind, ok := ledger.ParseKind(cells[ledger.Aliases.Column("record_kind")])
		if !ok {
			return
		}
		if ref, found := l.Find(kind, cells[ledger.Aliases.Column("record_key")]); found {
			if stale[kind] == nil {
				stale[kind] = map[int64]bool{}
			}
			stale[kind][l.ID(ref)] = true
		}
	}
	for _, change := range changes {
		if change.Kind != ledger.Aliases {
			continue
		}
		if change.Operation != ledger.SetCell {
			add(before, change.Cells)
			add(after, change.Cells)
			continue
		}
		for _, l := range []*ledger.Ledger{before, after} {
			if ref, ok := l.FindID(ledger.Aliases, change.ID); ok {
				add(l, l.Cells(ref))
			}
		}
	}
}
