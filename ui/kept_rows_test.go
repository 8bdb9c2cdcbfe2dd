package ui

import (
	"slices"
	"testing"

	"summitledger/data/ledger"
)

// An agreement that is changed so that it no longer matches stays at its place,
// marked and counted nowhere, until the table is refreshed or asks otherwise.
func TestAnEditedRowStaysUntilRefreshed(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := listingOf(w.view())
	for _, grouped := range []bool{true, false} {
		if !grouped {
			l.groupBy("")
			settle()
		}
		l.ask(l.query.With("sector", []string{"health"}))
		settle()
		before := slices.Clone(l.rows.selection.Rows)
		edited := before[2]
		w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: []ledger.Change{w.desk.ledger.Set(edited, "sector", "culture")}}, w.failIf)
		settle()
		if !slices.Equal(l.rows.selection.Rows, before) || len(l.selection.Rows) != len(before)-1 {
			t.Errorf("grouped %v: %d rows are shown and %d match, before %d", grouped, len(l.rows.selection.Rows), len(l.selection.Rows), len(before))
		}
		marked := 0
		for row := range l.rows.Len() {
			if ref, ok := l.rows.ref(row); ok && l.rows.Cell(row, titleColumn).Tag == w.printer.Text("kept.mark") {
				marked++
				if ref != edited {
					t.Errorf("%s is marked", w.desk.ledger.Name(ref))
				}
			}
		}
		if _, chips, _, _ := l.foot(); marked != 1 || chips[0].Text != "+1 edited row that no longer matches" {
			t.Errorf("grouped %v: %d rows are marked, the foot says %q", grouped, marked, chips[0].Text)
		}
		w.do("refresh")
		settle()
		if slices.Contains(l.rows.selection.Rows, edited) || len(l.rows.kept) != 0 {
			t.Errorf("grouped %v: the row is still there", grouped)
		}
		w.undo()
		settle()
		if !slices.Equal(l.rows.selection.Rows, before) || len(l.rows.kept) != 0 {
			t.Errorf("grouped %v: after undo %d rows, %d of them kept", grouped, len(l.rows.selection.Rows), len(l.rows.kept))
		}
		l.ask(l.query.With("sector", nil))
		settle()
	}
}

// The headings count what matches, so they add up to what the foot says.
func TestHeadingsCountWhatMatches(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := listingOf(w.view())
	l.ask(l.query.With("sector", []string{"health"}))
	settle()
	w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: []ledger.Change{w.desk.ledger.Set(l.selection.Rows[0], "sector", "culture")}}, w.failIf)
	settle()
	counted := 0
	for i := range l.rows.selection.Groups {
		counted += len(l.rows.matching(&l.rows.selection.Groups[i]))
	}
	if counted != len(l.selection.Rows) || len(l.rows.kept) != 1 {
		t.Errorf("the headings count %d, %d match, %d kept", counted, len(l.selection.Rows), len(l.rows.kept))
	}
}

// Another question shows just its answer.
func TestAnotherQuestionKeepsNothing(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := listingOf(w.view())
	l.ask(l.query.With("sector", []string{"health"}))
	settle()
	w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: []ledger.Change{w.desk.ledger.Set(l.selection.Rows[0], "sector", "culture")}}, w.failIf)
	settle()
	l.ask(l.query.With("sector", []string{"health", "education"}))
	settle()
	if len(l.rows.kept) != 0 {
		t.Errorf("%d rows are kept", len(l.rows.kept))
	}
}
