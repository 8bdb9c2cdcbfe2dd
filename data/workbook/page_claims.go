package workbook

import (
	"strings"

	"summitledger/data/ledger"
)

// claimListPage lists every claim with what of it can be named.
func (b *book) claimListPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{100, 20, 16, 18, 22, 18, 40}
	b.opening(g, "claim_list", 7)
	b.heads(g, p.Record(ledger.Claims), "#"+b.say("claims.claimed"), b.say("claims.unit"), "#"+b.say("claims.itemised"), "#"+b.say("bridge.remainder"), b.say("claims.form"), b.say("claims.by"))
	for claim := range v.All(ledger.Claims) {
		answer := b.answer(claim)
		unit := p.Word("unit", answer.Unit.String())
		if answer.Currency != "" {
			unit = string(answer.Currency)
		}
		g.put(1, p.Title(l, claim), b.styles.row)
		g.link(1, b.rowOf(claim))
		g.put(2, exact(answer.Amount), b.styles.number)
		g.put(3, strings.TrimSpace(unit), b.styles.row)
		if answer.HasRemainder {
			g.put(4, exact(answer.Itemised), b.styles.number)
			g.formula(5, "B"+cellRow(g.row)+"-D"+cellRow(g.row), exact(answer.Remainder), b.styles.number)
		} else {
			g.put(4, "", b.styles.open)
			g.put(5, "", b.styles.open)
		}
		g.put(6, b.say("form."+string(answer.Form)), b.styles.row)
		g.put(7, l.Value(claim, "claimed_by"), b.styles.row)
		g.row++
	}
}
