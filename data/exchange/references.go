package exchange

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// mergedInto finds the record that took over one with an old key.
func (c *comparison) mergedInto(kind ledger.Kind, key string) (ledger.Ref, bool) {
	if !c.old[kind.String()+":"+key] {
		return ledger.NoRef(), false
	}
	return c.now.Resolve(kind, key)
}

// mergedRow proposes what a file changed in a row that was merged into another
// one: there it is for the reader to decide.
func (c *comparison) mergedRow(t *EditedTable, row *EditedRow, was, into ledger.Ref) {
	for i, place := range t.Columns {
		cell := &row.Cells[i]
		base, stands := c.base.Cell(was, place), c.now.Cell(into, place)
		if cell.Same || cell.Problem != "" || place == t.Kind.KeyColumn() {
			continue
		}
		value := c.current(t.Kind, into, place, cell.Value)
		if value == base || value == stands {
			continue
		}
		c.list = append(c.list, Suggestion{Verdict: Conflict, Kind: t.Kind, ID: c.now.ID(into), Record: c.now.Name(into), Field: t.Kind.Columns()[place].Name,
			Base: base, Old: stands, New: value, Reason: ReasonMergedHere, Place: cell.Place})
	}
}

// current writes a value of a standing row with the keys that records have now.
func (c *comparison) current(kind ledger.Kind, ref ledger.Ref, place int, value string) string {
	return c.withKeys(kind, place, value, func(column int) string { return c.now.Cell(ref, column) })
}

// currentOf is current for a row that is not there yet.
func (c *comparison) currentOf(kind ledger.Kind, cells []string, place int, value string) string {
	return c.withKeys(kind, place, value, func(column int) string { return cells[column] })
}

func (c *comparison) withKeys(kind ledger.Kind, place int, value string, cell func(column int) string) string {
	target, refers := targetOf(kind, place, cell)
	if !refers || len(c.old) == 0 || value == "" {
		return value
	}
	var keys []string
	for key := range strings.SplitSeq(value, ";") {
		if into, merged := c.mergedInto(target, key); merged {
			key = c.now.Key(into)
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return strings.Join(keys, ";")
}

// targetOf gives the kind of the records that the keys of a cell name.
func targetOf(kind ledger.Kind, place int, cell func(column int) string) (ledger.Kind, bool) {
	column := &kind.Columns()[place]
	switch {
	case column.Type != ledger.ReferenceColumn && column.Type != ledger.ReferencesColumn:
		return 0, false
	case column.KindColumn == "":
		return column.Target, true
	}
	return ledger.ParseKind(cell(kind.Column(column.KindColumn)))
}

// unknownKey gives the first key of a cell that names no record, neither in the
// workspace nor in the file.
func (c *comparison) unknownKey(kind ledger.Kind, cells []string, place int) (string, bool) {
	target, refers := targetOf(kind, place, func(column int) string { return cells[column] })
	if !refers || cells[place] == "" {
		return "", false
	}
	for key := range strings.SplitSeq(cells[place], ";") {
		if _, there := c.now.Find(target, key); !there && !c.coming[target.String()+":"+key] {
			return key, true
		}
	}
	return "", false
}

// namesNobody reports whether a cell names a record that is not there, or says
// of which kind a record is that another cell names and that is of no such kind.
func (c *comparison) namesNobody(kind ledger.Kind, cells []string, place int) bool {
	if _, unknown := c.unknownKey(kind, cells, place); unknown {
		return true
	}
	for other, column := range kind.Columns() {
		if column.KindColumn == kind.Columns()[place].Name {
			if _, unknown := c.unknownKey(kind, cells, other); unknown {
				return true
			}
		}
	}
	return false
}

// settle looks at a row as it would be with all its proposed cells, from the
// given place of the list: cells that break it together, or that name a record
// that is not there, are refused, the rest stays on offer.
func (c *comparison) settle(kind ledger.Kind, ref ledger.Ref, began int) {
	proposed := c.list[began:]
	if len(proposed) == 0 {
		return
	}
	cells := c.now.Cells(ref)
	for i := range proposed {
		if s := &proposed[i]; s.Verdict != Problem {
			cells[kind.Column(s.Field)] = s.New
		}
	}
	refuse := func(s *Suggestion, reason string) {
		if s.Verdict != Problem {
			s.Verdict, s.Reason, s.Accepted = Problem, reason, false
		}
	}
	for i := range proposed {
		s := &proposed[i]
		place := kind.Column(s.Field)
		if c.namesNobody(kind, cells, place) {
			refuse(s, ReasonNoRecord)
		}
		if place == kind.KeyColumn() && s.Verdict != Problem {
			if other, taken := c.now.Find(kind, s.New); taken && other != ref {
				refuse(s, ReasonKeyTaken)
			}
		}
	}
	for _, fault := range kind.CheckRow(cells) {
		for i := range proposed {
			s := &proposed[i]
			if s.Field == fault.Column || kind.Columns()[kind.Column(s.Field)].Pair == fault.Column {
				refuse(s, ReasonRowNotValid)
			}
		}
	}
}
