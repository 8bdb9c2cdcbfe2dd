package ledger_test

import (
	"testing"

	"summitledger/data/ledger"
)

// Arctic LNG 2 stood at memorandum in 2018 and came to construction later. A
// move writes an event; a move back a correction, from which the stage starts
// afresh (RULES 4.2).
func TestAMoveIsAnEvent(t *testing.T) {
	l := bundled(t)
	deal, ok := l.Find(ledger.Deals, "arctic-lng-2")
	if !ok {
		t.Fatal("no deal")
	}
	recorded := day(t, today)
	for _, c := range []struct {
		name, asOf string
		move       ledger.StageMove
		kind, key  string
		after      ledger.Stage
	}{
		{"on", "2018-12-31", ledger.StageMove{To: ledger.Contract, On: "2018-12-01", Note: "Only in this test."}, "stage", "arctic-lng-2-2018-12-01-stage", ledger.Contract},
		{"back", "2018-12-31", ledger.StageMove{To: ledger.Identified, On: "2018-12", Note: "Only in this test."}, "correction", "arctic-lng-2-2018-12-correction", ledger.Identified},
		{"later than the view", "2018-12-31", ledger.StageMove{To: ledger.Contract, On: "2019-01-01", Note: "Only in this test."}, "stage", "arctic-lng-2-2019-01-01-stage", ledger.Memorandum},
		{"about", "2018-12-31", ledger.StageMove{To: ledger.Contract, On: "2018~", Note: "Only in this test."}, "stage", "arctic-lng-2-2018-stage", ledger.Contract},
	} {
		c.move.Deal = deal
		v := view(t, l, c.asOf, today)
		change := c.move.Change(v, recorded)
		if kind, key := change.Cells[ledger.Events.Column("kind")], change.Cells[0]; kind != c.kind || key != c.key {
			t.Errorf("%s: a %s with the key %s", c.name, kind, key)
		}
		if after, err := c.move.After(v, recorded); err != nil || after != c.after {
			t.Errorf("%s: then at %s, %v", c.name, after, err)
		}
	}
}

func TestASecondMoveOfADayHasAKeyOfItsOwn(t *testing.T) {
	l := bundled(t)
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	move := ledger.StageMove{Deal: deal, To: ledger.Contract, On: "2018-12-01", Note: "Only in this test."}
	v := view(t, l, "2018-12-31", today)
	next, err := l.Apply([]ledger.Change{move.Change(v, day(t, today))})
	if err != nil {
		t.Fatal(err)
	}
	move.Deal, _ = next.Find(ledger.Deals, "arctic-lng-2")
	if key := move.Change(view(t, next, "2018-12-31", today), day(t, today)).Cells[0]; key != "arctic-lng-2-2018-12-01-stage-2" {
		t.Errorf("the key is %s", key)
	}
}

func TestAMoveThatBreaksTheFormatIsRefused(t *testing.T) {
	l := bundled(t)
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	v := view(t, l, today, today)
	for _, move := range []ledger.StageMove{
		{Deal: deal, To: ledger.Contract, On: "soon", Note: "Only in this test."},
		{Deal: deal, To: ledger.Contract, On: "2018-12-01"},
		{Deal: deal, To: ledger.Contract, On: "2018-12-01", Note: "Only in this test.", Sources: "nowhere"},
	} {
		if _, err := move.After(v, day(t, today)); err == nil {
			t.Errorf("%+v is accepted", move)
		}
	}
}
