package workbook

import "summitledger/data/ledger"

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
	for _, d := range b.described {
		g.put(1, d.sheet, b.styles.sheetLink)
		g.link(1, target{address: cellAddress(d.sheet, "A1")})
		id := "key"
		if !d.kind.Keyed() {
			id = d.kind.Columns()[0].Name
		}
		place := columnName(d.places[id])
		g.figure(2, "ROWS("+cellAddress(d.sheet, place+"2:"+place+cellRow(d.rows+1))+")", d.rows, b.styles.number)
		about := b.say("about.table")
		if d.kind == ledger.Sources {
			about = b.say("about.sources")
		}
		g.put(3, about, b.styles.row)
		g.row++
	}
}
