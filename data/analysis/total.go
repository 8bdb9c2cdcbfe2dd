package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// Units of totals.
const (
	Documents     = "documents"
	Deals         = "deals"
	Chains        = "chains"
	Organisations = "organisations"
	Events        = "events"
	Promises      = "promises"
	Tracks        = "tracks"
	Funds         = "funds"
	Records       = "records" // of several kinds
)

// Total is a figure with the records behind it: what was added up, what was
// left out and why (DESIGN 1.3). A total has a unit always (RULES 6.1).
type Total struct {
	ID         string // what is totalled: a stage, a rung, a word of a vocabulary
	Definition string // what the figure means in words: "definition." and this in the catalogue of texts
	Unit       string // what Count counts
	Count      int
	Sums       []Sum // one per currency, in order of currency code
	Added      []ledger.Ref
	LeftOut    []LeftOut
}

// Sum is an amount of one currency with the records or events that state it.
type Sum struct {
	Money   ledger.Money
	Records []ledger.Ref
}

// LeftOut lists records that a figure does not include, for one reason.
type LeftOut struct {
	Reason  string
	Refs    []ledger.Ref
	Instead []ledger.Ref   // the record that speaks for Refs[i]; empty when none does for any
	Money   []ledger.Money // the amount of Refs[i] that is left out; empty when no amounts are meant
}

// add counts a record.
func (t *Total) add(ref ledger.Ref) {
	t.Count++
	t.Added = append(t.Added, ref)
}

// addMoney adds an amount to the sum of its currency.
func (t *Total) addMoney(money ledger.Money, from ...ledger.Ref) {
	at, found := slices.BinarySearchFunc(t.Sums, money.Currency, func(s Sum, c ledger.Currency) int {
		switch {
		case s.Money.Currency < c:
			return -1
		case s.Money.Currency > c:
			return 1
		}
		return 0
	})
	if !found {
		t.Sums = slices.Insert(t.Sums, at, Sum{Money: ledger.Money{Currency: money.Currency}})
	}
	t.Sums[at].Money.Amount = t.Sums[at].Money.Amount.Add(money.Amount)
	t.Sums[at].Records = append(t.Sums[at].Records, from...)
}

// Sum gives the sum of one currency, the zero Money when nothing is in it.
func (t Total) Sum(currency ledger.Currency) ledger.Money {
	for _, sum := range t.Sums {
		if sum.Money.Currency == currency {
			return sum.Money
		}
	}
	return ledger.Money{}
}

// leaveOut lists a record under a reason, in the order in which reasons come.
func leaveOut(list []LeftOut, reason string, ref ledger.Ref) []LeftOut {
	at := leftOutAt(&list, reason)
	list[at].Refs = append(list[at].Refs, ref)
	return list
}

// leaveOutMoney lists an amount under a reason with the record that speaks
// instead, NoRef when none does.
func leaveOutMoney(list []LeftOut, reason string, ref, instead ledger.Ref, money ledger.Money) []LeftOut {
	at := leftOutAt(&list, reason)
	list[at].Refs = append(list[at].Refs, ref)
	list[at].Instead = append(list[at].Instead, instead)
	list[at].Money = append(list[at].Money, money)
	return list
}

func leftOutAt(list *[]LeftOut, reason string) int {
	for i := range *list {
		if (*list)[i].Reason == reason {
			return i
		}
	}
	*list = append(*list, LeftOut{Reason: reason})
	return len(*list) - 1
}
