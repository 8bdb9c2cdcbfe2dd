package ui

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// tenths writes an amount of a claim in its currency with one decimal, so that
// amounts under each other add up, without naming the currency where it comes
// first.
func (o *overviewData) tenths(amount decimal.Decimal, bare bool) string {
	text := o.desk.printer.MoneyTenths(ledger.Money{Amount: amount, Currency: o.sum.Currency})
	if bare {
		text = strings.TrimPrefix(text, string(o.sum.Currency)+" ")
	}
	return text
}

// gatherMoney makes the figure of the sum that was claimed: what of it the
// amounts of the records itemise.
func (o *overviewData) gatherMoney() {
	d := o.desk
	p := d.printer
	claim := analysis.HeadlineSum(d.view)
	if !claim.Exists() {
		o.cell(figure{id: "money", name: d.text("overview.money"), number: "0", whole: d.text("overview.no_sum"), total: analysis.Total{Unit: analysis.Records}})
		return
	}
	o.sum = analysis.BridgeWith(d.view, claim, o.settings.Bridging(d.countAt, nil))
	total := o.sum.AmountsTotal()
	claimed := p.Qualified(o.sum.Qualifier, p.Money(ledger.Money{Amount: o.sum.Amount, Currency: o.sum.Currency}))
	f := figure{id: "money", name: d.text("overview.money"), number: o.tenths(o.sum.Itemised, false), whole: d.text("overview.of_claimed", claimed), total: total,
		items: []figureItem{}, sum: o.tenths(o.sum.Itemised, false), unit: d.text("overview.money_unit", string(o.sum.Currency))}
	for _, item := range o.sum.Valued() {
		f.items = append(f.items, figureItem{ref: item.Ref, note: o.itemNote(item), amount: o.tenths(item.Value, true)})
		if rate := item.Conversion.Rate; rate.Exists() && !slices.Contains(f.rates, rate) {
			f.rates = append(f.rates, rate)
		}
	}
	f.left = o.moneyReason
	if spread := o.sum.Spread(d.view, o.settings); len(f.items) > 0 {
		high := o.tenths(spread.High, true)
		if spread.Open {
			high = d.text("overview.open_end")
		}
		f.spread = d.text("overview.spread", o.tenths(spread.Low, true), high, p.Decimal(o.settings.AboutMargin.Shift(2), 0))
	}
	for _, rival := range o.sum.Rivals {
		f.rivals = append(f.rivals, rival.Claim)
	}
	o.add(f)
	if o.sum.Remainder.IsPositive() {
		o.add(figure{id: "money.missing", name: d.text("overview.missing"), number: p.Qualified(o.sum.RemainderQualifier, o.tenths(o.sum.Remainder, false)), whole: f.whole, total: o.sum.RemainderTotal(),
			unit: f.unit, items: []figureItem{}})
	}
	o.moneyRows = o.rowsOfMoney()
	bare := func(text string) string { return strings.TrimPrefix(text, string(o.sum.Currency)+" ") }
	o.cells = append(o.cells, overviewCell{"money", p.Money(ledger.Money{Amount: o.sum.Itemised, Currency: o.sum.Currency}),
		d.text("overview.of_claimed", p.Qualified(o.sum.Qualifier, bare(p.Money(ledger.Money{Amount: o.sum.Amount, Currency: o.sum.Currency})))), o.moneyNotes()})
}

// moneyNotes says under the figure of what kind its amounts are.
func (o *overviewData) moneyNotes() []controls.Note {
	d := o.desk
	items := o.sum.Valued()
	if len(items) == 0 {
		return []controls.Note{{Mark: "dots", Text: d.text("overview.amount_unknown", d.printer.Integer(len(o.sum.AmountsTotal().LeftOut[0].Refs)))}}
	}
	sums, order := map[ledger.AmountKind]decimal.Decimal{}, []ledger.AmountKind{}
	for _, item := range items {
		kind := d.view.Headline(item.Ref).Kind
		if _, there := sums[kind]; !there {
			order = append(order, kind)
		}
		sums[kind] = sums[kind].Add(item.Value)
	}
	var parts []string
	for _, kind := range order {
		amount := strings.TrimPrefix(d.printer.Money(ledger.Money{Amount: sums[kind], Currency: o.sum.Currency}), string(o.sum.Currency)+" ")
		parts = append(parts, d.text("overview.money_kind", amount, small(d.printer.Word("amount_kind", kind.String()))))
	}
	return []controls.Note{{Mark: "half", Text: strings.Join(parts, ", ")}}
}

// itemNote says what an amount is: its kind, how sure, and what was converted.
func (o *overviewData) itemNote(item analysis.Item) string {
	d := o.desk
	headline := d.view.Headline(item.Ref)
	note := small(d.printer.Word("amount_kind", headline.Kind.String()))
	switch bucket := o.bucketOf(item.Ref); bucket {
	case analysis.BucketOtherKind:
		note += ", " + d.text("overview.nobodys")
	case analysis.BucketUnconfirmed:
		note += ", " + d.text("overview.unconfirmed")
	}
	if item.Conversion.Rate.Exists() {
		note += "; " + d.text("overview.converted", d.printer.Qualified(headline.Qualifier, d.printer.Money(item.Money)), item.Conversion.Value.String())
	}
	return note
}

func (o *overviewData) bucketOf(ref ledger.Ref) string {
	for _, bucket := range o.sum.Buckets {
		for _, item := range bucket.Items {
			if item.Ref == ref {
				return bucket.ID
			}
		}
	}
	return ""
}

// moneyReason says why records are not in the sum.
func (o *overviewData) moneyReason(left analysis.LeftOut) string {
	switch left.Reason {
	case analysis.ReasonNoAmount:
		return o.desk.text("overview.no_amount_stated")
	case analysis.ReasonNotConverted:
		return o.desk.text("overview.no_rate", string(o.sum.Currency))
	}
	return ""
}

// moneyRow is a line under the bar of the claimed sum.
type moneyRow struct {
	title, note, amount string
	record              ledger.Ref
	figure              string
}

// rowsOfMoney lists what the sum is made of and what is in no sum.
func (o *overviewData) rowsOfMoney() []moneyRow {
	d := o.desk
	var rows []moneyRow
	for _, item := range o.sum.Valued() {
		note, _, _ := strings.Cut(o.itemNote(item), "; ")
		rows = append(rows, moneyRow{title: d.titleOf(item.Ref), note: note, amount: o.tenths(item.Value, true), record: item.Ref})
	}
	lefts := o.sum.AmountsTotal().LeftOut
	for _, left := range lefts {
		if left.Reason == analysis.ReasonNotConverted {
			for i, ref := range left.Refs {
				rows = append(rows, moneyRow{title: d.titleOf(ref), note: d.text("overview.no_rate_of", d.printer.Money(left.Money[i])), amount: d.text("overview.not_converted"), record: ref})
			}
		}
	}
	for _, left := range lefts {
		if left.Reason == analysis.ReasonNoAmount && len(left.Refs) > 0 {
			id := o.add(figure{id: "money.unknown", name: d.text("overview.no_amount_stated"), number: d.printer.Integer(len(left.Refs)),
				total: analysis.Total{Definition: "bucket." + analysis.BucketAmountUnknown, Unit: analysis.Records, Count: len(left.Refs), Added: left.Refs}})
			rows = append(rows, moneyRow{title: d.printer.Count("unit.record", len(left.Refs)), note: d.text("overview.no_amount"), amount: d.text("value.unknown"), record: ledger.NoRef(), figure: id})
		}
	}
	return rows
}

// money draws the claimed sum as a bar: what is itemised, by how sure it is,
// and what no record explains.
func (o *overview) money(x, y, width float32) float32 {
	d, s, data := o.data.desk, o.sheet, o.data
	p := d.printer
	if !data.sum.HasRemainder {
		y = o.heading(x, y, width, d.text("overview.money_block"), "0")
		s.text(d.text("overview.no_sum"), x, y, width, look.SizeText, look.Text3, false)
		return y + 22
	}
	claimed := p.Qualified(data.sum.Qualifier, p.Money(ledger.Money{Amount: data.sum.Amount, Currency: data.sum.Currency}))
	y = o.heading(x, y, width, d.text("overview.money_block"), d.text("overview.claimed", claimed)) - 2
	scale := width
	whole := decimal.Max(data.sum.Amount, data.sum.Itemised)
	long := func(amount decimal.Decimal) float32 {
		if whole.IsZero() {
			return 0
		}
		share, _ := amount.Div(whole).Float64()
		return float32(share) * scale
	}
	// Two labels stand over the bar where their parts begin.
	end := x
	number := func(id, text, label string, at float32) {
		wide := s.text(text, at, y, width, look.SizeText, look.Text1, true)
		end = at + wide + 6
		end += s.text(label, end, y, max(0, x+width-end), look.SizeText, look.Text1, false)
		o.spot(id, true, at, y, wide, look.LineText)
	}
	itemised := long(data.sum.Itemised)
	number("money", data.tenths(data.sum.Itemised, true), d.text("overview.itemised_part"), x)
	missing := p.Qualified(data.sum.RemainderQualifier, data.tenths(data.sum.Remainder, true))
	if data.sum.Remainder.IsPositive() {
		number("money.missing", missing, d.text("overview.missing"), max(x+itemised, end+16))
	}
	y += 21
	at := x
	for _, bucket := range data.sum.Buckets {
		wide := long(bucket.Value)
		if wide <= 0 {
			continue
		}
		s.square(moneyFill(bucket.ID), at, y, max(2, wide), 20)
		at += wide
	}
	if rest := x + width - at; data.sum.Remainder.IsPositive() && rest > 2 {
		s.put(look.Hatch(look.Text3), at+1, y, rest-1, 20)
		s.square(silentFill, at, y, rest, 20)
	}
	o.spot("money", false, x-1, y-1, max(8, itemised+2), 22)
	o.spot("money.missing", false, x+itemised+2, y-1, max(8, width-itemised-2), 22)
	return o.moneyTable(x, y+26, width)
}

// moneyFill says how sure money in a bucket is.
func moneyFill(bucket string) fill {
	switch bucket {
	case analysis.BucketOtherKind:
		return otherFill
	case analysis.BucketEnded:
		return endedFill
	case analysis.BucketUnconfirmed, analysis.BucketBefore:
		return reportedFill
	}
	return signedFill
}

// moneyShown is how many rows stand under the bar.
const moneyShown = 5

func (o *overview) moneyTable(x, y, width float32) float32 {
	s := o.sheet
	rows := o.data.moneyRows
	if len(rows) > moneyShown { // the last row, which counts what states no amount, stays
		rows = append(rows[:moneyShown-1:moneyShown-1], rows[len(rows)-1])
	}
	amounts := float32(0)
	for _, row := range rows {
		amounts = max(amounts, look.Width(row.amount, look.SizeText, false))
	}
	for _, row := range rows {
		room := width - amounts - 24
		s.text(row.title, x, y, room*0.36, look.SizeText, look.Text1, false)
		s.text(row.note, x+room*0.38, y, room*0.62, look.SizeText, look.Text2, false)
		s.right(row.amount, x+width, y, look.SizeText, look.Text1, false)
		s.rect(look.Line, x, y+22, width, 1)
		if row.figure != "" {
			o.spot(row.figure, false, x-3, y-1, width+6, 23)
		} else {
			o.opens(x-3, y-1, width+6, 23, func() { o.window.showRecord(row.record) })
		}
		y += 24
	}
	return y
}
