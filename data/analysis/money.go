package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Reasons for which money totals leave amounts out, beside those of
// ledger.MoneyReason.
const (
	ReasonSucceeded = "succeeded" // a deal, a fund or a later document speaks for it (RULES 6.3)
	ReasonTraced    = "traced"    // disbursed by a fund to deals that report it themselves (RULES 12)
)

// RungTotal is the money of the whole ledger on one rung: sums per currency,
// never one sum (RULES 7.5).
type RungTotal struct {
	Rung  ledger.Rung
	Total Total // of events, or of records for headline amounts
}

// Money totals the money of deals, funds and agreements rung by rung, each
// amount once: an agreement that a deal, a fund or a later document speaks for
// is left out and names it (RULES 6.3, 7.1 to 7.3).
func Money(v *ledger.View) []RungTotal {
	rungs := ledger.Rungs()
	totals := make([]RungTotal, len(rungs))
	place := make(map[ledger.Rung]int, len(rungs))
	for i, rung := range rungs {
		totals[i] = RungTotal{Rung: rung, Total: newRungTotal(rung)}
		place[rung] = i
	}
	looped := loopedDocuments(v)
	for _, kind := range []ledger.Kind{ledger.Deals, ledger.Funds, ledger.Agreements} {
		for ref := range v.All(kind) {
			ladder := v.Ladder(ref)
			successor := ledger.NoRef()
			if kind == ledger.Agreements && len(ladder.Amounts) > 0 {
				successor = moneySpeaker(v, ref, looped)
			}
			for _, amount := range ladder.Amounts {
				total := &totals[place[amount.Rung]].Total
				if successor.Exists() {
					total.LeftOut = leaveOutMoney(total.LeftOut, ReasonSucceeded, ref, successor, amount.Money)
					continue
				}
				total.Added = append(total.Added, amount.From)
				total.addMoney(amount.Money, amount.From)
			}
			var counted [ledger.EstimatedRung + 1]bool
			for _, amount := range ladder.Amounts {
				if !counted[amount.Rung] && !successor.Exists() {
					counted[amount.Rung] = true
					totals[place[amount.Rung]].Total.Count++
				}
			}
			for _, left := range ladder.LeftOut {
				at, ok := place[left.Rung]
				if !ok {
					at = place[ledger.EstimatedRung] // an amount without a basis stands beside the ladder
				}
				instead := ledger.NoRef()
				if left.Reason == ledger.ReplacedByLater {
					instead = lastOn(ladder, left.Rung)
				}
				total := &totals[at].Total
				total.LeftOut = leaveOutMoney(total.LeftOut, left.Reason.String(), left.Event, instead, left.Money)
			}
			if kind == ledger.Funds {
				leaveOutTraced(v, ref, &totals[place[ledger.DisbursedRung]].Total)
			}
		}
	}
	return totals
}

// lastOn gives the event whose amount stands on a rung of a ladder last.
func lastOn(ladder ledger.Ladder, rung ledger.Rung) ledger.Ref {
	last := ledger.NoRef()
	for _, amount := range ladder.Amounts {
		if amount.Rung == rung {
			last = amount.From
		}
	}
	return last
}

// OnRung gives the total of one rung.
func OnRung(totals []RungTotal, rung ledger.Rung) Total {
	for _, total := range totals {
		if total.Rung == rung {
			return total.Total
		}
	}
	return newRungTotal(rung)
}

func newRungTotal(rung ledger.Rung) Total {
	return Total{ID: rung.String(), Definition: "rung." + rung.String(), Unit: Records}
}

// leaveOutTraced takes what a fund paid to deals, and those deals report, out
// of the disbursed total: it is in there once already.
func leaveOutTraced(v *ledger.View, fund ledger.Ref, total *Total) {
	state := v.Fund(fund)
	for _, traced := range state.Traced {
		for _, deployed := range state.Deployed {
			if deployed.Currency != traced.Currency {
				continue
			}
			twice := decimal.Min(traced.Amount, deployed.Amount)
			for i := range total.Sums {
				if total.Sums[i].Money.Currency == traced.Currency {
					total.Sums[i].Money.Amount = total.Sums[i].Money.Amount.Sub(twice)
				}
			}
			total.LeftOut = leaveOutMoney(total.LeftOut, ReasonTraced, fund, ledger.NoRef(), ledger.Money{Amount: twice, Currency: traced.Currency})
		}
	}
}

// loopedDocuments lists the documents of chains that lead back to themselves:
// each of those counts by itself (RULES 6.3).
func loopedDocuments(v *ledger.View) map[ledger.Ref]bool {
	looped := make(map[ledger.Ref]bool)
	if len(documentLinks(v)) == 0 {
		return looped
	}
	for _, chain := range DocumentChains(v) {
		if chain.Loop {
			for _, document := range chain.Documents {
				looped[document] = true
			}
		}
	}
	return looped
}

// moneySpeaker gives the record that speaks for the money of an agreement, NoRef
// when it speaks for itself. In a loop of documents only a deal or fund does.
func moneySpeaker(v *ledger.View, agreement ledger.Ref, looped map[ledger.Ref]bool) ledger.Ref {
	if !looped[agreement] {
		if successor, ok := v.Successor(agreement); ok {
			return successor
		}
		return ledger.NoRef()
	}
	l := v.Ledger()
	for link := range v.To(agreement) {
		from, _ := l.LinkEnds(link)
		if l.Relation(link) == ledger.Implements && (from.Kind == ledger.Deals || from.Kind == ledger.Funds) {
			return from
		}
	}
	return ledger.NoRef()
}
