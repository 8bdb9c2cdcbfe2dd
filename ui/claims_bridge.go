package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
)

// What rows of the bridge open beside their buckets.
const (
	rowClaimed   = "claimed"
	rowRemainder = "remainder"
	rowSum       = "itemised"
)

// fillOf says how sure the records of a bucket are.
func fillOf(bucket string) chart.Fill {
	switch bucket {
	case analysis.BucketUnconfirmed:
		return chart.Unconfirmed
	case analysis.BucketOtherKind:
		return chart.OtherKind
	case analysis.BucketEnded:
		return chart.Ended
	case analysis.BucketBefore, analysis.BucketDuplicate, analysis.BucketAmountUnknown, analysis.BucketNotConverted:
		return chart.Silent
	}
	return chart.Confirmed
}

// bridgeChart describes the bridge of the claim.
func (c *claimPage) bridgeChart() chart.Bridge {
	a := c.answer
	claimed := c.text("report.bridge.claimed_undated")
	if date := c.ledger.Date(c.claim, "as_of"); date.Known() {
		claimed = c.text("report.bridge.claimed", c.printer.ShortDate(date))
	}
	b := chart.Bridge{Unit: c.unitWord(), Tick: c.tick, Whole: a.Unit != ledger.UnitMoney}
	b.Steps = append(b.Steps, chart.Step{ID: rowClaimed, Label: claimed, Number: c.number(a.Amount), Value: a.Amount, Fill: chart.Claimed, Base: chart.Zero, Over: chart.StrongRule, Strong: true})
	for i, bucket := range c.answer.ByCertainty() {
		step := chart.Step{ID: bucket.ID, Label: c.bucketName(bucket.ID), Number: c.number(bucket.Value), Value: bucket.Value, Fill: fillOf(bucket.ID), Note: c.bucketNote(bucket)}
		if i == 0 {
			step.Over = chart.ThinRule
		}
		if c.at != analysis.AtAnnounced {
			step.Marked = append(step.Marked, chart.Mark{Share: bucket.Counted.Value})
		}
		if c.shown {
			step.Marked = append(step.Marked, chart.Mark{Share: bucket.Shown.Value, Empty: true})
		}
		b.Steps = append(b.Steps, step)
	}
	missing, sum := c.text("report.bridge.not_found"), c.sumNote()
	if a.Remainder.IsNegative() {
		missing = c.text("report.bridge.beyond")
	}
	b.Steps = append(b.Steps,
		chart.Step{ID: rowRemainder, Label: missing, Number: c.remainder(c.number), Value: a.Remainder, Fill: chart.NotFound, Over: chart.ThinRule},
		chart.Step{ID: rowSum, Label: c.text("report.bridge.sum"), Number: c.number(a.Amount), Note: sum, Base: chart.NoBar, Over: chart.StrongRule, Strong: true})
	return b
}

// sumNote says the two halves of the claim.
func (c *claimPage) sumNote() string {
	a := c.answer
	if a.Remainder.IsNegative() {
		return c.text("claims.sum_note_beyond", c.number(a.Itemised), c.number(a.Remainder.Neg()))
	}
	return c.text("claims.sum_note", c.number(a.Itemised), c.remainder(c.number))
}

// unitWord stands over the numbers.
func (c *claimPage) unitWord() string {
	if c.answer.Unit == ledger.UnitMoney {
		return c.column.Unit()
	}
	return c.printer.Word("unit", c.answer.Unit.String())
}

// tick writes a value of the axis.
func (c *claimPage) tick(value decimal.Decimal) string {
	if c.answer.Unit == ledger.UnitMoney {
		return c.column.Tick(value)
	}
	return c.number(value)
}

// bucketNote says beside a bar what its number does not.
func (c *claimPage) bucketNote(bucket analysis.Bucket) string {
	var notes []string
	n := len(bucket.Items)
	records := c.printer.Records(c.counted, n)
	switch {
	case n == 0:
		return ""
	case bucket.ID == analysis.BucketAmountUnknown:
		notes = append(notes, c.text("claims.note.no_amount", records))
	case bucket.ID == analysis.BucketNotConverted:
		var sums []ledger.Money
		for _, item := range bucket.Items {
			sums = ledger.AddMoney(sums, item.Money)
		}
		notes = append(notes, c.text("claims.note.no_rate", c.moneyList(sums), c.currencyName()))
	case bucket.ID == analysis.BucketEnded:
		notes = append(notes, c.endings(bucket))
	case n == 1:
		notes = append(notes, c.printer.Title(c.ledger, bucket.Items[0].Ref))
	case c.answer.Form == analysis.FormSum:
		notes = append(notes, records)
	}
	if c.at != analysis.AtAnnounced && !bucket.Value.IsZero() {
		notes = append(notes, c.text("claims.note.counted", c.number(bucket.Counted.Value), c.number(bucket.Value), c.printer.Word("count_at", c.at.String())))
	}
	if c.shown && !bucket.Value.IsZero() {
		notes = append(notes, c.text("claims.note.shown", c.number(bucket.Shown.Value), c.number(bucket.Value)))
	}
	return strings.Join(notes, "; ")
}

// currencyName writes the currency of the claim.
func (c *claimPage) currencyName() string { return string(c.answer.Currency) }

// endings tells apart what ended by itself and what ended through its deals.
func (c *claimPage) endings(bucket analysis.Bucket) string {
	itself, through := 0, 0
	for _, item := range bucket.Items {
		if item.Ref.Kind == ledger.Agreements && c.view.Agreement(item.Ref).EndedThrough {
			through++
		} else {
			itself++
		}
	}
	switch {
	case through == 0:
		return c.text("claims.note.itself", c.printer.Integer(itself))
	case itself == 0:
		return c.text("claims.note.through", c.printer.Integer(through))
	}
	return c.text("claims.note.itself", c.printer.Integer(itself)) + c.text("claims.list") + c.text("claims.note.through", c.printer.Integer(through))
}

// notes are the sentences under the bridge.
func (c *claimPage) notes() []string {
	notes := []string{c.text("claims.note.one_row")}
	if c.answer.Form == analysis.FormCount {
		if signed := c.signedSum(); signed != "" {
			notes[0] += " " + signed
		}
	}
	level := c.printer.Word("count_at", c.at.String())
	if c.at != analysis.AtAnnounced {
		notes = append(notes, c.text("claims.legend.counted", level, c.said(c.answer.Counted), c.said(c.answer.Itemised)))
	}
	if c.shown {
		shown := decimal.Zero
		for _, bucket := range c.answer.Buckets {
			shown = shown.Add(bucket.Shown.Value)
		}
		notes = append(notes, c.text("claims.legend.shown", c.printer.Table(c.counted), c.said(shown), c.said(c.answer.Itemised)))
	}
	moved := 0
	for _, bucket := range c.answer.Buckets {
		for _, item := range bucket.Items {
			if item.Chosen {
				moved++
			}
		}
	}
	if moved > 0 {
		notes = append(notes, c.printer.Count("claims.note.moved", moved))
	}
	return notes
}

// signedSum says of which rows the signed documents are.
func (c *claimPage) signedSum() string {
	var parts []string
	for _, bucket := range c.signed.ByCertainty() {
		if !bucket.Counted.Value.IsZero() {
			parts = append(parts, c.text("claims.note.row", c.number(bucket.Counted.Value), small(c.bucketName(bucket.ID))))
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return c.text("claims.note.signed", c.number(c.signed.Counted), strings.Join(parts, " + "))
}

// unpapered lists the visible results of the scope that have no paper.
func (c *claimPage) unpapered() []ledger.Ref {
	var list []ledger.Ref
	for _, left := range c.answer.LeftOut {
		if left.Reason != analysis.ReasonNoPaper {
			continue
		}
		for _, ref := range left.Refs {
			if c.view.Has(ref) {
				list = append(list, ref)
			}
		}
	}
	return list
}

// unpaperedNamed is how many of them the note names.
const unpaperedNamed = 3

// unpaperedNote names the results without a paper.
func (c *claimPage) unpaperedNote() string {
	list := c.unpapered()
	var names []string
	for _, ref := range list[:min(unpaperedNamed, len(list))] {
		names = append(names, c.printer.Title(c.ledger, ref))
	}
	if more := len(list) - len(names); more > 0 {
		names = append(names, c.text("claims.note.more", c.printer.Integer(more)))
	}
	return c.printer.Count("claims.note.no_paper", len(list), strings.Join(names, "; "))
}

// total gives the figure behind a row of the bridge.
func (c *claimPage) total(id string) (name, number string, total analysis.Total, ok bool) {
	a := c.answer
	switch id {
	case rowSum:
		return c.text("claims.itemised"), c.said(a.Itemised), a.ItemisedTotal(), true
	case rowRemainder:
		return c.text("report.bridge.not_found"), c.remainder(c.said), a.RemainderTotal(), true
	}
	bucket, ok := c.bucketOf(id)
	if !ok {
		return "", "", analysis.Total{}, false
	}
	return c.bucketName(id), c.said(bucket.Value), a.BucketTotal(bucket), true
}

// openFigure opens the figure of a row: the claim itself is a record.
func (c *claims) openFigure(id string) {
	if c.page == nil {
		return
	}
	if id == rowClaimed {
		c.window.showRecord(c.page.claim)
		return
	}
	if f, ok := c.page.figure(id); ok {
		c.window.openFigure(f)
	}
}

// figure gives the figure of a row of the bridge; it is made anew for other days.
func (c *claimPage) figure(id string) (figure, bool) {
	name, number, total, ok := c.total(id)
	if !ok {
		return figure{}, false
	}
	f := figure{name: name, number: number, whole: c.text("claims.of", c.claimed(c.claim)), total: total, id: id, rates: c.rates(id)}
	if id == rowSum || id == rowRemainder {
		f.rivals = c.otherwise()
	}
	key, at, narrowing := c.ledger.Key(c.claim), c.at, c.narrowing
	f.remake = func(d *desk) (figure, bool) {
		claim, ok := d.ledger.Find(ledger.Claims, key)
		if !ok {
			return figure{}, false
		}
		page, err := newClaimPage(context.Background(), d, claim, at, narrowing)
		if err != nil || !page.answer.HasRemainder {
			return figure{}, false
		}
		return page.figure(id)
	}
	return f, true
}

// otherwise lists the claims that say otherwise of the same thing.
func (c *claimPage) otherwise() []ledger.Ref {
	var list []ledger.Ref
	for _, claim := range append(slices.Clone(c.others.Rivals), c.others.Forecasts...) {
		if claim != c.claim {
			list = append(list, claim)
		}
	}
	return list
}

// rates lists the rates by which the amounts of a row were converted.
func (c *claimPage) rates(id string) []ledger.Ref {
	if c.answer.Form != analysis.FormSum {
		return nil
	}
	var list []ledger.Ref
	for _, bucket := range c.answer.Buckets {
		for _, item := range bucket.Items {
			converted := item.Conversion.Money.Stated() && item.Conversion.Rate.Exists()
			if (bucket.ID == id || id == rowSum) && converted && !slices.Contains(list, item.Conversion.Rate) {
				list = append(list, item.Conversion.Rate)
			}
		}
	}
	return list
}

// markFigure keeps a frame round the row whose figure is open.
func (c *claims) markFigure(id string, opened bool) {
	if !opened {
		id = ""
	}
	c.bridge.Frame(id)
}

// figureSpot gives the keys back to the bridge.
func (c *claims) figureSpot(string) fyne.Focusable { return c.bridge }

// openBucket lists the records of a row under the bridge, or no longer.
func (c *claims) openBucket(id string) {
	if c.page == nil {
		return
	}
	if _, ok := c.page.bucketOf(id); !ok {
		c.openFigure(id)
		return
	}
	if c.bucket == id {
		id = ""
	}
	c.bucket = id
	c.draw()
}

// copyText gives the table of the claim as spreadsheets take it: label, value
// in full, records.
func (c *claimPage) copyText() string {
	var out strings.Builder
	line := func(cells ...string) { out.WriteString(strings.Join(cells, "\t") + "\n") }
	a := c.answer
	line(c.claimed(c.claim)+": "+c.ledger.Value(c.claim, "claim"), c.unitCopied(), c.text("claims.records"))
	line(c.text("report.bridge.claimed_undated"), a.Amount.String(), c.ledger.Name(c.claim))
	if a.Comparison != nil {
		for _, row := range c.comparison() {
			line(row.label, row.copied, row.name)
		}
	}
	for _, bucket := range c.answer.ByCertainty() {
		var names []string
		for _, item := range bucket.Items {
			names = append(names, c.ledger.Name(item.Ref))
		}
		line(c.bucketName(bucket.ID), bucket.Value.String(), strings.Join(names, " "))
	}
	if a.HasRemainder {
		label := c.text("report.bridge.not_found")
		if a.Remainder.IsNegative() {
			label = c.text("report.bridge.beyond")
		}
		line(label, a.Remainder.String(), "")
		line(c.text("report.bridge.sum"), a.Itemised.Add(a.Remainder).String(), "")
	}
	return out.String()
}

// unitCopied names the unit of the copied values.
func (c *claimPage) unitCopied() string {
	if c.answer.Unit == ledger.UnitMoney {
		return string(c.answer.Currency)
	}
	return c.unitWord()
}
