package report

import (
	"context"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"summitledger/data/report/drawing"
)

// Table is records in lines and columns, as a grid shows them. Column heads, and
// the heading of the group at hand, stand again on every sheet.
type Table struct {
	Columns []TableColumn
	Lines   []TableLine
}

// TableColumn is a column of a table. It is as wide as its texts need, within
// what the sheet has.
type TableColumn struct {
	Title string
	Right bool // numbers stand at the right edge and are never broken
}

// TableLine is a record, the heading of a group, or a sum.
type TableLine struct {
	Cells []TableCell
	Head  string // of a group: what its records have in common; such a line has no cells
	Aside string // of a group: how many there are, and what of them
	Level int    // of a group: 0 for the outermost
	Sum   bool   // adds up the lines above: a rule over it, its first text bold
}

// TableCell is a text with a mark of the design before it.
type TableCell struct{ Text, Sign string }

// filled leaves the columns away that say nothing.
func (t *Table) filled() *Table {
	said := make([]bool, len(t.Columns))
	for _, line := range t.Lines {
		for i, cell := range line.Cells {
			said[i] = said[i] || cell.Text != ""
		}
	}
	out := &Table{Lines: slices.Clone(t.Lines)}
	for i, column := range t.Columns {
		if said[i] {
			out.Columns = append(out.Columns, column)
		}
	}
	for i := range out.Lines {
		var cells []TableCell
		for at, cell := range out.Lines[i].Cells {
			if said[at] {
				cells = append(cells, cell)
			}
		}
		out.Lines[i].Cells = cells
	}
	return out
}

// Limits of the width of a column in points.
const (
	widestColumn  = 210.0 // longer texts wrap
	leastColumn   = 34.0
	shortText     = 74.0 // shorter ones, such as days, are not broken
	tablesInclude = 4000 // lines by which columns are measured
)

// widths are what the columns of a table ask for: what nearly all of their texts
// need, all of them, and the least at which no word is broken.
func (p *page) widths(t Table) (wanted, natural, least []float64) {
	n := len(t.Columns)
	wanted, natural, least = make([]float64, n), make([]float64, n), make([]float64, n)
	texts := make([][]float64, n)
	for i, one := range t.Columns {
		natural[i] = p.width(p.typeface.clean(one.Title), noteStyle)
		least[i] = min(p.longestWord(one.Title, noteStyle), widestColumn)
	}
	step := max(1, len(t.Lines)/tablesInclude)
	for at := 0; at < len(t.Lines); at += step {
		for i, cell := range t.Lines[at].Cells {
			mark := 0.0
			if cell.Sign != "" {
				mark = markWidth
			}
			width := p.width(p.typeface.clean(cell.Text), bodyStyle) + mark
			texts[i] = append(texts[i], width)
			natural[i] = max(natural[i], width)
			if t.Columns[i].Right {
				least[i] = max(least[i], width)
			} else if width > least[i] {
				least[i] = max(least[i], min(p.longestWord(cell.Text, bodyStyle)+mark, widestColumn/2), min(width, shortText))
			}
		}
	}
	for i := range natural {
		natural[i] = max(natural[i]+0.5, leastColumn)
		least[i] = min(max(least[i]+0.5, leastColumn), natural[i])
		wanted[i] = least[i]
		if slices.Sort(texts[i]); len(texts[i]) > 0 {
			wanted[i] = max(least[i], texts[i][len(texts[i])*9/10]+0.5)
		}
		if !t.Columns[i].Right {
			wanted[i] = min(wanted[i], max(widestColumn, least[i]))
		}
	}
	return wanted, natural, least
}

// longestWord is the width of the longest piece of a text that is not broken.
func (p *page) longestWord(text string, s style) float64 {
	text = p.typeface.clean(text)
	longest, state := 0.0, -1
	for text != "" {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		longest = max(longest, p.width(strings.TrimRight(segment, " "), s))
	}
	return longest
}

// fit gives the columns their widths on the sheet. What is missing is taken from
// the widest, down to their longest word; what is left goes to those that still
// break texts, or stays free at the right.
func (p *page) fit(t Table) table {
	wanted, natural, least := p.widths(t)
	room := p.full - between*float64(len(t.Columns)-1)
	columns := make(table, len(t.Columns))
	for i := range columns {
		columns[i] = column{width: wanted[i], right: t.Columns[i].Right}
	}
	sum := func() float64 {
		total := 0.0
		for _, one := range columns {
			total += one.width
		}
		return total
	}
	for excess := sum() - room; excess > 0.01; excess = sum() - room {
		widest, next := -1, 0.0
		for i, one := range columns {
			switch slack := one.width - least[i]; {
			case slack < 0.01:
			case widest < 0 || one.width > columns[widest].width:
				if widest >= 0 {
					next = max(next, columns[widest].width)
				}
				widest = i
			default:
				next = max(next, one.width)
			}
		}
		if widest < 0 {
			// Even the longest words have no room: all columns of text give in alike.
			share := room / sum()
			for i := range columns {
				columns[i].width *= share
			}
			break
		}
		cut := min(excess, max(columns[widest].width-max(next, least[widest]), 1))
		columns[widest].width = max(columns[widest].width-cut, least[widest])
	}
	spare := room - sum()
	for i := range columns {
		if spare <= 0 {
			break
		}
		if missing := natural[i] - columns[i].width; !columns[i].right && missing > 0 {
			given := min(missing, spare)
			columns[i].width += given
			spare -= given
		}
	}
	return columns
}

// wide tells that the columns of a table are better off on a sheet that lies on
// its side: upright, its texts would fill too many lines.
func (p *page) wide(t Table) bool {
	wanted, _, _ := p.widths(t)
	needed := between * float64(len(wanted)-1)
	for _, width := range wanted {
		needed += width
	}
	return needed > 1.25*p.full
}

// tablePieces lays the lines of a table out.
func (p *page) tablePieces(ctx context.Context, t Table) ([]piece, error) {
	columns := p.fit(t)
	var names []string
	for _, one := range t.Columns {
		names = append(names, one.Title)
	}
	heads := stack(columns.head(p, names...))
	list := []piece{{part: heads, stays: true}}
	head := &heads
	open := make([]part, 0, 4) // headings of the groups at hand
	for i, line := range t.Lines {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if line.Head != "" {
			open = append(open[:min(line.Level, len(open))], p.groupLine(line))
			again := stack(append([]part{heads}, open...))
			head = &again
			before := heads
			if line.Level > 0 {
				before = stack(append([]part{heads}, open[:len(open)-1]...))
			}
			list = append(list, piece{part: open[len(open)-1], stays: true, head: &before})
			continue
		}
		if line.Sum {
			list = append(list, piece{part: p.sumLine(columns, line), head: head})
			continue
		}
		for _, one := range columns.bodyRows(p, cellsOf(line)) {
			list = append(list, piece{part: one, head: head})
		}
	}
	return list, nil
}

// cellsOf gives the cells of a line with their marks in ink.
func cellsOf(line TableLine) []cell {
	cells := make([]cell, len(line.Cells))
	for i, one := range line.Cells {
		cells[i] = cell{text: one.Text, mark: markNamed(one.Sign), numbers: strings.HasPrefix(one.Text, "[")}
	}
	return cells
}

// mostHeadLines is how many lines the heading of a group, or the title of a card,
// fills at most: its records have the whole text.
const mostHeadLines = 8

// groupLine is the heading of a group: bold, with its count behind it.
func (p *page) groupLine(line TableLine) part {
	indent := 10 * float64(line.Level)
	width := p.full - indent
	head := p.typeface.clean(line.Head)
	aside := p.typeface.clean(line.Aside)
	headLines := p.capped(head, strongStyle, width-p.width(aside, noteStyle)-between, mostHeadLines)
	height := 4 + float64(len(headLines))*strongStyle.lineHeight() + rowPadding
	return part{height: height, draw: func(p *page, x, y float64) {
		p.tell(drawing.Entry{Kind: drawing.Heading, Level: 3 + line.Level, Cells: []string{headed(head, aside)}})
		for i, text := range headLines {
			baseline := y + 4 + strongStyle.size() + float64(i)*strongStyle.lineHeight()
			p.text(x+indent, baseline, text, strongStyle)
			if i == len(headLines)-1 {
				p.text(x+indent+p.width(text, strongStyle)+between, baseline, aside, noteStyle)
				p.say(text, aside)
				continue
			}
			p.say(text)
		}
		p.line(x, y+height, p.full, hairline, true)
	}}
}

// sumLine sets a sum under a rule.
func (p *page) sumLine(columns table, line TableLine) part {
	cells := cellsOf(line)
	for i := range cells {
		if cells[i].text != "" {
			cells[i].strong = !columns[i].right
			break
		}
	}
	return stack([]part{ruled(columns.total(), hairline, true), columns.row(p, bodyStyle, cells), space(3)})
}
