package ui

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// fundMoney gives the steps of a fund's money that its table shows, by column.
var fundMoney = map[string]func(ledger.FundState) []ledger.Money{
	"announced": func(s ledger.FundState) []ledger.Money { return s.Announced },
	"committed": func(s ledger.FundState) []ledger.Money { return s.Committed },
	"deployed":  func(s ledger.FundState) []ledger.Money { return s.Deployed },
	"returned":  func(s ledger.FundState) []ledger.Money { return s.Returned },
	"untraced":  func(s ledger.FundState) []ledger.Money { return s.Untraced },
}

// moneyCell writes money of several currencies; none recorded is an unknown.
func (d *desk) moneyCell(money []ledger.Money) grid.Cell {
	if len(money) == 0 {
		return grid.Cell{Text: d.text("value.unknown"), Token: look.Text3}
	}
	texts := make([]string, len(money))
	for i, one := range money {
		texts[i] = d.printer.Money(one)
	}
	return grid.Cell{Text: strings.Join(texts, ", ")}
}
