package report

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// bridgeBlock goes from the claim to the list, line by line: the lines add up
// to what was claimed. Without a claim it divides the list alone.
func (b *brief) bridgeBlock() block {
	say, c, l := b.printer, b.claim, b.view.Ledger()
	if !c.ref.Exists() {
		return b.listBlock()
	}
	return block{name: "bridge", heading: say.Text("report.bridge.heading"), aside: say.Word("unit", l.Value(c.ref, "unit")),
		body: func(int) []part {
			claimed := say.Text("report.bridge.claimed_undated")
			if date := l.Date(c.ref, "as_of"); date.Known() {
				claimed = say.Text("report.bridge.claimed", say.Date(date))
			}
			columns := b.countColumns()
			parts := []part{columns.row(b.page, bodyStyle, []cell{
				{text: claimed, strong: true, note: b.notes.cite(c.ref)},
				{text: say.Qualified(c.qualifier, say.Integer(c.amount))},
			}), ruled(b.page.column, hairline, true)}
			for _, bucket := range bucketOrder() {
				parts = append(parts, columns.body(b.page, plain(say.Text("report.bridge."+bucket), say.Integer(c.buckets[bucket]))...)...)
			}
			rest := plain(say.Text("report.bridge.not_found"), b.remainder())
			if c.remainder < 0 {
				rest = plain(say.Text("report.bridge.beyond"), say.Integer(c.remainder))
			}
			parts = append(parts, columns.row(b.page, bodyStyle, rest), ruled(b.page.column, hairline, true))
			return append(parts, b.sumRow(say.Text("report.bridge.sum"), c.amount)...)
		},
	}
}

// listBlock divides the documents by signing and force.
func (b *brief) listBlock() block {
	say := b.printer
	return block{name: "bridge", heading: say.Text("report.bridge.list"), aside: say.Word("unit", ledger.UnitDocuments.String()),
		body: func(int) []part {
			columns := b.countColumns()
			var parts []part
			for _, force := range []ledger.Force{ledger.ForceBinding, ledger.ForceNotBinding, ledger.ForceNotStated} {
				parts = append(parts, columns.body(b.page, plain(say.Text("report.bridge."+signedBucket(force)), say.Integer(b.figures.byForce[force]))...)...)
			}
			parts = append(parts,
				columns.row(b.page, bodyStyle, plain(say.Text("report.bridge.reported_unconfirmed"), say.Integer(b.figures.documents-b.figures.signed))),
				ruled(b.page.column, hairline, true))
			parts = append(parts, b.sumRow(say.Text("report.bridge.on_record"), b.figures.documents)...)
			return append(parts, space(1.5), b.page.paragraph(say.Text("report.bridge.none"), noteStyle, b.page.column))
		},
	}
}

// countColumns are a label and a number.
func (b *brief) countColumns() table { return table{{}, {width: 60, right: true}}.fill(b.page.column) }

// sumRow sets a sum between rules. Its label is bold, its number is not: the
// bold figures are wider than those above.
func (b *brief) sumRow(label string, sum int) []part {
	return []part{
		b.countColumns().row(b.page, bodyStyle, []cell{{text: label, strong: true}, {text: b.printer.Integer(sum)}}),
		ruled(b.page.column, hairline, true),
	}
}

// signedBucket names the line of a signed document of a force.
func signedBucket(force ledger.Force) string {
	switch force {
	case ledger.ForceBinding:
		return analysis.BucketBinding
	case ledger.ForceNotBinding:
		return analysis.BucketNotBinding
	}
	return analysis.BucketForceUnknown
}

// remainder writes what is not found with the claim's own qualifier (RULES 9.1).
func (b *brief) remainder() string {
	c, say := b.claim, b.printer
	number := say.Integer(c.remainder)
	switch c.remainderQualifier {
	case ledger.MoreThan, ledger.AtLeast:
		return say.Qualified(ledger.AtLeast, number)
	case ledger.UpTo:
		return say.Text("report.at_most", number)
	case ledger.QualifierAbout:
		return say.Qualified(ledger.QualifierAbout, number)
	}
	return number
}
