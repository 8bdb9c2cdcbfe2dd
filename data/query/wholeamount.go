package query

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// wholeRange is a range of amounts with whole ends, for amounts that are whole
// themselves: nearly all are, and comparing them takes no arithmetic of
// decimals. It answers exactly as that would.
type wholeRange struct {
	least, most    int64
	atLeast, below bool // there is such an end
	currency       ledger.Currency
}

// mostDigitsOfWhole is how many digits surely fit an int64.
const mostDigitsOfWhole = 18

// wholeAmount reads a cell of digits only.
func wholeAmount(cell string) (int64, bool) {
	if cell == "" || len(cell) > mostDigitsOfWhole {
		return 0, false
	}
	n := int64(0)
	for i := 0; i < len(cell); i++ {
		if cell[i] < '0' || cell[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(cell[i]-'0')
	}
	return n, true
}

func wholeOf(amount *decimal.Decimal) (n int64, there, ok bool) {
	if amount == nil {
		return 0, false, true
	}
	if !amount.IsInteger() || amount.NumDigits() > mostDigitsOfWhole {
		return 0, false, false
	}
	return amount.IntPart(), true, true
}

// wholeRanges turns the values of a term into ranges of whole amounts; none
// when one of them cannot be.
func wholeRanges(x Term) []wholeRange {
	var list []wholeRange
	for _, value := range x.Values {
		if value.Money == nil {
			return nil
		}
		r := wholeRange{currency: value.Money.Currency}
		ok, alsoOK := true, true
		switch least := value.Money.Least; x.Op {
		case Below, AtMost:
			r.most, r.below, ok = wholeOf(least)
			if x.Op == Below {
				r.most--
			}
		case Above, AtLeast:
			r.least, r.atLeast, ok = wholeOf(least)
			if x.Op == Above {
				r.least++
			}
		default:
			r.least, r.atLeast, ok = wholeOf(least)
			r.most, r.below, alsoOK = wholeOf(value.Money.Most)
		}
		if !ok || !alsoOK {
			return nil
		}
		list = append(list, r)
	}
	return list
}

func (r *wholeRange) holds(amount int64, currency string) bool {
	return string(r.currency) == currency && (!r.atLeast || amount >= r.least) && (!r.below || amount <= r.most)
}

// wholly answers for records whose amount is whole; sure is false for others.
func (e *evaluation) wholly(x Term, field Field) func(ref ledger.Ref) (holds, sure bool) {
	column, ranges := e.kind.Column(field.amount), wholeRanges(x)
	if column < 0 || len(ranges) == 0 {
		return func(ledger.Ref) (bool, bool) { return false, false }
	}
	currency := e.kind.Column(e.kind.Columns()[column].Pair)
	l := e.view.Ledger()
	return func(ref ledger.Ref) (holds, sure bool) {
		amount, ok := wholeAmount(l.Cell(ref, column))
		if !ok {
			return false, false
		}
		for i := range ranges {
			if ranges[i].holds(amount, l.Cell(ref, currency)) {
				return true, true
			}
		}
		return false, true
	}
}
