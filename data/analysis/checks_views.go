package analysis

import (
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// checkViews names the saved views that refer to what is gone, once for each
// thing. They open all the same, as far as they can.
func checkViews(v *ledger.View, c *Check) {
	for ref := range v.All(ledger.SavedViews) {
		for _, missing := range query.OpenView(v.Ledger(), ref).Missing {
			c.find(string(missing.Part), ref)
		}
	}
}
