package analysis_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func sums(total analysis.Total) string {
	var parts []string
	for _, sum := range total.Sums {
		parts = append(parts, sum.Money.String())
	}
	return strings.Join(parts, ", ")
}

func TestMoneyOfTheLedgerToday(t *testing.T) {
	totals := analysis.Money(viewToday(t))
	for rung, want := range map[ledger.Rung]string{
		ledger.ContractedRung: "809600000 EUR, 60000000000 JPY, 200000000 USD",
		ledger.FinancedRung:   "1700000000 EUR, 871000000 USD",
	} {
		if got := sums(analysis.OnRung(totals, rung)); got != want {
			t.Errorf("%s: %s, want %s (RULES 7.3)", rung, got, want)
		}
	}
}

func TestMoneyOfDealsThatEndedIsLeftOut(t *testing.T) {
	l := bundled(t)
	contracted := analysis.OnRung(analysis.Money(view(t, l, today, today)), ledger.ContractedRung)
	found := map[string]decimal.Decimal{}
	for _, left := range contracted.LeftOut {
		if left.Reason != ledger.AfterTheEnd.String() {
			continue
		}
		for i, event := range left.Refs {
			deal := l.Value(event, "subject_key")
			found[deal] = found[deal].Add(left.Money[i].Amount)
		}
	}
	for deal, want := range map[string]string{"rosneft-stake": "10500000000", "rushydro-stake": "70000000000"} {
		if found[deal].String() != want {
			t.Errorf("left out of contracted for %s: %s, want %s (RULES 7.3)", deal, found[deal], want)
		}
	}
}

func TestMoneyIsCountedOnce(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	succeeded := 0
	for _, rung := range analysis.Money(v) {
		inside := map[ledger.Ref]bool{}
		for _, ref := range rung.Total.Added {
			if inside[ref] {
				t.Errorf("%s: %s stands in it twice", rung.Rung, l.Name(ref))
			}
			inside[ref] = true
		}
		for _, left := range rung.Total.LeftOut {
			for i := range left.Instead {
				if left.Reason == ledger.ReplacedByLater.String() && !inside[left.Instead[i]] {
					t.Errorf("%s: %s is replaced by an amount that does not count", rung.Rung, l.Name(left.Refs[i]))
				}
			}
			if left.Reason != analysis.ReasonSucceeded {
				continue
			}
			for i, ref := range left.Refs {
				succeeded++
				if successor, ok := v.Successor(ref); !ok || left.Instead[i] != successor {
					t.Errorf("%s: left out without the record that speaks for it", l.Name(ref))
				}
				if inside[ref] {
					t.Errorf("%s: %s is added and left out", rung.Rung, l.Name(ref))
				}
			}
		}
	}
	if succeeded == 0 {
		t.Error("no agreement names its successor")
	}
}
