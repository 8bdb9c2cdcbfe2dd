package exchange

import (
	"slices"

	"summitledger/data/ledger"
)

// EditedTable is a table as a file from outside has it, such as an exported
// workbook that somebody went on with.
type EditedTable struct {
	Kind    ledger.Kind
	Columns []int // places of the columns of the kind that the file has
	Rows    []EditedRow
	Whole   bool // every row of the table was exported: one that is missing was removed
}

// EditedRow is a row of such a table.
type EditedRow struct {
	ID    int64 // number under which it was exported; 0 for a row without one
	Place string
	Cells []EditedCell // one for each of the table's Columns
}

// EditedCell is what the file has in one cell.
type EditedCell struct {
	Same    bool   // it stands as it was written: nobody touched it
	Value   string // otherwise, as a summit folder writes it
	Found   string // and as the file shows it
	Problem string // why Found could not be read; the cell counts as untouched then
	Place   string
}

// Compare sets a file beside the ledger from which it was exported and the one
// that stands now, cell by cell: what only the file changed is a change, what
// both changed differently a conflict, what only the workspace changed stays.
// problems are those that reading the file found. Without a base, which may be
// nil, the file is compared with what stands.
func Compare(base, now *ledger.Ledger, tables []EditedTable, problems []Suggestion) Proposal {
	if base == nil {
		base = now
	}
	c := newComparison(base, now)
	for i := range tables {
		c.expect(&tables[i])
	}
	for i := range tables {
		c.table(&tables[i])
	}
	c.list = append(c.list, problems...)
	return c.proposal()
}

// proposal gives what was found, in the order of the verdicts.
func (c *comparison) proposal() Proposal {
	order := Verdicts()
	slices.SortStableFunc(c.list, func(a, b Suggestion) int {
		return slices.Index(order, a.Verdict) - slices.Index(order, b.Verdict)
	})
	return Proposal{Suggestions: c.list}
}

type comparison struct {
	base, now *ledger.Ledger
	list      []Suggestion
	coming    map[string]bool // names of records that the file brings along
	old       map[string]bool // old keys of merged records, by kind and key
}

func newComparison(base, now *ledger.Ledger) *comparison {
	c := &comparison{base: base, now: now, coming: map[string]bool{}, old: map[string]bool{}}
	for alias := range now.All(ledger.Aliases) {
		c.old[now.Value(alias, "record_kind")+":"+now.Value(alias, "old_key")] = true
	}
	return c
}

// expect notes the keys that a table brings along: other rows may name them.
func (c *comparison) expect(t *EditedTable) {
	at := slices.Index(t.Columns, t.Kind.KeyColumn())
	if at < 0 {
		return
	}
	for i := range t.Rows {
		if cell := &t.Rows[i].Cells[at]; !cell.Same && cell.Problem == "" && cell.Value != "" {
			c.coming[t.Kind.String()+":"+cell.Value] = true
		}
	}
}

func (c *comparison) table(t *EditedTable) {
	seen := make(map[int64]bool, len(t.Rows))
	keys := make(map[string]bool)
	for i := range t.Rows {
		row := &t.Rows[i]
		was, exported := c.base.FindID(t.Kind, row.ID)
		switch {
		case exported && !seen[row.ID]:
			seen[row.ID] = true
			is, there := c.now.FindID(t.Kind, row.ID)
			c.row(t, row, was, is, there)
		case exported:
			c.newRow(t, row, ReasonCopiedRow, keys)
		case row.ID != 0:
			c.newRow(t, row, ReasonUnknownRow, keys)
		default:
			c.newRow(t, row, "", keys)
		}
	}
	if !t.Whole {
		return
	}
	for was := range c.base.All(t.Kind) {
		id := c.base.ID(was)
		if is, there := c.now.FindID(t.Kind, id); there && !seen[id] {
			c.list = append(c.list, Suggestion{Verdict: Removed, Kind: t.Kind, ID: id, Record: c.now.Name(is), Reason: ReasonNotInFile})
		}
	}
}

// row compares the cells of a row that was exported.
func (c *comparison) row(t *EditedTable, row *EditedRow, was, is ledger.Ref, there bool) {
	if !there {
		c.removedRow(t, row, was)
		return
	}
	began := len(c.list)
	defer func() { c.settle(t.Kind, is, began) }()
	for i, place := range t.Columns {
		cell := &row.Cells[i]
		column := &t.Kind.Columns()[place]
		s := Suggestion{Verdict: Changed, Kind: t.Kind, ID: row.ID, Record: c.now.Name(is), Field: column.Name, Base: c.base.Cell(was, place),
			Old: c.now.Cell(is, place), New: cell.Value, Place: cell.Place}
		if !cell.Same && cell.Problem == "" {
			s.New = c.current(t.Kind, is, place, cell.Value)
		}
		switch {
		case cell.Problem != "":
			s.Verdict, s.New, s.Reason = Problem, cell.Found, cell.Problem
		case cell.Same || s.New == s.Base || s.New == s.Old:
			continue
		case !sound(column, s.New):
			s.Verdict, s.Reason = Problem, ReasonNotValid
		case !t.Kind.Keyed() && slices.Contains(t.Kind.Identity(), place):
			s.Verdict, s.Reason = Problem, ReasonUnchangeable
		case s.Old != s.Base:
			s.Verdict, s.Reason = Conflict, ReasonBothChanged
		}
		s.Accepted = s.Verdict == Changed
		c.list = append(c.list, s)
	}
}

// removedRow proposes to bring back a row that the workspace removed while the
// file went on with it.
func (c *comparison) removedRow(t *EditedTable, row *EditedRow, was ledger.Ref) {
	if into, merged := c.mergedInto(t.Kind, c.base.Key(was)); merged {
		c.mergedRow(t, row, was, into)
		return
	}
	cells := slices.Clone(c.base.Cells(was))
	edited := false
	for i, place := range t.Columns {
		if cell := &row.Cells[i]; !cell.Same && cell.Problem == "" && cell.Value != cells[place] {
			cells[place], edited = cell.Value, true
		}
	}
	if edited {
		c.list = append(c.list, Suggestion{Verdict: Conflict, Kind: t.Kind, ID: row.ID, Record: c.base.Name(was), Cells: cells, Reason: ReasonRemovedHere, Place: row.Place})
	}
}

func sound(column *ledger.Column, value string) bool {
	_, _, ok := column.Check(value)
	return ok
}

// newRow proposes a row that the workspace does not have. Rows without any
// value of their own are passed over.
func (c *comparison) newRow(t *EditedTable, row *EditedRow, reason string, keys map[string]bool) {
	cells := make([]string, len(t.Kind.Columns()))
	empty := true
	s := Suggestion{Verdict: Added, Kind: t.Kind, Cells: cells, Reason: reason, Place: row.Place, Accepted: true}
	for i, place := range t.Columns {
		cell := &row.Cells[i]
		cells[place] = c.currentOf(t.Kind, cells, place, cell.Value)
		empty = empty && cell.Value == "" && cell.Problem == ""
		if cell.Problem != "" {
			s.Verdict, s.Reason, s.Field, s.New, s.Place = Problem, cell.Problem, t.Kind.Columns()[place].Name, cell.Found, cell.Place
		}
	}
	if empty {
		return
	}
	s.Record = t.Kind.Named(cells)
	switch {
	case s.Verdict == Problem:
	case t.Kind.Keyed() && cells[t.Kind.KeyColumn()] == "":
		s.Verdict, s.Reason = Problem, ReasonKeyMissing
	case keys[s.Record] || c.taken(t.Kind, cells, s.Record):
		s.Verdict, s.Reason = Problem, ReasonKeyTaken
	default:
		if faults := t.Kind.CheckRow(cells); len(faults) > 0 {
			s.Verdict, s.Reason, s.Field, s.New = Problem, ReasonRowNotValid, faults[0].Column, faults[0].Value
		}
		for place := range cells {
			if key, unknown := c.unknownKey(t.Kind, cells, place); unknown && s.Verdict != Problem {
				s.Verdict, s.Reason, s.Field, s.New = Problem, ReasonNoRecord, t.Kind.Columns()[place].Name, key
			}
		}
	}
	keys[s.Record] = true
	s.Accepted = s.Verdict == Added
	c.list = append(c.list, s)
}

// taken reports whether the workspace has a record of the name already.
func (c *comparison) taken(kind ledger.Kind, cells []string, name string) bool {
	if kind.Keyed() {
		_, ok := c.now.Find(kind, cells[kind.KeyColumn()])
		return ok
	}
	for ref := range c.now.All(kind) {
		if c.now.Name(ref) == name {
			return true
		}
	}
	return false
}
