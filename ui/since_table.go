package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/report"
	"summitledger/ui/look"
)

// sinceLayout puts the days over the numbers, and the changes under them.
type sinceLayout struct{ s *since }

// Layout is part of Fyne's layout.
func (l sinceLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.s
	s.head.Resize(fyne.NewSize(size.Width, sinceHeadHeight))
	s.ground.Move(fyne.NewPos(0, sinceHeadHeight))
	s.ground.Resize(fyne.NewSize(size.Width, max(0, size.Height-sinceHeadHeight)))
	s.counts.Move(fyne.NewPos(0, sinceHeadHeight))
	s.counts.Resize(fyne.NewSize(size.Width, s.counts.height))
	y := sinceHeadHeight + s.counts.height
	s.grid.Move(fyne.NewPos(0, y))
	s.grid.Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// MinSize is part of Fyne's layout.
func (l sinceLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

const sinceMargin = 16

// drawCounts draws the numbers and the table.
func (s *since) drawCounts(width float32) ([]fyne.CanvasObject, float32) {
	if s.desk == nil || s.changes.Kinds == nil {
		return nil, 0
	}
	page := &sheet{width: width}
	y := s.drawFigures(page, 4)
	y = s.drawCrossings(page, y+8)
	return page.objects, y + 10
}

// drawFigures says how many records changed in which way; each number opens.
func (s *since) drawFigures(page *sheet, y float32) float32 {
	d := s.desk
	x := float32(sinceMargin)
	put := func(total analysis.Total, name, words string) {
		number := d.printer.Integer(total.Count)
		numberWidth := look.Width(number, look.SizeHeading, true)
		wide := numberWidth + 6 + look.Width(words, look.SizeText, false)
		if x > sinceMargin && x+wide > page.width-sinceMargin {
			x, y = sinceMargin, y+28
		}
		token := look.Text1
		if total.Count == 0 {
			token = look.Text3
		}
		page.text(number, x, y, numberWidth+1, look.SizeHeading, token, true)
		page.text(words, x+numberWidth+6, y+2, page.width-x-numberWidth-6, look.SizeText, look.Text2, false)
		if total.Count > 0 {
			page.rect(look.Line2, x, y+22, numberWidth, 1)
			s.put(page, s.window, figure{id: "since." + total.Definition + "." + total.ID, name: name, number: number, whole: s.span(), total: total}, x-3, y-1, wide+6, 26)
		}
		x += wide + 24
	}
	for _, kind := range report.ChangeOrder() {
		if kind == analysis.ChangeNew {
			for _, kind := range report.ChangedKinds()[:7] {
				for _, total := range s.changes.New {
					if total.ID == kind.Table() {
						name := d.text("since.group", d.changeWord(fieldChange, string(analysis.ChangeNew)), small(d.printer.Table(kind)))
						put(total, name, d.printer.Count("since.new."+kind.String(), total.Count))
					}
				}
			}
			continue
		}
		for _, total := range s.changes.Kinds {
			if total.ID != string(kind) || kind == analysis.ChangeGone && total.Count == 0 {
				continue
			}
			put(total, d.changeWord(fieldChange, string(kind)), d.printer.Count("since.records."+string(kind), total.Count))
		}
	}
	return y + 28
}

// span names the days that are compared.
func (s *since) span() string {
	from, to := s.days.between(s.desk)
	return s.desk.text("since.span", s.desk.printer.Day(from), s.desk.printer.Day(to))
}

// place is where a deal stands: at a stage, at none, or not in the view.
type place struct {
	there bool
	stage ledger.Stage
}

func (d *desk) placeText(p place) string {
	if !p.there {
		return d.text("since.not_there")
	}
	return d.stageShort(p.stage)
}

// places lists the places that have deals on one side of the table, in order.
func places(cells []analysis.StageCell, of func(analysis.StageCell) place) []place {
	var list []place
	for _, candidate := range append([]place{{}, {there: true}}, stagePlaces()...) {
		for _, cell := range cells {
			if of(cell) == candidate {
				list = append(list, candidate)
				break
			}
		}
	}
	return list
}

func stagePlaces() []place {
	var list []place
	for _, stage := range ledger.Stages() {
		list = append(list, place{true, stage})
	}
	return list
}

func cellBefore(c analysis.StageCell) place { return place{c.WasThere, c.From} }
func cellAfter(c analysis.StageCell) place  { return place{c.StillThere, c.To} }

// Measures of the table.
const (
	crossingRow    = 20
	crossingLeast  = 58
	crossingWidest = 110
)

// drawCrossings draws the deals by where they stood and where they stand. Rows
// are the first day, columns the second; what stayed is pale.
func (s *since) drawCrossings(page *sheet, y float32) float32 {
	d, cells := s.desk, s.changes.Table
	if len(cells) == 0 || s.changes.New == nil && len(s.rows) == 0 {
		return y
	}
	rows, columns := places(cells, cellBefore), places(cells, cellAfter)
	from, to := s.days.between(d)
	label := look.Width(d.text("since.table_rows", d.printer.Day(from)), look.SizeNote, false)
	for _, row := range rows {
		label = max(label, look.Width(d.placeText(row), look.SizeText, false))
	}
	label += 16
	room := page.width - 2*sinceMargin - label
	column := max(crossingLeast, min(crossingWidest, room/float32(len(columns)+1)))
	head := 1
	for _, c := range columns {
		head = max(head, len(look.Wrap(d.placeText(c), column-8, look.SizeNote, false, 2)))
	}
	page.rect(look.Text1, sinceMargin, y, label+column*float32(len(columns)+1), 1)
	page.text(d.text("since.table_columns", d.printer.Day(to)), sinceMargin+label, y+4, room, look.SizeNote, look.Text3, false)
	y += 20
	headTop := y
	page.text(d.text("since.table_rows", d.printer.Day(from)), sinceMargin, y+float32(head-1)*look.LineNote, label-4, look.SizeNote, look.Text3, false)
	x := sinceMargin + label
	for _, c := range columns {
		lines := look.Wrap(d.placeText(c), column-8, look.SizeNote, false, 2)
		top := headTop + float32(head-len(lines))*look.LineNote
		for i, line := range lines {
			page.right(line, x+column-8, top+float32(i)*look.LineNote, look.SizeNote, look.Text2, false)
		}
		x += column
	}
	page.right(d.text("since.sum"), x+column-8, headTop+float32(head-1)*look.LineNote, look.SizeNote, look.Text2, true)
	y += float32(head)*look.LineNote + 2
	page.rect(look.Line, sinceMargin, y, label+column*float32(len(columns)+1), 1)
	y += 2
	for _, row := range rows {
		page.text(d.placeText(row), sinceMargin, y, label-4, look.SizeText, look.Text1, false)
		sum := analysis.Total{ID: "row", Definition: "since.table", Unit: analysis.Deals}
		for i, c := range columns {
			for _, cell := range cells {
				if cellBefore(cell) != row || cellAfter(cell) != c {
					continue
				}
				addTo(&sum, cell.Total)
				s.drawCell(page, cell.Total, d.text("since.cell", d.placeText(row), d.placeText(c)), sinceMargin+label+float32(i)*column, y, column, row == c)
			}
		}
		s.drawCell(page, sum, d.text("since.cell_row", d.placeText(row)), sinceMargin+label+float32(len(columns))*column, y, column, false)
		y += crossingRow
	}
	y += 3
	page.rect(look.Line, sinceMargin, y, label+column*float32(len(columns)+1), 1)
	y += 2
	page.text(d.text("since.sum"), sinceMargin, y, label-4, look.SizeText, look.Text1, true)
	all := analysis.Total{ID: "all", Definition: "since.table", Unit: analysis.Deals}
	for i, c := range columns {
		sum := analysis.Total{ID: "column", Definition: "since.table", Unit: analysis.Deals}
		for _, cell := range cells {
			if cellAfter(cell) == c {
				addTo(&sum, cell.Total)
			}
		}
		addTo(&all, sum)
		s.drawCell(page, sum, d.text("since.cell_column", d.placeText(c)), sinceMargin+label+float32(i)*column, y, column, false)
	}
	s.drawCell(page, all, d.printer.Table(ledger.Deals), sinceMargin+label+float32(len(columns))*column, y, column, false)
	return y + crossingRow
}

// addTo adds the records of a cell to a sum of its row or column.
func addTo(sum *analysis.Total, cell analysis.Total) {
	sum.Count += cell.Count
	sum.Added = append(sum.Added, cell.Added...)
}

// drawCell draws a number of the table that opens.
func (s *since) drawCell(page *sheet, total analysis.Total, name string, x, y, width float32, stayed bool) {
	if total.Count == 0 {
		return
	}
	number := s.desk.printer.Integer(total.Count)
	token, rule := look.Text1, look.Line2
	if stayed {
		token, rule = look.Text3, look.Line
	}
	page.right(number, x+width-8, y, look.SizeText, token, false)
	long := look.Width(number, look.SizeText, false)
	page.rect(rule, x+width-8-long, y+18, long, 1)
	whole := s.desk.text("overview.of", s.desk.printer.Records(ledger.Deals, s.desk.view.Len(ledger.Deals)))
	s.put(page, s.window, figure{id: "since.table." + name, name: name, number: number, whole: whole, total: total}, x+4, y-1, width-6, crossingRow)
}
