package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// DefaultAboutMargin is the share by which an amount told as "about" may be off
// (RULES 7.6).
func DefaultAboutMargin() decimal.Decimal { return decimal.New(1, -1) }

// checkDisbursed finds records with more disbursed than committed. Amounts of
// different currencies do not tell (RULES 7.1, 7.5).
func checkDisbursed(v *ledger.View, c *Check) {
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds} {
		for ref := range v.All(kind) {
			ladder := v.Ladder(ref)
			c.compareMoney(ref, ladder.At(ledger.DisbursedRung), ladder.At(ledger.CommittedRung), "disbursed")
		}
	}
}

// checkDeployed finds funds that deployed more than their size (RULES 12).
func checkDeployed(v *ledger.View, c *Check) {
	for fund := range v.All(ledger.Funds) {
		state := v.Fund(fund)
		size := state.Announced
		if headline := v.Headline(fund); headline.State == ledger.HeadlineCounts {
			size = []ledger.Money{headline.Money}
		}
		c.compareMoney(fund, state.Deployed, size, "deployed")
	}
}

// compareMoney finds a record of which more was paid than a limit allows, and
// notes it as not told when the limit has no amount of the currency paid.
func (c *Check) compareMoney(ref ledger.Ref, paid, limits []ledger.Money, detail string) {
	if len(limits) == 0 {
		return // nothing to compare with
	}
	for _, money := range paid {
		told := false
		for _, limit := range limits {
			if limit.Currency != money.Currency {
				continue
			}
			told = true
			if money.Amount.GreaterThan(limit.Amount) {
				c.find(detail, ref)
			}
		}
		if !told {
			c.cannotTell(ref)
		}
	}
}

// checkParts finds claims whose parts make more than they do, split by split,
// in one unit only (RULES 10.1, 15.1). A claim of "more than" leaves room.
func checkParts(v *ledger.View, c *Check) {
	settings := SettingsOf(v.Ledger())
	with := settings.Bridging(AtAnnounced, nil)
	for claim := range v.All(ledger.Claims) {
		answer := itemise(v, claim, with)
		for _, split := range splits(v, answer, with) {
			room := answer.Qualifier.Range(answer.Amount, settings.AboutMargin)
			if room.Open || !split.Sum.GreaterThan(room.High) {
				continue
			}
			refs := []ledger.Ref{claim}
			for _, part := range split.Parts {
				refs = append(refs, part.Claim)
			}
			c.find(split.Word, refs...)
		}
	}
}
