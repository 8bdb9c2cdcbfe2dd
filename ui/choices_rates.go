package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// rateRow is an exchange rate as it is being edited.
type rateRow struct {
	ref   ledger.Ref // NoRef for a new one
	cells []string
}

// rateSection adds, edits and removes exchange rates.
type rateSection struct {
	window  *Window
	rows    []*rateRow
	removed []ledger.Ref
	at      int // the row whose cells stand in the fields; -1 for none
	list    *choiceList
	add     *controls.Button
	remove  *controls.Button
	entries []*controls.Entry
	labels  []*labelledField
	source  *widget.Label // title of the source whose key is typed
	fields  *fyne.Container
	loading bool
	changed func()
}

func newRateSection(w *Window) *rateSection {
	p, l := w.printer, w.desk.ledger
	s := &rateSection{window: w, at: -1, source: prose("")}
	for ref := range l.All(ledger.Rates) {
		s.rows = append(s.rows, &rateRow{ref: ref, cells: l.Cells(ref)})
	}
	s.add = controls.NewButton(p.Text("choices.rate_add"), "", s.addRow)
	s.remove = controls.NewButton(p.Text("choices.rate_remove"), "", s.removeRow)
	s.list = newChoiceList(func() int { return len(s.rows) }, s.line, s.choose, nil, container.NewHBox(s.add))
	s.source.SizeName = theme.SizeNameCaptionText
	fields := container.New(stacked{})
	for i, column := range ledger.Rates.Columns() {
		entry := controls.NewEntry()
		entry.OnChanged = func(string) { s.typed(i) }
		field := newField(p.Column(ledger.Rates, column.Name), true, entry)
		s.entries, s.labels = append(s.entries, entry), append(s.labels, field)
		fields.Add(field.Container)
	}
	s.entries[ledger.Rates.Column("date")].SetPlaceHolder("2016-12-16")
	s.entries[ledger.Rates.Column("base")].SetPlaceHolder("USD")
	s.entries[ledger.Rates.Column("quote")].SetPlaceHolder("JPY")
	fields.Add(s.source)
	fields.Add(container.NewHBox(s.remove))
	s.fields = fields
	s.showRow()
	return s
}

func (s *rateSection) id() string                { return "rates" }
func (s *rateSection) object() fyne.CanvasObject { return s.list.object }
func (s *rateSection) own() int                  { return len(s.rows) }
func (s *rateSection) choices() []ledger.Choice  { return nil }
func (s *rateSection) restore()                  {} // rates are facts with sources, no settings
func (s *rateSection) listen(changed func())     { s.changed = changed }
func (s *rateSection) first() fyne.Focusable     { return s.list.list }

func (s *rateSection) disable() {
	s.add.Hide()
	s.remove.Hide()
	for _, entry := range s.entries {
		entry.Disable()
	}
}

// line says a rate in one line.
func (s *rateSection) line(i int) (string, bool) {
	p, row := s.window.printer, s.rows[i]
	date := row.cells[ledger.Rates.Column("date")]
	if read, err := ledger.ParseDate(date); err == nil {
		date = p.ShortDate(read)
	}
	text := strings.TrimSpace(date + "  " + row.cells[1] + "/" + row.cells[2] + "  " + row.cells[3])
	if slices.Contains(row.cells[:4], "") {
		text = p.Text("choices.rate_new")
	}
	for at := range row.cells {
		if s.wrong(row, at) != "" {
			return text, true
		}
	}
	return text, false
}

// choose puts a row into the fields.
func (s *rateSection) choose(i int) {
	s.at = i
	s.showRow()
}

func (s *rateSection) showRow() {
	if s.at < 0 || s.at >= len(s.rows) {
		s.list.set(prose(s.window.printer.Text("choices.rates.about")))
		return
	}
	s.loading = true
	for i, entry := range s.entries {
		entry.SetText(s.rows[s.at].cells[i])
		s.labels[i].blame("")
	}
	s.loading = false
	s.sayRow(false)
	s.list.set(s.fields)
}

// typed takes over what is typed in a field.
func (s *rateSection) typed(i int) {
	if s.loading || s.at < 0 || s.at >= len(s.rows) {
		return
	}
	s.rows[s.at].cells[i] = strings.TrimSpace(s.entries[i].Text)
	s.labels[i].blame(s.wrong(s.rows[s.at], i))
	s.sayRow(false)
	s.fields.Refresh()
	s.list.list.RefreshItem(s.at)
	if s.changed != nil {
		s.changed()
	}
}

// sayRow says whose source the rate has, and every fault when asked to.
func (s *rateSection) sayRow(faults bool) {
	row, l := s.rows[s.at], s.window.desk.ledger
	title := ""
	if source, ok := l.Find(ledger.Sources, row.cells[4]); ok {
		title = s.window.printer.Title(l, source)
	}
	s.source.SetText(title)
	for i := range row.cells {
		if faults {
			s.labels[i].blame(s.wrong(row, i))
		}
	}
}

// wrong says what is wrong with a cell of a rate.
func (s *rateSection) wrong(row *rateRow, at int) string {
	p, column := s.window.printer, ledger.Rates.Columns()[at]
	value := row.cells[at]
	if code, _, ok := column.Check(value); !ok {
		return p.Text("fault." + string(code))
	}
	switch column.Name {
	case "date":
		for _, other := range s.rows {
			if other != row && other.cells[0] == row.cells[0] && other.cells[1] == row.cells[1] && other.cells[2] == row.cells[2] {
				return p.Text("choices.rate_twice")
			}
		}
	case "quote":
		if value == row.cells[ledger.Rates.Column("base")] {
			return p.Text("choices.rate_same")
		}
	case "rate":
		if rate, err := ledger.ParseAmount(value); err == nil && !rate.IsPositive() {
			return p.Text("choices.rate_zero")
		}
	case "source_key":
		if _, ok := s.window.desk.ledger.Find(ledger.Sources, value); !ok {
			return p.Text("choices.rate_source")
		}
	}
	return ""
}

func (s *rateSection) check() bool {
	for i, row := range s.rows {
		for at := range row.cells {
			if s.wrong(row, at) == "" {
				continue
			}
			s.list.list.Select(i)
			s.choose(i)
			s.sayRow(true)
			return false
		}
	}
	return true
}

func (s *rateSection) addRow() {
	s.rows = append(s.rows, &rateRow{ref: ledger.NoRef(), cells: make([]string, len(ledger.Rates.Columns()))})
	s.list.list.Refresh()
	s.list.list.Select(len(s.rows) - 1)
	s.choose(len(s.rows) - 1)
	s.window.window.Canvas().Focus(s.entries[0])
	if s.changed != nil {
		s.changed()
	}
}

func (s *rateSection) removeRow() {
	if s.at < 0 || s.at >= len(s.rows) {
		return
	}
	if row := s.rows[s.at]; row.ref.Exists() {
		s.removed = append(s.removed, row.ref)
	}
	s.rows = append(s.rows[:s.at:s.at], s.rows[s.at+1:]...)
	s.at = -1
	s.list.list.UnselectAll()
	s.list.list.Refresh()
	s.showRow()
	if s.changed != nil {
		s.changed()
	}
}

// changes gives what becomes of the rows: removed, changed, added.
func (s *rateSection) changes(l *ledger.Ledger) []ledger.Change {
	var changes []ledger.Change
	for _, ref := range s.removed {
		changes = append(changes, l.Remove(ref))
	}
	next := l.NextID(ledger.Rates)
	for _, row := range s.rows {
		if !row.ref.Exists() {
			changes = append(changes, ledger.Change{Operation: ledger.AddRow, Kind: ledger.Rates, ID: next, Cells: row.cells, Recorded: s.window.today()})
			next++
			continue
		}
		for at, column := range ledger.Rates.Columns() {
			if l.Cell(row.ref, at) != row.cells[at] {
				changes = append(changes, l.Set(row.ref, column.Name, row.cells[at]))
			}
		}
	}
	return changes
}
