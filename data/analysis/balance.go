package analysis

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
)

// Sides of the balance (RULES 14.2).
const (
	GivesMoney = "gives_money" // lender, investor, guarantor, buyer
	GetsMoney  = "gets_money"  // borrower, beneficiary
	GivesGoods = "gives_goods" // supplier, contractor: goods or work
	GetsGoods  = "gets_goods"  // buyer
)

// CountryBalance counts the records in which bodies of one country give or
// get. Each record counts once per side, whatever number of its parties are of
// the country. Country is empty for bodies of no country.
type CountryBalance struct {
	Country    string
	GivesMoney Total
	GetsMoney  Total
	GivesGoods Total
	GetsGoods  Total
	// Money is what the ladders of the records on the side GivesMoney hold, rung
	// by rung, where all givers of the record are of this country; agreements
	// that another record speaks for are left out (RULES 6.3, 14.2).
	Money []RungTotal
}

// Balance counts, country by country, agreements, deals and funds by who gives
// and who gets, countries in order of code. Technology and concessions are not
// in the data (RULES 14.2).
func Balance(v *ledger.View) []CountryBalance {
	l := v.Ledger()
	place := make(map[string]int)
	var list []CountryBalance
	of := func(country string) *CountryBalance {
		at, ok := place[country]
		if !ok {
			at = len(list)
			place[country] = at
			list = append(list, newBalance(country))
		}
		return &list[at]
	}
	looped := loopedDocuments(v)
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds} {
		for ref := range v.All(kind) {
			var givers []string
			for party := range v.Parties(ref) {
				organisation := l.Body(party)
				if !organisation.Exists() {
					continue
				}
				country := l.Cell(organisation, organisationCountry)
				balance := of(country)
				sides := sidesOf(l.Cell(party, partyRole))
				for _, side := range sides {
					balance.side(side).addOnce(ref)
				}
				if slices.Contains(sides, GivesMoney) && !slices.Contains(givers, country) {
					givers = append(givers, country)
				}
			}
			if len(givers) == 1 {
				of(givers[0]).addLadder(v, ref, looped)
			}
		}
	}
	slices.SortFunc(list, func(a, b CountryBalance) int {
		return cmp.Or(compareNothing(a.Country, b.Country), cmp.Compare(a.Country, b.Country))
	})
	return slices.DeleteFunc(list, func(b CountryBalance) bool {
		return b.GivesMoney.Count+b.GetsMoney.Count+b.GivesGoods.Count+b.GetsGoods.Count == 0
	})
}

func newBalance(country string) CountryBalance {
	balance := CountryBalance{
		Country:    country,
		GivesMoney: newSide(GivesMoney),
		GetsMoney:  newSide(GetsMoney),
		GivesGoods: newSide(GivesGoods),
		GetsGoods:  newSide(GetsGoods),
	}
	for _, rung := range ledger.Rungs() {
		balance.Money = append(balance.Money, RungTotal{Rung: rung, Total: Total{ID: rung.String(), Definition: "balance.money", Unit: Records}})
	}
	return balance
}

func newSide(side string) Total { return Total{ID: side, Definition: "balance." + side, Unit: Records} }

// sidesOf tells on which sides a role stands.
func sidesOf(role string) []string {
	switch role {
	case "lender", "investor", "guarantor":
		return []string{GivesMoney}
	case "buyer":
		return []string{GivesMoney, GetsGoods}
	case "borrower", "beneficiary":
		return []string{GetsMoney}
	case "supplier", "contractor":
		return []string{GivesGoods}
	}
	return nil
}

func (b *CountryBalance) side(side string) *Total {
	switch side {
	case GivesMoney:
		return &b.GivesMoney
	case GetsMoney:
		return &b.GetsMoney
	case GivesGoods:
		return &b.GivesGoods
	}
	return &b.GetsGoods
}

// addOnce counts a record that may come several times in a row.
func (t *Total) addOnce(ref ledger.Ref) {
	if n := len(t.Added); n == 0 || t.Added[n-1] != ref {
		t.add(ref)
	}
}

func (b *CountryBalance) addLadder(v *ledger.View, ref ledger.Ref, looped map[ledger.Ref]bool) {
	successor := ledger.NoRef()
	if ref.Kind == ledger.Agreements {
		successor = moneySpeaker(v, ref, looped)
	}
	for _, amount := range v.Ladder(ref).Amounts {
		for i := range b.Money {
			if b.Money[i].Rung != amount.Rung {
				continue
			}
			total := &b.Money[i].Total
			if successor.Exists() {
				total.LeftOut = leaveOutMoney(total.LeftOut, ReasonSucceeded, ref, successor, amount.Money)
				continue
			}
			total.addOnce(ref)
			total.addMoney(amount.Money, amount.From)
		}
	}
}
