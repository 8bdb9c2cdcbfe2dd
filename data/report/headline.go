package report

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report/drawing"
)

// headlinePart is the top of the page: a sentence made of figures, the summit,
// the claim drawn as squares, and the strip of figures.
func (b *brief) headlinePart() part {
	p := b.page
	var parts []part
	for _, sentence := range b.sentences() {
		parts = append(parts, p.paragraph(sentence, titleStyle, b.page.full))
	}
	parts = append(parts, space(2), p.shortened(b.summitLine(), bodyStyle, b.page.full, longestName))
	if b.claim.ref.Exists() {
		parts = append(parts, space(5), b.squares())
	}
	return stack(append(parts, space(7), b.strip()))
}

// longestName is how many lines the name of a summit can fill before the rest
// of the sheet has no room: the one text that is ever cut, and says so.
const longestName = 24

// sentences are the headline: what was claimed and what of it can be named.
func (b *brief) sentences() []string {
	say, c := b.printer, b.claim
	if !c.ref.Exists() {
		if b.figures.documents == 0 {
			return []string{say.Text("report.headline.empty")}
		}
		return []string{
			say.Count("report.headline.listed", b.figures.documents),
			say.Count("report.headline.signed", b.figures.signed),
		}
	}
	area := "projects"
	if c.counts == ledger.Agreements {
		area = "documents"
	}
	claimed := say.Qualified(c.qualifier, say.Integer(c.amount))
	return []string{
		locale.Capital(say.Count("report.headline.claimed_"+area, c.amount, claimed)),
		say.Count("report.headline.named_"+area, c.itemised, say.Integer(c.signed)),
	}
}

// summitLine names the summit, its places and days.
func (b *brief) summitLine() string {
	say, l := b.printer, b.view.Ledger()
	named := b.title()
	if summit := l.Summit(); summit.Exists() {
		if places := ledger.Keys(l.Value(summit, "places")); len(places) > 0 {
			named = say.Text("report.summit.at", named, b.list(places))
		}
		if l.Starts().Known() {
			named = say.Text("report.summit.on", named, say.Days(l.Starts(), l.Ends()))
		}
	}
	sentences := []string{say.Text("report.summit.line", strings.TrimSuffix(named, "."))}
	if groups, pitch := b.scale(); b.claim.ref.Exists() && len(groups) > 0 && pitch >= narrowestSquare {
		if b.claim.counts == ledger.Agreements {
			sentences = append(sentences, say.Text("report.square.document"))
		} else {
			sentences = append(sentences, say.Text("report.square.project"))
		}
	}
	return b.join(sentences)
}

// list joins names: "Nagato and Tokyo".
func (b *brief) list(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return b.printer.Text("report.and", strings.Join(names[:last], b.printer.Text("report.comma")), names[last])
}

// group is a share of the claim drawn as squares.
type group struct {
	mark  mark
	count int
	label string
}

// groups divides the claim into what is signed, what is only reported and what
// is not found.
func (b *brief) groups() []group {
	say, c := b.printer, b.claim
	var groups []group
	reported := c.itemised - c.signed - c.duplicates
	if c.counts == ledger.Agreements {
		groups = []group{
			{fullSquare, c.signed, say.Count("report.squares.signed", c.signed)},
			{greySquare, reported, say.Count("report.squares.reported", reported)},
			{crossSquare, c.duplicates, say.Count("report.squares.duplicates", c.duplicates)},
		}
	} else {
		groups = []group{{fullSquare, c.itemised, say.Count("report.squares.named", c.itemised)}}
	}
	return append(groups, group{hatchSquare, max(c.remainder, 0), say.Count("report.squares.not_found", max(c.remainder, 0))})
}

const (
	groupGap        = 8.0 // between two groups of squares
	narrowestSquare = 2.6 // below this distance squares cannot be counted
)

// scale gives the groups that have anything in them, and the distance from one
// square to the next at which they fill the page.
func (b *brief) scale() ([]group, float64) {
	var groups []group
	count := 0
	for _, one := range b.groups() {
		if one.count > 0 {
			one.label = b.page.typeface.clean(one.label)
			groups = append(groups, one)
			count += one.count
		}
	}
	if count == 0 {
		return nil, 0
	}
	return groups, (b.page.full - groupGap*float64(len(groups)-1)) / float64(count)
}

// squares draws the claim, one square for one record, with the count of each
// group over it. Groups too narrow for their label have it in a line below.
func (b *brief) squares() part {
	p, say := b.page, b.printer
	const height = 13.0
	groups, pitch := b.scale()
	if len(groups) == 0 {
		return p.paragraph(say.Text("report.squares.none"), bodyStyle, b.page.full)
	}
	labels, over := b.labelsOver(groups, pitch)
	bar := part{height: height, draw: func(p *page, x, y float64) {
		for _, one := range groups {
			p.drawGroup(one, x, y, pitch, height)
			x += pitch*float64(one.count) + groupGap
		}
	}}
	if !over {
		keys := make([]key, len(groups))
		for i, one := range groups {
			keys[i] = key{one.mark, say.Integer(one.count) + " " + one.label}
		}
		return stack([]part{bar, space(3), b.legend(keys, b.page.full)})
	}
	return stack([]part{labels, bar})
}

// labelsOver sets the count and name of each group over its squares. A label
// may begin somewhat behind its group to clear the one before, as long as it
// still stands over its own squares; otherwise it is of no use.
func (b *brief) labelsOver(groups []group, pitch float64) (part, bool) {
	p, say := b.page, b.printer
	const apart, space = 10.0, 4.0
	starts := make([]float64, len(groups))
	free, edge := 0.0, 0.0
	for i, one := range groups {
		starts[i] = max(edge, free)
		own := pitch * float64(one.count)
		if starts[i] > edge+own/3 {
			return part{}, false
		}
		free = starts[i] + p.width(say.Integer(one.count), headingStyle) + space + p.width(one.label, bodyStyle)
		if free > b.page.full {
			return part{}, false
		}
		free += apart
		edge += own + groupGap
	}
	return part{height: headingStyle.lineHeight() + 1.5, draw: func(p *page, x, y float64) {
		for i, one := range groups {
			number := say.Integer(one.count)
			p.text(x+starts[i], y+headingStyle.size(), number, headingStyle)
			p.text(x+starts[i]+p.width(number, headingStyle)+space, y+headingStyle.size(), one.label, bodyStyle)
			p.say(number + " " + one.label)
			p.tell(drawing.Entry{Kind: drawing.Item, Cells: []string{one.mark.letters(1) + " " + number + " " + one.label}})
		}
	}}, true
}

// drawGroup draws the squares of a group, or one bar when they would be too
// narrow to count.
func (p *page) drawGroup(one group, x, y, pitch, height float64) {
	if pitch < narrowestSquare {
		p.drawBox(one.mark, x, y, pitch*float64(one.count), height)
		return
	}
	width := min(pitch-1.2, height)
	for i := range one.count {
		p.drawBox(one.mark, x+float64(i)*pitch, y, width, height)
	}
}

// key explains a mark.
type key struct {
	mark mark
	text string
}

// legend sets keys in small type one after the other; a key that does not fit
// begins a new line.
func (b *brief) legend(keys []key, width float64) part {
	p := b.page
	const apart = 9.0
	type placed struct {
		key
		x    float64
		line int
	}
	var all []placed
	x, line := 0.0, 0
	for _, one := range keys {
		for i, text := range p.wrap(one.text, noteStyle, width-markWidth) {
			needed := markWidth + p.width(text, noteStyle)
			if x > 0 && (i > 0 || x+needed > width) {
				x = 0
				line++
			}
			mark := one.mark
			if i > 0 {
				mark = noMark
			}
			all = append(all, placed{key{mark, text}, x, line})
			x += needed + apart
		}
	}
	height := noteStyle.lineHeight() + 1
	return part{
		height: float64(line+1) * height,
		draw: func(p *page, x, y float64) {
			for _, one := range all {
				baseline := y + noteStyle.size() + float64(one.line)*height
				if one.mark != noMark {
					p.drawMark(one.mark, x+one.x+3, baseline-2.7)
				}
				p.text(x+one.x+markWidth-1.5, baseline, one.text, noteStyle)
				p.say(one.text)
			}
			for _, one := range keys {
				p.tell(drawing.Entry{Kind: drawing.Item, Cells: []string{one.mark.letters(1) + " " + p.typeface.clean(one.text)}})
			}
		},
	}
}
