package report

import "summitledger/data/report/drawing"

// block is a headed part of the page in one of its columns. A list in it shows
// as many rows as the page has room for and counts the others.
type block struct {
	name    string                  // of the list, the same on every page
	heading string                  // set in 11 bold under a rule
	aside   string                  // in small type at the right of the heading
	rows    int                     // rows of the list; 0 for a block that is always whole
	body    func(shown int) []part  // the parts under the heading
	more    func(hidden int) string // the line that counts the hidden rows
}

// headingSpace is the room between the rule over a heading and the heading.
const headingSpace = 1.5

// set lays the block out with a number of rows of its list.
func (p *page) set(b block, shown int, width float64) part {
	aside := p.typeface.clean(b.aside)
	asideWidth := p.width(aside, noteStyle)
	headingWidth := width
	if asideWidth > 0 {
		headingWidth -= asideWidth + between
	}
	lines := p.wrap(b.heading, headingStyle, headingWidth)
	heading := part{
		height: headingSpace + float64(len(lines))*headingStyle.lineHeight() + 2,
		draw: func(p *page, x, y float64) {
			p.bookmark(b.heading, 1, y)
			p.tell(drawing.Entry{Kind: drawing.Heading, Level: 2, Cells: []string{headed(p.typeface.clean(b.heading), aside)}})
			p.line(x, y, width, rule, true)
			y += headingSpace
			for i, line := range lines {
				p.text(x, y+headingStyle.size()+1+float64(i)*headingStyle.lineHeight(), line, headingStyle)
			}
			p.text(x+width-asideWidth, y+headingStyle.size()+1, aside, noteStyle)
			p.linkNumbers(x+width-asideWidth, y+headingStyle.size()+1, aside, noteStyle)
			for i, line := range lines {
				if i == 0 {
					p.say(line, aside)
					continue
				}
				p.say(line)
			}
		},
	}
	parts := append([]part{heading}, b.body(shown)...)
	if hidden := b.rows - shown; hidden > 0 {
		parts = append(parts, space(1), p.paragraph(b.more(hidden), noteStyle, width))
	}
	return stack(parts)
}
