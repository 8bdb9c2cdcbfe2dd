package report

import "summitledger/data/ledger"

// bridgeBlock goes from the claim to the list, line by line: the lines add up
// to what was claimed.
func (b *brief) bridgeBlock() block {
	say, c, l := b.printer, b.claim, b.view.Ledger()
	columns := table{{}, {width: 60, right: true}}.fill(half)
	drawn := block{name: "bridge", heading: say.Text("report.bridge.heading")}
	if !c.ref.Exists() {
		drawn.body = func(int) []part {
			return []part{b.page.paragraph(say.Text("report.bridge.none"), bodyStyle, half)}
		}
		return drawn
	}
	drawn.aside = say.Word("unit", l.Value(c.ref, "unit"))
	drawn.body = func(int) []part {
		claimed := say.Text("report.bridge.claimed_undated")
		if date := l.Date(c.ref, "as_of"); date.Known() {
			claimed = say.Text("report.bridge.claimed", say.Date(date))
		}
		row := func(label string, value string) []part {
			return columns.body(b.page, cell{text: label}, cell{text: value})
		}
		parts := columns.row(b.page, bodyStyle, []cell{
			{text: claimed, strong: true, note: b.notes.cite(c.ref)},
			{text: say.Qualified(c.qualifier, say.Integer(c.amount))},
		})
		body := []part{parts, ruled(half, hairline, true)}
		for bucket := range bucketCount {
			if c.counts == ledger.Deals && bucket != signedForceUnknown && bucket != duplicateOrReplaced && bucket != endedSince {
				continue
			}
			name := bucket.String()
			if c.counts == ledger.Deals && bucket == signedForceUnknown {
				name = "named"
			}
			body = append(body, row(say.Text("report.bridge."+name), say.Integer(c.buckets[bucket]))...)
		}
		if c.remainder() < 0 {
			body = append(body, row(say.Text("report.bridge.beyond"), say.Integer(c.remainder()))...)
		} else {
			body = append(body, row(say.Text("report.bridge.not_found"), b.remainder())...)
		}
		body[len(body)-1] = ruled(half, hairline, true)
		return append(body, columns.row(b.page, bodyStyle, []cell{
			{text: say.Text("report.bridge.sum"), strong: true},
			{text: say.Integer(c.amount)},
		}), ruled(half, hairline, true))
	}
	return drawn
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
