package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// HeadlineClaim chooses the claim that stands for the whole summit: of the
// visible claims that can be checked record by record, those of documents
// before those of projects, whole claims before parts, then the one that most
// visible sources carry, then the larger one. NoRef without such a claim.
func HeadlineClaim(v *ledger.View) ledger.Ref { return mostTold(v, FormCount) }

// HeadlineSum chooses among the claims of money with a bridge by amounts in
// the same way; NoRef without such a claim.
func HeadlineSum(v *ledger.View) ledger.Ref { return mostTold(v, FormSum) }

// contender is a claim with what it is ranked by.
type contender struct {
	ref       ledger.Ref
	documents bool
	part      bool
	sources   int
	amount    decimal.Decimal
}

func mostTold(v *ledger.View, wanted Form) ledger.Ref {
	l := v.Ledger()
	settings := SettingsOf(l)
	best := contender{ref: ledger.NoRef()}
	for ref := range v.All(ledger.Claims) {
		form, scope, err := settings.ClaimForm(l, ref)
		if err != nil || form != wanted {
			continue // the checks name a scope that cannot be read
		}
		amount, err := ledger.ParseAmount(l.Value(ref, "amount"))
		if err != nil || wanted == FormCount && !amount.IsInteger() {
			continue
		}
		one := contender{ref: ref, documents: scope.Kind == ledger.Agreements, part: l.Value(ref, "part_of") != "", amount: amount}
		for _, source := range l.SourcesOf(ref) {
			if v.Has(source) {
				one.sources++
			}
		}
		if !best.ref.Exists() || one.outranks(&best) {
			best = one
		}
	}
	return best.ref
}

func (c *contender) outranks(other *contender) bool {
	switch {
	case c.documents != other.documents:
		return c.documents
	case c.part != other.part:
		return !c.part
	case c.sources != other.sources:
		return c.sources > other.sources
	}
	return c.amount.GreaterThan(other.amount)
}
