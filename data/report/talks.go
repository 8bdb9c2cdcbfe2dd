package report

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
)

// gatherTracks lists the negotiations of a view: open ones first, then those
// suspended, then those ended, each in file order.
func gatherTracks(v *ledger.View) (tracks []ledger.Ref, open int) {
	place := func(ref ledger.Ref) int {
		switch outcome := v.Outcome(ref); {
		case outcome == ledger.NoOutcome || outcome == ledger.Open:
			return 0
		case outcome == ledger.Suspended:
			return 1
		}
		return 2
	}
	for ref := range v.All(ledger.Tracks) {
		if place(ref) == 0 {
			open++
		}
		tracks = append(tracks, ref)
	}
	slices.SortStableFunc(tracks, func(a, b ledger.Ref) int { return cmp.Compare(place(a), place(b)) })
	return tracks, open
}

// standing is the outcome of a negotiation, open when no event speaks of one.
func (b *brief) standing(track ledger.Ref) ledger.Outcome {
	if outcome := b.view.Outcome(track); outcome != ledger.NoOutcome {
		return outcome
	}
	return ledger.Open
}

// talksBlock shows how the negotiations stand.
func (b *brief) talksBlock() block {
	say, l := b.printer, b.view.Ledger()
	return block{
		name:    "talks",
		heading: say.Text("report.talks.heading"),
		aside:   say.Text("report.talks.open", say.Integer(b.openTracks), say.Integer(len(b.tracks))),
		rows:    min(len(b.tracks), longestList),
		body: func(shown int) []part {
			if len(b.tracks) == 0 {
				return []part{b.page.paragraph(say.Text("report.talks.none"), bodyStyle, b.page.column)}
			}
			outcomes, dates := make([]string, shown), make([]string, shown)
			for i, ref := range b.tracks[:shown] {
				outcomes[i] = say.Word("outcome", b.standing(ref).String())
				dates[i] = say.Text("report.talks.no_event")
				if events := b.view.EventsOf(ref); len(events) > 0 {
					dates[i] = say.ShortDate(l.Date(events[len(events)-1], "date"))
				}
			}
			columns := table{{},
				{width: markWidth + b.page.widest(say.Text("report.column.outcome"), 76, outcomes)},
				{width: b.page.widest(say.Text("report.column.last"), 76, dates)},
			}.fill(b.page.column)
			parts := columns.headCells(b.page, cell{text: say.Text("report.column.track")},
				cell{text: say.Text("report.column.outcome"), mark: blankMark}, cell{text: say.Text("report.column.last")})
			for i, ref := range b.tracks[:shown] {
				parts = append(parts, columns.body(b.page,
					cell{text: say.Title(l, ref), note: b.notes.cite(ref)},
					cell{mark: outcomeMark(b.standing(ref)), text: outcomes[i]},
					cell{text: dates[i]},
				)...)
			}
			return parts
		},
		more: func(hidden int) string {
			return say.Count("report.talks.more", len(b.tracks)-min(len(b.tracks), longestList)+hidden)
		},
	}
}
