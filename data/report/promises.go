package report

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// promises is what the page tells of the promises.
type promises struct {
	byVerdict map[ledger.Verdict]int
	assessed  int
	made      int
	unsettled []ledger.Ref // past due without report, then not yet due, by due day
	open      int          // how many are unsettled in all
}

// gatherPromises counts the verdicts of a view and finds the promises that
// nobody has settled yet.
func gatherPromises(v *ledger.View) promises {
	found := promises{byVerdict: make(map[ledger.Verdict]int)}
	type due struct {
		ref     ledger.Ref
		verdict ledger.Verdict
		date    ledger.Date
	}
	order := func(a, b due) int {
		return cmp.Or(cmp.Compare(a.verdict, b.verdict), cmp.Compare(a.date.Last, b.date.Last),
			cmp.Compare(a.date.First, b.date.First), cmp.Compare(a.ref.Row, b.ref.Row))
	}
	var list []due
	for ref := range v.All(ledger.Promises) {
		verdict := v.Promise(ref).Verdict
		found.made++
		found.byVerdict[verdict]++
		if verdict.Assessed() {
			found.assessed++
		}
		if verdict != ledger.VerdictPastDue && verdict != ledger.VerdictPending {
			continue
		}
		found.open++
		one := due{ref, verdict, v.Ledger().Date(ref, "due_on")}
		at, _ := slices.BinarySearchFunc(list, one, order)
		if list = slices.Insert(list, at, one); len(list) > longestList {
			list = list[:longestList]
		}
	}
	for _, one := range list {
		found.unsettled = append(found.unsettled, one.ref)
	}
	return found
}

// verdictMark gives the mark of a verdict.
func verdictMark(verdict ledger.Verdict) mark {
	switch verdict {
	case ledger.VerdictKept, ledger.VerdictLatenessUnknown:
		return fullDisc
	case ledger.VerdictKeptLate:
		return lateDisc
	case ledger.VerdictPartlyKept:
		return halfDisc
	case ledger.VerdictBroken, ledger.VerdictConditionNotMet:
		return cross
	case ledger.VerdictSuperseded:
		return minusDisc
	case ledger.VerdictPastDue:
		return lateRing
	case ledger.VerdictPending:
		return ring
	}
	return dottedRing
}

// verdictBlock shows what became of the promises.
func (b *brief) verdictBlock() block {
	say, found := b.printer, b.promises
	columns := table{{width: 122}, {width: 18, right: true}, {}}.fill(b.page.column)
	return block{
		name:    "verdicts",
		heading: say.Count("report.promises.heading", found.made),
		aside:   say.Text("report.promises.assessed", say.Integer(found.assessed), say.Integer(found.made)),
		body: func(int) []part {
			widest := 0
			for _, count := range found.byVerdict {
				widest = max(widest, count)
			}
			var parts []part
			for _, word := range ledger.VerdictWords().Words() {
				position, _ := ledger.VerdictWords().Position(word)
				verdict := ledger.Verdict(position)
				count := found.byVerdict[verdict]
				if count == 0 && !b.always(verdict) {
					continue
				}
				parts = append(parts, columns.body(b.page,
					cell{text: locale.Capital(b.verdictLabel(verdict, count))},
					cell{text: say.Integer(count)},
					cell{runs: []run{{verdictMark(verdict), count}}, widest: widest},
				)...)
			}
			return append(parts, space(1.5), b.page.paragraph(say.Text("report.promises.warning"), noteStyle, b.page.column))
		},
	}
}

// always tells which verdicts stand on the page even when no promise has them.
func (b *brief) always(verdict ledger.Verdict) bool {
	return verdict == ledger.VerdictKept || verdict == ledger.VerdictBroken || verdict == ledger.VerdictPastDue || verdict == ledger.VerdictPending
}

// verdictLabel names a verdict; a promise without a due day is named by that.
func (b *brief) verdictLabel(verdict ledger.Verdict, count int) string {
	if verdict == ledger.VerdictNotAssessed {
		return b.printer.Text("report.promises.no_due_day")
	}
	if verdict == ledger.VerdictKeptLate && count == 1 {
		for ref := range b.view.All(ledger.Promises) {
			if state := b.view.Promise(ref); state.Verdict == verdict {
				return b.printer.Count("report.promises.late", state.LateAtLeast)
			}
		}
	}
	return b.printer.Word(ledger.VerdictWords().Name(), verdict.String())
}

// unsettledBlock lists the promises that are past due without a report, and
// those that are not yet due.
func (b *brief) unsettledBlock() block {
	say, found := b.printer, b.promises
	return block{
		name:    "unsettled",
		heading: say.Text("report.unsettled.heading"),
		aside:   say.Text("report.part_of_whole", say.Integer(found.open), say.Integer(found.made)),
		rows:    len(found.unsettled),
		body: func(shown int) []part {
			if len(found.unsettled) == 0 {
				return []part{b.page.paragraph(say.Text("report.unsettled.none"), bodyStyle, b.page.column)}
			}
			dates := make([]string, shown)
			for i, ref := range found.unsettled[:shown] {
				dates[i] = say.ShortDate(b.view.Ledger().Date(ref, "due_on"))
			}
			columns := table{{}, {width: markWidth + b.page.widest(say.Text("report.column.due"), 80, dates)}}.fill(b.page.column)
			parts := columns.headCells(b.page, cell{text: say.Text("report.column.promise")}, cell{text: say.Text("report.column.due"), mark: blankMark})
			for i, ref := range found.unsettled[:shown] {
				parts = append(parts, columns.body(b.page,
					cell{text: say.Title(b.view.Ledger(), ref), note: b.notes.cite(ref)},
					cell{mark: verdictMark(b.view.Promise(ref).Verdict), text: dates[i]},
				)...)
			}
			return parts
		},
		more: func(hidden int) string {
			return say.Count("report.unsettled.more", found.open-len(found.unsettled)+hidden)
		},
	}
}
