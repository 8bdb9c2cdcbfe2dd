package report

import (
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// claim is the headline figure of the page with its bridge to the records.
type claim struct {
	ref       ledger.Ref // NoRef: nothing was claimed that can be checked
	counts    ledger.Kind
	amount    int
	qualifier ledger.Qualifier

	buckets            map[string]int // by the names of the analysis (RULES 9)
	itemised           int            // how many of the claimed can be named
	signed             int            // of these: signed, whatever became of them later (RULES 9.4)
	duplicates         int            // of these: counted at another record
	remainder          int            // how many cannot be named; below zero more were found
	remainderQualifier ledger.Qualifier
	ownScope           bool // the reader chose the scope
	moved              int  // records that the reader put into another bucket
	unpapered          int  // results of the scope without a paper, which itemise nothing
}

// bucketOrder is the order of the lines on the page: from signed to ended.
func bucketOrder() []string {
	return []string{analysis.BucketBinding, analysis.BucketNotBinding, analysis.BucketForceUnknown, analysis.BucketUnconfirmed,
		analysis.BucketBefore, analysis.BucketDuplicate, analysis.BucketEnded}
}

// headlineClaim takes the claim that stands for the summit and bridges it to
// the records of the view.
func headlineClaim(v *ledger.View) claim {
	ref := analysis.HeadlineClaim(v)
	c := claim{ref: ref}
	if !ref.Exists() {
		return c
	}
	c.counts = ledger.Deals
	if v.Ledger().Value(ref, "unit") == "documents" {
		c.counts = ledger.Agreements
	}
	c.bridge(v)
	return c
}

// bridge takes the figures of the claim from its answer.
func (c *claim) bridge(v *ledger.View) {
	answer := analysis.Bridge(v, c.ref, analysis.AtSigned, nil)
	c.amount = whole(answer.Amount)
	c.ownScope, c.moved = answer.Overridden, answer.Moved()
	c.qualifier, c.remainderQualifier = answer.Qualifier, answer.RemainderQualifier
	c.itemised, c.signed, c.remainder = whole(answer.Itemised), whole(answer.Counted), whole(answer.Remainder)
	c.buckets = make(map[string]int, len(answer.Buckets))
	for _, bucket := range answer.Buckets {
		c.buckets[bucket.ID] = whole(bucket.Value)
	}
	c.duplicates = c.buckets[analysis.BucketDuplicate]
	for _, left := range answer.LeftOut {
		if left.Reason != analysis.ReasonNoPaper {
			continue
		}
		for _, ref := range left.Refs {
			if v.Has(ref) {
				c.unpapered++
			}
		}
	}
}

// whole reads a count of records.
func whole(count decimal.Decimal) int { return int(count.IntPart()) }
