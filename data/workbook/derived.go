package workbook

import (
	"slices"

	"summitledger/data/ledger"
)

// derivedColumns gives the columns that hold what follows from the events as
// of the days of the view (RULES 3 to 5, 11 and 12). They stand after those of
// the file and their headings say what they are.
func (b *book) derivedColumns(kind ledger.Kind, rows []ledger.Ref) []column {
	switch kind {
	case ledger.Agreements:
		return b.agreementColumns()
	case ledger.Deals:
		return b.dealColumns()
	case ledger.Promises:
		return b.promiseColumns()
	case ledger.Funds:
		return b.fundColumns(rows)
	}
	return nil
}

// derived makes a derived column; name is that of its heading.
func (b *book) derived(name string, cell func(ledger.Ref) value) column {
	p := b.request.Printer
	return column{heading: p.Text("workbook.derived", p.Text("workbook.derived."+name)), id: "derived." + name, derived: true, widest: widestWord, cell: cell}
}

func (b *book) yesNo(yes bool) value {
	if yes {
		return textValue(b.request.Printer.Text("workbook.yes"))
	}
	return textValue(b.request.Printer.Text("workbook.no"))
}

func (b *book) agreementColumns() []column {
	v, p := b.request.View, b.request.Printer
	return []column{
		b.derived("signed", func(ref ledger.Ref) value { return b.yesNo(v.Agreement(ref).Signed) }),
		b.derived("signed_by", func(ref ledger.Ref) value { return dayValue(v.Agreement(ref).SignedBy) }),
		b.derived("force", func(ref ledger.Ref) value {
			return textValue(p.Word(ledger.ForceWords().Name(), v.Ledger().Force(ref).String()))
		}),
		b.derived("outcome", func(ref ledger.Ref) value { return textValue(p.Word("outcome", v.Agreement(ref).Outcome.String())) }),
		b.derived("ended_through", func(ref ledger.Ref) value { return b.yesNo(v.Agreement(ref).EndedThrough) }),
	}
}

func (b *book) dealColumns() []column {
	v, p := b.request.View, b.request.Printer
	return []column{
		b.derived("stage", func(ref ledger.Ref) value {
			if stage := v.Deal(ref).Stage; stage != ledger.NoStage {
				return textValue(p.Word("stage", stage.String()))
			}
			return textValue(p.Word("stage", "none"))
		}),
		b.derived("stage_since", func(ref ledger.Ref) value { return dayValue(v.Deal(ref).StageSince) }),
		b.derived("stage_before", func(ref ledger.Ref) value {
			if v.Deal(ref).Stage == ledger.NoStage {
				return value{}
			}
			return b.yesNo(v.Deal(ref).SinceBaseline)
		}),
		b.derived("outcome", func(ref ledger.Ref) value { return textValue(p.Word("outcome", v.Deal(ref).Outcome.String())) }),
		b.derived("silence", func(ref ledger.Ref) value {
			return textValue(p.Word(ledger.SilenceWords().Name(), v.Deal(ref).Silence.String()))
		}),
		b.derived("last_event_day", func(ref ledger.Ref) value {
			if state := v.Deal(ref); state.LastEvent >= 0 {
				return dayValue(state.LastHappened)
			}
			return value{}
		}),
		b.derived("amount_counts", func(ref ledger.Ref) value {
			headline := v.Headline(ref)
			if !headline.Money.Stated() {
				return value{}
			}
			return b.yesNo(headline.State == ledger.HeadlineCounts)
		}),
	}
}

func (b *book) promiseColumns() []column {
	v, p := b.request.View, b.request.Printer
	late := func(days func(ledger.PromiseState) int) func(ledger.Ref) value {
		return func(ref ledger.Ref) value {
			if state := v.Promise(ref); state.Verdict == ledger.VerdictKeptLate {
				return countValue(days(state))
			}
			return value{}
		}
	}
	return []column{
		b.derived("verdict", func(ref ledger.Ref) value {
			return textValue(p.Word(ledger.VerdictWords().Name(), v.Promise(ref).Verdict.String()))
		}),
		b.derived("late_at_least", late(func(s ledger.PromiseState) int { return s.LateAtLeast })),
		b.derived("late_at_most", late(func(s ledger.PromiseState) int { return s.LateAtMost })),
	}
}

// fundPart is a column of money in the state of a fund.
type fundPart struct {
	name  string
	money func(ledger.FundState) []ledger.Money
}

func fundParts() []fundPart {
	return []fundPart{
		{"announced", func(s ledger.FundState) []ledger.Money { return s.Announced }},
		{"committed", func(s ledger.FundState) []ledger.Money { return s.Committed }},
		{"deployed", func(s ledger.FundState) []ledger.Money { return s.Deployed }},
		{"returned", func(s ledger.FundState) []ledger.Money { return s.Returned }},
		{"traced", func(s ledger.FundState) []ledger.Money { return s.Traced }},
		{"untraced", func(s ledger.FundState) []ledger.Money { return s.Untraced }},
	}
}

// fundColumns gives one column per kind of money and currency that occurs:
// currencies are never added up (RULES 7.5).
func (b *book) fundColumns(rows []ledger.Ref) []column {
	v, p := b.request.View, b.request.Printer
	columns := []column{
		b.derived("stage", func(ref ledger.Ref) value { return textValue(p.Word("stage", v.Fund(ref).Stage.String())) }),
		b.derived("outcome", func(ref ledger.Ref) value { return textValue(p.Word("outcome", v.Fund(ref).Outcome.String())) }),
	}
	parts := fundParts()
	currencies := make([][]ledger.Currency, len(parts))
	for _, ref := range rows {
		state := v.Fund(ref)
		for i, part := range parts {
			for _, money := range part.money(state) {
				if !slices.Contains(currencies[i], money.Currency) {
					currencies[i] = append(currencies[i], money.Currency)
				}
			}
		}
	}
	for i, part := range parts {
		for _, currency := range currencies[i] {
			column := b.derived(part.name, func(ref ledger.Ref) value {
				for _, money := range part.money(v.Fund(ref)) {
					if money.Currency == currency {
						return amountValue(money.Amount)
					}
				}
				return value{}
			})
			column.heading = p.Text("workbook.header.in_currency", column.heading, string(currency))
			columns = append(columns, column)
		}
	}
	return columns
}
