package locale

import "summitledger/data/ledger"

// Missing says what of a saved view over records of a kind is gone: a part as
// query names it, the field that was filtered, and what was asked for.
func (p *Printer) Missing(kind ledger.Kind, part, field, value string) string {
	if field != "" {
		field = p.Column(kind, field)
	}
	if value == "" {
		value = p.Text("facet.none")
	}
	return p.Text("view.missing."+part, value, field)
}
