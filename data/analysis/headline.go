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

// HeadlineTotal counts records and adds up their headline amounts, one sum per
// currency. Left out of the sums, by name, are records without an amount, with
// one that nothing dates yet (RULES 7.4), and documents for which a deal, a fund
// or a later document speaks (RULES 6.3).
func HeadlineTotal(v *ledger.View, records []ledger.Ref) Total {
	total := Total{ID: "headline", Definition: "headline", Unit: Records, Count: len(records), Added: records}
	if len(records) > 0 {
		total.Unit = unitOfKind(records[0].Kind)
		if records[0].Kind == ledger.Agreements {
			total.Unit = Records // results without a paper are among them
		}
	}
	var looped map[ledger.Ref]bool
	for _, ref := range records {
		headline := v.Headline(ref)
		switch headline.State {
		case ledger.NoAmount:
			total.LeftOut = leaveOut(total.LeftOut, ReasonNoAmount, ref)
			continue
		case ledger.NotDatedAmount:
			total.LeftOut = leaveOutMoney(total.LeftOut, ReasonNotDated, ref, ledger.NoRef(), headline.Money)
			continue
		}
		if ref.Kind == ledger.Agreements {
			if looped == nil {
				looped = loopedDocuments(v)
			}
			if successor := moneySpeaker(v, ref, looped); successor.Exists() {
				total.LeftOut = leaveOutMoney(total.LeftOut, ReasonSucceeded, ref, successor, headline.Money)
				continue
			}
		}
		total.addMoney(headline.Money, ref)
	}
	return total
}
