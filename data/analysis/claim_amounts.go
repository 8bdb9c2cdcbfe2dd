package analysis

import (
	"slices"

	"summitledger/data/ledger"
)

// AmountsTotal gives the amounts that itemise a claim of money: records that
// state one are added, those without an amount, without a rate or spoken for by
// another record of the scope are left out by name.
func (a ClaimAnswer) AmountsTotal() Total {
	total := a.newTotal("amounts", "claim.amounts")
	reasons := map[string]string{BucketAmountUnknown: ReasonNoAmount, BucketNotConverted: ReasonNotConverted, BucketDuplicate: ReasonDuplicate}
	order := []string{ReasonNoAmount, ReasonNotConverted, ReasonDuplicate}
	left := make([]LeftOut, len(order))
	for i, reason := range order {
		left[i].Reason = reason
	}
	for _, bucket := range a.Buckets {
		reason, out := reasons[bucket.ID]
		for _, item := range bucket.Items {
			if !out {
				a.addItem(&total, item)
				continue
			}
			at := &left[slices.Index(order, reason)]
			at.Refs = append(at.Refs, item.Ref)
			at.Money = append(at.Money, item.Money)
		}
	}
	total.LeftOut = append(left, a.LeftOut...)
	return total
}

// Valued lists the records that itemise a claim of money with their amounts,
// the largest first.
func (a ClaimAnswer) Valued() []Item {
	var list []Item
	for item := range items(a) {
		if !item.Value.IsZero() {
			list = append(list, *item)
		}
	}
	slices.SortStableFunc(list, func(x, y Item) int { return y.Value.Cmp(x.Value) })
	return list
}

// Spread gives what the itemised amounts of a claim of money can mean at least
// and at most: each by its own qualifier, margin for those told as "about"
// (RULES 7.6). A sum with an open end is open.
func (a ClaimAnswer) Spread(v *ledger.View, settings Settings) ledger.Range {
	var sum ledger.Range
	for _, item := range a.Valued() {
		one := v.Headline(item.Ref).Qualifier.Range(item.Value, settings.AboutMargin)
		sum.Low, sum.Central, sum.High = sum.Low.Add(one.Low), sum.Central.Add(one.Central), sum.High.Add(one.High)
		sum.Open, sum.OpenLow = sum.Open || one.Open, sum.OpenLow || one.OpenLow
	}
	return sum
}

// ItemisedBy splits the records that itemise a claim by the words of a column;
// a record with several words counts under each. The total of records that
// state nothing has an empty ID. The longest come first.
func (a ClaimAnswer) ItemisedBy(l *ledger.Ledger, column string) []Total {
	var totals []Total
	place := make(map[string]int)
	var words *ledger.Vocabulary
	for item := range items(a) {
		at := item.Ref.Kind.Column(column)
		if at < 0 {
			continue
		}
		words = item.Ref.Kind.Columns()[at].Words
		cells := []string{l.Cell(item.Ref, at)}
		if lists(item.Ref.Kind.Columns()[at].Type) && cells[0] != "" {
			cells = ledger.Keys(cells[0])
		}
		for _, word := range cells {
			i, ok := place[word]
			if !ok {
				i = len(totals)
				place[word] = i
				totals = append(totals, Total{ID: word, Definition: breakdownDefinition(item.Ref.Kind, word), Unit: unitOfKind(item.Ref.Kind)})
			}
			totals[i].add(item.Ref)
		}
	}
	sortTotals(totals, words, ByCount)
	return totals
}
