package ui

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// rows shows a selection in a grid: records, with group rows between them.
type rows struct {
	*desk
	selection *query.Selection
	fields    map[string]query.Field
	levels    []query.Field   // that the records are grouped by, the outermost first
	paths     []string        // by group: the values that lead to it
	heads     []head          // the headings among the rows
	closed    map[string]bool // groups, by path, that show only their headings
	length    int
	notes     map[int]string      // what a heading says beside its count, once it was asked for
	totals    map[int]string      // by group: what its records add up to, once that is known
	kept      map[ledger.Ref]bool // rows that no longer match since an edit
	places    map[int64]int       // of records in the selection, once many were looked for
	lookups   int
}

// head is the heading of a group and the row of the grid in which it stands.
type head struct{ row, group int }

// newRows makes the rows of a selection and those kept among them; closed names
// groups that show only their headings.
func newRows(d *desk, shown keptRows, closed map[string]bool) *rows {
	s := shown.shown
	r := &rows{desk: d, selection: s, kept: shown.kept, fields: map[string]query.Field{}, closed: map[string]bool{}, notes: map[int]string{}, totals: map[int]string{}}
	for _, field := range query.Fields(s.Query.Kind) {
		r.fields[field.ID] = field
	}
	for _, id := range s.Query.Group {
		if field, ok := r.fields[id]; ok {
			r.levels = append(r.levels, field)
		}
	}
	r.paths = groupPaths(s)
	r.lay(closed)
	return r
}

// lay gives each heading its row. Of a closed group neither the records nor
// the headings in it are among the rows.
func (r *rows) lay(closed map[string]bool) {
	if len(r.levels) == 0 {
		r.length = len(r.selection.Rows)
		return
	}
	hidden := -1 // the level of the closed group whose content is passed over
	for i := range r.selection.Groups {
		group := &r.selection.Groups[i]
		if hidden >= 0 && group.Level > hidden {
			continue
		}
		hidden = -1
		r.heads = append(r.heads, head{r.length, i})
		r.length++
		switch {
		case closed[r.paths[i]]:
			r.closed[r.paths[i]] = true
			hidden = group.Level
		case group.Level == len(r.levels)-1:
			r.length += group.Rows
		}
	}
}

// pathMark stands between the values that lead to a group.
const pathMark = "\x1f"

// groupPaths names every group by the values that lead to it.
func groupPaths(s *query.Selection) []string {
	paths, above := make([]string, len(s.Groups)), make([]string, query.MostGroups)
	for i := range s.Groups {
		group := &s.Groups[i]
		paths[i] = group.Value
		if group.Level > 0 {
			paths[i] = above[group.Level-1] + pathMark + group.Value
		}
		above[group.Level] = paths[i]
	}
	return paths
}

// Len counts the rows of the grid, group rows among them.
func (r *rows) Len() int { return r.length }

// at finds what stands in a row of the grid: a record, or the heading of a group.
func (r *rows) at(row int) (record, group int) {
	if len(r.heads) == 0 {
		return row, -1
	}
	head := r.heads[sort.Search(len(r.heads), func(i int) bool { return r.heads[i].row > row })-1]
	if head.row == row {
		return -1, head.group
	}
	return r.selection.Groups[head.group].First + row - head.row - 1, -1
}

func (r *rows) ref(row int) (ledger.Ref, bool) {
	if row < 0 || row >= r.Len() {
		return ledger.NoRef(), false
	}
	record, group := r.at(row)
	if group >= 0 {
		return ledger.NoRef(), false
	}
	return r.selection.Rows[record], true
}

// Group gives the heading that stands in a row.
func (r *rows) Group(row int) (grid.GroupRow, bool) {
	_, at := r.at(row)
	if at < 0 {
		return grid.GroupRow{}, false
	}
	group := &r.selection.Groups[at]
	return grid.GroupRow{Title: r.valueText(r.levels[group.Level], group.Value), Count: r.printer.Integer(len(r.matching(group))), Note: r.note(at),
		Closed: r.closed[r.paths[at]], Level: group.Level, Total: r.totals[at], In: valueColumn}, true
}

// mostNoted bounds the groups whose records are counted for their heading.
const mostNoted = 50_000

// note says how many documents of a group were signed and reported at the
// summit, unless the groups are just these.
func (r *rows) note(at int) string {
	if note, ok := r.notes[at]; ok {
		return note
	}
	group, q := &r.selection.Groups[at], r.selection.Query
	if q.Kind != ledger.Agreements || slices.Contains(q.Group, "at_summit") || group.Rows > mostNoted {
		return ""
	}
	counts := map[ledger.Presence]int{}
	for _, ref := range r.matching(group) {
		counts[r.ledger.Presence(ref)]++
	}
	var parts []string
	if n := counts[ledger.AtSummit]; n > 0 {
		parts = append(parts, r.text("listing.signed", r.printer.Integer(n)))
	}
	if n := counts[ledger.ReportedAtSummit]; n > 0 {
		parts = append(parts, r.text("listing.reported", r.printer.Integer(n)))
	}
	r.notes[at] = strings.Join(parts, r.text("listing.and"))
	return r.notes[at]
}

// groupRow is the beginning of the name of the heading of a group.
const groupRow = "group:"

// ID names the record of a row for as long as the ledger is open.
func (r *rows) ID(row int) string {
	ref, ok := r.ref(row)
	if !ok {
		_, group := r.at(row)
		return groupRow + r.paths[group]
	}
	return refID(r.ledger, ref)
}

// fewLookups is how many records are looked for one by one; for more of them
// the places of all are noted.
const fewLookups = 16

// Row finds the row of a record or of the heading of a group; false when it is
// not among the rows, such as in a closed group.
func (r *rows) Row(id string) (int, bool) {
	if path, heading := strings.CutPrefix(id, groupRow); heading {
		at := slices.IndexFunc(r.heads, func(h head) bool { return r.paths[h.group] == path })
		if at < 0 {
			return 0, false
		}
		return r.heads[at].row, true
	}
	kind, text, _ := strings.Cut(id, ":")
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || kind != r.selection.Query.Kind.String() {
		return 0, false
	}
	place, found := r.place(number)
	if !found || len(r.heads) == 0 {
		return place, found
	}
	at := sort.Search(len(r.heads), func(i int) bool { return r.selection.Groups[r.heads[i].group].First > place }) - 1
	if at < 0 {
		return 0, false
	}
	row := r.heads[at].row + 1 + place - r.selection.Groups[r.heads[at].group].First
	if group := r.heads[at].group; r.closed[r.paths[group]] || place >= r.selection.Groups[group].First+r.selection.Groups[group].Rows {
		return 0, false
	}
	return row, true
}

// place finds a record in the selection by its number in the workspace.
func (r *rows) place(number int64) (int, bool) {
	if r.lookups++; r.lookups <= fewLookups {
		at := slices.IndexFunc(r.selection.Rows, func(ref ledger.Ref) bool { return r.ledger.ID(ref) == number })
		return at, at >= 0
	}
	if r.places == nil {
		r.places = make(map[int64]int, len(r.selection.Rows))
		for i, ref := range r.selection.Rows {
			r.places[r.ledger.ID(ref)] = i
		}
	}
	at, found := r.places[number]
	return at, found
}

// refID names a record by kind and row number: keys may be edited.
func refID(l *ledger.Ledger, ref ledger.Ref) string {
	return ref.Kind.String() + ":" + strconv.FormatInt(l.ID(ref), 10)
}

// Cell writes one cell.
func (r *rows) Cell(row int, column string) grid.Cell {
	ref, ok := r.ref(row)
	if !ok {
		return grid.Cell{}
	}
	if column == titleColumn {
		cell := grid.Cell{Text: r.printer.Title(r.ledger, ref), Tag: r.printer.TitleTag(r.ledger, ref)}
		if ref.Kind == ledger.Deals && r.view.Outcome(ref).Ended() {
			cell.Token = look.Text2
		}
		if r.kept[ref] {
			cell.Tag, cell.Token = r.text("kept.mark"), look.Text3
		}
		return cell
	}
	if money := fundMoney[column]; money != nil && ref.Kind == ledger.Funds {
		return r.moneyCell(money(r.view.Fund(ref)))
	}
	if cell, ok := r.promiseCell(ref, column); ok {
		return cell
	}
	if column == ageColumn && ref.Kind == ledger.Deals {
		return r.ageCell(ref)
	}
	field, ok := r.fields[column]
	if !ok {
		return grid.Cell{}
	}
	text, mark, muted := r.cellText(ref, field)
	cell := grid.Cell{Text: text, Mark: mark}
	if currency, number, ok := strings.Cut(text, " "); ok && field.Shape == query.Amount {
		cell.Unit, cell.Text = currency, number
	}
	if muted {
		cell.Token = look.Text3
	}
	return cell
}
