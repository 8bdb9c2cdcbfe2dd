package ui

import (
	"context"
	"errors"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/report"
)

// claimPage is a claim with everything that the tab says of it, worked out for
// one desk.
type claimPage struct {
	*desk
	claim   ledger.Ref
	at      analysis.CountAt
	answer  analysis.ClaimAnswer                // at the level of the window
	signed  analysis.ClaimAnswer                // at signed: the words under the bridge say it whatever the level
	parts   map[ledger.Ref]analysis.ClaimAnswer // of the splits, at signed
	others  analysis.OtherFigures
	scope   analysis.Scope
	outside []ledger.Ref // records of the counted table that the scope does not name
	counted ledger.Kind  // the table that the claim counts
	shown   bool         // a filter of that table splits the bars

	narrowing map[ledger.Kind]query.Query
	column    locale.MoneyColumn // of a claim of money
}

// newClaimAnswer works out the answer to a claim and no more.
func newClaimAnswer(d *desk, claim ledger.Ref, at analysis.CountAt) *claimPage {
	c := readClaim(d, claim, at)
	c.work(nil)
	return c
}

// readClaim reads what a claim counts.
func readClaim(d *desk, claim ledger.Ref, at analysis.CountAt) *claimPage {
	c := &claimPage{desk: d, claim: claim, at: at, parts: map[ledger.Ref]analysis.ClaimAnswer{}}
	form, scope, err := analysis.SettingsOf(d.ledger).ClaimForm(d.ledger, claim)
	if err == nil {
		c.scope = scope
	}
	c.counted = scope.Kind
	if form == analysis.FormLinked {
		c.counted = ledger.Deals
		if d.ledger.Value(claim, "unit") == ledger.UnitDocuments.String() {
			c.counted = ledger.Agreements
		}
	}
	return c
}

// work answers the claim under a filter, which may be nil.
func (c *claimPage) work(filter func(ledger.Ref) bool) {
	c.shown = filter != nil
	level := c.at
	if level == analysis.AtAnnounced {
		level = analysis.AtSigned // nothing is marked then, and what is signed is said in any case
	}
	c.answer = analysis.BridgeWith(c.view, c.claim, analysis.SettingsOf(c.ledger).Bridging(level, filter))
	if c.answer.Unit == ledger.UnitMoney {
		amounts := []decimal.Decimal{c.answer.Amount, c.answer.Itemised, c.answer.Remainder}
		for _, bucket := range c.answer.Buckets {
			amounts = append(amounts, bucket.Value)
		}
		c.column = c.printer.NewMoneyColumn(c.answer.Currency, amounts...)
	}
}

// newClaimPage works a claim out.
func newClaimPage(ctx context.Context, d *desk, claim ledger.Ref, at analysis.CountAt, narrowing map[ledger.Kind]query.Query) (*claimPage, error) {
	c := readClaim(d, claim, at)
	c.narrowing = narrowing
	var filter func(ledger.Ref) bool
	if q, ok := narrowing[c.counted]; ok {
		selection, err := d.run(ctx, q, nil)
		if err != nil {
			return nil, err
		}
		in := make(map[ledger.Ref]bool, len(selection.Rows))
		for _, ref := range selection.Rows {
			in[ref] = true
		}
		filter = func(ref ledger.Ref) bool { return in[ref] }
	}
	c.work(filter)
	if !c.answer.InView {
		return c, nil
	}
	signed := analysis.SettingsOf(d.ledger).Bridging(analysis.AtSigned, nil)
	if c.signed = c.answer; c.answer.CountAt != analysis.AtSigned {
		c.signed = analysis.Itemise(d.view, claim, signed)
	}
	for _, split := range c.answer.Splits {
		for _, part := range split.Parts {
			c.parts[part.Claim] = analysis.Itemise(d.view, part.Claim, signed)
		}
	}
	c.others = analysis.OtherFiguresOf(d.view, c.answer)
	if c.answer.HasRemainder && c.answer.Form != analysis.FormLinked {
		c.outside = analysis.OutsideScope(d.ledger, claim)
	}
	return c, nil
}

// narrowing gives the queries of the tabs whose records claims count, where
// something is hidden: they split the bars of a bridge and never change them.
func (w *Window) narrowing() map[ledger.Kind]query.Query {
	list := map[ledger.Kind]query.Query{}
	for _, v := range w.views {
		l := listingOf(v)
		if l == nil || l.table.kind == ledger.Claims {
			continue
		}
		if q := l.query; len(q.Filters) > 0 || q.Typed != "" {
			q.Group, q.Sort = nil, nil
			list[l.table.kind] = q
		}
	}
	return list
}

// failUnlessCancelled says what failed; work that was superseded did not fail.
func (w *Window) failUnlessCancelled(err error) {
	if !errors.Is(err, context.Canceled) {
		w.fail(err)
	}
}

// claimNumber writes a figure of a claim that is no money, without its unit.
func (d *desk) claimNumber(unit ledger.ClaimUnit, amount decimal.Decimal) string {
	number := d.printer.Decimal(amount, max(0, -amount.Exponent()))
	if unit == ledger.UnitPercent {
		return d.text("claims.percent", number)
	}
	return number
}

// number writes a figure of this claim in a table: money in the unit that
// stands over it.
func (c *claimPage) number(amount decimal.Decimal) string {
	if c.answer.Unit == ledger.UnitMoney {
		return c.column.Number(amount)
	}
	return c.claimNumber(c.answer.Unit, amount)
}

// said writes a figure of this claim in a sentence.
func (c *claimPage) said(amount decimal.Decimal) string {
	if c.answer.Unit == ledger.UnitMoney {
		return c.printer.MoneyTenths(ledger.Money{Amount: amount, Currency: c.answer.Currency})
	}
	return c.claimNumber(c.answer.Unit, amount)
}

// claimedShort writes what was claimed as lists do: about 80, JPY 300bn.
func (d *desk) claimedShort(claim ledger.Ref) string {
	amount, err := ledger.ParseAmount(d.ledger.Value(claim, "amount"))
	if err != nil {
		return d.ledger.Value(claim, "amount")
	}
	return d.printer.Qualified(d.qualifierOf(claim), d.claimFigure(claim, amount))
}

// claimFigure writes an amount in the unit of a claim, money as running text has it.
func (d *desk) claimFigure(claim ledger.Ref, amount decimal.Decimal) string {
	if d.ledger.Value(claim, "unit") == ledger.UnitMoney.String() {
		return d.printer.MoneySaid(ledger.Money{Amount: amount, Currency: ledger.Currency(d.ledger.Value(claim, "currency"))})
	}
	unit := ledger.NoUnit
	if d.ledger.Value(claim, "unit") == ledger.UnitPercent.String() {
		unit = ledger.UnitPercent
	}
	return d.claimNumber(unit, amount)
}

// qualifierOf reads how exact a claim is.
func (d *desk) qualifierOf(claim ledger.Ref) ledger.Qualifier {
	column := ledger.Claims.Columns()[ledger.Claims.Column("qualifier")]
	position, _ := column.Words.Position(d.ledger.Value(claim, "qualifier"))
	return ledger.Qualifier(position)
}

// claimed writes what was claimed in words: 80 documents, about JPY 300bn.
func (d *desk) claimed(claim ledger.Ref) string {
	amount, err := ledger.ParseAmount(d.ledger.Value(claim, "amount"))
	unit := d.ledger.Value(claim, "unit")
	if err != nil || unit == "" || unit == ledger.UnitMoney.String() || unit == ledger.UnitPercent.String() {
		return d.claimedShort(claim)
	}
	number := d.text("claims.counted."+unit, d.claimFigure(claim, amount))
	return d.printer.Count("claims.amount."+unit, int(amount.IntPart()), d.printer.Qualified(d.qualifierOf(claim), number))
}

// remainder writes what is not found with the claim's own qualifier (RULES 9.1).
func (c *claimPage) remainder(write func(decimal.Decimal) string) string {
	return report.RemainderText(c.printer, c.answer, write)
}

// equation says the claim as a sum for the foot.
func (c *claimPage) equation() string {
	a := c.answer
	switch {
	case !a.InView:
		return ""
	case a.HasRemainder && a.Remainder.IsNegative():
		return c.text("claims.equation_beyond", c.claimed(c.claim), c.said(a.Itemised), c.said(a.Remainder.Neg()))
	case a.HasRemainder:
		return c.text("claims.equation", c.claimed(c.claim), c.said(a.Itemised), c.remainder(c.said))
	case a.Form == analysis.FormComparison:
		return c.text("claims.equation_compared", c.claimed(c.claim))
	}
	return c.text("claims.equation_said", c.claimed(c.claim))
}

// by says who claimed it and when.
func (c *claimPage) by() string {
	text := c.claimedBy(c.claim)
	if date := c.ledger.Date(c.claim, "as_of"); date.Known() {
		if text != "" {
			text += ", "
		}
		text += c.printer.Date(date)
	}
	return text
}

// claimedBy names who said a claim.
func (d *desk) claimedBy(claim ledger.Ref) string {
	return capital(strings.ReplaceAll(d.ledger.Value(claim, "claimed_by"), ";", ","))
}

// sources lists the sources of the claim that the view has.
func (c *claimPage) sources() []ledger.Ref {
	var list []ledger.Ref
	for _, source := range c.ledger.SourcesOf(c.claim) {
		if c.view.Has(source) {
			list = append(list, source)
		}
	}
	return list
}

// bucketName names a line of the bridge, as the printed page does.
func (d *desk) bucketName(id string) string { return d.text("report.bridge." + id) }

// bucketOf finds a bucket of the answer.
func (c *claimPage) bucketOf(id string) (analysis.Bucket, bool) {
	for _, bucket := range c.answer.Buckets {
		if bucket.ID == id {
			return bucket, true
		}
	}
	return analysis.Bucket{}, false
}
