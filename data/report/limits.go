package report

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// limitsPart says what the page cannot say: what is not found, not stated, not
// dated, not converted, not assessed, and what has no room on it.
func (b *brief) limitsPart(dropped []block) part {
	p, say := b.page, b.printer
	said := b.limits()
	if len(dropped) > 0 {
		var names []string
		for _, one := range dropped {
			names = append(names, one.heading)
		}
		said = append(said, say.Text("report.limits.no_room", strings.Join(names, "; ")))
	}
	heading := block{heading: say.Text("report.limits.heading"), body: func(int) []part {
		return []part{p.paragraph(b.join(said), bodyStyle, b.page.full)}
	}}
	return p.set(heading, 0, b.page.full)
}

// limits lists the sentences that apply.
func (b *brief) limits() []string {
	say, v := b.printer, b.view
	var said []string
	count := func(key string, n int, values ...string) {
		if n > 0 {
			said = append(said, say.Count(key, n, values...))
		}
	}
	c := b.claim
	if c.ref.Exists() {
		if c.ownScope {
			said = append(said, say.Text("report.limits.own_scope"))
		}
		count("report.limits.moved", c.moved)
		if c.counts == ledger.Agreements {
			count("report.limits.not_found", c.remainder)
			count("report.limits.unpapered", c.unpapered)
		} else {
			count("report.limits.projects_not_found", c.remainder)
		}
	}
	count("report.limits.force", b.figures.unforced, say.Integer(b.figures.documents))
	count("report.limits.no_amount", b.deals.blank, say.Integer(v.Len(ledger.Deals)))
	count("report.limits.amount_not_dated", b.deals.undated)
	if len(b.money.currencies) > 1 {
		said = append(said, say.Text("report.limits.not_converted"))
	}
	if v.Len(ledger.Funds) > 0 {
		said = append(said, say.Text("report.limits.fund_size"))
	}
	count("report.limits.silent", b.deals.whole.silent)
	asOf, recorded := v.AsOf(), v.Ledger().RecordedDay()
	if asOf.Known < recorded {
		undated := 0
		for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events} {
			undated += v.Ledger().Undated(kind)
		}
		count("report.limits.undated", undated)
	}
	if asOf.Happened < recorded || asOf.Known < recorded {
		said = append(said, say.Text("report.limits.words", say.Day(recorded)))
	}
	if say.Language() != locale.English && v.Ledger().Summit().Exists() {
		said = append(said, say.Text("report.limits.titles"))
	}
	if len(said) == 0 {
		said = append(said, say.Text("report.limits.empty"))
	}
	return said
}
