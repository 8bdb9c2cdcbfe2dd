package ui

import (
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
	group     query.Field
}

func newRows(d *desk, s *query.Selection) *rows {
	r := &rows{desk: d, selection: s, fields: map[string]query.Field{}}
	for _, field := range query.Fields(s.Query.Kind) {
		r.fields[field.ID] = field
	}
	r.group = r.fields[s.Query.Group]
	return r
}

// Len counts the rows of the grid, group rows among them.
func (r *rows) Len() int { return len(r.selection.Rows) + len(r.selection.Groups) }

// at finds what stands in a row of the grid: a record, or the heading of a group.
func (r *rows) at(row int) (record int, group *query.Group) {
	groups := r.selection.Groups
	if len(groups) == 0 {
		return row, nil
	}
	// Group i stands in row First+i: each group before it has one heading.
	i := sort.Search(len(groups), func(i int) bool { return groups[i].First+i > row }) - 1
	if groups[i].First+i == row {
		return -1, &groups[i]
	}
	return row - i - 1, nil
}

func (r *rows) ref(row int) (ledger.Ref, bool) {
	if row < 0 || row >= r.Len() {
		return ledger.NoRef(), false
	}
	record, group := r.at(row)
	if group != nil {
		return ledger.NoRef(), false
	}
	return r.selection.Rows[record], true
}

// Group gives the heading that stands in a row.
func (r *rows) Group(row int) (grid.GroupRow, bool) {
	_, group := r.at(row)
	if group == nil {
		return grid.GroupRow{}, false
	}
	return grid.GroupRow{Title: r.valueText(r.selection.Query.Kind, r.group, group.Value), Count: r.printer.Integer(group.Rows)}, true
}

// ID names the record of a row for as long as the ledger is open.
func (r *rows) ID(row int) string {
	ref, ok := r.ref(row)
	if !ok {
		_, group := r.at(row)
		return "group:" + group.Value
	}
	return refID(r.ledger, ref)
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
		return cell
	}
	if money := fundMoney[column]; money != nil && ref.Kind == ledger.Funds {
		return r.moneyCell(money(r.view.Fund(ref)))
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
