package ledger

// HeadlineState says whether the headline amount of a record counts in a view.
type HeadlineState uint8

// The states of a headline amount.
const (
	NoAmount       HeadlineState = iota
	HeadlineCounts               // it counts
	NotDatedAmount               // nothing dates the amount of a deal yet (RULES 7.4)
)

// Headline is the amount that a record carries itself: agreements, deals and
// funds. It is of its kind and is never added to a rung (RULES 7.4).
type Headline struct {
	Money     Money
	Kind      AmountKind
	Qualifier Qualifier // of a fund's size always NoQualifier
	State     HeadlineState
}

// headlinePlaces has the places of the columns of a headline amount; there is
// no qualifier below 0.
type headlinePlaces struct{ amount, currency, kind, qualifier int }

var headlineColumns = [kindCount]*headlinePlaces{
	Agreements: {Agreements.Column("value_amount"), Agreements.Column("value_currency"), Agreements.Column("value_kind"), Agreements.Column("value_qualifier")},
	Deals:      {Deals.Column("amount"), Deals.Column("currency"), Deals.Column("amount_kind"), Deals.Column("amount_qualifier")},
	Funds:      {Funds.Column("size_amount"), Funds.Column("size_currency"), Funds.Column("size_kind"), -1},
}

// Headline gives the headline amount of a record. The amount of a deal has no
// date of its own: before the day it was recorded it counts only when a
// visible event or claim prints the same amount and currency (RULES 7.4).
func (v *View) Headline(ref Ref) Headline {
	places := headlineColumns[ref.Kind]
	if places == nil {
		return Headline{}
	}
	l := v.ledger
	headline := Headline{Money: l.money(ref, places.amount, places.currency), Kind: AmountKind(position(amountKinds, l.Cell(ref, places.kind)))}
	if places.qualifier >= 0 {
		headline.Qualifier = Qualifier(position(qualifiers, l.Cell(ref, places.qualifier)))
	}
	switch {
	case !headline.Money.Stated():
	case ref.Kind != Deals || v.asOf.Happened >= l.Recorded(ref) || v.printed(ref, headline.Money):
		headline.State = HeadlineCounts
	default:
		headline.State = NotDatedAmount
	}
	return headline
}

// printed reports whether a visible event of the record, or a visible claim,
// states exactly this money.
func (v *View) printed(ref Ref, money Money) bool {
	l := v.ledger
	for _, row := range l.eventsOf[ref.Kind].of(ref.Row) {
		if v.there[Events][row] && l.facts.events.at(row).hasAmount &&
			l.money(Ref{Events, row}, eventColumns.amount, eventColumns.currency).Same(money) {
			return true
		}
	}
	for claim := range v.All(Claims) {
		if l.Cell(claim, claimColumns.currency) == string(money.Currency) &&
			l.money(claim, claimColumns.amount, claimColumns.currency).Same(money) {
			return true
		}
	}
	return false
}

var claimColumns = struct{ amount, currency int }{Claims.Column("amount"), Claims.Column("currency")}
