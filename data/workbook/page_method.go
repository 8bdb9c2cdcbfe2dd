package workbook

import (
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// methodPage says how the figures come about.
func (b *book) methodPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{34, 110}
	b.opening(g, "method", 2)
	pair := func(label, text string) {
		g.put(1, label, b.styles.row)
		g.put(2, text, b.styles.row)
		g.row++
	}
	asOf, settings := v.AsOf(), analysis.SettingsOf(l)
	g.text(1, 2, b.say("method.view"), b.styles.section, 13)
	pair(p.Text("workbook.happened"), p.Day(asOf.Happened)+". "+p.Text("workbook.happened.meaning"))
	pair(p.Text("workbook.known"), p.Day(asOf.Known)+". "+p.Text("workbook.known.meaning"))
	pair(b.say("method.count_at"), p.Word("count_at", b.request.CountAt.String()))
	for _, selection := range b.selections {
		if selection.Filter != "" {
			pair(p.Table(selection.Kind), selection.Filter)
		}
	}
	own, notes := b.ownClaims()
	for i, claim := range own {
		pair(p.Title(l, claim), strings.Join(notes[i], " "))
	}
	pair(b.say("method.silence"), b.say("method.silence_days", p.Integer(settings.Shelved), p.Integer(settings.Lapsed)))
	pair(b.say("method.about"), b.say("method.about_share", p.Decimal(settings.AboutMargin.Shift(2), 0)))
	pair(b.say("method.rate_age"), b.say("method.rate_age_days", p.Integer(settings.RateAge)))
	pair(b.say("method.program"), strings.TrimSpace(b.request.Program+" "+b.request.Version))
	g.row++
	g.text(1, 2, b.say("method.rates"), b.styles.section, 13)
	none := true
	for rate := range v.All(ledger.Rates) {
		none = false
		source := l.Value(rate, "source_key")
		if ref, ok := l.Find(ledger.Sources, source); ok {
			source = l.Value(ref, "publisher") + ", " + p.Title(l, ref)
		}
		pair(p.Title(l, rate), p.Date(l.Date(rate, "date"))+", "+source)
	}
	if none {
		g.text(1, 2, b.say("method.no_rates"), b.styles.note, 11)
	}
	g.row++
	g.text(1, 2, b.say("method.definitions"), b.styles.section, 13)
	for _, id := range []string{"documents", "chains", "deals", "organisations", "events"} {
		pair(b.say("summary."+id), p.Text("definition."+id))
	}
	for _, id := range analysis.BucketIDs(analysis.FormSum) {
		pair(b.say("bucket."+id), p.Text("definition.bucket."+id))
	}
	for _, rung := range ledger.Rungs() {
		pair(p.Word("rung", rung.String()), p.Text("definition.rung."+rung.String()))
	}
}
