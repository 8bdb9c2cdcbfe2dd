package report

import (
	"cmp"
	"context"
	"slices"

	"summitledger/data/ledger"
)

// latestEvents finds the last events of a view, the last one first, in the
// order of RULES 1.3.
func latestEvents(ctx context.Context, v *ledger.View) ([]ledger.Ref, error) {
	type dated struct {
		ref  ledger.Ref
		date ledger.Date
	}
	order := func(a, b dated) int {
		return cmp.Or(cmp.Compare(b.date.Last, a.date.Last), cmp.Compare(b.date.First, a.date.First), cmp.Compare(b.ref.Row, a.ref.Row))
	}
	var list []dated
	seen := 0
	for ref := range v.All(ledger.Events) {
		if seen++; seen%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		one := dated{ref, v.Ledger().Date(ref, "date")}
		if len(list) == longestList && order(one, list[len(list)-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, one, order)
		if list = slices.Insert(list, at, one); len(list) > longestList {
			list = list[:longestList]
		}
	}
	refs := make([]ledger.Ref, len(list))
	for i, one := range list {
		refs[i] = one.ref
	}
	return refs, nil
}

// eventsBlock shows what happened last.
func (b *brief) eventsBlock() block {
	say, l := b.printer, b.view.Ledger()
	whole := b.view.Len(ledger.Events)
	return block{
		name:    "events",
		heading: say.Text("report.events.heading"),
		aside:   say.Count("unit.event", whole),
		rows:    len(b.latest),
		body: func(shown int) []part {
			if len(b.latest) == 0 {
				return []part{b.page.paragraph(say.Text("report.events.none"), bodyStyle, b.page.column)}
			}
			dates := make([]string, shown)
			for i, ref := range b.latest[:shown] {
				dates[i] = say.ShortDate(l.Date(ref, "date"))
			}
			columns := table{{width: b.page.widest(say.Text("report.column.date"), 80, dates)}, {}}.fill(b.page.column)
			parts := columns.head(b.page, say.Text("report.column.date"), say.Text("report.column.event"))
			for i, ref := range b.latest[:shown] {
				subject := ""
				if record, ok := l.Subject(ref); ok {
					subject = say.Title(l, record)
				}
				parts = append(parts, columns.body(b.page,
					cell{text: dates[i]},
					cell{text: say.Text("report.events.line", subject, b.happening(ref)), note: b.notes.cite(ref)},
				)...)
			}
			return parts
		},
		more: func(hidden int) string {
			return say.Count("report.events.more", whole-len(b.latest)+hidden)
		},
	}
}

// happening says what an event did to its record: the outcome it reports, else
// the stage it reached, else its kind.
func (b *brief) happening(event ledger.Ref) string {
	l, say := b.view.Ledger(), b.printer
	if outcome := l.Value(event, "outcome"); outcome != "" {
		return say.Word("outcome", outcome)
	}
	if stage := l.Value(event, "to_stage"); stage != "" {
		return say.Text("report.events.stage", say.Word("stage", stage))
	}
	return say.Word("event_kind", l.Value(event, "kind"))
}
