package analysis

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
)

// TrackState is a negotiation as of the view: what each side holds, what met
// or was said, and what moved (RULES 14.2: positions are quoted, not counted).
type TrackState struct {
	Track   ledger.Ref
	Outcome ledger.Outcome // NoOutcome when no event reports one
	Event   ledger.Ref     // that reported it, NoRef without one
	Parties []ledger.Ref   // organisations named as parties, as the file lists them
	Sides   []TrackSide    // in order of country code, those of no country last
	Events  []ledger.Ref   // meetings, statements and the like, in order of day
	Moves   []TrackMove    // in order of day
}

// TrackSide is the positions of the bodies of one country on a track, by day.
type TrackSide struct {
	Country   string // empty for bodies of no country
	Positions []ledger.Ref
}

// The kinds of moves on a track.
const (
	MovedOutcome  = "outcome"  // an event reports another outcome
	MovedStage    = "stage"    // an event reports another stage
	MovedPosition = "position" // a side is quoted again on a later day than before
)

// TrackMove is a change of outcome or stage, or a position of a side that is
// dated later than the ones before it. Whether a side gave way nobody counts.
type TrackMove struct {
	Kind     string
	Day      ledger.Day // by which it had happened
	Record   ledger.Ref // the event or the position
	Country  string     // of a position
	From, To string     // words of the outcome or the stage; From is empty for the first
}

// Track works out how a negotiation stands.
func Track(v *ledger.View, track ledger.Ref) TrackState {
	l := v.Ledger()
	state := TrackState{Track: track, Outcome: v.Outcome(track), Event: ledger.NoRef(), Events: v.EventsOf(track)}
	if event, ok := v.OutcomeEvent(track); ok {
		state.Event = event
	}
	for _, key := range ledger.Keys(l.Value(track, "parties")) {
		if body, ok := l.Find(ledger.Organisations, key); ok {
			state.Parties = append(state.Parties, body)
		}
	}
	state.Sides = sidesOfTrack(v, track)
	state.Moves = append(eventMoves(v, state.Events), positionMoves(v, state.Sides)...)
	slices.SortStableFunc(state.Moves, func(a, b TrackMove) int { return cmp.Compare(a.Day, b.Day) })
	return state
}

// sidesOfTrack gathers the visible positions by country, each side's by day.
func sidesOfTrack(v *ledger.View, track ledger.Ref) []TrackSide {
	l := v.Ledger()
	var sides []TrackSide
	for _, position := range l.PositionsOf(track) {
		if !v.Has(position) {
			continue
		}
		country := ""
		if body, ok := l.Find(ledger.Organisations, l.Value(position, "organisation_key")); ok {
			country = l.Value(body, "country")
		}
		at := slices.IndexFunc(sides, func(s TrackSide) bool { return s.Country == country })
		if at < 0 {
			at = len(sides)
			sides = append(sides, TrackSide{Country: country})
		}
		sides[at].Positions = append(sides[at].Positions, position)
	}
	for _, side := range sides {
		slices.SortStableFunc(side.Positions, func(a, b ledger.Ref) int { return cmp.Compare(positionDay(l, a), positionDay(l, b)) })
	}
	slices.SortFunc(sides, func(a, b TrackSide) int {
		return cmp.Or(compareNothing(a.Country, b.Country), cmp.Compare(a.Country, b.Country))
	})
	return sides
}

// positionDay is the day by which a position was held, NoDay when undated.
func positionDay(l *ledger.Ledger, position ledger.Ref) ledger.Day {
	return l.Date(position, "as_of").Happened(l.Recorded(position))
}

// eventMoves lists the events that changed the outcome or the stage.
func eventMoves(v *ledger.View, events []ledger.Ref) []TrackMove {
	l := v.Ledger()
	var moves []TrackMove
	last := map[string]string{}
	for _, event := range events {
		day := l.Date(event, "date").Happened(l.Recorded(event))
		for _, axis := range [...]struct{ kind, column string }{{MovedStage, "to_stage"}, {MovedOutcome, "outcome"}} {
			if word := l.Value(event, axis.column); word != "" && word != last[axis.kind] {
				moves = append(moves, TrackMove{Kind: axis.kind, Day: day, Record: event, From: last[axis.kind], To: word})
				last[axis.kind] = word
			}
		}
	}
	return moves
}

// positionMoves lists the positions of each side that are dated later than its
// first ones; undated ones say nothing about an order.
func positionMoves(v *ledger.View, sides []TrackSide) []TrackMove {
	l := v.Ledger()
	var moves []TrackMove
	for _, side := range sides {
		before := ledger.NoDay
		for _, position := range side.Positions {
			day := positionDay(l, position)
			if before.Known() && day > before {
				moves = append(moves, TrackMove{Kind: MovedPosition, Day: day, Record: position, Country: side.Country})
			}
			if day.Known() && (!before.Known() || day > before) {
				before = day
			}
		}
	}
	return moves
}

// Talks says how the tracks of the view stand: still open, suspended, ended,
// or without any reported outcome, which says nothing about whether they go on.
type Talks struct {
	All, Unreported, Open, Done, Suspended, Ended Total
}

// TalksScore takes stock of the tracks by the last outcome reported.
func TalksScore(v *ledger.View) Talks {
	total := func(id string) Total { return Total{ID: id, Definition: "talks." + id, Unit: Tracks} }
	talks := Talks{All: total("all"), Unreported: total("unreported"), Open: total("open"), Done: total("done"), Suspended: total("suspended"), Ended: total("ended")}
	for track := range v.All(ledger.Tracks) {
		talks.All.add(track)
		switch outcome := v.Outcome(track); {
		case outcome == ledger.NoOutcome:
			talks.Unreported.add(track)
		case outcome == ledger.Suspended:
			talks.Suspended.add(track)
		case outcome.Ended():
			talks.Ended.add(track)
		case outcome == ledger.Completed:
			talks.Done.add(track)
		default:
			talks.Open.add(track)
		}
	}
	return talks
}
