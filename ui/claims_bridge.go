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
	"summitledger/data/report"
)

// What rows of the bridge open beside their buckets.
const (
	rowClaimed   = report.RowClaimed
	rowRemainder = report.RowRemainder
	rowSum       = report.RowSum
)

// charting describes the charts of the claim, as paper has them too.
func (c *claimPage) charting() report.ClaimCharting {
	charting := report.Charting{View: c.view, Printer: c.printer}.Claim(c.answer, c.counted)
	charting.Marked, charting.Shown = c.at != analysis.AtAnnounced, c.shown
	return charting
}

// bridgeChart describes the bridge of the claim.
func (c *claimPage) bridgeChart() chart.Bridge { return c.charting().Bridge() }

// unitWord stands over the numbers.
func (c *claimPage) unitWord() string {
	if c.answer.Unit == ledger.UnitMoney {
		return c.column.Unit()
	}
	return c.printer.Word("unit", c.answer.Unit.String())
}

// currencyName writes the currency of the claim.
func (c *claimPage) currencyName() string { return string(c.answer.Currency) }

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
