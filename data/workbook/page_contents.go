package workbook

import (
	"strings"

	"summitledger/data/ledger"
)

// contentsPage lists every sheet, what it holds and where it is.
func (b *book) contentsPage(g *grid) {
	g.widths = []float64{36, 12, 90}
	g.single = true
	b.opening(g, "contents", 3)
	b.heads(g, b.say("contents.sheet"), "#"+b.say("contents.rows"), b.say("contents.holds"))
	for _, page := range b.pages {
		if page.id == "contents" {
			continue
		}
		g.put(1, page.name, b.styles.sheetLink)
		g.link(1, target{address: cellAddress(page.name, "A1")})
		g.put(2, "", b.styles.row)
		g.put(3, b.say("about."+page.id), b.styles.row)
		g.row++
	}
	for _, view := range b.views {
		g.put(1, view.name, b.styles.sheetLink)
		g.link(1, target{address: cellAddress(view.name, "A1")})
		g.put(2, len(view.saved.Selection.Rows), b.styles.number)
		g.put(3, b.say("about.view"), b.styles.row)
		g.row++
	}
	for _, parts := range b.describedTogether() {
		first, rows := parts[0], 0
		var formulas, further []string
		for _, d := range parts {
			place := columnName(d.places[d.identity()])
			formulas = append(formulas, "ROWS("+cellAddress(d.sheet, place+"2:"+place+cellRow(d.rows+1))+")")
			rows += d.rows
			if d.sheet != first.sheet {
				further = append(further, d.sheet)
			}
		}
		g.put(1, first.sheet, b.styles.sheetLink)
		g.link(1, target{address: cellAddress(first.sheet, "A1")})
		g.figure(2, strings.Join(formulas, "+"), rows, b.styles.number)
		about := b.say("about.table")
		if first.kind == ledger.Sources {
			about = b.say("about.sources")
		}
		if len(further) > 0 {
			about += " " + b.request.Printer.Text("workbook.goes_on", strings.Join(further, ", "))
		}
		g.put(3, about, b.styles.row)
		g.row++
	}
}

// describedTogether lists the sheets of records, those that go on with another
// one with it.
func (b *book) describedTogether() [][]described {
	var together [][]described
	for i, d := range b.described {
		if last := len(together) - 1; i > 0 && !b.sheets[i].first {
			together[last] = append(together[last], d)
		} else {
			together = append(together, []described{d})
		}
	}
	return together
}

// identity is a column that no row leaves empty.
func (d described) identity() string {
	if d.kind.Keyed() {
		return "key"
	}
	return d.kind.Columns()[0].Name
}
