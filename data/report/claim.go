package report

import (
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// claim is the headline figure of the page: of the claims that count documents,
// or failing that projects, and can be checked against the records, the one
// that most sources carry.
type claim struct {
	ref       ledger.Ref // NoRef: nothing was claimed that can be checked
	counts    ledger.Kind
	amount    int
	qualifier ledger.Qualifier
	sources   int  // public ones that carry the claim
	part      bool // it is a part of another claim

	buckets            map[string]int // by the names of the analysis (RULES 9)
	itemised           int            // how many of the claimed can be named
	signed             int            // of these: signed, whatever became of them later (RULES 9.4)
	duplicates         int            // of these: counted at another record
	remainder          int            // how many cannot be named; below zero more were found
	remainderQualifier ledger.Qualifier
	unpapered          int // results of the scope without a paper, which itemise nothing
}

// bucketOrder is the order of the lines on the page: from signed to ended.
func bucketOrder() []string {
	return []string{analysis.BucketBinding, analysis.BucketNotBinding, analysis.BucketForceUnknown, analysis.BucketUnconfirmed,
		analysis.BucketBefore, analysis.BucketDuplicate, analysis.BucketEnded}
}

// mostClaimed is the largest number that the page takes for a claim of records.
const mostClaimed = 1_000_000_000

// headlineClaim chooses the claim and bridges it to the records of the view.
func headlineClaim(v *ledger.View) claim {
	l := v.Ledger()
	best := claim{ref: ledger.NoRef()}
	for ref := range v.All(ledger.Claims) {
		form, scope, err := analysis.ClaimForm(l, ref)
		if err != nil || form != analysis.FormCount {
			continue // the checks name a scope that cannot be read
		}
		amount, err := ledger.ParseAmount(l.Value(ref, "amount"))
		if err != nil || !amount.IsInteger() || amount.GreaterThan(decimal.NewFromInt(mostClaimed)) {
			continue
		}
		one := claim{ref: ref, counts: scope.Kind, amount: whole(amount), part: l.Value(ref, "part_of") != ""}
		for _, source := range l.SourcesOf(ref) {
			if v.Has(source) {
				one.sources++
			}
		}
		if !best.ref.Exists() || one.outranks(best) {
			best = one
		}
	}
	if best.ref.Exists() {
		best.bridge(v)
	}
	return best
}

// outranks prefers claims of documents to claims of projects, whole claims to
// parts, then the one with more sources, then the larger one.
func (c claim) outranks(other claim) bool {
	switch {
	case c.counts != other.counts:
		return c.counts == ledger.Agreements
	case c.part != other.part:
		return !c.part
	case c.sources != other.sources:
		return c.sources > other.sources
	}
	return c.amount > other.amount
}

// bridge takes the figures of the claim from its answer.
func (c *claim) bridge(v *ledger.View) {
	answer := analysis.Bridge(v, c.ref, analysis.AtSigned, nil)
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
