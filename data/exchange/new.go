package exchange

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// NewSummit makes the ledger of a summit that has nothing in it yet but its
// name and days. countries are ISO 3166-1 codes separated by semicolons; they
// may stay empty for now, which the checks then name as the one fault left. Its
// one source is the person who makes it. Breaches of the format come back as
// ledger.Faults.
func NewSummit(name, startsOn, endsOn, countries string, today ledger.Day) (*ledger.Ledger, error) {
	b := ledger.NewBuilder(today)
	add := func(kind ledger.Kind, values map[string]string) error {
		cells := make([]string, len(kind.Columns()))
		for column, value := range values {
			cells[kind.Column(column)] = value
		}
		faults := slices.DeleteFunc(kind.CheckRow(cells), func(f ledger.Fault) bool { return f.Column == "countries" && f.Code == ledger.FaultRequired })
		if len(faults) > 0 {
			for i := range faults {
				faults[i].File, faults[i].Line = kind.Table()+".csv", 2
			}
			return ledger.Faults(faults)
		}
		b.Add(kind, 0, today, cells)
		return nil
	}
	if err := add(ledger.Summits, map[string]string{"key": "summit", "name": strings.TrimSpace(name), "starts_on": startsOn, "ends_on": endsOn, "countries": countries, "source_keys": "own-entry"}); err != nil {
		return nil, err
	}
	err := add(ledger.Sources, map[string]string{"key": "own-entry", "title": "Entered by hand", "publisher": "The owner of this workspace", "published_on": today.String(), "language": "en",
		"kind": "data_set", "note": "Stands in until the summit's own sources are entered."})
	if err != nil {
		return nil, err
	}
	return b.Build(), nil
}
