package exchange_test

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// asExported is a table of a ledger as an untouched workbook has it.
func asExported(l *ledger.Ledger, kind ledger.Kind) exchange.EditedTable {
	t := exchange.EditedTable{Kind: kind, Whole: true}
	for place := range kind.Columns() {
		t.Columns = append(t.Columns, place)
	}
	for ref := range l.All(kind) {
		row := exchange.EditedRow{ID: l.ID(ref)}
		for place := range kind.Columns() {
			row.Cells = append(row.Cells, exchange.EditedCell{Value: l.Cell(ref, place)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// The law of the comparison: no edit of either side is lost without being
// shown, and what is taken over is exactly what was accepted.
func TestNoEditOfEitherSideIsLost(t *testing.T) {
	day := ledger.DayOf(2026, time.November, 23)
	base := ledger.Generate(12, 24, 7, day)
	rapid.Check(t, func(t *rapid.T) {
		kind := ledger.Agreements
		table := asExported(base, kind)
		summary, confidence := kind.Column("summary"), kind.Column("confidence")
		now := base
		type cell struct {
			id    int64
			place int
		}
		ours, theirs := map[cell]string{}, map[cell]string{}
		edits := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) cell {
			return cell{int64(rapid.IntRange(1, 12).Draw(t, "row")), rapid.SampledFrom([]int{summary, confidence}).Draw(t, "column")}
		}), 0, 12)
		draw := func(c cell, label string) string {
			if c.place == confidence {
				return rapid.SampledFrom([]string{"high", "medium", "low"}).Draw(t, label)
			}
			return fmt.Sprintf("Summary %d.", rapid.IntRange(1, 3).Draw(t, label))
		}
		for _, c := range edits.Draw(t, "edits of the workspace") {
			ref := ledger.Ref{Kind: kind, Row: int32(c.id - 1)}
			value := draw(c, "ours")
			next, err := now.Apply([]ledger.Change{now.Set(ref, kind.Columns()[c.place].Name, value)})
			if err != nil {
				t.Fatal(err)
			}
			now, ours[c] = next, value
		}
		for _, c := range edits.Draw(t, "edits of the file") {
			value := draw(c, "theirs")
			table.Rows[c.id-1].Cells[c.place].Value = value
			theirs[c] = value
		}
		p := exchange.Compare(base, now, []exchange.EditedTable{table}, nil)
		shown := map[cell]exchange.Suggestion{}
		for _, s := range p.Suggestions {
			shown[cell{s.ID, kind.Column(s.Field)}] = s
		}
		changes, err := p.Changes(now, day)
		if err != nil {
			t.Fatal(err)
		}
		after, err := now.Apply(changes)
		if err != nil {
			t.Fatal(err)
		}
		for row := range int32(12) {
			for _, place := range []int{summary, confidence} {
				ref, c := ledger.Ref{Kind: kind, Row: row}, cell{int64(row) + 1, place}
				was, mine, got := base.Cell(ref, place), now.Cell(ref, place), after.Cell(ref, place)
				their, edited := theirs[c]
				s, isShown := shown[c]
				switch {
				case !edited || their == was || their == mine:
					if isShown || got != mine {
						t.Fatalf("%v: %+v shown, %q became %q without an edit of the file", c, s, mine, got)
					}
				case mine == was:
					if s.Verdict != exchange.Changed || got != their {
						t.Fatalf("%v: the file says %q, shown as %q, became %q", c, their, s.Verdict, got)
					}
				default:
					if s.Verdict != exchange.Conflict || s.Old != mine || s.New != their || got != mine {
						t.Fatalf("%v: both changed, shown as %+v, became %q", c, s, got)
					}
				}
			}
		}
	})
}

// A row that the workspace removed while the file went on with it comes back
// only when the reader says so.
func TestARemovedRowThatTheFileWentOnWith(t *testing.T) {
	day := ledger.DayOf(2026, time.November, 23)
	first := ledger.Generate(1, 0, 7, day)
	cells := first.Cells(ledger.Ref{Kind: ledger.Agreements})
	cells[ledger.Agreements.KeyColumn()] = "of-nobody"
	base, err := first.Apply([]ledger.Change{first.Add(ledger.Agreements, day, cells)})
	if err != nil {
		t.Fatal(err)
	}
	lonely, ok := base.Find(ledger.Agreements, "of-nobody")
	if !ok {
		t.Fatal("the agreement was not added")
	}
	now, err := base.Apply([]ledger.Change{base.Remove(lonely)})
	if err != nil {
		t.Fatal(err)
	}
	table := asExported(base, ledger.Agreements)
	for i := range table.Rows {
		if table.Rows[i].ID == base.ID(lonely) {
			table.Rows[i].Cells[ledger.Agreements.Column("summary")].Value = "Still going on."
		}
	}
	p := exchange.Compare(base, now, []exchange.EditedTable{table}, nil)
	if len(p.Suggestions) != 1 || p.Suggestions[0].Verdict != exchange.Conflict || p.Suggestions[0].Reason != exchange.ReasonRemovedHere || p.Suggestions[0].Accepted {
		t.Fatalf("%+v, want one conflict", p.Suggestions)
	}
	p.Suggestions[0].Accepted = true
	changes, err := p.Changes(now, day)
	if err != nil {
		t.Fatal(err)
	}
	after, err := now.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	back, found := after.Find(ledger.Agreements, base.Key(lonely))
	if !found || after.Value(back, "summary") != "Still going on." {
		t.Error("the row did not come back as the file has it")
	}
}
