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

// talksBlock shows how the negotiations stand.
func (b *brief) talksBlock() block {
	say, l := b.printer, b.view.Ledger()
	columns := table{{}, {width: 72}, {width: 58}}.fill(half)
	return block{
		name:    "talks",
		heading: say.Text("report.talks.heading"),
		aside:   say.Text("report.talks.open", say.Integer(b.openTracks), say.Integer(len(b.tracks))),
		rows:    min(len(b.tracks), longestList),
		least:   3,
		body: func(shown int) []part {
			if len(b.tracks) == 0 {
				return []part{b.page.paragraph(say.Text("report.talks.none"), bodyStyle, half)}
			}
			parts := columns.head(b.page, say.Text("report.column.track"), say.Text("report.column.outcome"), say.Text("report.column.last"))
			for _, ref := range b.tracks[:shown] {
				outcome := b.view.Outcome(ref)
				if outcome == ledger.NoOutcome {
					outcome = ledger.Open
				}
				last := say.Text("report.talks.no_event")
				if events := b.view.EventsOf(ref); len(events) > 0 {
					last = say.ShortDate(l.Date(events[len(events)-1], "date"))
				}
				parts = append(parts, columns.body(b.page,
					cell{text: say.Title(l, ref), note: b.notes.cite(ref)},
					cell{mark: outcomeMark(outcome), text: say.Word("outcome", outcome.String())},
					cell{text: last},
				)...)
			}
			return parts
		},
		more: func(hidden int) string {
			return say.Count("report.talks.more", len(b.tracks)-min(len(b.tracks), longestList)+hidden)
		},
	}
}
