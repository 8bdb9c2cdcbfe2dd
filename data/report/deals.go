package report

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// ending counts the deals of a stage by what became of them there.
type ending struct{ open, silent, ended int }

func (e ending) total() int { return e.open + e.silent + e.ended }

// deals is what the page tells of the deals.
type deals struct {
	byStage map[ledger.Stage]ending
	whole   ending
	largest []ledger.Ref // see rank
	priced  int          // deals whose amount counts in the view
	undated int          // deals whose amount nothing dates yet (RULES 7.4)
	blank   int          // deals without an amount
}

// widest is the largest number of deals at one stage: all stages are drawn to
// its scale.
func (d deals) widest() int {
	most := 0
	for _, at := range d.byStage {
		most = max(most, at.total())
	}
	return most
}

// longestList is how many rows of any list can ever stand on one page.
const longestList = 40

// gatherDeals counts the deals of a view and finds the largest.
func gatherDeals(v *ledger.View) deals {
	d := deals{byStage: make(map[ledger.Stage]ending)}
	largest := make(map[ledger.Currency][]priced)
	count := make(map[ledger.Currency]int)
	for ref := range v.All(ledger.Deals) {
		state := v.Deal(ref)
		at := d.byStage[state.Stage]
		switch {
		case state.Outcome.Ended() || state.Outcome == ledger.Suspended:
			at.ended++
			d.whole.ended++
		case state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred:
			at.silent++
			d.whole.silent++
		default:
			at.open++
			d.whole.open++
		}
		d.byStage[state.Stage] = at
		headline := v.Headline(ref)
		switch headline.State {
		case ledger.HeadlineCounts:
			d.priced++
			currency := headline.Money.Currency
			count[currency]++
			largest[currency] = keep(largest[currency], priced{ref, headline.Money})
		case ledger.NotDatedAmount:
			d.undated++
		default:
			d.blank++
		}
	}
	d.largest = rank(largest, count)
	return d
}

// priced is a record with its headline amount.
type priced struct {
	ref   ledger.Ref
	money ledger.Money
}

// keep puts a record in its place among the largest of its currency.
func keep(list []priced, one priced) []priced {
	at, _ := slices.BinarySearchFunc(list, one, func(a, b priced) int {
		return cmp.Or(b.money.Amount.Cmp(a.money.Amount), cmp.Compare(a.ref.Row, b.ref.Row))
	})
	if list = slices.Insert(list, at, one); len(list) > longestList {
		list = list[:longestList]
	}
	return list
}

// rank orders the largest deals so that however many of them a page shows, it
// shows the largest of every currency first: amounts of different currencies
// have no order among each other.
func rank(largest map[ledger.Currency][]priced, count map[ledger.Currency]int) []ledger.Ref {
	currencies := byCount(count)
	var ranked []ledger.Ref
	for place := range longestList {
		for _, currency := range currencies {
			if place < len(largest[currency]) {
				ranked = append(ranked, largest[currency][place].ref)
			}
		}
	}
	return ranked[:min(len(ranked), longestList)]
}

// byCount orders currencies by the number of records, then by code.
func byCount(count map[ledger.Currency]int) []ledger.Currency {
	var currencies []ledger.Currency
	for currency := range count {
		currencies = append(currencies, currency)
	}
	slices.SortFunc(currencies, func(a, b ledger.Currency) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return currencies
}

// stageBlock shows the deals by the furthest stage reached.
func (b *brief) stageBlock() block {
	d, say := b.deals, b.printer
	columns := table{{width: 88}, {width: 22, right: true}, {}}.fill(b.page.column)
	return block{
		name:    "stages",
		heading: say.Count("report.stages.heading", b.view.Len(ledger.Deals)),
		body: func(int) []part {
			var parts []part
			stages := ledger.Stages()
			if d.byStage[ledger.NoStage].total() > 0 {
				stages = append([]ledger.Stage{ledger.NoStage}, stages...)
			}
			for _, stage := range stages {
				word := say.Word("stage", stage.String())
				if stage == ledger.NoStage {
					word = say.Text("word.stage.none")
				}
				at := d.byStage[stage]
				parts = append(parts, columns.body(b.page,
					cell{text: locale.Capital(word)},
					cell{text: say.Integer(at.total())},
					cell{runs: []run{{fullSquare, at.open}, {emptySquare, at.silent}, {crossSquare, at.ended}}, widest: d.widest()},
				)...)
			}
			return append(parts, space(2), b.legend([]key{
				{fullSquare, say.Count("report.stages.open", d.whole.open)},
				{emptySquare, b.silentWords(d.whole.silent)},
				{crossSquare, say.Count("report.stages.ended", d.whole.ended)},
			}, b.page.column))
		},
	}
}

// largestName is the name of the list of the largest deals.
const largestName = "largest"

// largestBlock shows the deals with the largest amounts and what became of
// them.
func (b *brief) largestBlock() block {
	say, l := b.printer, b.view.Ledger()
	name, columns := table{{width: b.page.column}}, table{{width: 92}, {}}.fill(b.page.column)
	return block{
		name:    largestName,
		heading: say.Text("report.largest.heading"),
		aside:   say.Count("report.largest.priced", b.deals.priced, say.Integer(b.view.Len(ledger.Deals))),
		rows:    len(b.deals.largest),
		body: func(shown int) []part {
			if len(b.deals.largest) == 0 {
				return []part{b.page.paragraph(say.Text("report.largest.none"), bodyStyle, b.page.column)}
			}
			var parts []part
			for _, ref := range b.byMoney(b.deals.largest[:shown]) {
				headline := b.view.Headline(ref)
				parts = append(parts,
					name.row(b.page, bodyStyle, []cell{{text: say.Title(l, ref), note: b.notes.cite(ref)}}), space(-rowPadding))
				parts = append(parts, columns.body(b.page,
					cell{text: say.Qualified(headline.Qualifier, say.Money(headline.Money))}, b.became(ref))...)
			}
			return parts
		},
		more: func(hidden int) string {
			return say.Count("report.largest.more", b.deals.priced-len(b.deals.largest)+hidden)
		},
	}
}

// byMoney orders deals by currency and then by amount, largest first.
func (b *brief) byMoney(refs []ledger.Ref) []ledger.Ref {
	count := make(map[ledger.Currency]int)
	for _, ref := range b.deals.largest {
		count[b.view.Headline(ref).Money.Currency]++
	}
	currencies := byCount(count)
	sorted := slices.Clone(refs)
	slices.SortStableFunc(sorted, func(x, y ledger.Ref) int {
		a, c := b.view.Headline(x).Money, b.view.Headline(y).Money
		return cmp.Or(
			cmp.Compare(slices.Index(currencies, a.Currency), slices.Index(currencies, c.Currency)),
			c.Amount.Cmp(a.Amount), cmp.Compare(x.Row, y.Row))
	})
	return sorted
}

// became says what became of a deal: the stage it reached and, unless it is
// open, how it stands.
func (b *brief) became(ref ledger.Ref) cell {
	say, state := b.printer, b.view.Deal(ref)
	stage := say.Text("word.stage.none")
	if state.Stage != ledger.NoStage {
		stage = say.Short("stage", state.Stage.String())
	}
	stage = locale.Capital(stage)
	if state.Outcome != ledger.Open && state.Outcome != ledger.NoOutcome {
		return cell{mark: outcomeMark(state.Outcome), text: say.Text("report.became", stage, say.Word("outcome", state.Outcome.String()))}
	}
	if state.Silence == ledger.ShelvedInferred || state.Silence == ledger.LapsedInferred {
		return cell{mark: emptySquare, text: say.Text("report.became", stage, say.Word("silence", state.Silence.String()))}
	}
	return cell{mark: fullSquare, text: stage}
}

// outcomeMark gives the mark of an outcome.
func outcomeMark(outcome ledger.Outcome) mark {
	switch outcome {
	case ledger.Completed, ledger.Kept:
		return fullDisc
	case ledger.PartlyKept:
		return halfDisc
	case ledger.Suspended:
		return bars
	case ledger.Withdrawn, ledger.Lapsed, ledger.Superseded:
		return minusDisc
	case ledger.Cancelled, ledger.Broken, ledger.ConditionNotMet:
		return cross
	}
	return ring
}

// silentWords says how many deals are silent, and since how long: two years, or
// the days that the reader chose.
func (b *brief) silentWords(silent int) string {
	shelved := b.view.Thresholds().Shelved
	if shelved == ledger.DefaultThresholds().Shelved {
		return b.printer.Count("report.stages.silent", silent)
	}
	return b.printer.Count("report.stages.silent_days", silent, b.printer.Count("unit.day", shelved))
}
