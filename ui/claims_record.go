package ui

import (
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// recordOf gives the panel of a record; that of a claim has its bridge in short
// and leads to the tab of claims.
func (w *Window) recordOf(d *desk, ref ledger.Ref) (blocks []panel.Block, foot string) {
	blocks, foot = recordBlocks(d, ref, w.showRecord, w.visit)
	if ref.Kind != ledger.Claims {
		return blocks, foot
	}
	at := slices.IndexFunc(blocks, func(block panel.Block) bool {
		_, section := block.(panel.Section)
		return section
	})
	if at < 0 {
		at = len(blocks)
	}
	return slices.Insert(blocks, at, w.claimBlocks(d, ref)...), foot
}

// claimBlocks says the answer to a claim in a few rows.
func (w *Window) claimBlocks(d *desk, claim ledger.Ref) []panel.Block {
	page := newClaimAnswer(d, claim, w.countAt)
	a := page.answer
	section := panel.Section{Heading: d.text("claims.answer"), Link: d.text("claims.open"), Open: func() { w.showClaim(claim) }}
	switch {
	case !a.InView:
		return []panel.Block{section, panel.Note{Mark: "dots", Text: d.text("claims.absent")}}
	case a.Form == analysis.FormComparison:
		blocks := []panel.Block{section}
		for _, row := range page.comparison() {
			blocks = append(blocks, panel.Row{Text: row.label, Right: row.number})
		}
		return append(blocks, panel.Note{Text: d.text("claims.compare.no_remainder")})
	case !a.HasRemainder:
		return []panel.Block{section, panel.Note{Mark: "dots", Text: page.whyUnscoped(w)}, panel.Note{Text: d.text("claims.unscoped.meaning")}}
	}
	section.Note = page.unitWord()
	blocks := []panel.Block{section, panel.Row{Text: d.text("report.bridge.claimed_undated"), Right: page.number(a.Amount), Bold: true, Under: true}}
	for _, bucket := range page.answer.ByCertainty() {
		if len(bucket.Items) > 0 {
			blocks = append(blocks, panel.Row{Text: d.bucketName(bucket.ID), Right: page.number(bucket.Value), Open: func() { w.showBucket(claim, bucket.ID) }})
		}
	}
	missing := d.text("report.bridge.not_found")
	if a.Remainder.IsNegative() {
		missing = d.text("report.bridge.beyond")
	}
	return append(blocks, panel.Row{Text: missing, Right: page.remainder(page.number), Bold: true})
}

// showBucket goes to a claim with the records of one row listed.
func (w *Window) showBucket(claim ledger.Ref, bucket string) {
	w.showClaim(claim)
	for _, v := range w.views {
		if c, ok := v.(*claims); ok {
			c.bucket = bucket
		}
	}
}
