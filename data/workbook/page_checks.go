package workbook

import (
	"fmt"
	"strings"

	"summitledger/data/analysis"
)

// checksPage says whether the workbook is whole and sound by formulas of its
// own, and what the rules of consistency found.
func (b *book) checksPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{60, 18, 18, 18, 70}
	b.opening(g, "check_list", 5)
	pass, fail := b.say("check.pass"), b.say("check.fail")
	b.heads(g, b.say("check.tried"), "#"+b.say("check.expected"), "#"+b.say("check.found"), b.say("check.answer"), "")
	for _, d := range b.described {
		id := "key"
		if !d.kind.Keyed() {
			id = d.kind.Columns()[0].Name
		}
		letters := columnName(d.places[id])
		cells := cellAddress(d.sheet, fmt.Sprintf("$%s$2:$%s$%d", letters, letters, d.rows+1))
		g.put(1, b.say("check.rows", d.sheet), b.styles.row)
		g.put(2, d.rows, b.styles.number)
		g.formula(3, "COUNTA("+cells+")", d.rows, b.styles.number)
		g.formula(4, fmt.Sprintf("IF(B%d=C%d,%s,%s)", g.row, g.row, quoted(pass), quoted(fail)), pass, b.styles.good)
		g.row++
		if d.kind.Keyed() && d.rows <= mostKeysCompared {
			g.put(1, b.say("check.keys", d.sheet), b.styles.row)
			g.put(2, d.rows, b.styles.number)
			g.formula(3, "SUMPRODUCT(1/COUNTIF("+cells+","+cells+"))", d.rows, b.styles.number)
			g.formula(4, fmt.Sprintf("IF(ROUND(B%d-C%d,6)=0,%s,%s)", g.row, g.row, quoted(pass), quoted(fail)), pass, b.styles.good)
			g.row++
		}
	}
	g.row++
	g.text(1, 5, b.say("check.consistency"), b.styles.section, 13)
	b.heads(g, b.say("check.rule"), "#"+b.say("check.findings"), "#"+b.say("check.untold"), b.say("check.answer"), "")
	for _, check := range analysis.Checks(v) {
		g.put(1, p.Text("check."+check.ID), b.styles.row)
		g.put(2, len(check.Cases), b.styles.number)
		g.put(3, len(check.CannotTell), b.styles.number)
		style := b.styles.good
		switch check.Answer {
		case analysis.Finding:
			style = b.styles.bad
		case analysis.CannotTell:
			style = b.styles.open
		}
		g.put(4, p.Text("checks.answer."+string(check.Answer)), style)
		var names []string
		for _, one := range check.Cases[:min(len(check.Cases), mostNamed)] {
			if len(one.Refs) > 0 {
				names = append(names, p.Title(l, one.Refs[0]))
			}
		}
		if more := len(check.Cases) - mostNamed; more > 0 {
			names = append(names, b.say("check.more", p.Integer(more)))
		}
		text := strings.Join(names, "; ")
		g.put(5, text, b.styles.row)
		g.row++
	}
}

const (
	// mostKeysCompared bounds the check that keys stand once: it compares each
	// with all.
	mostKeysCompared = 2000
	mostNamed        = 5
)
