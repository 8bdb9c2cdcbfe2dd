package locale

import (
	"strconv"

	"summitledger/data/ledger"
)

// Fault says where a fault of a file is, what stands there and what belongs
// there instead, on one line. Names of files and columns stay as they are.
func (p *Printer) Fault(fault ledger.Fault) string {
	place := fault.File
	if fault.Line > 0 {
		place = p.Text("fault.at_row", place, strconv.Itoa(fault.Line))
	}
	if fault.Column != "" {
		place = p.Text("fault.at_column", place, fault.Column)
	}
	expected := fault.Expected
	if key := "fault." + string(fault.Code); p.Has(key) && fault.Code != ledger.FaultWord && fault.Code != ledger.FaultReference {
		expected = p.Text(key)
	} else if p.language != English && p.Has(key) {
		expected = p.Text(key)
	}
	if fault.Value == "" {
		return p.Text("fault.line", place, expected)
	}
	return p.Text("fault.line_found", place, fault.Value, expected)
}
