package report

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/report/drawing"
)

// figures are the counts of the strip under the headline (RULES 6.1).
type figures struct {
	documents     int
	signed        int                  // documents
	byForce       map[ledger.Force]int // signed documents
	unforced      int                  // documents whose binding force no source states
	organisations int                  // distinct parties of the documents
}

// gatherFigures counts a view.
func gatherFigures(v *ledger.View) figures {
	l := v.Ledger()
	f := figures{
		documents:     analysis.CountDocuments(v).Count,
		organisations: analysis.CountOrganisations(v).Count,
		byForce:       make(map[ledger.Force]int),
	}
	for ref := range v.All(ledger.Agreements) {
		if !l.IsDocument(ref) {
			continue
		}
		if v.Agreement(ref).Signed {
			f.signed++
			f.byForce[l.Force(ref)]++
		}
		if l.Force(ref) == ledger.ForceNotStated {
			f.unforced++
		}
	}
	return f
}

// figure is one figure of the strip with what it counts.
type figure struct{ value, label string }

// strip sets the figures side by side, each over what it counts.
func (b *brief) strip() part {
	say, p := b.printer, b.page
	list := []figure{
		{say.Integer(b.figures.documents), say.Count("report.figure.documents", b.figures.documents)},
		{say.Integer(b.figures.organisations), say.Count("report.figure.organisations", b.figures.organisations)},
		{say.Integer(b.view.Len(ledger.Deals)), say.Count("report.figure.deals", b.view.Len(ledger.Deals))},
		{say.Text("report.part_of_whole", say.Integer(b.promises.assessed), say.Integer(b.promises.made)), say.Text("report.figure.promises")},
		{say.Integer(b.view.Len(ledger.Events)), say.Count("report.figure.events", b.view.Len(ledger.Events))},
		{say.Integer(b.view.Len(ledger.Sources)), say.Count("report.figure.sources", b.view.Len(ledger.Sources))},
	}
	const space = 10.0
	width := (b.page.full - space*float64(len(list)-1)) / float64(len(list))
	labels := make([][]string, len(list))
	most := 0
	for i, one := range list {
		labels[i] = p.wrap(one.label, noteStyle, width)
		most = max(most, len(labels[i]))
	}
	return part{
		height: 3 + headingStyle.lineHeight() + float64(most)*noteStyle.lineHeight(),
		draw: func(p *page, x, y float64) {
			for i, one := range list {
				p.line(x, y, width, hairline, true)
				value := p.typeface.clean(one.value)
				p.text(x, y+3+headingStyle.size(), value, headingStyle)
				for j, line := range labels[i] {
					p.text(x, y+3+headingStyle.lineHeight()+noteStyle.size()+float64(j)*noteStyle.lineHeight(), line, noteStyle)
				}
				p.say(append([]string{value}, labels[i]...)...)
				p.tell(drawing.Entry{Kind: drawing.Row, Cells: []string{value, p.typeface.clean(list[i].label)}, Right: []bool{true, false}})
				x += width + space
			}
		},
	}
}
