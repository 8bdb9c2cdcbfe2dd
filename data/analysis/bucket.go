package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// place finds the bucket of a record: the first line of RULES 9 that applies.
func (b *bridging) place(ref ledger.Ref) (id string, item Item) {
	v := b.view
	item = Item{Ref: ref, Value: b.one, Worth: b.nothing}
	if b.answer.Form == FormLinked {
		return BucketLinked, item
	}
	var unusable string
	if b.answer.Form == FormSum {
		unusable = b.value(&item)
	}
	switch {
	case isDuplicate(v, ref, b.inside.has, b.answer.Form == FormSum):
		return BucketDuplicate, item
	case unusable != "":
		return unusable, item
	case ended(v, ref):
		return BucketEnded, item
	case b.signedBefore(ref):
		return BucketBefore, item
	case !signed(v, ref):
		return BucketUnconfirmed, item
	}
	switch force(v, ref) {
	case ledger.ForceBinding:
		return BucketBinding, item
	case ledger.ForceNotBinding:
		return BucketNotBinding, item
	}
	return BucketForceUnknown, item
}

// value works out what a record is worth in the currency of the claim. It
// names the bucket of a record whose amount says nothing of a commitment; the
// value of one without an amount, or without a rate, is 0.
func (b *bridging) value(item *Item) string {
	headline := b.view.Headline(item.Ref)
	if headline.State == ledger.NoAmount {
		item.Value = decimal.Zero
		return BucketAmountUnknown
	}
	item.Worth = &Worth{Money: headline.Money, Conversion: b.nothing.Conversion}
	item.Value = decimal.Zero
	if headline.State != ledger.HeadlineCounts {
		return BucketAmountUnknown
	}
	conversion, ok := b.rates.Convert(headline.Money, b.answer.Currency, ownDay(b.view, item.Ref), b.with.RateAge)
	if !ok {
		return BucketNotConverted
	}
	item.Conversion, item.Value = conversion, conversion.Money.Amount
	switch headline.Kind {
	case ledger.FundSize, ledger.Cost, ledger.Estimate, ledger.Target:
		return BucketOtherKind
	}
	return ""
}

// signedBefore reports whether a document bears a day before the summit,
// whatever at_summit says (RULES 9).
func (b *bridging) signedBefore(ref ledger.Ref) bool {
	l := b.view.Ledger()
	if ref.Kind != ledger.Agreements || l.Starts() == ledger.NoDay {
		return false
	}
	date := dateOf(l, ref, agreementSign)
	return date.Known() && date.Last < l.Starts()
}
