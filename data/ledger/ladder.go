package ledger

import "github.com/shopspring/decimal"

// MoneyReason says why the amount of an event stands on no rung.
type MoneyReason uint8

// The reasons.
const (
	ReplacedByLater MoneyReason = iota + 1 // a later event of the same rung replaces it (RULES 7.2)
	AfterTheEnd                            // on an event that ends the record, or after its end (RULES 7.3)
	WithoutBasis                           // the event does not say what kind of money it is
)

var moneyReasons = vocabulary("money_reason", "replaced_by_later after_the_end without_basis")

func (r MoneyReason) String() string { return moneyReasons.Word(uint8(r)) }

// RungAmount is money on a rung with the record that says so: an event, or
// the record itself when it is its headline amount.
type RungAmount struct {
	Rung  Rung
	Money Money
	From  Ref
}

// LeftOutAmount is the amount of an event that stands on no rung, and why.
type LeftOutAmount struct {
	Rung   Rung
	Money  Money
	Event  Ref
	Reason MoneyReason
}

// Ladder is the money of one record, rung by rung (RULES 7.1 to 7.3).
type Ladder struct {
	Amounts []RungAmount // in order of rung, then of event
	LeftOut []LeftOutAmount
}

// At sums what stands on a rung, one amount per currency, in the order in
// which the currencies appear.
func (l Ladder) At(rung Rung) []Money {
	var sums []Money
	for _, amount := range l.Amounts {
		if amount.Rung == rung {
			sums = AddMoney(sums, amount.Money)
		}
	}
	return sums
}

// AddMoney adds an amount to a list that has one line per currency.
func AddMoney(sums []Money, money Money) []Money {
	if !money.Stated() {
		return sums
	}
	for i := range sums {
		if sums[i].Currency == money.Currency {
			sums[i].Amount = sums[i].Amount.Add(money.Amount)
			return sums
		}
	}
	return append(sums, money)
}

// MoneyOf reads an amount column and the currency column that belongs to it;
// no amount gives the zero Money.
func (l *Ledger) MoneyOf(ref Ref, amountColumn string) Money {
	at := ref.Kind.Column(amountColumn)
	if at < 0 {
		return Money{}
	}
	currency := ref.Kind.Column(ref.Kind.Columns()[at].Pair)
	if currency < 0 {
		return Money{}
	}
	return l.money(ref, at, currency)
}

func (l *Ledger) money(ref Ref, amountColumn, currencyColumn int) Money {
	text := l.Cell(ref, amountColumn)
	if text == "" {
		return Money{}
	}
	amount, err := decimal.NewFromString(text)
	if err != nil {
		return Money{} // cells were checked when they came in
	}
	return Money{Amount: amount, Currency: Currency(l.Cell(ref, currencyColumn))}
}

// Ladder works out the money of a record from its visible events (RULES 7.1
// to 7.3). The announced amount of a fund is its latest pledge; of others it
// is their headline amount when that is of kind announced.
func (v *View) Ladder(ref Ref) Ladder {
	l := v.ledger
	var onRung [EstimatedRung + 1][]RungAmount
	var ladder Ladder
	var latest Outcome
	for _, row := range l.eventsOf[ref.Kind].of(ref.Row) {
		if !v.there[Events][row] {
			continue
		}
		event := l.facts.events.at(row)
		if event.outcome != NoOutcome {
			latest = event.outcome
		}
		if !event.hasAmount {
			continue
		}
		from := Ref{Events, row}
		money := l.money(from, eventColumns.amount, eventColumns.currency)
		rung := event.rung()
		switch {
		case latest.Ended():
			ladder.LeftOut = append(ladder.LeftOut, LeftOutAmount{rung, money, from, AfterTheEnd})
		case rung == NoRung:
			ladder.LeftOut = append(ladder.LeftOut, LeftOutAmount{rung, money, from, WithoutBasis})
		default:
			if !rung.adds() {
				for _, earlier := range onRung[rung] {
					ladder.LeftOut = append(ladder.LeftOut, LeftOutAmount{rung, earlier.Money, earlier.From, ReplacedByLater})
				}
				onRung[rung] = onRung[rung][:0]
			}
			onRung[rung] = append(onRung[rung], RungAmount{rung, money, from})
		}
	}
	if announced, ok := v.announced(ref, onRung[PledgedRung]); ok {
		ladder.Amounts = append(ladder.Amounts, announced)
	}
	for _, rung := range Rungs() {
		ladder.Amounts = append(ladder.Amounts, onRung[rung]...)
	}
	return ladder
}

var announcedWord = AnnouncedAmount.String()

func (v *View) announced(ref Ref, pledged []RungAmount) (RungAmount, bool) {
	if ref.Kind == Funds {
		if len(pledged) == 0 {
			return RungAmount{}, false
		}
		last := pledged[len(pledged)-1]
		last.Rung = AnnouncedRung
		return last, true
	}
	places := headlineColumns[ref.Kind]
	if places == nil || v.ledger.Cell(ref, places.kind) != announcedWord {
		return RungAmount{}, false // most amounts are of another kind: they need not be read
	}
	headline := v.Headline(ref)
	if headline.Kind != AnnouncedAmount || headline.State != HeadlineCounts {
		return RungAmount{}, false
	}
	return RungAmount{AnnouncedRung, headline.Money, ref}, true
}
