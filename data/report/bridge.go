package report

import "summitledger/data/ledger"

// bridgeBlock goes from the claim to the list, line by line: the lines add up
// to what was claimed. Without a claim it divides the list alone.
func (b *brief) bridgeBlock() block {
	say, c, l := b.printer, b.claim, b.view.Ledger()
	columns := table{{}, {width: 60, right: true}}.fill(half)
	total := func(label string, value int) []part {
		return []part{columns.row(b.page, bodyStyle, []cell{{text: label, strong: true}, {text: say.Integer(value)}}), ruled(half, hairline, true)}
	}
	if !c.ref.Exists() {
		return block{name: "bridge", heading: say.Text("report.bridge.list"), aside: say.Word("unit", ledger.UnitDocuments.String()),
			body: func(int) []part {
				parts := append(b.bucketRows(columns), total(say.Text("report.bridge.on_record"), c.itemised())...)
				return append(parts, space(1.5), b.page.paragraph(say.Text("report.bridge.none"), noteStyle, half))
			},
		}
	}
	return block{name: "bridge", heading: say.Text("report.bridge.heading"), aside: say.Word("unit", l.Value(c.ref, "unit")),
		body: func(int) []part {
			claimed := say.Text("report.bridge.claimed_undated")
			if date := l.Date(c.ref, "as_of"); date.Known() {
				claimed = say.Text("report.bridge.claimed", say.Date(date))
			}
			parts := []part{columns.row(b.page, bodyStyle, []cell{
				{text: claimed, strong: true, note: b.notes.cite(c.ref)},
				{text: say.Qualified(c.qualifier, say.Integer(c.amount))},
			}), ruled(half, hairline, true)}
			parts = append(parts, b.bucketRows(columns)...)
			rest := []cell{{text: say.Text("report.bridge.not_found")}, {text: b.remainder()}}
			if c.remainder() < 0 {
				rest = []cell{{text: say.Text("report.bridge.beyond")}, {text: say.Integer(c.remainder())}}
			}
			parts = append(parts, columns.row(b.page, bodyStyle, rest), ruled(half, hairline, true))
			return append(parts, total(say.Text("report.bridge.sum"), c.amount)...)
		},
	}
}

// bucketRows sets the lines of the bridge that records stand in.
func (b *brief) bucketRows(columns table) []part {
	say, c := b.printer, b.claim
	var rows []part
	for bucket := range bucketCount {
		name := bucket.String()
		if c.counts == ledger.Deals {
			switch bucket {
			case signedForceUnknown:
				name = "named"
			case endedSince:
				name = "ended_project"
			case duplicateOrReplaced:
			default:
				continue
			}
		}
		rows = append(rows, columns.body(b.page, cell{text: say.Text("report.bridge." + name)}, cell{text: say.Integer(c.buckets[bucket])})...)
	}
	return rows
}

// remainder writes what is not found with the claim's own qualifier (RULES 9.1).
func (b *brief) remainder() string {
	c, say := b.claim, b.printer
	number := say.Integer(c.remainder())
	switch c.qualifier {
	case ledger.MoreThan, ledger.AtLeast:
		return say.Qualified(ledger.AtLeast, number)
	case ledger.UpTo:
		return say.Text("report.at_most", number)
	case ledger.QualifierAbout:
		return say.Qualified(ledger.QualifierAbout, number)
	}
	return number
}
