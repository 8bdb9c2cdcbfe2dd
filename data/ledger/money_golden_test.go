package ledger_test

import (
	"strings"
	"testing"

	"summitledger/data/ledger"
)

func TestDealAmountsThatNothingDates(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		happened, known  string
		amounts, undated int
	}{
		{"2016-12-17", "2016-12-17", 17, 9},
		{today, today, -1, 0},
	} {
		v := view(t, l, c.happened, c.known)
		amounts, undated := 0, 0
		for deal := range v.All(ledger.Deals) {
			switch v.Headline(deal).State {
			case ledger.NotDatedAmount:
				undated++
				amounts++
			case ledger.HeadlineCounts:
				amounts++
			}
		}
		if undated != c.undated || (c.amounts >= 0 && amounts != c.amounts) {
			t.Errorf("at %s/%s: %d of %d amounts are not dated, want %d of %d", c.happened, c.known, undated, amounts, c.undated, c.amounts)
		}
	}
}

func sums(money []ledger.Money) string {
	var parts []string
	for _, m := range money {
		parts = append(parts, m.String())
	}
	return strings.Join(parts, ", ")
}

func TestContractedAndFinanced(t *testing.T) {
	v := view(t, bundled(t), today, today)
	byRung := map[ledger.Rung]map[ledger.Currency]ledger.Money{}
	for deal := range v.All(ledger.Deals) {
		for _, amount := range v.Ladder(deal).Amounts {
			if byRung[amount.Rung] == nil {
				byRung[amount.Rung] = map[ledger.Currency]ledger.Money{}
			}
			sum := amount.Money
			sum.Amount = sum.Amount.Add(byRung[amount.Rung][sum.Currency].Amount)
			byRung[amount.Rung][sum.Currency] = sum
		}
	}
	for _, c := range []struct {
		rung     ledger.Rung
		currency ledger.Currency
		want     string
	}{
		{ledger.ContractedRung, "EUR", "809600000 EUR"}, {ledger.ContractedRung, "USD", "200000000 USD"}, {ledger.ContractedRung, "JPY", "60000000000 JPY"},
		{ledger.FinancedRung, "EUR", "1700000000 EUR"}, {ledger.FinancedRung, "USD", "871000000 USD"},
	} {
		if got := byRung[c.rung][c.currency].String(); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.rung, c.currency, got, c.want)
		}
	}
	if n := len(byRung[ledger.ContractedRung]); n != 3 {
		t.Errorf("contracted in %d currencies, want 3: money of a deal that ended belongs to somebody else", n)
	}
}

func TestPromiseVerdicts(t *testing.T) {
	v := view(t, bundled(t), today, today)
	got := map[ledger.Verdict]int{}
	for promise := range v.All(ledger.Promises) {
		state := v.Promise(promise)
		got[state.Verdict]++
		if v.Ledger().Key(promise) == "rjif-first-project-six-months" && (state.LateAtLeast != 159 || state.LateAtMost != 188) {
			t.Errorf("rjif-first-project-six-months: late by %d to %d days, want 159 to 188", state.LateAtLeast, state.LateAtMost)
		}
	}
	for verdict, want := range map[ledger.Verdict]int{ledger.VerdictKept: 7, ledger.VerdictKeptLate: 1, ledger.VerdictPartlyKept: 3, ledger.VerdictBroken: 1,
		ledger.VerdictPastDue: 10, ledger.VerdictPending: 1, ledger.VerdictNotAssessed: 1} {
		if got[verdict] != want {
			t.Errorf("%s: %d promises, want %d", verdict, got[verdict], want)
		}
	}
}

func TestFundMoney(t *testing.T) {
	v := view(t, bundled(t), today, today)
	fund, ok := v.Ledger().Find(ledger.Funds, "russia-japan-investment-fund")
	if !ok {
		t.Fatal("the bundled summit has no Russia-Japan Investment Fund")
	}
	state := v.Fund(fund)
	for _, c := range []struct{ name, got, want string }{
		{"announced", sums(state.Announced), "1000000000 USD"}, {"committed", sums(state.Committed), "100000000000 JPY"},
		{"deployed", sums(state.Deployed), "10000000000 RUB"}, {"traced", sums(state.Traced), ""}, {"untraced", sums(state.Untraced), "10000000000 RUB"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	var deals []string
	for _, deal := range state.Deals {
		deals = append(deals, v.Ledger().Key(deal))
	}
	if got := strings.Join(deals, " "); len(deals) != 3 {
		t.Errorf("deals of the fund: %s; want rjif-en-plus, rjif-transneft, volgograd-methanol", got)
	}
}
