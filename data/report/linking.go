package report

import (
	"regexp"

	"summitledger/data/report/drawing"
)

// What of a text leads somewhere: the number of a source, an address.
var (
	sourceNumber = regexp.MustCompile(`\[[^\[\] ]+\]`)
	webAddress   = regexp.MustCompile(`https?://\S+`)
)

// notesAnchor is the place of the notes of a page.
const notesAnchor = "notes"

// anchor makes the height of a page the aim of links.
func (p *page) anchor(name string, y float64) {
	p.sheet.Add(drawing.Anchor{Name: name, Y: y})
}

// link makes a line of text lead to an anchor or to an address.
func (p *page) link(x, baseline, width float64, s style, target, address string) {
	p.sheet.Add(drawing.Link{X: x, Y: baseline - s.size(), W: width, H: s.lineHeight(), Target: target, Address: address})
}

// linkNumbers makes the numbers of sources in a line lead to the sources.
func (p *page) linkNumbers(x, baseline float64, line string, s style) {
	for _, at := range sourceNumber.FindAllStringIndex(line, -1) {
		number := line[at[0]:at[1]]
		p.link(x+p.width(line[:at[0]], s), baseline, p.width(number, s), s, number, "")
	}
}

// linked says where the cells of a row of a section lead: the row of a source
// is the aim of its number, and opens its address.
func linked(cells []cell) []cell {
	if len(cells) < 2 {
		return cells
	}
	first := cells[0].text
	if at := sourceNumber.FindStringIndex(first); at != nil && at[0] == 0 && at[1] == len(first) {
		cells[0].anchor = first
	}
	for i := range cells {
		cells[i].numbers = i > 0
		cells[i].address = webAddress.FindString(cells[i].text)
	}
	return cells
}
