package workbook

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// ownChoices says what of an answer to a claim is the reader's own choice and
// not that of the file; nothing when nothing is.
func (b *book) ownChoices(answer analysis.ClaimAnswer) []string {
	var notes []string
	p := b.request.Printer
	if answer.Overridden {
		notes = append(notes, p.Text("claims.check.own_scope")+".")
	}
	if moved := answer.Moved(); moved > 0 {
		notes = append(notes, p.Count("claims.note.moved", moved))
	}
	return notes
}

// ownClaims lists the claims of the view whose answer has choices of the
// reader.
func (b *book) ownClaims() (claims []ledger.Ref, notes [][]string) {
	l := b.request.View.Ledger()
	settings := analysis.SettingsOf(l)
	for claim := range b.request.View.All(ledger.Claims) {
		if _, scoped := settings.Scopes[l.Key(claim)]; !scoped && settings.Buckets[l.Key(claim)] == nil {
			continue // the answer takes a pass over the records
		}
		if said := b.ownChoices(b.answer(claim)); len(said) > 0 {
			claims, notes = append(claims, claim), append(notes, said)
		}
	}
	return claims, notes
}
