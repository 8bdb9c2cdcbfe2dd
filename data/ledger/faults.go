package ledger

import "strings"

// Faults checks the whole ledger against the format: every cell, unique keys
// and identities, every reference, and that it speaks of exactly one summit.
// An empty ledger, with no rows at all, is a good one to begin with.
func (l *Ledger) Faults() Faults {
	var faults Faults
	for kind := range kindCount {
		seen := make(map[string]bool, l.Len(kind))
		line := 1
		for ref := range l.All(kind) {
			line++
			cells := l.Cells(ref)
			found := kind.CheckRow(cells)
			found = append(found, l.checkReferences(ref, cells)...)
			if identity := l.identityOf(ref); seen[identity] {
				at := kind.Identity()[0]
				found = append(found, Fault{Column: kind.Columns()[at].Name, Value: cells[at], Code: FaultDuplicate, Expected: "the same row stands further up; each stands once"})
			} else {
				seen[identity] = true
			}
			for _, fault := range found {
				fault.File, fault.Line = kind.Table()+".csv", line
				faults = append(faults, fault)
			}
		}
	}
	faults = append(faults, l.checkThresholds()...)
	return append(faults, l.checkSummits()...)
}

// checkSummits tests that a ledger with any rows speaks of one summit.
func (l *Ledger) checkSummits() []Fault {
	rows := 0
	for _, kind := range Kinds() {
		rows += l.Len(kind)
	}
	if rows == 0 || l.Len(Summits) == 1 {
		return nil
	}
	return []Fault{{File: Summits.Table() + ".csv", Code: FaultSummitCount, Expected: "one folder speaks of one summit: exactly one row"}}
}

// identityOf joins the cells that name a row.
func (l *Ledger) identityOf(ref Ref) string {
	columns := ref.Kind.Identity()
	if len(columns) == 1 {
		return l.Cell(ref, columns[0])
	}
	parts := make([]string, len(columns))
	for i, column := range columns {
		parts[i] = l.Cell(ref, column)
	}
	return strings.Join(parts, "\x00")
}

// checkReferences tests that every key in a row names a record that is there.
func (l *Ledger) checkReferences(ref Ref, cells []string) []Fault {
	var faults []Fault
	columns := ref.Kind.Columns()
	for i := range columns {
		column := &columns[i]
		if cells[i] == "" || (column.Type != ReferenceColumn && column.Type != ReferencesColumn) {
			continue
		}
		target := column.Target
		if column.KindColumn != "" {
			named, ok := ParseKind(cells[ref.Kind.Column(column.KindColumn)])
			if !ok {
				continue // the kind itself is a fault of its own column
			}
			target = named
		}
		for key := range strings.SplitSeq(cells[i], ";") {
			if _, ok := l.keys[target].find(key); !ok {
				faults = append(faults, Fault{Column: column.Name, Value: key, Code: FaultReference, Expected: "the key of a row in " + target.Table() + ".csv"})
			}
		}
	}
	return faults
}
