package ui

import (
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// claims draws what was said of the fund, side by side where it differs.
func (p *fundPage) claims(x, y, width float32) float32 {
	d, s := p.desk, p.s
	s.text(d.text("funds.claims"), x, y, width, look.SizeText, look.Text1, true)
	y += 24
	if len(p.ladder.Claims) == 0 {
		return s.wrapped(d.text("funds.no_claims"), x, y, width, look.SizeText, look.Text2, false, 0)
	}
	amounts := float32(0)
	for _, group := range p.ladder.Claims {
		for _, claim := range group.Claims {
			amounts = max(amounts, look.Width(d.claimedAmount(claim.Claim), look.SizeText, false))
		}
	}
	amounts = min(amounts+14, width*0.4)
	groups := slices.Clone(p.ladder.Claims)
	slices.SortStableFunc(groups, func(a, b analysis.FundClaims) int {
		switch {
		case a.Differ == b.Differ:
			return 0
		case a.Differ:
			return -1
		}
		return 1
	})
	others := false
	for _, group := range groups {
		if group.Differ {
			y = p.conflict(group, x, y, width)
		} else if !others {
			others = true
			s.text(d.text("funds.other_claims"), x, y, width, look.SizeText, look.Text2, false)
			y += 22
		}
		for _, claim := range group.Claims {
			y = p.claim(group, claim, x, y, amounts, width)
		}
		if group.Differ {
			y += 8
		}
	}
	return y
}

// conflict says that the claims of a group name different figures.
func (p *fundPage) conflict(group analysis.FundClaims, x, y, width float32) float32 {
	d := p.desk
	p.s.mark("differ", x, y+4)
	return p.s.wrapped(d.printer.Count("funds.differ", len(group.Claims), d.ledger.Value(group.Claims[0].Claim, "claim")), x+look.MarkSize+6, y, width-look.MarkSize-6, look.SizeText, look.Text2, false, 3) + 2
}

// claim is a line: the figure, what it is said of, who said it and when.
func (p *fundPage) claim(group analysis.FundClaims, claim analysis.Rival, x, y, amounts, width float32) float32 {
	d, s := p.desk, p.s
	s.text(d.claimedAmount(claim.Claim), x, y, amounts-8, look.SizeText, look.Text1, false)
	when := d.printer.ShortDate(d.ledger.Date(claim.Claim, "as_of"))
	if claim.Forecast {
		when += ", " + d.text("funds.forecast")
	}
	whenWide := look.Width(when, look.SizeNote, false)
	who := d.ledger.Value(claim.Claim, "claimed_by")
	if !group.Differ {
		who = d.ledger.Value(claim.Claim, "claim") + "; " + who
	}
	s.text(who, x+amounts, y, width-amounts-whenWide-12, look.SizeText, look.Text2, false)
	s.right(when, x+width, y+2, look.SizeNote, look.Text2, false)
	s.opens(x-3, y-1, width+6, 22, func() { p.window.showRecord(claim.Claim) })
	return y + 22
}

// claimedAmount writes what a claim says in its unit.
func (d *desk) claimedAmount(claim ledger.Ref) string {
	p, text := d.printer, d.ledger.Value(claim, "amount")
	column := ledger.Claims.Column("qualifier")
	position, _ := ledger.Claims.Columns()[column].Words.Position(d.ledger.Cell(claim, column))
	qualifier := ledger.Qualifier(position)
	amount, err := ledger.ParseAmount(text)
	if err != nil {
		return text // named by the checks
	}
	switch unit := d.ledger.Value(claim, "unit"); unit {
	case "money":
		text = p.Money(ledger.Money{Amount: amount, Currency: ledger.Currency(d.ledger.Value(claim, "currency"))})
	case "percent":
		text = p.Decimal(amount, max(0, -amount.Exponent())) + "%"
	default:
		text = p.Decimal(amount, max(0, -amount.Exponent())) + " " + p.Word("unit", unit)
	}
	return p.Qualified(qualifier, text)
}
