package ui

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// countRow is a line of a small table: what is counted of documents and of
// deals. Its numbers open.
type countRow struct {
	label   string
	figures []string // by evidenceKinds
}

// evidenceKinds lists the kinds of record whose evidence the overview weighs.
func evidenceKinds() []ledger.Kind { return []ledger.Kind{ledger.Agreements, ledger.Deals} }

// gatherEvidence counts which records the sides' own sources confirm
// (RULES 14.1), and on how many sources records rest.
func (o *overviewData) gatherEvidence() {
	d := o.desk
	for _, kind := range evidenceKinds() {
		sides := analysis.CompareSides(d.view, kind)
		all, none := d.text("overview.sides_both"), d.text("overview.sides_none")
		if len(ledger.Keys(d.ledger.Value(d.ledger.Summit(), "countries"))) != 2 {
			all, none = d.text("overview.sides_all"), d.text("overview.sides_no_one")
		}
		o.sides = o.count(o.sides, kind, "sides.all", all, sides.All)
		for i, country := range sides.Countries {
			o.sides = o.count(o.sides, kind, "sides."+country, d.text("overview.sides_only", d.printer.Country(country)), sides.Only[i])
		}
		if len(sides.Countries) > 2 {
			o.sides = o.count(o.sides, kind, "sides.some", d.text("overview.sides_some"), sides.Some)
		}
		o.sides = o.count(o.sides, kind, "sides.none", none, sides.None)
		evidence := analysis.EvidenceOf(d.view, kind)
		o.rests = o.count(o.rests, kind, "rests.none", d.text("overview.rests_none"), evidence.NoSource)
		o.rests = o.count(o.rests, kind, "rests.copies", d.text("overview.rests_copies"), evidence.CopiesOnly)
		o.rests = o.count(o.rests, kind, "rests.one", d.text("overview.rests_one"), evidence.OneSource)
		o.rests = o.count(o.rests, kind, "rests.several", d.text("overview.rests_several"), evidence.Several)
	}
}

// count puts a total into the row of its label.
func (o *overviewData) count(rows []countRow, kind ledger.Kind, id, label string, total analysis.Total) []countRow {
	f := figure{id: id + "." + kind.String(), name: label, number: o.desk.printer.Integer(total.Count), whole: o.desk.text("overview.of", o.countedOf(kind, total)), total: total}
	for i := range rows {
		if rows[i].label == label {
			rows[i].figures = append(rows[i].figures, o.add(f))
			return rows
		}
	}
	return append(rows, countRow{label: label, figures: []string{o.add(f)}})
}

// countedOf says what a total of a kind is out of: of agreements, where only
// documents count, documents.
func (o *overviewData) countedOf(kind ledger.Kind, total analysis.Total) string {
	if total.Unit == analysis.Documents {
		return o.desk.printer.Count("unit.document", analysis.CountDocuments(o.desk.view).Count)
	}
	return o.desk.printer.Records(kind, o.desk.view.Len(kind))
}

// sides and rests draw the small tables.
func (o *overview) sides(x, y, width float32) float32 {
	return o.counts(x, y, width, "overview.sides", "overview.sides_note", o.data.sides, capital(o.data.desk.text("figure.unit.documents")))
}

func (o *overview) rests(x, y, width float32) float32 {
	return o.counts(x, y, width, "overview.rests", "overview.rests_note", o.data.rests, o.data.desk.printer.Table(ledger.Agreements))
}

func (o *overview) counts(x, y, width float32, title, note string, rows []countRow, first string) float32 {
	d, s := o.data.desk, o.sheet
	if !o.data.below {
		return y
	}
	y = o.heading(x, y, width, d.text(title), d.text(note)) - 4
	kinds := []string{first, d.printer.Table(ledger.Deals)}
	column := min(110, width/4)
	for i, kind := range kinds {
		s.right(look.Cut(kind, column-8, look.SizeNote, false), x+width-float32(len(kinds)-1-i)*column, y, look.SizeNote, look.Text2, false)
	}
	y += 18
	for _, row := range rows {
		s.text(capital(row.label), x, y, width-float32(len(kinds))*column-8, look.SizeText, look.Text1, false)
		for i, id := range row.figures {
			number := o.data.figures[id].number
			wide := look.Width(number, look.SizeText, false)
			end := x + width - float32(len(kinds)-1-i)*column
			s.right(number, end, y, look.SizeText, look.Text1, false)
			o.spot(id, true, end-wide, y, wide, look.LineText)
		}
		s.rect(look.Line, x, y+22, width, 1)
		y += 24
	}
	return y
}
