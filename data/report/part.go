package report

import "summitledger/data/report/drawing"

// part is a piece of the page that knows its height before it is drawn, so
// that what fits is settled first and drawn once.
type part struct {
	height float64
	draw   func(p *page, x, y float64) // y is the upper edge
}

// space is an empty part.
func space(height float64) part {
	return part{height: height, draw: func(*page, float64, float64) {}}
}

// ruled is a line across a column.
func ruled(width, weight float64, black bool) part {
	return part{height: 0, draw: func(p *page, x, y float64) { p.line(x, y, width, weight, black) }}
}

// paragraph is a text that wraps in a column.
func (p *page) paragraph(text string, s style, width float64) part {
	return told(linesPart(p.wrap(text, s, width), s), textEntry(p.typeface.clean(text), s))
}

// shortened is a paragraph of so many lines at most.
func (p *page) shortened(text string, s style, width float64, most int) part {
	lines := p.wrap(text, s, width)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], "...")
	}
	return linesPart(lines, s)
}

func linesPart(lines []string, s style) part {
	return part{
		height: float64(len(lines)) * s.lineHeight(),
		draw: func(p *page, x, y float64) {
			for i, line := range lines {
				p.text(x, y+s.size()+float64(i)*s.lineHeight(), line, s)
				p.say(line)
			}
		},
	}
}

// stack puts parts below each other.
func stack(parts []part) part {
	var whole part
	for _, one := range parts {
		whole.height += one.height
	}
	whole.draw = func(p *page, x, y float64) {
		for _, one := range parts {
			one.draw(p, x, y)
			y += one.height
		}
	}
	return whole
}

// column is a column of a table on the page.
type column struct {
	width float64
	right bool // numbers stand at the right edge
}

// table is a list of columns with a fixed space between them.
type table []column

// between is the space between two columns of a table.
const between = 6.0

// rowPadding is what a row adds to the height of its text.
const rowPadding = 1.1

// cell is what stands in one column of a row.
type cell struct {
	text    string
	strong  bool   // in bold: for labels, never for numbers
	note    string // number of the note, raised behind the text
	mark    mark   // drawn in front of the text
	runs    []run  // marks that fill the column in place of text
	anchor  string // the row is the aim of links of that name
	address string // opened by the text
	numbers bool   // numbers of sources lead to these
	// widest is the number of marks in the fullest row of the table.
	widest int
}

// plain makes cells of texts.
func plain(texts ...string) []cell {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = cell{text: text}
	}
	return cells
}

// setCell is a cell with its text broken into lines.
type setCell struct {
	cell
	style style
	lines []string
}

// row sets the cells of a row; it is as high as its longest cell.
func (t table) row(p *page, s style, cells []cell) part {
	return told(t.untold(p, s, cells), t.entry(p, drawing.Row, cells))
}

// untold is row for what the outline has already.
func (t table) untold(p *page, s style, cells []cell) part {
	set, most := t.setCells(p, s, cells)
	return t.lines(s, set, 0, most)
}

// setCells breaks the texts of a row into lines, and counts those of the longest.
func (t table) setCells(p *page, s style, cells []cell) (set []setCell, most int) {
	set, most = make([]setCell, len(cells)), 1
	for i, one := range cells {
		width := t[i].width
		if one.mark != noMark {
			width -= markWidth
		}
		if one.note != "" {
			width -= p.width(one.note, raisedStyle) + 1.5
		}
		weight := s
		if one.strong {
			weight = strongStyle
		}
		set[i] = setCell{cell: one, style: weight, lines: p.wrap(one.text, weight, width)}
		most = max(most, len(set[i].lines))
	}
	return set, most
}

// lines sets the lines of a row from one to before another.
func (t table) lines(s style, set []setCell, first, end int) part {
	return part{
		height: float64(end-first)*s.lineHeight() + rowPadding,
		draw: func(p *page, x, y float64) {
			edges := make([]float64, len(set))
			at := x
			for i := range set {
				if set[i].anchor != "" && first == 0 {
					p.anchor(set[i].anchor, y)
				}
				edges[i] = at
				at += t[i].width + between
			}
			for line := first; line < end; line++ {
				baseline := y + rowPadding/2 + s.size() + float64(line-first)*s.lineHeight()
				said := make([]string, 0, len(set))
				for i := range set {
					said = append(said, set[i].drawLine(p, t[i], edges[i], baseline, line))
				}
				p.say(said...)
			}
		},
	}
}

// drawLine draws one line of a cell and gives what it says.
func (c setCell) drawLine(p *page, in column, x, baseline float64, line int) string {
	s := c.style
	if line == 0 && len(c.runs) > 0 {
		p.drawRuns(c.runs, c.widest, x, baseline, in.width)
		return ""
	}
	if line >= len(c.lines) {
		return ""
	}
	if c.mark != noMark {
		if line == 0 {
			p.drawMark(c.mark, x+3.5, baseline-s.size()*0.36)
		}
		x += markWidth
	}
	text := c.lines[line]
	if in.right {
		x += in.width - p.width(text, s)
	}
	p.text(x, baseline, text, s)
	switch {
	case c.address != "":
		p.link(x, baseline, p.width(text, s), s, "", c.address)
	case c.numbers:
		p.linkNumbers(x, baseline, text, s)
	}
	if c.note == "" || line != len(c.lines)-1 {
		return text
	}
	p.text(x+p.width(text, s)+1.2, baseline-3.2, c.note, raisedStyle)
	p.link(x+p.width(text, s), baseline, p.width(c.note, raisedStyle)+1.2, s, notesAnchor, "")
	return text + " [" + c.note + "]"
}

// head sets the names of the columns in small type over a black hairline.
func (t table) head(p *page, texts ...string) []part {
	return t.headCells(p, plain(texts...)...)
}

// headCells is head for columns that begin with a mark.
func (t table) headCells(p *page, cells ...cell) []part {
	return []part{told(t.untold(p, noteStyle, cells), t.entry(p, drawing.Head, cells)), ruled(t.total(), hairline, true)}
}

// body sets a row with a grey hairline below it.
func (t table) body(p *page, cells ...cell) []part {
	return []part{t.row(p, bodyStyle, cells), ruled(t.total(), hairline, false)}
}

// widest is the width that a column needs for its name and the longest of its
// texts, within a limit beyond which they wrap.
func (p *page) widest(name string, limit float64, texts []string) float64 {
	width := p.width(p.typeface.clean(name), noteStyle)
	for _, text := range texts {
		width = max(width, p.width(p.typeface.clean(text), bodyStyle))
	}
	return min(width+0.5, limit)
}

// total is the width of the table.
func (t table) total() float64 {
	width := between * float64(len(t)-1)
	for _, one := range t {
		width += one.width
	}
	return width
}

// fill gives the table's only column without a width what is left of a whole.
func (t table) fill(whole float64) table {
	left := whole - between*float64(len(t)-1)
	for _, one := range t {
		left -= one.width
	}
	for i := range t {
		if t[i].width == 0 {
			t[i].width = left
		}
	}
	return t
}
