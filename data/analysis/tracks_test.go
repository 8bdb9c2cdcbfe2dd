package analysis_test

import (
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// Last outcomes by tracks.csv and events.csv: suspended in March 2022
// eight-point-plan and peace-treaty, withdrawn islands-joint-activity; of
// former-residents-travel suspended in March and cancelled in September 2022;
// nothing reported of island-sovereignty, business-visas and two-plus-two.
func TestTalksByDay(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		happened                         string
		all, unreported, suspended, over int
	}{
		{"2016-12-17", 7, 7, 0, 0},
		{"2018-12-31", 7, 7, 0, 0},
		{"2022-03-31", 7, 3, 3, 1},
		{today, 7, 3, 2, 2},
	} {
		talks := analysis.TalksScore(view(t, l, c.happened, today))
		got := [4]int{talks.All.Count, talks.Unreported.Count, talks.Suspended.Count, talks.Ended.Count}
		if got != [4]int{c.all, c.unreported, c.suspended, c.over} {
			t.Errorf("%s: all, unreported, suspended, ended %v, want %v", c.happened, got, c)
		}
		if sum := talks.Unreported.Count + talks.Open.Count + talks.Done.Count + talks.Suspended.Count + talks.Ended.Count; sum != talks.All.Count {
			t.Errorf("%s: states add up to %d of %d", c.happened, sum, talks.All.Count)
		}
	}
}

func TestWhatMovedOnTheTravelOfFormerResidents(t *testing.T) {
	l := bundled(t)
	track := find(t, l, ledger.Tracks, "former-residents-travel")
	var words []string
	for _, move := range analysis.Track(viewToday(t), track).Moves {
		words = append(words, move.Kind+" "+move.From+">"+move.To)
	}
	if got := strings.Join(words, ", "); got != "outcome >suspended, outcome suspended>cancelled" {
		t.Errorf("moves today: %s", got)
	}
	before := analysis.Track(view(t, l, "2018-12-31", today), track)
	if len(before.Moves) != 0 || before.Outcome != ledger.NoOutcome || len(before.Events) != 3 {
		t.Errorf("at the end of 2018: %d moves, outcome %q, %d events; want 0, none, 3", len(before.Moves), before.Outcome, len(before.Events))
	}
}

// Russia is quoted on 15 and again on 16 December; Japan twice on one day.
func TestPositionsStandBySideAndDay(t *testing.T) {
	l := bundled(t)
	state := analysis.Track(viewToday(t), find(t, l, ledger.Tracks, "island-sovereignty"))
	if len(state.Sides) != 2 || state.Sides[0].Country != "JP" || state.Sides[1].Country != "RU" || len(state.Sides[0].Positions) != 2 || len(state.Sides[1].Positions) != 2 {
		t.Fatalf("sides: %+v", state.Sides)
	}
	if day := l.Value(state.Sides[1].Positions[0], "as_of"); day != "2016-12-15" {
		t.Errorf("first position of Russia is of %s", day)
	}
	if len(state.Moves) != 1 || state.Moves[0].Kind != analysis.MovedPosition || state.Moves[0].Country != "RU" {
		t.Errorf("moves: %+v, want the later position of Russia", state.Moves)
	}
	if len(state.Parties) != 2 {
		t.Errorf("%d parties, want the two governments", len(state.Parties))
	}
	early := analysis.Track(view(t, l, "2016-12-15", today), find(t, l, ledger.Tracks, "island-sovereignty"))
	if len(early.Sides) != 1 || early.Sides[0].Country != "RU" {
		t.Errorf("on 15 December only Russia had been quoted: %+v", early.Sides)
	}
}
