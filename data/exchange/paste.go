package exchange

import (
	"slices"
	"strconv"
	"strings"

	"summitledger/data/ledger"
)

// Reasons why a pasted block is not taken as it is.
const (
	ReasonTooManyCells = "too_many_cells" // a line has more cells than there are columns
	ReasonNoField      = "no_field"       // a heading that is no field of the table
	ReasonNoRow        = "no_row"         // nothing tells which record a line belongs to
	ReasonTwoRows      = "two_rows"       // several records answer to a line
)

// Block is a block of cells as spreadsheets put it on the clipboard: lines of
// cells apart by tabs.
type Block struct {
	Text string
	Kind ledger.Kind
	// Rows and Columns say where a block without headings goes: its lines to the
	// rows, its cells to the columns, in this order. Columns that are no field
	// of the table, such as a sum, are -1.
	Rows    []ledger.Ref
	Columns []int
}

// BlockReader understands what people write in cells.
type BlockReader interface {
	// Heading finds the column of a heading, by its name or its label.
	Heading(kind ledger.Kind, heading string) (place int, ok bool)
	// Value reads a cell; base is what stands there now. problem is a reason code.
	Value(column *ledger.Column, base, found string) (value, problem string)
	// Shows reports whether the program itself shows a cell in these words.
	Shows(l *ledger.Ledger, ref ledger.Ref, place int, found string) bool
}

// Paste proposes what a block of cells would change. A first line of headings
// names the columns; with the key or the title among them, each line finds its
// record by it, and a line of a new key is a new record. Other blocks go to the
// rows and columns at hand. What cannot be taken is named, cell by cell.
func Paste(l *ledger.Ledger, b Block, reader BlockReader) Proposal {
	lines := Lines(b.Text)
	if len(lines) == 0 {
		return Proposal{}
	}
	p := pasting{ledger: l, block: b, reader: reader, table: EditedTable{Kind: b.Kind}}
	columns, headed := p.headings(lines[0])
	first := 1
	if headed {
		lines, first = lines[1:], 2
	} else {
		columns = b.Columns
	}
	for place := range b.Kind.Columns() {
		if slices.Contains(columns, place) {
			p.table.Columns = append(p.table.Columns, place)
		}
	}
	for i, line := range lines {
		p.line(i, first+i, line, columns, headed)
	}
	return Compare(nil, l, []EditedTable{p.table}, p.problems)
}

// pasting is a block on its way into a table.
type pasting struct {
	ledger   *ledger.Ledger
	block    Block
	reader   BlockReader
	table    EditedTable
	problems []Suggestion
	titles   map[string][]ledger.Ref
}

// headings reads the first line as headings: it is one when it names the key,
// the title or at least half of its cells. Headings of no field are named.
func (p *pasting) headings(line []string) (columns []int, headed bool) {
	kind := p.block.Kind
	found, told := 0, 0
	var unknown []Suggestion
	for i, heading := range line {
		place, ok := p.reader.Heading(kind, strings.TrimSpace(heading))
		if !ok || slices.Contains(columns, place) {
			place = -1
			if strings.TrimSpace(heading) != "" {
				told++
				unknown = append(unknown, Suggestion{Verdict: Problem, Kind: kind, Record: kind.Table(), New: heading, Reason: ReasonNoField, Place: cellAt(0, i)})
			}
		} else {
			found, told = found+1, told+1
		}
		columns = append(columns, place)
	}
	if found == 0 || 2*found < told && !slices.Contains(columns, kind.KeyColumn()) {
		return nil, false
	}
	p.problems = append(p.problems, unknown...)
	return columns, true
}

// line reads one line: number counts it among the lines of cells, at among all.
func (p *pasting) line(number, at int, line []string, columns []int, headed bool) {
	kind := p.block.Kind
	if empty := strings.TrimSpace(strings.Join(line, "")) == ""; empty {
		return
	}
	refuse := func(place, found, reason string) {
		p.problems = append(p.problems, Suggestion{Verdict: Problem, Kind: kind, Record: kind.Table(), New: found, Reason: reason, Place: place})
	}
	for i := len(columns); i < len(line); i++ {
		if strings.TrimSpace(line[i]) != "" {
			refuse(cellAt(at-1, i), line[i], ReasonTooManyCells)
		}
	}
	ref, isNew, reason := p.recordOf(number, line, columns, headed)
	if reason != "" {
		refuse(cellAt(at-1, 0), line[0], reason)
		return
	}
	row := EditedRow{Place: cellAt(at-1, 0)}
	if !isNew {
		row.ID = p.ledger.ID(ref)
	}
	for _, place := range p.table.Columns {
		row.Cells = append(row.Cells, p.cell(ref, isNew, place, at, line, columns))
	}
	p.table.Rows = append(p.table.Rows, row)
}

// cell reads one cell; a line that ends before it says nothing about it.
func (p *pasting) cell(ref ledger.Ref, isNew bool, place, at int, line []string, columns []int) EditedCell {
	i := slices.Index(columns, place)
	if i >= len(line) {
		return EditedCell{Same: true}
	}
	column := &p.block.Kind.Columns()[place]
	found := strings.TrimSpace(line[i])
	cell := EditedCell{Found: found, Place: cellAt(at-1, i)}
	base := ""
	if !isNew {
		base = p.ledger.Cell(ref, place)
		if found == base || p.reader.Shows(p.ledger, ref, place, found) {
			cell.Same, cell.Value = true, base
			return cell
		}
	}
	if place == p.block.Kind.KeyColumn() && !isNew {
		if known, ok := p.ledger.Resolve(p.block.Kind, found); ok && known == ref {
			cell.Same, cell.Value = true, base // an old key of the record
			return cell
		}
	}
	if found != "" {
		cell.Value, cell.Problem = p.reader.Value(column, base, found)
	}
	return cell
}

// recordOf finds the record that a line speaks of: by its key, by what
// identifies it, by its title, or by its place among the rows at hand.
func (p *pasting) recordOf(number int, line []string, columns []int, headed bool) (ref ledger.Ref, isNew bool, reason string) {
	kind := p.block.Kind
	text := func(place int) string {
		if i := slices.Index(columns, place); i >= 0 && i < len(line) {
			return strings.TrimSpace(line[i])
		}
		return ""
	}
	switch key := text(max(kind.KeyColumn(), 0)); {
	case headed && kind.Keyed() && key != "":
		ref, known := p.ledger.Resolve(kind, key)
		return ref, !known, ""
	case headed && !kind.Keyed() && p.identified(columns):
		return p.identity(text)
	case number < len(p.block.Rows):
		return p.block.Rows[number], false, ""
	case headed && kind.Keyed() && slices.Contains(columns, kind.KeyColumn()):
		return ledger.NoRef(), true, "" // a new record without a key: the comparison says so
	case headed && kind.TitleColumn() >= 0 && text(kind.TitleColumn()) != "":
		switch found := p.titled(text(kind.TitleColumn())); len(found) {
		case 0:
		case 1:
			return found[0], false, ""
		default:
			return ledger.NoRef(), false, ReasonTwoRows
		}
	}
	return ledger.NoRef(), false, ReasonNoRow
}

// identified reports whether a block has all columns that name a row of its
// table.
func (p *pasting) identified(columns []int) bool {
	for _, place := range p.block.Kind.Identity() {
		if !slices.Contains(columns, place) {
			return false
		}
	}
	return true
}

// identity finds a row of a table without keys; one that is not there is new.
func (p *pasting) identity(text func(place int) string) (ref ledger.Ref, isNew bool, reason string) {
	kind := p.block.Kind
	var parts []string
	for _, place := range kind.Identity() {
		value, problem := p.reader.Value(&kind.Columns()[place], "", text(place))
		if problem != "" {
			value = text(place)
		}
		parts = append(parts, value)
	}
	ref, known := p.ledger.FindIdentity(kind, strings.Join(parts, "/"))
	return ref, !known, ""
}

// titled finds records by what people call them.
func (p *pasting) titled(title string) []ledger.Ref {
	if p.titles == nil {
		p.titles = map[string][]ledger.Ref{}
		for ref := range p.ledger.All(p.block.Kind) {
			name := p.ledger.Cell(ref, p.block.Kind.TitleColumn())
			p.titles[name] = append(p.titles[name], ref)
		}
	}
	return p.titles[title]
}

// cellAt names a cell of a block as spreadsheets do, counted from 0: B3.
func cellAt(line, column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(line+1)
}

// Lines divides a block into lines of cells. Cells with line ends or tabs stand
// in quotes, as spreadsheets write them.
func Lines(text string) [][]string {
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	if text == "" {
		return nil
	}
	var lines [][]string
	var line []string
	for {
		cell, rest := cutCell(text)
		line = append(line, cell)
		if !strings.HasPrefix(rest, "\t") {
			lines, line = append(lines, line), nil
		}
		if rest == "" {
			return lines
		}
		text = rest[1:]
	}
}

// cutCell takes the first cell from a text and leaves the sign after it.
func cutCell(text string) (cell, rest string) {
	if body, quoted := strings.CutPrefix(text, `"`); quoted {
		var out strings.Builder
		for {
			end := strings.IndexByte(body, '"')
			if end < 0 {
				break // no cell in quotes: the sign is meant
			}
			out.WriteString(body[:end])
			if body = body[end+1:]; body == "" || body[0] == '\t' || body[0] == '\n' {
				return out.String(), body
			}
			if body[0] != '"' {
				break
			}
			out.WriteByte('"')
			body = body[1:]
		}
	}
	if end := strings.IndexAny(text, "\t\n"); end >= 0 {
		return text[:end], text[end:]
	}
	return text, ""
}
